// The sample pages that tell two events in three languages each, as a store, and its answers as text.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/query/question.h"

namespace acta {

using Row = std::map<std::string, std::string>;  // a column's name to what it prints

// A new database of those six pages at `path`, their entities not resolved. Failures are the test's.
void StoreEventPages(const std::string& path);

// The rows that answer, in their order. `few`: as Ask of pipeline/query/question.h.
std::vector<Row> AnswerRows(const std::string& path, std::string_view question, const Filter& filter,
                            int64_t few = kFewRecords);

}  // namespace acta
