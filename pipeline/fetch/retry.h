// When to ask again: what a status is called, how long Retry-After asks to wait, how long a backoff lasts.
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace acta {

// "http_404", "http_429", "http_5xx", "http_other"; 2xx and 304 are no errors and have no kind.
std::string StatusKind(int status);

// 429 and 5xx except 501 and 505: the same request may succeed later.
bool IsTransientStatus(int status);

// Milliseconds that "Retry-After: VALUE" asks to wait from now: VALUE is a number of seconds or an HTTP date
// (RFC 9110, 10.2.3). nullopt when it is neither.
std::optional<int64_t> RetryAfterMs(std::string_view value, int64_t now_ms);

// The wait after the `failures`-th failure in a row (1, 2, …): `base_ms` doubled each time, of which the
// upper half is drawn by `random` in [0, 1); an hour at most.
int64_t BackoffMs(int64_t base_ms, int failures, double random);

}  // namespace acta
