// What is due, what is past its day, and what was put off or ordered again.
#include <fmt/format.h>

#include "pipeline/query/documents_sql.h"
#include "pipeline/query/names_sql.h"
#include "pipeline/query/questions.h"
#include "pipeline/query/rows_sql.h"

namespace acta {
namespace {

using namespace fmt::literals;

// The row and the order that it belongs to.
constexpr const char* kRowAndOrder =
    "(v.record, (SELECT min(record) FROM directive_links WHERE target = v.record AND list = 'deadlines'))";

// Of a row u of find_row or find_day: what is due under an instrument of which the number is asked for.
std::string UnderNumber() { return sql::BeginsWith("u.question", "'under ' || :number"); }

// Whether the row is ordered under an instrument that is called so: `condition` is asked of w, whose part is the number.
std::string UnderAs(std::string_view condition) {
  return fmt::format(R"sql(
      EXISTS (
        SELECT 1
        FROM find_day u
        CROSS JOIN find_row w ON w.question = u.question AND w.day = u.day AND w.article = u.article
          AND w.record = v.record
        WHERE u.article = v.article AND u.day = v.day AND {under_number} AND {condition}))sql",
                     "under_number"_a = UnderNumber(), "condition"_a = condition);
}

// Whether another statement of the task is under the instrument: "Resolution 66" of a later order is what the first one
// calls 66-NQ/TW.
std::string TaskUnder() {
  return fmt::format(R"sql(
      EXISTS (
        SELECT 1
        FROM task_statement p
        CROSS JOIN task_statement y ON y.task = p.task
        CROSS JOIN directive_links m ON m.record = y.record AND m.list = 'resolutions'
        WHERE p.record IN {row_and_order} AND {is_document}))sql",
                     "row_and_order"_a = kRowAndOrder,
                     "is_document"_a = sql::IsDocument("m.target", sql::kFilterDocument, "y.article"));
}

// Whether the row is under the instrument. Where many orders are, the rows are gone through from the first day on which one
// of them is due. A row is when its order cites it, or by less ("66") than another statement of the task does.
std::string DueUnder() {
  const std::string cited_in_task =
      fmt::format("(acta_cites(w.part, :resolution) OR (acta_cites(:resolution, w.part) AND {task_under}))",
                  "task_under"_a = TaskUnder());
  return fmt::format(R"sql(
      v.day >= CASE
        WHEN :title <> '""' THEN ''
        ELSE ifnull((SELECT min(u.day) FROM find_row u WHERE {under_number}), '~~') END
      AND CASE
        WHEN :title <> '""' THEN {is_under}
        ELSE {under_as} END)sql",
                     "under_number"_a = UnderNumber(), "is_under"_a = sql::RowOrOrder(sql::IsUnder()),
                     "under_as"_a = UnderAs(cited_in_task));
}

// Whether a record of the article calls the body so: by one of its names, or by what this article calls the entity.
std::string IsAgency(std::string_view name) {
  return fmt::format(R"sql(
      ({name} IN (SELECT name FROM agency_called)
       AND ({name} IN (SELECT name FROM agency_text)
            OR EXISTS (
              SELECT 1 FROM entity_use u
              WHERE u.article = v.article AND u.name = {name} AND +u.form IN (SELECT form FROM agency_form)))))sql",
                     "name"_a = name);
}

// Whether the order c is given by or to the body. The leads of an order are among its parties, where it has any.
std::string OrderConcerns() {
  return fmt::format(R"sql(
      ({is_issuer}
       OR EXISTS (
         SELECT 1 FROM directive_parties p
         WHERE p.record = c.record AND ({is_party} OR {is_group}))
       OR (NOT EXISTS (SELECT 1 FROM directive_parties p WHERE p.record = c.record)
           AND EXISTS (SELECT 1 FROM directive_assignees p WHERE p.record = c.record AND {is_assignee}))))sql",
                     "is_issuer"_a = IsAgency("c.issuer"), "is_party"_a = IsAgency("p.name"),
                     "is_group"_a = sql::IsGroup(), "is_assignee"_a = IsAgency("p.value"));
}

// Whether the row is due from or ordered by the body. Deadlines and orders name bodies in these lists alone, and reading
// them is less than looking at all names of the article.
std::string DueOfAgency() {
  return fmt::format(R"sql(
      EXISTS (SELECT 1 FROM deadline_assignees p WHERE p.record = v.record AND {is_assignee})
      OR EXISTS (
        SELECT 1 FROM directive_links l CROSS JOIN directive c ON c.record = l.record
        WHERE l.target = v.record AND l.list = 'deadlines' AND {order_concerns})
      OR EXISTS (SELECT 1 FROM directive c WHERE c.record = v.record AND {order_concerns}))sql",
                     "is_assignee"_a = IsAgency("p.value"), "order_concerns"_a = OrderConcerns());
}

