#include <fmt/format.h>

#include "pipeline/crawl/crawl.h"

namespace acta {
namespace {

// A label value of the exposition format.
std::string Label(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\\' || c == '"') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

}  // namespace

int64_t CrawlReport::failures() const {
  int64_t failed = 0;
  for (const auto& [name, host] : hosts) {
    for (const auto& [kind, count] : host.failed) failed += count;
  }
  return failed;
}

std::string CrawlReport::AsMetrics() const {
  std::string out =
      "# HELP acta_fetched_total Answers with content, by host.\n# TYPE acta_fetched_total counter\n";
  for (const auto& [name, host] : hosts)
    out += fmt::format("acta_fetched_total{{host=\"{}\"}} {}\n", Label(name), host.fetched);
  out +=
      "# HELP acta_unchanged_total Answers \"not modified\", by host.\n# TYPE acta_unchanged_total counter\n";
  for (const auto& [name, host] : hosts)
    out += fmt::format("acta_unchanged_total{{host=\"{}\"}} {}\n", Label(name), host.unchanged);
  out +=
      "# HELP acta_fetched_bytes_total Decoded bytes received, by host.\n# TYPE acta_fetched_bytes_total "
      "counter\n";
  for (const auto& [name, host] : hosts)
    out += fmt::format("acta_fetched_bytes_total{{host=\"{}\"}} {}\n", Label(name), host.bytes);
  out +=
      "# HELP acta_fetch_failures_total URLs that failed, by host and kind of error.\n# TYPE "
      "acta_fetch_failures_total counter\n";
  for (const auto& [name, host] : hosts) {
    for (const auto& [kind, count] : host.failed) {
      out += fmt::format("acta_fetch_failures_total{{host=\"{}\",kind=\"{}\"}} {}\n", Label(name),
                         Label(kind), count);
    }
  }
  out += fmt::format(
      "# HELP acta_discovered_total URLs that were new.\n# TYPE acta_discovered_total "
      "counter\nacta_discovered_total {}\n",
      discovered);
  out += fmt::format(
      "# HELP acta_pages_total Pages given to the line.\n# TYPE acta_pages_total counter\nacta_pages_total "
      "{}\n",
      given);
  return out;
}

}  // namespace acta
