// Is the store whole, and does it prove what it says?
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/store/sqlite.h"

namespace acta {

struct StoreCheck {
  int64_t articles = 0, records = 0, values = 0, mentions = 0, inputs = 0;
  std::vector<std::string> faults;  // one line each, at most kMostFaults
  static constexpr size_t kMostFaults = 100;
};

// Reads everything: SQLite's integrity and foreign keys; every mention and every evidence row against the
// article, text[start:end] == quote; every value has evidence and every evidence row a value; every
// article's key and text hash follow from its content. An Error only when the file cannot be read at all.
Result<StoreCheck> CheckStore(const Database& db);

// Writes the content of the store as text, the same for the same content whatever order it arrived in:
// every table but `visit` and those derived from others (find_…), rows by primary key, one JSON array a line, the table's name first.
Result<void> DumpStore(const Database& db, std::ostream& out);

}  // namespace acta
