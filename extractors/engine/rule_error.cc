#include "extractors/engine/rule_error.h"

#include <fmt/format.h>

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

}  // namespace acta
