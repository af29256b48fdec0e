#include "pipeline/run/log.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <ctime>
#include <nlohmann/json.hpp>

#include "pipeline/store/text_width.h"

namespace acta {
namespace {

std::string Timestamp(int64_t unix_seconds) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(unix_seconds)));
}

bool IsEmpty(const Log::Value& value) {
  const auto* text = std::get_if<std::string_view>(&value);
  return text && text->empty();
}

// A value of logfmt: quoted when it would not be read back as one word.
std::string Word(const Log::Value& value) {
  if (const auto* number = std::get_if<int64_t>(&value)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{:.3f}", *number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  const std::string text = Harmless(std::get<std::string_view>(value));
  if (text.find_first_of(" \"=\\") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string LogLine(Log::Form form, int64_t unix_seconds, std::string_view level, std::string_view event,
                    std::initializer_list<Log::Field> fields) {
  if (form == Log::Form::kText) {
    std::string line = fmt::format("{} {} {}", Timestamp(unix_seconds), level, event);
    for (const auto& [name, value] : fields) {
      if (!IsEmpty(value)) line += fmt::format(" {}={}", name, Word(value));
    }
    return line;
  }
  nlohmann::ordered_json line = {{"time", Timestamp(unix_seconds)}, {"level", level}, {"event", event}};
  for (const auto& [name, value] : fields) {
    if (IsEmpty(value)) continue;
    std::visit([&, key = std::string(name)](const auto& v) { line[key] = v; }, value);
  }
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<std::unique_ptr<Log>> Log::Open(const std::string& path, Form form) {
  int file =
      path == "-" ? dup(STDERR_FILENO) : open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (file < 0) return Fail("unwritable", "the log " + path + ": " + std::strerror(errno));
  return std::unique_ptr<Log>(new Log(file, form));
}

Log::~Log() { close(file_); }

void Log::Write(std::string_view level, std::string_view event, std::initializer_list<Field> fields) {
  const std::string line = LogLine(form_, std::time(nullptr), level, event, fields) + '\n';
  std::lock_guard lock(mutex_);
  // A log that cannot be written must not end the run.
  [[maybe_unused]] ssize_t written = write(file_, line.data(), line.size());
}

}  // namespace acta
