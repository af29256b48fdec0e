#include "pipeline/resolve/place_names.h"

#include <algorithm>
#include <vector>

#include "pipeline/resolve/letters.h"

namespace acta {
namespace {

constexpr size_t kMostSyllables = 4;

// Calls `is_place` with a Cyrillic key and with what it may be the inflected form of, until it is true.
template <class IsPlace>
bool InAnyCase(const std::string& key, const PlaceWords& words, IsPlace&& is_place) {
  if (is_place(key)) return true;
  for (const std::string& ending : words.Of(PlaceWord::kCaseEnding)) {
    if (!key.ends_with(ending)) continue;
    const std::string stem = key.substr(0, key.size() - ending.size());
    if (is_place(stem)) return true;
    for (const std::string& nominative : words.Of(PlaceWord::kNominative)) {
      if (is_place(stem + nominative)) return true;
    }
  }
  return false;
}

// "Верхнеокской" → "Верхнеокская": an adjective of a place, as it stands before "область" in the nominative.
std::string Upright(std::string_view name, const PlaceWords& words) {
  const auto endings = words.Of(PlaceWord::kAdjective), upright = words.Of(PlaceWord::kAdjectiveNominative);
  for (size_t n = 0; n < std::min(endings.size(), upright.size()); ++n) {
    if (name.size() <= endings[n].size() || !name.ends_with(endings[n])) continue;
    return std::string(name.substr(0, name.size() - endings[n].size())) + upright[n];
  }
  return std::string(name);
}

}  // namespace

PlaceUse PlaceNamed(std::string_view name, std::optional<Date> day, const World& world) {
  const std::string key = PlaceKey(name);
  if (key.empty()) return {};
  const Province* place = world.places.FindKey(key, day);
  if (!place && HasCyrillic(key)) {
    InAnyCase(key, world.place_words,
              [&](const std::string& one) { return (place = world.places.FindKey(one, day)) != nullptr; });
  }
  if (place) return {place->id, place->vi.front(), "printed"};
  const std::string shown = Upright(name, world.place_words);
  return {PlaceKey(shown), shown, ""};
}

bool SpellsPlace(const std::string& cyrillic_key, const std::string& name, const World& world) {
  std::vector<Syllable> syllables;
  for (const std::string& word : NameWords(name)) syllables.push_back(SplitSyllable(word));
  if (syllables.empty() || syllables.size() > kMostSyllables) return false;
  return InAnyCase(cyrillic_key, world.place_words, [&](const std::string& one) {
    return world.transcription.SpellsJoined(syllables, HasMarks(name), one);
  });
}

}  // namespace acta
