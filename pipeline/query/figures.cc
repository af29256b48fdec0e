// Figures: what was aimed at, and what came of it.
#include "pipeline/query/questions.h"

namespace acta {
namespace {

// Records of a series that are compared with the row: of its article and its story; of a figure that says whose it
// is, also those of articles that play in the same place. "Revenue" of two provinces is one series, and nothing to
// compare. An increase is held against an increase, and a level against a level.
#define ACTA_COMPARED(series, status, direction, subject)                                                    \
  "(SELECT g.record FROM record y CROSS JOIN find_series g ON g.record = y.key CROSS JOIN target h ON "      \
  "h.record = y.key WHERE y.article IN (SELECT v.article UNION SELECT b.article FROM story_article a CROSS " \
  "JOIN story_article b ON b.story = a.story WHERE a.article = v.article) AND y.kind = 'target' AND "        \
  "g.series = " series " AND g.status = '" status "' AND h.direction IS " direction                          \
  " UNION SELECT g.record FROM find_series g CROSS JOIN target h ON h.record = g.record CROSS JOIN record "  \
  "y "                                                                                                       \
  "ON y.key = g.record CROSS JOIN story_article b ON b.article = y.article CROSS JOIN story p ON p.key = "   \
  "b.story WHERE " subject " IS NOT NULL AND g.series = " series " AND g.status = '" status                  \
  "' AND h.direction IS " direction                                                                          \
  " AND p.place = (SELECT q.place FROM story_article a JOIN story q ON q.key = a.story WHERE a.article = "   \
  "v.article))"

// The last of them; of figures without an indicator there is no series to compare.
#define ACTA_RESULT(column)                                                                              \
  "(SELECT " column                                                                                      \
  " FROM v_target w WHERE v.status = 'goal' AND v.indicator IS NOT NULL AND w.record IN " ACTA_COMPARED( \
      "v.series", "result", "v.direction", "v.subject") " ORDER BY w.as_of DESC, w.record LIMIT 1)"

constexpr Condition kTargetConditions[] = {ACTA_ROW_CONDITIONS, ACTA_UNDER_CONDITION};

constexpr QuestionColumn kTargetColumns[] = {
    {{"subject", "whose figure"}, "v.subject"},
    {{"indicator", "what is measured; the phrase that states it where that is all there is", Shown::kAlways,
      3},
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

// Of what a figure is, each language says otherwise; of one story, it is told by its value, if the article has it once.
// One of three digits or more that are not noughts, 924,600 billion, is the same whether a version calls it a plan by the
// end of the year or what there is; of 95 percent a story may have a goal and a result.
#define ACTA_FIGURE_GROUP                                                                                   \
  ACTA_SAID_IN_STORY(                                                                                       \
      "(SELECT CASE WHEN length(rtrim(CAST(CAST(round(abs(g.value) * 1000) AS INTEGER) AS TEXT), '0')) >= " \
      "3 "                                                                                                  \
      "THEN '' ELSE g.status || '|' || coalesce(g.\"by\", '') END || '|' || g.value || '|' || "             \
      "coalesce(g.value_max, '') || '|' || g.unit FROM target g WHERE g.record = v.record AND (SELECT "     \
      "count(*) FROM record y CROSS JOIN target h ON h.record = y.key WHERE y.article = v.article AND "     \
      "(h.value, h.unit) = (g.value, g.unit)) = 1)")

// A goal without a result beside it.
#define ACTA_ALONE                                                                                          \
  "NOT EXISTS (SELECT 1 FROM target t JOIN find_series s ON s.record = t.record WHERE t.record = v.record " \
  "AND s.status = 'goal' AND t.indicator IS NOT NULL AND EXISTS " ACTA_COMPARED(                            \
      "s.series", "result", "t.direction", "t.subject") ")"

constexpr std::string_view kFigureRow = "v_target v WHERE v.record = :k1";

// A result that stands beside its goal has no row of its own.
#define ACTA_FIGURES                                                                                 \
  ACTA_ROWS_JOINED("target",                                                                         \
                   "JOIN target t ON t.record = v.record JOIN find_series s ON s.record = v.record") \
  " AND (s.status = 'goal' OR t.indicator IS NULL OR NOT EXISTS " ACTA_COMPARED(                     \
      "s.series", "goal", "t.direction", "t.subject") ")"

constexpr Answer kEachFigure{.keys = ACTA_ROW_KEYS,
                             .from = ACTA_FIGURES,
                             .order = ACTA_ROWS_ORDER,
                             .row = kFigureRow,
                             .columns = kTargetColumns,
                             .conditions = kTargetConditions};

}  // namespace

const Question kTargets = {
    .name = "targets",
    .doc = "Goals against results",
    .subject = "",
    .examples = "targets\ntargets --place \"Bac Hung\" --from 2026-01-01 --to 2026-12-31 --format csv",
    .empty = "no stored article states a figure that is a goal or a result",
    .answer = {.keys = ACTA_ROW_KEYS,
               .from = ACTA_FIGURES,
               .order = ACTA_ROWS_ORDER,
               .group = ACTA_FIGURE_GROUP,
               .group_of = ACTA_ROW_OF_KEYS,
               .choose = ACTA_TOLD_BY("target", "1", ACTA_FIGURE_GROUP, ACTA_ALONE ", f.language <> 'vi'"),
               .row = kFigureRow,
               .columns = kTargetColumns,
               .conditions = kTargetConditions},
    .each = &kEachFigure};

}  // namespace acta
