// The sites of the soak: some hosts on 127.0.0.x, each with a feed and pages, one page in twenty with a fault. What a
// page holds and what is wrong with it follow from its number alone, so that what a crawl must come to is known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "pipeline/fetch/page_source.h"

namespace acta::soak {

enum class Fault {
  kNone,
  // These pages can be had, sooner or later, in one way or another.
  kOnce503,
  kOnce429,
  kOnceReset,
  kOnceTruncated,
  kTwice500,
  kSlow,
  kRedirect,
  kGzip,
  // These cannot.
  k404,
  k410,
  k403,
  k500,
  kReset,
  kTruncated,
  kLoop,
  kNoLocation,
  kBadGzip,
  kNoHttp,
  kRobots,
  kHuge,
  // These arrive and are no articles.
  kEmpty,
  kBinary,
  kFrench,
};

struct Answer {
  std::string bytes;  // as they go over the wire
  int delay_ms = 0;
  bool reset = false;  // at the end, instead of a close
};

class Site {
 public:
  Site(int hosts, int pages) : hosts_(hosts), pages_(pages) {}

  int hosts() const { return hosts_; }
  int pages_of(int host) const { return pages_ / hosts_ + (host < pages_ % hosts_); }
  static std::string Address(int host) { return "127.0.0." + std::to_string(host + 2); }
  std::string Url(int host, std::string_view path, int port) const;
  static std::string Path(int host, int page);
  static Fault FaultOf(int host, int page);

  // The answer to the `times`-th request of this kind (from 1). Thread-compatible.
  Answer Serve(int host, std::string_view path, int port, int times) const;

  // What a crawl without kills and transient faults would be given, one page after the other: pages, and failures
  // with their kind.
  std::optional<SourcedPage> Expected(int host, int page, int port) const;

 private:
  std::string Feed(int host, int port) const;

  int hosts_, pages_;
};

}  // namespace acta::soak
