// Compressed bytes to bytes, in bounds: zlib (RFC 1950, 1951, 1952) and Brotli (RFC 7932).
//
//   Result<std::string> html = InflateGzip(body, {.max_bytes = 10 << 20});
//
// Each fails with "bad_encoding" (broken), "truncated" (the end is missing) or "too_large". Pure.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/text/result.h"

namespace acta {

struct InflateLimits {
  size_t max_bytes = 64 << 20;  // of what comes out
  size_t max_ratio = 200;       // of what comes out to what went in …
  size_t ratio_from = 1 << 20;  // … counted from here on
};

Result<std::string> InflateGzip(std::string_view bytes, const InflateLimits& limits);  // all members
Result<std::string> InflateDeflate(std::string_view bytes,
                                   const InflateLimits& limits);  // with zlib's header, or raw
Result<std::string> InflateBrotli(std::string_view bytes, const InflateLimits& limits);

// One gzip member that holds `bytes`.
std::string GzipMember(std::string_view bytes);

}  // namespace acta
