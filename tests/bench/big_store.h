// A store of many articles for measuring: the corpus, read once, and copies of it that differ as articles do.
//
//   Result<BigStore> big = MakeBigStore(path, 100'000);
//
// Copy n is of another day (over ten years), of one of 63 provinces with sites of its own. Its people, bodies, places
// and provincial instruments bear the province's name, and are one entity for the whole province; documents of the
// centre stay what they are. Quotes and offsets are those of the original: a store to ask and not one to check.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/text/result.h"

namespace acta {

struct BigStore {
  int64_t articles = 0, records = 0;
  int64_t bytes = 0;  // of the database file
  double seconds = 0;
};

// `path` must not exist. Reads corpus/ of the source tree.
Result<BigStore> MakeBigStore(const std::string& path, int64_t articles);

}  // namespace acta
