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
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/query/rows.h"
#include "pipeline/text/result.h"

namespace acta {

enum class RowFormat { kTable, kList, kJson, kJsonl, kCsv, kMarkdown };

inline constexpr std::string_view kRowFormatNames[] = {"table", "list", "json", "jsonl", "csv", "markdown"};

std::optional<RowFormat> ParseRowFormat(std::string_view name);

struct WriteOptions {
  size_t width = 0;  // columns of the terminal; 0 = not a terminal, nothing is cut
  bool raw = false;  // CSV exactly as stored: for programs, not for spreadsheets
  bool mark =
      false;  // CSV begins with a byte order mark, without which spreadsheets take UTF-8 for a local code page
};

// A terminal of fewer columns has no room for those of Shown::kWide.
inline constexpr size_t kWideTable = 120;

// kTable: one line a row, columns lined up; when the terminal is too narrow, columns are cut by their weight, the lightest
// first, and those of Shown::kWide are left out.
// kList: a block a row, a line a field, long values wrapped to the terminal (100 columns without one).
// kJson: an array of objects. kJsonl: an object a line. Lists are arrays, unknown values null.
// kCsv: RFC 4180 with a header, lists joined by "; "; a cell that begins with = + - @ tab or return gets
// an apostrophe before it unless `raw`.
void WriteRows(const Rows& rows, RowFormat format, const WriteOptions& options, std::ostream& out);

// The columns that a table of that width leaves out of those that it has where there is room, in their order.
std::vector<std::string_view> LeftOut(const Rows& rows, size_t width);

// Takes of the rows these columns, in this order, shown in every format. Fails with "usage" where one is not there.
Result<void> TakeColumns(Rows& rows, const std::vector<std::string>& names);

}  // namespace acta
