#include "pipeline/crawl/crawl.h"

#include <openssl/sha.h>

#include <algorithm>
#include <condition_variable>
#include <utility>

#include "pipeline/crawl/discover.h"
#include "pipeline/fetch/url.h"

namespace acta {
namespace {

constexpr int64_t kPaceHoldsFor = 900;  // seconds; longer than any delay and deadline
constexpr int64_t kFirstPaceMs = 1000;  // of a host not asked yet
constexpr int64_t kErrorRateFrom = 20;  // outcomes before a rate means anything

std::string Host(std::string_view url) {
  Result<Url> parsed = ParseUrl(url);
  return parsed ? parsed->host : "";
}

// What a feed says, for the question whether it changed: its links in order, whatever else moves in it.
std::string Signature(const Feed& feed) {
  std::string links;
  for (const FeedLink& link : feed.links) links += link.url + '\n' + link.title + '\n';
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(links.data()), links.size(), digest);
  std::string hex;
  for (int i = 0; i < 16; ++i) {
    hex += "0123456789abcdef"[digest[i] >> 4];
    hex += "0123456789abcdef"[digest[i] & 15];
  }
  return hex;
}

}  // namespace

std::vector<Discovery> SourceUrls(const std::vector<Source>& sources) {
  std::vector<Discovery> urls;
  for (const Source& source : sources) {
    if (!source.enabled) continue;
    UrlKind kind = source.kind == SourceKind::kPage ? UrlKind::kPage : UrlKind::kFeed;
    urls.push_back({source.url, source.name, kind, {source.url, "", "", source.language}});
  }
  return urls;
}

Result<std::vector<HostPace>> KeepPaces(Frontier& frontier, Fetcher& fetcher, const Clock& clock) {
  Result<std::vector<HostPace>> paces = frontier.Paces(clock.NowMs() / 1000 - kPaceHoldsFor);
  if (!paces) return paces;
  for (const HostPace& pace : *paces) fetcher.LeaveAlone(pace.host, clock.NowMs() + pace.delay_ms);
  return paces;
}

FetchOptions WithSources(FetchOptions options, const std::vector<Source>& sources) {
  for (const Source& source : sources) {
    std::string host = Host(source.url);
    if (source.delay_ms > 0) {
      int64_t& delay = options.host_delays_ms[host];
      delay = std::max(delay, source.delay_ms);
    }
    if (source.tls_exception) options.tls_exceptions.push_back(host);
  }
  return options;
}

Crawl::Crawl(std::unique_ptr<Fetcher> fetcher, std::unique_ptr<Frontier> frontier, CrawlOptions options,
             Clock& clock)
    : fetcher_(std::move(fetcher)),
      frontier_(std::move(frontier)),
      options_(std::move(options)),
      clock_(clock) {}

Crawl::~Crawl() { RecordDone(); }

Result<std::unique_ptr<Crawl>> Crawl::Create(std::unique_ptr<Fetcher> fetcher,
                                             std::unique_ptr<Frontier> frontier,
                                             const std::vector<Source>& sources, CrawlOptions options,
                                             Clock& clock) {
  std::unique_ptr<Crawl> crawl(new Crawl(std::move(fetcher), std::move(frontier), std::move(options), clock));
  for (const Source& source : sources) {
    crawl->sources_[source.name] = source;
    if (source.enabled) crawl->followed_.push_back(source.name);
  }
  Result<int> entered = crawl->frontier_->Discover(SourceUrls(sources), crawl->Now());
  if (!entered) return tl::unexpected(entered.error());
  Result<std::vector<HostPace>> paces = KeepPaces(*crawl->frontier_, *crawl->fetcher_, clock);
  if (!paces) return tl::unexpected(paces.error());
  for (const HostPace& pace : *paces) crawl->paces_[pace.host] = pace.delay_ms;
  crawl->fetcher_->UseRobotsMemory(crawl->frontier_.get());
  return crawl;
}

void Crawl::Done(const std::string& ticket) {
  if (ticket.empty()) return;
  std::lock_guard lock(done_mutex_);
  done_.push_back(ticket);
}

void Crawl::RecordDone() {
  std::vector<std::string> done;
  {
    std::lock_guard lock(done_mutex_);
    done.swap(done_);
  }
  for (const std::string& key : done) {
    auto record = unstored_.extract(key);
    if (record.empty()) continue;
    if (Result<bool> kept = frontier_->Record(key, record.mapped()); !kept) Fail(kept.error());
  }
}

