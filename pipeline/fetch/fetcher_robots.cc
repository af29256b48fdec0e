#include <utility>

#include "pipeline/fetch/fetcher_impl.h"

namespace acta {

// Sends the job to where it must wait: for robots.txt, or in the queue of its host.
void Fetcher::Impl::Dispatch(uint64_t id) {
  Job& job = jobs_.at(id);
  if (!job.robots_of.empty() || !options_.obey_robots || job.url.path == "/robots.txt") return Enqueue(id);
  Origin& origin = origins_[job.url.Origin()];
  bool known = origin.state == Origin::kKnown || origin.state == Origin::kUnreachable;
  if (known && clock_->NowMs() >= origin.expires_ms) origin.state = Origin::kUnknown;
  if (origin.state == Origin::kUnknown) RecallRobots(job.url.Origin(), origin);
  switch (origin.state) {
    case Origin::kUnknown:
      origin.waiting.push_back(id);
      return AskForRobots(job.url);
    case Origin::kAsked:
      origin.waiting.push_back(id);
      return;
    case Origin::kUnreachable:
      job.outcome.retry_after_ms = origin.expires_ms - clock_->NowMs();
      return FailJob(id, origin.why);
    case Origin::kKnown:
      if (origin.robots.Allows(options_.product, job.url.PathAndQuery())) {
        return job.outcome.request.robots_only ? SucceedUnasked(id) : Enqueue(id);
      }
      return FailJob(id, {"robots_disallowed", "robots.txt of " + job.url.Origin() + " forbids " +
                                                   Printable(job.url.PathAndQuery())});
  }
}

// What an earlier run was told holds until it expires.
void Fetcher::Impl::RecallRobots(const std::string& name, Origin& origin) {
  if (robots_memory_ == nullptr) return;
  std::optional<KnownRobots> known = robots_memory_->RecallRobots(name);
  const int64_t now = clock_->NowMs();
  if (!known || known->expires_ms <= now || known->expires_ms > now + options_.robots_ttl_ms) return;
  origin.robots = RobotsTxt::FromStatus(known->status, known->bytes);
  origin.expires_ms = known->expires_ms;
  origin.state = Origin::kKnown;
}

void Fetcher::Impl::AskForRobots(const Url& url) {
  Origin& origin = origins_[url.Origin()];
  origin.state = Origin::kAsked;
  uint64_t id = next_id_++;
  Job& job = jobs_[id];
  job.robots_of = url.Origin();
  job.url = url;
  job.url.path = "/robots.txt";
  job.url.query.clear();
  job.url.has_query = false;
  Enqueue(id);
}

// A job may have waited in its queue for longer than robots.txt is good for.
bool Fetcher::Impl::MaySend(uint64_t id) {
  const Job& job = jobs_.at(id);
  if (!job.robots_of.empty() || !options_.obey_robots || job.url.path == "/robots.txt") return true;
  const Origin& origin = origins_[job.url.Origin()];
  return origin.state == Origin::kKnown && clock_->NowMs() < origin.expires_ms;
}

void Fetcher::Impl::EndRobots(uint64_t id, int status, std::string_view bytes) {
  auto job = jobs_.extract(id);
  Origin& origin = origins_[job.mapped().robots_of];
  origin.robots = RobotsTxt::FromStatus(status, bytes);
  bool unreachable = status / 100 != 2 && status / 100 != 4;
  origin.state = unreachable || status == 429 ? Origin::kUnreachable : Origin::kKnown;
  origin.expires_ms =
      clock_->NowMs() + (origin.state == Origin::kKnown ? options_.robots_ttl_ms : options_.host_rest_ms);
  origin.why = {"robots_unreachable", "robots.txt of " + job.mapped().robots_of + " answered " +
                                          std::to_string(status) +
                                          ": nothing of the host is asked (RFC 9309)"};
  if (robots_memory_ != nullptr && origin.state == Origin::kKnown) {
    robots_memory_->KeepRobots(
        job.mapped().robots_of,
        {status, status / 100 == 2 ? std::string(bytes) : std::string(), origin.expires_ms});
  }
  Wake(origin);
}

// A host that cannot be reached, or must not be, fails its pages with that reason; robots.txt is only to
// blame when the host was there and did not give it whole.
void Fetcher::Impl::EndRobotsUnreachable(uint64_t id, Error error, bool connected) {
  auto job = jobs_.extract(id);
  Origin& origin = origins_[job.mapped().robots_of];
  bool own_reason = !connected || error.kind == "private_address" || error.kind == "contact_required" ||
                    error.kind == "tls" || error.kind == "host_backoff" || error.kind == "cancelled";
  origin.why = own_reason ? std::move(error)
                          : Error{"robots_unreachable", "robots.txt of " + job.mapped().robots_of + ": " +
                                                            error.message + " (" + error.kind + ")"};
  origin.state = Origin::kUnreachable;
  origin.robots = RobotsTxt::DisallowAll();
  origin.expires_ms = clock_->NowMs() + options_.host_rest_ms;
  Wake(origin);
}

void Fetcher::Impl::Wake(Origin& origin) {
  for (uint64_t id : std::exchange(origin.waiting, {})) Dispatch(id);
}

const RobotsTxt* Fetcher::Impl::RobotsOf(const Url& url) const {
  auto origin = origins_.find(url.Origin());
  if (origin == origins_.end() || origin->second.state != Origin::kKnown) return nullptr;
  return &origin->second.robots;
}

}  // namespace acta
