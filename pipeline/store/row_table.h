// Rows that wait in memory, as a table of SQL. One statement reads all of them, and no value is bound or copied:
//
//   Result<RowTable> table = RowTable::Make(db);
//   table->Show(rows);
//   db.Execute("INSERT INTO official (record, name) SELECT c0, c1 FROM acta_rows");
//
// The columns are c0, c1 … by their place in the row; those that a row does not have are null. An eponymous virtual
// table (https://sqlite.org/vtab.html), which triggers and views cannot use.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/store/rows.h"
#include "pipeline/store/sqlite.h"

namespace acta {

class RowTable {
 public:
  static constexpr int kMostColumns = 32;

  // One for a database. Statements that read it are run while it is shown what they are to read, and while it lives.
  static Result<RowTable> Make(const Database& db);

  // What `acta_rows` holds from now on, in this order. What the rows refer to must stay.
  void Show(std::vector<RowRef> rows) { *rows_ = std::move(rows); }

 private:
  explicit RowTable(std::vector<RowRef>& rows) : rows_(&rows) {}
  std::vector<RowRef>* rows_;  // the database's
};

}  // namespace acta
