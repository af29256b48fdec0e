#include "pipeline/query/sql.h"

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
      return Fail("sql_timeout", "the statement took longer than " +
                                     std::to_string(static_cast<int64_t>(seconds)) +
                                     " s; narrow it, or give it more with --timeout");
    case SQLITE_AUTH:
      return Fail("sql_denied", "only reading is allowed: " + said);
    default:
      return Fail("sql", said);
  }
}

RowCell CellOf(sqlite3_stmt* row, int column) {
  switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return static_cast<int64_t>(sqlite3_column_int64(row, column));
    case SQLITE_FLOAT:
      return sqlite3_column_double(row, column);
    default:
      return std::string(reinterpret_cast<const char*>(sqlite3_column_text(row, column)),
                         static_cast<size_t>(sqlite3_column_bytes(row, column)));
  }
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
  if (code != SQLITE_OK) return FailFor(handle, limits.seconds);
  if (!statement) return Fail("sql", "there is no statement in it");
  if (!IsBlank(sql.substr(static_cast<size_t>(rest - sql.data())))) {
    return Fail("sql", "one statement at a time; there is more after the first one");
  }
  if (!sqlite3_stmt_readonly(statement.get())) return Fail("sql_denied", "only reading is allowed");

  Rows rows;
  const int columns = sqlite3_column_count(statement.get());
  names.clear();
  for (int i = 0; i < columns; ++i) names.emplace_back(sqlite3_column_name(statement.get(), i));
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
