#include "pipeline/text/likeness.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <limits>

#include "pipeline/text/hash.h"

namespace acta {
namespace {

constexpr size_t kWords = 4;  // of a shingle
constexpr size_t kRows = 3;   // minima of a band
constexpr size_t kShingleBytes = sizeof(uint32_t);
constexpr double kNearFrom = 0.6, kPartFrom = 0.8;
constexpr size_t kSmallestPart = 30;

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
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {  // most letters are
      word = Mix64(word ^ static_cast<uint64_t>(c));
    } else if (c >= 0 && u_isalnum(c)) {
      word = Mix64(word ^ static_cast<uint64_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)));
    } else if (word != kStart && (c < 0 || u_charType(c) != U_NON_SPACING_MARK)) {
      words.push_back(word);
      word = kStart;
    }
  }
  if (word != kStart) words.push_back(word);
  return words;
}

}  // namespace

ShingleSet Shingles(std::string_view text) {
  const std::vector<uint64_t> words = WordHashes(text);
  ShingleSet shingles;
  if (words.empty()) return shingles;
  const size_t last = words.size() > kWords ? words.size() - kWords : 0;
  shingles.reserve(last + 1);
  for (size_t first = 0; first <= last; ++first) {
    uint64_t hash = 0;
    for (size_t i = first; i < std::min(first + kWords, words.size()); ++i)
      hash = Mix64(hash * 31 + words[i]);
    shingles.push_back(static_cast<uint32_t>(hash >> 32));
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

std::string SketchOf(const ShingleSet& shingles) {
  std::string bytes;
  bytes.reserve(shingles.size() * kShingleBytes);
  for (const uint32_t shingle : shingles) {
    for (size_t i = 0; i < kShingleBytes; ++i) bytes += static_cast<char>(shingle >> (8 * i) & 0xFF);
  }
  return bytes;
}

ShingleSet ShinglesOf(std::string_view sketch) {
  if (sketch.size() % kShingleBytes != 0) return {};
  ShingleSet shingles(sketch.size() / kShingleBytes);
  for (size_t n = 0; n < shingles.size(); ++n) {
    for (size_t i = 0; i < kShingleBytes; ++i) {
      shingles[n] |= uint32_t{static_cast<unsigned char>(sketch[n * kShingleBytes + i])} << (8 * i);
    }
  }
  return shingles;
}

Likeness Compare(const ShingleSet& a, const ShingleSet& b) {
  if (a.empty() || b.empty()) return {};
  size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    const uint32_t left = *x, right = *y;
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

std::vector<int64_t> Bands(const ShingleSet& shingles) {
  if (shingles.empty()) return {};
  constexpr uint64_t kEmpty = std::numeric_limits<uint64_t>::max();
  std::array<uint64_t, kBands * kRows> minima;
  minima.fill(kEmpty);
  for (const uint32_t shingle : shingles) {
    const uint64_t hash = Mix64(shingle + 0x9E3779B97F4A7C15u);
    uint64_t& least = minima[(hash >> 32) * minima.size() >> 32];  // the bin by the upper half
    least = std::min(least, hash & 0xFFFFFFFFu);
  }
  std::array<uint64_t, kBands* kRows> filled = minima;
  for (size_t bin = 0; bin < minima.size(); ++bin) {
    uint64_t distance = 0;
    while (minima[(bin + distance) % minima.size()] == kEmpty) ++distance;
    filled[bin] = minima[(bin + distance) % minima.size()] + (distance << 32);
  }
  std::vector<int64_t> bands;
  for (size_t band = 0; band < kBands; ++band) {
    uint64_t hash = band;
    for (size_t row = 0; row < kRows; ++row) hash = Mix64(hash * 31 + filled[band * kRows + row]);
    bands.push_back(static_cast<int64_t>(hash >> 1));
  }
  return bands;
}

uint64_t SimHash(const ShingleSet& shingles) {
  std::array<int64_t, 64> sums{};
  for (const uint32_t shingle : shingles) {
    const uint64_t hash = Mix64(shingle + 0x9E3779B97F4A7C15u);
    for (size_t bit = 0; bit < 64; ++bit) sums[bit] += (hash >> bit & 1) ? 1 : -1;
  }
  uint64_t hash = 0;
  for (size_t bit = 0; bit < 64; ++bit) hash |= static_cast<uint64_t>(sums[bit] > 0) << bit;
  return hash;
}

}  // namespace acta
