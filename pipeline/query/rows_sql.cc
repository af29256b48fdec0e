#include "pipeline/query/rows_sql.h"

#include <fmt/format.h>

#include "pipeline/query/documents_sql.h"
#include "pipeline/query/names_sql.h"

namespace acta::sql {

using namespace fmt::literals;

namespace {

// Who is asked for: the beginning of the sets `set`_name and `set`_form (sets.h), and the fields that name such a one.
struct Asked {
  std::string_view set, fields;
};
constexpr Asked kBody{"agency", kBodyFields}, kPerson{"official", kPersonFields};

// Whether c, a record of the article of the row, names the one that is asked for. The plus keeps SQLite with the article
// that it has: the names are many.
std::string Names(const Asked& asked) {
  return fmt::format(R"sql(
      EXISTS (
        SELECT 1 FROM find_record x
        WHERE x.article = v.article AND +x.name IN (SELECT name FROM {set}_name) AND x.record = c.record
          AND x.field IN ({fields})))sql",
                     "set"_a = asked.set, "fields"_a = asked.fields);
}

// Whether c is the record that uses the form u, or names it as that does.
std::string NamesAsForm(const Asked& asked) {
  return fmt::format(R"sql(
      (u.record = c.record
       OR (EXISTS (
             SELECT 1 FROM find_record x
             WHERE x.article = v.article AND x.name = acta_key(u.name) AND x.record = c.record
               AND x.field IN ({fields}))
           AND (SELECT kind FROM record WHERE key = c.record) NOT IN ('agency', 'official'))))sql",
                     "fields"_a = asked.fields);
}

// Whether the row or its order names the one that is asked for, or is `or_more`, or names the entity by another name of
// this article. Most articles give none of `names`, a SELECT, and their records are not looked at.
std::string RowNames(const Asked& asked, std::string_view names, std::string_view or_more) {
  return fmt::format(R"sql(
      ({given} AND {named})
      OR EXISTS (
        SELECT 1 FROM entity_use u
        WHERE u.article = v.article AND +u.form IN (SELECT form FROM {set}_form) AND {named_as_form}))sql",
                     "given"_a = ArticleNames(names), "set"_a = asked.set,
                     "named"_a = RowOrOrder(fmt::format("({}{})", Names(asked), or_more)),
                     "named_as_form"_a = RowOrOrder(NamesAsForm(asked)));
}

std::string RowNamesPerson() { return RowNames(kPerson, "SELECT name FROM official_name", ""); }

// Whether the article plays in the place: of its story, which is one; where that has none, by a name in it.
std::string InPlace() {
  return fmt::format(R"sql(
      ifnull(
        (SELECT st.place IN (SELECT place FROM place_key)
         FROM story_article sa CROSS JOIN story st ON st.key = sa.story
         WHERE sa.article = v.article AND st.place IS NOT NULL),
        {named}))sql",
                     "named"_a = ArticleNames(NamesWith(":place")));
}

constexpr const char* kYearlessBetween = R"sql(
    v.day >= '?' AND v.day < '~'
    AND (v.day BETWEEN :yearless_from AND :yearless_to OR v.day BETWEEN :yearless_from2 AND :yearless_to2))sql";

}  // namespace

std::string FromRows(std::string_view question, std::string_view joins) {
  return fmt::format(R"sql(
      /*days*/ find_row v
      JOIN find_article f ON f.article = v.article AND f.current
      {joins}
      LEFT JOIN record r ON r.key = v.record
      WHERE v.question = '{question}' AND v.record NOT IN ({wrong}))sql",
                     "question"_a = question, "joins"_a = joins, "wrong"_a = kWrongRecords);
}

// Said twice, because SQLite would write the records of a UNION into a table of their own for each row.
std::string RowOrOrder(std::string_view is) {
  return fmt::format(R"sql(
      (EXISTS (SELECT 1 FROM (SELECT v.record AS record) c WHERE {is})
       OR EXISTS (
         SELECT 1 FROM directive_links c
         WHERE c.target = v.record AND c.list = 'deadlines' AND {is})))sql",
                     "is"_a = is);
}

// A condition that names d has the rows looked up by their articles: from an article to the days on which it has rows
// (Answer::from). The plus keeps SQLite from looking up each record of the set for each day.
std::string RowIn(std::string_view set) {
  return fmt::format("d.article IN (SELECT article FROM {set}) AND +v.record IN (SELECT record FROM {set})",
                     "set"_a = set);
}

// Of bodies whose place is known only the groups of that place.
std::string IsGroup() {
  return fmt::format(R"sql(
      (p."group" AND acta_key(p.name) IN ({groups})
       AND (NOT EXISTS (SELECT 1 FROM agency_place)
            OR EXISTS (
              SELECT 1 FROM story_article sa JOIN story st ON st.key = sa.story
              WHERE sa.article = v.article AND +st.place IN (SELECT place FROM agency_place)))))sql",
                     "groups"_a = NamesWith(":groups"));
}

std::string RowNamesBody() {
  const std::string or_group =
      fmt::format(" OR EXISTS (SELECT 1 FROM directive_parties p WHERE p.record = c.record AND {is_group})",
                  "is_group"_a = IsGroup());
  return RowNames(kBody, "SELECT name FROM agency_name UNION ALL " + NamesWith(":groups"), or_group);
}

std::vector<Condition> RowConditions(std::string agency_walk) {
  return {{FilterBy::kFrom, "v.day >= :from"},
          {FilterBy::kTo, "v.day <= :to OR v.day >= '?'"},
          {FilterBy::kBetween, "v.day BETWEEN :from AND :to"},
          {FilterBy::kYearless, kYearlessBetween},
          {FilterBy::kPlace, "v.article IN (SELECT article FROM place_article)", InPlace()},
          {FilterBy::kAgency, RowIn("agency_record"), std::move(agency_walk)},
          {FilterBy::kOfficial, RowIn("official_record"), RowNamesPerson()},
          {FilterBy::kLanguage, "f.language = :language"},
          {FilterBy::kSource, "instr(f.source, :source) > 0"},
          {FilterBy::kBasis, "r.basis = :basis"}};
}

Condition UnderCondition() {
  return {FilterBy::kResolution, RowIn("document_record"),
          fmt::format("(r.kind = 'resolution' AND {is_document}) OR {is_under}",
                      "is_document"_a = IsDocument("v.record", kFilterDocument),
                      "is_under"_a = RowOrOrder(IsUnder()))};
}

std::vector<Condition> Joined(std::initializer_list<std::vector<Condition>> parts) {
  std::vector<Condition> all;
  for (const std::vector<Condition>& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace acta::sql
