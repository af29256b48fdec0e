#include "pipeline/query/sets.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "pipeline/query/documents_sql.h"
#include "pipeline/query/names_sql.h"

namespace acta {
namespace {

using namespace fmt::literals;

// A common table expression: its name, its columns and its SELECT. Later ones of a list may name earlier ones.
//
// CROSS JOIN is SQLite's word for "in this order": from the few names that were asked for to their records.
struct Set {
  std::string name, sql;
};

// The entities that have a record that bears a name of {set}_name, with the bodies of the catalog that are meant.
constexpr const char* kEntity = R"sql((entity) AS (
    SELECT DISTINCT ef.entity
    FROM {set}_name n
    CROSS JOIN find_form ff ON ff.name = n.name
    CROSS JOIN entity_form ef ON ef.key = ff.form
    UNION
    SELECT ef.entity
    FROM json_each(:{set}_bodies) c
    CROSS JOIN entity_form ef ON ef.form >= 'agency|' || c.value || '|' AND ef.form < 'agency|' || c.value || '}}'))sql";

constexpr const char* kForm = R"sql((form) AS (
    SELECT ef.key FROM {set}_entity e CROSS JOIN entity_form ef ON ef.entity = e.entity))sql";

constexpr const char* kUse = R"sql((record, article, name) AS (
    SELECT u.record, u.article, n.name
    FROM {set}_form f
    CROSS JOIN entity_use u ON u.form = f.form
    CROSS JOIN find_named n ON n.article = u.article AND n.name = acta_key(u.name)))sql";

constexpr const char* kNamed = R"sql((record, article, field) AS (
    SELECT record, article, field FROM find_record
    WHERE name IN (SELECT name FROM {set}_name) AND field IN ({fields})
    UNION
    SELECT fr.record, fr.article, fr.field
    FROM {set}_use u
    CROSS JOIN find_record fr ON fr.article = u.article AND fr.name = u.name AND fr.field IN ({fields})
    CROSS JOIN record r ON r.key = fr.record AND r.kind NOT IN ('agency', 'official')
    UNION
    SELECT record, article, 'name' FROM {set}_use))sql";

// The names that have the words, the entities that bear one of them, and all records that name one of these: what the
// entity is called in an article is looked up in the other records of that article alone.
std::vector<Set> EntitySets(std::string_view set, std::string_view words, std::string_view fields) {
  auto made = [&](std::string_view what, const char* sql) {
    return Set{fmt::format("{}_{}", set, what),
               fmt::format(fmt::runtime(sql), "set"_a = set, "fields"_a = fields)};
  };
  const std::string names = fmt::format("(name) AS ({})", sql::NamesWith(words));
  return {{fmt::format("{}_name", set), names},
          made("entity", kEntity),
          made("form", kForm),
          made("use", kUse),
          made("named", kNamed)};
}

// Names of the body that is asked for, for conditions of one row, and the groups to which it belongs.
std::vector<Set> AgencySets() {
  return {
      // The names as records have them, and all names that articles have for the entities.
      {"agency_text", R"sql((name) AS (
          SELECT f.name FROM agency_name n CROSS JOIN find_name f ON f.key = n.name))sql"},
      {"agency_called", R"sql((name) AS MATERIALIZED (
          SELECT name FROM agency_text
          UNION
          SELECT name FROM entity_use WHERE form IN (SELECT form FROM agency_form)))sql"},
      {"agency_place", R"sql((place) AS (
          SELECT DISTINCT e.place FROM agency_entity a CROSS JOIN entity e ON e.key = a.entity))sql"},
      // Of bodies whose place is known only the groups of that place.
      {"agency_group", fmt::format(R"sql((record, article) AS (
          SELECT p.record, r.article
          FROM agency_place a
          CROSS JOIN story st ON st.place = a.place
          CROSS JOIN story_article sa ON sa.story = st.key
          CROSS JOIN record r ON r.article = sa.article AND r.kind = 'directive'
          CROSS JOIN directive_parties p ON p.record = r.key AND p."group"
          WHERE acta_key(p.name) IN ({groups})
          UNION ALL
          SELECT p.record, f.article
          FROM (SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM agency_place))
          CROSS JOIN find_record f
          CROSS JOIN find_name n ON n.key = f.name
          CROSS JOIN directive_parties p ON p.record = f.record AND p.name = n.name
          WHERE p."group" AND f.field = 'parties.name' AND f.name IN ({groups})))sql",
                                   "groups"_a = sql::NamesWith(":groups"))},
      {"agency_any", R"sql((record, article) AS (
          SELECT record, article FROM agency_named
          UNION
          SELECT record, article FROM agency_group))sql"},
      {"agency_record", R"sql((record, article) AS (
          SELECT record, article FROM agency_any
          UNION
          SELECT l.target, a.article
          FROM agency_any a CROSS JOIN directive_links l ON l.record = a.record AND l.list = 'deadlines'))sql"},
  };
}

