// Officials: what they are and what they did, and who held which post.
#include <fmt/format.h>

#include "pipeline/query/names_sql.h"
#include "pipeline/query/questions.h"
#include "pipeline/query/rows_sql.h"
#include "pipeline/query/stories_sql.h"

namespace acta {
namespace {

using namespace fmt::literals;

// A record may name several people: the one who was asked for must be the one of the row.
constexpr const char* kIsSubjectOfRow = R"sql(
    EXISTS (
      SELECT 1 FROM subject_named s
      WHERE s.record = v.record AND s.field = CASE v.part
        WHEN 'post' THEN 'name'
        WHEN 'chaired' THEN 'chair'
        WHEN 'ordered' THEN 'issuer'
        WHEN 'signed' THEN 'signer'
        ELSE 'reporter' END))sql";

std::vector<Condition> OfficialConditions() {
  const std::string named = fmt::format("{} AND {}", sql::RowIn("subject_named"), kIsSubjectOfRow);
  return sql::Joined(
      {{{FilterBy::kName, named}}, sql::RowConditions(sql::RowNamesBody()), {sql::UnderCondition()}});
}

// What the post of a row says, whoever tells it.
std::string PostSaid() {
  return fmt::format(R"sql(
      (SELECT p.role || '|' || coalesce(p.entity, acta_fold(p.body), '') || '|' || coalesce(p.capacity, '')
         || '|' || {official}
       FROM v_post p WHERE p.record = v.record AND p.n = v.other))sql",
                     "official"_a = sql::EntityOf("v.record"));
}

// What the order of a row says.
std::string OrderSaid() {
  return fmt::format("(SELECT {task} || '|' || {issuer} FROM directive o WHERE o.record = v.record)",
                     "task"_a = sql::TaskOf("v.record"), "issuer"_a = sql::WhoIs("o.issuer"));
}

// What the event of a row says. One language has a working session where another has a meeting: the kind tells events apart only where the
// article has several of the day with this chair.
std::string ChairSaid() {
  return fmt::format(R"sql(
      (SELECT e.date || '|'
         || CASE WHEN (SELECT count(*)
                       FROM record y CROSS JOIN event x ON x.record = y.key
                       WHERE y.article = v.article AND y.kind = 'event'
                         AND (x.date, x.chair) = (e.date, e.chair)) > 1
            THEN e.kind ELSE '' END
         || '|' || {chair}
       FROM event e WHERE e.record = v.record))sql",
                     "chair"_a = sql::WhoIs("e.chair"));
}

// What the report of a row says.
std::string ReportSaid() {
  return fmt::format("(SELECT {progress} || '|' || {reporter} FROM progress g WHERE g.record = v.record)",
                     "progress"_a = sql::kProgressSaid, "reporter"_a = sql::WhoIs("g.reporter"));
}

std::string OfficialGroup() {
  return sql::SaidInStory(fmt::format(R"sql(
      CASE v.part
        WHEN 'post' THEN {post}
        WHEN 'ordered' THEN {order}
        WHEN 'chaired' THEN {chair}
        WHEN 'signed' THEN {document}
        ELSE {report} END)sql",
                                      "post"_a = PostSaid(), "order"_a = OrderSaid(), "chair"_a = ChairSaid(),
                                      "document"_a = sql::EntityOf("v.record"), "report"_a = ReportSaid()));
}

// What is so of every row of the group of :k1.
std::string OfficialNear() {
  return fmt::format(R"sql(
      CASE v.part
        WHEN 'post' THEN {official} = {official_of_k1}
        WHEN 'ordered' THEN {task} = {task_of_k1}
        ELSE 1 END)sql",
                     "official"_a = sql::EntityOf("v.record"), "official_of_k1"_a = sql::EntityOf(":k1"),
                     "task"_a = sql::TaskOf("v.record"), "task_of_k1"_a = sql::TaskOf(":k1"));
}

// A count without a fraction as an integer.
std::string Count(std::string_view value) {
  return fmt::format(
      "CASE WHEN {value} = CAST({value} AS INTEGER) THEN CAST({value} AS INTEGER) ELSE {value} END",
      "value"_a = value);
}

