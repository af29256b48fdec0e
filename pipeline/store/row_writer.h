// Rows into the file: one INSERT a table for all that wait (row_table.h). Used by Batch, and by copies.h for it.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/store/row_table.h"
#include "pipeline/store/rows.h"
#include "pipeline/store/statements.h"

namespace acta {

class RowWriter {
 public:
  // `statements` must stay where it is for as long as the writer lives.
  explicit RowWriter(Statements& statements) : statements_(statements) {}

  // Writes the rows of all sets, table by table, within a table in the order of its columns, which begin with its key:
  // each page of the file is touched once. Inside a transaction.
  Result<void> Write(std::span<const RowSet* const> sets);

  // What `select`, a literal, finds of the rows of one table, which it has as `acta_rows` in their order: integers.
  Result<std::vector<int64_t>> KeysAmong(const RowSet& rows, std::string_view select);

 private:
  using Name = std::pair<std::string_view, std::string_view>;

  Result<void> Show(std::vector<RowRef> rows);
  Result<Statement*> InsertInto(const TableRows& table);
  Result<void> WriteTable(std::span<const RowSet* const> sets, Name name);

  Statements& statements_;
  std::optional<RowTable> rows_;  // from the first Show on
  std::map<Name, Statement> inserts_;
};

}  // namespace acta
