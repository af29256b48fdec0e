#include "extractors/engine/figure_phrases.h"

#include <algorithm>
#include <cctype>

#include "extractors/engine/lexicon.h"
#include "extractors/engine/sentence_walk.h"
#include "extractors/engine/values.h"

namespace acta {
namespace {

constexpr size_t kMostBefore = 16, kMostBehind = 10;  // parts of a phrase

}  // namespace

FigurePhrases::FigurePhrases(const TreeView& view)
    : view_(view),
      actors_(KindIds(view.pack(),
                      {"agency", "locality", "person", "official", "post", "place", "owner", "body_ref"})),
      owners_(KindIds(view.pack(), {"agency", "locality", "place"})),
      figures_(KindIds(view.pack(), {"quantity", "share"})),
      numbers_(KindIds(view.pack(), {"number"})),
      auxiliaries_(KindIds(view.pack(), {"be", "will", "modal"})),
      of_(KindIds(view.pack(), {"of"})),
      status_(AttributeBit(view.pack().names.Find("status"))),
      tense_(AttributeBit(view.pack().names.Find("tense"))) {}

FigurePhrases::What FigurePhrases::WhatIs(uint32_t at) const {
  const Unit& unit = view_.unit(at);
  const FigureWords& words = view_.pack().figure_words;
  if (IsOneOf(view_, at, figures_)) return What::kFigure;
  if (IsOneOf(view_, at, words.light)) return What::kLight;
  if (IsOneOf(view_, at, actors_)) return What::kActor;
  if (unit.source == Unit::Source::kRule) return What::kWord;
  const std::string_view printed = view_.Printed(unit.span);
  if (printed == "-" || printed == "–") return What::kLink;
  if (printed.size() <= 3 && !std::isalnum(static_cast<unsigned char>(printed[0])) &&
      (printed.size() == 1 || static_cast<unsigned char>(printed[0]) == 0xE2))
    return What::kMark;
  if (IsOneOf(view_, at, numbers_) && std::isdigit(static_cast<unsigned char>(printed[0])))
    return What::kFigure;
  if (IsOneOf(view_, at, words.joins)) return What::kAnd;
  if (IsOneOf(view_, at, words.stops)) return What::kStop;
  if (IsOneOf(view_, at, words.links)) return What::kLink;
  if (IsOneOf(view_, at, auxiliaries_)) return What::kAuxiliary;
  const auto status = (unit.says & status_) != 0 ? view_.Own(at, "status") : std::nullopt;
  if (status && status->text == "goal") return What::kAuxiliary;  // “to raise”, no participle
  const bool verb =
      status || IsOneOf(view_, at, words.verbs) || ((unit.says & tense_) != 0 && view_.Own(at, "tense"));
  return verb ? What::kVerb : What::kWord;
}

void FigurePhrases::Enter(uint32_t sentence) {
  if (sentence_ == sentence) return;
  sentence_ = sentence;
  last_.reset();
  parts_.clear();
  WalkSentence(view_, sentence, stack_, [&](uint32_t at) {
    const Unit& unit = view_.unit(at);
    if (unit.span.empty()) return false;
    const What what = WhatIs(at);
    if (what == What::kWord && unit.source == Unit::Source::kRule) return true;
    parts_.push_back({at, unit.span, what, what == What::kLink && IsOneOf(view_, at, of_)});
    return false;
  });
}

FigurePhrases::Range FigurePhrases::Trimmed(Range range) const {
  auto is_edge = [&](size_t n, bool verbs) {
    const What what = parts_[n].what;
    return what != What::kWord && what != What::kActor && (verbs || what != What::kVerb);
  };
  // What opens it may be a participle: “trained workers”.
  while (!range.empty() && is_edge(range.begin, false)) ++range.begin;
  while (!range.empty() && is_edge(range.end - 1, true)) --range.end;
  return range;
}

bool FigurePhrases::Says(Range range) const {
  // Nor does a name: words that all have a capital.
  size_t words = 0, capitals = 0;
  for (size_t n = range.begin; n < range.end; ++n) {
    if (parts_[n].what != What::kWord) continue;
    const std::string_view text = view_.Printed(parts_[n].span);
    const bool capital = std::isupper(static_cast<unsigned char>(text[0])) != 0;
    ++words;
    capitals += capital && (text.size() == 1 || !std::isupper(static_cast<unsigned char>(text[1])));
  }
  return words > 0 && (words == 1 || capitals < words);
}

FigurePhrases::Range FigurePhrases::Before(size_t end, bool& bare) const {
  size_t n = end;
  bool finite = false;
  auto skipped = [&](What what) {
    return what == What::kVerb || what == What::kAuxiliary || what == What::kLight || what == What::kLink;
  };
  for (; n > 0 && skipped(parts_[n - 1].what); --n)
    finite = finite || parts_[n - 1].what == What::kVerb || parts_[n - 1].what == What::kAuxiliary;
  const size_t last = n;
  // “…, and 98 per cent of villages”: begins anew.
  if (n > 0 && parts_[n - 1].what == What::kAnd) {
    bare = true;
    return {};
  }
  // “the share of people supplied with water is …”: behind a verb of its own the other one is a participle.
  auto is_inside = [&](size_t at) {
    switch (parts_[at].what) {
      case What::kVerb:
        return finite && at + 1 < last;
      case What::kMark:
      case What::kFigure:
      case What::kStop:
      case What::kAuxiliary:
        return false;
      default:
        return true;
    }
  };
  size_t joined = 0;  // behind the last “and”
  for (; n > 0; --n) {
    // “agriculture, forestry and fishery”: the marks of a list are inside.
    const bool listed = parts_[n - 1].what == What::kMark && joined != 0 && n < joined && joined - n <= 4 &&
                        view_.Printed(parts_[n - 1].span) == "," && n >= 2 &&
                        parts_[n - 2].what == What::kWord;
    if (!listed && !is_inside(n - 1)) break;
    if (parts_[n - 1].what == What::kAnd && joined == 0) joined = n;
  }
  bare = n == 0 || parts_[n - 1].what == What::kMark || parts_[n - 1].what == What::kFigure;
  Range range{n, last};
  if (n > 0 && parts_[n - 1].what == What::kFigure) range.begin = joined == 0 ? last : joined;
  // What stands before the mark was a list's, not this figure's.
  range = Trimmed(range);
  if (range.empty() || range.end - range.begin > kMostBefore) return {};
  if (!Says(range)) {
    bare = false;
    return {};
  }
  return range;
}

// “communes, wards and towns”: whether a comma parts a list that an “and” ends.
bool FigurePhrases::ListGoesOn(size_t mark) const {
  if (view_.Printed(parts_[mark].span) != "," || parts_[mark - 1].what != What::kWord) return false;
  for (size_t n = mark + 1; n < parts_.size() && n <= mark + 5; ++n) {
    const What what = parts_[n].what;
    if (what == What::kAnd) return n > mark + 1 && n + 1 < parts_.size() && parts_[n + 1].what == What::kWord;
    if (what != What::kWord && what != What::kMark) return false;
  }
  return false;
}

FigurePhrases::Range FigurePhrases::Behind(size_t begin, bool amount) const {
  size_t n = begin;
  for (; n < parts_.size() && n < begin + kMostBehind; ++n) {
    const What what = parts_[n].what;
    if (what == What::kMark && n > begin && ListGoesOn(n)) continue;
    if (what == What::kMark || what == What::kFigure || what == What::kStop) break;
    if (what == What::kAnd && (n == begin || n + 1 >= parts_.size() || parts_[n + 1].what != What::kWord))
      break;
    if (!amount && (what == What::kVerb || what == What::kAuxiliary)) break;
    if (what == What::kLight && n > begin && parts_[n - 1].what == What::kLight) break;
  }
  return Trimmed({begin, n});
}

Maybe<std::string> FigurePhrases::Printed(Span span) const {
  return At<std::string>{OneLine(view_.Printed(span)), span};
}

size_t FigurePhrases::FirstFrom(uint32_t byte) const {
  auto at = std::partition_point(parts_.begin(), parts_.end(),
                                 [&](const Part& one) { return one.span.begin < byte; });
  return static_cast<size_t>(at - parts_.begin());
}

Maybe<std::string> FigurePhrases::OwnerIn(Range range) const {
  const Part* owner = nullptr;
  for (size_t n = range.begin; n < range.end; ++n) {
    if (parts_[n].what != What::kActor) continue;
    if (owner || !IsOneOf(view_, parts_[n].unit, owners_)) return std::nullopt;
    owner = &parts_[n];
  }
  if (!owner) return std::nullopt;
  return At<std::string>{view_.Nominative(owner->unit), owner->span};
}

FigurePhrases::Range FigurePhrases::Told(const Maybe<std::string>& captured, uint32_t from) const {
  if (!captured || captured->span.begin < from) return {};
  const Range told = Trimmed({FirstFrom(captured->span.begin), FirstFrom(captured->span.end)});
  return Says(told) ? told : Range();
}

Maybe<std::string> FigurePhrases::Of(const FactUnit& at, const Maybe<std::string>& captured, bool amount,
                                     bool money) {
  if (!view_.pack().figure_words.told) return captured;
  Enter(at.sentence);
  owner_.reset();
  std::optional<Span> figure;
  for (const char* part : {"value", "value_max", "quantity", "maximum", "of"}) {
    if (auto span = view_.CapturedSpan(at.unit, part)) {
      figure = figure ? Span{std::min(figure->begin, span->begin), std::max(figure->end, span->end)} : *span;
    }
  }
  if (!figure) return captured;
  const size_t here = FirstFrom(figure->begin), behind = FirstFrom(figure->end);
  auto printed = [&](Range range) {
    return Printed({parts_[range.begin].span.begin, parts_[range.end - 1].span.end});
  };
  bool bare = false;
  const Range before = Before(here, bare);
  if (amount) owner_ = OwnerIn(before);
  auto read = [&]() -> Maybe<std::string> {
    if (amount && !before.empty()) return printed(before);
    if (!amount) {
      // The words of the quantity behind its figure, and what follows them.
      const bool whole = view_.CapturedSpan(at.unit, "of").has_value();
      uint32_t begin = figure->begin, counted = figure->begin;
      auto take = [&](const char* part) {
        if (auto span = view_.CapturedSpan(at.unit, part)) counted = std::max(counted, span->end);
        for (uint32_t one : view_.Captured(at.unit, part)) {
          for (uint32_t number : view_.Inside(one, {"number", "scale", "nth"}))
            begin = std::max(begin, view_.unit(number).span.end);
        }
        while (begin < counted && view_.article().text[begin] == ' ') ++begin;
      };
      take("value");
      take("value_max");
      if (whole && begin >= counted) take("of");  // “5 of 9 schools”
      const Range more = whole ? Range() : Behind(behind, false);
      const bool follows = !more.empty() && more.begin <= behind + 2;
      if (begin < counted) return Printed({begin, follows ? parts_[more.end - 1].span.end : counted});
      if (Range told = Told(captured, figure->end); !told.empty()) return printed(told);
      if (follows && Says(more)) return printed(more);
      if (!before.empty()) return printed(before);
      return std::nullopt;
    }
    if (Range told = Told(captured, figure->end); !told.empty()) return printed(told);
    const bool of =
        behind < parts_.size() && parts_[behind].what == What::kLink && (money || parts_[behind].of);
    if (bare && last_ && !of) return last_;
    const Range more = Behind(behind, true);
    if (!more.empty() && Says(more) && (of || here == 0 || bare)) return printed(more);
    return bare ? last_ : std::nullopt;
  };
  Maybe<std::string> found = read();
  if (found && last_ && found->span == last_->span) found->basis = Basis::kResolved;
  if (found) last_ = found;
  return found;
}

}  // namespace acta
