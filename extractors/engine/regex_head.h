// What a match of a regular expression can begin with, byte by byte: a test of a few nanoseconds that spares
// most of the tokens of a text a run of RE2.
//
//   HeadBytes heads = HeadBytesOf("(?:ngày|sáng) \\d+");
//   heads[0].Has('n'), heads[0].Has('s'); heads[1].Has('g') …      // and no other byte
//
// It reads the common part of RE2's syntax. What it does not know, and what may stand behind a match that ends
// sooner, is any byte, but that no match counts that ends inside a word; so it errs on one side only. It expects an
// expression that RE2 has accepted.
#pragma once

#include <array>
#include <bitset>
#include <string_view>

namespace acta {

inline constexpr size_t kHeadBytes = 4;
using HeadBytes = std::array<std::bitset<256>, kHeadBytes>;

// From where the bytes are counted: from the beginning of a match, or from the end of the letters or digits that it
// begins with. “12 kg” passes for a document's number (“12 /KH”) but for what stands behind its digits.
enum class HeadFrom { kStart, kBehindLetters, kBehindDigits };

HeadBytes HeadBytesOf(std::string_view regex, HeadFrom from = HeadFrom::kStart);

// The name of the group that every match begins with, when the group ends where a word does:
// "month" of "(?P<month>[A-Z][a-z]+)\\s+\\d+". "" when there is none.
std::string_view LeadingGroupOf(std::string_view regex);

}  // namespace acta