std::vector<Condition> DueConditions() {
  const std::string in_document = fmt::format(
      "{in_task} AND (v.record IN (SELECT record FROM document_record) OR {under_as})",
      "in_task"_a = sql::RowIn("document_task"), "under_as"_a = UnderAs("acta_cites(:resolution, w.part)"));
  const std::string is_so_strong = fmt::format(
      "EXISTS (SELECT 1 FROM directive o WHERE o.record IN {row_and_order} AND o.strength = :strength)",
      "row_and_order"_a = kRowAndOrder);
  return sql::Joined(
      {sql::RowConditions(DueOfAgency()),
       {{FilterBy::kResolution, in_document, DueUnder()}, {FilterBy::kStrength, is_so_strong}}});
}

// How many hosts state the task; a statement that belongs to none stands alone.
constexpr const char* kTaskSources = R"sql(
    CASE WHEN v.task_key IS NULL THEN 1
    ELSE (
      SELECT count(DISTINCT coalesce(f.host, f.source))
      FROM task_statement s
      JOIN record r ON r.key = s.record
      JOIN find_article f ON f.article = r.article AND f.current
      WHERE s.task = v.task_key) END)sql";

std::vector<QuestionColumn> DueColumns() {
  return {
      {{"due", "the last day that still meets it; question marks for a year that is not known"}, "v.due"},
      {{"precision", "the unit that is printed: day, month, quarter, half_year, year", Shown::kWide},
       "v.precision"},
      {{"lead", "who has to do it", Shown::kAlways, 2}, "v.lead", CellKind::kList},
      {{"support", "who helps", Shown::kWide}, "v.support", CellKind::kList},
      {{"task", "what is due", Shown::kAlways, 4}, "v.task"},
      {{"issuer", "who gave the order"}, "v.issuer"},
      {{"under", "the instruments concerned"}, "v.under", CellKind::kList},
      QuoteColumn(),
      SourceColumn(),
      PublishedColumn(),
      {{"term", "the words for a time that is no day: within 3 days of the receipt, each month",
        Shown::kWhole},
       "v.term"},
      {{"strength", "how binding the order is", Shown::kWhole}, "v.strength"},
      BasisColumn(),
      {{"sources", "hosts that state the task", Shown::kWhole}, kTaskSources},
      IdColumn(),
      {{"directive", "the record of the order", Shown::kPrograms}, "v.directive"},
      {{"task_id", "the task that several statements mean", Shown::kPrograms}, "v.task_id"},
  };
}

// What was last reported of the task of a row.
constexpr const char* kLastReport = R"sql(
    (SELECT g.state || coalesce(' ' || s.said, '')
     FROM task_statement s JOIN progress g ON g.record = s.record
     WHERE s.task = v.task_key
     ORDER BY s.said DESC, s.record LIMIT 1))sql";

std::vector<QuestionColumn> OverdueColumns() {
  return {
      {{"due", "the last day that still met it"}, "v.due"},
      {{"days", "since then"}, "CAST(julianday(:today) - julianday(v.due) AS INTEGER)"},
      {{"lead", "who has to do it", Shown::kAlways, 2}, "v.lead", CellKind::kList},
      {{"task", "what is due", Shown::kAlways, 4}, "v.task"},
      {{"last_report", "what was last said of it, and when; empty: nothing was"}, kLastReport},
      QuoteColumn(),
      SourceColumn(),
      PublishedColumn(),
      BasisColumn(),
      {{"sources", "hosts that state the task", Shown::kWhole}, kTaskSources},
      IdColumn(),
      {{"task_id", "the task that several statements mean", Shown::kPrograms}, "v.task_id"},
  };
}

// One row for a task: of the day that holds now, in its Vietnamese statement before a translation.
// The statement of a task is the deadline itself, or its order when that names the same day.
constexpr const char* kTaskJoin = R"sql(
    LEFT JOIN task_statement s ON s.record = coalesce(
      (SELECT x.record FROM task_statement x WHERE x.record = v.record),
      (SELECT min(x.record)
       FROM directive_links l
       CROSS JOIN task_statement x ON x.record = l.record AND x.due = v.day
       WHERE l.target = v.record AND l.list = 'deadlines'))
    LEFT JOIN task t ON t.key = s.task)sql";

