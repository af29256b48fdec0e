// Answers to requests for robots.txt that outlive a Fetcher, so that a crawl which is started every hour asks
// each host for the file once a day (RFC 9309, 2.4), not once an hour.
//
//   fetcher.UseRobotsMemory(&memory);   // must outlive the fetcher's last call
//
// Only answers that say something are kept: 2xx and 4xx. A file that could not be had is asked for again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace acta {

struct KnownRobots {
  int status = 0;          // of the answer, 200 … 499
  std::string bytes;       // of the file, when the status is 2xx; RobotsTxt::kMaxBytes at most
  int64_t expires_ms = 0;  // milliseconds since 1970
};

// A memory that fails forgets: the file is then asked for once more. Called by the thread of the fetcher.
class RobotsMemory {
 public:
  virtual ~RobotsMemory() = default;
  virtual std::optional<KnownRobots> RecallRobots(const std::string& origin) = 0;  // "https://example.org"
  virtual void KeepRobots(const std::string& origin, const KnownRobots& known) = 0;
};

}  // namespace acta
