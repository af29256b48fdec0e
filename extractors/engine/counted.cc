#include "extractors/engine/counted.h"

#include <algorithm>
#include <string_view>

#include "extractors/engine/lexicon.h"
#include "extractors/engine/sentence_walk.h"
#include "extractors/engine/values.h"

namespace acta {
namespace {

constexpr int kMostWords = 7;    // of what is counted
constexpr int kMostBetween = 3;  // words between two figures of one thing
constexpr std::string_view kMeasures[] = {
    "percent",  "vnd",   "usd",     "rub",          "eur",         "php",   "inr",
    "km",       "metre", "hectare", "square_metre", "cubic_metre", "tonne", "tonne_per_hectare",
    "megawatt", "day",   "month",   "year",         "point",       "times", "ratio",
    "rank"};
// What ends the words behind a figure, and what they do not open with.
constexpr std::string_view kEnds[] = {
    "sep",    "and",         "conj",      "verb",           "present",     "passive",  "inf",
    "modal",  "future",      "will_do",   "planned",        "task_verb",   "order",    "stress",
    "speak",  "result_word", "goal_word", "result_up",      "result_down", "goal_up",  "goal_down",
    "gerund", "by",          "in",        "topic",          "number",      "date",     "deadline",
    "period", "since_then",  "as_of",     "baseline",       "comparator",  "negative", "relative_word",
    "more",   "less",        "quote",     "adopted_passive"};
// What a rule's words are freed of at their ends.
constexpr std::string_view kLight[] = {
    "sep",     "and",     "conj",  "date",       "period",      "deadline", "since_then", "by",
    "in",      "topic",   "as_of", "comparator", "baseline",    "future",   "modal",      "goal_word",
    "pronoun", "passive", "verb",  "inf",        "result_word", "present",  "negative"};
constexpr std::string_view kNamed[] = {"agency", "locality", "official", "person", "post",
                                       "group",  "body_ref", "target",   "number"};
constexpr std::string_view kIn[] = {"in"}, kTopic[] = {"topic"};
constexpr std::string_view kOpensNot[] = {"prep", "agency", "locality", "official", "person",
                                          "post", "group",  "dat",      "ins"};

}  // namespace

Counted::Counted(const TreeView& view)
    : view_(view),
      ends_(view.pack().kinds.Find("verb") == Names::kNone ? std::vector<uint32_t>{}
                                                           : KindIds(view.pack(), kEnds)),
      opens_not_(KindIds(view.pack(), kOpensNot)),
      light_(KindIds(view.pack(), kLight)),
      opens_not_named_(KindIds(view.pack(), kNamed)),
      in_(KindIds(view.pack(), kIn)),
      topic_(KindIds(view.pack(), kTopic)),
      unit_(view.pack().kinds.Find("unit")) {}

void Counted::Enter(uint32_t sentence) {
  if (sentence_ == sentence) return;
  sentence_ = sentence;
  last_.reset();
  last_end_ = 0;
  parts_.clear();
  WalkSentence(view_, sentence, stack_, [&](uint32_t at) {
    const Unit& unit = view_.unit(at);
    if (unit.source == Unit::Source::kRule && !IsOneOf(view_, at, ends_)) return true;
    if (!unit.span.empty()) parts_.push_back(at);
    return false;
  });
}

bool Counted::IsMeasure(uint32_t unit, bool milliards) const {
  const auto word = view_.Own(unit, "unit");
  if (word && word->text == "other" && milliards) return true;  // a currency that records do not name
  return word && std::find(std::begin(kMeasures), std::end(kMeasures), word->text) != std::end(kMeasures);
}

Maybe<std::string> Counted::Behind(uint32_t from) const {
  auto part = std::find_if(parts_.begin(), parts_.end(),
                           [&](uint32_t one) { return view_.unit(one).span.begin >= from; });
  Span span{from, from};
  for (int words = 0; part != parts_.end() && words < kMostWords; ++part, ++words) {
    const Unit& unit = view_.unit(*part);
    if (IsMark(*part)) break;
    if (IsOneOf(view_, *part, ends_) || (span.empty() && IsOneOf(view_, *part, opens_not_))) break;
    if (span.empty() && view_.pack().alphabet.token_class(unit.symbol) == TokenClass::kCap) break;
    if (span.empty()) span.begin = unit.span.begin;
    span.end = unit.span.end;
  }
  if (span.empty()) return std::nullopt;
  return At<std::string>{OneLine(view_.Printed(span)), span};
}

Maybe<std::string> Counted::Before(uint32_t to) const {
  size_t n = parts_.size();
  while (n > 0 && view_.unit(parts_[n - 1]).span.end > to) --n;
  while (n > 0 && IsOneOf(view_, parts_[n - 1], light_) && !IsMark(parts_[n - 1])) --n;
  Span span{to, to};
  for (int words = 0; n > 0 && !IsMark(parts_[n - 1]); --n, ++words) {
    const uint32_t part = parts_[n - 1];
    if (words == kMostWords || IsOneOf(view_, part, opens_not_named_)) return std::nullopt;
    if (IsOneOf(view_, part, light_) || IsOneOf(view_, part, ends_)) return std::nullopt;
    if (span.empty()) span.end = view_.unit(part).span.end;
    span.begin = view_.unit(part).span.begin;
  }
  if (span.empty()) return std::nullopt;
  return At<std::string>{OneLine(view_.Printed(span)), span};
}

bool Counted::IsMark(uint32_t part) const {
  return view_.pack().alphabet.token_class(view_.unit(part).symbol) == TokenClass::kPunct;
}

Maybe<std::string> Counted::Trimmed(const At<std::string>& captured) const {
  std::vector<uint32_t> inside;
  for (uint32_t part : parts_) {
    const Span span = view_.unit(part).span;
    if (span.begin >= captured.span.begin && span.end <= captured.span.end) inside.push_back(part);
  }
  auto is_light = [&](uint32_t part, bool last) {
    const Span span = view_.unit(part).span;
    if (IsOneOf(view_, part, light_) || IsMark(part)) return true;
    return last && span.end - span.begin <= 4 && view_.unit(part).source == Unit::Source::kToken;
  };
  auto first = inside.begin(), end = inside.end();
  // “в области построено 12 школ”: where it was is not what is counted.
  if (first != end && (IsOneOf(view_, *first, in_) || IsOneOf(view_, *first, topic_))) return std::nullopt;
  while (end != first && is_light(*(end - 1), true)) --end;
  while (first != end && is_light(*first, false)) ++first;
  if (first == end || (end - first == 1 && is_light(*first, true))) return std::nullopt;
  const Span span{view_.unit(*first).span.begin, view_.unit(*(end - 1)).span.end};
  return At<std::string>{OneLine(view_.Printed(span)), span};
}

Maybe<std::string> Counted::Of(const FactUnit& at, Maybe<std::string> captured) {
  if (ends_.empty()) return captured;
  Enter(at.sentence);
  Span figure{0, 0};
  for (const char* name : {"value", "value_max", "maximum", "of"}) {
    if (auto span = view_.CapturedSpan(at.unit, name); span && span->end > figure.end) figure = *span;
  }
  if (figure.empty()) return captured;
  if (captured) captured = Trimmed(*captured);
  if (!captured) {
    // The noun of the figure itself, when it counts pieces.
    uint32_t from = figure.end;
    const auto value = QuantityValue(
        view_, view_.Captured(at.unit, "value").empty() ? at.unit : view_.Captured(at.unit, "value").front());
    const bool milliards = value && *value >= 1e9;
    for (uint32_t part : parts_) {
      const Unit& unit = view_.unit(part);
      if (unit.span.begin < figure.begin || unit.span.end > figure.end) continue;
      if (!view_.pack().alphabet.Has(unit.symbol, unit_) || IsMeasure(part, milliards)) continue;
      from = unit.span.begin;
      break;
    }
    captured = Behind(from);
  }
  if (!captured) captured = Before(view_.unit(at.unit).span.begin);
  if (!captured && last_) {
    const int between = static_cast<int>(std::count_if(parts_.begin(), parts_.end(), [&](uint32_t part) {
      const Span span = view_.unit(part).span;
      return span.begin >= last_end_ && span.end <= figure.begin;
    }));
    if (between <= kMostBetween) captured = last_;
  }
  last_ = captured;
  last_end_ = figure.end;
  return captured;
}

}  // namespace acta