CrawlReport Crawl::report() const {
  std::lock_guard lock(report_mutex_);
  return report_;
}

void Crawl::Fail(const Error& error) {
  std::lock_guard lock(report_mutex_);
  if (!report_.frontier_error) report_.frontier_error = error;
}

// Hands due URLs to the fetcher. What is there already, or waits to be stored, is due in the frontier still.
void Crawl::Refill() {
  if (asked_.size() >= options_.max_waiting / 2 + 1) return;
  if (followed_.empty()) return;
  size_t held = asked_.size() + unstored_.size();
  Result<std::vector<KnownUrl>> due = frontier_->Due(Now(), options_.max_waiting + held, followed_);
  if (!due) return Fail(due.error());
  for (KnownUrl& known : *due) {
    if (asked_.size() >= options_.max_waiting) break;
    if (asked_.count(known.key) > 0 || unstored_.count(known.key) > 0) continue;
    std::string host = Host(known.url);
    if (paces_.count(host) == 0) NotePace(host, kFirstPaceMs);
    fetcher_->Add(
        {.url = known.url, .source = known.key, .etag = known.etag, .last_modified = known.last_modified});
    std::string key = known.key;
    asked_.emplace(std::move(key), std::move(known));
  }
}

void Crawl::NotePace(const std::string& host, int64_t delay_ms) {
  paces_[host] = delay_ms;
  if (Result<bool> noted = frontier_->NotePace({host, Now(), delay_ms}); !noted) Fail(noted.error());
}

std::optional<SourcedPage> Crawl::Next(std::stop_token stop) {
  while (true) {
    RecordDone();
    bool enough = options_.limit > 0 && report_.given >= static_cast<int64_t>(options_.limit);
    if (enough || report_.too_many_errors || report_.frontier_error) return std::nullopt;
    if (!stop.stop_requested()) Refill();
    if (fetcher_->pending() == 0 && !WaitForWork(stop)) return std::nullopt;
    std::optional<FetchOutcome> outcome = fetcher_->Next(stop);
    if (!outcome) continue;
    if (std::optional<SourcedPage> page = Take(std::move(*outcome))) return page;
  }
}

// True when there may be work now; false when the run is over.
bool Crawl::WaitForWork(std::stop_token stop) {
  if (!options_.keep_running || stop.stop_requested() || followed_.empty()) return false;
  Result<int64_t> due = frontier_->NextDue(followed_);
  if (!due) return Fail(due.error()), false;
  if (*due == Plan::kNever) return false;
  constexpr int64_t kSlice = 1000;  // Done() and the stop are looked at in between
  // What is due now and yet not to be fetched waits to be stored.
  clock_.WaitUntil(std::max(*due * 1000, clock_.NowMs() + kSlice), [&](int64_t ms) {
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any().wait_for(lock, stop, std::chrono::milliseconds(std::min(ms, kSlice)),
                                           [] { return false; });
  });
  return !stop.stop_requested();
}

std::optional<SourcedPage> Crawl::Take(FetchOutcome outcome) {
  KnownUrl known = std::move(asked_.extract(outcome.request.source).mapped());
  if (!outcome.page && outcome.page.error().kind == "cancelled") return std::nullopt;  // and is due still
  VisitRecord record;
  record.at = Now();
  VisitResult visit;
  visit.retry_after_s = outcome.retry_after_ms / 1000;
  Error error = outcome.page ? Error() : outcome.page.error();
  if (outcome.page) {
    record.status = outcome.page->status;
    record.etag = HeaderValue(outcome.page->headers, "etag");
    record.last_modified = HeaderValue(outcome.page->headers, "last-modified");
    if (known.kind == UrlKind::kFeed) error = VisitFeed(known, outcome, record, visit);
  }
  visit.error = record.error = error.kind;
  record.plan = NextVisit(known.state, visit, record.at, LimitsOf(known.source));
  Count(known, outcome, error.kind);
  if (options_.on_visit) options_.on_visit({known, outcome, error.kind, record.plan});
  if (outcome.attempts > 0) NotePace(Host(outcome.page ? outcome.page->url : known.url), outcome.delay_ms);
  if (!error.kind.empty() && outcome.retry_after_ms > 0) {
    Result<bool> blocked = frontier_->BlockHost(Host(known.url), record.at + visit.retry_after_s);
    if (!blocked) Fail(blocked.error());
  }
  bool new_page = error.kind.empty() && known.kind == UrlKind::kPage && outcome.page->status != 304;
  if (error.kind.empty() && !new_page) {
    if (Result<bool> kept = frontier_->Record(known.key, record); !kept) Fail(kept.error());
    return std::nullopt;
  }
  // Given on, a page or a failure: recorded when Done() says that the store has it, so that a kill loses neither.
  unstored_[known.key] = std::move(record);
  if (new_page) {
    std::lock_guard lock(report_mutex_);
    ++report_.given;
  }
  SourcedPage page{known.source, known.url, Page(), std::nullopt, known.key};
  if (known.kind == UrlKind::kPage) page.link = known.link;
  page.page = new_page ? std::move(outcome.page) : Result<Page>(tl::unexpected(std::move(error)));
  if (new_page) page.page->source = known.url;
  return page;
}

