#include "pipeline/cli/common.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>

#include "pipeline/store/text_width.h"

namespace acta::cli {

int Complain(const Error& error) {
  // A rule's error quotes its source line and sets a caret below: its lines stay lines.
  std::string message;
  for (size_t at = 0; at <= error.message.size();) {
    size_t end = std::min(error.message.find('\n', at), error.message.size());
    message += (at ? "\n" : "") + Harmless(std::string_view(error.message).substr(at, end - at));
    at = end + 1;
  }
  std::cerr << "acta: " << message << '\n';
  return StatusOf(error);
}

int StatusOf(const Error& error) {
  const std::string& kind = error.kind;
  if (kind == "usage" || kind == "sql" || kind == "sql_denied") return kUsage;
  if (kind == "sql_timeout") return kTimeout;
  if (kind == "config" || kind == "rule" || kind == "rules") return kConfig;
  if (kind.starts_with("db") || kind == "disk_full" || kind == "frontier") return kStore;
  return kFailed;
}

void Say(const std::string& line) { std::cerr << "acta: " << Harmless(line) << '\n'; }

int StatusOf(const RunReport& report, bool interrupted) {
  if (interrupted) return kInterrupted;
  if (report.refused == 0) return report.inputs > 0 ? kOk : kFailed;
  return report.read > 0 ? kPartial : kFailed;
}

bool FlushOutput() {
  std::cout.flush();
  if (std::cout) return true;
  Say("standard output could not be written");
  return false;
}

size_t TerminalWidth() {
  winsize size{};
  if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col ? size.ws_col : 80;
}

void AddDbOption(CLI::App& verb, std::string& path) {
  path = "acta.db";
  verb.add_option("--db", path, "The database [default: $ACTA_DB, else acta.db]")->type_name("FILE");
}

void AddPacksOption(CLI::App& verb, std::string& folder) {
  verb.add_option("--packs", folder, "Folder of the language packs [default: that of the program]")
      ->type_name("DIR");
}

void AddReadOptions(CLI::App& verb, ReadOptions& options) {
  verb.add_option("--published", options.published, "Day on which all the inputs were published")
      ->type_name("YYYY-MM-DD")
      ->check(CheckDay);
  verb.add_option("--language", options.language,
                  "Language of all the inputs, when it is not to be told from them")
      ->type_name("xx");
}

void AddFetchOptions(CLI::App& verb, FetchOptions& options) {
  verb.add_option("--contact", options.contact,
                  "Your mail address or web page, told to the sites; needed for hosts that are not private");
  verb.add_flag("--allow-private", options.allow_private, "Fetch from loopback and private networks too");
  verb.add_option_function<double>(
          "--delay", [&options](double seconds) { options.delay_ms = static_cast<int64_t>(seconds * 1000); },
          "Seconds between requests to one host, at least 1 [default: 1]")
      ->check(CheckBetween(1, 3600))
      ->type_name("SECONDS");
  verb.add_option_function<double>(
          "--timeout",
          [&limits = options.limits](double seconds) {
            limits.total_timeout_ms = static_cast<int64_t>(seconds * 1000);
            limits.connect_timeout_ms = std::min(limits.connect_timeout_ms, limits.total_timeout_ms);
          },
          "Seconds that an answer may take in all [default: 60]")
      ->check(CheckBetween(0.1, 3600))
      ->type_name("SECONDS");
  verb.add_option("--retries", options.max_retries,
                  "Further attempts after a failure that may pass [default: 2]")
      ->check(CLI::Range(0, 10));
  verb.add_option("--ca-file", options.ca_file, "Trust these authorities (PEM) instead of the system's")
      ->type_name("FILE");
}

void AddFormatOption(CLI::App& verb, std::string& format, std::vector<std::string> words) {
  format = words.front();
  verb.add_option("--format", format, "How to print [default: " + format + "]")
      ->check(CLI::IsMember(std::move(words)));
}

std::function<std::string(const std::string&)> CheckBetween(double least, double most) {
  return [=](const std::string& text) -> std::string {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size() && value >= least && value <= most)
      return "";
    return fmt::format("\"{}\" is not between {:g} and {:g}", text, least, most);
  };
}

std::string CheckDay(const std::string& text) {
  std::optional<Date> day = ParseIsoDate(text);
  return day && day->has_year() ? "" : "\"" + text + "\" is no day; write YYYY-MM-DD";
}

std::optional<std::pair<Date, Date>> PeriodOf(const std::string& text) {
  if (const auto day = ParseIsoDate(text); day && day->has_year()) return std::pair{*day, *day};
  const bool year = text.size() == 4;
  const auto first = ParseIsoDate(text + (year ? "-01-01" : "-01"));
  if (!first || !first->has_year()) return std::nullopt;
  Date last = *first;
  if (year) last.month = 12;
  last.day = static_cast<int8_t>(DaysInMonth(last.year, last.month));
  return std::pair{*first, last};
}

std::string CheckPeriod(const std::string& text) {
  return PeriodOf(text) ? "" : "\"" + text + "\" is no day; write YYYY-MM-DD, or YYYY-MM of a month, or YYYY";
}

std::string CheckNotEmpty(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == text.npos ? "it is empty" : "";
}

Progress::Progress() : on_(isatty(STDERR_FILENO)) {}

Progress::~Progress() { Clear(); }

void Progress::Clear() {
  if (shown_) std::cerr << "\r\x1b[K" << std::flush;
  shown_ = false;
}

void Progress::Show(const std::string& line) {
  if (!on_) return;
  shown_ = true;
  winsize size{};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
  std::cerr << "\r\x1b[K" << line.substr(0, known ? size.ws_col - 1u : 79u) << std::flush;
}

}  // namespace acta::cli
