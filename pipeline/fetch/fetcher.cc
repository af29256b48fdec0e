#include "pipeline/fetch/fetcher.h"

#include <algorithm>
#include <random>
#include <utility>

#include "pipeline/fetch/fetcher_impl.h"
#include "pipeline/fetch/retry.h"

namespace acta {
namespace {

constexpr size_t kMaxRobotsRedirects = 5;  // RFC 9309, 2.3.1.2
constexpr int64_t kForeignFloorMs = 1000;

bool HasControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::optional<Error> Invalid(const FetchOptions& options) {
  auto usage = [](std::string message) { return Error{"usage", std::move(message)}; };
  const std::string& contact = options.contact;
  if (HasControl(contact) || HasControl(options.product) || HasControl(options.version)) {
    return usage("the contact must be one line of text");
  }
  bool web = contact.starts_with("http://") || contact.starts_with("https://");
  if (!contact.empty() && !web && contact.find('@') == std::string::npos) {
    return usage("the contact must be a mail address or a web page, not '" + Printable(contact) + "'");
  }
  if (options.delay_ms < kForeignFloorMs) return usage("the delay for foreign hosts is at least 1000 ms");
  if (options.private_delay_ms < 0 || options.max_parallel == 0 || options.max_redirects < 0 ||
      options.max_retries < 0) {
    return usage("delays, parallel hosts, redirects and retries must not be negative or none");
  }
  return std::nullopt;
}

}  // namespace

Fetcher::Impl::Impl(FetchOptions options, Clock* clock, std::function<double()> random)
    : options_(std::move(options)),
      clock_(clock == nullptr ? &system_clock_ : clock),
      random_(std::move(random)),
      pool_(options_.limits) {
  user_agent_ = options_.product + "/" + options_.version;
  if (!options_.contact.empty()) user_agent_ += " (+" + options_.contact + ")";
  if (!random_) {
    random_ = [engine = std::mt19937(std::random_device{}())]() mutable {
      return std::uniform_real_distribution<double>(0, 1)(engine);
    };
  }
}

void Fetcher::Impl::Add(FetchRequest request) {
  uint64_t id = next_id_++;
  Job& job = jobs_[id];
  ++pages_;
  if (request.source.empty()) request.source = request.url;
  job.outcome.request = std::move(request);
  Result<Url> url = ParseUrl(job.outcome.request.url);
  if (!url) return FailJob(id, url.error());
  job.url = std::move(*url);
  job.url.fragment.clear();
  Dispatch(id);
}

// A name that no answer of the name servers could make ours to ask, so that they need not be asked.
bool Fetcher::Impl::NeedsContact(const Url& url) const {
  const bool loopback = url.host == "localhost" || url.host.ends_with(".localhost");
  return options_.contact.empty() && !options_.allow_private && !url.is_ip_literal() && !loopback;
}

void Fetcher::Impl::Enqueue(uint64_t id) {
  const Job& job = jobs_.at(id);
  if (NeedsContact(job.url)) {
    return FailJob(
        id, {"contact_required", Printable(job.url.host) +
                                     ": state a contact (--contact) before a host is asked that is not "
                                     "your own (--allow-private)"});
  }
  auto [entry, is_new] = hosts_.try_emplace(job.url.host);
  Host& host = entry->second;
  if (is_new && job.url.is_ip_literal()) host.peer = ClassifyAddress(job.url.host).value_or(host.peer);
  int64_t now = clock_->NowMs();
  if (host.rests_until_ms > now) {
    FetchOutcome& outcome = jobs_.at(id).outcome;
    outcome.retry_after_ms = host.rests_until_ms - now;
    return FailJob(id, {"host_backoff", job.url.host + " failed or asked for rest; not asked for another " +
                                            std::to_string((host.rests_until_ms - now) / 1000) + " s"});
  }
  bool first = !job.robots_of.empty() || job.failures > 0 || !job.seen.empty();  // finish what was begun
  if (first) {
    queues_.PushFront(job.url.host, id);
  } else {
    queues_.Push(job.url.host, id);
  }
}

void Fetcher::Impl::Send(uint64_t id) {
  Job& job = jobs_.at(id);
  job.seen.insert(job.url.ToString());
  TransferRequest request;
  request.url = job.url;
  request.user_agent = user_agent_;
  request.allow_private = options_.allow_private;
  request.allow_public = !options_.contact.empty();
  request.ca_file = options_.ca_file;
  const auto& exceptions = options_.tls_exceptions;
  request.verify_tls = std::find(exceptions.begin(), exceptions.end(), job.url.host) == exceptions.end();
  if (!job.robots_of.empty()) {
    request.truncate_at = RobotsTxt::kMaxBytes;
  } else {
    ++job.outcome.attempts;
    const FetchRequest& asked = job.outcome.request;
    if (!asked.etag.empty() && !HasControl(asked.etag))
      request.headers.emplace_back("If-None-Match", asked.etag);
    if (!asked.last_modified.empty() && !HasControl(asked.last_modified)) {
      request.headers.emplace_back("If-Modified-Since", asked.last_modified);
    }
    request.headers.emplace_back("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
  }
  sent_.insert(id);
  request.keep_request = options_.exchanges != nullptr;
  job.sent_ms = clock_->NowMs();
  pool_.Start(id, std::move(request));
}

// How long the host of `job` is left alone after an answer.
int64_t Fetcher::Impl::DelayMs(const Job& job) const {
  auto host = hosts_.find(job.url.host);
  bool is_private = host != hosts_.end() && host->second.peer == AddressClass::kPrivate;
  int64_t delay = is_private ? options_.private_delay_ms : std::max(kForeignFloorMs, options_.delay_ms);
  if (auto own = options_.host_delays_ms.find(job.url.host); own != options_.host_delays_ms.end()) {
    delay = std::max(delay, own->second);
  }
  auto origin = origins_.find(job.url.Origin());
  if (!options_.obey_robots || origin == origins_.end()) return delay;
  double stated = origin->second.robots.CrawlDelay(options_.product).value_or(0) * 1000;
  return std::max(delay,
                  static_cast<int64_t>(std::min(stated, static_cast<double>(options_.max_crawl_delay_ms))));
}

void Fetcher::Impl::Log(Job& job, const TransferResult& result) {
  if (options_.exchanges == nullptr || result.error) return;
  job.capture = options_.exchanges->Note({.url = job.url,
                                          .at_ms = job.sent_ms,
                                          .peer_address = result.peer_address,
                                          .request = result.sent,
                                          .status = result.status,
                                          .headers = result.headers,
                                          .body = result.body});
}

void Fetcher::Impl::Receive(uint64_t id, TransferResult result) {
  sent_.erase(id);
  Job& job = jobs_.at(id);
  Log(job, result);
  std::string name = job.url.host;
  Host& host = hosts_[name];
  if (result.peer != AddressClass::kReserved) host.peer = result.peer;
  int64_t now = clock_->NowMs();
  bool failed = result.error ? result.transient : IsTransientStatus(result.status);
  host.failures = failed ? host.failures + 1 : 0;

  int64_t retry_after = 0;
  if (failed && !result.error) {
    retry_after = RetryAfterMs(HeaderValue(result.headers, "retry-after"), now).value_or(0);
  }
  if (failed && Retry(id, result, retry_after)) return;
  if (host.failures >= options_.host_failure_limit) Rest(name, now + options_.host_rest_ms);

  // The answer may bring the Crawl-delay of the host, so it is read before the host is released.
  if (!result.error && result.status == 206) {
    result.error = Error{"bad_response", "status 206 for " + Printable(job.url.ToString()) +
                                             ": a part of the page, though the whole was asked for"};
  }
  bool redirect = !result.error && result.status >= 300 && result.status < 400 && result.status != 304;
  Job asked;
  asked.url = job.url;
  if (result.error) {
    FailJob(id, std::move(*result.error), result.connected);
  } else if (redirect) {
    ReceiveRedirect(id, result);
  } else {
    Succeed(id, std::move(result));
  }
  queues_.Release(name, now + DelayMs(asked));
}

// Puts the job back for another attempt, if one is left and the wait is one that this run can bear.
bool Fetcher::Impl::Retry(uint64_t id, const TransferResult& result, int64_t retry_after_ms) {
  Job& job = jobs_.at(id);
  std::string name = job.url.host;
  const Host& host = hosts_[name];
  int64_t now = clock_->NowMs();
  int64_t wait =
      std::max({retry_after_ms, DelayMs(job), BackoffMs(options_.backoff_ms, host.failures, random_())});
  if (wait > options_.max_wait_ms && (retry_after_ms > 0 || result.status == 429)) {
    job.outcome.retry_after_ms = wait;
    Rest(name, now + wait);
    return false;
  }
  if (job.failures >= options_.max_retries || host.failures >= options_.host_failure_limit) {
    job.outcome.retry_after_ms = wait;
    return false;
  }
  ++job.failures;
  job.seen.erase(job.url.ToString());
  queues_.PushFront(name, id);
  queues_.Release(name, now + std::max(DelayMs(job), std::min(wait, options_.max_wait_ms)));
  return true;
}

// Ends the host for now: what waits for it comes back as "host_backoff".
void Fetcher::Impl::Rest(const std::string& name, int64_t until_ms) {
  Host& host = hosts_[name];
  host.rests_until_ms = std::max(host.rests_until_ms, until_ms);
  host.failures = options_.host_failure_limit - 1;  // one more failure after the rest ends it again
  for (uint64_t id : queues_.Drain(name)) Enqueue(id);
}

void Fetcher::Impl::ReceiveRedirect(uint64_t id, const TransferResult& result) {
  Job& job = jobs_.at(id);
  bool robots = !job.robots_of.empty();
  std::string_view location = HeaderValue(result.headers, "location");
  if (location.empty()) {
    return FailJob(id, {"bad_redirect", "status " + std::to_string(result.status) + " without a Location"});
  }
  Result<Url> next = Join(job.url, location);
  if (!next) return FailJob(id, next.error());
  next->fragment.clear();
  size_t limit = robots ? kMaxRobotsRedirects : static_cast<size_t>(options_.max_redirects);
  if (job.seen.count(next->ToString()) > 0 || job.seen.size() > limit) {
    if (robots) return EndRobots(id, 404, "");
    return FailJob(id, {"redirect_loop", job.seen.size() > limit
                                             ? "more than " + std::to_string(limit) + " redirects"
                                             : "redirected to " + Printable(next->ToString()) + " again"});
  }
  if (!robots) job.outcome.redirects.push_back(job.url.ToString());
  job.url = std::move(*next);
  job.failures = 0;
  Dispatch(id);
}

void Fetcher::Impl::Succeed(uint64_t id, TransferResult result) {
  Job& job = jobs_.at(id);
  if (!job.robots_of.empty()) return EndRobots(id, result.status, result.body);
  bool conditional = !job.outcome.request.etag.empty() || !job.outcome.request.last_modified.empty();
  bool success = result.status / 100 == 2 || (result.status == 304 && conditional);
  if (!success) {
    return FailJob(id, {StatusKind(result.status),
                        "status " + std::to_string(result.status) + " for " + Printable(job.url.ToString())});
  }
  Page page;
  page.source = job.outcome.request.source;
  page.url = job.url.ToString();
  page.status = result.status;
  page.headers = std::move(result.headers);
  if (result.status != 304) page.bytes = std::move(result.body);
  page.fetched_at = clock_->NowMs() / 1000;
  const auto& exceptions = options_.tls_exceptions;
  page.tls_unverified = job.url.scheme == "https" &&
                        std::find(exceptions.begin(), exceptions.end(), job.url.host) != exceptions.end();
  page.capture = job.capture;
  job.outcome.page = std::move(page);
  job.outcome.retry_after_ms = 0;
  Emit(id);
}

// What robots.txt allows, of a request that asks no more than that.
void Fetcher::Impl::SucceedUnasked(uint64_t id) {
  Job& job = jobs_.at(id);
  Page page;
  page.source = job.outcome.request.source;
  page.url = job.url.ToString();
  job.outcome.page = std::move(page);
  Emit(id);
}

void Fetcher::Impl::FailJob(uint64_t id, Error error, bool connected) {
  Job& job = jobs_.at(id);
  if (!job.robots_of.empty()) return EndRobotsUnreachable(id, std::move(error), connected);
  job.outcome.page = tl::unexpected(std::move(error));
  Emit(id);
}

void Fetcher::Impl::Emit(uint64_t id) {
  auto job = jobs_.extract(id);
  if (!job.mapped().url.host.empty()) job.mapped().outcome.delay_ms = DelayMs(job.mapped());
  --pages_;
  done_.push_back(std::move(job.mapped().outcome));
}

// Starts what is due and lets the network work once. False when there is nothing to wait for.
bool Fetcher::Impl::Step(std::stop_token stop) {
  while (pool_.active() < options_.max_parallel) {
    std::optional<HostQueues::Next> next = queues_.Take(clock_->NowMs());
    if (!next) break;
    if (MaySend(next->job)) {
      Send(next->job);
    } else {
      queues_.Release(next->host, 0);
      Dispatch(next->job);
    }
  }
  if (!done_.empty()) return true;
  std::optional<int64_t> due = queues_.NextDue();
  if (pool_.active() == 0 && !due) return false;
  auto wait = [this](int64_t ms) {
    for (auto& [id, result] : pool_.Run(ms)) Receive(id, std::move(result));
  };
  if (pool_.active() == 0) {
    if (!stop.stop_requested()) clock_->WaitUntil(*due, wait);
  } else {
    bool full = pool_.active() >= options_.max_parallel;
    wait(due && !full ? std::clamp<int64_t>(*due - clock_->NowMs(), 0, 1000) : 1000);
  }
  return true;
}

// After a stop: what waits is not asked any more, what was asked may finish for a while.
void Fetcher::Impl::Drain() {
  const auto now = std::chrono::steady_clock::now();
  if (!drain_until_) drain_until_ = now + std::chrono::milliseconds(options_.drain_ms);
  CancelWaiting();
  if (now >= *drain_until_) CancelAll();
}

void Fetcher::Impl::CancelWaiting() {
  std::vector<uint64_t> left;
  for (const auto& [id, job] : jobs_) {
    if (!sent_.contains(id)) left.push_back(id);
  }
  std::sort(left.begin(), left.end());
  for (auto& [name, origin] : origins_) origin.waiting.clear();
  for (uint64_t id : left) {
    const Job& job = jobs_.at(id);
    queues_.Drain(job.url.host);
    if (job.robots_of.empty()) {
      FailJob(id, {"cancelled", "stopped before it was fetched"});
    } else {
      origins_.erase(job.robots_of);
      jobs_.erase(id);
    }
  }
}

void Fetcher::Impl::CancelAll() {
  std::vector<uint64_t> left(sent_.begin(), sent_.end());
  std::sort(left.begin(), left.end());
  sent_.clear();
  pool_.CancelAll();
  for (uint64_t id : left) {
    const Job& job = jobs_.at(id);
    queues_.Release(job.url.host, clock_->NowMs() + DelayMs(job));
    if (job.robots_of.empty()) FailJob(id, {"cancelled", "stopped before it was fetched"});
  }
  jobs_.clear();
  std::erase_if(origins_, [](const auto& entry) { return entry.second.state == Origin::kAsked; });
}

std::optional<FetchOutcome> Fetcher::Impl::Next(std::stop_token stop) {
  std::stop_callback wake(stop, [this] { pool_.Wake(); });
  while (true) {
    if (!stop.stop_requested()) {
      drain_until_.reset();
    } else if (pages_ > 0) {
      Drain();
    }
    if (!done_.empty()) {
      FetchOutcome outcome = std::move(done_.front());
      done_.pop_front();
      return outcome;
    }
    if (pages_ == 0 || !Step(stop)) return std::nullopt;
  }
}

Result<std::unique_ptr<Fetcher>> Fetcher::Create(FetchOptions options, Clock* clock,
                                                 std::function<double()> random) {
  if (std::optional<Error> error = Invalid(options)) return tl::unexpected(std::move(*error));
  return std::unique_ptr<Fetcher>(
      new Fetcher(std::make_unique<Impl>(std::move(options), clock, std::move(random))));
}

Fetcher::Fetcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Fetcher::~Fetcher() = default;
void Fetcher::Add(FetchRequest request) { impl_->Add(std::move(request)); }
void Fetcher::LeaveAlone(const std::string& host, int64_t until_ms) { impl_->LeaveAlone(host, until_ms); }
std::optional<FetchOutcome> Fetcher::Next(std::stop_token stop) { return impl_->Next(std::move(stop)); }
void Fetcher::UseRobotsMemory(RobotsMemory* memory) { impl_->UseRobotsMemory(memory); }
size_t Fetcher::pending() const { return impl_->pending(); }
const RobotsTxt* Fetcher::RobotsOf(const Url& url) const { return impl_->RobotsOf(url); }
const std::string& Fetcher::user_agent() const { return impl_->user_agent(); }

}  // namespace acta
