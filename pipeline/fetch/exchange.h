// One request and its answer, for whoever keeps them: every answer that a Fetcher had, those of robots.txt,
// redirects, feeds and failed statuses among them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/fetch/url.h"
#include "pipeline/text/page.h"

namespace acta {

// Refers to what the fetcher holds: valid during the call of Note().
struct Exchange {
  const Url& url;
  int64_t at_ms = 0;              // when the request was sent; milliseconds since 1970, UTC
  std::string_view peer_address;  // of the server: "203.0.113.7"
  std::string_view request;       // as it was sent, with its empty line
  int status = 0;
  const Headers& headers;  // of the final answer, names in lower case
  std::string_view body;   // transfer and content encoding removed
};

class ExchangeLog {
 public:
  virtual ~ExchangeLog() = default;
  // Keeps it, and returns the id under which it is kept (Page::capture). Called by the fetcher's thread.
  virtual std::string Note(const Exchange& exchange) = 0;
};

}  // namespace acta
