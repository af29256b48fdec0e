// Rows into the file: an INSERT a table, prepared once. Used by Batch alone.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/store/rows.h"
#include "pipeline/store/statements.h"

namespace acta {

class RowWriter {
 public:
  // `db` must stay where it is for as long as the writer lives.
  explicit RowWriter(const Database& db) : db_(db) {}

  // Writes the rows of all sets, table by table, within a table in the order of the sets: sets in the order of their
  // articles' keys touch each page of the file once. Inside a transaction.
  Result<void> Write(std::span<const RowSet* const> sets);

 private:
  using Name = std::pair<std::string_view, std::string_view>;

  Result<Statement*> InsertInto(const TableRows& table);
  Result<void> WriteTable(std::span<const RowSet* const> sets, Name name);

  const Database& db_;
  std::map<Name, Statement> inserts_;
};

}  // namespace acta
