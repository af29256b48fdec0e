// Politeness: one queue per host, one request at a time, and a time before which the host is left alone.
//
//   HostQueues queues;
//   queues.Push("example.org", 7);
//   if (auto next = queues.Take(now_ms)) start(next->job);      // the host is now busy
//   queues.Release("example.org", now_ms + 1000);               // answered; not before a second from now
//
// Jobs are numbers. Hosts whose time has come are served in the order of their times, a host's jobs first
// come first served. Pure bookkeeping: no clock, no network. Every call costs O(log hosts). Not thread-safe.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace acta {

class HostQueues {
 public:
  struct Next {
    std::string host;
    uint64_t job;
  };

  void Push(const std::string& host, uint64_t job);
  void PushFront(const std::string& host, uint64_t job);  // before all others of the host

  // The next job of an idle host whose time has come; the host is busy until Release().
  std::optional<Next> Take(int64_t now_ms);

  // The host is idle again, and is left alone until `not_before_ms` (or later, if it already was).
  void Release(const std::string& host, int64_t not_before_ms);

  // Leaves the host alone until then, whether it is known or not.
  void Delay(const std::string& host, int64_t not_before_ms);

  // Takes all waiting jobs of the host out of its queue.
  std::vector<uint64_t> Drain(const std::string& host);

  // When the earliest idle host with a job may be asked; nullopt when all hosts are busy or without jobs.
  std::optional<int64_t> NextDue() const;

 private:
  struct Host {
    std::deque<uint64_t> jobs;
    int64_t not_before_ms = 0;
    bool busy = false;
  };

  void Enlist(const std::string& name, const Host& host);
  void Unlist(const std::string& name, const Host& host);

  std::unordered_map<std::string, Host> hosts_;
  std::set<std::pair<int64_t, std::string>> due_;  // the idle hosts that have jobs
};

}  // namespace acta
