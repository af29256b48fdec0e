// Figures: what was aimed at, and what came of it.
#include <fmt/format.h>

#include "pipeline/query/questions.h"
#include "pipeline/query/rows_sql.h"
#include "pipeline/query/stories_sql.h"

namespace acta {
namespace {

using namespace fmt::literals;

// A figure as its series, direction and subject are called where it is compared.
struct Figure {
  std::string_view series, direction, subject;
};
constexpr Figure kShownFigure{"v.series", "v.direction", "v.subject"},  // v of v_target
    kFigureOfRow{"s.series", "t.direction", "t.subject"};               // s of find_series, t of target

// SELECT of the records of the figure's series that are compared with it, those of a status: of its article and its
// story; of a figure that says whose it is, also those of articles that play in the same place. "Revenue" of two provinces
// is one series, and nothing to compare. An increase is held against an increase, and a level against a level.
std::string Compared(const Figure& figure, std::string_view status) {
  return fmt::format(R"sql(
      (SELECT g.record
       FROM record y
       CROSS JOIN find_series g ON g.record = y.key
       CROSS JOIN target h ON h.record = y.key
       WHERE y.article IN (
           SELECT v.article UNION
           SELECT b.article FROM story_article a CROSS JOIN story_article b ON b.story = a.story
           WHERE a.article = v.article)
         AND y.kind = 'target'
         AND g.series = {series} AND g.status = '{status}' AND h.direction IS {direction}
       UNION
       SELECT g.record
       FROM find_series g
       CROSS JOIN target h ON h.record = g.record
       CROSS JOIN record y ON y.key = g.record
       CROSS JOIN story_article b ON b.article = y.article
       CROSS JOIN story p ON p.key = b.story
       WHERE {subject} IS NOT NULL
         AND g.series = {series} AND g.status = '{status}' AND h.direction IS {direction}
         AND p.place = (
           SELECT q.place FROM story_article a JOIN story q ON q.key = a.story
           WHERE a.article = v.article)))sql",
                     "series"_a = figure.series, "direction"_a = figure.direction,
                     "subject"_a = figure.subject, "status"_a = status);
}

// Of a goal the column of the last result, w of v_target; of a result its own, v. Of figures without an indicator there is
// no series to compare.
std::string OfResult(std::string_view column) {
  return fmt::format(R"sql(
      CASE v.status
        WHEN 'goal' THEN (
          SELECT w.{column} FROM v_target w
          WHERE v.status = 'goal' AND v.indicator IS NOT NULL AND w.record IN {results}
          ORDER BY w.as_of DESC, w.record LIMIT 1)
        ELSE v.{column} END)sql",
                     "column"_a = column, "results"_a = Compared(kShownFigure, "result"));
}

std::vector<QuestionColumn> TargetColumns() {
  return {
      {{"subject", "whose figure"}, "v.subject"},
      {{"indicator", "what is measured; the phrase that states it where that is all there is", Shown::kAlways,
        3},
       "coalesce(v.indicator, v.quote)"},
      {{"period", "of which period"}, "v.period"},
      {{"by", "by when"}, "v.\"by\""},
      {{"goal", "what was aimed at"}, "CASE v.status WHEN 'goal' THEN v.value END"},
      {{"result", "what was reached"}, OfResult("value")},
      {{"max", "the upper end, where a range is stated"}, "v.value_max"},
      {{"of", "the whole of which it is a part: 412 of 446"}, "v.\"of\""},
      {{"unit", "of all of them"}, "v.unit"},
      {{"as_of", "the day of the result, else of its article"}, OfResult("as_of")},
      {{"comparator", "at_least, at_most, equal, approx, range", Shown::kWhole}, "v.comparator"},
      {{"direction", "increase, decrease, reach", Shown::kWhole}, "v.direction"},
      QuoteColumn(Shown::kWhole),
      SourceColumn(),
      PublishedColumn(),
      BasisColumn(),
      IdColumn(),
      {{"result_id", "the record of the result", Shown::kPrograms}, OfResult("id")},
  };
}

// Of what a figure is, each language says otherwise; of one story, it is told by its value, if the article has it once.
// One of three digits or more that are not noughts, 924,600 billion, is the same whether a version calls it a plan by the
// end of the year or what there is; of 95 percent a story may have a goal and a result.
constexpr const char* kFigureSaid = R"sql(
    (SELECT
       CASE WHEN length(rtrim(CAST(CAST(round(abs(g.value) * 1000) AS INTEGER) AS TEXT), '0')) >= 3 THEN ''
       ELSE g.status || '|' || coalesce(g."by", '') END
       || '|' || g.value || '|' || coalesce(g.value_max, '') || '|' || g.unit
     FROM target g
     WHERE g.record = v.record
       AND (SELECT count(*)
            FROM record y CROSS JOIN target h ON h.record = y.key
            WHERE y.article = v.article AND (h.value, h.unit) = (g.value, g.unit)) = 1))sql";

// Whether the row is not a goal with a result beside it.
std::string IsAlone() {
  return fmt::format(R"sql(
      NOT EXISTS (
        SELECT 1
        FROM target t
        JOIN find_series s ON s.record = t.record
        WHERE t.record = v.record AND s.status = 'goal' AND t.indicator IS NOT NULL
          AND EXISTS {results}))sql",
                     "results"_a = Compared(kFigureOfRow, "result"));
}

// A result that stands beside its goal has no row of its own.
std::string Figures() {
  const std::string rows = sql::FromRows(
      "target", "JOIN target t ON t.record = v.record JOIN find_series s ON s.record = v.record");
  return fmt::format("{rows} AND (s.status = 'goal' OR t.indicator IS NULL OR NOT EXISTS {goals})",
                     "rows"_a = rows, "goals"_a = Compared(kFigureOfRow, "goal"));
}

// A row for each statement.
Answer TargetStatements() {
  return {.keys = sql::kRowKeys,
          .from = Figures(),
          .order = sql::kRowsOrder,
          .row = "v_target v WHERE v.record = :k1",
          .columns = TargetColumns(),
          .conditions = sql::Joined({sql::RowConditions(sql::RowNamesBody()), {sql::UnderCondition()}})};
}

// Of the versions of a figure that which has both, then the Vietnamese one.
Answer TargetsOncePerStory() {
  const std::string group = sql::SaidInStory(kFigureSaid), order = IsAlone() + ", f.language <> 'vi'";
  return sql::OncePerStory(TargetStatements(), group, sql::ToldBy({"target", "1", group, order}));
}

}  // namespace

const Question& TargetsQuestion() {
  static const Question question = {
      .name = "targets",
      .doc = "Goals against results",
      .subject = "",
      .examples = "targets\ntargets --place \"Bac Hung\" --from 2026-01-01 --to 2026-12-31 --format csv",
      .empty = "no stored article states a figure that is a goal or a result",
      .answer = TargetsOncePerStory(),
      .each = TargetStatements()};
  return question;
}

}  // namespace acta
