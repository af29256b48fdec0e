// The arguments of a run as one source of pages: files, folders, WARC files, extracted records, URLs, and "-"
// (standard input), in any mixture.
//
//   auto source = OpenSources({"saved/", "crawl.warc.gz", "https://example.org/rss.xml"}, {.fetch = options});
//
// | argument | gives |
// | --- | --- |
// | http://…, https://… | the page, or the pages that the feed names |
// | a WARC file, compressed or not (by its first bytes) | its pages (pipeline/archive/warc_source.h) |
// | *.jsonl | a page for each line: what `acta extract` printed (line_source.h) |
// | a folder | the pages below it, then those of the WARC files below it |
// | any other file | that page, HTML or plain text |
// | - | standard input: a page, or a list of arguments, one a line |
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/fetch/page_source.h"
#include "pipeline/run/line_source.h"

namespace acta {

class WarcWriter;

struct SourceOptions {
  FetchOptions fetch{};
  size_t feed_limit = 0;          // > 0: only the first pages of each feed
  WarcWriter* archive = nullptr;  // keeps what is fetched; must outlive the source
  bool list_on_stdin = false;     // "-" is a list: empty lines and those that begin with '#' are left out
  LineOrder lines = LineOrder::kOfFile;
};

// The arguments that standard input lists, one a line; empty lines and those that begin with '#' are left out. Fails with
// "empty" or "too_large".
Result<std::vector<std::string>> ListOnStandardInput();

// "scheme://…", whatever the scheme: the fetcher says which it does not fetch.
bool IsUrl(std::string_view argument);

// Pages in the order of the arguments (those of neighbouring URLs as they arrive). The fetcher is made for
// the first URL; when its options make no sense, every URL comes back with that error.
std::unique_ptr<PageSource> OpenSources(const std::vector<std::string>& arguments,
                                        const SourceOptions& options = {});

}  // namespace acta
