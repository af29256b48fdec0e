// Whose figure it is: the body or place that opens the clause in which a figure stands.
//
//   Subjects subjects(view, parts);
//   if (!target.subject) target.subject = subjects.Of(at);
//
// “By August, Bac Hung province had disbursed 3,870 billion dong, or 60 per cent”: both are Bac Hung province's. The
// sentence or a clause of it has to open with it alone, dates, adverbs and articles apart, in the nominative where it
// has cases; a few words at most stand between it and its first figure, and nobody else is named between it and a
// figure. Who gives an order (a word with the attribute `strength`), and who is told to do something
// (FactUnit::in_task), is not its subject. What is less plain has no subject.
// Linear in the words from the subject to each figure.
#pragma once

#include <optional>
#include <string>

#include "extractors/engine/fact_unit.h"
#include "extractors/engine/figure_parts.h"
#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

class Subjects {
 public:
  Subjects(const TreeView& view, FigureParts& parts);

  // Figures are asked for in the order of the text: a later one of a sentence has the subject of the one before.
  Maybe<std::string> Of(const FactUnit& at);

 private:
  // Whether a clause begins with this part of the sentence, and no list of names does.
  bool OpensClause(size_t n) const;
  bool IsNominative(uint32_t unit) const;

  const TreeView& view_;
  FigureParts& parts_;
  const uint32_t strength_;  // bit of this attribute
  uint32_t sentence_ = ~0u;
  std::optional<size_t> told_;  // the part that is the subject of the figure before
};

}  // namespace acta
