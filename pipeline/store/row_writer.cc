#include "pipeline/store/row_writer.h"

#include <algorithm>
#include <set>

namespace acta {
namespace {

std::string InsertSql(const TableRows& table) {
  std::string name(table.kind), columns, values;
  if (!table.part.empty()) name += "_" + std::string(table.part);
  for (size_t n = 0; n < table.columns.size(); ++n) {
    columns += (n ? ", \"" : "\"") + std::string(table.columns[n]) + "\"";
    values += (n ? ", c" : "c") + std::to_string(n);
  }
  // Whoever writes gives the transaction up when a row is refused, so no row needs to be taken back by itself: by OR ABORT
  // SQLite would begin a savepoint for each statement, at which FTS5 writes out what it holds.
  return "INSERT OR FAIL INTO \"" + name + "\" (" + columns + ") SELECT " + values + " FROM acta_rows";
}

// The rows of the table in all sets, in the order of its columns.
struct Sorted {
  const TableRows* table = nullptr;  // of any set that has it
  std::vector<RowRef> rows;
};

Sorted RowsOf(std::span<const RowSet* const> sets, std::string_view kind, std::string_view part) {
  Sorted sorted;
  for (const RowSet* set : sets) {
    for (const TableRows& table : set->tables()) {
      if (table.kind != kind || table.part != part) continue;
      sorted.table = &table;
      const size_t width = table.columns.size();
      for (size_t at = 0; at < table.cells.size(); at += width)
        sorted.rows.push_back({set, &table.cells[at], width});
    }
  }
  // Those of one set are in order, and most tables begin with what the sets are in the order of.
  if (!std::is_sorted(sorted.rows.begin(), sorted.rows.end()))
    std::sort(sorted.rows.begin(), sorted.rows.end());
  return sorted;
}

}  // namespace

Result<void> RowWriter::Write(std::span<const RowSet* const> sets) {
  std::set<Name> names;
  for (const RowSet* rows : sets) {
    for (const TableRows& table : rows->tables()) names.emplace(table.kind, table.part);
  }
  for (const Name& name : names) {
    if (Result<void> written = WriteTable(sets, name); !written) return written;
  }
  return {};
}

Result<std::vector<int64_t>> RowWriter::KeysAmong(const RowSet& rows, std::string_view select) {
  std::vector<int64_t> keys;
  if (rows.tables().empty()) return keys;
  const TableRows& table = rows.tables().front();
  const RowSet* const sets[] = {&rows};
  if (Result<void> shown = Show(RowsOf(sets, table.kind, table.part).rows); !shown)
    return tl::unexpected(shown.error());
  Result<Lease> found = statements_.Find(select);
  if (!found) return tl::unexpected(found.error());
  Result<bool> row = (*found)->Step();
  for (; row && *row; row = (*found)->Step()) keys.push_back((*found)->Int(0));
  if (!row) return tl::unexpected(row.error());
  return keys;
}

Result<void> RowWriter::Show(std::vector<RowRef> rows) {
  if (!rows_) {
    Result<RowTable> made = RowTable::Make(statements_.db());
    if (!made) return tl::unexpected(made.error());
    rows_ = *made;
  }
  rows_->Show(std::move(rows));
  return {};
}

Result<Statement*> RowWriter::InsertInto(const TableRows& table) {
  const Name name(table.kind, table.part);
  auto found = inserts_.find(name);
  if (found == inserts_.end()) {
    Result<Statement> prepared = statements_.db().Prepare(InsertSql(table));
    if (!prepared) return tl::unexpected(prepared.error());
    found = inserts_.emplace(name, std::move(*prepared)).first;
  }
  return &found->second;
}

Result<void> RowWriter::WriteTable(std::span<const RowSet* const> sets, Name name) {
  Sorted sorted = RowsOf(sets, name.first, name.second);
  if (Result<void> shown = Show(std::move(sorted.rows)); !shown) return shown;
  Result<Statement*> insert = InsertInto(*sorted.table);
  return insert ? (*insert)->Run() : tl::unexpected(insert.error());
}

}  // namespace acta
