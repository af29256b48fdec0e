// Whose figure it is: the body or place that opens the clause in which a figure stands.
//
//   Subjects subjects(view);
//   if (!target.subject) target.subject = subjects.Of(at);
//
// “By August, Bac Hung province had disbursed 3,870 billion dong, or 60 per cent”: both are Bac Hung province's. The
// sentence or a clause of it has to open with it alone, dates, adverbs and articles apart, in the nominative where it
// has cases; a few words at most stand between it and its first figure, and nobody else is named between it and a
// figure. Who gives an order (a word with the attribute `strength`), and who is told to do something
// (FactUnit::in_task), is not its subject. What is less plain has no subject.
// Linear in the sentence for each figure.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/engine/fact_unit.h"
#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

class Subjects {
 public:
  explicit Subjects(const TreeView& view);

  // Figures are asked for in the order of the text: a later one of a sentence has the subject of the one before.
  Maybe<std::string> Of(const FactUnit& at);

 private:
  enum class What { kWord, kLight, kMark, kActor, kOther };
  struct Part {
    uint32_t unit;
    What what;
  };
  // Fills `parts_` with the units of a sentence: names and dates whole, all else in its words.
  void Enter(uint32_t sentence);
  What WhatIs(uint32_t unit) const;
  // Whether a clause begins with this part of the sentence, and no list of names does.
  bool OpensClause(size_t n) const;
  bool IsNominative(uint32_t unit) const;

  const TreeView& view_;
  const std::vector<uint32_t> actors_, others_, light_, marks_;
  const uint32_t status_, strength_;  // bits of these attributes
  uint32_t sentence_ = ~0u;
  std::vector<Part> parts_;
  std::vector<uint32_t> stack_;
  std::optional<size_t> told_;  // the part that is the subject of the figure before
};

}  // namespace acta
