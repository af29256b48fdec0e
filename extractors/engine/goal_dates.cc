#include "extractors/engine/goal_dates.h"

#include <algorithm>

#include "extractors/engine/values.h"

namespace acta {
namespace {

bool HasMark(std::string_view text) { return text.find_first_of(",;:") != std::string_view::npos; }

}  // namespace

bool GoalDates::IsRecord(uint32_t unit) const {
  auto units = UnitsOf(units_, sentence_);
  return std::any_of(units.begin(), units.end(), [&](const FactUnit& one) { return one.unit == unit; });
}

void GoalDates::Collect(uint32_t at) {
  const Unit& unit = view_.unit(at);
  if (unit.source == Unit::Source::kToken) return;
  if (view_.HasKind(at, "resolution")) return CollectFromTitle(at);
  for (std::string_view other : {"baseline", "as_of"}) {
    if (view_.HasKind(at, other)) return;  // these have days of their own
  }
  const bool deadline = view_.HasKind(at, "deadline");
  if (deadline || view_.HasKind(at, "date")) {
    const auto date = ReadDue(view_, at, view_.article().published_day());
    const bool bare = !deadline || !IsRecord(at);
    const bool told = bare && date && (date->precision != "year" || view_.Find(at, "plus"));
    if (date && !told) days_.push_back({DateAt(*date, unit.span), !bare});
    return;
  }
  if (unit.source != Unit::Source::kRule) return;
  for (uint32_t c = 0; c < unit.child_count; ++c) Collect(view_.tree().children[unit.first_child + c]);
}

void GoalDates::CollectFromTitle(uint32_t resolution) {
  const auto title = view_.CapturedSpan(resolution, "title");
  if (!title) return;
  for (uint32_t unit : view_.Inside(resolution, {"date"})) {
    if (view_.unit(unit).span.end != title->end) continue;
    const auto date = ReadDue(view_, unit, view_.article().published_day());
    if (date && date->precision == "year") days_.push_back({DateAt(*date, view_.unit(unit).span)});
  }
}

void GoalDates::Attach(Day& day, uint32_t sentence) const {
  const Span date = day.date.span;
  for (const FactUnit& one : UnitsOf(units_, sentence)) {
    if (one.kind != "target") continue;
    Span figure = view_.unit(one.unit).span;
    if (figure.begin >= date.end && !day.deadline) {
      // “in 2029 83%, in 2030 85%”, but “16 million in 2024, with 3 million from abroad”
      if (!HasMark(view_.Printed({date.end, figure.begin}))) day.attached_to = ~0u;
      break;
    }
    if (figure.begin >= date.begin) continue;
    bool far = figure.end < date.begin && HasMark(view_.Printed({figure.end, date.begin}));
    day.attached_to = far ? ~0u : one.unit;
  }
}

const std::vector<GoalDates::Day>& GoalDates::DaysOf(uint32_t sentence) {
  if (sentence_ == sentence) return days_;
  sentence_ = sentence;
  days_.clear();
  const SentenceUnits& units = view_.tree().sentences[sentence];
  for (uint32_t i = 0; i < units.count; ++i) Collect(view_.tree().roots[units.first + i]);
  for (Day& day : days_) Attach(day, sentence);
  return days_;
}

bool GoalDates::IsOfFigure(uint32_t sentence, Span date) {
  const std::vector<Day>& days = DaysOf(sentence);
  return std::any_of(days.begin(), days.end(),
                     [&](const Day& one) { return one.date.span == date && one.attached_to != ~0u; });
}

Maybe<Date> GoalDates::Before(uint32_t byte) const {
  Maybe<Date> before;
  for (const Day& day : days_) {
    if (day.date.span.begin < byte && day.attached_to == ~0u) before = day.date;
  }
  return before;
}

Maybe<Date> GoalDates::Behind(const FactUnit& at) const {
  const uint32_t end = view_.unit(at.unit).span.end;
  auto day = std::find_if(days_.begin(), days_.end(),
                          [&](const Day& one) { return one.deadline && one.date.span.begin >= end; });
  if (day == days_.end()) return std::nullopt;
  auto units = UnitsOf(units_, at.sentence);
  bool other = std::any_of(units.begin(), units.end(), [&](const FactUnit& one) {
    uint32_t begin = view_.unit(one.unit).span.begin;
    return one.kind == "target" && begin >= end && begin < day->date.span.begin;
  });
  return other ? std::nullopt : Maybe<Date>(day->date);
}

Maybe<Date> GoalDates::Of(const FactUnit& at) {
  const uint32_t here = view_.unit(at.unit).span.begin;
  const std::vector<Day>& days = DaysOf(at.sentence);
  for (const Day& day : days) {
    if (day.attached_to == at.unit) return day.date;
  }
  const uint32_t paragraph = view_.tree().sentences[at.sentence].paragraph;
  if (auto before = Before(here)) {
    carried_in_ = at.sentence;
    return carried_ = before;
  }
  if (auto behind = Behind(at)) return behind;
  const bool goes_on = days.empty() && carried_ && carried_in_ + 1 == at.sentence &&
                       view_.tree().sentences[carried_in_].paragraph == paragraph;
  if (!goes_on || at.in_task) return std::nullopt;
  return At<Date>{carried_->value, carried_->span, Basis::kResolved};
}

}  // namespace acta
