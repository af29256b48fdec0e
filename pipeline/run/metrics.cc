#include "pipeline/run/metrics.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

namespace acta {
namespace {

void AddHead(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
  out += fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
}

}  // namespace

std::string RunMetrics(const RunReport& report) {
  const std::pair<const char*, const StageCount&> stages[] = {
      {"fetch", report.fetch}, {"clean", report.clean}, {"extract", report.extract}, {"store", report.sink}};
  std::string out;
  AddHead(out, "acta_stage_items_total", "counter", "Items that a stage took.");
  for (const auto& [name, stage] : stages)
    out += fmt::format("acta_stage_items_total{{stage=\"{}\"}} {}\n", name, stage.items);
  AddHead(out, "acta_stage_bytes_total", "counter", "Bytes that a stage took.");
  for (const auto& [name, stage] : stages)
    out += fmt::format("acta_stage_bytes_total{{stage=\"{}\"}} {}\n", name, stage.bytes);
  AddHead(out, "acta_stage_seconds_total", "counter", "Seconds of work of a stage, summed over the workers.");
  for (const auto& [name, stage] : stages) {
    out += fmt::format("acta_stage_seconds_total{{stage=\"{}\"}} {:.3f}\n", name,
                       std::chrono::duration<double>(stage.time).count());
  }
  AddHead(out, "acta_articles_total", "counter", "Pages that were read, by what the store made of them.");
  out += fmt::format("acta_articles_total{{stored=\"new\"}} {}\n", report.added);
  out += fmt::format("acta_articles_total{{stored=\"unchanged\"}} {}\n", report.unchanged);
  out += fmt::format("acta_articles_total{{stored=\"read_again\"}} {}\n", report.reread);
  AddHead(out, "acta_refused_total", "counter", "Inputs that were refused, by kind of error.");
  for (const auto& [kind, count] : report.reasons)
    out += fmt::format("acta_refused_total{{kind=\"{}\"}} {}\n", kind, count);
  AddHead(out, "acta_unkept_total", "counter", "Inputs that the database failed to keep.");
  out += fmt::format("acta_unkept_total {}\n", report.unkept);
  AddHead(out, "acta_records_total", "counter", "Records that were read.");
  out += fmt::format("acta_records_total {}\n", report.records);
  return out;
}

Result<void> WriteMetricsFile(const std::string& path, const std::string& metrics) {
  const std::string beside = path + "." + std::to_string(getpid());
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  out << metrics;
  out.close();
  if (out && std::rename(beside.c_str(), path.c_str()) == 0) return {};
  const std::string why = std::strerror(errno);
  std::remove(beside.c_str());
  return Fail("unwritable", "the metrics file " + path + ": " + why);
}

}  // namespace acta