ScheduleLimits Crawl::LimitsOf(const std::string& source) const {
  ScheduleLimits limits = options_.schedule;
  const auto found = sources_.find(source);
  if (found != sources_.end() && found->second.every_s > 0) limits.first_interval_s = found->second.every_s;
  return limits;
}

// Reads what a source answered, enters its links; the error has no kind when all is well.
Error Crawl::VisitFeed(const KnownUrl& known, const FetchOutcome& outcome, VisitRecord& record,
                       VisitResult& visit) {
  const Page& page = *outcome.page;
  visit.fresh_for_s = MaxAgeSeconds(std::string(HeaderValue(page.headers, "cache-control")));
  if (page.status == 304) return {};
  UrlKind links_are = UrlKind::kPage;
  Result<Feed> feed = ReadSource(known, page, links_are);
  if (!feed) return feed.error();
  record.signature = Signature(*feed);
  visit.changed = record.signature != known.signature;
  if (visit.changed) DiscoverLinks(known, *feed, links_are);
  return {};
}

Result<Feed> Crawl::ReadSource(const KnownUrl& known, const Page& page, UrlKind& links_are) const {
  std::string_view type = HeaderValue(page.headers, "content-type");
  auto found = sources_.find(known.source);
  SourceKind kind = found == sources_.end() ? SourceKind::kAuto : found->second.kind;
  bool listing = kind == SourceKind::kListing;
  if (!listing && (kind != SourceKind::kAuto || LooksLikeFeed(page.bytes, type))) {
    Result<Feed> feed = ParseFeed(page.bytes, page.url, type);
    if (feed && feed->kind == FeedKind::kSitemapIndex) links_are = UrlKind::kFeed;
    return feed;
  }
  Feed feed;
  for (const FeedHint& hint : listing ? std::vector<FeedHint>() : FindFeeds(page.bytes, page.url)) {
    if (hint.reason == FeedHint::kDeclared) feed.links.push_back({hint.url, hint.title, "", ""});
  }
  if (!feed.links.empty()) {
    links_are = UrlKind::kFeed;
    return feed;
  }
  feed.links = ListedArticles(page.bytes, page.url);
  if (feed.links.empty()) {
    return tl::unexpected(Error{"bad_feed", "no feed, and no links to stories, at " + Printable(page.url)});
  }
  return feed;
}

void Crawl::DiscoverLinks(const KnownUrl& known, const Feed& feed, UrlKind kind) {
  std::vector<Discovery> found;
  for (const FeedLink& link : feed.links) {
    bool old = !link.published.empty() && link.published.substr(0, options_.since.size()) < options_.since;
    if (old) continue;
    found.push_back({link.url, known.source, kind, link});
    if (found.back().link.language.empty()) found.back().link.language = known.link.language;
  }
  Result<int> added = frontier_->Discover(found, Now());
  if (!added) return Fail(added.error());
  std::lock_guard lock(report_mutex_);
  report_.discovered += *added;
}

void Crawl::Count(const KnownUrl& known, const FetchOutcome& outcome, const std::string& error) {
  std::lock_guard lock(report_mutex_);
  HostReport& host = report_.hosts[Host(known.url)];
  if (!error.empty()) {
    ++host.failed[error];
  } else if (outcome.page->status == 304) {
    ++host.unchanged;
  } else {
    ++host.fetched;
    host.bytes += static_cast<int64_t>(outcome.page->bytes.size());
  }
  int64_t failed = report_.failures(), all = failed + report_.successes();
  report_.too_many_errors = all >= kErrorRateFrom &&
                            static_cast<double>(failed) > options_.max_error_rate * static_cast<double>(all);
}

}  // namespace acta