std::vector<Set> OfficialSets() {
  return {{"official_record", R"sql((record, article) AS (
      SELECT record, article FROM official_named
      UNION
      SELECT l.target, o.article
      FROM official_named o JOIN directive_links l ON l.record = o.record AND l.list = 'deadlines'))sql"}};
}

// The entities of the instruments that bear the number, and `documents`: the resolutions that bear the number or the title,
// and all that cite one of the entities, by whatever number: one may have several since it was merged.
std::vector<Set> DocumentSets(std::string_view documents, const sql::AskedDocument& asked) {
  return {{std::string(asked.entities),
           fmt::format("(entity) AS (SELECT DISTINCT entity FROM entity_form WHERE {is_form})",
                       "is_form"_a = sql::IsFormOf(asked))},
          {std::string(documents),
           fmt::format(R"sql((record, article) AS (
               SELECT d.record, r.article
               FROM resolution d CROSS JOIN record r ON r.key = d.record
               WHERE {numbered} AND acta_cites(d.number, {words})
               UNION
               SELECT record, article FROM find_record WHERE field = 'title' AND name IN ({titles})
               UNION
               SELECT u.record, u.article
               FROM {entities} e
               CROSS JOIN entity_form g ON g.entity = e.entity
               CROSS JOIN entity_use u ON u.form = g.key))sql",
                       "numbered"_a = sql::BeginsWith("d.number_key", asked.number), "words"_a = asked.words,
                       "titles"_a = sql::NamesWith(asked.title), "entities"_a = asked.entities)}};
}

// What stands in relation to the instrument: orders, their deadlines, the other statements of their tasks.
std::vector<Set> DocumentRelationSets() {
  return {
      {"document_directive", R"sql((record, article) AS (
          SELECT l.record, d.article
          FROM document_named d JOIN directive_links l ON l.target = d.record AND l.list = 'resolutions'))sql"},
      {"document_record", R"sql((record, article) AS (
          SELECT record, article FROM document_named
          UNION
          SELECT record, article FROM document_directive
          UNION
          SELECT l.target, d.article
          FROM document_directive d JOIN directive_links l ON l.record = d.record AND l.list = 'deadlines'))sql"},
      // If the number was asked for: a later statement may call it by its first digits.
      {"document_repeated", R"sql((record, article) AS (
          SELECT y.record, y.article
          FROM document_directive d
          CROSS JOIN task_statement x ON x.record = d.record
          CROSS JOIN task t ON t.key = x.task AND t.changed
          CROSS JOIN task_statement y ON y.task = t.key
          WHERE :title = '""'))sql"},
      {"document_task", R"sql((record, article) AS (
          SELECT record, article FROM document_record
          UNION
          SELECT record, article FROM document_repeated
          UNION
          SELECT l.target, y.article
          FROM document_repeated y CROSS JOIN directive_links l ON l.record = y.record AND l.list = 'deadlines'))sql"},
  };
}

