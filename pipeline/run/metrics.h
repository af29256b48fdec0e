// What monitoring reads: the numbers of a run in the Prometheus text exposition format 0.0.4, as a file for
// the node exporter's textfile collector, or on a loopback port.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "pipeline/run/report.h"
#include "pipeline/text/result.h"

struct MHD_Daemon;

namespace acta {

// The stages and inputs of the run.
std::string RunMetrics(const RunReport& report);

// Replaces the file by one step, so that a reader sees the old numbers or the new ones. Fails with "unwritable".
Result<void> WriteMetricsFile(const std::string& path, const std::string& metrics);

// Answers "GET /metrics" on 127.0.0.1, one scrape after the other, on a thread of its own, until destroyed.
class MetricsServer {
 public:
  // `metrics` is called on that thread. Port 0: any free one. Fails with "port".
  static Result<std::unique_ptr<MetricsServer>> Start(uint16_t port, std::function<std::string()> metrics);
  ~MetricsServer();
  MetricsServer(const MetricsServer&) = delete;
  MetricsServer& operator=(const MetricsServer&) = delete;

  uint16_t port() const;

 private:
  explicit MetricsServer(std::function<std::string()> metrics) : metrics_(std::move(metrics)) {}

  std::function<std::string()> metrics_;
  struct Stop {
    void operator()(MHD_Daemon* daemon) const;
  };
  std::unique_ptr<MHD_Daemon, Stop> daemon_;
};

}  // namespace acta
