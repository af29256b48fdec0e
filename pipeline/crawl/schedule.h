// When a URL is asked again: feeds adapt to how often they change, pages are asked once. Pure: time is a
// parameter.
//
//   Plan plan = NextVisit({.kind = UrlKind::kFeed, .interval_s = 3600}, visit, now);
//   // changed: 2880 s from now · unchanged: 5400 s · failed: 3600 s, doubled with each failure in a row
//
// "Changed" is judged by the links that a feed names, not by its headers or bytes, which often change or lie.
#pragma once

#include <cstdint>
#include <string>

namespace acta {

// What a URL is to the crawl. A feed is anything that names pages: RSS … sitemaps, and listing pages without
// a feed.
enum class UrlKind : uint8_t { kFeed, kPage };

struct ScheduleLimits {
  int64_t first_interval_s = 3600;
  int64_t min_interval_s = 900;
  int64_t max_interval_s = 7 * 86400;
  double shrink = 0.8;          // after a change
  double grow = 1.5;            // after none
  int page_attempts = 3;        // a page that failed so often is given up
  int64_t page_retry_s = 3600;  // doubled with each failure
};

struct UrlState {
  UrlKind kind = UrlKind::kPage;
  int64_t interval_s = 0;  // 0: not asked before
  int failures = 0;        // in a row
};

struct VisitResult {
  std::string error = {};     // kind of Error (fetcher.h), "" for a success
  bool changed = false;       // of a feed: other links than last time
  int64_t retry_after_s = 0;  // as the server or the fetcher asked; 0: not
  int64_t fresh_for_s = 0;    // Cache-Control: max-age of a feed; 0: not stated
};

struct Plan {
  int64_t next_at = 0;  // seconds since 1970; kNever when there is nothing more to ask
  int64_t interval_s = 0;
  int failures = 0;

  static constexpr int64_t kNever = INT64_MAX;
};

Plan NextVisit(const UrlState& state, const VisitResult& visit, int64_t now,
               const ScheduleLimits& limits = {});

// Will asking again ever help? Not for a page that is gone, forbidden, or no page.
bool IsFinalError(const std::string& kind);

// Seconds of "max-age=…" in a Cache-Control value, at most a day; 0 when it states none or forbids storing.
int64_t MaxAgeSeconds(const std::string& cache_control);

}  // namespace acta
