// A Page is what came from outside: the bytes as received, and how they were had.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace acta {

// Names are lower case; a name may repeat; values are as sent, without the line end.
using Headers = std::vector<std::pair<std::string, std::string>>;

struct Page {
  std::string source;      // as the user gave it: a path or a URL
  std::string url;         // final URL after redirects; empty for a file without a known URL
  int status = 0;          // HTTP status; 0 for a file
  Headers headers;         // of the final response; empty for a file
  std::string bytes;       // the body, content-encoding removed, charset untouched
  int64_t fetched_at = 0;  // seconds since 1970, UTC; 0 when unknown
  bool tls_unverified = false;
  std::string capture;  // id of the archived record that holds it; empty unless it was archived
};

// First value of the header `name` (lower case), or "".
std::string_view HeaderValue(const Headers& headers, std::string_view name);

}  // namespace acta
