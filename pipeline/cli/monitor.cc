#include "pipeline/cli/monitor.h"

#include <fmt/format.h>

#include <ctime>

namespace acta::cli {
namespace {

using Steady = std::chrono::steady_clock;

constexpr auto kShowEvery = std::chrono::milliseconds(100);
constexpr auto kWriteEvery = std::chrono::seconds(10);

double Seconds(Steady::duration time) { return std::chrono::duration<double>(time).count(); }

}  // namespace

void AddMonitorOptions(CLI::App& verb, MonitorOptions& options) {
  verb.add_option("--log", options.log, "Append a line for each event of the run here; \"-\": standard error")
      ->type_name("FILE");
  options.log_format = "text";
  verb.add_option("--log-format", options.log_format, "How the log is written [default: text]")
      ->check(CLI::IsMember({"text", "jsonl"}));
  verb.add_option("--metrics-file", options.metrics_file, "Keep the numbers of the run here, for Prometheus")
      ->type_name("FILE");
  verb.add_option("--metrics-port", options.metrics_port,
                  "Serve them at http://127.0.0.1:PORT/metrics while the run lasts")
      ->type_name("PORT")
      ->check(CLI::Range(1, 65535));
}

Result<std::unique_ptr<Monitor>> Monitor::Start(const MonitorOptions& options, const std::string& db) {
  std::unique_ptr<Monitor> monitor(new Monitor(options, db));
  if (!options.log.empty()) {
    auto log = Log::Open(options.log, options.log_format == "jsonl" ? Log::Form::kJsonl : Log::Form::kText);
    if (!log) return tl::unexpected(log.error());
    monitor->log_ = std::move(*log);
  }
  if (!options.metrics_file.empty()) {
    Result<void> written = WriteMetricsFile(options.metrics_file, monitor->Metrics());
    if (!written) return tl::unexpected(written.error());
  }
  if (options.metrics_port != 0) {
    auto server = MetricsServer::Start(options.metrics_port, [self = monitor.get()] {
      std::lock_guard lock(self->mutex_);
      return self->Metrics();
    });
    if (!server) return tl::unexpected(server.error());
    monitor->server_ = std::move(*server);
  }
  if (!options.quiet && options.log != "-") monitor->progress_ = std::make_unique<Progress>();
  return monitor;
}

void Monitor::Follow(const Crawl& crawl) {
  std::lock_guard lock(mutex_);
  crawl_ = &crawl;
}

void Monitor::Begin(std::string_view verb, int64_t sources) {
  if (log_) log_->Write("info", "start", {{"verb", verb}, {"db", db_}, {"sources", sources}});
}

void Monitor::OnVisit(const CrawlVisit& visit) {
  const FetchOutcome& outcome = visit.outcome;
  if (log_) {
    const Page* page = outcome.page ? &*outcome.page : nullptr;
    std::string_view result = !visit.error.empty()     ? std::string_view(visit.error)
                              : outcome.not_modified() ? "unchanged"
                                                       : "fetched";
    log_->Write(visit.error.empty() ? "info" : "warning", "visit",
                {{"url", visit.known.url},
                 {"source", visit.known.source},
                 {"kind", visit.known.kind == UrlKind::kFeed ? "feed" : "page"},
                 {"result", result},
                 {"status", int64_t{page ? page->status : 0}},
                 {"bytes", static_cast<int64_t>(page ? page->bytes.size() : 0)},
                 {"attempts", int64_t{outcome.attempts}},
                 {"redirects", static_cast<int64_t>(outcome.redirects.size())},
                 {"delay_ms", outcome.delay_ms},
                 {"retry_after_s", outcome.retry_after_ms / 1000},
                 {"tls_unverified", page && page->tls_unverified},
                 {"message", page ? std::string_view() : std::string_view(outcome.page.error().message)}});
  }
  std::lock_guard lock(mutex_);
  Refresh();
}

void Monitor::OnStored(const std::string& source, std::string_view stored, int64_t records) {
  if (log_) log_->Write("info", "article", {{"source", source}, {"stored", stored}, {"records", records}});
}

void Monitor::OnRefused(const std::string& source, const Error& error) {
  if (log_) {
    log_->Write("warning", "refused", {{"source", source}, {"kind", error.kind}, {"message", error.message}});
  }
}

void Monitor::OnInput(const RunReport& report) {
  std::lock_guard lock(mutex_);
  run_ = report;
  Refresh();
}

void Monitor::Settle() {
  std::lock_guard lock(mutex_);
  progress_.reset();
  if (!settled_) settled_ = CrawlMetrics();
  crawl_ = nullptr;
}

void Monitor::End(const RunReport& report, int status) {
  if (log_) {
    log_->Write("info", "end",
                {{"status", int64_t{status}},
                 {"inputs", report.inputs},
                 {"read", report.read},
                 {"new", report.added},
                 {"refused", report.refused},
                 {"not_reached", report.cancelled},
                 {"not_stored", report.unkept},
                 {"records", report.records},
                 {"seconds", Seconds(Steady::now() - began_)}});
  }
  server_.reset();
  std::lock_guard lock(mutex_);
  run_ = report;
  if (!options_.metrics_file.empty()) {
    Result<void> written = WriteMetricsFile(options_.metrics_file, Metrics());
    if (!written) cli::Say(written.error().message);
  }
}

void Monitor::Say(const std::string& line) {
  std::lock_guard lock(mutex_);
  if (progress_) progress_->Clear();
  cli::Say(line);
}

std::string Monitor::Metrics() const { return RunMetrics(run_) + (settled_ ? *settled_ : CrawlMetrics()); }

std::string Monitor::CrawlMetrics() const {
  std::string metrics;
  if (crawl_) metrics += crawl_->report().AsMetrics();
  if (auto frontier = OpenFrontierForReading(db_)) {
    if (auto status = (*frontier)->Status(std::time(nullptr))) metrics += FrontierMetrics(*status);
  }
  return metrics;
}

void Monitor::Refresh() {
  const auto now = Steady::now();
  if (progress_ && now - shown_ >= kShowEvery) {
    shown_ = now;
    std::string line;
    if (crawl_) {
      const CrawlReport crawl = crawl_->report();
      line = fmt::format("{} answers of {} hosts, {} failed; ", crawl.successes(), crawl.hosts.size(),
                         crawl.failures());
    }
    progress_->Show(fmt::format("{}{} read, {} refused, {} records, {:.0f} s", line, run_.read, run_.refused,
                                run_.records, Seconds(now - began_)));
  }
  if (!options_.metrics_file.empty() && now - written_ >= kWriteEvery) {
    written_ = now;
    // The end of the run says what is wrong with the file.
    [[maybe_unused]] Result<void> written = WriteMetricsFile(options_.metrics_file, Metrics());
  }
}

}  // namespace acta::cli
