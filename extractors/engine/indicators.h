// What is measured: the words that name it, beside a figure whose rule captures none.
//
//   Indicators indicators(view, units);
//   if (!target.indicator) target.indicator = indicators.Of(at, unit_of_the_figure);
//
// “The share of paved roads, by length, has reached 80%, up 5%”: both are the share of paved roads. Looked for
//
// 1. before the figure, in its clause: from a word of the kind `measured` (“share”, “total revenue”) to the verb. The
//    nearest part between commas that opens with one counts, else the nearest that holds one. Names, orders and verbs
//    of reaching between that and the comma say that something else is told since. Brackets are passed over. A word of
//    `measured_of` (“rate”) wants words behind it;
// 2. of what is counted (“37 roads paved in time”), behind it: from the unit to a mark, a date or a word of the kind
//    `counted_end`; a unit alone with its verb (“sentenced 9 thieves”: “sentenced thieves”);
// 3. a figure that opens its part of a clause has what the figure before it in the sentence has: `basis` resolved.
//
// A pack without these kinds has no such indicators; counted.h serves packs that tell verbs instead,
// figure_phrases.h those with a table of figures. Linear in the sentence for each figure.
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

class Indicators {
 public:
  Indicators(const TreeView& view, const std::vector<FactUnit>& units);

  // `target` has its value and unit. Figures are asked for in the order of the text.
  Maybe<std::string> Of(const FactUnit& at, const Target& target);

 private:
  // Where the words of a figure stand among `leaves_`.
  struct Place {
    size_t begin = 0;   // the first behind the figure before, or of the sentence
    size_t figure = 0;  // the first of the figure
    size_t end = 0;     // the first behind it
    size_t next = 0;    // the first of the next figure, or the end
  };
  Maybe<std::string> Find(const FactUnit& at, const Target& target);
  // What the nearest figure before this one measures.
  Maybe<std::string> ToldBefore(uint32_t figure) const;
  // The verb before the unit of a thing that is counted without further words: “sentenced 9 thieves”.
  Maybe<std::string> WithVerb(const FactUnit& at, const Place& place, Span unit) const;
  Place PlaceOf(const FactUnit& at) const;
  std::optional<Span> Before(const Place& place, bool in_other_parts) const;
  std::optional<Span> Behind(const Place& place, const Target& target) const;
  // Whether nothing but verbs, dates and the like stands between a figure and the mark before it.
  bool OpensPart(const Place& place) const;
  // Whether the words of an indicator are a word of `measured_of` alone.
  bool IsBare(Span span) const;
  // Words from `first` to `last` without those at the end that only lead to the figure.
  std::optional<Span> Words(size_t first, size_t last) const;
  bool IsMark(size_t n, std::string_view marks) const;
  bool Is(size_t n, const std::vector<uint32_t>& kinds) const;
  // Fills `leaves_`: names and dates whole, all else in its words.
  void Enter(uint32_t sentence);

  const TreeView& view_;
  const std::vector<FactUnit>& units_;
  const std::vector<uint32_t> measured_, measured_of_, counted_end_, light_, barrier_, whole_, dates_, and_,
      passive_, money_, number_;
  uint32_t sentence_ = ~0u;
  std::vector<uint32_t> leaves_, stack_;
  // What the figures of this sentence measure, by their places: a list of figures is asked for before its first one.
  struct Told {
    uint32_t figure;
    Maybe<std::string> what;
  };
  std::vector<Told> told_;
};

}  // namespace acta
