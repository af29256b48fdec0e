// The crawl: follows the sources, remembers in the frontier, gives the pages that are new. A PageSource like
// any other.
//
//   auto crawl = Crawl::Create(std::move(fetcher), std::move(frontier), sources, {}, clock);
//   while (std::optional<SourcedPage> next = (*crawl)->Next(stop)) {
//     … store *next->page …
//     (*crawl)->Done(next->ticket);
//   }
//   Print((*crawl)->report());
//
// A source is asked when it is due; what it names goes into the frontier and is fetched once. A source that
// is a web page gives way to the feeds it declares; without one its own links to stories count (discover.h).
// Feeds themselves are not given as pages; their failures are, so that nothing fails unseen.
//
// A page is asked again on the next run unless Done() said that it is stored, and so is a failure that nobody noted;
// one that was noted is asked again by the plan of schedule.h. So a crawl that is killed at any moment is continued by the next, and no page is lost.
//
// One thread calls Next(); Done() and report() may come from others.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <ostream>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/crawl/frontier.h"
#include "pipeline/crawl/sources.h"
#include "pipeline/fetch/page_source.h"

namespace acta {

// What one visit came to, for a log: the parts live as long as the call.
struct CrawlVisit {
  const KnownUrl& known;
  const FetchOutcome& outcome;
  const std::string& error;  // kind, "" for a success
  const Plan& plan;
};

struct CrawlOptions {
  ScheduleLimits schedule;
  size_t limit = 0;           // pages given in this run; 0: all
  std::string since;          // "2024-03-01": pages that a feed dates earlier are not fetched; "": all
  double max_error_rate = 1;  // ends the run when a larger share of (at least 20) URLs failed
  bool keep_running = false;  // waits for what is due later, until stopped
  size_t max_waiting = 200;   // URLs in the fetcher's hands at once
  std::function<void(const CrawlVisit&)> on_visit{};  // after each visit, on the thread of Next()
};

struct HostReport {
  int64_t fetched = 0, unchanged = 0, bytes = 0;
  std::map<std::string, int64_t> failed;  // by kind of error
};

struct CrawlReport {
  std::map<std::string, HostReport> hosts;
  int64_t discovered = 0;  // URLs that were new
  int64_t given = 0;       // pages
  bool too_many_errors = false;
  std::optional<Error> frontier_error;  // ended the run

  int64_t failures() const;
  int64_t successes() const;  // fetched or unchanged
  // Prometheus text exposition format 0.0.4.
  std::string AsMetrics() const;
};

class Crawl : public PageSource {
 public:
  // Enters the enabled sources into the frontier; what others once named there is left alone. `clock` must
  // outlive the crawl.
  static Result<std::unique_ptr<Crawl>> Create(std::unique_ptr<Fetcher> fetcher,
                                               std::unique_ptr<Frontier> frontier,
                                               const std::vector<Source>& sources, CrawlOptions options,
                                               Clock& clock);
  ~Crawl() override;

  std::optional<SourcedPage> Next(std::stop_token stop = {}) override;
  void Done(const std::string& ticket) override;

  // Notes what Done() said since the last Next(). To be called once no more pages are on their way.
  void Finish() { RecordDone(); }

  CrawlReport report() const;  // so far

 private:
  Crawl(std::unique_ptr<Fetcher> fetcher, std::unique_ptr<Frontier> frontier, CrawlOptions options,
        Clock& clock);

  int64_t Now() const { return clock_.NowMs() / 1000; }
  void Refill();
  void NotePace(const std::string& host, int64_t delay_ms);
  bool WaitForWork(std::stop_token stop);
  void RecordDone();
  std::optional<SourcedPage> Take(FetchOutcome outcome);
  ScheduleLimits LimitsOf(const std::string& source) const;
  Error VisitFeed(const KnownUrl& known, const FetchOutcome& outcome, VisitRecord& record,
                  VisitResult& visit);
  Result<Feed> ReadSource(const KnownUrl& known, const Page& page, UrlKind& links_are) const;
  void DiscoverLinks(const KnownUrl& known, const Feed& feed, UrlKind kind);
  void Count(const KnownUrl& known, const FetchOutcome& outcome, const std::string& error);
  void Fail(const Error& error);  // of the frontier

  std::unique_ptr<Fetcher> fetcher_;
  std::unique_ptr<Frontier> frontier_;
  CrawlOptions options_;
  Clock& clock_;
  std::unordered_map<std::string, int64_t> paces_;   // delay in ms of the hosts of this run and the last
  std::unordered_map<std::string, Source> sources_;  // by name
  std::vector<std::string> followed_;                // names of the enabled ones
  std::unordered_map<std::string, KnownUrl> asked_;  // by key: in the fetcher's hands
  std::unordered_map<std::string, VisitRecord> unstored_;  // by key: given, not yet Done
  std::mutex done_mutex_;
  std::vector<std::string> done_;  // guarded by done_mutex_
  mutable std::mutex report_mutex_;
  CrawlReport report_;  // written by Next() under report_mutex_
};

// The state of the sources as gauges, in the same format.
std::string FrontierMetrics(const FrontierStatus& status);

// The table of a crawl: what became of the URLs of each host.
void WriteHosts(const CrawlReport& report, std::ostream& out);

// The enabled sources as what a crawl enters first.
std::vector<Discovery> SourceUrls(const std::vector<Source>& sources);

// Makes the fetcher keep its distance to the requests of an earlier run, which may have been killed a moment
// ago with one on its way; returns the paces.
Result<std::vector<HostPace>> KeepPaces(Frontier& frontier, Fetcher& fetcher, const Clock& clock);

// `options` with the delays and TLS exceptions that the sources state for their hosts.
FetchOptions WithSources(FetchOptions options, const std::vector<Source>& sources);

}  // namespace acta
