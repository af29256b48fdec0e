// The questions themselves, each defined in the file of its family.
#pragma once

#include "pipeline/query/question.h"

namespace acta {

extern const Question kDue, kOverdue, kChanges;       // due.cc
extern const Question kOfficial, kPosts;              // people.cc
extern const Question kResolution;                    // documents.cc
extern const Question kAgency, kProgress, kRequests;  // work.cc
extern const Question kTargets;                       // figures.cc
extern const Question kNew, kSearch, kCoverage;       // articles.cc

// Columns that most answers end with.
inline constexpr QuestionColumn kQuote{
    {"quote", "the sentence that says so", Shown::kWide, 2}, "", CellKind::kSentence};
inline constexpr QuestionColumn kSource{{"source", "where it was read", Shown::kWide}, "v.source"};
inline constexpr QuestionColumn kPublished{{"published", "the day of the article", Shown::kWhole},
                                           "v.published"};
inline constexpr QuestionColumn kKnown{
    {"basis", "how the record is known at its weakest: printed, resolved, inferred", Shown::kWhole},
    "v.basis"};
inline constexpr QuestionColumn kId{{"id", "the record; see it whole with: acta show ID", Shown::kPrograms},
                                    "v.id"};

// The rows of a question that has one for a statement: v of find_row, r the record, f the card of its article. `joins`
// comes before WHERE.
//
// A record is joined from the left, so that SQLite leaves it out where no condition looks at it: a row of `record` is
// the dearest of all to read. What a correction calls wrong is looked up once.
#define ACTA_ROWS_JOINED(question, joins)                                              \
  "{days}find_row v JOIN find_article f ON f.article = v.article AND f.current " joins \
  " LEFT JOIN record r ON r.key = v.record WHERE v.question = '" question              \
  "' AND v.record NOT IN (SELECT x.key FROM wrong_record w CROSS JOIN record x ON x.id = w.id)"
#define ACTA_ROWS(question) ACTA_ROWS_JOINED(question, "")

// By day, the statements of one article together; the order in which find_row lies.
#define ACTA_ROWS_ORDER "v.day, v.article, v.record, v.part, v.other"

// What tells such a row, for questions that have one row for what a story says in several languages.
#define ACTA_ROW_KEYS "v.record, v.part, v.other, v.day, v.article"
#define ACTA_ROW_OF_KEYS "(SELECT :k1 AS record, :k2 AS part, :k3 AS other, :k4 AS day, :k5 AS article) v"

// The group of such a row: the story and `said`, what it says in any language. A row of which that is not known (null),
// or whose article tells its story alone, is its own.
#define ACTA_SAID_IN_STORY(said)                                                                       \
  "coalesce((SELECT a.story || '|' || v.part || '|' || " said                                          \
  " FROM story_article a WHERE a.article = v.article AND EXISTS (SELECT 1 FROM story_article b WHERE " \
  "b.story "                                                                                           \
  "= a.story AND b.article <> a.article)), v.record || '|' || v.part || '|' || v.other)"

// Of the rows of a group on one day the first by `order`: Answer::choose by ACTA_ROW_KEYS. `which`: what is asked of it, of
// its article f and of the article o of :k1, sooner than the group, which is dear.
#define ACTA_TOLD_BY(question, which, group, order)                                                        \
  "SELECT v.record, v.part, v.other FROM record r CROSS JOIN find_article o ON o.article = r.article "     \
  "CROSS JOIN story_article a ON a.article = r.article CROSS JOIN story_article b ON b.story = a.story "   \
  "CROSS JOIN find_article f ON f.article = b.article AND f.current CROSS JOIN find_row v ON v.question "  \
  "= '" question                                                                                           \
  "' AND v.day = :k4 AND v.article = b.article AND v.part = :k2 WHERE r.key = :k1 AND (:language = '' OR " \
  "f.language = :language) AND instr(f.source, :source) > 0 AND " which                                    \
  " AND v.record NOT IN (SELECT x.key FROM wrong_record w CROSS JOIN record x ON x.id = w.id) AND " group  \
  " = :group ORDER BY " order ", v.article, v.record, v.other LIMIT 1"

// The one in Vietnamese. `near`: what is so of every row of the group.
#define ACTA_FIRST_TOLD(question, near, group) \
  ACTA_TOLD_BY(question, "o.language IS NOT 'vi' AND f.language = 'vi' AND " near, group, "v.day")

// The person or body that the article of the row calls `name`, else the name.
#define ACTA_WHO(name)                                                                                      \
  "coalesce((SELECT m.entity FROM entity_use u CROSS JOIN entity_form m ON m.key = u.form WHERE u.article " \
  "= v.article AND u.name = " name " LIMIT 1), acta_fold(" name "))"

// The entity that the record is.
#define ACTA_ENTITY_OF(record) \
  "(SELECT m.entity FROM entity_use u CROSS JOIN entity_form m ON m.key = u.form WHERE u.record = " record ")"

// Of progress g: how many of how many are in what state. Null where that is not counted, or the article says it twice.
#define ACTA_PROGRESS_SAID                                                                              \
  "(SELECT g.state || '|' || g.value || '|' || g.\"of\" || '|' || coalesce(g.as_of, '') WHERE (SELECT " \
  "count(*) "                                                                                           \
  "FROM record y CROSS JOIN progress h ON h.record = y.key WHERE y.article = v.article AND (h.state, "  \
  "h.value, h.\"of\") = (g.state, g.value, g.\"of\")) = 1)"

// The task that the record states.
#define ACTA_TASK_OF(record) "(SELECT s.task FROM task_statement s WHERE s.record = " record ")"

// Fields in which a person or a body is named.
#define ACTA_PERSON_FIELDS "'name', 'issuer', 'signer', 'chair', 'reporter', 'on_behalf_of'"
#define ACTA_BODY_FIELDS                                                                            \
  "'name', 'posts.body', 'issuer', 'signer', 'on_behalf_of', 'assignees', 'parties.name', 'body', " \
  "'reporter', 'subject'"

// Whether the record of the row, c, or an order that it is the deadline of, c, is such that … Said twice, because SQLite
// would write the records of a UNION into a table of their own for each row.
#define ACTA_ROW_OR_ORDER(is)                                                                       \
  "(EXISTS (SELECT 1 FROM (SELECT v.record AS record) c WHERE " is                                  \
  ") OR EXISTS (SELECT 1 FROM directive_links c WHERE c.target = v.record AND c.list = 'deadlines'" \
  " AND " is "))"

// Whether c, a record of the article of the row, names one of `prefix`_name in one of the fields. The plus keeps SQLite
// with the article that it has: the names are many.
#define ACTA_NAMES(prefix, fields)                                                                           \
  "EXISTS (SELECT 1 FROM find_record x WHERE x.article = v.article AND +x.name IN (SELECT name FROM " prefix \
  "_name) AND x.record = c.record AND x.field IN (" fields "))"

// Whether c is the record that uses the form u, or names it as that does.
#define ACTA_NAMES_AS(fields)                                                                              \
  "(u.record = c.record OR (EXISTS (SELECT 1 FROM find_record x WHERE x.article = v.article AND x.name = " \
  "acta_key(u.name) AND x.record = c.record AND x.field IN (" fields                                       \
  ")) AND (SELECT kind FROM record WHERE key = c.record) NOT IN ('agency', 'official')))"

// Whether the record of the row is in a set of (record, article). A condition that names d has the rows looked up by their
// articles: from an article to the days on which it has rows (Answer::from). The plus keeps SQLite from looking up each
// record of the set for each day.
#define ACTA_ROW_IN(set) \
  "d.article IN (SELECT article FROM " set ") AND +v.record IN (SELECT record FROM " set ")"

// Whether the article of the row gives one of the names.
#define ACTA_ARTICLE_NAMES(names) \
  "EXISTS (SELECT 1 FROM find_named x WHERE x.article = v.article AND +x.name IN (" names "))"

// Whether the row or its order names one of `prefix`_name in one of the fields, `or_more`, or an entity of that name by
// another name of this article. Most articles give none of `names`, and their records are not looked at.
#define ACTA_ROW_NAMES(prefix, fields, names, or_more) \
  "(" ACTA_ARTICLE_NAMES(names) " AND " ACTA_ROW_OR_ORDER("(" ACTA_NAMES(prefix, fields) or_more ")")                                     \
  ") OR EXISTS (SELECT 1 FROM entity_use u WHERE u.article = v.article AND +u.form IN (SELECT form " \
  "FROM " prefix "_form) AND " ACTA_ROW_OR_ORDER(ACTA_NAMES_AS(fields)) ")"

// Whether c orders all bodies of a kind that the body is of.
#define ACTA_GROUP_WORDS "SELECT rowid FROM find_words WHERE find_words MATCH :groups"
// Whether the party p is such a group.
#define ACTA_IS_GROUP                                                                               \
  "(p.\"group\" AND acta_key(p.name) IN (" ACTA_GROUP_WORDS                                         \
  ") AND (NOT EXISTS (SELECT 1 FROM agency_place) OR EXISTS (SELECT 1 FROM story_article sa JOIN "  \
  "story st ON st.key = sa.story WHERE sa.article = v.article AND +st.place IN (SELECT place FROM " \
  "agency_place))))"
#define ACTA_NAMES_GROUP \
  "EXISTS (SELECT 1 FROM directive_parties p WHERE p.record = c.record AND " ACTA_IS_GROUP ")"

// Whether the resolution `record` of the article of the row is the instrument that was asked for.
#define ACTA_IS_DOCUMENT(record, asked, number, title, entities) \
  ACTA_IS_DOCUMENT_IN("v.article", record, asked, number, title, entities)
#define ACTA_IS_DOCUMENT_IN(article, record, asked, number, title, entities)                             \
  "(EXISTS (SELECT 1 FROM entity_use eu WHERE eu.record = " record                                       \
  " AND +eu.form IN (SELECT eg.key FROM entity_form eg WHERE eg.entity IN (SELECT entity FROM " entities \
  "))) OR EXISTS (SELECT 1 FROM resolution d WHERE d.record = " record " AND +d.number_key >= " number   \
  " AND +d.number_key < " number " || x'7f' AND acta_cites(d.number, " asked ")) OR (" title             \
  " <> '\"\"' AND EXISTS (SELECT 1 FROM find_record x WHERE x.article = " article                        \
  " AND +x.name IN (SELECT "                                                                             \
  "rowid FROM find_words WHERE find_words MATCH " title ") AND x.record = " record                       \
  " AND x.field = 'title')))"

// The province of an entity by its name in Vietnamese, else in Latin letters, else as it is. Of each script the names of
// one place lie together, those with marks last.
#define ACTA_PROVINCE_OF(e)                                                                                 \
  "(SELECT coalesce((SELECT max(st.place_name) FROM story st WHERE st.place = k.place AND st.place_name < " \
  "'Ѐ'), (SELECT max(st.place_name) FROM story st WHERE st.place = k.place AND st.place_name >= 'Ḁ'), "  \
  "(SELECT min(st.place_name) FROM story st WHERE st.place = k.place)) FROM (SELECT substr(" e              \
  ".place, 1, instr(" e ".place || '/', '/') - 1) AS place) k)"

// Whose body the entity `e` is: the commune or district that an article prints, the province that stories play in.
#define ACTA_PLACE_OF_ENTITY(e) \
  "(SELECT nullif(coalesce(low || coalesce(', ' || high, ''), high), '') FROM (SELECT " ACTA_PROVINCE_OF( \
      e) " AS high, "                                                                                    \
  "(SELECT x.place FROM entity_form g CROSS JOIN entity_use u ON u.form = g.key CROSS JOIN agency x ON " \
  "x.record = u.record WHERE g.entity = " e ".key AND (" e ".place IS NULL OR " e                        \
  ".place GLOB '*/*') AND x.place IS "                                                                   \
  "NOT NULL ORDER BY u.authority, x.place LIMIT 1) AS low))"

// The name of a body in the language in which its province is named: of a province that Russian pages alone tell of, the
// Russian one.
#define ACTA_NAME_OF_ENTITY(e)                                                                         \
  "coalesce((SELECT CASE WHEN h.name GLOB '[Ѐ-ӿ]*' THEN " e                                            \
  ".name_ru WHEN acta_fold(h.name) = lower(h.name) AND NOT EXISTS (SELECT 1 FROM story st CROSS JOIN " \
  "story_article sa ON sa.story = st.key CROSS JOIN find_article f ON f.article = sa.article WHERE "   \
  "st.place "                                                                                          \
  "= substr(" e ".place, 1, instr(" e ".place || '/', '/') - 1) AND f.language = 'vi') THEN " e        \
  ".name_en END FROM (SELECT " ACTA_PROVINCE_OF(e) " AS name) h), " e ".name)"

#define ACTA_PLACE_WORDS "SELECT rowid FROM find_words WHERE find_words MATCH :place"

// Whether the article plays in the place: of its story, which is one; where that has none, by a name in it.
#define ACTA_IN_PLACE                                                                                      \
  "ifnull((SELECT st.place IN (SELECT place FROM place_key) FROM story_article sa CROSS JOIN story st ON " \
  "st.key = sa.story WHERE sa.article = v.article AND st.place IS NOT NULL), " ACTA_ARTICLE_NAMES(         \
      ACTA_PLACE_WORDS) ")"

// The conditions of such rows. A day without a year sorts after all others and passes when it can lie between.
// `agency_walk`: of the rows of a question whose records name bodies in few places, those.
#define ACTA_ROW_CONDITIONS                                                                          \
  ACTA_ROW_CONDITIONS_BUT(ACTA_ROW_NAMES("agency", ACTA_BODY_FIELDS,                                 \
                                         "SELECT name FROM agency_name UNION ALL " ACTA_GROUP_WORDS, \
                                         " OR " ACTA_NAMES_GROUP))
#define ACTA_ROW_CONDITIONS_BUT(agency_walk)                                                                \
  {FilterBy::kFrom, "v.day >= :from"}, {FilterBy::kTo, "v.day <= :to OR v.day >= '?'"},                     \
      {FilterBy::kBetween, "v.day BETWEEN :from AND :to"},                                                  \
      {FilterBy::kYearless,                                                                                 \
       "v.day >= '?' AND v.day < '~' AND (v.day BETWEEN :yearless_from AND :yearless_to OR "                \
       "v.day BETWEEN :yearless_from2 AND :yearless_to2)"},                                                 \
      {FilterBy::kPlace, "v.article IN (SELECT article FROM place_article)", ACTA_IN_PLACE},                \
      {FilterBy::kAgency, ACTA_ROW_IN("agency_record"), agency_walk},                                       \
      {FilterBy::kOfficial, ACTA_ROW_IN("official_record"),                                                 \
       ACTA_ROW_NAMES("official", ACTA_PERSON_FIELDS, "SELECT name FROM official_name", "")},               \
      {FilterBy::kLanguage, "f.language = :language"}, {FilterBy::kSource, "instr(f.source, :source) > 0"}, \
  {                                                                                                         \
    FilterBy::kBasis, "r.basis = :basis"                                                                    \
  }
// Whether c is an order under the instrument that was asked for.
#define ACTA_IS_UNDER                                                                             \
  "EXISTS (SELECT 1 FROM directive_links m WHERE m.record = c.record AND m.list = 'resolutions' " \
  "AND " ACTA_IS_DOCUMENT("m.target", ":resolution", ":number", ":title", "document_entity") ")"
#define ACTA_UNDER_CONDITION                                            \
  {                                                                     \
    FilterBy::kResolution, ACTA_ROW_IN("document_record"),              \
        "(r.kind = 'resolution' AND " ACTA_IS_DOCUMENT(                 \
            "v.record", ":resolution", ":number", ":title",             \
            "document_entity") ") OR " ACTA_ROW_OR_ORDER(ACTA_IS_UNDER) \
  }

}  // namespace acta