// The day that the task has now. Where statements of one day name several, each of these; what was said before them is
// over.
constexpr const char* kHoldsNow = R"sql(
    (t.due IS NULL OR t.due = v.day
     OR (t.disputed
         AND s.said = (SELECT max(x.said) FROM task_statement x WHERE x.task = t.key AND x.due IS NOT NULL))))sql";

// A later day of an order that names several is that day of its task.
constexpr const char* kTaskOfOrder = R"sql(
    (SELECT min(x.task)
     FROM directive_links l CROSS JOIN task_statement x ON x.record = l.record
     WHERE l.target = v.record AND l.list = 'deadlines'))sql";

// Which statement is shown: :k1 the first record, :k2 its day, :k3 its task.
constexpr const char* kStatementOfTask = R"sql(
    SELECT y.record
    FROM task_statement x
    CROSS JOIN find_row y ON y.question = 'due' AND y.day = :k2 AND y.article = x.article AND y.record IN (
      SELECT x.record UNION ALL
      SELECT target FROM directive_links WHERE record = x.record AND list = 'deadlines')
    CROSS JOIN find_article g ON g.article = y.article AND g.current
    WHERE x.task = :k3
      AND (:language = '' OR g.language = :language) AND instr(g.source, :source) > 0
      AND y.record NOT IN (SELECT z.key FROM wrong_record w CROSS JOIN record z ON z.id = w.id)
    ORDER BY g.language <> 'vi', y.record LIMIT 1)sql";

constexpr const char* kAndIsOverdue = R"sql(
    AND v.day < :today
    AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.record = v.record AND d.kind = 'vision')
    AND NOT EXISTS (
      SELECT 1 FROM task_statement q JOIN progress g ON g.record = q.record
      WHERE q.task = s.task AND g.state IN ('done', 'cancelled')))sql";

// A row for each task of which a statement is due now; `conditions` begin with AND.
Answer DueTasks(std::string_view conditions, std::vector<QuestionColumn> columns) {
  const std::string task_of_order(kTaskOfOrder);
  return {
      .keys = "v.record, v.day, coalesce(t.key, " + task_of_order + ")",
      .from = fmt::format("{rows} AND {holds_now}{conditions}", "rows"_a = sql::FromRows("due", kTaskJoin),
                          "holds_now"_a = kHoldsNow, "conditions"_a = conditions),
      .order = sql::kRowsOrder,
      .group = "coalesce(t.key, " + task_of_order + " || '|' || v.day, v.record)",
      .choose = kStatementOfTask,
      .row = "v_due v WHERE v.record = :k1",
      .columns = std::move(columns),
      .conditions = DueConditions()};
}

// A row for each statement.
Answer DueStatements(std::string from, std::vector<QuestionColumn> columns) {
  return {.keys = "v.record",
          .from = std::move(from),
          .order = sql::kRowsOrder,
          .row = "v_due v WHERE v.record = :k1",
          .columns = std::move(columns),
          .conditions = DueConditions()};
}

// Stories that order the task: what translations repeat was not ordered again.
constexpr const char* kTimesOrdered = R"sql(
    (SELECT count(DISTINCT coalesce(sa.story, x.article))
     FROM task_statement x LEFT JOIN story_article sa ON sa.article = x.article
     WHERE x.task = t.key AND x.what <> 'reported'))sql";

// task.changed says so when the task is made; what was removed since is looked at here.
std::string ChangedTasks() {
  return fmt::format(R"sql(
      task t
      CROSS JOIN task_statement s ON s.task = t.key
      CROSS JOIN record r ON r.key = s.record
      CROSS JOIN find_article f ON f.article = r.article AND f.current
      WHERE t.changed
        AND (EXISTS (SELECT 1 FROM task_statement x WHERE x.task = t.key AND x.what = 'extended')
             OR {times_ordered} > 1))sql",
                     "times_ordered"_a = kTimesOrdered);
}

std::vector<Condition> ChangeConditions() {
  return {{FilterBy::kFrom, "t.due >= :from"},
          {FilterBy::kTo, "t.due <= :to"},
          {FilterBy::kPlace, "r.article IN (SELECT article FROM place_article)"},
          {FilterBy::kAgency, "s.record IN (SELECT record FROM agency_record)"},
          {FilterBy::kOfficial, "s.record IN (SELECT record FROM official_record)"},
          {FilterBy::kResolution, "s.record IN (SELECT record FROM document_record)"},
          {FilterBy::kLanguage, "f.language = :language"},
          {FilterBy::kSource, "instr(f.source, :source) > 0"}};
}

