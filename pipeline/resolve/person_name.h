// Names of people in three scripts, and whether two may be one name.
//
//   PersonName vi = ParseName("Hồ Văn Mừng", "vi", table), ru = ParseName("Хо Ван Мынгу", "ru", table);
//   NameCost(vi, ru, table)    // 0: one name
//   vi.block == ru.block       // holds for any two names that NameCost does not keep apart
//
// Vietnamese letters tell more than plain ones, and plain ones more than Cyrillic ones: one plain or Cyrillic form
// may stand for several Vietnamese names, so a cost says what is possible, and who it is is for the context to say.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/resolve/transcription.h"

namespace acta {

enum class Script : uint8_t {
  kVietnamese,  // every mark is there
  kPlain,       // marks, if there were any, are left out
  kCyrillic,
};

struct PersonName {
  Script script = Script::kPlain;
  bool vietnamese = false;          // each word can be a Vietnamese syllable
  std::vector<std::string> words;   // lower case; Cyrillic in the nominative
  std::vector<Syllable> syllables;  // beside words, of Vietnamese names in Latin letters
  std::string key;                  // the same for the same spelling: tone in its place, i for y, ё as е
  std::string plain;                // without marks; of Cyrillic, romanised
  std::string block;                // sounds in classes that no transcription crosses: "N V K"
};

// `language` of the text: a Vietnamese text prints every mark, so "Cao Minh Long" there is exact.
PersonName ParseName(std::string_view name, std::string_view language, const Transcription& table);

// nullopt when they cannot be one name. 0 = the forms are equal, or follow from each other by the usual rows of the
// table; the more the cost, the less usual the spelling (transcription.h). Symmetric.
std::optional<double> NameCost(const PersonName& a, const PersonName& b, const Transcription& table);

// Beyond this two names are kept apart: more than one slip in a name of three words.
inline constexpr double kMostNameCost = 1.3;

// Another candidate this near makes a choice unsafe.
inline constexpr double kNameMargin = 0.15;

}  // namespace acta
