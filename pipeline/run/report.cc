#include "pipeline/run/report.h"

#include <fmt/format.h>

namespace acta {
namespace {

double Seconds(std::chrono::nanoseconds time) { return std::chrono::duration<double>(time).count(); }

void WriteStage(std::string_view name, const StageCount& stage, std::ostream& out) {
  if (stage.items == 0) return;
  const double megabytes = static_cast<double>(stage.bytes) / 1e6, seconds = Seconds(stage.time);
  out << fmt::format("{:<8}{:>9}{:>10.2f}{:>10.2f}{:>10}\n", name, stage.items, megabytes, seconds,
                     seconds > 0 ? fmt::format("{:.1f}", megabytes / seconds) : "-");
}

}  // namespace

void WriteReport(const RunReport& report, std::string_view sink, std::ostream& out) {
  out << fmt::format("{:<8}{:>9}{:>10}{:>10}{:>10}\n", "stage", "items", "MB", "seconds", "MB/s");
  WriteStage("fetch", report.fetch, out);
  WriteStage("clean", report.clean, out);
  WriteStage("extract", report.extract, out);
  WriteStage(sink, report.sink, out);

  out << fmt::format("{} input{} in {:.2f} s: {} read", report.inputs, report.inputs == 1 ? "" : "s",
                     Seconds(report.wall), report.read);
  if (sink == "store") {
    out << fmt::format(" ({} new, {} unchanged, {} read again)", report.added, report.unchanged,
                       report.reread);
  }
  out << fmt::format(", {} refused", report.refused);
  if (report.cancelled) out << fmt::format(", {} not reached", report.cancelled);
  if (report.unkept) out << fmt::format(", {} not stored", report.unkept);
  out << fmt::format("; {} records\n", report.records);
  if (report.corrected) {
    out << fmt::format("  {} values of the rules were outside their vocabulary and set right\n",
                       report.corrected);
  }
  if (report.forgotten)
    out << fmt::format("  {} left out: removed on request before (acta forget)\n", report.forgotten);
  if (report.partial)
    out << fmt::format("  {} read in part: see the status of the article\n", report.partial);
  for (const auto& [reason, count] : report.reasons) out << fmt::format("  {} refused: {}\n", count, reason);
}

}  // namespace acta
