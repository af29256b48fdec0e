// When two texts say the same: what the scoring of records against gold needs.
//
// Texts are compared as bags of words: small letters, the placements of Vietnamese tone marks and ё made one,
// the commonest function words left out, English plurals and Russian endings taken off. So a phrase that is
// quoted a little longer or in another case still counts, and another word does not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace acta::score {

// Folded for comparison, blanks made one.
std::string Norm(std::string_view text);

// The words of a text, stemmed, without function words.
std::vector<std::string> Words(std::string_view text);

// Twice the words in common by the words of both: 0 … 1.
double Dice(std::string_view a, std::string_view b);

// The share of the shorter text's words that the longer one has. A text of fewer than `least` words must be
// equal.
double Contain(std::string_view a, std::string_view b, size_t least = 2);

// Whether two names tell of different bodies whatever else they share: a department and a ministry, a
// province and a district.
bool Clash(std::string_view a, std::string_view b);

// Dice of two names of bodies when it reaches `least` and they do not clash, else 0.
double SameBody(std::string_view a, std::string_view b, double least);
bool SameAddressee(std::string_view a, std::string_view b);

// Whether two names of people are one, word for word; of Russian words the endings may differ.
bool SamePerson(std::string_view a, std::string_view b);

// A document number folded: capitals, Latin for look-alike Cyrillic, D for Đ, one kind of dash, no blanks, no
// "No.", no leading zeros.
std::string DocumentNumber(std::string_view text);

// A unit's name folded: words joined by _, no plural s.
std::string Unit(std::string_view text);

// The first `most` words, as printed.
std::string FirstWords(std::string_view text, size_t most);

}  // namespace acta::score
