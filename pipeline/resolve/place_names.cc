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

// As people type it: without marks too.
bool IsUnitWordAsked(const std::string& word) {
  return std::ranges::any_of(kUnitWords, [&](std::string_view unit) { return Ascii(word) == Ascii(unit); });
}

std::string WithoutUnitWords(const std::string& asked) {
  std::vector<std::string> words = Split(asked, ' ');
  std::erase(words, "");
  while (words.size() > 1 && IsUnitWordAsked(words.front())) words.erase(words.begin());
  while (words.size() > 1 && IsUnitWordAsked(words.back())) words.pop_back();
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;
  return name;
}

}  // namespace

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

Result<bool> IsStoryPlace(const Database& db, const std::string& name) {
  Result<Statement> same = db.Prepare(
      "SELECT 1 FROM (SELECT DISTINCT place, place_name FROM story) WHERE acta_fold(place_name) = "
      "acta_fold(?1)");
  return same ? same->Bind(1, name).Step() : tl::unexpected(same.error());
}

Result<std::string> PlaceAsked(const Database& db, const std::string& asked, const World& world) {
  const std::string name = WithoutUnitWords(asked);
  const PlaceUse place = PlaceNamed(name, std::nullopt, world);
  if (!place.basis.empty()) return place.name;
  if (!HasCyrillic(place.key)) return name;
  Result<Statement> stories =
      db.Prepare("SELECT DISTINCT place_name FROM story WHERE place_name IS NOT NULL ORDER BY 1");
  if (!stories) return tl::unexpected(stories.error());
  Result<bool> row = stories->Step();
  for (; row && *row; row = stories->Step()) {
    if (std::string told(stories->Text(0)); SpellsPlace(place.key, told, world)) return told;
  }
  if (!row) return tl::unexpected(row.error());
  return name;
}

}  // namespace acta
