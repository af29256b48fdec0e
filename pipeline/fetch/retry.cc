#include "pipeline/fetch/retry.h"

#include <algorithm>
#include <charconv>

#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/feed_date.h"

namespace acta {

std::string StatusKind(int status) {
  if (status >= 400 && status < 500) return "http_" + std::to_string(status);
  if (status >= 500 && status < 600) return "http_5xx";
  return "http_other";
}

bool IsTransientStatus(int status) {
  return status == 429 || (status >= 500 && status < 600 && status != 501 && status != 505);
}

std::optional<int64_t> RetryAfterMs(std::string_view value, int64_t now_ms) {
  value = ascii::Trim(value);
  int64_t seconds = 0;
  auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error == std::errc() && end == value.data() + value.size()) {
    if (seconds < 0) return std::nullopt;
    return std::min<int64_t>(seconds, 366 * 86400) * 1000;
  }
  std::optional<FeedTime> date = ParseFeedTime(value);
  if (!date || !date->unix_seconds) return std::nullopt;
  return std::max<int64_t>(0, *date->unix_seconds * 1000 - now_ms);
}

int64_t BackoffMs(int64_t base_ms, int failures, double random) {
  int64_t full = std::min<int64_t>(base_ms << std::clamp(failures - 1, 0, 20), 3'600'000);
  return full / 2 + static_cast<int64_t>(static_cast<double>(full) / 2 * random);
}

}  // namespace acta
