// What a figure counts, where its rule does not say: “70% of communes” is a figure of communes, “12/20 schools” of
// schools, and “or 60%” of whatever the figure before it in the sentence counts.
//
//   Counted counted(view);
//   target.indicator = counted.Of(at, captured);
//
// The words behind the figure, seven at most, up to a mark, a verb, a figure or a date; names and prepositions do not
// open them. What is counted piece by piece (schools, tasks) begins with its own noun, amounts and measures (percent,
// money, km) behind theirs. A pack that does not tell verbs (no kind `verb`) has nothing of this. Linear in the
// sentence for each figure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/engine/fact_unit.h"
#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

class Counted {
 public:
  explicit Counted(const TreeView& view);

  // `captured` is what the rule says; without it the words behind the figure, those before it, or those of the figure before. Figures
  // are asked for in the order of the text.
  Maybe<std::string> Of(const FactUnit& at, Maybe<std::string> captured);

 private:
  // Fills `parts_` with the units of a sentence, all but those that end what is counted in their words.
  void Enter(uint32_t sentence);
  bool IsMeasure(uint32_t unit, bool milliards) const;
  bool IsMark(uint32_t part) const;
  Maybe<std::string> Behind(uint32_t from) const;
  // The words that open the clause, up to `to`, dates and verbs right before it apart: “ВВП в 2021 году составил …”.
  Maybe<std::string> Before(uint32_t to) const;
  // Without dates, marks, verbs and short words at its ends; nullopt when nothing is left.
  Maybe<std::string> Trimmed(const At<std::string>& captured) const;

  const TreeView& view_;
  const std::vector<uint32_t> ends_, opens_not_, light_, opens_not_named_, in_, topic_;
  const uint32_t unit_;
  uint32_t sentence_ = ~0u;
  std::vector<uint32_t> parts_, stack_;
  uint32_t last_end_ = 0;  // of the figure before
  Maybe<std::string> last_;
};

}  // namespace acta
