// Official instruments: who cites them, what was ordered under them.
#include "pipeline/query/documents_sql.h"

#include <fmt/format.h>

#include "pipeline/query/names_sql.h"
#include "pipeline/query/questions.h"
#include "pipeline/query/rows_sql.h"
#include "pipeline/query/stories_sql.h"

namespace acta {
namespace {

using namespace fmt::literals;

// A row stands under the record of the instrument where it is cited, else under that of the order: of one article.
std::string IsOfDocument(std::string_view set) {
  return fmt::format("d.article IN (SELECT article FROM {set}) AND +v.other IN (SELECT record FROM {set})",
                     "set"_a = set);
}

std::vector<Condition> ResolutionConditions() {
  return sql::Joined(
      {{{FilterBy::kName, IsOfDocument("named_document"), sql::IsDocument("v.other", sql::kSubjectDocument)},
        {FilterBy::kResolution, IsOfDocument("document_named"),
         sql::IsDocument("v.other", sql::kFilterDocument)}},
       sql::RowConditions(sql::RowNamesBody())});
}

std::vector<QuestionColumn> ResolutionColumns() {
  return {
      {{"number", "as printed"}, "v.number"},
      {{"kind", "the kind of instrument", Shown::kWhole}, "v.kind"},
      {{"title", "what it is about", Shown::kWhole}, "v.title"},
      {{"relation", "cited; or how an order stands to it: under, implements, issued_in, to_draft, concerns"},
       "v.relation"},
      {{"issuer", "of the instrument where it is cited, else of the order"}, "v.issuer"},
      {{"lead", "who was ordered", Shown::kAlways, 2}, "v.lead", CellKind::kList},
      {{"task", "what was ordered", Shown::kAlways, 4}, "v.task"},
      {{"due", "by when"}, "v.due"},
      QuoteColumn(),
      SourceColumn(),
      PublishedColumn(),
      BasisColumn(),
      IdColumn(),
  };
}

// What is said of which instrument: that it is cited, or which task stands how to it.
std::string ResolutionGroup() {
  return sql::SaidInStory(fmt::format("{document} || '|' || CASE v.part WHEN 'cited' THEN '' ELSE {task} END",
                                      "document"_a = sql::EntityOf("v.other"),
                                      "task"_a = sql::TaskOf("v.record")));
}

// A row for each statement.
Answer ResolutionStatements() {
  return {.keys = sql::kRowKeys,
          .from = sql::FromRows("resolution"),
          .order = "v.day, v.article, v.other, v.part, v.record",
          .row = "v_resolution v WHERE v.document = :k3 AND v.record = :k1 AND v.relation = :k2",
          .columns = ResolutionColumns(),
          .conditions = ResolutionConditions()};
}

Answer ResolutionsOncePerStory() {
  const std::string group = ResolutionGroup();
  return sql::OncePerStory(ResolutionStatements(), group, sql::FirstTold("resolution", "1", group));
}

}  // namespace

const Question& ResolutionQuestion() {
  static const Question question = {
      .name = "resolution",
      .doc = "Who cites an instrument, what was ordered under it, what implements it",
      .subject = "NUMBER",
      .examples =
          "resolution 57-NQ/TW\nresolution \"public investment\"\nresolution 57 --agency \"so khoa hoc\" "
          "--format list",
      .empty = "no stored article cites an instrument",
      .answer = ResolutionsOncePerStory(),
      .each = ResolutionStatements()};
  return question;
}

}  // namespace acta
