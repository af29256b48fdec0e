// The frontier: every URL that the crawl knows, and when each is to be asked next. It outlives the program.
//
//   Result<std::unique_ptr<Frontier>> frontier = OpenFrontier("acta.db");
//   (*frontier)->Discover({{"https://news.example.org/rss", "news", UrlKind::kFeed}}, now);
//   Result<std::vector<KnownUrl>> due = (*frontier)->Due(now, 100);
//   (*frontier)->Record(known.key, visit);
//
// A URL is known by its IdentityKey (url.h); whatever names it again changes nothing. Record() is the only
// step that makes a URL not due, and it is one transaction: a program killed before it asks the URL again on
// its next run, which the store takes as the repetition it is.
//
// Errors have kind "frontier" and say what SQLite says. One thread at a time.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/crawl/schedule.h"
#include "pipeline/fetch/feed.h"
#include "pipeline/fetch/robots_memory.h"
#include "pipeline/text/result.h"

namespace acta {

struct Discovery {
  std::string url;
  std::string source;  // the name of the source in sources.toml
  UrlKind kind = UrlKind::kPage;
  FeedLink link = {};  // what the feed said of a page
};

struct KnownUrl {
  std::string key;  // IdentityKey
  std::string url;
  std::string source;
  UrlKind kind = UrlKind::kPage;
  FeedLink link;
  UrlState state;
  std::string etag, last_modified;  // of the last copy
  std::string signature;            // of a feed: hash of its links
};

// What is kept of a visit.
struct VisitRecord {
  int64_t at = 0;  // seconds since 1970
  int status = 0;  // HTTP, 0 without an answer
  std::string error;
  std::string etag, last_modified;  // of this answer
  std::string signature;            // empty: as before
  Plan plan;
};

// Times are seconds since 1970; 0: never.
struct SourceStatus {
  int64_t known = 0;         // = due + later + done + given_up
  int64_t due = 0;           // now
  int64_t later = 0;         // feeds between visits, and what failed and waits for another attempt
  int64_t done = 0;          // pages that are stored
  int64_t given_up = 0;      // failed for good
  int64_t last_success = 0;  // of its feeds
  int64_t next_visit = 0;    // of its feeds, as planned
  std::string error;         // kind of error of the feeds' last visit, "" when that went well
};

struct HostStatus {
  int64_t due = 0;            // URLs
  int64_t asked_at = 0;       // about when it was last asked
  int64_t delay_ms = 0;       // its pace then
  int64_t blocked_until = 0;  // it asked for rest; 0 when that is over
};

struct FrontierStatus {
  std::map<std::string, SourceStatus> sources;
  std::map<std::string, int64_t> errors;  // URLs by the kind of their last error
  std::map<std::string, HostStatus> hosts;
};

// The pace of a host, so that a new run, also after a kill, keeps the distance to the last one.
struct HostPace {
  std::string host;
  int64_t asked_at = 0;  // about when it was last asked, seconds since 1970
  int64_t delay_ms = 0;
};

// Also keeps what robots.txt said, for its day (robots_memory.h).
class Frontier : public RobotsMemory {
 public:
  // Adds what is not known yet, due at once; returns how many that were. URLs that are none are passed over.
  virtual Result<int> Discover(const std::vector<Discovery>& found, int64_t now) = 0;

  // URLs of these sources (all, when none is named) that are due at `now`: feeds before pages, the longest
  // waiting first; at most `limit`.
  virtual Result<std::vector<KnownUrl>> Due(int64_t now, size_t limit,
                                            const std::vector<std::string>& sources = {}) = 0;

  virtual Result<bool> Knows(const std::string& key) = 0;

  // When the next URL is due, blocked hosts not counted; Plan::kNever when none will ever be.
  virtual Result<int64_t> NextDue(const std::vector<std::string>& sources = {}) = 0;

  virtual Result<bool> Record(const std::string& key, const VisitRecord& visit) = 0;

  // Makes a host wait for all later runs as well; Due() leaves out its URLs until then.
  virtual Result<bool> BlockHost(const std::string& host, int64_t until) = 0;

  virtual Result<bool> NotePace(const HostPace& pace) = 0;
  virtual Result<std::vector<HostPace>> Paces(int64_t asked_since) = 0;

  virtual Result<FrontierStatus> Status(int64_t now) = 0;
};

// In the SQLite file `path` (made if need be; ":memory:" for none), in tables of its own, whose names begin
// with "frontier_". May be the file of the store, when the store has made it.
Result<std::unique_ptr<Frontier>> OpenFrontier(const std::string& path);

// The same for reading, while a crawl writes. Fails with "no_frontier" when there is none in the file, with
// "db_missing" when there is no file.
Result<std::unique_ptr<Frontier>> OpenFrontierForReading(const std::string& path);

}  // namespace acta
