#include "pipeline/query/parameters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "pipeline/query/groups.h"
#include "pipeline/query/questions.h"
#include "pipeline/store/fold.h"

namespace acta {
namespace {

// A set of records that conditions name, and the SQL that makes it. Later ones may name earlier ones.
struct Set {
  std::string_view name, sql;
};

// CROSS JOIN is SQLite's word for "in this order": from the few names that were asked for to their records.
//
// The entities of the records that bear a name, with the bodies of the catalog that do, and all records that name one of
// them: what the entity is called in an article is looked up in the other records of that article alone.
#define ACTA_ENTITY_SETS(prefix, match, fields)                                                             \
  {prefix "_name",                                                                                          \
   prefix "_name (name) AS (SELECT rowid FROM find_words WHERE find_words MATCH " match ")"},               \
      {prefix "_entity",                                                                                    \
       prefix "_entity (entity) AS (SELECT DISTINCT ef.entity FROM " prefix                                 \
              "_name n CROSS JOIN find_form ff ON ff.name = n.name CROSS JOIN entity_form ef ON ef.key = "  \
              "ff.form UNION SELECT ef.entity FROM json_each(:" prefix                                      \
              "_bodies) c CROSS JOIN entity_form ef ON ef.form >= 'agency|' || c.value || '|' AND ef.form " \
              "< 'agency|' || c.value || '}')"},                                                            \
      {prefix "_form", prefix "_form (form) AS (SELECT ef.key FROM " prefix                                 \
                              "_entity e CROSS JOIN entity_form ef ON ef.entity = e.entity)"},              \
      {prefix "_use",                                                                                       \
       prefix "_use (record, article, name) AS (SELECT u.record, u.article, n.name FROM " prefix            \
              "_form f CROSS JOIN entity_use u ON u.form = f.form CROSS JOIN find_named n ON n.article = "  \
              "u.article AND n.name = acta_key(u.name))"},                                                  \
  {                                                                                                         \
    prefix "_named", prefix                                                                                 \
        "_named (record, article, field) AS (SELECT record, article, field FROM find_record WHERE name IN " \
        "(SELECT "                                                                                          \
        "name FROM " prefix "_name) AND field IN (" fields                                                  \
        ") UNION SELECT fr.record, fr.article, fr.field FROM " prefix                                       \
        "_use u CROSS JOIN find_record fr ON fr.article = u.article AND fr.name = u.name AND fr.field IN "  \
        "(" fields                                                                                          \
        ") CROSS JOIN record r ON r.key = fr.record AND r.kind NOT IN ('agency', 'official') UNION SELECT " \
        "record, article, 'name' FROM " prefix "_use)"                                                      \
  }

// The instruments that bear the number, and all records that cite one of them, by whatever number: one may have several
// since it was merged. The number stands in the key of a form behind its type.
#define ACTA_DOCUMENT_ENTITY(set, asked, number)                                                             \
  {                                                                                                          \
    set, set " (entity) AS (SELECT DISTINCT entity FROM entity_form WHERE block >= 'resolution|' || " number \
             " AND block < 'resolution|' || " number                                                         \
             " || x'7f' AND acta_cites(substr(block, 12, instr(substr(block, 12), '|') - 1), " asked "))"    \
  }
#define ACTA_CITES_ENTITY(set)                  \
  " UNION SELECT u.record, u.article FROM " set \
  " e CROSS JOIN entity_form g ON g.entity = e.entity CROSS JOIN entity_use u ON u.form = g.key"

constexpr Set kSets[] = {
    ACTA_ENTITY_SETS("subject", ":name_words", ACTA_PERSON_FIELDS),
    ACTA_ENTITY_SETS("body", ":name_words", ACTA_BODY_FIELDS),
    ACTA_ENTITY_SETS("agency", ":agency", ACTA_BODY_FIELDS),
    ACTA_ENTITY_SETS("official", ":official", ACTA_PERSON_FIELDS),
    // The names as records have them, and all names that articles have for the entities.
    {"agency_text",
     "agency_text (name) AS (SELECT f.name FROM agency_name n CROSS JOIN find_name f ON f.key = n.name)"},
    {"agency_called",
     "agency_called (name) AS MATERIALIZED (SELECT name FROM agency_text UNION SELECT name FROM entity_use "
     "WHERE form IN (SELECT form FROM agency_form))"},
    ACTA_DOCUMENT_ENTITY("named_entity", ":name", ":name_number"),
    {"named_document",
     "named_document (record, article) AS (SELECT d.record, r.article FROM resolution d CROSS JOIN record r "
     "ON r.key = d.record WHERE d.number_key >= :name_number AND "
     "d.number_key < :name_number || x'7f' AND acta_cites(d.number, :name) UNION "
     "SELECT record, article FROM find_record WHERE field = 'title' AND name IN "
     "(SELECT rowid FROM find_words WHERE find_words MATCH :name_title)" ACTA_CITES_ENTITY(
         "named_entity") ")"},
    // Of bodies whose place is known only the groups of that place.
    {"agency_place",
     "agency_place (place) AS (SELECT DISTINCT e.place FROM agency_entity a CROSS JOIN entity e ON e.key = "
     "a.entity)"},
    {"agency_group",
     "agency_group (record, article) AS (SELECT p.record, r.article FROM agency_place a CROSS JOIN story st "
     "ON st.place = "
     "a.place CROSS "
     "JOIN story_article sa ON sa.story = st.key CROSS JOIN record r ON r.article = sa.article AND r.kind = "
     "'directive' CROSS JOIN directive_parties p ON p.record = r.key AND p.\"group\" WHERE acta_key(p.name) "
     "IN "
     "(SELECT rowid FROM find_words WHERE find_words MATCH :groups) UNION ALL "
     "SELECT p.record, f.article FROM (SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM agency_place)) CROSS JOIN "
     "find_record f "
     "CROSS "
     "JOIN find_name n ON n.key = f.name "
     "CROSS JOIN directive_parties p ON p.record = f.record AND p.name = n.name WHERE p.\"group\" "
     "AND f.field = 'parties.name' AND f.name IN "
     "(SELECT rowid FROM find_words WHERE find_words MATCH :groups))"},
    {"agency_any",
     "agency_any (record, article) AS (SELECT record, article FROM agency_named UNION SELECT record, article "
     "FROM agency_group)"},
    {"agency_record",
     "agency_record (record, article) AS (SELECT record, article FROM agency_any UNION SELECT l.target, "
     "a.article FROM agency_any a "
     "CROSS JOIN directive_links l ON l.record = a.record AND l.list = 'deadlines')"},
    {"official_record",
     "official_record (record, article) AS (SELECT record, article FROM official_named UNION SELECT "
     "l.target, o.article FROM "
     "official_named o "
     "JOIN directive_links l ON l.record = o.record AND l.list = 'deadlines')"},
    ACTA_DOCUMENT_ENTITY("document_entity", ":resolution", ":number"),
    {"document_named",
     "document_named (record, article) AS (SELECT d.record, r.article FROM resolution d CROSS JOIN record r "
     "ON r.key = d.record WHERE d.number_key >= :number AND "
     "d.number_key < :number || x'7f' AND acta_cites(d.number, :resolution) UNION "
     "SELECT record, article FROM find_record WHERE field = 'title' AND name IN "
     "(SELECT rowid FROM find_words WHERE find_words MATCH :title)" ACTA_CITES_ENTITY("document_entity") ")"},
    {"document_directive",
     "document_directive (record, article) AS (SELECT l.record, d.article FROM document_named d JOIN "
     "directive_links l "
     "ON l.target = d.record AND l.list = 'resolutions')"},
    {"document_record",
     "document_record (record, article) AS (SELECT record, article FROM document_named UNION SELECT record, "
     "article FROM "
     "document_directive "
     "UNION SELECT l.target, d.article FROM document_directive d JOIN directive_links l ON l.record = "
     "d.record "
     "AND l.list = 'deadlines')"},
    // With the other statements of their tasks, if the number was asked for: a later one may call it by its first digits.
    {"document_repeated",
     "document_repeated (record, article) AS (SELECT y.record, y.article FROM document_directive d CROSS "
     "JOIN "
     "task_statement x ON x.record = d.record CROSS JOIN task t ON t.key = x.task AND t.changed CROSS JOIN "
     "task_statement y ON y.task = t.key WHERE :title = '\"\"')"},
    {"document_task",
     "document_task (record, article) AS (SELECT record, article FROM document_record UNION SELECT record, "
     "article FROM document_repeated UNION SELECT l.target, y.article FROM document_repeated y CROSS JOIN "
     "directive_links l ON l.record = y.record AND l.list = 'deadlines')"},
    // The place of the story that an article tells; of an article without a story, or whose story has no place, and for
    // a place that no story has (a commune), the names in it.
    //
    // Places are few and stories many: from one to the next by their index, each place, then each name of it.
    {"story_place",
     "story_place (place) AS (SELECT min(place) FROM story UNION ALL SELECT (SELECT min(s.place) FROM story "
     "s "
     "WHERE s.place > p.place) FROM story_place p WHERE p.place IS NOT NULL)"},
    {"place_called",
     "place_called (place, name) AS (SELECT p.place, (SELECT min(s.place_name) FROM story s WHERE s.place = "
     "p.place) FROM story_place p WHERE p.place IS NOT NULL UNION ALL SELECT n.place, (SELECT "
     "min(s.place_name) FROM story s WHERE s.place = n.place AND s.place_name > n.name) FROM place_called n "
     "WHERE n.name IS NOT NULL)"},
    {"place_key",
     "place_key (place) AS (SELECT DISTINCT place FROM place_called WHERE acta_fold(name) = :place_fold OR "
     "replace(place, '-', ' ') = :place_fold OR replace(place, '-', '') = replace(:place_fold, ' ', ''))"},
    {"place_story",
     "place_story (story) AS (SELECT s.key FROM place_key p CROSS JOIN story s ON s.place = p.place)"},
    {"place_article",
     "place_article (article) AS (SELECT article FROM story_article WHERE story IN (SELECT story FROM "
     "place_story) "
     "UNION SELECT f.article FROM find_named f WHERE f.name IN "
     "(SELECT rowid FROM find_words WHERE find_words MATCH :place) AND (NOT EXISTS (SELECT 1 FROM "
     "place_key) OR NOT EXISTS (SELECT 1 FROM story_article sa "
     "JOIN story s ON s.key = sa.story WHERE sa.article = f.article AND s.place IS NOT NULL)))"},
};

std::string ListOf(const std::vector<std::string>& texts) { return nlohmann::json(texts).dump(); }

// What resolution.number_key begins with for a number: its first run of letters and digits; acta_cites looks at the
// rest. What no key begins with when it is no number.
std::string NumberKeyOf(std::string_view text) {
  if (!HasDigit(text)) return "\x7f";
  const std::string key = FoldNumber(text);
  const auto end =
      std::ranges::find_if(key, [](char c) { return c == '-' || c == '/' || c == '.' || c == ' '; });
  return {key.begin(), end};
}

std::string TitleWordsOf(std::string_view text) { return HasDigit(text) ? "\"\"" : PhraseOf(text); }

}  // namespace

std::string SetsOf(std::string_view sql) {
  std::string with;
  for (size_t i = std::size(kSets); i-- > 0;) {  // backwards: a set names earlier ones
    const bool named = sql.find(kSets[i].name) != sql.npos || with.find(kSets[i].name) != with.npos;
    if (named) with = std::string(kSets[i].sql) + (with.empty() ? "" : ", ") + with;
  }
  return with.empty() ? with : "WITH " + with + " ";
}

std::string_view ProbeOf(FilterBy by) {
#define ACTA_NAME_PROBE(prefix)                 \
  "SELECT count(*) FROM (SELECT 1 FROM " prefix \
  "_name n CROSS JOIN find_named x ON x.name = n.name LIMIT :few)"
#define ACTA_DOCUMENT_PROBE(number, title)                                                               \
  "SELECT (SELECT count(*) FROM (SELECT 1 FROM resolution WHERE number_key >= " number                   \
  " AND number_key < " number                                                                            \
  " || x'7f' LIMIT :few)) + (SELECT count(*) FROM (SELECT 1 FROM find_record WHERE field = 'title' AND " \
  "name IN "                                                                                             \
  "(SELECT rowid FROM find_words WHERE find_words MATCH " title ") LIMIT :few))"
  switch (by) {
    case FilterBy::kAgency:
      return ACTA_NAME_PROBE("agency");
    case FilterBy::kOfficial:
      return ACTA_NAME_PROBE("official");
    case FilterBy::kResolution:
      return ACTA_DOCUMENT_PROBE(":number", ":title");
    case FilterBy::kName:  // of an instrument; the name of a person is always looked up
      return ACTA_DOCUMENT_PROBE(":name_number", ":name_title");
    default:
      return {};
  }
}

std::vector<std::string> WordsOf(std::string_view text) {
  const std::string folded = FoldForSearch(text);
  std::vector<std::string> words(1);
  const auto size = static_cast<int32_t>(folded.size());
  for (int32_t at = 0; at < size;) {
    const int32_t begin = at;
    UChar32 c;
    U8_NEXT(folded.data(), at, size, c);
    if (c >= 0 && u_isalnum(c)) {
      words.back().append(folded, static_cast<size_t>(begin), static_cast<size_t>(at - begin));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string Joined(std::span<const std::string> words) {
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : " ") + word;
  return joined;
}

bool HasDigit(std::string_view text) { return text.find_first_of("0123456789") != text.npos; }

std::string FoldedWords(std::string_view text) { return Joined(WordsOf(text)); }

std::string PhraseOf(std::string_view text) {
  const std::vector<std::string> words = WordsOf(text);
  return words.empty() ? "\"\"" : "\"" + Joined(words) + "\" *";
}

TextQuery TextQueryOf(std::string_view text) {
  std::string query;
  auto add = [&](std::string_view part, bool quoted) {
    const std::vector<std::string> words = WordsOf(part);
    if (words.empty()) return;
    query += (query.empty() ? "\"" : " AND \"") + Joined(words) + "\"";
    if (!quoted && part.ends_with('*')) query += " *";
  };
  for (size_t at = 0; at < text.size();) {
    const bool quoted = text[at] == '"';
    const size_t begin = quoted ? at + 1 : at;
    const size_t end = std::min(text.find_first_of(quoted ? "\"" : " \t\n\"", begin), text.size());
    add(text.substr(begin, end - begin), quoted);
    at = quoted || (end < text.size() && text[end] != '"') ? end + 1 : end;
  }
  if (query.empty()) return {"\"\"", "\"\""};
  // Words that follow each other in the text as they were asked come first.
  const std::vector<std::string> all = WordsOf(text);
  const bool plain = text.find_first_of("\"*") == text.npos;
  if (!plain || all.size() < 2) return {query, "\"\""};
  const std::string together = "\"" + Joined(all) + "\"";
  return {together, "(" + query + ") NOT " + together};
}

Parameters::Parameters(const Filter& filter, int64_t since_seconds) : since_(since_seconds) {
  const TextQuery text = TextQueryOf(filter.name);
  const std::string from = filter.from ? ToIso(*filter.from) : "0000-00-00";
  const std::string to = filter.to ? ToIso(*filter.to) : "9999-99-99";
  const std::string no_year(4, '?');
  // A day without a year lies between two days of one year when its month and day do; over a turn of year it lies
  // before its end or after its beginning; within a longer time always.
  std::pair<std::string, std::string> yearless[] = {{no_year + "-00-00", no_year + "-99-99"}, {"~~", "~"}};
  if (filter.from && filter.to && ToDays(*filter.to) - ToDays(*filter.from) < 366) {
    const std::string first = no_year + from.substr(4), last = no_year + to.substr(4);
    if (filter.from->year == filter.to->year) {
      yearless[0] = {first, last};
    } else {
      yearless[0] = {no_year + "-00-00", last};
      yearless[1] = {first, no_year + "-99-99"};
    }
  }
  texts_ = {{":from", from},
            {":to", to},
            {":yearless_from", yearless[0].first},
            {":yearless_to", yearless[0].second},
            {":yearless_from2", yearless[1].first},
            {":yearless_to2", yearless[1].second},
            {":today", IsValid(filter.today) ? ToIso(filter.today) : "9999-99-99"},
            {":name", filter.name},
            {":name_words", PhraseOf(filter.name)},
            {":name_number", NumberKeyOf(filter.name)},
            {":name_title", TitleWordsOf(filter.name)},
            {":text", text.first},
            {":text_then", text.then},
            {":place", PhraseOf(filter.place)},
            {":place_fold", FoldForSearch(filter.place)},
            {":agency", PhraseOf(filter.agency)},
            {":groups", GroupsOf(filter.agency)},
            {":agency_bodies", ListOf(filter.agency_bodies)},
            {":body_bodies", ListOf(filter.name_bodies)},
            {":subject_bodies", "[]"},
            {":official_bodies", "[]"},
            {":official", PhraseOf(filter.official)},
            {":resolution", filter.resolution},
            {":number", NumberKeyOf(filter.resolution)},
            {":title", TitleWordsOf(filter.resolution)},
            {":language", filter.language},
            {":source", filter.source},
            {":strength", filter.strength},
            {":basis", filter.basis}};
}

void Parameters::BindTo(Statement& statement) const {
  for (const Text& text : texts_) {
    if (int parameter = statement.Parameter(text.name)) statement.Bind(parameter, text.value);
  }
  if (int parameter = statement.Parameter(":since")) statement.Bind(parameter, since_);
}

}  // namespace acta
