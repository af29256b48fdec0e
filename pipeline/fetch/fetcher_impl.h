// The state of a Fetcher; see fetcher.h. fetcher.cc holds the way of a URL, fetcher_robots.cc what robots.txt
// has to say on it.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pipeline/fetch/fetcher.h"
#include "pipeline/fetch/host_queue.h"
#include "pipeline/fetch/robots.h"
#include "pipeline/fetch/transfer.h"

namespace acta {

class Fetcher::Impl {
 public:
  Impl(FetchOptions options, Clock* clock, std::function<double()> random);

  void Add(FetchRequest request);
  std::optional<FetchOutcome> Next(std::stop_token stop);
  void LeaveAlone(const std::string& host, int64_t until_ms) { queues_.Delay(host, until_ms); }
  size_t pending() const { return pages_ + done_.size(); }
  void UseRobotsMemory(RobotsMemory* memory) { robots_memory_ = memory; }
  const RobotsTxt* RobotsOf(const Url& url) const;
  const std::string& user_agent() const { return user_agent_; }

 private:
  // A URL on its way: a page that somebody asked for, or the robots.txt that must be read before.
  struct Job {
    FetchOutcome outcome;        // of a page
    std::string robots_of;       // the origin whose robots.txt this is; empty for a page
    Url url;                     // the current hop
    std::set<std::string> seen;  // hops so far
    int failures = 0;
    int64_t sent_ms = 0;  // when the current hop was asked
    std::string capture;  // of the last answer, when it is archived
  };

  // What is known of "https://host:port".
  struct Origin {
    enum State { kUnknown, kAsked, kKnown, kUnreachable } state = kUnknown;
    RobotsTxt robots;
    Error why;  // when unreachable
    int64_t expires_ms = 0;
    std::vector<uint64_t> waiting;  // jobs that cannot start before robots.txt is known
  };

  // What is remembered of a host, for politeness.
  struct Host {
    AddressClass peer = AddressClass::kPublic;
    int failures = 0;            // in a row
    int64_t rests_until_ms = 0;  // nothing is asked before
  };

  // The way of a job: Dispatch → (robots.txt known) Enqueue → Send → Receive → Dispatch of the next hop, or
  // the end.
  void Dispatch(uint64_t id);
  void RecallRobots(const std::string& name, Origin& origin);
  void AskForRobots(const Url& url);
  bool NeedsContact(const Url& url) const;
  void Enqueue(uint64_t id);
  bool MaySend(uint64_t id);
  void Send(uint64_t id);
  void Receive(uint64_t id, TransferResult result);
  void Log(Job& job, const TransferResult& result);
  void ReceiveRedirect(uint64_t id, const TransferResult& result);
  bool Retry(uint64_t id, const TransferResult& result, int64_t retry_after_ms);

  // Ends of the way.
  void Succeed(uint64_t id, TransferResult result);
  void FailJob(uint64_t id, Error error, bool connected = true);
  void EndRobots(uint64_t id, int status, std::string_view bytes);
  void EndRobotsUnreachable(uint64_t id, Error error, bool connected);
  void Wake(Origin& origin);
  void Emit(uint64_t id);
  void SucceedUnasked(uint64_t id);
  void Drain();
  void CancelWaiting();
  void CancelAll();

  void Rest(const std::string& host, int64_t until_ms);
  int64_t DelayMs(const Job& job) const;
  bool Step(std::stop_token stop);

  FetchOptions options_;
  SystemClock system_clock_;
  Clock* clock_;
  std::function<double()> random_;
  RobotsMemory* robots_memory_ = nullptr;
  TransferPool pool_;
  std::string user_agent_;
  HostQueues queues_;
  std::unordered_map<uint64_t, Job> jobs_;
  std::unordered_set<uint64_t> sent_;                                 // jobs whose answer is awaited
  std::optional<std::chrono::steady_clock::time_point> drain_until_;  // set by a stop
  std::unordered_map<std::string, Origin> origins_;
  std::unordered_map<std::string, Host> hosts_;
  std::deque<FetchOutcome> done_;
  size_t pages_ = 0;  // jobs that are pages
  uint64_t next_id_ = 1;
};

}  // namespace acta
