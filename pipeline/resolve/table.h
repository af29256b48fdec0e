// The tables of pipeline/resolve/data: tab-separated rows, `#` opens a comment, the first row names the columns.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pipeline/text/result.h"

namespace acta {

// Calls `each` with the cells of every row below the first; `each` returns what is wrong with it, or "". Fails with
// "rules" and the line when a row has another number of cells, when `each` objects, or when there is no file.
Result<void> ReadTable(const std::string& path, size_t columns,
                       const std::function<std::string(const std::vector<std::string>&)>& each);

// The parts of a cell between `|`; "-" is an empty cell.
std::vector<std::string> Variants(const std::string& cell);

}  // namespace acta
