// Facts to rows, by the field tables of records.h. Used by Store alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/store/sqlite.h"
#include "pipeline/text/article.h"
#include "schemas/records.h"

namespace acta {

// A value on its way to a column.
using SqlValue = std::variant<std::monostate, int64_t, double, std::string_view, std::string>;

// One row: the columns that are named, in the order in which they are named.
struct SqlRow {
  std::string table;
  std::vector<std::pair<std::string_view, SqlValue>> values;
};

class RecordWriter {
 public:
  // `db` must stay where it is for as long as the writer lives.
  explicit RecordWriter(const Database& db) : db_(db) {}

  // Inserts all records of one article with their parts, mentions and evidence. Inside a transaction.
  Result<void> Write(const Article& article, const Facts& facts, int64_t article_key);

  // Inserts one row. The statement for a table is prepared once, by its first row.
  Result<void> Insert(const SqlRow& row);

 private:
  const Database& db_;
  std::unordered_map<std::string, Statement> inserts_;
};

}  // namespace acta
