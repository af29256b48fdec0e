// How a run is watched while it goes: the progress line, the structured log, the metrics.
//
//   Result<std::unique_ptr<Monitor>> monitor = Monitor::Start(options, "acta.db");
//   crawl_options.on_visit = [&](const CrawlVisit& visit) { (*monitor)->OnVisit(visit); };
//   (*monitor)->Follow(crawl);
//   …
//   (*monitor)->Settle();   // before the crawl is gone
//   (*monitor)->End(report, status);
//
// Safe to call from any thread; it never ends a run.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "pipeline/cli/common.h"
#include "pipeline/crawl/crawl.h"
#include "pipeline/run/log.h"
#include "pipeline/run/metrics.h"

namespace acta::cli {

struct MonitorOptions {
  std::string log, log_format;  // file or "-", "" for none; "text" or "jsonl"
  std::string metrics_file;     // "" for none
  uint16_t metrics_port = 0;    // 0 for none
  bool quiet = false;           // no progress line
};

// --log, --log-format, --metrics-file, --metrics-port
void AddMonitorOptions(CLI::App& verb, MonitorOptions& options);

class Monitor {
 public:
  static Result<std::unique_ptr<Monitor>> Start(const MonitorOptions& options, const std::string& db);

  void Follow(const Crawl& crawl);
  void Begin(std::string_view verb, int64_t sources);
  void OnVisit(const CrawlVisit& visit);
  void OnStored(const std::string& source, std::string_view stored, int64_t records);
  void OnRefused(const std::string& source, const Error& error);
  void OnInput(const RunReport& report);
  // No other input comes: takes the progress line away and keeps the last numbers of the crawl. Before the store is closed:
  // a reader that came later would leave files beside the database.
  void Settle();
  void End(const RunReport& report, int status);

  // Says a message without tearing the progress line.
  void Say(const std::string& line);

 private:
  Monitor(const MonitorOptions& options, const std::string& db) : options_(options), db_(db) {}
  std::string Metrics() const;
  std::string CrawlMetrics() const;  // of the crawl and of what it knows; asks the database
  void Refresh();  // the progress line and the metrics file, when they are old; under mutex_

  MonitorOptions options_;
  std::string db_;
  std::unique_ptr<Log> log_;
  std::unique_ptr<Progress> progress_;
  mutable std::mutex mutex_;  // of what follows
  const Crawl* crawl_ = nullptr;
  std::optional<std::string> settled_;  // what CrawlMetrics() was at last
  RunReport run_;
  std::chrono::steady_clock::time_point shown_{}, written_{};
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::unique_ptr<MetricsServer> server_;  // its thread ends first
};

}  // namespace acta::cli
