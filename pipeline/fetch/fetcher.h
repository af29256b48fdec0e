// The polite fetcher: URLs in, pages out, in the order in which they arrive.
//
//   FetchOptions options;
//   options.contact = "https://example.org/bot";
//   Result<std::unique_ptr<Fetcher>> fetcher = Fetcher::Create(options);
//   (*fetcher)->Add({.url = "https://news.example.org/feed.xml"});
//   while (std::optional<FetchOutcome> outcome = (*fetcher)->Next()) {
//     if (outcome->page) Use(*outcome->page); else Count(outcome->page.error().kind);
//   }
//
// Every URL that is added comes back exactly once, as a Page or as an Error. Hosts are fetched from in
// parallel (bounded); a host gets one request at a time and is left alone in between: at least a second for
// foreign hosts, longer when its robots.txt (RFC 9309, asked first and obeyed), a Retry-After or failures say
// so. Redirects are followed hop by hop, each hop through the same checks. What passes a connection is
// bounded (transfer.h).
//
// Kinds of Error, stable, for counting:
//
//   bad_url bad_scheme            no URL, or none of http and https (also after a redirect)
//   contact_required              a foreign host, and FetchOptions::contact is empty
//   private_address               loopback, private or reserved address, not allowed (also after a redirect)
//   robots_disallowed             robots.txt forbids the path
//   robots_unreachable            robots.txt answered 5xx or 429, or not whole: nothing of the host is asked
//   dns refused reset truncated   name not resolved · no connection · cut before · cut within the answer
//   timeout too_slow              a deadline passed · the answer came too slowly
//   tls                           the certificate or handshake is not trusted
//   too_large                     headers, body or compression ratio over the limit
//   bad_response bad_encoding     no HTTP, or a part that nobody asked for (206) · content-encoding broken or
//                                 unknown
//   redirect_loop bad_redirect    a hop repeated, or too many hops · no usable Location
//   http_404 … http_429           the status, for 4xx; http_5xx for all 5xx; http_other for what is left
//   host_backoff                  not asked: the host failed or asked for rest, see retry_after_ms
//   cancelled                     stopped before it was fetched
//
// A page is had whole or not at all: ranges are never asked for, and an answer that broke off is asked for
// again from its beginning. What one server calls the rest of a page may be of another version of it, and
// pages are small.
//
// One thread calls Add and Next; stopping by std::stop_token may come from any thread. Memory: the pages in
// flight (max_parallel × the body limit at most) and some 500 bytes per waiting URL.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "pipeline/fetch/clock.h"
#include "pipeline/fetch/exchange.h"
#include "pipeline/fetch/robots.h"
#include "pipeline/fetch/robots_memory.h"
#include "pipeline/fetch/transfer.h"
#include "pipeline/text/page.h"
#include "pipeline/text/result.h"

namespace acta {

struct FetchOptions {
  std::string product = "acta";  // the token that robots.txt names us by
  std::string version = "0.1";
  std::string contact;         // a mail address or web page; needed for foreign hosts
  bool allow_private = false;  // loopback and private networks
  bool obey_robots = true;
  int64_t delay_ms = 1000;               // between requests to a foreign host; never less than 1000
  int64_t private_delay_ms = 0;          // between requests to a private host
  int64_t max_crawl_delay_ms = 300'000;  // a longer Crawl-delay counts as this
  size_t max_parallel = 16;              // hosts asked at one time
  int max_redirects = 10;
  int max_retries = 2;                     // per URL, after transient failures, 429 and 5xx
  int64_t backoff_ms = 1000;               // after the first failure; doubles
  int64_t max_wait_ms = 60'000;            // a longer Retry-After or backoff ends the host for this run
  int host_failure_limit = 6;              // failures in a row that end the host …
  int64_t host_rest_ms = 600'000;          // … for so long
  int64_t robots_ttl_ms = 24 * 3'600'000;  // RFC 9309, 2.4
  int64_t drain_ms = 0;                    // what was asked already may take so long after a stop
  std::string ca_file;                     // PEM, instead of the system's authorities
  std::map<std::string, int64_t> host_delays_ms;  // longer delays for single hosts
  std::vector<std::string> tls_exceptions;  // hosts whose certificate is not verified; their pages say so
  TransferLimits limits;
  ExchangeLog* exchanges = nullptr;  // is told of every answer; must outlive the fetcher
};

struct FetchRequest {
  std::string url;
  std::string source = {};  // how the user knows it; empty: the URL
  std::string etag = {};    // of the copy that is known: asks "If-None-Match" …
  std::string last_modified =
      {};  // … and "If-Modified-Since"; the answer may be a Page with status 304, no bytes
  bool robots_only =
      false;  // asks no more than robots.txt: what it allows comes back as a Page with status 0
};

struct FetchOutcome {
  FetchRequest request;
  Result<Page> page = Page();
  std::vector<std::string> redirects;  // every URL asked before the last one
  int attempts = 0;                    // requests sent for it, hops and retries included, robots.txt not
  int64_t delay_ms = 0;        // the pace of the last host: how long it is left alone between requests
  int64_t retry_after_ms = 0;  // > 0: when (from now) it may be tried again

  bool not_modified() const { return page && page->status == 304; }
};

class Fetcher {
 public:
  // Fails with kind "usage" when an option makes no sense. `clock` must outlive the fetcher; `random` gives
  // numbers in [0, 1) for the jitter of backoffs. Without them: the machine's time, and a seeded generator.
  static Result<std::unique_ptr<Fetcher>> Create(FetchOptions options, Clock* clock = nullptr,
                                                 std::function<double()> random = {});
  ~Fetcher();
  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;

  void Add(FetchRequest request);

  // Asks nothing of `host` before `until_ms` of the clock: for a pace that was begun by an earlier run.
  void LeaveAlone(const std::string& host, int64_t until_ms);

  // Takes from `memory` what robots.txt said in earlier runs, and keeps there what it says in this one.
  void UseRobotsMemory(RobotsMemory* memory);

  // Waits for the next outcome; nullopt when every URL added so far has come back. Once `stop` is requested,
  // what was not asked yet comes back as "cancelled" at once, the rest within FetchOptions::drain_ms.
  std::optional<FetchOutcome> Next(std::stop_token stop = {});

  size_t pending() const;  // URLs added and not yet returned

  // The robots.txt in force for the origin of `url`, when it was asked already; else nullptr.
  const RobotsTxt* RobotsOf(const Url& url) const;

  const std::string& user_agent() const;

 private:
  class Impl;
  explicit Fetcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace acta
