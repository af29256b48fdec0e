// The work of bodies: their load, what became of tasks, and what was asked upwards.
#include <fmt/format.h>

#include "pipeline/query/names_sql.h"
#include "pipeline/query/questions.h"
#include "pipeline/query/rows_sql.h"
#include "pipeline/query/stories_sql.h"

namespace acta {
namespace {

using namespace fmt::literals;

std::vector<QuestionColumn> ProgressColumns() {
  return {
      {{"body", "whose tasks"}, "v.body"},
      {{"task", "which tasks, as written", Shown::kAlways, 3}, "v.task"},
      {{"state", "done, on_schedule, late, not_started, cancelled"}, "v.state"},
      {{"value", "how many"}, "v.value"},
      {{"of", "out of how many"}, "v.\"of\""},
      {{"as_of", "the day of the report, else of the article"}, "v.as_of"},
      {{"reporter", "who says so"}, "v.reporter"},
      QuoteColumn(),
      SourceColumn(),
      BasisColumn(),
      IdColumn(),
  };
}

std::vector<QuestionColumn> RequestColumns() {
  return {
      {{"asker", "who asks"}, "v.issuer"},
      {{"addressee", "who is asked"}, "v.lead", CellKind::kList},
      {{"request", "what for", Shown::kAlways, 3}, "v.task"},
      {{"due", "by when, if it says so"}, "v.due"},
      {{"under", "the instruments concerned", Shown::kWhole}, "v.under", CellKind::kList},
      QuoteColumn(),
      SourceColumn(),
      PublishedColumn(),
      BasisColumn(),
      IdColumn(),
  };
}

// A row for each statement of find_row's `question`, shown by a view.
Answer Statements(std::string_view question, std::string_view view, std::vector<QuestionColumn> columns) {
  return {.keys = sql::kRowKeys,
          .from = sql::FromRows(question),
          .order = sql::kRowsOrder,
          .row = fmt::format("{} v WHERE v.record = :k1", view),
          .columns = std::move(columns),
          .conditions = sql::Joined({sql::RowConditions(sql::RowNamesBody()), {sql::UnderCondition()}})};
}

Answer ProgressStatements() { return Statements("progress", "v_progress", ProgressColumns()); }
Answer RequestStatements() { return Statements("request", "v_directive", RequestColumns()); }

Answer ProgressOncePerStory() {
  const std::string group = sql::SaidInStory(
      fmt::format("(SELECT {} FROM progress g WHERE g.record = v.record)", sql::kProgressSaid));
  return sql::OncePerStory(ProgressStatements(), group, sql::FirstTold("progress", "1", group));
}

Answer RequestsOncePerStory() {
  const std::string group = sql::SaidInStory(sql::TaskOf("v.record"));
  return sql::OncePerStory(RequestStatements(), group, sql::FirstTold("request", "1", group));
}

// The entity of a body that a record of the article of r calls so.
std::string BodyOf(std::string_view printed) {
  return fmt::format(R"sql(
      (SELECT ef.entity
       FROM record y
       JOIN agency x ON x.record = y.key
       JOIN entity_use u ON u.record = y.key
       JOIN entity_form ef ON ef.key = u.form
       WHERE y.article = r.article AND y.kind = 'agency' AND x.name = {printed} LIMIT 1))sql",
                     "printed"_a = printed);
}

// Whether the party p is a person.
constexpr const char* kIsPerson = R"sql(
    EXISTS (
      SELECT 1 FROM record y JOIN official x ON x.record = y.key
      WHERE y.article = r.article AND y.kind = 'official' AND x.name = p.name))sql";

// SELECT of what each party leads or supports, a task, and of what is reported of the tasks of each body: in columns of
// which a row fills one or two.
std::string WorkOfBodies() {
  return fmt::format(R"sql(
      SELECT
        {party} AS entity,
        p.name AS printed,
        r.source AS source,
        CASE p.role WHEN 'lead' THEN coalesce(s.task, o.record) END AS led,
        CASE p.role WHEN 'support' THEN coalesce(s.task, o.record) END AS supported,
        CASE WHEN p.role = 'lead' AND o.deadline IS NOT NULL THEN coalesce(s.task, o.record) END AS dated,
        NULL AS done,
        NULL AS late
      FROM directive_parties p
      JOIN directive o ON o.record = p.record
      JOIN v_record r ON r.record = p.record
      LEFT JOIN task_statement s ON s.record = o.record
      WHERE p.role IN ('lead', 'support') AND NOT {is_person} /*conditions*/
      UNION ALL
      SELECT
        {reported_body},
        p.body,
        r.source,
        NULL,
        NULL,
        NULL,
        CASE WHEN p.state = 'done' THEN coalesce(s.task, p.record) END,
        CASE WHEN p.state = 'late' THEN coalesce(s.task, p.record) END
      FROM (SELECT *, body AS name FROM progress) p
      JOIN v_record r ON r.record = p.record
      LEFT JOIN task_statement s ON s.record = p.record
      WHERE p.body IS NOT NULL /*conditions*/)sql",
                     "party"_a = BodyOf("p.name"), "reported_body"_a = BodyOf("p.body"),
                     "is_person"_a = kIsPerson);
}

