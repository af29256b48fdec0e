#include "pipeline/text/suggestion.h"

#include <algorithm>
#include <vector>

namespace acta {

namespace {

template <class Text>
int DistanceOf(Text a, Text b) {
  std::vector<int> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = static_cast<int>(i);
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);  // two letters changed about are one mistake
    }
  }
  return row[b.size()];
}

}  // namespace

int EditDistance(std::string_view a, std::string_view b) { return DistanceOf(a, b); }
int EditDistance(std::u32string_view a, std::u32string_view b) { return DistanceOf(a, b); }

}  // namespace acta
