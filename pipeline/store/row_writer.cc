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
    values += (n ? ", ?" : "?") + std::to_string(n + 1);
  }
  return "INSERT INTO \"" + name + "\" (" + columns + ") VALUES (" + values + ")";
}

void Bind(Statement& statement, int parameter, const RowSet& rows, const Cell& cell) {
  switch (cell.type) {
    case Cell::Type::kNull:
      statement.BindNull(parameter);
      break;
    case Cell::Type::kInteger:
      statement.Bind(parameter, cell.integer);
      break;
    case Cell::Type::kReal:
      statement.Bind(parameter, cell.real);
      break;
    case Cell::Type::kText:
      statement.Bind(parameter, rows.text(cell));
      break;
  }
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

Result<Statement*> RowWriter::InsertInto(const TableRows& table) {
  const Name name(table.kind, table.part);
  auto found = inserts_.find(name);
  if (found == inserts_.end()) {
    Result<Statement> prepared = db_.Prepare(InsertSql(table));
    if (!prepared) return tl::unexpected(prepared.error());
    found = inserts_.emplace(name, std::move(*prepared)).first;
  }
  return &found->second;
}

Result<void> RowWriter::WriteTable(std::span<const RowSet* const> sets, Name name) {
  for (const RowSet* rows : sets) {
    const auto table = std::ranges::find_if(
        rows->tables(), [&](const TableRows& one) { return Name(one.kind, one.part) == name; });
    if (table == rows->tables().end()) continue;
    Result<Statement*> insert = InsertInto(*table);
    if (!insert) return tl::unexpected(insert.error());
    const size_t width = table->columns.size();
    for (size_t at = 0; at < table->cells.size(); at += width) {
      for (size_t n = 0; n < width; ++n) Bind(**insert, static_cast<int>(n) + 1, *rows, table->cells[at + n]);
      if (Result<void> run = (*insert)->Run(); !run) return run;
    }
  }
  return {};
}

}  // namespace acta