// An order told by several articles counts once where it is known to be one task. The departments of two provinces
// have one name, and are two.
std::string LoadOfBodies() {
  return fmt::format(R"sql(
      (SELECT
         coalesce({name_of_body}, w.printed) AS agency,
         {place_of_body} AS place,
         min(w.source) AS source,
         count(DISTINCT led) AS led,
         count(DISTINCT supported) AS supported,
         count(DISTINCT dated) AS dated,
         count(DISTINCT done) AS done,
         count(DISTINCT late) AS late,
         e.id AS entity_id
       FROM ({work}) w
       LEFT JOIN entity e ON e.key = w.entity
       {join_province}
       GROUP BY coalesce(w.entity, w.printed)) v)sql",
                     "join_province"_a = sql::JoinProvince("e"), "name_of_body"_a = sql::NameOfEntity("e"),
                     "place_of_body"_a = sql::PlaceOfEntity("e"), "work"_a = WorkOfBodies());
}

constexpr const char* kIsBodyNamed = R"sql(
    p.record IN (SELECT record FROM body_named)
    AND (acta_key(p.name) IN (SELECT name FROM body_name)
         OR EXISTS (
           SELECT 1 FROM body_use b WHERE b.article = r.article AND b.name = acta_key(p.name))))sql";

std::vector<Condition> AgencyConditions() {
  return {{FilterBy::kName, kIsBodyNamed},
          {FilterBy::kFrom, "r.published >= :from"},
          {FilterBy::kTo, "r.published <= :to"},
          {FilterBy::kPlace, "r.article IN (SELECT article FROM place_article)"},
          {FilterBy::kOfficial, "p.record IN (SELECT record FROM official_record)"},
          {FilterBy::kResolution, "p.record IN (SELECT record FROM document_record)"},
          {FilterBy::kLanguage, "r.language = :language"},
          {FilterBy::kSource, "instr(r.source, :source) > 0"},
          {FilterBy::kBasis, "r.basis = :basis"}};
}

std::vector<QuestionColumn> AgencyColumns() {
  return {
      {{"agency", "the body or group; one name for an entity that is known"}, "v.agency"},
      {{"place", "whose body it is, where that is known"}, "v.place"},
      {{"led", "orders that it leads"}, "v.led"},
      {{"supported", "orders that it supports"}, "v.supported"},
      {{"dated", "orders that it leads and that have a day"}, "v.dated"},
      {{"reported_done", "reports that its tasks are done"}, "v.done"},
      {{"reported_late", "reports that they are late"}, "v.late"},
      {{"source", "where it was read, of a body whose place is not known"},
       "CASE WHEN v.place IS NULL THEN v.source END"},
      {{"agency_id", "the entity", Shown::kPrograms}, "v.entity_id"},
  };
}

}  // namespace

const Question& AgencyQuestion() {
  static const Question question = {
      .name = "agency",
      .doc = "The load of bodies: what they lead and support, and what is reported of it",
      .subject = "NAME",
      .examples = "agency\nagency \"so tai chinh\" --from 2025-01-01\nagency --place \"Long Giang\"",
      .empty = "no stored article gives a body a task",
      .answer = {.keys = "",
                 .from = LoadOfBodies(),
                 .order = "v.led DESC, v.supported DESC, v.agency, v.place, v.entity_id",
                 .columns = AgencyColumns(),
                 .conditions = AgencyConditions()}};
  return question;
}

const Question& ProgressQuestion() {
  static const Question question = {
      .name = "progress",
      .doc = "What became of tasks: reported done, late, not started, cancelled",
      .subject = "",
      .examples = "progress\nprogress --from 2025-09-01 --place \"Long Giang\"",
      .empty = "no stored article reports how far tasks are",
      .answer = ProgressOncePerStory(),
      .each = ProgressStatements()};
  return question;
}

const Question& RequestsQuestion() {
  static const Question question = {
      .name = "requests",
      .doc = "What was asked upwards or sideways: proposals to a body that is not the asker's to order",
      .subject = "",
      .examples = "requests\nrequests --agency \"Ministry of Construction\" --format markdown",
      .empty = "no stored article has a proposal to another body",
      .answer = RequestsOncePerStory(),
      .each = RequestStatements()};
  return question;
}

}  // namespace acta
