// One record as a person looks at it: the sentence, and for each value how it is known and from which words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/rows.h"
#include "pipeline/store/sqlite.h"

namespace acta {

struct RecordView {
  std::string kind, basis, rule;
  std::string source, title, published;
  std::string fetched;   // "2025-09-05T01:02:03Z", or empty
  std::string sentence;  // that of the first mention
  Rows fields;           // field, value, basis, quote, start, end
  std::string json;      // the record as in the lines of `acta extract`
};

// The record `id`: one view for each article that has this text. Fails with "not_found".
Result<std::vector<RecordView>> ViewRecord(const Database& db, std::string_view id);

}  // namespace acta
