// How wide a text is on a terminal, and what of it may go there at all.
#pragma once

#include <string>
#include <string_view>

namespace acta {

// Columns that `text` takes: wide and fullwidth East Asian characters two (Unicode Standard Annex 11),
// combining marks and format characters none, all others one.
size_t DisplayWidth(std::string_view text);

// The longest beginning of `text` that fits `columns`, "…" in the last one if anything was cut. Never cuts
// between a letter and its marks.
std::string FitWidth(std::string_view text, size_t columns);

// One line that no terminal obeys: white space becomes blanks, control characters (and with them escape
// codes) and bytes that are not UTF-8 become U+FFFD, invisible format characters and those that turn the
// writing direction are left out.
std::string Harmless(std::string_view text);

}  // namespace acta
