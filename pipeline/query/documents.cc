// Official instruments: who cites them, what was ordered under them.
#include "pipeline/query/questions.h"

namespace acta {
namespace {

// A row stands under the record of the instrument where it is cited, else under that of the order: of one article.
#define ACTA_OF_DOCUMENT(set) \
  "d.article IN (SELECT article FROM " set ") AND +v.other IN (SELECT record FROM " set ")"

constexpr Condition kResolutionConditions[] = {
    {FilterBy::kName, ACTA_OF_DOCUMENT("named_document"),
     ACTA_IS_DOCUMENT("v.other", ":name", ":name_number", ":name_title", "named_entity")},
    {FilterBy::kResolution, ACTA_OF_DOCUMENT("document_named"),
     ACTA_IS_DOCUMENT("v.other", ":resolution", ":number", ":title", "document_entity")},
    ACTA_ROW_CONDITIONS};

constexpr QuestionColumn kResolutionColumns[] = {
    {{"number", "as printed"}, "v.number"},
    {{"kind", "the kind of instrument", Shown::kWhole}, "v.kind"},
    {{"title", "what it is about", Shown::kWhole}, "v.title"},
    {{"relation", "cited; or how an order stands to it: under, implements, issued_in, to_draft, concerns"},
     "v.relation"},
    {{"issuer", "of the instrument where it is cited, else of the order"}, "v.issuer"},
    {{"lead", "who was ordered", Shown::kAlways, 2}, "v.lead", CellKind::kList},
    {{"task", "what was ordered", Shown::kAlways, 4}, "v.task"},
    {{"due", "by when"}, "v.due"},
    kQuote,
    kSource,
    kPublished,
    kKnown,
    kId,
};

// What is said of which instrument: that it is cited, or which task stands how to it.
#define ACTA_RESOLUTION_GROUP        \
  ACTA_SAID_IN_STORY(ACTA_ENTITY_OF( \
      "v.other") " || '|' || CASE v.part WHEN 'cited' THEN '' ELSE " ACTA_TASK_OF("v.record") " END")

constexpr std::string_view kResolutionOrder = "v.day, v.article, v.other, v.part, v.record";
constexpr std::string_view kResolutionRow =
    "v_resolution v WHERE v.document = :k3 AND v.record = :k1 AND v.relation = :k2";

constexpr Answer kEachResolution{.keys = ACTA_ROW_KEYS,
                                 .from = ACTA_ROWS("resolution"),
                                 .order = kResolutionOrder,
                                 .row = kResolutionRow,
                                 .columns = kResolutionColumns,
                                 .conditions = kResolutionConditions};

}  // namespace

const Question kResolution = {
    .name = "resolution",
    .doc = "Who cites an instrument, what was ordered under it, what implements it",
    .subject = "NUMBER",
    .examples =
        "resolution 57-NQ/TW\nresolution \"public investment\"\nresolution 57 --agency \"so khoa hoc\" "
        "--format list",
    .empty = "no stored article cites an instrument",
    .answer = {.keys = ACTA_ROW_KEYS,
               .from = ACTA_ROWS("resolution"),
               .order = kResolutionOrder,
               .group = ACTA_RESOLUTION_GROUP,
               .group_of = ACTA_ROW_OF_KEYS,
               .choose = ACTA_FIRST_TOLD("resolution", "1", ACTA_RESOLUTION_GROUP),
               .row = kResolutionRow,
               .columns = kResolutionColumns,
               .conditions = kResolutionConditions},
    .each = &kEachResolution};

}  // namespace acta
