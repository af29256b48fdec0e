#include "extractors/engine/subjects.h"

#include "extractors/engine/lexicon.h"

namespace acta {

using namespace figure;

namespace {

constexpr int kWordsBetween = 4;  // words from a subject to its first figure
constexpr Role kPassed = kLight | kStatus, kParts = kMark | kDash | kJoin, kOthers = kPerson | kGroup;
constexpr Role kNoWord = kPassed | kParts | kOthers | kBody;

}  // namespace

Subjects::Subjects(const TreeView& view, FigureParts& parts)
    : view_(view), parts_(parts), strength_(AttributeBit(view.pack().names.Find("strength"))) {}

bool Subjects::OpensClause(size_t n) const {
  while (n > 0 && parts_[n - 1].Is(kPassed)) --n;
  if (n == 0) return true;
  if (!parts_[n - 1].Is(kParts)) return false;
  while (n > 0 && parts_[n - 1].Is(kParts | kPassed)) --n;
  return n == 0 || !parts_[n - 1].Is(kNoWord);
}

bool Subjects::IsNominative(uint32_t unit) const {
  const auto grammatical_case = view_.Find(unit, "case");
  return !grammatical_case || grammatical_case->text == "nom";
}

Maybe<std::string> Subjects::Of(const FactUnit& at) {
  if (at.in_task) return std::nullopt;
  parts_.Read(at.sentence);
  if (sentence_ != at.sentence) told_.reset();
  sentence_ = at.sentence;
  const auto figure = view_.CapturedSpan(at.unit, "value");
  const uint32_t here = figure ? figure->begin : view_.unit(at.unit).span.begin;
  size_t n = parts_.FirstFrom(here);
  int words = 0;
  for (; n > 0 && !parts_[n - 1].Is(kBody); --n) {
    const FigurePart& part = parts_[n - 1];
    if (part.Is(kOthers)) return std::nullopt;
    if ((view_.unit(part.unit).says & strength_) != 0 && view_.Own(part.unit, "strength"))
      return std::nullopt;
    words += !part.Is(kNoWord);
  }
  if (n == 0) return std::nullopt;
  const size_t actor = n - 1;
  const uint32_t unit = parts_[actor].unit;
  if (told_ != actor && (words > kWordsBetween || !OpensClause(actor) || !IsNominative(unit)))
    return std::nullopt;
  told_ = actor;
  return At<std::string>{view_.Nominative(unit), view_.unit(unit).span};
}

}  // namespace acta
