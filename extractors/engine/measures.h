// Figures and dates: targets, deadlines, progress.
#pragma once

#include <optional>
#include <vector>

#include "extractors/engine/aims.h"
#include "extractors/engine/extract.h"
#include "extractors/engine/fact_unit.h"
#include "extractors/engine/figure_parts.h"
#include "extractors/engine/goal_dates.h"
#include "extractors/engine/indicators.h"
#include "extractors/engine/subjects.h"
#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

class Orders;

class Measures {
 public:
  Measures(const TreeView& view, const std::vector<FactUnit>& units, std::vector<Abstention>* abstentions)
      : view_(view),
        units_(units),
        abstentions_(abstentions),
        aims_(view, units),
        goal_dates_(view, units),
        parts_(view),
        subjects_(view, parts_),
        indicators_(view, units, parts_) {}

  // nullopt, with an abstention, when the figure or date cannot be read or lies in the past. In the order of
  // the text: a goal may have the date of the sentence before, tasks the whole that was named for others.
  std::optional<Target> ReadTarget(const FactUnit& at);
  std::optional<Deadline> ReadDeadline(const FactUnit& at, const Orders& orders) const;
  std::optional<Progress> ReadProgress(const FactUnit& at, Orders& orders);
  // How many tasks are done or late is a figure too: the result that a progress tells, unless it holds a target.
  std::optional<Target> FigureOf(const FactUnit& at, const Progress& progress);

 private:
  Maybe<std::string> Printed(uint32_t unit, std::string_view capture) const;
  Maybe<std::string> Word(uint32_t unit, std::string_view attribute) const;
  // The figure of a unit and the whole it is counted out of: "12/55", or the captures `value` and `of`.
  void ReadFigures(uint32_t unit, Maybe<double>& value, Maybe<double>& of) const;
  // “77-80 million”, “3870 of 6450 billion”: a scale that is said once, of the greater one, holds for both.
  void ShareScale(const std::vector<uint32_t>& low_units, Maybe<double>& low,
                  const std::vector<uint32_t>& high_units, const Maybe<double>& high) const;
  // What is known of a figure before its words are looked for.
  FigureAsked Asked(const FactUnit& at, const Target& target) const;
  Maybe<double> Figure(uint32_t unit, std::string_view capture) const;
  // Of a bare number: the unit of the figure before it in the sentence.
  At<std::string> UnitBefore(const FactUnit& at, const At<double>& value) const;
  Maybe<Date> DateIn(uint32_t unit, std::string_view capture) const;
  // Whether a deadline is nothing but the period of its sentence's figures: there is no order, no task, no word of
  // the kinds `by` and `finish`.
  bool FramesFigures(const FactUnit& at, const Orders& orders) const;
  // "within 10 days from the signing": how long, from what; `span` states it.
  Anchor AnchorOf(uint32_t unit, Span span) const;
  // The day as of which the sentence tells a figure.
  Maybe<Date> AsOfBeside(const FactUnit& at) const;
  // What the sentence says of a figure beside it: with what it is compared, as of which day, of which period.
  void AddContext(const FactUnit& at, Target& target) const;
  // The unit of a kind that stands nearest to a figure in its sentence, with no other figure between them:
  // behind it first, or before it.
  std::optional<uint32_t> Beside(const FactUnit& at, std::string_view kind, bool behind_first) const;
  void Abstain(uint32_t unit, const char* reason) const;

  const TreeView& view_;
  const std::vector<FactUnit>& units_;
  std::vector<Abstention>* abstentions_;
  Aims aims_;
  GoalDates goal_dates_;
  FigureParts parts_;
  Subjects subjects_;
  Indicators indicators_;
  std::optional<Progress> progress_;  // the one before, and its sentence
  uint32_t progress_in_ = 0;
  Maybe<std::string>
      unit_;  // of the figure before, and its sentence: “of 58 tasks 41 are done, 14 under way”
  uint32_t unit_in_ = 0;
};

}  // namespace acta
