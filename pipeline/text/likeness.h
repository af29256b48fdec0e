// How alike two texts are: exact copies, copies with edits, and texts that hold another.
//
//   Likeness like = Compare(Shingles(a), Shingles(b));
//   if (like.kind != Likeness::kNone) …
//   std::vector<int64_t> bands = Bands(Shingles(text));   // two like texts have a band in common, nearly always
//
// A text is the set of its shingles: every run of four words, folded to small letters, without punctuation. Two sets
// are compared by Jaccard's index (what they share of all that they have) and by containment (what they share of the
// smaller one). To find like texts among many, each has 24 bands: a band is the hash of three minima of its shingles in
// three bins (MinHash with banding; Broder 1997), so that two texts of index J share one of them with probability
// 1 - (1 - J³)^24: 0.99 at 0.6, 0.05 at 0.13. The minima come from one pass with one hash function, which throws each
// shingle into one of 72 bins; an empty bin borrows from the next one that is not (one permutation hashing with
// rotation: Li, Owen, Zhang 2012; Shrivastava, Li 2014). SimHash over the same shingles is here to be measured against
// it (docs/archive.md): one edit in ten words already scatters its 64 bits.
//
// A sketch is the shingles as bytes, to be kept beside a text so that it need not be read again to be compared.
//
// Pure, linear in the text, safe from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace acta {

// Hashes of the shingles, ascending, each once. A text of fewer than four words has one shingle; one without words none.
// The same on every machine. Of 32 bits: of two texts of a thousand shingles two agree by chance once in 4,000 times.
using ShingleSet = std::vector<uint32_t>;
ShingleSet Shingles(std::string_view text);

// Four bytes a shingle, little-endian. Bytes that are no sketch (of another length) give none.
std::string SketchOf(const ShingleSet& shingles);
ShingleSet ShinglesOf(std::string_view sketch);

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
Likeness Compare(const ShingleSet& a, const ShingleSet& b);

inline constexpr size_t kBands = 24;

// The bands, none for a text without words; never negative.
std::vector<int64_t> Bands(const ShingleSet& shingles);

// Charikar's SimHash of the shingles; like texts differ in few bits.
uint64_t SimHash(const ShingleSet& shingles);

}  // namespace acta
