#include "pipeline/text/toml_letters.h"

#include <fmt/format.h>

#include <algorithm>

namespace acta {
namespace {

// The end of the string that opens at `at` with its quotes; an unclosed one ends with its line, or with the text.
size_t EndOfString(std::string_view toml, size_t at) {
  const char quote = toml[at];
  const bool is_basic = quote == '"';
  const bool is_long = toml.substr(at).starts_with(is_basic ? "\"\"\"" : "'''");
  for (at += is_long ? 3 : 1; at < toml.size(); ++at) {
    if (is_basic && toml[at] == '\\') {
      ++at;
    } else if (!is_long && (toml[at] == quote || toml[at] == '\n')) {
      return at + 1;
    } else if (is_long && toml.substr(at).starts_with(is_basic ? "\"\"\"" : "'''")) {
      return std::min(toml.find_first_not_of(quote, at), toml.size());
    }
  }
  return toml.size();
}

TextPosition PositionOf(std::string_view text, size_t at) {
  const std::string_view before = text.substr(0, at);
  return {1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
          static_cast<int>(at - (before.rfind('\n') + 1)) + 1};
}

}  // namespace

std::optional<TextPosition> LetterOutsideQuotes(std::string_view toml) {
  for (size_t at = toml.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < toml.size();) {
    if (toml[at] == '"' || toml[at] == '\'') {
      at = EndOfString(toml, at);
    } else if (toml[at] == '#') {
      at = std::min(toml.find('\n', at), toml.size());
    } else if (static_cast<unsigned char>(toml[at]) >= 0x80) {
      return PositionOf(toml, at);
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

Result<void> RequireLettersInQuotes(std::string_view toml, const std::string& file) {
  const auto at = LetterOutsideQuotes(toml);
  if (!at) return {};
  return Fail("config", fmt::format("{}:{}:{}: {}", file, at->line, at->column, kLetterOutsideQuotes));
}

}  // namespace acta
