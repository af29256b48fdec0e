// Rows as text: for eyes (table, list), for programs (json, jsonl, csv), for documents (markdown).
//
//   WriteRows(rows, RowFormat::kTable, {.width = 120}, std::cout);
//
// What was crawled is harmless in all of them: no escape code reaches a terminal, no cell of a CSV is a
// formula to a spreadsheet, no bar breaks a markdown table.
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string_view>

#include "pipeline/query/rows.h"

namespace acta {

enum class RowFormat { kTable, kList, kJson, kJsonl, kCsv, kMarkdown };

inline constexpr std::string_view kRowFormatNames[] = {"table", "list", "json", "jsonl", "csv", "markdown"};

std::optional<RowFormat> ParseRowFormat(std::string_view name);

struct WriteOptions {
  size_t width = 0;  // columns of the terminal; 0 = not a terminal, nothing is cut
  bool raw = false;  // CSV exactly as stored: for programs, not for spreadsheets
};

// kTable: one line a row, columns lined up, the widest cut first when the terminal is too narrow.
// kList: a block a row, a line a field, long values wrapped to the terminal (100 columns without one).
// kJson: an array of objects. kJsonl: an object a line. Lists are arrays, unknown values null.
// kCsv: RFC 4180 with a header, lists joined by "; "; a cell that begins with = + - @ tab or return gets
// an apostrophe before it unless `raw`.
void WriteRows(const Rows& rows, RowFormat format, const WriteOptions& options, std::ostream& out);

}  // namespace acta
