#include "extractors/engine/speakers.h"

#include <algorithm>

namespace acta {
namespace {

constexpr int kMostSentences = 6;  // before a pronoun, one of which its post may open
constexpr size_t kMostTurns = 8;   // who spoke before them is not “he”

}  // namespace

Speakers::Meant Speakers::WhoIn(uint32_t unit) const {
  if (view_.HasKind(unit, "directive")) return {};  // Ordered() tells
  Meant meant;
  for (const char* part : {"who", "chair"}) {
    for (uint32_t one : view_.Captured(unit, part)) {
      // “He said” goes on with who spoke before.
      if (view_.Inside(one, {"person", "post"}).empty()) continue;
      if (const Official* person = people_.Resolve(one, Latest())) return {person, one + 1};
      if (meant.unit == 0) meant.unit = one + 1;
    }
  }
  return meant;
}

std::vector<const Official*> Speakers::Latest() const {
  std::vector<const Official*> out;
  size_t left = kMostTurns;
  for (auto turn = turns_.rbegin(); turn != turns_.rend() && left > 0; ++turn) {
    if (!turn->meant.who) continue;
    --left;
    if (std::find(out.begin(), out.end(), turn->meant.who) == out.end()) out.push_back(turn->meant.who);
  }
  return out;
}

void Speakers::Advance(uint32_t byte) {
  const auto& settings = view_.tree().settings;
  for (; next_ < settings.size() && view_.unit(settings[next_].unit).span.begin < byte; ++next_) {
    const Meant meant = WhoIn(settings[next_].unit);
    if (meant.unit != 0) turns_.push_back({meant, settings[next_].sentence});
  }
}

void Speakers::Ordered(const Official* who, uint32_t unit, uint32_t sentence) {
  if (who || !view_.Inside(unit, {"person", "post"}).empty()) turns_.push_back({{who, unit + 1}, sentence});
}

std::vector<const Official*> Speakers::Before(uint32_t byte) {
  Advance(byte);
  return Latest();
}

Speakers::Meant Speakers::Pronoun(uint32_t byte, std::string_view gender) {
  Advance(byte);
  const auto named = people_.LastBefore(byte, gender);
  const Meant mentioned{named.who, 0};
  auto turn = std::find_if(turns_.rbegin(), turns_.rend(), [&](const Turn& one) {
    return !one.meant.who || people_.MayBe(one.meant.who, gender);
  });
  if (turn == turns_.rend()) return mentioned;
  if (!named.who) return turn->meant;
  const Tree& tree = view_.tree();
  const SentenceUnits& last = tree.sentences[turn->sentence];
  const uint32_t end = view_.unit(tree.roots[last.first + last.count - 1]).span.end;
  return named.begin > end ? mentioned : turn->meant;
}

uint32_t Speakers::OpensBefore(uint32_t byte) const {
  if (!turns_.empty()) return 0;
  const Tree& tree = view_.tree();
  auto sentence = std::partition_point(
      tree.sentences.begin(), tree.sentences.end(),
      [&](const SentenceUnits& one) { return view_.unit(tree.roots[one.first]).span.begin < byte; });
  for (int left = kMostSentences; sentence != tree.sentences.begin() && left > 0; --left) {
    --sentence;
    for (uint32_t i = 0; i < sentence->count; ++i) {
      const uint32_t root = tree.roots[sentence->first + i];
      if (view_.unit(root).span.empty() || view_.HasKind(root, "article")) continue;
      const auto named = view_.Inside(root, {"post", "person"});
      const Span opens = view_.unit(root).span;
      if (!named.empty() && view_.unit(named.front()).span.begin == opens.begin && opens.end <= byte)
        return people_.Resolve(named.front()) ? 0 : named.front() + 1;
      break;
    }
  }
  return 0;
}

const Official* Speakers::In(uint32_t sentence, uint32_t byte) {
  Advance(byte);
  return turns_.empty() || turns_.back().sentence != sentence ? nullptr : turns_.back().meant.who;
}

}  // namespace acta
