// Rows to Facts: the inverse of the writer.
//
//   Result<Extraction> reading = LoadExtraction(db, article_key);
//
// What Store::Put was given comes back equal, `source` (a name for it) apart. Reads only.
#pragma once

#include <cstdint>
#include <functional>

#include "pipeline/store/sqlite.h"
#include "schemas/json.h"

namespace acta {

// Fails with "db_corrupt" when rows contradict each other: a value without evidence, an offset outside
// the text, a word that is in no vocabulary.
Result<Extraction> LoadExtraction(const Database& db, int64_t article_key);

// Calls visit(reading) for every article, by ascending key, until it fails.
Result<void> ForEachExtraction(const Database& db,
                               const std::function<Result<void>(const Extraction&)>& visit);

}  // namespace acta