// The place of the story that an article tells; of an article without a story, or whose story has no place, and for a place
// that no story has (a commune), the names in it.
std::vector<Set> PlaceSets() {
  return {
      // Places are few and stories many: from one to the next by their index, each place, then each name of it.
      {"story_place", R"sql((place) AS (
          SELECT min(place) FROM story
          UNION ALL
          SELECT (SELECT min(s.place) FROM story s WHERE s.place > p.place)
          FROM story_place p WHERE p.place IS NOT NULL))sql"},
      {"place_called", R"sql((place, name) AS (
          SELECT p.place, (SELECT min(s.place_name) FROM story s WHERE s.place = p.place)
          FROM story_place p WHERE p.place IS NOT NULL
          UNION ALL
          SELECT n.place, (SELECT min(s.place_name) FROM story s WHERE s.place = n.place AND s.place_name > n.name)
          FROM place_called n WHERE n.name IS NOT NULL))sql"},
      // Of each script the names of one place lie together, those with marks last.
      {"province_name", R"sql((place, name) AS MATERIALIZED (
          SELECT place, coalesce(
            max(name) FILTER (WHERE name < 'Ѐ'), max(name) FILTER (WHERE name >= 'Ḁ'), min(name))
          FROM place_called WHERE name IS NOT NULL
          GROUP BY place))sql"},
      {"place_key", R"sql((place) AS (
          SELECT DISTINCT place FROM place_called
          WHERE acta_fold(name) = :place_fold OR replace(place, '-', ' ') = :place_fold
            OR replace(place, '-', '') = replace(:place_fold, ' ', '')))sql"},
      {"place_story", R"sql((story) AS (
          SELECT s.key FROM place_key p CROSS JOIN story s ON s.place = p.place))sql"},
      {"place_article", fmt::format(R"sql((article) AS (
          SELECT article FROM story_article WHERE story IN (SELECT story FROM place_story)
          UNION
          SELECT f.article FROM find_named f
          WHERE f.name IN ({named})
            AND (NOT EXISTS (SELECT 1 FROM place_key)
                 OR NOT EXISTS (
                   SELECT 1 FROM story_article sa JOIN story s ON s.key = sa.story
                   WHERE sa.article = f.article AND s.place IS NOT NULL))))sql",
                                    "named"_a = sql::NamesWith(":place"))},
  };
}

std::vector<Set> AllSets() {
  std::vector<Set> all;
  for (std::vector<Set>& family : std::vector{
           EntitySets("subject", ":name_words", sql::kPersonFields),
           EntitySets("body", ":name_words", sql::kBodyFields),
           EntitySets("agency", ":agency", sql::kBodyFields),
           EntitySets("official", ":official", sql::kPersonFields),
           DocumentSets("named_document", sql::kSubjectDocument), AgencySets(), OfficialSets(),
           DocumentSets("document_named", sql::kFilterDocument), DocumentRelationSets(), PlaceSets()}) {
    std::ranges::move(family, std::back_inserter(all));
  }
  return all;
}

// Of a person or a body: the articles that give one of the names.
std::string NameProbe(std::string_view set) {
  return fmt::format(
      "SELECT count(*) FROM (SELECT 1 FROM {set}_name n CROSS JOIN find_named x ON x.name = n.name LIMIT "
      ":few)",
      "set"_a = set);
}

// Of an instrument: the resolutions of the number, and the records of the title.
std::string DocumentProbe(const sql::AskedDocument& asked) {
  return fmt::format(R"sql(
      SELECT
        (SELECT count(*) FROM (SELECT 1 FROM resolution WHERE {numbered} LIMIT :few))
        + (SELECT count(*)
           FROM (SELECT 1 FROM find_record WHERE field = 'title' AND name IN ({titles}) LIMIT :few)))sql",
                     "numbered"_a = sql::BeginsWith("number_key", asked.number),
                     "titles"_a = sql::NamesWith(asked.title));
}

}  // namespace

std::string SetsOf(std::string_view sql) {
  static const std::vector<Set> sets = AllSets();
  std::string with;
  for (size_t i = sets.size(); i-- > 0;) {  // backwards: a set names earlier ones
    const bool named = sql.find(sets[i].name) != sql.npos || with.find(sets[i].name) != with.npos;
    if (named) with = sets[i].name + " " + sets[i].sql + (with.empty() ? "" : ", ") + with;
  }
  return with.empty() ? with : "WITH " + with + " ";
}

std::string ProbeOf(FilterBy by) {
  switch (by) {
    case FilterBy::kAgency:
      return NameProbe("agency");
    case FilterBy::kOfficial:
      return NameProbe("official");
    case FilterBy::kResolution:
      return DocumentProbe(sql::kFilterDocument);
    case FilterBy::kName:  // of an instrument; the name of a person is always looked up
      return DocumentProbe(sql::kSubjectDocument);
    default:
      return {};
  }
}

}  // namespace acta
