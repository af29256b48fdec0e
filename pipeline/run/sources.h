// The arguments of a run, files, folders, URLs and "-" (standard input) in any mixture, as one source of pages.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/fetch/page_source.h"

namespace acta {

bool IsUrl(std::string_view argument);  // "http://…" or "https://…", in any case

// Pages in the order of the arguments (those of neighbouring URLs as they arrive). The fetcher is made for
// the first URL; when its options make no sense, every URL comes back with that error.
std::unique_ptr<PageSource> OpenSources(const std::vector<std::string>& arguments,
                                        const FetchOptions& options, size_t feed_limit = 0);

}  // namespace acta
