// What a figure measures: the words of its sentence that name it, by the table `figures` of language.toml.
//
//   Indicators indicators(view, units, parts);
//   const Indicator found = indicators.Of(at, {captured, amount, money});
//   target.indicator = found.what;
//
// An amount (percent, money, km, a rank) is told of something else, “the forest cover rate will reach 54%”; other figures
// count what their unit names, “12 schools in the hills”. What says nothing (a name, a preposition, “rate” without its
// thing) is left out. Asked in this order
//
// of an amount: the phrase before it, which verbs, light words and prepositions part from the figure: back to a mark,
//    another figure or a stop. Where the pack names `heads` (“share”, “revenue”), from such a word on, also beyond a comma
//    if nobody is named and nothing else is told since, and only where it holds what the rule captures as `indicator`;
//    what the rule captures; the words behind “of”, or right behind the figure where the pack names no such words;
// of a count: what the rule captures, joined to the noun of the figure that it follows; that noun and the words behind
//    it, up to a mark, a verb, a figure or one of `ends`; the phrase before it;
// of both: what the figure before in the sentence measures, `resolved`, if nothing of its own stands between: “…, or 62%”.
//
// The only body or place that the words name (“GRDP of An Giang province”) is whose figure it is. A pack without the table
// has what its rules capture. Linear in the sentence once, and in the phrases for each figure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extractors/engine/fact_unit.h"
#include "extractors/engine/figure_parts.h"
#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

// What is known of a figure when it is asked what it measures.
struct FigureAsked {
  Maybe<std::string> captured;  // by its rule
  bool amount = false;          // told of something else, not of what its unit counts
  bool money = false;           // told for something as often as of it
};

struct Indicator {
  Maybe<std::string> what, owner;
};

class Indicators {
 public:
  Indicators(const TreeView& view, const std::vector<FactUnit>& units, FigureParts& parts);

  // In any order within a sentence; what the figure before measures is known of those asked for earlier.
  Indicator Of(const FactUnit& at, const FigureAsked& asked);

 private:
  // Parts of the sentence, as numbers: the first, and the one behind the last.
  struct Range {
    size_t begin = 0, end = 0;
    bool empty() const { return begin >= end; }
    size_t size() const { return empty() ? 0 : end - begin; }
    bool Contains(Range other) const { return begin <= other.begin && other.end <= end; }
    friend bool operator==(const Range&, const Range&) = default;
  };
  // Where a figure stands.
  struct Place {
    uint32_t at = 0;  // its first byte
    Range figure;
    size_t behind = 0;  // the first part behind it, a full stop of its last word apart
    size_t begin = 0;   // behind the figure before, or the sentence's first
    size_t end = 0;     // the next figure, or the sentence's end
    size_t noun = 0;    // the first word of the figure behind its numbers, or the part behind the figure
    bool led = false;   // a verb stands between it and the words before
    bool bare = false;  // nothing of its own stands between it and the mark or figure before
  };
  // What is measured, and the deed that a lone noun is told with: “sentenced” … “thieves”.
  struct Phrase {
    Range words, deed;
    bool resolved = false;
  };
  // A figure that was asked for.
  struct Told {
    uint32_t at = 0;
    Phrase phrase;
  };

  void Enter(uint32_t sentence);
  std::optional<Span> FigureOf(uint32_t unit) const;
  Place PlaceOf(uint32_t unit, Span figure) const;
  Phrase OfAmount(const Place& place, const FigureAsked& asked, Range before) const;
  Phrase OfCount(uint32_t unit, const Place& place, const FigureAsked& asked, Range before) const;
  // What the figure before it measures, if nothing stands between them.
  Phrase ToldBefore(const Place& place) const;
  Range Deed(uint32_t unit, const Place& place) const;
  // The phrase before a figure; tells `place` whether there is a verb between them, and whether nothing is before.
  Range Before(Place& place, bool amount) const;
  // Over verbs, light words and prepositions before a figure, back to the part that this gives.
  size_t SkipLead(Place& place, size_t least) const;
  // From the farthest head in the part of the clause before `last`, or the nearest beyond a comma.
  Range FromHead(size_t last, size_t least, bool amount) const;
  // Back to a mark, a figure, a stop or a verb.
  Range FromBorder(size_t last, size_t least, bool led) const;
  // `n`, or the bracket that is opened where one closes before `n`.
  size_t OverBracket(size_t n, size_t least) const;
  Range Behind(const Place& place, size_t begin, bool amount) const;
  bool OpensBehind(size_t n) const;
  // Whether only verbs and light words stand before a part in its part of the clause.
  bool OpensPart(size_t n, size_t least) const;
  // Whether what a rule captures before a figure is one phrase.
  bool IsName(Range captured, const Place& place) const;
  // What a rule captures, if it says anything.
  Range Captured(const Maybe<std::string>& captured) const;
  // Whether a comma parts a list that an “and” ends.
  bool ListGoesOn(size_t mark) const;
  Range Trimmed(Range range) const;
  bool Says(Range range) const;
  Maybe<std::string> OwnerIn(Range range) const;
  Maybe<std::string> Printed(const Phrase& phrase) const;
  Span SpanOf(Range range) const;

  const TreeView& view_;
  const std::vector<FactUnit>& units_;
  FigureParts& parts_;
  uint32_t sentence_ = ~0u;
  std::vector<Span> figures_;  // of the sentence, from the left to the right
  std::vector<Told> told_;     // likewise
};

}  // namespace acta
