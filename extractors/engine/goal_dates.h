// By when a goal is to be reached: which of the dates of its sentence is the goal's.
//
//   GoalDates dates(view, units);
//   target.by = dates.Of(at);     // goals in the order of the text
//
// “40% by 2025 and 60% by 2030”: a date that follows a figure in its clause is that figure's alone. “By 2030, 95%
// of adults and 70% of firms”: a date before several figures is the date of each, and of the goals of the next
// sentence if that has no date at all.
#pragma once

#include <vector>

#include "extractors/engine/fact_unit.h"
#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

class GoalDates {
 public:
  GoalDates(const TreeView& view, const std::vector<FactUnit>& units) : view_(view), units_(units) {}

  // Whether the deadline at `date` follows a figure in its clause, and is that figure's.
  bool IsOfFigure(uint32_t sentence, Span date);

  // nullopt when no date that is still to come goes with the figure.
  Maybe<Date> Of(const FactUnit& at);

 private:
  struct Day {
    At<Date> date;
    bool deadline = false;       // a record of its own; else a bare year
    uint32_t attached_to = ~0u;  // the figure right before it in its clause
  };

  // The dates of a sentence that are still to come, in order.
  const std::vector<Day>& DaysOf(uint32_t sentence);
  void Collect(uint32_t unit);
  // “Resolution 58 on the tasks of *2025* sets …”: the year that the title of a document ends with.
  void CollectFromTitle(uint32_t resolution);
  // Whether a unit of the sentence is a deadline that no rule refused.
  bool IsRecord(uint32_t unit) const;
  void Attach(Day& day, uint32_t sentence) const;
  Maybe<Date> Before(uint32_t byte) const;
  Maybe<Date> Behind(const FactUnit& at) const;

  const TreeView& view_;
  const std::vector<FactUnit>& units_;
  uint32_t sentence_ = ~0u;  // whose days these are
  std::vector<Day> days_;
  uint32_t carried_in_ = ~0u;  // the sentence whose first goal had a date before it
  Maybe<Date> carried_;
};

}  // namespace acta
