#include "pipeline/store/rows.h"

#include <algorithm>
#include <cassert>

namespace acta {
namespace {

int Compare(const RowRef& a, const RowRef& b, size_t n) {
  const Cell &left = a.cells[n], &right = b.cells[n];
  if (left.type == Cell::Type::kInteger && right.type == Cell::Type::kInteger)
    return left.integer < right.integer ? -1 : left.integer > right.integer;
  if (left.type == Cell::Type::kText && right.type == Cell::Type::kText)
    return a.set->text(left).compare(b.set->text(right));
  return left.type < right.type ? -1 : left.type > right.type;
}

}  // namespace

bool IsBefore(const RowRef& a, const RowRef& b) {
  for (size_t n = 0; n < std::min(a.width, b.width); ++n) {
    if (const int order = Compare(a, b, n)) return order < 0;
  }
  return a.width < b.width;
}

size_t RowSet::TableOf(std::string_view kind, std::string_view part) {
  auto is_it = [&](const TableRows& table) { return table.kind == kind && table.part == part; };
  if (last_ < tables_.size() && is_it(tables_[last_])) return last_;
  size_t table = 0;
  while (table < tables_.size() && !is_it(tables_[table])) ++table;
  if (table == tables_.size()) tables_.push_back({kind, part, {}, {}});
  return table;
}

RowSet::Row RowSet::Add(std::string_view kind, std::string_view part) {
  last_ = TableOf(kind, part);
  return Row(*this, last_);
}

size_t RowSet::bytes() const {
  size_t bytes = text_.capacity();
  for (const TableRows& table : tables_) bytes += table.cells.capacity() * sizeof(Cell);
  return bytes;
}

void RowSet::Sort() {
  std::vector<RowRef> rows;
  for (TableRows& table : tables_) {
    const size_t width = table.columns.size();
    rows.clear();
    for (size_t at = 0; at < table.cells.size(); at += width) rows.push_back({this, &table.cells[at], width});
    if (std::is_sorted(rows.begin(), rows.end())) continue;
    std::sort(rows.begin(), rows.end());
    std::vector<Cell> cells;
    cells.reserve(table.cells.size());
    for (const RowRef& row : rows) cells.insert(cells.end(), row.cells, row.cells + width);
    table.cells = std::move(cells);
  }
}

RowSet::Row::Row(RowSet& rows, size_t table)
    : rows_(rows), table_(table), first_(rows.tables_[table].cells.empty()) {}

Cell& RowSet::Row::Next(std::string_view column) {
  TableRows& table = rows_.tables_[table_];
  if (first_) table.columns.push_back(column);
  assert(column_ < table.columns.size() && table.columns[column_] == column);
  ++column_;
  return table.cells.emplace_back();
}

RowSet::Row& RowSet::Row::Set(std::string_view column, int64_t value) {
  Cell& cell = Next(column);
  cell.type = Cell::Type::kInteger;
  cell.integer = value;
  return *this;
}

RowSet::Row& RowSet::Row::Set(std::string_view column, double value) {
  Cell& cell = Next(column);
  cell.type = Cell::Type::kReal;
  cell.real = value;
  return *this;
}

RowSet::Row& RowSet::Row::Set(std::string_view column, std::string_view value) {
  Cell& cell = Next(column);
  cell.type = Cell::Type::kText;
  cell.size = static_cast<uint32_t>(value.size());
  cell.begin = rows_.text_.size();
  rows_.text_ += value;
  return *this;
}

RowSet::Row& RowSet::Row::SetNull(std::string_view column) {
  Next(column);
  return *this;
}

}  // namespace acta
