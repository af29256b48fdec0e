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

// Empty lines are left out. Errors "not_found", "unreadable", "empty_file", "too_large" (a line of more than
// 64 MiB; ends the file); the source of a line that has none is "FILE:LINE". One line is in memory at a time.
std::unique_ptr<PageSource> LineSource(const std::string& path);

}  // namespace acta
