#include "pipeline/resolve/place_names.h"

#include <algorithm>
#include <vector>

#include "pipeline/resolve/letters.h"

namespace acta {
namespace {

constexpr std::string_view kUnitWords[] = {"tỉnh",      "province",  "provincial", "провинции",
                                           "провинция", "провинцию", "провинцией", "провинций"};

// Case endings of names of places and endings of their adjectives ("Ханойский"), longest first.
constexpr std::string_view kPlaceEndings[] = {"скому", "ского", "ским", "ском", "ский", "ской",
                                              "ская",  "ское",  "скую", "ем",   "ом",   "а",
                                              "у",     "е",     "я",    "ю",    "и"};

constexpr size_t kMostSyllables = 4;

// Calls `is_place` with a Cyrillic key and with what it may be the inflected form of, until it is true.
template <class IsPlace>
bool InAnyCase(const std::string& key, IsPlace&& is_place) {
  if (is_place(key)) return true;
  for (std::string_view ending : kPlaceEndings) {
    if (!key.ends_with(ending)) continue;
    const std::string stem = key.substr(0, key.size() - ending.size());
    for (std::string_view nominative : {"", "ь", "й", "а", "я", "о"}) {
      if (is_place(stem + std::string(nominative))) return true;
    }
  }
  return false;
}

}  // namespace

std::span<const std::string_view> UnitWords() { return kUnitWords; }

bool IsUnitWord(std::string_view word) { return std::ranges::find(kUnitWords, word) != std::end(kUnitWords); }

PlaceUse PlaceNamed(std::string_view name, std::optional<Date> day, const World& world) {
  const std::string key = PlaceKey(name);
  if (key.empty()) return {};
  const Province* place = world.places.FindKey(key, day);
  if (!place && HasCyrillic(key)) {
    InAnyCase(key,
              [&](const std::string& one) { return (place = world.places.FindKey(one, day)) != nullptr; });
  }
  if (place) return {place->id, place->vi.front(), "printed"};
  return {key, std::string(name), ""};
}

bool SpellsPlace(const std::string& cyrillic_key, const std::string& name, const World& world) {
  std::vector<Syllable> syllables;
  for (const std::string& word : NameWords(name)) syllables.push_back(SplitSyllable(word));
  if (syllables.empty() || syllables.size() > kMostSyllables) return false;
  return InAnyCase(cyrillic_key, [&](const std::string& one) {
    return world.transcription.SpellsJoined(syllables, HasMarks(name), one);
  });
}

}  // namespace acta
