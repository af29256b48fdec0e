// Rows on their way to the file. They are made of an article on any thread, wait in memory for those of other articles,
// and are written together (row_writer.h), each table in the order of its keys.
//
//   RowSet rows;
//   rows.Add("official").Set("record", key).Set("name", "Hồ Văn Mừng");
//   rows.Add("official", "posts").Set("record", key).Set("n", 0).SetNull("role");     // table official_posts
//
// The rows of a table name the same columns in the same order. Names of tables and columns must be literals; texts are
// copied. Not safe to share while rows are added.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace acta {

// A value of a row. A text lies in RowSet::text.
struct Cell {
  enum class Type : uint8_t { kNull, kInteger, kReal, kText };
  Type type = Type::kNull;
  uint32_t size = 0;  // of a text, in bytes
  union {
    int64_t integer = 0;
    double real;
    uint64_t begin;  // of a text
  };
};

// The rows of one table: columns.size() cells each, one row after another.
struct TableRows {
  std::string_view kind, part;  // the table is `kind`, or `kind`_`part`
  std::vector<std::string_view> columns;
  std::vector<Cell> cells;
};

class RowSet {
 public:
  class Row {
   public:
    Row& Set(std::string_view column, int64_t value);
    Row& Set(std::string_view column, double value);
    Row& Set(std::string_view column, std::string_view value);
    Row& SetNull(std::string_view column);
    // A text that is null when it is empty.
    Row& SetOrNull(std::string_view column, std::string_view value) {
      return value.empty() ? SetNull(column) : Set(column, value);
    }

   private:
    friend class RowSet;
    Row(RowSet& rows, size_t table);
    Cell& Next(std::string_view column);

    RowSet& rows_;
    size_t table_;
    size_t column_ = 0;
    bool first_;  // of its table: it says what the columns are
  };

  Row Add(std::string_view kind, std::string_view part = {});

  const std::vector<TableRows>& tables() const { return tables_; }
  std::string_view text(const Cell& cell) const {
    return std::string_view(text_).substr(cell.begin, cell.size);
  }
  size_t bytes() const;  // of memory, about

  // Puts the rows of each table in the order in which they are written.
  void Sort();

 private:
  size_t TableOf(std::string_view kind, std::string_view part);  // is made when there is none

  std::vector<TableRows> tables_;
  size_t last_ = 0;  // the table that a row was added to: mostly the next one, too
  std::string text_;
};

// One row: `width` cells, one at least, whose texts lie in `set`.
struct RowRef {
  const RowSet* set = nullptr;
  const Cell* cells = nullptr;
  size_t width = 0;
};

// By their cells from the left to the right: null, numbers, texts by their bytes, as SQLite has them.
bool IsBefore(const RowRef& a, const RowRef& b);

// Most rows begin with the key of a record, and few have the same one.
inline bool operator<(const RowRef& a, const RowRef& b) {
  const Cell &left = *a.cells, &right = *b.cells;
  if (left.type == Cell::Type::kInteger && right.type == Cell::Type::kInteger &&
      left.integer != right.integer)
    return left.integer < right.integer;
  return IsBefore(a, b);
}

}  // namespace acta
