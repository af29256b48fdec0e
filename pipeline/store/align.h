// Which parts of two sequences of texts are the same, and what two texts share. Pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace acta {

// Indices of the longest common subsequence. Common beginnings and ends are taken off first; what is then more than
// `limit` a side has nothing in common.
std::vector<std::pair<size_t, size_t>> CommonSubsequence(const std::vector<std::string>& left,
                                                         const std::vector<std::string>& right,
                                                         size_t limit = 2000);

// Words between blanks.
std::vector<std::string> SplitWords(std::string_view text);

// Twice the words in common, in order, by the words of both: 0 … 1.
double WordsInCommon(std::string_view a, std::string_view b);

}  // namespace acta
