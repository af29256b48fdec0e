#include "pipeline/store/align.h"

#include <algorithm>
#include <cstdint>

namespace acta {

std::vector<std::pair<size_t, size_t>> CommonSubsequence(const std::vector<std::string>& left,
                                                         const std::vector<std::string>& right,
                                                         size_t limit) {
  std::vector<std::pair<size_t, size_t>> common;
  size_t begin = 0, left_end = left.size(), right_end = right.size();
  while (begin < left_end && begin < right_end && left[begin] == right[begin]) {
    common.emplace_back(begin, begin);
    ++begin;
  }
  std::vector<std::pair<size_t, size_t>> tail;
  while (left_end > begin && right_end > begin && left[left_end - 1] == right[right_end - 1])
    tail.emplace_back(--left_end, --right_end);

  const size_t rows = left_end - begin, columns = right_end - begin;
  if (rows <= limit && columns <= limit) {
    // length[i][j]: of the subsequence of what begins at i and j.
    std::vector<uint16_t> length((rows + 1) * (columns + 1), 0);
    auto at = [&](size_t i, size_t j) -> uint16_t& { return length[i * (columns + 1) + j]; };
    for (size_t i = rows; i-- > 0;) {
      for (size_t j = columns; j-- > 0;) {
        const bool same = left[begin + i] == right[begin + j];
        at(i, j) = same ? static_cast<uint16_t>(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
    for (size_t i = 0, j = 0; i < rows && j < columns;) {
      if (left[begin + i] == right[begin + j]) {
        common.emplace_back(begin + i++, begin + j++);
      } else if (at(i + 1, j) >= at(i, j + 1)) {
        ++i;
      } else {
        ++j;
      }
    }
  }
  common.insert(common.end(), tail.rbegin(), tail.rend());
  return common;
}

std::vector<std::string> SplitWords(std::string_view text) {
  std::vector<std::string> words;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = text.find_first_not_of(" \t\n", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \t\n", begin), text.size());
    words.emplace_back(text.substr(begin, at - begin));
  }
  return words;
}

double WordsInCommon(std::string_view a, std::string_view b) {
  const std::vector<std::string> left = SplitWords(a), right = SplitWords(b);
  if (left.empty() || right.empty()) return 0;
  const size_t common = CommonSubsequence(left, right).size();
  return 2.0 * static_cast<double>(common) / static_cast<double>(left.size() + right.size());
}

}  // namespace acta
