// Where pages come from: the web, saved files, or memory. The stages after it cannot tell them apart.
//
//   std::unique_ptr<PageSource> source = FileSource({"saved/", "page.html"});
//   while (std::optional<SourcedPage> next = source->Next(stop)) {
//     if (next->page) Clean(*next->page); else Count(next->page.error());
//   }
//
// Every input gives at least one SourcedPage: a page, or the reason why there is none. Sources are pulled by
// one thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "pipeline/fetch/feed.h"
#include "pipeline/fetch/fetcher.h"
#include "pipeline/text/page.h"
#include "pipeline/text/result.h"

namespace acta {

struct SourcedPage {
  std::string input;   // the argument it came from: a path, a page URL, a feed URL
  std::string source;  // the page itself: its path or URL
  Result<Page> page = Page();
  std::optional<FeedLink> link = {};  // what the feed said of it, when it came from one
  std::string ticket = {};            // for PageSource::Done; empty when nobody waits for it
};

class PageSource {
 public:
  virtual ~PageSource() = default;

  // The next page, or nullopt when there are no more. After `stop` is requested, returns quickly.
  virtual std::optional<SourcedPage> Next(std::stop_token stop = {}) = 0;

  // Says that the page with this ticket is safely stored, so that it need not be asked again. May be called
  // from another thread than Next().
  virtual void Done(const std::string& ticket) { (void)ticket; }

  // What was seen and is no input: lines for the end of a run.
  virtual std::vector<std::string> Notes() const { return {}; }
};

// Pages given in memory, in order: the fake of tests.
std::unique_ptr<PageSource> MemorySource(std::vector<SourcedPage> pages);

// Files, and all files in folders (recursively, names sorted, hidden ones left out). A sidecar "NAME.json"
// beside NAME (written by SavePage) gives URL, headers and time, and is not itself a page. One file is in
// memory at a time. Errors: "not_found", "unreadable", "empty_folder" (no page in it), "too_large" (over
// `max_bytes`), "bad_sidecar".
std::unique_ptr<PageSource> FileSource(std::vector<std::string> paths, size_t max_bytes = 64 << 20);

// The files below a folder for which `wanted` is true, sorted, hidden ones and links to folders left out. Fails with
// "unreadable".
Result<std::vector<std::string>> FilesBelow(const std::string& folder,
                                            const std::function<bool(const std::string& path)>& wanted);

// Whether FileSource takes this file of a folder for a page: by its name (html, htm, xhtml, shtml, txt, php, aspx, asp,
// jsp, or no ending), or by its sidecar.
bool IsPageFile(const std::string& path);

// Whether it is the sidecar of a file beside it.
bool IsSidecar(const std::string& path);

// Page URLs and feed URLs: what looks like a feed is read, and its pages are fetched in their turn (an index
// of sitemaps one level deep); `limit` > 0 takes only the first pages of each feed. The feed itself is not a
// page. Errors as in fetcher.h and feed.h, "empty_feed", "nested_feed"; the input of a page that a feed named
// is the feed's URL.
std::unique_ptr<PageSource> WebSource(std::unique_ptr<Fetcher> fetcher, std::vector<std::string> urls,
                                      size_t limit = 0);

// Writes the page's bytes to a file in `folder` (made if need be) and its URL, status, headers and time to a
// sidecar beside it; returns the path of the file. The name comes from the URL's host and a hash, never from
// the page: the same URL, the same file. Fails with kind "unwritable".
Result<std::string> SavePage(const Page& page, const std::string& folder);

}  // namespace acta
