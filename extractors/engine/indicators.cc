#include "extractors/engine/indicators.h"

#include <algorithm>
#include <array>

#include "extractors/engine/sentence_walk.h"

namespace acta {
namespace {

constexpr size_t kFarthest = 40;  // words from what is measured to its figure
constexpr size_t kLongest = 12;   // words of what is counted

// Units that are amounts of something, not things.
bool IsAmount(std::string_view unit) {
  constexpr std::array<std::string_view, 22> kAmounts = {"percent",      "vnd",
                                                         "usd",          "rub",
                                                         "eur",          "php",
                                                         "inr",          "km",
                                                         "metre",        "tonne",
                                                         "ratio",        "rank",
                                                         "square_metre", "cubic_metre",
                                                         "times",        "point",
                                                         "hectare",      "day",
                                                         "month",        "year",
                                                         "megawatt",     "tonne_per_hectare"};
  return std::find(kAmounts.begin(), kAmounts.end(), unit) != kAmounts.end();
}

}  // namespace

Indicators::Indicators(const TreeView& view, const std::vector<FactUnit>& units)
    : view_(view),
      units_(units),
      measured_(KindIds(view.pack(), {"measured", "measured_of"})),
      measured_of_(KindIds(view.pack(), {"measured_of"})),
      counted_end_(KindIds(view.pack(), {"counted_end"})),
      light_(KindIds(view.pack(), {"reach", "direction", "result_word", "comparator", "by", "adverb", "date",
                                   "deadline", "goal_word", "until", "period", "modal", "and", "duration",
                                   "told_months", "goes_on", "negative", "negation"})),
      barrier_(KindIds(view.pack(),
                       {"reach", "direction", "order", "modal", "person", "official", "post", "goal_word"})),
      whole_(KindIds(view.pack(), {"agency", "locality", "person", "official", "post", "group", "resolution",
                                   "date", "deadline", "period"})),
      dates_(KindIds(view.pack(), {"date", "deadline", "period", "agency", "person", "official"})),
      and_(KindIds(view.pack(), {"and"})),
      passive_(KindIds(view.pack(), {"passive"})),
      money_(KindIds(view.pack(), {"money_unit"})),
      number_(KindIds(view.pack(), {"number", "scale"})) {}

bool Indicators::Is(size_t n, const std::vector<uint32_t>& kinds) const {
  return IsOneOf(view_, leaves_[n], kinds);
}

bool Indicators::IsMark(size_t n, std::string_view marks) const {
  const std::string_view printed = view_.Printed(view_.unit(leaves_[n]).span);
  return printed.size() == 1 && marks.find(printed[0]) != std::string_view::npos;
}

void Indicators::Enter(uint32_t sentence) {
  if (sentence_ == sentence) return;
  sentence_ = sentence;
  told_.clear();
  leaves_.clear();
  WalkSentence(view_, sentence, stack_, [&](uint32_t at) {
    const Unit& unit = view_.unit(at);
    const bool whole = unit.source != Unit::Source::kRule || IsOneOf(view_, at, whole_);
    if (whole && !unit.span.empty()) leaves_.push_back(at);
    return !whole;
  });
}

Indicators::Place Indicators::PlaceOf(const FactUnit& at) const {
  const Span span = view_.CapturedSpan(at.unit, "value").value_or(view_.unit(at.unit).span);
  uint32_t clause = 0, next = ~0u;
  for (const FactUnit& one : UnitsOf(units_, at.sentence)) {
    if (one.kind != "target" || one.unit == at.unit) continue;
    const Span other = view_.CapturedSpan(one.unit, "value").value_or(view_.unit(one.unit).span);
    if (other.end <= span.begin) clause = std::max(clause, other.end);
    if (other.begin < span.end) continue;
    const uint32_t begin = view_.unit(one.unit).span.begin;  // a list of figures begins with another
    next = std::min(next, begin >= span.end ? begin : other.begin);
  }
  const auto first = [&](uint32_t byte) {
    return static_cast<size_t>(
        std::partition_point(leaves_.begin(), leaves_.end(),
                             [&](uint32_t leaf) { return view_.unit(leaf).span.begin < byte; }) -
        leaves_.begin());
  };
  return {first(clause), first(span.begin), first(span.end), next == ~0u ? leaves_.size() : first(next)};
}

std::optional<Span> Indicators::Words(size_t first, size_t last) const {
  while (last > first && !Is(last, measured_) && (Is(last, light_) || IsMark(last, ",:-("))) --last;
  if (last == first && Is(first, measured_of_)) return std::nullopt;
  return Span{view_.unit(leaves_[first]).span.begin, view_.unit(leaves_[last]).span.end};
}

std::optional<Span> Indicators::Before(const Place& place, bool in_other_parts) const {
  const size_t least =
      place.figure > kFarthest ? std::max(place.begin, place.figure - kFarthest) : place.begin;
  std::optional<size_t> held;
  bool crossed = false;  // a comma
  for (size_t n = place.figure; n > least; --n) {
    const size_t i = n - 1;
    const bool comma = IsMark(i, ",");
    if (IsMark(i, ")")) {
      while (n > least && !IsMark(n - 1, "(")) --n;
      if (n == least) break;
      continue;
    }
    const bool own_bracket = IsMark(i, "(") && !held && !crossed;  // “the highest growth (3%)”
    if (own_bracket) continue;
    if (IsMark(i, ";:.(") || (comma && (held || !in_other_parts))) break;
    crossed = crossed || comma;
    if (i > 0 && Is(i, money_) && Is(i - 1, number_)) break;  // another sum
    if (!Is(i, measured_)) {
      if (crossed && Is(i, barrier_) && !Is(i, passive_)) break;
      continue;
    }
    held = i;
    size_t opening = i;
    while (opening > place.begin && Is(opening - 1, light_) && !Is(opening - 1, measured_)) --opening;
    if (opening == place.begin || IsMark(opening - 1, ",;:.(-")) break;
  }
  return held ? Words(*held, place.figure - 1) : std::nullopt;
}

std::optional<Span> Indicators::Behind(const Place& place, const Target& target) const {
  size_t first = place.figure;
  while (first < place.end && view_.unit(leaves_[first]).span.begin < target.unit->span.begin) ++first;
  if (first == place.end) return std::nullopt;
  size_t last = place.end;
  while (last < place.next && last - first < kLongest && !Is(last, counted_end_) && !Is(last, dates_) &&
         !IsMark(last, ",;:.()-/"))
    ++last;
  while (last > place.end && Is(last - 1, light_)) --last;
  return Span{view_.unit(leaves_[first]).span.begin, view_.unit(leaves_[last - 1]).span.end};
}

bool Indicators::OpensPart(const Place& place) const {
  size_t n = place.figure;
  while (n > place.begin && !Is(n - 1, and_) && (Is(n - 1, light_) || Is(n - 1, measured_of_))) --n;
  return n == place.begin || IsMark(n - 1, ",(") || Is(n - 1, and_);
}

bool Indicators::IsBare(Span span) const {
  for (size_t n = 0; n < leaves_.size(); ++n) {
    if (view_.unit(leaves_[n]).span.Contains(span)) return Is(n, measured_of_);
  }
  return false;
}

Maybe<std::string> Indicators::ToldBefore(uint32_t figure) const {
  const Told* nearest = nullptr;
  for (const Told& one : told_) {
    if (one.figure < figure && (!nearest || one.figure > nearest->figure)) nearest = &one;
  }
  return nearest ? nearest->what : std::nullopt;
}

Maybe<std::string> Indicators::WithVerb(const FactUnit& at, const Place& place, Span unit) const {
  const uint32_t from = view_.unit(at.unit).span.begin;
  std::optional<Span> verb;
  for (size_t n = place.figure; n > place.begin && view_.unit(leaves_[n - 1]).span.begin >= from; --n) {
    if (Is(n - 1, light_) || IsMark(n - 1, ",")) {
      if (verb) break;
      continue;
    }
    const Span span = view_.unit(leaves_[n - 1]).span;
    verb = Span{span.begin, verb ? verb->end : span.end};
  }
  if (!verb) return std::nullopt;
  return At<std::string>{OneLine(view_.Printed(*verb)) + " " + OneLine(view_.Printed(unit)),
                         {verb->begin, unit.end}};
}

Maybe<std::string> Indicators::Find(const FactUnit& at, const Target& target) {
  const Place place = PlaceOf(at);
  const bool thing = !IsAmount(target.unit->value);
  // Of things the verb stands between their name and the figure, else they are counted: “funds for 10 schools”.
  std::optional<Span> span;
  if (!thing || (place.figure > 0 && Is(place.figure - 1, light_))) span = Before(place, !thing);
  Maybe<std::string> printed = target.indicator;
  if (printed && IsBare(printed->span)) printed.reset();
  if (printed && (!span || !span->Contains(printed->span))) return printed;
  if (span) return At<std::string>{OneLine(view_.Printed(*span)), *span};
  if (thing) span = Behind(place, target);
  auto before = OpensPart(place) ? ToldBefore(target.value->span.begin) : std::nullopt;
  if (before) before->basis = Basis::kResolved;
  if (!thing) return before;
  if (!span) return std::nullopt;
  std::string words = OneLine(view_.Printed(*span));
  // “9 thefts of cars, down 2 thefts”: the unit alone is the thing that was counted before.
  if (before && before->value.starts_with(words + " ")) return before;
  if (*span == target.unit->span) {
    if (auto with_verb = WithVerb(at, place, *span)) return with_verb;
  }
  return At<std::string>{std::move(words), *span};
}

Maybe<std::string> Indicators::Of(const FactUnit& at, const Target& target) {
  if (measured_.empty()) return target.indicator;
  Enter(at.sentence);
  told_.push_back({target.value->span.begin, Find(at, target)});
  return told_.back().what;
}

}  // namespace acta
