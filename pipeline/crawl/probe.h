// Looks at a site before it is followed: what its URL is, and which feeds it has. For "sources add" and
// "sources check".
//
//   for (const ProbedSource& found : Probe(fetcher, "https://province.example/")) Show(found);
//
// A feed or sitemap is reported as itself. A web page is reported as the feeds that it declares, links to, or
// hides where sites usually have them (discover.h), or that robots.txt
// names as sitemaps — each is fetched and read, at most `max_feeds` of them —
// and, with its links to stories, as a listing. Costs as many requests, at the fetcher's pace.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "pipeline/crawl/sources.h"
#include "pipeline/fetch/fetcher.h"

namespace acta {

struct ProbedSource {
  std::string url;                      // final, after redirects
  SourceKind kind = SourceKind::kFeed;  // kFeed, kSitemap or kListing
  std::string title;                    // of the feed, or how the page calls it
  std::string form;                     // "rss", "atom", …; "html" for a listing
  size_t links = 0;
  std::string newest;  // the latest date that a link states, "" when none does
  bool repaired = false;
  int64_t delay_ms = 0;  // the pace its host will get
};

// The best first: declared feeds, linked ones, guesses, the listing. Fails with the error of the URL itself;
// failures of its feeds only leave them out.
Result<std::vector<ProbedSource>> Probe(Fetcher& fetcher, const std::string& url, std::stop_token stop = {},
                                        size_t max_feeds = 12);

}  // namespace acta
