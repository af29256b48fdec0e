// What a figure measures: the words before it that a verb parts from it, or those that follow it.
//
//   FigurePhrases phrases(view);
//   target.indicator = phrases.Of(at, printed, is_amount);
//
// “The forest cover rate will reach 54%” measures the forest cover rate, “80% of communes have a clinic” communes that have
// a clinic, “12 schools” schools. The table `figures` of language.toml says by kinds of words where such a phrase ends:
// `verbs` stand between a thing and its figure (any word with the attribute `tense` or `status` is one), `stops` are never
// part of it, `light` words (articles, dates) and `links` (of, in) never open or close it. “… reached 5 billion, or 62%”:
// a figure with nothing of its own measures what the figure before it in the sentence does. A body or place alone (or a
// word of kind `owner`: the government) is whose figure it is (subjects.h), not what it measures. A pack without the table has what its rules capture.
// Linear in the sentence for each figure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extractors/engine/fact_unit.h"
#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

class FigurePhrases {
 public:
  explicit FigurePhrases(const TreeView& view);

  // `captured` is what the rule of the figure says; `amount`: percents, money and measures, which are told of something
  // else, not of what their unit counts; `money` is for something as often as of it. In the order of the text.
  Maybe<std::string> Of(const FactUnit& at, const Maybe<std::string>& captured, bool amount, bool money);
  // The only body or place that the words of the last indicator name: “GRDP of An Giang province”.
  const Maybe<std::string>& Owner() const { return owner_; }

 private:
  enum class What { kWord, kActor, kVerb, kAuxiliary, kStop, kLight, kLink, kAnd, kMark, kFigure };
  struct Part {
    uint32_t unit;
    Span span;
    What what;
    bool of = false;  // a link that opens what the figure is a part of
  };
  // Parts of the sentence, as numbers: the first, and the one behind the last.
  struct Range {
    size_t begin = 0, end = 0;
    bool empty() const { return begin >= end; }
  };

  void Enter(uint32_t sentence);
  What WhatIs(uint32_t unit) const;
  // The phrase that ends at part `end` or some verbs before it; `bare` when nothing but those stands between it and the
  // figure or mark before.
  Range Before(size_t end, bool& bare) const;
  Range Behind(size_t begin, bool amount) const;
  bool ListGoesOn(size_t mark) const;
  size_t FirstFrom(uint32_t byte) const;
  Maybe<std::string> OwnerIn(Range range) const;
  // What was captured behind the figure, if it says anything.
  Range Told(const Maybe<std::string>& captured, uint32_t from) const;
  Range Trimmed(Range range) const;
  bool Says(Range range) const;  // something that is no body or place
  Maybe<std::string> Printed(Span span) const;

  const TreeView& view_;
  const std::vector<uint32_t> actors_, owners_, figures_, numbers_, auxiliaries_, of_;
  const uint32_t status_, tense_;  // bits of these attributes
  uint32_t sentence_ = ~0u;
  std::vector<Part> parts_;
  std::vector<uint32_t> stack_;
  Maybe<std::string> last_;  // of the figure before in the sentence
  Maybe<std::string> owner_;
};

}  // namespace acta
