// Answers as data: what queries return and writers print.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace acta {

// A value of a row: not known, a text, a whole number, or a list of texts.
using RowCell = std::variant<std::monostate, std::string, int64_t, std::vector<std::string>>;

struct RowColumn {
  std::string_view name;
  std::string_view doc;
  bool for_programs = false;  // in json, jsonl and csv only: ids and offsets
};

struct Rows {
  std::vector<RowColumn> columns;
  std::vector<std::vector<RowCell>> rows;  // each as long as `columns`
};

}  // namespace acta