// "done 41/58: 58 nhiệm vụ": the reports of one sentence differ in nothing else.
std::string RecordShown() {
  return fmt::format(R"sql(
      CASE v.what
        WHEN 'reported' THEN (
          SELECT g.state || coalesce(' ' || {value} || coalesce('/' || {of}, ''), '')
            || coalesce(': ' || g.task, '')
          FROM progress g WHERE g.record = v.record)
        ELSE v.detail END)sql",
                     "value"_a = Count("g.value"), "of"_a = Count("g.\"of\""));
}

constexpr const char* kEventShown = R"sql(
    CASE v.what
      WHEN 'ordered' THEN
        CASE (SELECT d.strength FROM directive d WHERE d.record = v.record)
          WHEN 'request' THEN 'requested'
          WHEN 'propose' THEN 'proposed'
          WHEN 'hope' THEN 'hoped'
          ELSE v.what END
      ELSE v.what END)sql";

std::vector<QuestionColumn> OfficialColumns() {
  return {
      {{"date", "of the event or order, else of the article"}, "v.date"},
      {{"official", "the name as the article has it"}, "v.official"},
      {{"event", "post, chaired, ordered, requested, proposed, hoped, signed, reported"}, kEventShown},
      {{"post", "the kind of post"}, "v.role"},
      {{"body", "of the post; the place of an event; the issuer of a document"}, "v.body"},
      {{"capacity", "current, former, acting, in_charge, appointed, relieved, deceased"}, "v.capacity"},
      {{"record",
        "the post as written, the kind of event, the task, the document, what is reported of which tasks",
        Shown::kAlways, 3},
       RecordShown()},
      {{"to", "who has to do it, of an order", Shown::kWide},
       "(SELECT x.lead FROM v_directive_lists x WHERE x.record = v.record)",
       CellKind::kList},
      {{"due", "its day, if it names one", Shown::kWhole},
       "(SELECT o.deadline FROM directive o WHERE o.record = v.record)"},
      QuoteColumn(Shown::kWhole),
      SourceColumn(),
      BasisColumn(),
      IdColumn(),
  };
}

// Without a name the question is of people: of those whom the article of the row names as officials. Orders are given by
// bodies and meetings too.
constexpr const char* kIsOfPeople = R"sql(
    (:name <> '' OR v.part = 'post'
     OR CASE v.part
          WHEN 'chaired' THEN (SELECT chair FROM event WHERE record = v.record)
          WHEN 'ordered' THEN (SELECT issuer FROM directive WHERE record = v.record)
          WHEN 'signed' THEN (SELECT signer FROM resolution WHERE record = v.record)
          ELSE (SELECT reporter FROM progress WHERE record = v.record) END
        IN (SELECT p.name
            FROM record y CROSS JOIN official p ON p.record = y.key
            WHERE y.article = v.article AND y.kind = 'official')))sql";

// A row for each statement.
Answer OfficialStatements() {
  return {.keys = sql::kRowKeys,
          .from = fmt::format("{} AND {}", sql::FromRows("official"), kIsOfPeople),
          .order = sql::kRowsOrder,
          .row = "v_official v WHERE v.record = :k1 AND v.what = :k2 AND v.n = :k3",
          .columns = OfficialColumns(),
          .conditions = OfficialConditions()};
}

Answer OfficialOncePerStory() {
  const std::string group = OfficialGroup();
  return sql::OncePerStory(OfficialStatements(), group, sql::FirstTold("official", OfficialNear(), group));
}

std::vector<Condition> PostConditions() {
  return {{FilterBy::kName, "o.record IN (SELECT record FROM subject_named)"},
          {FilterBy::kFrom, "r.published >= :from"},
          {FilterBy::kTo, "r.published <= :to"},
          {FilterBy::kPlace, "r.article IN (SELECT article FROM place_article)"},
          {FilterBy::kAgency, "o.record IN (SELECT record FROM agency_named WHERE field = 'posts.body')"},
          {FilterBy::kLanguage, "r.language = :language"},
          {FilterBy::kSource, "instr(r.source, :source) > 0"},
          {FilterBy::kBasis, "r.basis = :basis"}};
}

