#include "extractors/engine/speakers.h"

#include <algorithm>

namespace acta {
namespace {

constexpr size_t kMostTurns = 8;  // who spoke before them is not “he”

}  // namespace

const Official* Speakers::WhoIn(uint32_t unit) const {
  if (view_.HasKind(unit, "directive")) return nullptr;  // Ordered() tells
  for (const char* part : {"who", "chair"}) {
    for (uint32_t one : view_.Captured(unit, part)) {
      // “He said” goes on with who spoke before.
      if (view_.Inside(one, {"person", "post"}).empty()) continue;
      if (const Official* person = people_.Resolve(one, Latest())) return person;
    }
  }
  return nullptr;
}

std::vector<const Official*> Speakers::Latest() const {
  std::vector<const Official*> out;
  const size_t most = std::min(turns_.size(), kMostTurns);
  for (size_t i = turns_.size(); i > turns_.size() - most; --i) {
    if (std::find(out.begin(), out.end(), turns_[i - 1].who) == out.end()) out.push_back(turns_[i - 1].who);
  }
  return out;
}

void Speakers::Advance(uint32_t byte) {
  const auto& settings = view_.tree().settings;
  for (; next_ < settings.size() && view_.unit(settings[next_].unit).span.begin < byte; ++next_) {
    if (const Official* who = WhoIn(settings[next_].unit)) turns_.push_back({who, settings[next_].sentence});
  }
}

std::vector<const Official*> Speakers::Before(uint32_t byte) {
  Advance(byte);
  return Latest();
}

const Official* Speakers::Pronoun(uint32_t byte) {
  Advance(byte);
  auto named = people_.LastBefore(byte);
  if (turns_.empty() || !named.who) return named.who;
  const Tree& tree = view_.tree();
  const SentenceUnits& last = tree.sentences[turns_.back().sentence];
  const uint32_t end = view_.unit(tree.roots[last.first + last.count - 1]).span.end;
  return named.begin > end ? named.who : turns_.back().who;
}

const Official* Speakers::In(uint32_t sentence, uint32_t byte) {
  Advance(byte);
  return turns_.empty() || turns_.back().sentence != sentence ? nullptr : turns_.back().who;
}

}  // namespace acta
