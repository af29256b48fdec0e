// Facts to rows, by the field tables of records.h. Used by Store alone.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/store/statements.h"
#include "pipeline/text/article.h"
#include "schemas/records.h"

namespace acta {

// A value on its way to a column.
using SqlValue = std::variant<std::monostate, int64_t, double, std::string_view, std::string>;

// One row: the columns that are named, in the order in which they are named. Rows of one table name the same ones.
struct SqlRow {
  std::string_view table;
  std::vector<std::pair<std::string_view, SqlValue>> values;
};

class RecordWriter {
 public:
  // `statements` must stay where it is for as long as the writer lives.
  explicit RecordWriter(Statements& statements) : statements_(statements) {}

  // Inserts all records of one article with their parts, mentions and evidence. Inside a transaction. A word outside
  // its vocabulary, or a link to a record that is none of the article, is "bad_record".
  Result<void> Write(const Article& article, const Facts& facts, int64_t article_key);

  // Inserts one row. The statement for a table is prepared once, by its first row.
  Result<void> Insert(const SqlRow& row);

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  Statements& statements_;
  std::unordered_map<std::string, Statement, Hash, std::equal_to<>> inserts_;  // by table
};

}  // namespace acta
