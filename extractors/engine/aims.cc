#include "extractors/engine/aims.h"

#include <algorithm>

#include "extractors/engine/sentence_walk.h"
#include "extractors/engine/values.h"

namespace acta {
namespace {

constexpr int kWordsToPredicate = 40;  // words from a figure to its predicate
constexpr uint32_t kOpening = 4;       // units among which a date opens a sentence
constexpr int kFullStops = 3;          // across which such a date still holds

}  // namespace

Aims::Aims(const TreeView& view, const std::vector<FactUnit>& units)
    : view_(view),
      units_(units),
      status_(AttributeBit(view.pack().names.Find("status"))),
      tense_(AttributeBit(view.pack().names.Find("tense"))),
      date_(view.pack().kinds.Find("date")),
      goals_(view.pack().kinds.Find("goals")),
      by_(view.pack().kinds.Find("by")),
      and_(view.pack().kinds.Find("and")),
      comparator_(view.pack().kinds.Find("comparator")),
      article_(view.pack().kinds.Find("article")),
      cont_(view.pack().kinds.Find("cont")),
      para_(view.pack().kinds.Find("para")),
      deadline_(view.pack().kinds.Find("deadline")) {}

std::optional<Found> Aims::Said(uint32_t leaf, std::string_view name, uint32_t bit) const {
  return (view_.unit(leaf).says & bit) == 0 ? std::nullopt : view_.Own(leaf, name);
}

void Aims::Enter(uint32_t sentence) {
  if (sentence_ == sentence) return;
  sentence_ = sentence;
  leaves_.clear();
  WalkSentence(view_, sentence, stack_, [&](uint32_t at) {
    const bool whole = view_.unit(at).source != Unit::Source::kRule || Is(at, date_);
    if (whole || Is(at, goals_)) leaves_.push_back(at);
    return !whole;
  });
}

Span Aims::FigureOf(const FactUnit& at) const {
  auto value = view_.CapturedSpan(at.unit, "value");
  return value ? *value : view_.unit(at.unit).span;
}

bool Aims::IsToCome(uint32_t date_unit, bool bounded) const {
  const auto published = view_.article().published_day();
  if (!published || view_.Find(date_unit, "plus")) return false;  // “in 9 months” may be how long it took
  const auto date = ReadDate(view_, date_unit, published, DateUse::kPast);
  if (!date || !date->date.has_year() || date->date <= *published) return false;
  return date->precision == "day" || bounded || view_.Find(date_unit, "part") ||
         !WasRunning(*date, *published);
}

Aims::Before Aims::WordsBefore(const FactUnit& at) const {
  Before before;
  const uint32_t here = view_.unit(at.unit).span.begin, figure = FigureOf(at).begin;
  uint32_t clause = 0;  // behind the figure before
  for (const FactUnit& one : UnitsOf(units_, at.sentence)) {
    const uint32_t end = view_.unit(one.unit).span.end;
    if (one.kind == "target" && end <= figure) clause = std::max(clause, end);
  }
  uint32_t last = ~0u;
  for (uint32_t leaf : leaves_) {
    const Unit& unit = view_.unit(leaf);
    if (unit.span.begin >= figure) break;
    const bool is_date = Is(leaf, date_);
    if (unit.source == Unit::Source::kRule && !is_date) {
      before.announced = true;  // its words follow
      continue;
    }
    if (is_date && unit.span.begin < here) {
      const bool to_come = IsToCome(leaf, last != ~0u && Is(last, by_));
      before.to_come = before.to_come || to_come;
      before.past = !to_come;
    }
    if (auto status = Said(leaf, "status", status_); status && unit.span.begin < here) {
      before.goal = status->text == "goal";
      if (unit.span.begin >= clause) before.goal_in_clause = before.goal;
    }
    const std::string_view mark = view_.Printed(unit.span);
    const bool opens = mark == "," || mark == ";" || mark == ":" || Is(leaf, and_);
    if (opens || unit.span.begin < clause)
      before.opens_clause = true;
    else if (!unit.span.empty() && !is_date && !Is(leaf, comparator_) && !Is(leaf, article_) &&
             !Is(leaf, by_))
      before.opens_clause = false;
    last = leaf;
  }
  return before;
}

std::optional<bool> Aims::Predicate(const FactUnit& at) const {
  const Span figure = FigureOf(at);
  uint32_t next = ~0u;  // the next figure
  for (const FactUnit& one : UnitsOf(units_, at.sentence)) {
    const uint32_t begin = view_.unit(one.unit).span.begin;
    if (one.kind == "target" && begin >= figure.end) next = std::min(next, begin);
  }
  int words = 0;
  for (uint32_t leaf : leaves_) {
    const Span span = view_.unit(leaf).span;
    if (span.begin < figure.end) continue;
    const std::string_view mark = view_.Printed(span);
    if (span.begin >= next || mark == ";" || mark == ":" || ++words > kWordsToPredicate) break;
    if (auto tense = Said(leaf, "tense", tense_)) return tense->text == "future";
  }
  return std::nullopt;
}

bool Aims::InGoals(const FactUnit& at) const {
  return view_.HeldIn(at.sentence, view_.pack().RegisterOf(goals_)) != 0;
}

uint32_t Aims::DateThatOpens(uint32_t unit) const {
  const Tree& tree = view_.tree();
  while (!Is(unit, date_) && !Is(unit, deadline_) && view_.unit(unit).child_count > 0)
    unit = tree.children[view_.unit(unit).first_child];
  return unit;
}

std::optional<Aims::Opening> Aims::OpeningDate(uint32_t sentence) const {
  const Tree& tree = view_.tree();
  const SentenceUnits& units = tree.sentences[sentence];
  bool bounded = false;
  for (uint32_t i = 0; i < std::min(units.count, kOpening); ++i) {
    const uint32_t opening = DateThatOpens(tree.roots[units.first + i]);
    bounded = bounded || Is(opening, by_) || Is(opening, deadline_);
    if (!Is(opening, date_) && !Is(opening, deadline_)) continue;
    const auto dates = view_.Inside(opening, {"date"});
    return Opening{dates.empty() ? 0 : dates.front() + 1, bounded};
  }
  return std::nullopt;
}

std::optional<bool> Aims::OpensWithDateToCome(uint32_t sentence) const {
  const auto opening = OpeningDate(sentence);
  if (!opening) return std::nullopt;
  return opening->date != 0 && IsToCome(opening->date - 1, opening->bounded);
}

bool Aims::OpensWithDayGone(uint32_t sentence) const {
  const auto published = view_.article().published_day();
  const auto opening = OpeningDate(sentence);
  if (!published || !opening || opening->date == 0 || view_.Find(opening->date - 1, "plus")) return false;
  const auto date = ReadDate(view_, opening->date - 1, published, DateUse::kPast);
  return date && date->date.has_year() && date->date < *published;
}

bool Aims::HasDate(uint32_t sentence) const {
  const Tree& tree = view_.tree();
  const SentenceUnits& units = tree.sentences[sentence];
  for (uint32_t i = 0; i < units.count; ++i) {
    if (!view_.Inside(tree.roots[units.first + i], {"date"}).empty()) return true;
  }
  return false;
}

bool Aims::TellsOtherwise(uint32_t sentence) const {
  const Tree& tree = view_.tree();
  const SentenceUnits& units = tree.sentences[sentence];
  for (uint32_t i = 0; i < units.count; ++i) {
    if (!view_.Inside(tree.roots[units.first + i], {"date", "result_word"}).empty()) return true;
  }
  return false;
}

bool Aims::GoesOnFromDateToCome(uint32_t sentence) const {
  const Tree& tree = view_.tree();
  const auto begins = [&](uint32_t s, uint32_t kind) {
    return Is(tree.roots[tree.sentences[s].first], kind);
  };
  int full_stops = 0;
  for (uint32_t s = sentence; s > 0 && tree.sentences[s].count > 0; --s) {
    if (begins(s, para_) || (s != sentence && TellsOtherwise(s)) || (s == sentence && HasDate(s)))
      return false;
    if (!begins(s, cont_) && ++full_stops > kFullStops) return false;
    if (tree.sentences[s - 1].count == 0) return false;
    if (auto to_come = OpensWithDateToCome(s - 1)) return *to_come;
  }
  return false;
}

bool Aims::IsAnnounced(const FactUnit& at) {
  Enter(at.sentence);
  const Before before = WordsBefore(at);
  return (before.announced || InGoals(at)) && before.goal_in_clause.value_or(true) && !before.past;
}

bool Aims::IsGoal(const FactUnit& at) {
  Enter(at.sentence);
  const Before before = WordsBefore(at);
  const bool announced = before.announced || InGoals(at);
  const auto own = view_.Find(at.unit, "tense");
  if (own) return own->text == "future" || (announced && before.goal.value_or(true));
  if (at.in_task && (OrderAround(units_, at) || !OpensWithDayGone(at.sentence))) return true;
  if (before.opens_clause) {
    if (auto future = Predicate(at)) return *future || announced;
  }
  if (before.goal) return *before.goal;
  return announced || before.to_come || GoesOnFromDateToCome(at.sentence);
}

}  // namespace acta
