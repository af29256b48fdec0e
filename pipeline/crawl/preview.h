// What a crawl would do now, without doing it: for "--dry-run".
//
//   for (const PlannedFetch& planned : *PreviewCrawl(fetcher, frontier, sources, {}, now)) Show(planned);
//
// Asks the robots.txt of each host that is not known from a run of this day, at the fetcher's pace, and nothing else;
// changes nothing. What the feeds will name is not known yet: a first run shows the sources alone.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "pipeline/crawl/frontier.h"
#include "pipeline/crawl/sources.h"
#include "pipeline/fetch/fetcher.h"

namespace acta {

struct PlannedFetch {
  std::string source;  // its name
  std::string url;
  UrlKind kind = UrlKind::kPage;
  Error refused;             // why it would not be fetched; kind "" when it would be
  int64_t delay_ms = 0;      // between requests to its host
  bool conditional = false;  // asks whether it changed since the last visit
};

struct PreviewOptions {
  size_t limit = 100;  // URLs; 0: all
};

// In the order in which the crawl would take them: feeds first, the longest waiting first. `frontier` may be
// null: nothing was crawled yet. Fails with the errors of the frontier.
Result<std::vector<PlannedFetch>> PreviewCrawl(Fetcher& fetcher, Frontier* frontier,
                                               const std::vector<Source>& sources,
                                               const PreviewOptions& options, Clock& clock,
                                               std::stop_token stop = {});

}  // namespace acta
