#include "extractors/engine/indicators.h"

#include <algorithm>

#include "extractors/engine/values.h"

namespace acta {

using namespace figure;

namespace {

constexpr size_t kPartsBefore = 40;                   // parts from what is measured to its figure
constexpr size_t kMostBefore = 16, kMostBehind = 12;  // parts of a phrase

}  // namespace

Indicators::Indicators(const TreeView& view, const std::vector<FactUnit>& units, FigureParts& parts)
    : view_(view), units_(units), parts_(parts) {}

std::optional<Span> Indicators::FigureOf(uint32_t unit) const {
  std::optional<Span> figure;
  for (const char* part : {"value", "value_max", "quantity", "maximum", "of"}) {
    if (auto span = view_.CapturedSpan(unit, part))
      figure = figure ? Span{std::min(figure->begin, span->begin), std::max(figure->end, span->end)} : *span;
  }
  return figure;
}

void Indicators::Enter(uint32_t sentence) {
  parts_.Read(sentence);
  if (sentence_ == sentence) return;
  sentence_ = sentence;
  figures_.clear();
  told_.clear();
  for (const FactUnit& one : UnitsOf(units_, sentence)) {
    if (one.kind != "target") continue;
    figures_.push_back(view_.CapturedSpan(one.unit, "value").value_or(view_.unit(one.unit).span));
  }
  std::sort(figures_.begin(), figures_.end(), [](Span a, Span b) { return a.begin < b.begin; });
}

Indicators::Place Indicators::PlaceOf(uint32_t unit, Span figure) const {
  Place place;
  place.at = figure.begin;
  place.figure = {parts_.FirstFrom(figure.begin), parts_.FirstFrom(figure.end)};
  auto here = std::partition_point(figures_.begin(), figures_.end(),
                                   [&](Span one) { return one.begin < figure.begin; });
  for (auto before = here; before != figures_.begin();) {
    if ((--before)->end > figure.begin) continue;
    place.begin = parts_.FirstFrom(before->end);
    break;
  }
  auto next = std::find_if(here, figures_.end(), [&](Span one) { return one.begin >= figure.end; });
  place.end = next == figures_.end() ? parts_.size() : parts_.FirstFrom(next->begin);
  // “5 bn. for roads”: what does not end the sentence ends its last word.
  place.behind = place.figure.end;
  if (place.behind + 1 < place.end && parts_.IsMark(place.behind, ".")) ++place.behind;
  // “5 of 9 schools”: the noun is the whole's.
  place.noun = place.figure.end;
  for (const char* name : {"value", "value_max", "quantity", "maximum", "of"}) {
    const auto span = view_.CapturedSpan(unit, name);
    if (!span || place.noun != place.figure.end) continue;
    const size_t first = parts_.FirstFrom(span->begin), last = parts_.FirstFrom(span->end);
    size_t n = last;
    while (n > first && !parts_[n - 1].Is(kNumber)) --n;
    if (n == first) continue;
    while (n < last && parts_[n].Is(kLink | kMark)) ++n;
    if (n < last) place.noun = n;
  }
  return place;
}

Indicators::Range Indicators::Trimmed(Range range) const {
  auto is_edge = [&](size_t n, bool verbs) {
    const FigurePart& part = parts_[n];
    if (part.Is(kHeads | kFigure)) return false;
    // “GDP (current prices)”
    if (parts_.IsMark(n, ")") && OverBracket(n + 1, range.begin) > range.begin) return false;
    return part.Is(kMark | kDash | kStop | kFinite | kLight | kLink | kJoin | (verbs ? kVerb : 0));
  };
  // What opens it may be a participle: “trained workers”.
  while (!range.empty() && is_edge(range.begin, false)) ++range.begin;
  while (!range.empty() && is_edge(range.end - 1, true)) --range.end;
  return range;
}

bool Indicators::Says(Range range) const {
  // Nor does a name: words that all have a capital.
  size_t words = 0, capitals = 0;
  for (size_t n = range.begin; n < range.end; ++n) {
    if (parts_[n].Is(kHead)) return true;
    if (parts_[n].Is(kMark | kDash | kDigits | kStop | kVerbs | kLight | kLink | kJoin | kActors)) continue;
    if (parts_[n].Is(kBareHead) && range.size() == 1) continue;
    ++words;
    const TokenClass token_class = view_.pack().alphabet.token_class(view_.unit(parts_[n].unit).symbol);
    capitals += token_class == TokenClass::kCap || token_class == TokenClass::kUpper;
  }
  return words > 0 && (words == 1 || capitals < words);
}

bool Indicators::ListGoesOn(size_t mark) const {
  if (mark == 0 || !parts_.IsMark(mark, ",") || !parts_.IsWord(mark - 1)) return false;
  for (size_t n = mark + 1; n < parts_.size() && n <= mark + 5; ++n) {
    if (parts_[n].Is(kJoin)) return n > mark + 1 && n + 1 < parts_.size() && parts_.IsWord(n + 1);
    if (!parts_.IsWord(n) && !parts_[n].Is(kMark)) return false;
  }
  return false;
}

bool Indicators::OpensPart(size_t n, size_t least) const {
  while (n > least && parts_[n - 1].Is(kLight | kVerbs | kJoin) && !parts_[n - 1].Is(kHeads)) --n;
  return n == least || parts_[n - 1].Is(kMark);
}

size_t Indicators::SkipLead(Place& place, size_t least) const {
  const bool heads = view_.pack().figure_words.heads;
  size_t n = place.figure.begin;
  bool bracket = false;
  for (; n > least; --n) {
    const FigurePart& part = parts_[n - 1];
    if (heads && parts_.IsMark(n - 1, "(")) {  // “the highest growth (3%)”
      bracket = true;
      continue;
    }
    if (!part.Is(kVerbs | kLight | kLink) || part.Is(kHeads)) {
      // “from 366 to 440 billion”
      size_t from = n;
      while (from > least && parts_[from - 1].Is(kFigure | kDigits)) --from;
      const bool number = from != n && from != least && n < parts_.size();
      if (!number || !parts_[from - 1].Is(kLink) || !parts_[n].Is(kLink)) break;
      n = from;
    }
    place.led = place.led || parts_[n - 1].Is(kVerbs);
  }
  place.bare = bracket || n == least || parts_[n - 1].Is(kMark | kJoin | kFigure);
  return n;
}

size_t Indicators::OverBracket(size_t n, size_t least) const {
  if (!parts_.IsMark(n - 1, ")")) return n;
  while (n > least && !parts_.IsMark(n - 1, "(")) --n;
  return n;
}

Indicators::Range Indicators::FromHead(size_t last, size_t least, bool amount) const {
  size_t head = last;
  bool crossed = false;  // a comma
  for (size_t n = last; n > least; --n) {
    const size_t open = OverBracket(n, least);
    if (open == least) break;
    if (open != n) {
      n = open;
      continue;
    }
    const FigurePart& part = parts_[n - 1];
    if (parts_.IsMark(n - 1, ",")) {
      if (head != last || !amount) break;
      crossed = true;
      continue;
    }
    if (part.Is(kAmount) || (part.Is(kMark) && !parts_.IsMark(n - 1, "\"'%/"))) break;
    // Something else is told since.
    if (crossed && part.Is(kVerbs | kStop | kPerson) && !part.Is(kLight | kHeads)) break;
    if (!part.Is(kHeads)) continue;
    head = n - 1;
    if (OpensPart(head, least)) break;
  }
  return {head, last};
}

Indicators::Range Indicators::FromBorder(size_t last, size_t least, bool led) const {
  size_t n = last, joined = 0;
  // “…, and 98 per cent of villages”: begins anew.
  if (n > least && parts_[n - 1].Is(kJoin)) return {};
  for (; n > least; --n) {
    const FigurePart& part = parts_[n - 1];
    const size_t open = OverBracket(n, least);
    if (open == least && open != n) break;
    if (open != n) {
      n = open;
      continue;
    }
    if (part.Is(kMark)) {
      // “agriculture, forestry and fishery”: the marks of a list are inside.
      const bool listed = joined != 0 && n < joined && joined - n <= 4 && n >= 2 && parts_.IsWord(n - 2);
      if (!listed || !parts_.IsMark(n - 1, ",")) break;
      continue;
    }
    if (part.Is(kFigure | kDigits | kStop | kFinite)) break;
    // “the share of people supplied with water is …”: behind a verb of its own the other one is a participle.
    if (part.Is(kVerb) && !(led && n < last)) break;
    if (part.Is(kJoin) && joined == 0) joined = n;
  }
  // Behind a figure only what an “and” parts from it.
  if (n > least && parts_[n - 1].Is(kFigure)) n = joined == 0 ? last : joined;
  return {n, last};
}

Indicators::Range Indicators::Before(Place& place, bool amount) const {
  const bool heads = view_.pack().figure_words.heads;
  const size_t least =
      std::max(place.begin, place.figure.begin > kPartsBefore ? place.figure.begin - kPartsBefore : 0);
  const size_t last = SkipLead(place, least);
  const Range range = Trimmed(heads ? FromHead(last, least, amount) : FromBorder(last, least, place.led));
  // “the rate (of what was told before) 5%”
  if (range.size() == 1 && parts_[range.begin].Is(kBareHead)) place.bare = OpensPart(range.begin, least);
  return range.size() > kMostBefore || !Says(range) ? Range() : range;
}

bool Indicators::OpensBehind(size_t n) const {
  return !parts_[n].Is(kActors) &&
         view_.pack().alphabet.token_class(view_.unit(parts_[n].unit).symbol) != TokenClass::kCap;
}

Indicators::Range Indicators::Behind(const Place& place, size_t begin, bool amount) const {
  // “80% of villages have a clinic”: all of it.
  const bool clause = amount && view_.pack().figure_words.of;
  size_t n = begin;
  for (; n < place.end && n < begin + kMostBehind; ++n) {
    const FigurePart& part = parts_[n];
    const bool own = n < place.figure.end;
    if (part.Is(kMark) && n > begin && ListGoesOn(n)) continue;
    if (part.Is(kMark | kStop | (clause ? 0 : kEnd))) break;
    if (part.Is(kDigits) || (!own && part.Is(kFigure))) break;
    if (part.Is(kJoin) && (n == begin || n + 1 >= place.end || !parts_.IsWord(n + 1))) break;
    if (!clause && !own && part.Is(kVerbs) && !part.Is(kLight)) break;
  }
  return Trimmed({begin, n});
}

Indicators::Range Indicators::Captured(const Maybe<std::string>& captured) const {
  if (!captured) return {};
  const Range range = Trimmed({parts_.FirstFrom(captured->span.begin), parts_.FirstFrom(captured->span.end)});
  return Says(range) ? range : Range();
}

Indicators::Phrase Indicators::ToldBefore(const Place& place) const {
  const uint32_t here = place.at;
  auto at = std::partition_point(told_.begin(), told_.end(), [&](const Told& one) { return one.at < here; });
  if (!place.bare || at == told_.begin()) return {};
  Phrase phrase = (at - 1)->phrase;
  phrase.resolved = true;
  return phrase;
}

Indicators::Range Indicators::Deed(uint32_t unit, const Place& place) const {
  const uint32_t from = view_.unit(unit).span.begin;
  auto is_rules = [&](size_t n) { return n > place.begin && parts_[n - 1].span.begin >= from; };
  Range deed{place.figure.begin, place.figure.begin};
  while (is_rules(deed.end) && parts_[deed.end - 1].Is(kLight | kMark)) --deed.end;
  deed.begin = deed.end;
  bool done = false;
  for (; is_rules(deed.begin) && !parts_[deed.begin - 1].Is(kLight | kMark); --deed.begin)
    done = done || parts_[deed.begin - 1].Is(kDeed);
  return done ? deed : Range();
}

Indicators::Phrase Indicators::OfAmount(const Place& place, const FigureAsked& asked, Range before) const {
  const FigureWords& words = view_.pack().figure_words;
  const Range captured = Captured(asked.captured);
  const size_t behind = place.behind;
  bool of = behind < place.end;
  if (words.of)
    of = of && (parts_[behind].Is(kOf) || (asked.money && parts_[behind].Is(kLink)));
  else
    of = of && ((asked.money && parts_[behind].Is(kLink)) || (parts_.IsWord(behind) && OpensBehind(behind)));
  Range more;
  if (of || (place.bare && !words.heads)) more = Behind(place, behind, true);
  if (!Says(more)) more = {};
  // “to give the region 8 million for roads”: no verb tells anything of what stands before it.
  if (asked.money && of && !place.led && !more.empty() && captured.empty()) return {more, {}};
  // A rule's own words are no better than the phrase, unless a phrase has to open with a head.
  if (!before.empty() && (!words.heads || captured.empty() || before.Contains(captured))) return {before, {}};
  if (!captured.empty() && (words.heads || captured.begin >= behind)) return {captured, {}};
  if (of && !more.empty()) return {more, {}};
  if (!captured.empty()) return {captured, {}};
  if (Phrase told = ToldBefore(place); !told.words.empty()) return told;
  return {more, {}};
}

Indicators::Phrase Indicators::OfCount(uint32_t unit, const Place& place, const FigureAsked& asked,
                                       Range before) const {
  const Range captured = Captured(asked.captured);
  const size_t behind = place.behind;
  const bool led = place.figure.begin > 0 && parts_[place.figure.begin - 1].Is(kLight);
  if (!before.empty() && view_.pack().figure_words.heads && led &&
      (captured.empty() || before.Contains(captured)))
    return {before, {}};
  const bool noun = place.noun < behind;
  if (!captured.empty() && noun && captured.begin >= behind && captured.begin <= behind + 2)
    return {{place.noun, captured.end}, {}};
  if (!captured.empty() && (captured.end > behind || IsName(captured, place))) return {captured, {}};
  if (noun) {
    const Range counted = Behind(place, place.noun, false);
    const Phrase told = ToldBefore(place);
    // “9 thefts of cars, down 2 thefts”: the noun alone is what was counted before.
    if (counted.size() == 1 && !told.words.empty() &&
        parts_.Printed(counted.begin) == parts_.Printed(told.words.begin))
      return told;
    if (!counted.empty() && counted.end <= behind) return {counted, Deed(unit, place)};
    if (!counted.empty()) return {counted, {}};
  }
  const Range more = behind < place.end && !parts_[behind].Is(kLink) && OpensBehind(behind)
                         ? Behind(place, behind, false)
                         : Range();
  if (Says(more)) return {more, {}};
  if (!captured.empty()) return {captured, {}};
  return before.empty() ? ToldBefore(place) : Phrase{before, {}};
}

bool Indicators::IsName(Range captured, const Place& place) const {
  if (parts_[captured.begin].Is(kHeads)) return true;
  for (size_t n = captured.begin; n < captured.end; ++n) {
    if (parts_[n].Is(kMark | kStop | kVerbs) && !parts_[n].Is(kLight)) return false;
  }
  bool parted = false;
  for (size_t n = captured.end; n < place.figure.begin; ++n) {
    if (!parts_[n].Is(kLight | kVerbs | kLink)) return false;
    parted = parted || parts_[n].Is(kVerbs | kDash);
  }
  return parted || view_.pack().figure_words.heads;
}

Span Indicators::SpanOf(Range range) const {
  return {parts_[range.begin].span.begin, parts_[range.end - 1].span.end};
}

Maybe<std::string> Indicators::Printed(const Phrase& phrase) const {
  if (phrase.words.empty()) return std::nullopt;
  At<std::string> printed{OneLine(view_.Printed(SpanOf(phrase.words))), SpanOf(phrase.words)};
  if (!phrase.deed.empty()) {
    printed.value = OneLine(view_.Printed(SpanOf(phrase.deed))) + " " + printed.value;
    printed.span.begin = SpanOf(phrase.deed).begin;
  }
  if (phrase.resolved) printed.basis = Basis::kResolved;
  return printed;
}

Maybe<std::string> Indicators::OwnerIn(Range range) const {
  const FigurePart* owner = nullptr;
  for (size_t n = range.begin; n < range.end; ++n) {
    if (!parts_[n].Is(kActors)) continue;
    if (owner || !parts_[n].Is(kOwners)) return std::nullopt;
    // “the debt to the Waterworks”, “it gave the ministry”; but “growth in the province”.
    size_t before = n;
    while (before > range.begin && parts_[before - 1].Is(kLight)) --before;
    if (before == range.begin) return std::nullopt;
    const bool linked = parts_[before - 1].Is(kLink), of = parts_[before - 1].Is(kOf);
    if (linked ? !of && !parts_[n].Is(kPlace)
               : view_.pack().figure_words.of && !view_.pack().figure_words.heads)
      return std::nullopt;
    owner = &parts_[n];
  }
  if (!owner) return std::nullopt;
  return At<std::string>{view_.Nominative(owner->unit), owner->span};
}

Indicator Indicators::Of(const FactUnit& at, const FigureAsked& asked) {
  if (!view_.pack().figure_words.told) return {asked.captured, std::nullopt};
  Enter(at.sentence);
  const auto figure = FigureOf(at.unit);
  if (!figure) return {asked.captured, std::nullopt};
  Place place = PlaceOf(at.unit, *figure);
  const Range before = Before(place, asked.amount);
  const Phrase phrase =
      asked.amount ? OfAmount(place, asked, before) : OfCount(at.unit, place, asked, before);
  const auto after =
      std::partition_point(told_.begin(), told_.end(), [&](const Told& one) { return one.at <= place.at; });
  told_.insert(after, {place.at, phrase});
  return {Printed(phrase), asked.amount && phrase.words == before ? OwnerIn(before) : std::nullopt};
}

}  // namespace acta
