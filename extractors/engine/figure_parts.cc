#include "extractors/engine/figure_parts.h"

#include <algorithm>
#include <cctype>

#include "extractors/engine/lexicon.h"
#include "extractors/engine/sentence_walk.h"

namespace acta {

using namespace figure;

FigureParts::FigureParts(const TreeView& view)
    : view_(view),
      status_(AttributeBit(view.pack().names.Find("status"))),
      tense_(AttributeBit(view.pack().names.Find("tense"))) {}

uint32_t FigureParts::RolesOf(uint32_t at) const {
  const Unit& unit = view_.unit(at);
  const Pack& pack = view_.pack();
  uint32_t roles = pack.figure_words.roles[unit.symbol];
  if (unit.source == Unit::Source::kRule) return roles;
  const std::string_view printed = view_.Printed(unit.span);
  if (pack.alphabet.token_class(unit.symbol) == TokenClass::kPunct) {
    const bool dash = printed == "-" || printed == "–" || printed == "—";
    return (roles & (kJoin | kQuantity)) | (dash ? kDash | kLink : kMark);
  }
  if (std::isdigit(static_cast<unsigned char>(printed[0]))) roles |= kNumber | kDigits;
  const auto status = (unit.says & status_) != 0 ? view_.Own(at, "status") : std::nullopt;
  if (status) roles |= kStatus;
  if ((roles & (kStop | kLight | kLink | kJoin | kHeads | kName | kNoun)) != 0) return roles;
  if (status) return roles | (status->text == "goal" ? kFinite : kVerb);  // “to raise” is no participle
  return (unit.says & tense_) != 0 && view_.Own(at, "tense") ? roles | kVerb : roles;
}

bool FigureParts::Read(uint32_t sentence) {
  if (sentence_ == sentence) return false;
  sentence_ = sentence;
  parts_.clear();
  uint32_t quantity_end = 0, amount_end = 0, group_end = 0;
  WalkSentence(view_, sentence, stack_, [&](uint32_t at) {
    const Unit& unit = view_.unit(at);
    if (unit.span.empty()) return false;
    uint32_t roles = RolesOf(at);
    if ((roles & kQuantity) != 0) {
      quantity_end = std::max(quantity_end, unit.span.end);
      if ((roles & kAmount) != 0) amount_end = std::max(amount_end, unit.span.end);
      if (unit.source == Unit::Source::kRule) return true;
    }
    if ((roles & kGroup) != 0) group_end = std::max(group_end, unit.span.end);
    const bool whole = (roles & (kName | kLight | kEnd | kStop)) != 0;
    if (unit.source == Unit::Source::kRule && !whole) return true;
    if (unit.span.end <= quantity_end) {
      roles = (roles & ~kMark) | kFigure;
      roles = unit.span.end <= amount_end ? roles | kAmount : roles;
    }
    if (unit.span.end <= group_end) roles |= kGroup;
    parts_.push_back({at, unit.span, roles});
    return false;
  });
  return true;
}

size_t FigureParts::FirstFrom(uint32_t byte) const {
  auto at = std::partition_point(parts_.begin(), parts_.end(),
                                 [&](const FigurePart& one) { return one.span.begin < byte; });
  return static_cast<size_t>(at - parts_.begin());
}

bool FigureParts::IsMark(size_t n, std::string_view marks) const {
  const std::string_view printed = Printed(n);
  return parts_[n].Is(kMark | kDash) && printed.size() == 1 &&
         marks.find(printed[0]) != std::string_view::npos;
}

bool FigureParts::IsWord(size_t n) const {
  return !parts_[n].Is(kMark | kDash | kFigure | kDigits | kStop | kVerbs | kLight | kLink | kJoin | kActors);
}

}  // namespace acta
