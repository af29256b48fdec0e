#include "pipeline/query/sql.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>

namespace acta {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kInstructions = 10'000;  // of SQLite's machine between two looks at the clock
constexpr std::string_view kPragmas[] = {"table_info", "table_xinfo", "table_list",   "index_list",
                                         "index_info", "index_xinfo", "function_list"};

int Allow(void*, int action, const char* first, const char*, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return SQLITE_OK;  // load_extension is off on this connection
    case SQLITE_PRAGMA:
      return first && std::ranges::find(kPragmas, std::string_view(first)) != std::end(kPragmas)
                 ? SQLITE_OK
                 : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

int IsLate(void* deadline) { return Clock::now() > *static_cast<Clock::time_point*>(deadline); }

// The connection's guards while a statement of the user's runs.
class Guard {
 public:
  Guard(const Database& db, double seconds)
      : handle_(db.handle()),
        deadline_(Clock::now() +
                  std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds))) {
    sqlite3_set_authorizer(handle_, Allow, nullptr);
    sqlite3_progress_handler(handle_, kInstructions, IsLate, &deadline_);
  }
  ~Guard() {
    sqlite3_set_authorizer(handle_, nullptr, nullptr);
    sqlite3_progress_handler(handle_, 0, nullptr, nullptr);
  }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

 private:
  sqlite3* handle_;
  Clock::time_point deadline_;
};

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

tl::unexpected<Error> FailFor(sqlite3* handle, double seconds) {
  const std::string said = sqlite3_errmsg(handle);
  switch (sqlite3_errcode(handle) & 0xff) {
    case SQLITE_INTERRUPT:
      return Fail(
          "sql_timeout",
          fmt::format("the statement took longer than {:g} s; narrow it, or give it more with --timeout",
                      seconds));
    case SQLITE_AUTH:
      return Fail("sql_denied", "only reading is allowed: " + said);
    default:
      return Fail("sql", said);
  }
}

// As SQL writes it: x'00ff'. A blob is no text, and need not be UTF-8.
std::string BlobLiteral(sqlite3_stmt* row, int column) {
  const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(row, column));
  const int size = sqlite3_column_bytes(row, column);
  std::string out = "x'";
  for (int i = 0; i < size; ++i) out += fmt::format("{:02x}", bytes[i]);
  return out + "'";
}

RowCell CellOf(sqlite3_stmt* row, int column) {
  switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return static_cast<int64_t>(sqlite3_column_int64(row, column));
    case SQLITE_FLOAT:
      return sqlite3_column_double(row, column);
    case SQLITE_BLOB:
      return BlobLiteral(row, column);
    default: {
      // First the text, then how long it is: asking may convert it.
      const unsigned char* text = sqlite3_column_text(row, column);
      const int bytes = sqlite3_column_bytes(row, column);
      return std::string(reinterpret_cast<const char*>(text), static_cast<size_t>(bytes));
    }
  }
}

// What the answer calls its columns, each by a name of its own: rows as JSON have one value for each name. As SQLite
// itself tells the columns of a view apart.
std::vector<std::string> NamesOf(sqlite3_stmt* statement) {
  std::vector<std::string> names;
  const int columns = sqlite3_column_count(statement);
  for (int i = 0; i < columns; ++i) {
    const std::string said = sqlite3_column_name(statement, i);
    std::string name = said;
    for (int n = 1; std::ranges::find(names, name) != names.end(); ++n) name = fmt::format("{}:{}", said, n);
    names.push_back(std::move(name));
  }
  return names;
}

std::string ViewsOf(sqlite3* handle) {
  sqlite3_stmt* prepared = nullptr;
  sqlite3_prepare_v2(
      handle,
      "SELECT group_concat(name, ', ') FROM (SELECT name FROM sqlite_schema WHERE type = 'view' "
      "ORDER BY name)",
      -1, &prepared, nullptr);
  std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
  const bool row = statement && sqlite3_step(prepared) == SQLITE_ROW;
  const unsigned char* names = row ? sqlite3_column_text(prepared, 0) : nullptr;
  return names ? reinterpret_cast<const char*>(names) : "";
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n;") == text.npos; }

}  // namespace

Result<Rows> RunSql(const Database& db, std::string_view sql, const SqlLimits& limits,
                    std::vector<std::string>& names) {
  sqlite3* handle = db.handle();
  Guard guard(db, limits.seconds);
  sqlite3_stmt* prepared = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), 0, &prepared, &rest);
  std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
  if (code != SQLITE_OK) {
    Error error = FailFor(handle, limits.seconds).value();
    if (error.message.starts_with("no such table")) error.message += "; the views are " + ViewsOf(handle);
    return tl::unexpected(std::move(error));
  }
  if (!statement) return Fail("sql", "there is no statement in it");
  if (!IsBlank(sql.substr(static_cast<size_t>(rest - sql.data())))) {
    return Fail("sql", "one statement at a time; there is more after the first one");
  }
  if (!sqlite3_stmt_readonly(statement.get())) return Fail("sql_denied", "only reading is allowed");

  Rows rows;
  names = NamesOf(statement.get());
  const int columns = static_cast<int>(names.size());
  for (const std::string& name : names) rows.columns.push_back({name, "", Shown::kAlways});
  for (int step = sqlite3_step(statement.get()); step != SQLITE_DONE; step = sqlite3_step(statement.get())) {
    if (step != SQLITE_ROW) return FailFor(handle, limits.seconds);
    if (static_cast<int64_t>(rows.rows.size()) == limits.rows) {
      return Fail("sql_too_large", "the answer has more than " + std::to_string(limits.rows) +
                                       " rows; narrow it, or add LIMIT");
    }
    std::vector<RowCell>& row = rows.rows.emplace_back();
    for (int i = 0; i < columns; ++i) row.push_back(CellOf(statement.get(), i));
  }
  return rows;
}

}  // namespace acta
