// Answers as data: what queries return and writers print.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace acta {

// A value of a row: not known, a text, a number, or a list of texts.
using RowCell = std::variant<std::monostate, std::string, int64_t, double, std::vector<std::string>>;

// Where a column is shown. Data formats (json, jsonl, csv) have all of them.
enum class Shown {
  kAlways,
  kWide,      // in a table of 120 columns or more, in markdown, and where every value has room
  kWhole,     // where every value has room: list, and the data formats
  kPrograms,  // the data formats only: ids and offsets
};

struct RowColumn {
  std::string_view name;
  std::string_view doc;
  Shown where = Shown::kAlways;
  int weight = 1;  // how much of a narrow table it takes, beside the others
};

struct Rows {
  std::vector<RowColumn> columns;
  std::vector<std::vector<RowCell>> rows;  // each as long as `columns`
  bool more = false;                       // there are rows after the last one, left out by the limit
};

}  // namespace acta
