// acta status: what the crawl knows, what is due, what went wrong.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>

#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/crawl/frontier.h"
#include "pipeline/query/write_rows.h"

namespace acta::cli {
namespace {

using Json = nlohmann::ordered_json;

struct StatusVerb {
  std::string db, format;
  size_t hosts = 20;
};

// RFC 3339, or nothing for "never".
RowCell Time(int64_t unix_seconds) {
  if (unix_seconds == 0) return {};
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(unix_seconds)));
}

RowCell TextOrNothing(const std::string& text) { return text.empty() ? RowCell() : RowCell(text); }

Rows SourceRows(const FrontierStatus& status) {
  Rows rows;
  for (const char* name :
       {"source", "known", "due", "later", "done", "given_up", "last_success", "next_visit", "error"}) {
    rows.columns.push_back({name, ""});
  }
  for (const auto& [name, s] : status.sources) {
    rows.rows.push_back({name, s.known, s.due, s.later, s.done, s.given_up, Time(s.last_success),
                         Time(s.next_visit), TextOrNothing(s.error)});
  }
  return rows;
}

// Hosts with something due first, the longest queue first.
Rows HostRows(const FrontierStatus& status, size_t most) {
  Rows rows;
  for (const char* name : {"host", "due", "delay_s", "asked_at", "blocked_until"})
    rows.columns.push_back({name, ""});
  std::vector<std::pair<std::string, HostStatus>> hosts(status.hosts.begin(), status.hosts.end());
  std::stable_sort(hosts.begin(), hosts.end(),
                   [](const auto& a, const auto& b) { return a.second.due > b.second.due; });
  if (most > 0 && hosts.size() > most) hosts.resize(most);
  for (const auto& [name, h] : hosts) {
    rows.rows.push_back({name, h.due, (h.delay_ms + 999) / 1000, Time(h.asked_at), Time(h.blocked_until)});
  }
  return rows;
}

Rows ErrorRows(const FrontierStatus& status) {
  Rows rows;
  rows.columns = {{"error", ""}, {"urls", ""}};
  for (const auto& [kind, count] : status.errors) rows.rows.push_back({kind, count});
  return rows;
}

Json AsJson(const Rows& rows) {
  Json all = Json::array();
  for (const auto& row : rows.rows) {
    Json line;
    for (size_t i = 0; i < row.size(); ++i) {
      const std::string name(rows.columns[i].name);
      if (const auto* number = std::get_if<int64_t>(&row[i])) {
        line[name] = *number;
      } else if (const auto* text = std::get_if<std::string>(&row[i])) {
        line[name] = *text;
      } else {
        line[name] = nullptr;
      }
    }
    all.push_back(std::move(line));
  }
  return all;
}

int ShowStatus(const StatusVerb& verb) {
  Result<std::unique_ptr<Frontier>> frontier = OpenFrontierForReading(verb.db);
  if (!frontier) return Complain(frontier.error());
  Result<FrontierStatus> status = (*frontier)->Status(std::time(nullptr));
  if (!status) return Complain(status.error());
  const Rows sources = SourceRows(*status), hosts = HostRows(*status, verb.hosts),
             errors = ErrorRows(*status);
  if (verb.format == "json") {
    const Json all = {{"sources", AsJson(sources)}, {"hosts", AsJson(hosts)}, {"errors", AsJson(errors)}};
    std::cout << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return kOk;
  }
  for (const Rows* rows : {&sources, &hosts, &errors}) {
    if (rows != &sources) std::cout << '\n';
    WriteRows(*rows, RowFormat::kTable, {TerminalWidth()}, std::cout);
  }
  return kOk;
}

}  // namespace

void AddStatus(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<StatusVerb>();
  CLI::App* verb = app.add_subcommand("status", "What the crawl knows, what is due, what went wrong");
  AddDbOption(*verb, options.db);
  AddFormatOption(*verb, options.format, {"table", "json"});
  verb->add_option("--hosts", options.hosts,
                   "So many hosts, those with the most due first; 0: all [default: 20]")
      ->type_name("N");
  verb->footer(
      "Per source: known = due + later + done + given_up; last_success, next_visit and error are of its "
      "feeds.\n"
      "Works while a run writes.\n"
      "\n"
      "Examples:\n"
      "  acta status\n"
      "  acta status --db province.db --format json");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return ShowStatus(options); }; });
}

}  // namespace acta::cli
