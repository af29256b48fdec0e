// Officials: what they are and what they did, and who held which post.
#include "pipeline/query/questions.h"

namespace acta {
namespace {

constexpr Condition kOfficialConditions[] = {
    // A record may name several people: the one who was asked for must be the one of the row.
    {FilterBy::kName,
     ACTA_ROW_IN("subject_named") " AND EXISTS (SELECT 1 FROM subject_named s WHERE "
                                  "s.record = "
                                  "v.record AND s.field = CASE v.part WHEN 'post' THEN 'name' WHEN 'chaired' "
                                  "THEN 'chair' WHEN 'ordered' "
                                  "THEN "
                                  "'issuer' WHEN 'signed' THEN 'signer' ELSE 'reporter' END)"},
    ACTA_ROW_CONDITIONS,
    ACTA_UNDER_CONDITION};

// What a row says, whoever tells it, by what it is of.
#define ACTA_POST_SAID                                                            \
  "(SELECT p.role || '|' || coalesce(p.entity, acta_fold(p.body), '') || '|' || " \
  "coalesce(p.capacity, '') || '|' || " ACTA_ENTITY_OF(                           \
      "v.record") " FROM v_post p WHERE p.record = v.record AND p.n = v.other)"
#define ACTA_ORDER_SAID                                       \
  "(SELECT " ACTA_TASK_OF("v.record") " || '|' || " ACTA_WHO( \
      "o.issuer") " FROM directive o WHERE o.record = v.record)"
// One language has a working session where another has a meeting: the kind tells events apart only where the article has
// several of the day with this chair.
#define ACTA_CHAIR_SAID                                                                                      \
  "(SELECT e.date || '|' || CASE WHEN (SELECT count(*) FROM record y CROSS JOIN event x ON x.record "        \
  "= y.key WHERE y.article = v.article AND y.kind = 'event' AND (x.date, x.chair) = (e.date, e.chair)) > 1 " \
  "THEN e.kind ELSE '' END || '|' || " ACTA_WHO("e.chair") " FROM event e WHERE e.record = v.record)"
#define ACTA_REPORT_SAID        \
  "(SELECT " ACTA_PROGRESS_SAID \
  " || '|' || " ACTA_WHO("g.reporter") " FROM progress g WHERE g.record = v.record)"
#define ACTA_OFFICIAL_GROUP                                                                                 \
  ACTA_SAID_IN_STORY("CASE v.part WHEN 'post' THEN " ACTA_POST_SAID " WHEN 'ordered' THEN " ACTA_ORDER_SAID \
                     " WHEN 'chaired' THEN " ACTA_CHAIR_SAID                                                \
                     " WHEN 'signed' THEN " ACTA_ENTITY_OF("v.record") " ELSE " ACTA_REPORT_SAID " END")
#define ACTA_OFFICIAL_NEAR                                                         \
  "CASE v.part WHEN 'post' THEN " ACTA_ENTITY_OF("v.record") " = " ACTA_ENTITY_OF( \
      ":k1") " WHEN 'ordered' THEN " ACTA_TASK_OF("v.record") " = " ACTA_TASK_OF(":k1") " ELSE 1 END"

// "done 41/58: 58 nhiệm vụ": the reports of one sentence differ in nothing else.
#define ACTA_COUNT(value) \
  "CASE WHEN " value " = CAST(" value " AS INTEGER) THEN CAST(" value " AS INTEGER) ELSE " value " END"
#define ACTA_REPORT_IN_SHORT                                                             \
  "g.state || coalesce(' ' || " ACTA_COUNT("g.value") " || coalesce('/' || " ACTA_COUNT( \
      "g.\"of\"") ", ''), '') || coalesce(': ' || g.task, '')"

constexpr QuestionColumn kOfficialColumns[] = {
    {{"date", "of the event or order, else of the article"}, "v.date"},
    {{"official", "the name as the article has it"}, "v.official"},
    {{"event", "post, chaired, ordered, requested, proposed, hoped, signed, reported"},
     "CASE v.what WHEN 'ordered' THEN CASE (SELECT d.strength FROM directive d WHERE d.record = v.record) "
     "WHEN 'request' THEN 'requested' WHEN 'propose' THEN 'proposed' WHEN 'hope' THEN 'hoped' "
     "ELSE v.what END ELSE v.what END"},
    {{"post", "the kind of post"}, "v.role"},
    {{"body", "of the post; the place of an event; the issuer of a document"}, "v.body"},
    {{"capacity", "current, former, acting, in_charge, appointed, relieved, deceased"}, "v.capacity"},
    {{"record",
      "the post as written, the kind of event, the task, the document, what is reported of which tasks",
      Shown::kAlways, 3},
     "CASE v.what WHEN 'reported' THEN (SELECT " ACTA_REPORT_IN_SHORT
     " FROM progress g WHERE g.record = v.record) ELSE v.detail END"},
    {{"to", "who has to do it, of an order", Shown::kWide},
     "(SELECT x.lead FROM v_directive_lists x WHERE x.record = v.record)",
     CellKind::kList},
    {{"due", "its day, if it names one", Shown::kWhole},
     "(SELECT o.deadline FROM directive o WHERE o.record = v.record)"},
    {{"quote", "the sentence that says so", Shown::kWhole}, "", CellKind::kSentence},
    kSource,
    kKnown,
    kId,
};

// Without a name the question is of people: of those whom the article of the row names as officials. Orders are given by
// bodies and meetings too.
#define ACTA_DOER                                                                                       \
  "CASE v.part WHEN 'chaired' THEN (SELECT chair FROM event WHERE record = v.record) WHEN 'ordered' "   \
  "THEN (SELECT issuer FROM directive WHERE record = v.record) WHEN 'signed' THEN (SELECT signer FROM " \
  "resolution WHERE record = v.record) ELSE (SELECT reporter FROM progress WHERE record = v.record) END"
#define ACTA_OF_PEOPLE                                                                                      \
  ACTA_ROWS("official")                                                                                     \
  " AND (:name <> '' OR v.part = 'post' OR " ACTA_DOER                                                      \
  " IN (SELECT p.name FROM record y CROSS JOIN official p ON p.record = y.key WHERE y.article = v.article " \
  "AND y.kind = 'official'))"

constexpr std::string_view kOfficialRow = "v_official v WHERE v.record = :k1 AND v.what = :k2 AND v.n = :k3";

constexpr Answer kEachOfficial{.keys = ACTA_ROW_KEYS,
                               .from = ACTA_OF_PEOPLE,
                               .order = ACTA_ROWS_ORDER,
                               .row = kOfficialRow,
                               .columns = kOfficialColumns,
                               .conditions = kOfficialConditions};

constexpr Condition kPostConditions[] = {
    {FilterBy::kName, "o.record IN (SELECT record FROM subject_named)"},
    {FilterBy::kFrom, "r.published >= :from"},
    {FilterBy::kTo, "r.published <= :to"},
    {FilterBy::kPlace, "r.article IN (SELECT article FROM place_article)"},
    {FilterBy::kAgency, "o.record IN (SELECT record FROM agency_named WHERE field = 'posts.body')"},
    {FilterBy::kLanguage, "r.language = :language"},
    {FilterBy::kSource, "instr(r.source, :source) > 0"},
    {FilterBy::kBasis, "r.basis = :basis"}};

#define ACTA_HELD \
  "CASE WHEN coalesce(p.capacity, 'current') IN ('current', 'acting', 'in_charge', 'appointed') "

// The day on which the story of the article was first told: its versions report one change.
#define ACTA_FIRST_TOLD_ON                                                                                  \
  "coalesce((SELECT min(f.published) FROM story_article x CROSS JOIN story_article y ON y.story = x.story " \
  "CROSS JOIN find_article f ON f.article = y.article AND f.current WHERE x.article = r.article), "         \
  "r.published)"

constexpr std::string_view kPostsFrom =
    "(SELECT coalesce(e.name, o.name) AS person, e.id AS official, p.role, "
    "coalesce(" ACTA_NAME_OF_ENTITY("b") ", p.body) AS body, " ACTA_PLACE_OF_ENTITY(
        "b") " AS place, "
    "min(" ACTA_HELD "THEN r.published END) AS first_seen, max(" ACTA_HELD
    "THEN r.published END) AS last_seen, "
    "json_group_array(DISTINCT p.capacity || coalesce(' ' || " ACTA_FIRST_TOLD_ON ", '')) "
    "FILTER (WHERE p.capacity <> 'current') AS changes, count(DISTINCT r.article) AS articles, "
    "json_group_array(DISTINCT r.source) AS sources, min(r.source) AS source, json_group_array(DISTINCT r.id) AS records "
    "FROM official o JOIN v_record r ON r.record = o.record JOIN v_post p ON p.record = o.record "
    "LEFT JOIN entity b ON b.key = p.entity LEFT JOIN entity_use u ON u.record = o.record LEFT JOIN "
    "entity_form ef ON ef.key = u.form "
    "LEFT JOIN entity e ON e.key = ef.entity WHERE 1{conditions} "
    "GROUP BY coalesce(e.id, o.name), p.role, coalesce(b.id, p.body, '')) v";

constexpr QuestionColumn kPostsColumns[] = {
    {{"person", "the name to show"}, "v.person"},
    {{"post", "the kind of post"}, "v.role"},
    {{"body", "of the post"}, "v.body"},
    {{"place", "whose body it is, where that is known"}, "v.place"},
    {{"first_seen", "day of the first article that shows it held"}, "v.first_seen"},
    {{"last_seen", "day of the last one; it may be held longer"}, "v.last_seen"},
    {{"change",
      "appointed, relieved, acting, in_charge, former, deceased, with the day of the first article"},
     "(SELECT json_group_array(value) FROM (SELECT value FROM json_each(v.changes) ORDER BY substr(value, "
     "-10), "
     "value))",
     CellKind::kList},
    {{"source", "where it was read, of a body whose place is not known"},
     "CASE WHEN v.place IS NULL THEN v.source END"},
    {{"articles", "that say so", Shown::kWhole}, "v.articles"},
    {{"sources", "where they were read", Shown::kWhole}, "v.sources", CellKind::kList},
    {{"records", "that say so; see one whole with: acta show ID", Shown::kPrograms},
     "v.records",
     CellKind::kList},
    {{"official", "the entity", Shown::kPrograms}, "v.official"},
};

}  // namespace

const Question kOfficial = {
    .name = "official",
    .doc = "What an official is and did: posts, what was chaired, ordered, signed, reported",
    .subject = "NAME",
    .examples =
        "official \"Tran Quoc Thinh\"\nofficial --agency \"so tu phap\" --from 2025-09-01 --format jsonl",
    .empty = "no stored article names an official",
    .answer = {.keys = ACTA_ROW_KEYS,
               .from = ACTA_OF_PEOPLE,
               .order = ACTA_ROWS_ORDER,
               .group = ACTA_OFFICIAL_GROUP,
               .group_of = ACTA_ROW_OF_KEYS,
               .choose = ACTA_FIRST_TOLD("official", ACTA_OFFICIAL_NEAR, ACTA_OFFICIAL_GROUP),
               .row = kOfficialRow,
               .columns = kOfficialColumns,
               .conditions = kOfficialConditions},
    .each = &kEachOfficial};

const Question kPosts = {
    .name = "posts",
    .doc = "Who held which post, and when articles show it",
    .subject = "NAME",
    .examples =
        "posts \"Tran Quoc Thinh\"\n"
        "posts --agency \"so tu phap\" --from 2025-01-01 --to 2025-12-31\n"
        "posts --place \"Long Giang\"",
    .empty = "no stored article gives an official a post",
    .answer = {
        .keys = "",
        .from = kPostsFrom,
        .order =
            "acta_fold(v.person), v.person, v.official, v.first_seen NULLS LAST, v.role, v.body, v.place",
        .columns = kPostsColumns,
        .conditions = kPostConditions}};

}  // namespace acta