constexpr const char* kLeadNames =
    "(SELECT json_group_array(e.name) FROM json_each(t.assignees) j JOIN entity e ON e.id = j.value)";

constexpr const char* kWhatWasSaid = R"sql(
    (SELECT json_group_array(c)
     FROM (SELECT min(s.said) || ' ' || s.what || coalesce(' ' || s.stated_due, '') AS c
           FROM v_task s LEFT JOIN story_article a ON a.article = s.article
           WHERE s.task = t.key
           GROUP BY coalesce(a.story, s.article), s.what, s.stated_due
           ORDER BY min(s.said), c)))sql";

std::vector<QuestionColumn> ChangeColumns() {
  return {
      {{"task", "in the words of its first statement", Shown::kAlways, 4}, "t.action"},
      {{"lead", "who has to do it", Shown::kAlways, 2}, kLeadNames, CellKind::kList},
      {{"first_due", "the day of the first statement"}, "t.first_due"},
      {{"now_due", "the day that holds now"}, "t.due"},
      {{"times_ordered", "stories that order it; translations of one count once"}, kTimesOrdered},
      {{"changes", "what was said when; a story once, with the day on which it was first told",
        Shown::kAlways, 2},
       kWhatWasSaid,
       CellKind::kList},
      {{"disputed", "1 when statements of one story name different days", Shown::kWhole}, "t.disputed"},
      {{"task_id", "the task", Shown::kPrograms}, "t.id"},
  };
}

std::vector<QuestionColumn> EachChangeColumns() {
  return {
      {{"task", "in the words of its first statement", Shown::kAlways, 4}, "v.action"},
      {{"said", "the day of the article"}, "v.said"},
      {{"what", "assigned, repeated, extended, advanced, reported"}, "v.what"},
      {{"due", "the day that it names"}, "v.stated_due"},
      {{"statement", "the words of the record"}, "v.quote"},
      {{"source", "where it was read"}, "v.source"},
      {{"id", "the record; see it whole with: acta show ID", Shown::kPrograms}, "v.id"},
      {{"task_id", "the task", Shown::kPrograms}, "v.task_id"},
  };
}

}  // namespace

const Question& DueQuestion() {
  static const Question question = {
      .name = "due",
      .doc = "What is due, who has to do it, and the sentence that says so",
      .examples =
          "due\n"
          "due --from 2025-09-01 --to 2025-09-30 --agency \"so du lich\"\n"
          "due --from 2025-09-01 --to 2025-09-30 --place \"Long Giang\" --each\n"
          "due --resolution 57-NQ/TW --format csv\n"
          "due --from 2025-09-01 --ics > september.ics",
      .empty = "no stored article states a deadline",
      .answer = DueTasks("", DueColumns()),
      .each = DueStatements(sql::FromRows("due"), DueColumns())};
  return question;
}

const Question& OverdueQuestion() {
  static const Question question = {
      .name = "overdue",
      .doc = "What was due before today and is not reported done",
      .examples = "overdue\noverdue --today 2025-10-01 --agency \"so tai chinh\"",
      .empty = "every deadline that was read lies ahead, or is reported done",
      .answer = DueTasks(kAndIsOverdue, OverdueColumns()),
      .each = DueStatements(sql::FromRows("due", kTaskJoin) + kAndIsOverdue, OverdueColumns())};
  return question;
}

const Question& ChangesQuestion() {
  static const Question question = {
      .name = "changes",
      .doc = "Deadlines that were put off or brought forward, orders that were repeated",
      .examples = "changes\nchanges --agency \"so tu phap\" --each",
      .empty = "no task is known to have been put off or ordered again",
      .answer = {.keys = "t.key",
                 .from = ChangedTasks(),
                 .order = "t.due NULLS LAST, t.key",
                 .group = "t.key",
                 .row = "task t WHERE t.key = :k1",
                 .columns = ChangeColumns(),
                 .conditions = ChangeConditions()},
      .each = Answer{.keys = "t.key, s.record",
                     .from = ChangedTasks(),
                     .order = "t.due NULLS LAST, t.key, s.said, s.record",
                     .row = "v_task v WHERE v.task = :k1 AND v.record = :k2",
                     .columns = EachChangeColumns(),
                     .conditions = ChangeConditions()}};
  return question;
}

}  // namespace acta
