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

 private:
  size_t TableOf(std::string_view kind, std::string_view part);  // is made when there is none

  std::vector<TableRows> tables_;
  size_t last_ = 0;  // the table that a row was added to: mostly the next one, too
  std::string text_;
};

}  // namespace acta
