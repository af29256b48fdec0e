// Files of extracted records (the lines of `acta extract`) as a source: a page for each line, which the line of
// stages takes as read (read_page.h). So records that were extracted elsewhere are stored like those of a page.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "pipeline/fetch/page_source.h"

namespace acta {

// The Content-Type under which a line of `acta extract` travels as a Page.
inline constexpr std::string_view kExtractedLine = "application/vnd.acta.extract+json";

enum class LineOrder {
  kOfFile,
  // The order of the keys that their articles have in the store, which is then written from one end to the other and
  // not all over for each batch. Lines of one source or one page keep their order; lines that are none come first.
  // The file is read twice; what is no regular file is read once, as it comes.
  kOfKeys,
};

// Empty lines are left out. Errors "not_found", "unreadable", "empty_file", "too_large" (a line of more than
// 64 MiB; ends the file); the source of a line that has none is "FILE:LINE". One line is in memory at a time, and of
// kOfKeys some 200 bytes of each.
std::unique_ptr<PageSource> LineSource(const std::string& path, LineOrder order = LineOrder::kOfFile);

}  // namespace acta
