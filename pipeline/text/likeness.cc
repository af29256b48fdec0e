#include "pipeline/text/likeness.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <limits>

namespace acta {
namespace {

constexpr size_t kWords = 4;  // of a shingle
constexpr size_t kRows = 3;   // minima of a band
constexpr double kNearFrom = 0.6, kPartFrom = 0.8;
constexpr size_t kSmallestPart = 30;

// The finalizer of SplitMix64: every bit of the result depends on every bit of `x`.
constexpr uint64_t Mix(uint64_t x) {
  x ^= x >> 30;
  x *= 0xBF58476D1CE4E5B9u;
  x ^= x >> 27;
  x *= 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

// A hash of each word: letters and digits, small.
std::vector<uint64_t> WordHashes(std::string_view text) {
  constexpr uint64_t kStart = 0x9E3779B97F4A7C15u;
  std::vector<uint64_t> words;
  uint64_t word = kStart;
  const char* bytes = text.data();
  const auto size = static_cast<int64_t>(text.size());
  for (int64_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c >= 0 && u_isalnum(c)) {
      word = Mix(word ^ static_cast<uint64_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)));
    } else if (word != kStart && (c < 0 || u_charType(c) != U_NON_SPACING_MARK)) {
      words.push_back(word);
      word = kStart;
    }
  }
  if (word != kStart) words.push_back(word);
  return words;
}

}  // namespace

std::vector<uint64_t> Shingles(std::string_view text) {
  const std::vector<uint64_t> words = WordHashes(text);
  std::vector<uint64_t> shingles;
  if (words.empty()) return shingles;
  const size_t last = words.size() > kWords ? words.size() - kWords : 0;
  for (size_t first = 0; first <= last; ++first) {
    uint64_t hash = 0;
    for (size_t i = first; i < std::min(first + kWords, words.size()); ++i) hash = Mix(hash * 31 + words[i]);
    shingles.push_back(hash);
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

Likeness Compare(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  if (a.empty() || b.empty()) return {};
  size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    const uint64_t left = *x, right = *y;
    shared += left == right;
    x += left <= right;
    y += right <= left;
  }
  Likeness like;
  const size_t smaller = std::min(a.size(), b.size());
  like.jaccard = static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
  like.containment = static_cast<double>(shared) / static_cast<double>(smaller);
  if (shared == a.size() && shared == b.size()) {
    like.kind = Likeness::kSame;
  } else if (like.jaccard >= kNearFrom) {
    like.kind = Likeness::kNear;
  } else if (like.containment >= kPartFrom && smaller >= kSmallestPart) {
    like.kind = Likeness::kPart;
  }
  return like;
}

std::vector<int64_t> Bands(const std::vector<uint64_t>& shingles) {
  if (shingles.empty()) return {};
  std::array<uint64_t, kBands * kRows> minima;
  minima.fill(std::numeric_limits<uint64_t>::max());
  for (const uint64_t shingle : shingles) {
    for (size_t i = 0; i < minima.size(); ++i) {
      // A hash function each: multiplied by an odd number, the high half folded in.
      const uint64_t product = (shingle ^ (i * 0x9E3779B97F4A7C15u)) * (0xD6E8FEB86659FD93u + 2 * i);
      minima[i] = std::min(minima[i], product ^ (product >> 32));
    }
  }
  std::vector<int64_t> bands;
  for (size_t band = 0; band < kBands; ++band) {
    uint64_t hash = band;
    for (size_t row = 0; row < kRows; ++row) hash = Mix(hash * 31 + minima[band * kRows + row]);
    bands.push_back(static_cast<int64_t>(hash >> 1));
  }
  return bands;
}

uint64_t SimHash(const std::vector<uint64_t>& shingles) {
  std::array<int64_t, 64> sums{};
  for (const uint64_t shingle : shingles) {
    for (size_t bit = 0; bit < 64; ++bit) sums[bit] += (shingle >> bit & 1) ? 1 : -1;
  }
  uint64_t hash = 0;
  for (size_t bit = 0; bit < 64; ++bit) hash |= static_cast<uint64_t>(sums[bit] > 0) << bit;
  return hash;
}

}  // namespace acta
