#include "pipeline/clean/language.h"

// cld2's headers do not include what they use.
#include <cstdio>
#include <string>
#include <vector>

#include <cld2/public/compact_lang_det.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "pipeline/clean/strings.h"

namespace acta {
namespace {

constexpr size_t kSample = 20'000;  // bytes

struct Letters {
  size_t latin = 0, cyrillic = 0, other = 0;
  size_t vietnamese = 0;  // letters that only Vietnamese uses: ơ ư đ and those with two marks
  size_t ukrainian = 0;   // і ї є ґ
  size_t belarusian = 0;  // ў
  size_t serbian = 0;     // ј љ њ ћ ђ џ
  size_t russian = 0;     // ы э ё
  size_t all() const { return latin + cyrillic + other; }
};

Letters CountLetters(std::string_view text) {
  Letters count;
  const auto* data = reinterpret_cast<const uint8_t*>(text.data());
  auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    UChar32 c;
    U8_NEXT(data, i, size, c);
    if (c < 0x80) {
      count.latin += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    } else if (c >= 0x400 && c <= 0x4FF) {
      ++count.cyrillic;
      UChar32 l = u_tolower(c);
      count.ukrainian += l == 0x456 || l == 0x457 || l == 0x454 || l == 0x491;
      count.belarusian += l == 0x45E;
      count.serbian += l == 0x458 || l == 0x459 || l == 0x45A || l == 0x45B || l == 0x452 || l == 0x45F;
      count.russian += l == 0x44B || l == 0x44D || l == 0x451;
    } else if (c < 0x250 || (c >= 0x1E00 && c <= 0x1EFF)) {
      count.latin += u_isalpha(c);
      UChar32 l = u_tolower(c);
      count.vietnamese += (c >= 0x1EA0 && c <= 0x1EF9) || l == 0x1A1 || l == 0x1B0 || l == 0x111;
    } else {
      count.other += u_isalpha(c);
    }
  }
  return count;
}

// Share of the words that are function words of `language`.
double Share(const std::vector<std::string>& words, const CleanRules& rules, std::string_view language) {
  double best = 0;
  for (const CleanRules::LanguageWords& list : rules.function_words()) {
    if (list.language != language) continue;
    size_t hits = 0;
    for (const std::string& word : words) hits += list.words.contains(word);
    best = std::max(best, static_cast<double>(hits) / static_cast<double>(words.size()));
  }
  return best;
}

std::string ByCld2(std::string_view text) {
  bool reliable = false;
  CLD2::Language language = CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
  if (language == CLD2::UNKNOWN_LANGUAGE || (!reliable && text.size() < 200)) return "";
  std::string code = CLD2::LanguageCode(language);
  if (code == "iw") return "he";
  if (code == "nb") return "no";
  if (code == "un" || code == "xxx") return "";
  return code.substr(0, code.find('-'));
}

std::string ByCyrillic(const Letters& letters, const std::vector<std::string>& words, const CleanRules& rules,
                       std::string_view text) {
  if (letters.belarusian > 2) return "be";
  if (letters.serbian * 100 > letters.cyrillic) return letters.serbian > 3 ? ByCld2(text) : "sr";
  if (letters.ukrainian * 100 > letters.cyrillic) return "uk";
  double russian = Share(words, rules, "ru");
  if (letters.russian > 0 && russian >= 0.05) return "ru";
  std::string second = ByCld2(text);
  if (second.empty() || second == "uk") return "ru";
  return second == "bg" && letters.russian == 0 ? "bg" : russian >= Share(words, rules, "bg") ? "ru" : second;
}

}  // namespace

std::string DetectLanguage(std::string_view text, const CleanRules& rules) {
  if (text.size() > kSample) {
    text = text.substr(0, kSample);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) != 0) {
      bool ascii = static_cast<unsigned char>(text.back()) < 0x80;
      if (ascii) break;
      text.remove_suffix(1);
    }
  }
  Letters letters = CountLetters(text);
  std::vector<std::string> words = Words(text);
  // A line of a few letters is told by those that only one of the languages has, or by whole words.
  if (letters.all() < 8) {
    if (letters.vietnamese > 0 && letters.vietnamese * 4 >= letters.all()) return "vi";
    return !words.empty() && Share(words, rules, "en") >= 0.3 ? "en" : "";
  }
  if (letters.cyrillic * 2 > letters.all()) return ByCyrillic(letters, words, rules, text);
  if (letters.other * 2 > letters.all()) return ByCld2(text);
  if (letters.vietnamese * 100 >= letters.latin * 3) return "vi";
  double english = Share(words, rules, "en");
  double vietnamese = Share(words, rules, "vi");
  if (vietnamese >= 0.15 && vietnamese > 2 * english) return "vi";
  if (english >= 0.25) return "en";
  std::string second = ByCld2(text);
  if (english >= 0.2 || (english >= 0.1 && (second == "en" || second.empty()))) return "en";
  return second;
}

}  // namespace acta
