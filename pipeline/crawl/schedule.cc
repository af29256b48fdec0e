#include "pipeline/crawl/schedule.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "pipeline/fetch/ascii.h"

namespace acta {
namespace {

constexpr std::array<std::string_view, 12> kFinal = {
    "bad_url",  "bad_scheme", "private_address", "robots_disallowed", "too_large", "bad_redirect",
    "http_400", "http_401",   "http_403",        "http_404",          "http_410",  "http_451"};

int64_t Doubled(int64_t base, int times) { return base << std::clamp(times, 0, 16); }

Plan AfterFeed(const UrlState& state, const VisitResult& visit, int64_t now, const ScheduleLimits& limits) {
  int64_t interval = state.interval_s > 0 ? state.interval_s : limits.first_interval_s;
  auto bounded = [&](double seconds) {
    return std::clamp(static_cast<int64_t>(seconds), limits.min_interval_s, limits.max_interval_s);
  };
  Plan plan;
  if (visit.error.empty()) {
    bool first = state.interval_s == 0;
    double factor = first ? 1 : visit.changed ? limits.shrink : limits.grow;
    plan.interval_s = bounded(static_cast<double>(interval) * factor);
    plan.next_at = now + std::max({plan.interval_s, visit.fresh_for_s, visit.retry_after_s});
    return plan;
  }
  // A failure says nothing of how often the feed changes: the interval stays, the wait grows.
  plan.interval_s = bounded(static_cast<double>(interval));
  plan.failures = state.failures + 1;
  int64_t wait = std::min(Doubled(plan.interval_s, state.failures), limits.max_interval_s);
  plan.next_at = now + std::max(wait, visit.retry_after_s);
  return plan;
}

Plan AfterPage(const UrlState& state, const VisitResult& visit, int64_t now, const ScheduleLimits& limits) {
  Plan plan;
  plan.next_at = Plan::kNever;
  if (visit.error.empty()) return plan;
  bool not_asked =
      visit.error == "cancelled" || visit.error == "host_backoff" || visit.error == "contact_required";
  plan.failures = state.failures + (not_asked ? 0 : 1);
  if (IsFinalError(visit.error) || plan.failures >= limits.page_attempts) return plan;
  int64_t wait = visit.error == "cancelled" ? 0 : Doubled(limits.page_retry_s, state.failures);
  plan.next_at = now + std::max(wait, visit.retry_after_s);
  return plan;
}

}  // namespace

bool IsFinalError(const std::string& kind) {
  return std::find(kFinal.begin(), kFinal.end(), kind) != kFinal.end();
}

Plan NextVisit(const UrlState& state, const VisitResult& visit, int64_t now, const ScheduleLimits& limits) {
  return state.kind == UrlKind::kFeed ? AfterFeed(state, visit, now, limits)
                                      : AfterPage(state, visit, now, limits);
}

int64_t MaxAgeSeconds(const std::string& cache_control) {
  if (ascii::FindIgnoreCase(cache_control, "no-store") != std::string::npos) return 0;
  size_t at = ascii::FindIgnoreCase(cache_control, "max-age=");
  if (at == std::string::npos) return 0;
  int64_t seconds = 0;
  const char* begin = cache_control.data() + at + 8;
  std::from_chars(begin, cache_control.data() + cache_control.size(), seconds);
  return std::clamp<int64_t>(seconds, 0, 86400);
}

}  // namespace acta
