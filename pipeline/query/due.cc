// What is due, what is past its day, and what was put off or ordered again.
#include "pipeline/query/questions.h"

namespace acta {
namespace {

// What is due under an instrument of which the number is asked for. Where many orders are, the rows are gone through from
// the first day on which one of them is due.
#define ACTA_UNDER_NUMBER "u.question >= 'under ' || :number AND u.question < 'under ' || :number || x'7f'"
// The row and the order that it belongs to.
#define ACTA_ROW_AND_ORDER \
  "(v.record, (SELECT min(record) FROM directive_links WHERE target = v.record AND list = 'deadlines'))"

// Whether the row is ordered under an instrument that is called so.
#define ACTA_UNDER_AS(condition)                                                                             \
  "EXISTS (SELECT 1 FROM find_day u CROSS JOIN find_row w ON w.question = u.question AND w.day = u.day AND " \
  "w.article = u.article AND w.record = v.record WHERE u.article = v.article AND u.day = v.day "             \
  "AND " ACTA_UNDER_NUMBER " AND " condition ")"

// Whether another statement of the task is under the instrument: "Resolution 66" of a later order is what the first one
// calls 66-NQ/TW.
#define ACTA_TASK_UNDER                                                                                   \
  "EXISTS (SELECT 1 FROM task_statement p CROSS JOIN task_statement y ON y.task = p.task CROSS JOIN "     \
  "directive_links m ON m.record = y.record AND m.list = 'resolutions' WHERE p.record "                   \
  "IN " ACTA_ROW_AND_ORDER " AND " ACTA_IS_DOCUMENT_IN("y.article", "m.target", ":resolution", ":number", \
                                                       ":title", "document_entity") ")"

// A row is under the instrument when its order cites it, or by less ("66") than another statement of the task does.
#define ACTA_CITED_IN_TASK               \
  "(acta_cites(w.part, :resolution) OR " \
  "(acta_cites(:resolution, w.part) AND " ACTA_TASK_UNDER "))"

#define ACTA_DUE_UNDER                                                                              \
  "v.day >= CASE WHEN :title <> '\"\"' THEN '' ELSE ifnull((SELECT min(u.day) FROM find_row u "     \
  "WHERE " ACTA_UNDER_NUMBER "), '~~') END AND CASE WHEN :title <> '\"\"' THEN " ACTA_ROW_OR_ORDER( \
      ACTA_IS_UNDER) " ELSE " ACTA_UNDER_AS(ACTA_CITED_IN_TASK) " END"

// Whether a record of the article calls the body so: by one of its names, or by what this article calls the entity.
#define ACTA_IS_AGENCY(name)                                                                    \
  "(" name " IN (SELECT name FROM agency_called) AND (" name                                    \
  " IN (SELECT name FROM agency_text) OR EXISTS (SELECT 1 FROM entity_use u WHERE u.article = " \
  "v.article AND u.name = " name " AND +u.form IN (SELECT form FROM agency_form))))"

// Whether the row is due from or ordered by the body. Deadlines and orders name bodies in these lists alone, and reading
// them is less than looking at all names of the article.
// The leads of an order are among its parties, where it has any.
#define ACTA_ORDER_CONCERNS \
  "(" ACTA_IS_AGENCY("c.issuer") " OR EXISTS (SELECT 1 FROM directive_parties p WHERE p.record = "    \
  "c.record AND (" ACTA_IS_AGENCY("p.name") " OR " ACTA_IS_GROUP                                      \
  ")) OR (NOT EXISTS (SELECT 1 FROM directive_parties p WHERE p.record = c.record) AND EXISTS (SELECT 1 FROM " \
  "directive_assignees p WHERE p.record = c.record AND " ACTA_IS_AGENCY("p.value") ")))"
#define ACTA_DUE_OF_AGENCY \
  "EXISTS (SELECT 1 FROM deadline_assignees p WHERE p.record = v.record AND " ACTA_IS_AGENCY("p.value")  \
  ") OR EXISTS (SELECT 1 FROM directive_links l CROSS JOIN directive c ON c.record = l.record WHERE "    \
  "l.target = v.record AND l.list = 'deadlines' AND " ACTA_ORDER_CONCERNS                                \
  ") OR EXISTS (SELECT 1 FROM directive c WHERE c.record = v.record AND " ACTA_ORDER_CONCERNS ")"

constexpr Condition kDueConditions[] = {
    ACTA_ROW_CONDITIONS_BUT(ACTA_DUE_OF_AGENCY),
    {FilterBy::kResolution,
     ACTA_ROW_IN("document_task") " AND (v.record IN (SELECT record FROM document_record) OR " ACTA_UNDER_AS(
         "acta_cites(:resolution, w.part)") ")",
     ACTA_DUE_UNDER},
    {FilterBy::kStrength, "EXISTS (SELECT 1 FROM directive o WHERE o.record IN " ACTA_ROW_AND_ORDER
                          " AND o.strength = :strength)"}};

// How many hosts state the task; a statement that belongs to none stands alone.
#define ACTA_TASK_SOURCES                                                                             \
  "CASE WHEN v.task_key IS NULL THEN 1 ELSE (SELECT count(DISTINCT coalesce(f.host, f.source)) FROM " \
  "task_statement "                                                                                   \
  "s JOIN record r ON r.key = s.record JOIN find_article f ON f.article = r.article AND f.current "   \
  "WHERE s.task = v.task_key) END"

constexpr QuestionColumn kDueColumns[] = {
    {{"due", "the last day that still meets it; question marks for a year that is not known"}, "v.due"},
    {{"precision", "the unit that is printed: day, month, quarter, half_year, year", Shown::kWide},
     "v.precision"},
    {{"lead", "who has to do it", Shown::kAlways, 2}, "v.lead", CellKind::kList},
    {{"support", "who helps", Shown::kWide}, "v.support", CellKind::kList},
    {{"task", "what is due", Shown::kAlways, 4}, "v.task"},
    {{"issuer", "who gave the order"}, "v.issuer"},
    {{"under", "the instruments concerned"}, "v.under", CellKind::kList},
    kQuote,
    kSource,
    kPublished,
    {{"term", "the words for a time that is no day: within 3 days of the receipt, each month", Shown::kWhole},
     "v.term"},
    {{"strength", "how binding the order is", Shown::kWhole}, "v.strength"},
    kKnown,
    {{"sources", "hosts that state the task", Shown::kWhole}, ACTA_TASK_SOURCES},
    kId,
    {{"directive", "the record of the order", Shown::kPrograms}, "v.directive"},
    {{"task_id", "the task that several statements mean", Shown::kPrograms}, "v.task_id"},
};

// The last report of the task of a row.
#define ACTA_LAST_REPORT(what)                                                                        \
  "(SELECT " what                                                                                     \
  " FROM task_statement s JOIN progress g ON g.record = s.record WHERE s.task = v.task_key ORDER BY " \
  "s.said DESC, s.record LIMIT 1)"

constexpr QuestionColumn kOverdueColumns[] = {
    {{"due", "the last day that still met it"}, "v.due"},
    {{"days", "since then"}, "CAST(julianday(:today) - julianday(v.due) AS INTEGER)"},
    {{"lead", "who has to do it", Shown::kAlways, 2}, "v.lead", CellKind::kList},
    {{"task", "what is due", Shown::kAlways, 4}, "v.task"},
    {{"last_report", "what was last said of it, and when; empty: nothing was"},
     ACTA_LAST_REPORT("g.state || coalesce(' ' || s.said, '')")},
    kQuote,
    kSource,
    kPublished,
    kKnown,
    {{"sources", "hosts that state the task", Shown::kWhole}, ACTA_TASK_SOURCES},
    kId,
    {{"task_id", "the task that several statements mean", Shown::kPrograms}, "v.task_id"},
};

// One row for a task: of the day that holds now, in its Vietnamese statement before a translation.
// The statement of a task is the deadline itself, or its order when that names the same day.
#define ACTA_TASK_JOIN                                                                                       \
  "LEFT JOIN task_statement s ON s.record = coalesce((SELECT x.record FROM task_statement x WHERE x.record " \
  "= v.record), (SELECT min(x.record) FROM directive_links l CROSS JOIN task_statement x ON x.record = "     \
  "l.record AND x.due = v.day WHERE l.target = v.record AND l.list = 'deadlines')) "                         \
  "LEFT JOIN task t ON t.key = s.task"
// The day that the task has now. Where statements of one day name several, each of these; what was said before them is
// over.
#define ACTA_HOLDS_NOW                                                                                     \
  "(t.due IS NULL OR t.due = v.day OR (t.disputed AND s.said = (SELECT max(x.said) FROM task_statement x " \
  "WHERE x.task = t.key AND x.due IS NOT NULL)))"
// A later day of an order that names several is that day of its task.
#define ACTA_TASK_OF_ORDER                                                                               \
  "(SELECT min(x.task) FROM directive_links l CROSS JOIN task_statement x ON x.record = l.record WHERE " \
  "l.target = v.record AND l.list = 'deadlines')"
constexpr std::string_view kOneForATask = "coalesce(t.key, " ACTA_TASK_OF_ORDER " || '|' || v.day, v.record)";
constexpr std::string_view kStatementKeys = "v.record, v.day, coalesce(t.key, " ACTA_TASK_OF_ORDER ")";
// Which statement is shown: :k1 the first record, :k2 its day, :k3 its task.
constexpr std::string_view kStatementOfTask =
    "SELECT y.record FROM task_statement x CROSS JOIN find_row y ON y.question = 'due' AND y.day = :k2 AND "
    "y.article = x.article AND y.record IN (SELECT "
    "x.record UNION ALL SELECT target FROM directive_links WHERE record = x.record AND list = 'deadlines') "
    "CROSS JOIN find_article g ON g.article = y.article AND g.current WHERE x.task = :k3 AND (:language "
    "= '' OR "
    "g.language = :language) AND instr(g.source, :source) > 0 AND y.record NOT IN (SELECT z.key FROM "
    "wrong_record w CROSS JOIN record z ON z.id = w.id) ORDER BY g.language <> 'vi', y.record LIMIT 1";

#define ACTA_IS_OVERDUE                                                                                      \
  "v.day < :today AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.record = v.record AND d.kind = "          \
  "'vision') AND NOT "                                                                                       \
  "EXISTS (SELECT 1 FROM task_statement q JOIN progress g ON g.record = q.record WHERE q.task = s.task AND " \
  "g.state "                                                                                                 \
  "IN ('done', 'cancelled'))"

constexpr Answer kEachDue{.keys = "v.record",
                          .from = ACTA_ROWS("due"),
                          .order = ACTA_ROWS_ORDER,
                          .row = "v_due v WHERE v.record = :k1",
                          .columns = kDueColumns,
                          .conditions = kDueConditions};

constexpr Answer kEachOverdue{.keys = "v.record",
                              .from = ACTA_ROWS_JOINED("due", ACTA_TASK_JOIN) " AND " ACTA_IS_OVERDUE,
                              .order = ACTA_ROWS_ORDER,
                              .row = "v_due v WHERE v.record = :k1",
                              .columns = kOverdueColumns,
                              .conditions = kDueConditions};

// Stories that order the task: what translations repeat was not ordered again.
#define ACTA_TIMES_ORDERED                                                                                  \
  "(SELECT count(DISTINCT coalesce(sa.story, x.article)) FROM task_statement x LEFT JOIN story_article sa " \
  "ON "                                                                                                     \
  "sa.article = x.article WHERE x.task = t.key AND x.what <> 'reported')"

constexpr Condition kChangeConditions[] = {
    {FilterBy::kFrom, "t.due >= :from"},
    {FilterBy::kTo, "t.due <= :to"},
    {FilterBy::kPlace, "r.article IN (SELECT article FROM place_article)"},
    {FilterBy::kAgency, "s.record IN (SELECT record FROM agency_record)"},
    {FilterBy::kOfficial, "s.record IN (SELECT record FROM official_record)"},
    {FilterBy::kResolution, "s.record IN (SELECT record FROM document_record)"},
    {FilterBy::kLanguage, "f.language = :language"},
    {FilterBy::kSource, "instr(f.source, :source) > 0"}};

// task.changed says so when the task is made; what was removed since is looked at here.
#define ACTA_CHANGED                                                                                         \
  "task t CROSS JOIN task_statement s ON s.task = t.key CROSS JOIN record r ON r.key = s.record CROSS JOIN " \
  "find_article f ON f.article = r.article AND f.current WHERE t.changed AND (EXISTS (SELECT 1 FROM "        \
  "task_statement x WHERE x.task = t.key AND x.what = 'extended') OR " ACTA_TIMES_ORDERED " > 1)"

constexpr QuestionColumn kChangeColumns[] = {
    {{"task", "in the words of its first statement", Shown::kAlways, 4}, "t.action"},
    {{"lead", "who has to do it", Shown::kAlways, 2},
     "(SELECT json_group_array(e.name) FROM json_each(t.assignees) j JOIN entity e ON e.id = j.value)",
     CellKind::kList},
    {{"first_due", "the day of the first statement"}, "t.first_due"},
    {{"now_due", "the day that holds now"}, "t.due"},
    {{"times_ordered", "stories that order it; translations of one count once"}, ACTA_TIMES_ORDERED},
    {{"changes", "what was said when; a story once, with the day on which it was first told", Shown::kAlways,
      2},
     "(SELECT json_group_array(c) FROM (SELECT min(s.said) || ' ' || s.what || coalesce(' ' || s.stated_due, "
     "'') AS c FROM v_task s LEFT JOIN story_article a ON a.article = s.article WHERE s.task = t.key "
     "GROUP BY coalesce(a.story, s.article), s.what, s.stated_due ORDER BY min(s.said), c))",
     CellKind::kList},
    {{"disputed", "1 when statements of one story name different days", Shown::kWhole}, "t.disputed"},
    {{"task_id", "the task", Shown::kPrograms}, "t.id"},
};

constexpr QuestionColumn kEachChangeColumns[] = {
    {{"task", "in the words of its first statement", Shown::kAlways, 4}, "v.action"},
    {{"said", "the day of the article"}, "v.said"},
    {{"what", "assigned, repeated, extended, advanced, reported"}, "v.what"},
    {{"due", "the day that it names"}, "v.stated_due"},
    {{"statement", "the words of the record"}, "v.quote"},
    {{"source", "where it was read"}, "v.source"},
    {{"id", "the record; see it whole with: acta show ID", Shown::kPrograms}, "v.id"},
    {{"task_id", "the task", Shown::kPrograms}, "v.task_id"},
};

constexpr Answer kEachChange{.keys = "t.key, s.record",
                             .from = ACTA_CHANGED,
                             .order = "t.due NULLS LAST, t.key, s.said, s.record",
                             .row = "v_task v WHERE v.task = :k1 AND v.record = :k2",
                             .columns = kEachChangeColumns,
                             .conditions = kChangeConditions};

}  // namespace

const Question kDue = {.name = "due",
                       .doc = "What is due, who has to do it, and the sentence that says so",
                       .examples =
                           "due\n"
                           "due --from 2025-09-01 --to 2025-09-30 --agency \"so du lich\"\n"
                           "due --from 2025-09-01 --to 2025-09-30 --place \"Long Giang\" --each\n"
                           "due --resolution 57-NQ/TW --format csv\n"
                           "due --from 2025-09-01 --ics > september.ics",
                       .empty = "no stored article states a deadline",
                       .answer = {.keys = kStatementKeys,
                                  .from = ACTA_ROWS_JOINED("due", ACTA_TASK_JOIN) " AND " ACTA_HOLDS_NOW,
                                  .order = ACTA_ROWS_ORDER,
                                  .group = kOneForATask,
                                  .choose = kStatementOfTask,
                                  .row = "v_due v WHERE v.record = :k1",
                                  .columns = kDueColumns,
                                  .conditions = kDueConditions},
                       .each = &kEachDue};

const Question kOverdue = {
    .name = "overdue",
    .doc = "What was due before today and is not reported done",
    .examples = "overdue\noverdue --today 2025-10-01 --agency \"so tai chinh\"",
    .empty = "every deadline that was read lies ahead, or is reported done",
    .answer = {.keys = kStatementKeys,
               .from = ACTA_ROWS_JOINED("due", ACTA_TASK_JOIN) " AND " ACTA_HOLDS_NOW " AND " ACTA_IS_OVERDUE,
               .order = ACTA_ROWS_ORDER,
               .group = kOneForATask,
               .choose = kStatementOfTask,
               .row = "v_due v WHERE v.record = :k1",
               .columns = kOverdueColumns,
               .conditions = kDueConditions},
    .each = &kEachOverdue};

const Question kChanges = {.name = "changes",
                           .doc = "Deadlines that were put off or brought forward, orders that were repeated",
                           .examples = "changes\nchanges --agency \"so tu phap\" --each",
                           .empty = "no task is known to have been put off or ordered again",
                           .answer = {.keys = "t.key",
                                      .from = ACTA_CHANGED,
                                      .order = "t.due NULLS LAST, t.key",
                                      .group = "t.key",
                                      .row = "task t WHERE t.key = :k1",
                                      .columns = kChangeColumns,
                                      .conditions = kChangeConditions},
                           .each = &kEachChange};

}  // namespace acta
