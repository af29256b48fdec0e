#include "pipeline/fetch/host_queue.h"

#include <algorithm>

namespace acta {

void HostQueues::Enlist(const std::string& name, const Host& host) {
  if (!host.busy && !host.jobs.empty()) due_.emplace(host.not_before_ms, name);
}

void HostQueues::Unlist(const std::string& name, const Host& host) { due_.erase({host.not_before_ms, name}); }

void HostQueues::Push(const std::string& name, uint64_t job) {
  Host& host = hosts_[name];
  host.jobs.push_back(job);
  Enlist(name, host);
}

void HostQueues::PushFront(const std::string& name, uint64_t job) {
  Host& host = hosts_[name];
  host.jobs.push_front(job);
  Enlist(name, host);
}

std::optional<HostQueues::Next> HostQueues::Take(int64_t now_ms) {
  if (due_.empty() || due_.begin()->first > now_ms) return std::nullopt;
  std::string name = due_.begin()->second;
  Host& host = hosts_[name];
  Unlist(name, host);
  host.busy = true;
  uint64_t job = host.jobs.front();
  host.jobs.pop_front();
  return Next{std::move(name), job};
}

void HostQueues::Release(const std::string& name, int64_t not_before_ms) {
  Host& host = hosts_[name];
  Unlist(name, host);
  host.busy = false;
  host.not_before_ms = std::max(host.not_before_ms, not_before_ms);
  Enlist(name, host);
}

void HostQueues::Delay(const std::string& name, int64_t not_before_ms) {
  Host& host = hosts_[name];
  Unlist(name, host);
  host.not_before_ms = std::max(host.not_before_ms, not_before_ms);
  Enlist(name, host);
}

std::vector<uint64_t> HostQueues::Drain(const std::string& name) {
  Host& host = hosts_[name];
  Unlist(name, host);
  std::vector<uint64_t> jobs(host.jobs.begin(), host.jobs.end());
  host.jobs.clear();
  return jobs;
}

std::optional<int64_t> HostQueues::NextDue() const {
  if (due_.empty()) return std::nullopt;
  return due_.begin()->first;
}

}  // namespace acta
