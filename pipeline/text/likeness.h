// How alike two texts are: exact copies, copies with edits, and texts that hold another.
//
//   Likeness like = Compare(Shingles(a), Shingles(b));
//   if (like.kind != Likeness::kNone) …
//   std::vector<int64_t> bands = Bands(Shingles(text));   // two like texts have a band in common, nearly always
//
// A text is the set of its shingles: every run of four words, folded to small letters, without punctuation. Two sets
// are compared by Jaccard's index (what they share of all that they have) and by containment (what they share of the
// smaller one). To find like texts among many, each has 24 bands: a band is the hash of three minima of its shingles under
// three hash functions (MinHash with banding; Broder 1997), so that two texts of index J share one of them with
// probability 1 - (1 - J³)^24: 0.99 at 0.6, 0.05 at 0.13. SimHash over the same shingles is here to be measured
// against it (docs/archive.md): one edit in ten words already scatters its 64 bits.
//
// Pure, linear in the text, safe from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace acta {

// Hashes of the shingles, ascending, each once. A text of fewer than four words has one shingle; one without words none.
// The same on every machine.
std::vector<uint64_t> Shingles(std::string_view text);

struct Likeness {
  enum Kind : uint8_t {
    kNone,
    kPart,  // nearly all of the smaller one stands in the larger one
    kNear,  // the same but for edits
    kSame,  // the same words in the same runs
  } kind = kNone;
  double jaccard = 0;      // 0 … 1
  double containment = 0;  // 0 … 1
};

// kNear from a Jaccard index of 0.6, kPart from a containment of 0.8 when the smaller one has 30 shingles.
Likeness Compare(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b);

inline constexpr size_t kBands = 24;

// The bands, none for a text without words; never negative.
std::vector<int64_t> Bands(const std::vector<uint64_t>& shingles);

// Charikar's SimHash of the shingles; like texts differ in few bits.
uint64_t SimHash(const std::vector<uint64_t>& shingles);

}  // namespace acta
