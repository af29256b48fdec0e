// Letters and words as the resolver compares them.
//
//   NameWords("Provincial People's Committee")   // provincial, people's, committee
//   SplitSyllable("mừng")                    // {"m", "ưng", '`'}
//
// All functions take UTF-8 in NFC, are pure, and linear in their input. Bytes that are not UTF-8 come out as U+FFFD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace acta {

// Letters, digits and apostrophes within; everything else parts words. NameWords are in lower case.
std::vector<std::string> WrittenWords(std::string_view text);
std::vector<std::string> NameWords(std::string_view text);

bool BeginsWithCapital(std::string_view word);

// Without diacritics and case, white space as one blank, as people search: "Đảng ủy" → "dang uy".
std::string Ascii(std::string_view text);

bool HasCyrillic(std::string_view text);
// Whether a letter stands there that plain English does not have: "Mừng", "đ".
bool HasMarks(std::string_view text);

// A Vietnamese syllable in its parts. The tone is taken off the rime, so that "hoà" and "hòa" are one; y for i
// after a consonant is i ("Sỹ" is "Sĩ"). Of a word that is no Vietnamese syllable the rime is all of it.
struct Syllable {
  std::string onset;  // "ngh" as "ng", "gh" as "g", "k" as "c": spelling, not sound, tells these apart
  std::string rime;   // with â ă ê ô ơ ư
  char tone = ' ';    // of "`'?~.", blank for the level tone

  friend bool operator==(const Syllable&, const Syllable&) = default;
};
Syllable SplitSyllable(std::string_view word);

// Code points of `text`, and back.
std::u32string Letters(std::string_view text);
std::string FromLetters(std::u32string_view text);

// The parts between `separator`; an empty text has none.
std::vector<std::string> Split(std::string_view text, char separator);

}  // namespace acta
