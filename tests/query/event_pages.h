// The sample pages that tell events in three languages each, as a store, and its answers as text.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/query/question.h"

namespace acta {

using Row = std::map<std::string, std::string>;  // a column's name to what it prints

// A new database of the pages of those events at `path`, their entities not resolved: 0001 and 0002 are two events,
// 0013 comes back to the first one. Failures are the test's.
void StoreEventPages(const std::string& path,
                     std::initializer_list<std::string_view> events = {"0001", "0002"});

// The rows that answer, in their order. `few`: as Ask of pipeline/query/question.h.
std::vector<Row> AnswerRows(const std::string& path, std::string_view question, const Filter& filter,
                            int64_t few = kFewRecords);

}  // namespace acta
