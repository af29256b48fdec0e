// The questions themselves, each defined in the file of its family and put together when it is first asked for.
#pragma once

#include "pipeline/query/question.h"

namespace acta {

// due.cc
const Question& DueQuestion();
const Question& OverdueQuestion();
const Question& ChangesQuestion();
// people.cc
const Question& OfficialQuestion();
const Question& PostsQuestion();
// documents.cc
const Question& ResolutionQuestion();
// work.cc
const Question& AgencyQuestion();
const Question& ProgressQuestion();
const Question& RequestsQuestion();
// figures.cc
const Question& TargetsQuestion();
// articles.cc
const Question& NewQuestion();
const Question& SearchQuestion();
const Question& CoverageQuestion();

// Columns that most answers end with. `shown`: where the sentence is.
inline QuestionColumn QuoteColumn(Shown shown = Shown::kWide) {
  return {
      {"quote", "the sentence that says so", shown, shown == Shown::kWide ? 2 : 1}, "", CellKind::kSentence};
}
inline QuestionColumn SourceColumn() { return {{"source", "where it was read", Shown::kWide}, "v.source"}; }
inline QuestionColumn PublishedColumn() {
  return {{"published", "the day of the article", Shown::kWhole}, "v.published"};
}
inline QuestionColumn BasisColumn() {
  return {{"basis", "how the record is known at its weakest: printed, resolved, inferred", Shown::kWhole},
          "v.basis"};
}
inline QuestionColumn IdColumn() {
  return {{"id", "the record; see it whole with: acta show ID", Shown::kPrograms}, "v.id"};
}

}  // namespace acta
