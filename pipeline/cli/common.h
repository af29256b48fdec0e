// What the verbs share: exit statuses, messages, common options, the progress line.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/fetch/fetcher.h"
#include "pipeline/run/line.h"
#include "pipeline/text/date.h"
#include "pipeline/text/result.h"

namespace acta::cli {

// docs/cli.md tells their meaning to users.
enum ExitCode : int {
  kOk = 0,         // everything that was asked was done
  kFailed = 1,     // nothing could be done, or a check found faults
  kUsage = 2,      // wrong arguments
  kPartial = 3,    // some inputs were refused, the others were read
  kConfig = 5,     // rules, packs or settings are wrong
  kStore = 6,      // the database is missing, locked, damaged, foreign, newer, or cannot be written
  kTimeout = 124,  // the time that was given is up
  kInterrupted = 130,
};

// Says the error on standard error, harmless to terminals, and gives its exit status.
int Complain(const Error& error);
int StatusOf(const Error& error);  // the same, without a word
void Say(const std::string& line);

// Exit status of a run: by its refusals, and by whether it was interrupted.
int StatusOf(const RunReport& report, bool interrupted);

// False, with a message, when standard output could not be written.
bool FlushOutput();

// Columns of the terminal that standard output is; 0 when it is none.
size_t TerminalWidth();

// --db, by default acta.db in the current folder.
void AddDbOption(CLI::App& verb, std::string& path);
// --packs
void AddPacksOption(CLI::App& verb, std::string& folder);
// --published, --language
void AddReadOptions(CLI::App& verb, ReadOptions& options);
// --contact, --allow-private, --delay
void AddFetchOptions(CLI::App& verb, FetchOptions& options);
// --format with these words; the first is the default.
void AddFormatOption(CLI::App& verb, std::string& format, std::vector<std::string> words);

// Rejects what is no number from `least` to `most`, for CLI11.
std::function<std::string(const std::string&)> CheckBetween(double least, double most);
// Rejects what is no day, for CLI11.
std::string CheckDay(const std::string& text);

// The first and the last day of "2025-09-15", of "2025-09" and of "2025": what bounds of days are written as.
std::optional<std::pair<Date, Date>> PeriodOf(const std::string& text);

// Rejects what is none of these.
std::string CheckPeriod(const std::string& text);

// Rejects a text without a word: an unset variable of a script must not widen what is asked for.
std::string CheckNotEmpty(const std::string& text);

// One line on a terminal's standard error that follows a run; nothing elsewhere.
class Progress {
 public:
  Progress();
  ~Progress();  // takes the line away
  void Show(const std::string& line);
  void Clear();  // takes the line away until it is shown again

 private:
  bool on_;
  bool shown_ = false;
};

}  // namespace acta::cli
