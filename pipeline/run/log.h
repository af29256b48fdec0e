// The structured log of a run: one event a line, for people (logfmt) or for programs (JSON).
//
//   Result<std::unique_ptr<Log>> log = Log::Open("acta.log", Log::Form::kJsonl);
//   (*log)->Write("info", "visit", {{"url", url}, {"status", int64_t{200}}});
//
//   2026-03-02T08:15:00Z info visit url=https://news.example/1 status=200
//   {"time":"2026-03-02T08:15:00Z","level":"info","event":"visit","url":"https://news.example/1","status":200}
//
// Lines are appended whole and flushed one by one, so that a log that is rotated or read along loses none.
// Control characters never get through. Safe to call from any thread.
#pragma once

#include <initializer_list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "pipeline/text/result.h"

namespace acta {

class Log {
 public:
  enum class Form { kText, kJsonl };
  using Value = std::variant<std::string_view, int64_t, double, bool>;
  using Field = std::pair<std::string_view, Value>;

  // "-" is standard error. Fails with "unwritable".
  static Result<std::unique_ptr<Log>> Open(const std::string& path, Form form);
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  // `level` is "info", "warning" or "error"; `event` a stable word. Fields that are empty text are left out.
  void Write(std::string_view level, std::string_view event, std::initializer_list<Field> fields);

 private:
  Log(int file, Form form) : file_(file), form_(form) {}

  int file_;
  Form form_;
  std::mutex mutex_;
};

// One line of the log, without its end. For tests; `unix_seconds` is the time.
std::string LogLine(Log::Form form, int64_t unix_seconds, std::string_view level, std::string_view event,
                    std::initializer_list<Log::Field> fields);

}  // namespace acta
