#include "pipeline/resolve/task_words.h"

#include <algorithm>

#include "pipeline/resolve/letters.h"
#include "pipeline/text/hash.h"

namespace acta {

namespace {

std::array<uint64_t, kTaskBands> BandsOf(const std::vector<uint64_t>& words) {
  std::array<uint64_t, kTaskBands> bands{};
  for (uint64_t band = 0; band < kTaskBands; ++band) {
    for (uint64_t row = 0; row < kTaskRows; ++row) {
      const uint64_t seed = Mix64(band * kTaskRows + row + 1);
      uint64_t least = UINT64_MAX;
      for (uint64_t word : words) least = std::min(least, Mix64(word ^ seed));
      bands[band] = Mix64(bands[band] * 31 + least);
    }
  }
  return bands;
}

}  // namespace

TaskWords WordsOfTask(std::string_view action) {
  std::vector<uint64_t> words;
  for (const std::string& word : NameWords(Ascii(action))) words.push_back(Hash64(word));
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const auto bands = BandsOf(words);
  return {std::move(words), bands};
}

double SharedWords(const TaskWords& first, const TaskWords& second) {
  const std::vector<uint64_t>&a = first.words, &b = second.words;
  size_t shared = 0;
  for (auto one = a.begin(), other = b.begin(); one != a.end() && other != b.end();) {
    if (*one < *other) {
      ++one;
    } else if (*other < *one) {
      ++other;
    } else {
      ++shared, ++one, ++other;
    }
  }
  const size_t all = a.size() + b.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace acta
