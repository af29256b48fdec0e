#include <fmt/format.h>

#include <algorithm>

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

int64_t CrawlReport::successes() const {
  int64_t all = 0;
  for (const auto& [name, host] : hosts) all += host.fetched + host.unchanged;
  return all;
}

void WriteHosts(const CrawlReport& report, std::ostream& out) {
  if (report.hosts.empty()) return;
  size_t width = 4;
  for (const auto& [name, host] : report.hosts) width = std::max(width, name.size());
  out << fmt::format("{:<{}}{:>9}{:>11}{:>10}{:>8}  {}\n", "host", width, "fetched", "unchanged", "MB",
                     "failed", "by kind");
  for (const auto& [name, host] : report.hosts) {
    int64_t failed = 0;
    std::string kinds;
    for (const auto& [kind, count] : host.failed) {
      failed += count;
      kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", count, kind);
    }
    std::string line = fmt::format("{:<{}}{:>9}{:>11}{:>10.2f}{:>8}  {}", name, width, host.fetched,
                                   host.unchanged, static_cast<double>(host.bytes) / 1e6, failed, kinds);
    out << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
  }
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

std::string FrontierMetrics(const FrontierStatus& status) {
  std::string out =
      "# HELP acta_frontier_urls URLs that are known, by source and state.\n"
      "# TYPE acta_frontier_urls gauge\n";
  for (const auto& [name, source] : status.sources) {
    const std::pair<const char*, int64_t> states[] = {
        {"due", source.due}, {"later", source.later}, {"done", source.done}, {"given_up", source.given_up}};
    for (const auto& [state, count] : states) {
      out += fmt::format("acta_frontier_urls{{source=\"{}\",state=\"{}\"}} {}\n", Label(name), state, count);
    }
  }
  out +=
      "# HELP acta_source_last_success_timestamp_seconds When a source last answered well; 0: never.\n"
      "# TYPE acta_source_last_success_timestamp_seconds gauge\n";
  for (const auto& [name, source] : status.sources) {
    out += fmt::format("acta_source_last_success_timestamp_seconds{{source=\"{}\"}} {}\n", Label(name),
                       source.last_success);
  }
  return out;
}

}  // namespace acta
