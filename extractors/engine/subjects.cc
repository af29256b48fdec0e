#include "extractors/engine/subjects.h"

#include <algorithm>
#include <cctype>

#include "extractors/engine/lexicon.h"

namespace acta {
namespace {

constexpr int kFarthest = 4;  // words from a subject to its first figure

}  // namespace

Subjects::Subjects(const TreeView& view)
    : view_(view),
      actors_(Kinds({"agency", "locality"})),
      others_(Kinds({"official", "person", "post", "group", "body_ref"})),
      light_(Kinds({"date", "deadline", "by", "article", "adverb"})),
      marks_(Kinds({"sep", "and"})),
      status_(AttributeBit(view.pack().names.Find("status"))),
      strength_(AttributeBit(view.pack().names.Find("strength"))) {}

std::vector<uint32_t> Subjects::Kinds(std::initializer_list<std::string_view> names) const {
  std::vector<uint32_t> kinds;
  for (std::string_view name : names) {
    if (const uint32_t kind = view_.pack().kinds.Find(name); kind != Names::kNone) kinds.push_back(kind);
  }
  return kinds;
}

bool Subjects::IsOne(uint32_t unit, const std::vector<uint32_t>& kinds) const {
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](uint32_t kind) { return view_.pack().alphabet.Has(view_.unit(unit).symbol, kind); });
}

Subjects::What Subjects::WhatIs(uint32_t at) const {
  const Unit& unit = view_.unit(at);
  if (IsOne(at, actors_)) return What::kActor;
  if (IsOne(at, others_)) return What::kOther;
  if (IsOne(at, light_)) return What::kLight;
  if (IsOne(at, marks_)) return What::kMark;
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
  stack_.clear();
  const Tree& tree = view_.tree();
  const SentenceUnits& units = tree.sentences[sentence];
  for (uint32_t i = units.count; i > 0; --i) stack_.push_back(tree.roots[units.first + i - 1]);
  while (!stack_.empty()) {
    const uint32_t at = stack_.back();
    stack_.pop_back();
    const Unit& unit = view_.unit(at);
    const What what = WhatIs(at);
    if (what != What::kWord || unit.source != Unit::Source::kRule) {
      if (!unit.span.empty()) parts_.push_back({at, what});
      continue;
    }
    for (uint32_t c = unit.child_count; c > 0; --c) stack_.push_back(tree.children[unit.first_child + c - 1]);
  }
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
