// Figures: what was aimed at, and what came of it.
#include "pipeline/query/questions.h"

namespace acta {
namespace {

// The last result of the series of the goal; of figures without an indicator there is no series to compare.
#define ACTA_RESULT(column)                                                                              \
  "(SELECT " column                                                                                      \
  " FROM find_series s JOIN v_target w ON w.record = s.record WHERE s.series = v.series AND v.status = " \
  "'goal' "                                                                                              \
  "AND v.indicator IS NOT NULL AND s.status = 'result' ORDER BY w.as_of DESC, w.record LIMIT 1)"

constexpr Condition kTargetConditions[] = {ACTA_ROW_CONDITIONS, ACTA_UNDER_CONDITION};

constexpr QuestionColumn kTargetColumns[] = {
    {{"subject", "whose figure"}, "v.subject"},
    {{"indicator", "what is measured; the phrase that states it where that is all there is"},
     "coalesce(v.indicator, v.quote)"},
    {{"period", "of which period"}, "v.period"},
    {{"by", "by when"}, "v.\"by\""},
    {{"goal", "what was aimed at"}, "CASE v.status WHEN 'goal' THEN v.value END"},
    {{"result", "what was reached"},
     "CASE v.status WHEN 'goal' THEN " ACTA_RESULT("w.value") " ELSE v.value END"},
    {{"max", "the upper end, where a range is stated"}, "v.value_max"},
    {{"of", "the whole of which it is a part: 412 of 446"}, "v.\"of\""},
    {{"unit", "of all of them"}, "v.unit"},
    {{"as_of", "the day of the result, else of its article"},
     "CASE v.status WHEN 'goal' THEN " ACTA_RESULT("w.as_of") " ELSE v.as_of END"},
    {{"comparator", "at_least, at_most, equal, approx, range", Shown::kWhole}, "v.comparator"},
    {{"direction", "increase, decrease, reach", Shown::kWhole}, "v.direction"},
    {{"quote", "the sentence that says so", Shown::kWhole}, "", CellKind::kSentence},
    kSource,
    kPublished,
    kKnown,
    kId,
    {{"result_id", "the record of the result", Shown::kPrograms},
     "CASE v.status WHEN 'goal' THEN " ACTA_RESULT("w.id") " ELSE v.id END"},
};

}  // namespace

const Question kTargets = {
    .name = "targets",
    .doc = "Goals against results",
    .subject = "",
    .examples = "targets\ntargets --place \"Bac Hung\" --from 2026-01-01 --to 2026-12-31 --format csv",
    .empty = "no stored article states a figure that is a goal or a result",
    .answer = {.keys = "v.record",
               // A result that stands beside its goal has no row of its own.
               .from =
                   ACTA_ROWS_JOINED("target",
                                    "JOIN target t ON t.record = v.record JOIN find_series s ON s.record = "
                                    "v.record") " AND (s.status = 'goal' OR t.indicator IS NULL OR NOT "
                                                "EXISTS (SELECT 1 FROM find_series g WHERE g.series = "
                                                "s.series AND g.status = 'goal'))",
               .order = ACTA_ROWS_ORDER,
               .row = "v_target v WHERE v.record = :k1",
               .columns = kTargetColumns,
               .conditions = kTargetConditions}};

}  // namespace acta
