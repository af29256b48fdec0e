#include "extractors/engine/subjects.h"

#include <algorithm>
#include <cctype>

#include "extractors/engine/lexicon.h"
#include "extractors/engine/sentence_walk.h"

namespace acta {
namespace {

constexpr int kFarthest = 4;  // words from a subject to its first figure

}  // namespace

Subjects::Subjects(const TreeView& view)
    : view_(view),
      actors_(KindIds(view.pack(), {"agency", "locality"})),
      others_(KindIds(view.pack(), {"official", "person", "post", "group", "body_ref"})),
      light_(KindIds(view.pack(), {"date", "deadline", "by", "article", "adverb"})),
      marks_(KindIds(view.pack(), {"sep", "and"})),
      status_(AttributeBit(view.pack().names.Find("status"))),
      strength_(AttributeBit(view.pack().names.Find("strength"))) {}

Subjects::What Subjects::WhatIs(uint32_t at) const {
  const Unit& unit = view_.unit(at);
  if (IsOneOf(view_, at, actors_)) return What::kActor;
  if (IsOneOf(view_, at, others_)) return What::kOther;
  if (IsOneOf(view_, at, light_)) return What::kLight;
  if (IsOneOf(view_, at, marks_)) return What::kMark;
  if (unit.source == Unit::Source::kRule) return What::kWord;
  const std::string_view printed = view_.Printed(unit.span);
  const bool mark = printed.size() == 1 && std::ispunct(static_cast<unsigned char>(printed[0]));
  if (mark) return What::kMark;
  return (unit.says & status_) != 0 && view_.Own(at, "status") ? What::kLight : What::kWord;
}

void Subjects::Enter(uint32_t sentence) {
  if (sentence_ == sentence) return;
  sentence_ = sentence;
  told_.reset();
  parts_.clear();
  WalkSentence(view_, sentence, stack_, [&](uint32_t at) {
    const Unit& unit = view_.unit(at);
    const What what = WhatIs(at);
    if (what == What::kWord && unit.source == Unit::Source::kRule) return true;
    if (!unit.span.empty()) parts_.push_back({at, what});
    return false;
  });
}

bool Subjects::OpensClause(size_t n) const {
  while (n > 0 && parts_[n - 1].what == What::kLight) --n;
  if (n == 0) return true;
  if (parts_[n - 1].what != What::kMark) return false;
  while (n > 0 && (parts_[n - 1].what == What::kMark || parts_[n - 1].what == What::kLight)) --n;
  return n == 0 || parts_[n - 1].what == What::kWord;
}

bool Subjects::IsNominative(uint32_t unit) const {
  const auto grammatical_case = view_.Find(unit, "case");
  return !grammatical_case || grammatical_case->text == "nom";
}

Maybe<std::string> Subjects::Of(const FactUnit& at) {
  if (at.in_task) return std::nullopt;
  Enter(at.sentence);
  const auto figure = view_.CapturedSpan(at.unit, "value");
  const uint32_t here = figure ? figure->begin : view_.unit(at.unit).span.begin;
  size_t n = parts_.size();
  int words = 0;
  for (; n > 0; --n) {
    const Part& part = parts_[n - 1];
    if (view_.unit(part.unit).span.end > here) continue;
    if (part.what == What::kOther) return std::nullopt;
    if (part.what == What::kActor) break;
    if ((view_.unit(part.unit).says & strength_) != 0 && view_.Own(part.unit, "strength"))
      return std::nullopt;
    words += part.what == What::kWord;
  }
  if (n == 0) return std::nullopt;
  const size_t actor = n - 1;
  const uint32_t unit = parts_[actor].unit;
  if (told_ != actor && (words > kFarthest || !OpensClause(actor) || !IsNominative(unit)))
    return std::nullopt;
  told_ = actor;
  return At<std::string>{view_.Nominative(unit), view_.unit(unit).span};
}

}  // namespace acta
