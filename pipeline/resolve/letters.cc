#include "pipeline/resolve/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "pipeline/store/fold.h"
#include "pipeline/text/of_word.h"

namespace acta {
namespace {

icu::UnicodeString Decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString in = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  icu::UnicodeString out = U_SUCCESS(status) ? nfd->normalize(in, status) : in;
  return out;
}

std::string Composed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString out = U_SUCCESS(status) ? nfc->normalize(text, status) : text;
  std::string utf8;
  return out.toUTF8String(utf8);
}

// The five marks of tone; those of vowels (circumflex, breve, horn) stay.
char ToneOf(UChar32 c) {
  switch (c) {
    case 0x300:
      return '`';
    case 0x301:
      return '\'';
    case 0x309:
      return '?';
    case 0x303:
      return '~';
    case 0x323:
      return '.';
    default:
      return ' ';
  }
}

constexpr std::string_view kOnsets[] = {"ngh", "ng", "nh", "gh", "ch", "kh", "ph", "th", "tr",
                                        "gi",  "b",  "c",  "d",  "đ",  "g",  "h",  "k",  "l",
                                        "m",   "n",  "p",  "q",  "r",  "s",  "t",  "v",  "x"};

bool OpensWithVowel(std::string_view rime) {
  if (rime.empty()) return false;
  const unsigned char first = static_cast<unsigned char>(rime[0]);
  return first >= 0x80 || std::string_view("aeiouy").find(rime[0]) != std::string_view::npos;
}

std::string_view SpelledAlike(std::string_view onset) {
  if (onset == "ngh") return "ng";
  if (onset == "gh") return "g";
  if (onset == "k") return "c";
  return onset;
}

}  // namespace

std::u32string Letters(std::string_view text) {
  icu::UnicodeString in = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  std::u32string out;
  for (int32_t i = 0; i < in.length(); i = in.moveIndex32(i, 1)) out += static_cast<char32_t>(in.char32At(i));
  return out;
}

std::string FromLetters(std::u32string_view text) {
  icu::UnicodeString all;
  for (char32_t c : text) all.append(static_cast<UChar32>(c));
  std::string out;
  return all.toUTF8String(out);
}

namespace {

// The words of the text, each letter as `letter` gives it.
template <class Letter>
std::vector<std::string> Words(std::string_view text, Letter letter) {
  std::vector<std::string> words;
  std::u32string word;
  auto end = [&] {
    while (!word.empty() && word.back() == U'\'') word.pop_back();
    if (!word.empty()) words.push_back(FromLetters(word));
    word.clear();
  };
  for (char32_t c : Letters(text)) {
    if (c == U'’') c = U'\'';
    const auto point = static_cast<UChar32>(c);
    if (IsOfWord(point) || (c == U'\'' && !word.empty())) {
      word += static_cast<char32_t>(letter(point));
    } else {
      end();
    }
  }
  end();
  return words;
}

}  // namespace

std::vector<std::string> WrittenWords(std::string_view text) {
  return Words(text, [](UChar32 c) { return c; });
}

std::vector<std::string> NameWords(std::string_view text) {
  return Words(text, [](UChar32 c) { return u_tolower(c); });
}

bool BeginsWithCapital(std::string_view word) {
  UChar32 first = 0;
  int32_t at = 0;
  U8_NEXT_OR_FFFD(word.data(), at, static_cast<int32_t>(word.size()), first);
  return !word.empty() && u_isupper(first);
}

std::string Ascii(std::string_view text) { return FoldForSearch(text); }

bool HasCyrillic(std::string_view text) {
  for (char32_t c : Letters(text)) {
    if (c >= 0x400 && c <= 0x52F) return true;
  }
  return false;
}

bool HasMarks(std::string_view text) {
  for (char32_t c : Letters(text)) {
    if (c >= 0xC0 && c < 0x400 && u_isalpha(static_cast<UChar32>(c))) return true;
    if (c >= 0x1E00 && c < 0x1F00) return true;
  }
  return false;
}

Syllable SplitSyllable(std::string_view word) {
  Syllable syllable;
  icu::UnicodeString letters = Decomposed(word), kept;
  for (int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 c = letters.char32At(i);
    if (char tone = ToneOf(c); tone != ' ') {
      syllable.tone = tone;
    } else {
      kept.append(c);
    }
  }
  const std::string all = Composed(kept.toLower());
  for (std::string_view onset : kOnsets) {
    if (!all.starts_with(onset) || !OpensWithVowel(std::string_view(all).substr(onset.size()))) continue;
    syllable.onset = SpelledAlike(onset);
    syllable.rime = all.substr(onset.size());
    break;
  }
  if (syllable.rime.empty()) syllable.rime = all;
  if (syllable.rime == "y" && !syllable.onset.empty() && syllable.onset != "q") syllable.rime = "i";
  return syllable;
}

std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace acta
