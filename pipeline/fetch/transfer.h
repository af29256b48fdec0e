// One HTTP request and its answer, many at a time, on libcurl's multi interface: everything that keeps a
// single exchange safe and bounded. Robots, politeness, redirects and retries are the Fetcher's (fetcher.h).
//
//   TransferPool pool(limits);
//   pool.Start(1, {.url = url, .user_agent = "acta/0.1 (+https://example.org/bot)"});
//   for (auto& [id, result] : pool.Run(/*wait_ms=*/1000)) …
//
// What is guaranteed: only http and https; no redirect is followed, no cookie kept, no proxy of the
// environment used; the address of the peer is judged when the socket opens and again before the request is
// sent (address.h); TLS is verified; header bytes, decoded bytes and their ratio to the received bytes are
// counted as they come, so that no answer, however compressed or endless, takes more than its limits of
// memory or time.
//
// Not thread-safe, except Wake().
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pipeline/fetch/address.h"
#include "pipeline/fetch/url.h"
#include "pipeline/text/page.h"
#include "pipeline/text/result.h"

namespace acta {

struct TransferLimits {
  int64_t connect_timeout_ms = 10'000;  // name, TCP and TLS
  int64_t total_timeout_ms = 60'000;    // of one exchange
  int64_t low_speed_bytes_per_s = 100;  // slower than this …
  int64_t low_speed_time_s = 15;        // … for so long is too slow
  size_t max_header_bytes = 64 * 1024;  // all header lines of an exchange, 1xx answers included
  size_t max_body_bytes = 10 << 20;     // decoded
  double max_ratio = 200;               // decoded to received bytes; counts from 1 MiB decoded on
};

struct TransferRequest {
  Url url;
  std::string user_agent;
  Headers headers;  // further request headers
  bool verify_tls = true;
  std::string ca_file;         // PEM; empty: the system's
  bool allow_private = false;  // loopback and private addresses
  bool allow_public = true;    // false: no contact was given
  bool keep_request = false;   // gives back what was sent, for an archive
  size_t truncate_at = 0;      // keep the first bytes and call it a success; 0: too long is an error
};

// Either `error` is set, or status, headers and body are whole.
struct TransferResult {
  int status = 0;
  Headers headers;
  std::string body;
  std::optional<Error> error;
  std::string sent;                             // the request as sent, if it was to be kept
  std::string peer_address;                     // "203.0.113.7"; empty when nothing was connected to
  bool connected = false;                       // the failure came after the connection stood
  bool transient = false;                       // the failure may not repeat: worth another attempt
  AddressClass peer = AddressClass::kReserved;  // of the address that was connected to
};

class TransferPool {
 public:
  explicit TransferPool(TransferLimits limits);
  ~TransferPool();
  TransferPool(const TransferPool&) = delete;
  TransferPool& operator=(const TransferPool&) = delete;

  void Start(uint64_t id, TransferRequest request);

  // Lets all transfers progress, waits up to `wait_ms` for something to happen, returns what finished.
  std::vector<std::pair<uint64_t, TransferResult>> Run(int64_t wait_ms);

  void CancelAll();  // drops every exchange, without a result

  // Ends the wait of a Run() in another thread, or of the next Run().
  void Wake();

  size_t active() const { return transfers_.size(); }

 private:
  struct Transfer;
  struct Multi;
  std::unique_ptr<Multi> multi_;
  TransferLimits limits_;
  std::unordered_map<uint64_t, std::unique_ptr<Transfer>> transfers_;
};

}  // namespace acta