// The day of the article where it shows the post held.
constexpr const char* kHeldOn = R"sql(
    CASE WHEN coalesce(p.capacity, 'current') IN ('current', 'acting', 'in_charge', 'appointed')
      THEN r.published END)sql";

// The day on which the story of the article was first told: its versions report one change.
constexpr const char* kFirstToldOn = R"sql(
    coalesce(
      (SELECT min(f.published)
       FROM story_article x
       CROSS JOIN story_article y ON y.story = x.story
       CROSS JOIN find_article f ON f.article = y.article AND f.current
       WHERE x.article = r.article),
      r.published))sql";

std::string PostsHeld() {
  return fmt::format(R"sql(
      (SELECT
         coalesce(e.name, o.name) AS person,
         e.id AS official,
         p.role,
         coalesce({name_of_body}, p.body) AS body,
         {place_of_body} AS place,
         min({held_on}) AS first_seen,
         max({held_on}) AS last_seen,
         json_group_array(DISTINCT p.capacity || coalesce(' ' || {first_told_on}, ''))
           FILTER (WHERE p.capacity <> 'current') AS changes,
         count(DISTINCT r.article) AS articles,
         json_group_array(DISTINCT r.source) AS sources,
         min(r.source) AS source,
         json_group_array(DISTINCT r.id) AS records
       FROM official o
       JOIN v_record r ON r.record = o.record
       JOIN v_post p ON p.record = o.record
       LEFT JOIN entity b ON b.key = p.entity
       {join_province}
       LEFT JOIN entity_use u ON u.record = o.record
       LEFT JOIN entity_form ef ON ef.key = u.form
       LEFT JOIN entity e ON e.key = ef.entity
       WHERE 1 /*conditions*/
       GROUP BY coalesce(e.id, o.name), p.role, coalesce(b.id, p.body, '')) v)sql",
                     "join_province"_a = sql::JoinProvince("b"), "name_of_body"_a = sql::NameOfEntity("b"),
                     "place_of_body"_a = sql::PlaceOfEntity("b"), "held_on"_a = kHeldOn,
                     "first_told_on"_a = kFirstToldOn);
}

// "appointed 2025-09-01": by the day.
constexpr const char* kChangesInOrder = R"sql(
    (SELECT json_group_array(value)
     FROM (SELECT value FROM json_each(v.changes) ORDER BY substr(value, -10), value)))sql";

std::vector<QuestionColumn> PostsColumns() {
  return {
      {{"person", "the name to show"}, "v.person"},
      {{"post", "the kind of post"}, "v.role"},
      {{"body", "of the post"}, "v.body"},
      {{"place", "whose body it is, where that is known"}, "v.place"},
      {{"first_seen", "day of the first article that shows it held"}, "v.first_seen"},
      {{"last_seen", "day of the last one; it may be held longer"}, "v.last_seen"},
      {{"change",
        "appointed, relieved, acting, in_charge, former, deceased, with the day of the first article"},
       kChangesInOrder,
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
}

}  // namespace

const Question& OfficialQuestion() {
  static const Question question = {
      .name = "official",
      .doc = "What an official is and did: posts, what was chaired, ordered, signed, reported",
      .subject = "NAME",
      .examples =
          "official \"Tran Quoc Thinh\"\nofficial --agency \"so tu phap\" --from 2025-09-01 --format jsonl",
      .empty = "no stored article names an official",
      .answer = OfficialOncePerStory(),
      .each = OfficialStatements()};
  return question;
}

const Question& PostsQuestion() {
  static const Question question = {
      .name = "posts",
      .doc = "Who held which post, and when articles show it",
      .subject = "NAME",
      .examples =
          "posts \"Tran Quoc Thinh\"\n"
          "posts --agency \"so tu phap\" --from 2025-01-01 --to 2025-12-31\n"
          "posts --place \"Long Giang\"",
      .empty = "no stored article gives an official a post",
      .answer = {.keys = "",
                 .from = PostsHeld(),
                 .order = "acta_fold(v.person), v.person, v.official, v.first_seen NULLS LAST, v.role, "
                          "v.body, v.place",
                 .columns = PostsColumns(),
                 .conditions = PostConditions()}};
  return question;
}

}  // namespace acta
