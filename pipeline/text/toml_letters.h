// Settings, sources and rules are TOML, read by toml++. Its version 3.3 has no defined behaviour for letters beyond
// ASCII where a space could stand; TOML 1.0 has such letters nowhere but in quotes and comments. So they are looked
// for first:
//
//   if (auto at = LetterOutsideQuotes(text)) return Wrong(at->line, at->column, kLetterOutsideQuotes);
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/text/result.h"

namespace acta {

struct TextPosition {
  int line, column;  // from 1; columns count bytes
};

inline constexpr const char* kLetterOutsideQuotes = "a character that is not ASCII stands outside of quotes";

// The first byte beyond ASCII outside of quotes and comments; a byte order mark at the beginning is none. One pass.
std::optional<TextPosition> LetterOutsideQuotes(std::string_view toml);

// The same as the error that settings and sources give: "config", "FILE:LINE:COLUMN: a character …".
Result<void> RequireLettersInQuotes(std::string_view toml, const std::string& file);

}  // namespace acta
