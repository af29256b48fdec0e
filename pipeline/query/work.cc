// The work of bodies: their load, what became of tasks, and what was asked upwards.
#include "pipeline/query/questions.h"

namespace acta {
namespace {

constexpr Condition kStatementConditions[] = {ACTA_ROW_CONDITIONS, ACTA_UNDER_CONDITION};

constexpr QuestionColumn kProgressColumns[] = {
    {{"body", "whose tasks"}, "v.body"},
    {{"task", "which tasks, as written", Shown::kAlways, 3}, "v.task"},
    {{"state", "done, on_schedule, late, not_started, cancelled"}, "v.state"},
    {{"value", "how many"}, "v.value"},
    {{"of", "out of how many"}, "v.\"of\""},
    {{"as_of", "the day of the report, else of the article"}, "v.as_of"},
    {{"reporter", "who says so"}, "v.reporter"},
    kQuote,
    kSource,
    kKnown,
    kId,
};

constexpr QuestionColumn kRequestColumns[] = {
    {{"asker", "who asks"}, "v.issuer"},
    {{"addressee", "who is asked"}, "v.lead", CellKind::kList},
    {{"request", "what for", Shown::kAlways, 3}, "v.task"},
    {{"due", "by when, if it says so"}, "v.due"},
    {{"under", "the instruments concerned", Shown::kWhole}, "v.under", CellKind::kList},
    kQuote,
    kSource,
    kPublished,
    kKnown,
    kId,
};

#define ACTA_PROGRESS_GROUP \
  ACTA_SAID_IN_STORY("(SELECT " ACTA_PROGRESS_SAID " FROM progress g WHERE g.record = v.record)")
#define ACTA_REQUEST_GROUP ACTA_SAID_IN_STORY(ACTA_TASK_OF("v.record"))

constexpr std::string_view kProgressRow = "v_progress v WHERE v.record = :k1";
constexpr std::string_view kRequestRow = "v_directive v WHERE v.record = :k1";

constexpr Answer kEachProgress{.keys = ACTA_ROW_KEYS,
                               .from = ACTA_ROWS("progress"),
                               .order = ACTA_ROWS_ORDER,
                               .row = kProgressRow,
                               .columns = kProgressColumns,
                               .conditions = kStatementConditions};

constexpr Answer kEachRequest{.keys = ACTA_ROW_KEYS,
                              .from = ACTA_ROWS("request"),
                              .order = ACTA_ROWS_ORDER,
                              .row = kRequestRow,
                              .columns = kRequestColumns,
                              .conditions = kStatementConditions};

// The entity of a party of an order, or of the body of a report.
#define ACTA_BODY_OF(printed)                                                                           \
  "(SELECT ef.entity FROM record y JOIN agency x ON x.record = y.key JOIN entity_use u ON u.record = "  \
  "y.key JOIN entity_form ef ON ef.key = u.form WHERE y.article = r.article AND y.kind = 'agency' AND " \
  "x.name = " printed " LIMIT 1)"

// Whether the party is a person.
#define ACTA_IS_PERSON                                                                                  \
  "EXISTS (SELECT 1 FROM record y JOIN official x ON x.record = y.key WHERE y.article = r.article AND " \
  "y.kind = "                                                                                           \
  "'official' AND x.name = p.name)"

// An order told by several articles counts once where it is known to be one task. The departments of two provinces
// have one name, and are two.
constexpr std::string_view kAgencyFrom =
    "(SELECT coalesce(" ACTA_NAME_OF_ENTITY("e") ", w.printed) AS agency, " ACTA_PLACE_OF_ENTITY("e")
    " AS place, min(w.source) AS source, count(DISTINCT led) AS led, count(DISTINCT supported) AS supported, "
    "count(DISTINCT dated) AS dated, count(DISTINCT done) AS done, count(DISTINCT late) AS late, "
    "e.id AS entity_id FROM ("
    "SELECT " ACTA_BODY_OF("p.name") " AS entity, p.name AS printed, r.source AS source, CASE p.role WHEN 'lead' THEN coalesce(s.task, o.record) END AS led, "
    "CASE p.role WHEN 'support' THEN coalesce(s.task, o.record) END AS supported, "
    "CASE WHEN p.role = 'lead' AND o.deadline IS NOT NULL THEN coalesce(s.task, o.record) END AS dated, "
    "NULL AS done, NULL AS late "
    "FROM directive_parties p JOIN directive o ON o.record = p.record JOIN v_record r ON r.record = p.record "
    "LEFT JOIN task_statement s ON s.record = o.record WHERE p.role IN ('lead', 'support') AND NOT " ACTA_IS_PERSON
    "{conditions} "
    "UNION ALL SELECT " ACTA_BODY_OF("p.body") ", p.body, r.source, NULL, NULL, NULL, "
    "CASE WHEN p.state = 'done' THEN coalesce(s.task, p.record) END, "
    "CASE WHEN p.state = 'late' THEN coalesce(s.task, p.record) END "
    "FROM (SELECT *, body AS name FROM progress) p JOIN v_record r ON r.record = p.record "
    "LEFT JOIN task_statement s ON s.record = p.record WHERE p.body IS NOT NULL{conditions}) w "
    "LEFT JOIN entity e ON e.key = w.entity GROUP BY coalesce(w.entity, w.printed)) v";

constexpr Condition kAgencyConditions[] = {
    {FilterBy::kName,
     "p.record IN (SELECT record FROM body_named) AND (acta_key(p.name) IN (SELECT name FROM body_name) OR "
     "EXISTS (SELECT 1 FROM body_use b WHERE b.article = r.article AND b.name = acta_key(p.name)))"},
    {FilterBy::kFrom, "r.published >= :from"},
    {FilterBy::kTo, "r.published <= :to"},
    {FilterBy::kPlace, "r.article IN (SELECT article FROM place_article)"},
    {FilterBy::kOfficial, "p.record IN (SELECT record FROM official_record)"},
    {FilterBy::kResolution, "p.record IN (SELECT record FROM document_record)"},
    {FilterBy::kLanguage, "r.language = :language"},
    {FilterBy::kSource, "instr(r.source, :source) > 0"},
    {FilterBy::kBasis, "r.basis = :basis"}};

constexpr QuestionColumn kAgencyColumns[] = {
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

}  // namespace

const Question kAgency = {
    .name = "agency",
    .doc = "The load of bodies: what they lead and support, and what is reported of it",
    .subject = "NAME",
    .examples = "agency\nagency \"so tai chinh\" --from 2025-01-01\nagency --place \"Long Giang\"",
    .empty = "no stored article gives a body a task",
    .answer = {.keys = "",
               .from = kAgencyFrom,
               .order = "v.led DESC, v.supported DESC, v.agency, v.place, v.entity_id",
               .columns = kAgencyColumns,
               .conditions = kAgencyConditions}};

const Question kProgress = {.name = "progress",
                            .doc = "What became of tasks: reported done, late, not started, cancelled",
                            .subject = "",
                            .examples = "progress\nprogress --from 2025-09-01 --place \"Long Giang\"",
                            .empty = "no stored article reports how far tasks are",
                            .answer = {.keys = ACTA_ROW_KEYS,
                                       .from = ACTA_ROWS("progress"),
                                       .order = ACTA_ROWS_ORDER,
                                       .group = ACTA_PROGRESS_GROUP,
                                       .group_of = ACTA_ROW_OF_KEYS,
                                       .choose = ACTA_FIRST_TOLD("progress", "1", ACTA_PROGRESS_GROUP),
                                       .row = kProgressRow,
                                       .columns = kProgressColumns,
                                       .conditions = kStatementConditions},
                            .each = &kEachProgress};

const Question kRequests = {
    .name = "requests",
    .doc = "What was asked upwards or sideways: proposals to a body that is not the asker's to order",
    .subject = "",
    .examples = "requests\nrequests --agency \"Ministry of Construction\" --format markdown",
    .empty = "no stored article has a proposal to another body",
    .answer = {.keys = ACTA_ROW_KEYS,
               .from = ACTA_ROWS("request"),
               .order = ACTA_ROWS_ORDER,
               .group = ACTA_REQUEST_GROUP,
               .group_of = ACTA_ROW_OF_KEYS,
               .choose = ACTA_FIRST_TOLD("request", "1", ACTA_REQUEST_GROUP),
               .row = kRequestRow,
               .columns = kRequestColumns,
               .conditions = kStatementConditions},
    .each = &kEachRequest};

}  // namespace acta
