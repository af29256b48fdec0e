#include "pipeline/resolve/table.h"

#include <algorithm>
#include <fstream>

#include "pipeline/resolve/letters.h"

namespace acta {
namespace {

std::vector<std::string> Cells(const std::string& line) {
  std::vector<std::string> cells;
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find('\t', begin), line.size());
    cells.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

}  // namespace

Result<void> ReadTable(const std::string& path, size_t columns,
                       const std::function<std::string(const std::vector<std::string>&)>& each) {
  std::ifstream in(path);
  if (!in) return Fail("config", path + ": cannot be read");
  std::string line;
  bool header = true;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    if (std::exchange(header, false)) continue;
    const std::vector<std::string> row = Cells(line);
    const std::string wrong =
        row.size() == columns ? each(row)
                              : std::to_string(row.size()) + " columns instead of " + std::to_string(columns);
    if (!wrong.empty()) {
      return Fail("rules", path + ":" + std::to_string(number) + ": " + wrong + "\n" + line);
    }
  }
  return {};
}

std::vector<std::string> Variants(const std::string& cell) {
  return cell == "-" ? std::vector<std::string>() : Split(cell, '|');
}

}  // namespace acta
