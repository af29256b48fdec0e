#include "extractors/engine/rule_error.h"

#include <fmt/format.h>

#include <algorithm>

namespace acta {
namespace {

// Blanks up to `column`, tabs where the line has tabs, so that the caret stands under its character.
std::string Indent(const std::string& source, int column) {
  std::string out;
  for (char c : source) {
    if (static_cast<int>(out.size()) + 1 >= column) return out;
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) out += c == '\t' ? '\t' : ' ';
  }
  if (static_cast<int>(out.size()) + 1 < column)
    out.append(static_cast<size_t>(column) - 1 - out.size(), ' ');
  return out;
}

}  // namespace

Error RuleError(const std::string& file, int line, int column, const std::string& message,
                const std::string& source) {
  std::string out = fmt::format("{}:{}:{}: {}", file, line, column, message);
  if (!source.empty()) out += "\n" + source + "\n" + Indent(source, column) + "^";
  return Error{"rule", std::move(out)};
}

int EditDistance(std::string_view a, std::string_view b) {
  std::vector<int> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (size_t j = 1; j <= b.size(); ++j) {
      int above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace acta
