#include "pipeline/store/sqlite.h"

#include <sqlite3.h>

#include <filesystem>

namespace acta {
namespace {

Error ErrorFor(sqlite3* handle, int code, const std::string& path) {
  const std::string said = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"db_locked", path + " is locked by another program; try again when it has finished"};
    case SQLITE_CORRUPT:
      return {"db_corrupt",
              path + " is damaged (" + said + "); restore it from a copy, or read the sources again"};
    case SQLITE_NOTADB:
      return {"db_foreign", path + " is not a SQLite database; name another file with --db"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {"db_unwritable",
              path + " cannot be written (" + said + "); check the file's and the folder's permissions"};
    case SQLITE_CANTOPEN:
      return {"db_unwritable",
              path + " cannot be opened (" + said + "); check that its folder exists and permissions"};
    case SQLITE_CONSTRAINT:
      return {"bad_record", "a value does not fit the schema: " + said.substr(0, said.find('\n'))};
    case SQLITE_FULL:
      return {"disk_full", "no space left for " + path + "; what was stored so far is safe"};
    default:
      return {"db", path + ": " + said};
  }
}

tl::unexpected<Error> FailFor(sqlite3* handle, int code) {
  const char* path = handle ? sqlite3_db_filename(handle, "main") : nullptr;
  std::string name = path && *path ? std::filesystem::path(path).filename().string() : "the database";
  return tl::unexpected<Error>(ErrorFor(handle, code, name));
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement& Statement::Bind(int parameter, std::string_view value) {
  // A null pointer would bind NULL where an empty text is meant.
  const char* data = value.data() ? value.data() : "";
  int code = sqlite3_bind_text64(statement_.get(), parameter, data, value.size(), SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) bind_error_ = code;
  return *this;
}

Statement& Statement::Bind(int parameter, int64_t value) {
  if (int code = sqlite3_bind_int64(statement_.get(), parameter, value); code != SQLITE_OK)
    bind_error_ = code;
  return *this;
}

Statement& Statement::Bind(int parameter, double value) {
  if (int code = sqlite3_bind_double(statement_.get(), parameter, value); code != SQLITE_OK)
    bind_error_ = code;
  return *this;
}

Statement& Statement::BindNull(int parameter) {
  if (int code = sqlite3_bind_null(statement_.get(), parameter); code != SQLITE_OK) bind_error_ = code;
  return *this;
}

int Statement::Parameter(const char* name) const {
  return sqlite3_bind_parameter_index(statement_.get(), name);
}

Result<bool> Statement::Step() {
  int code = bind_error_ ? bind_error_ : sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return FailFor(sqlite3_db_handle(statement_.get()), code);
}

Result<void> Statement::Run() {
  Result<bool> row = Step();
  while (row && *row) row = Step();
  Reset();
  if (!row) return tl::unexpected(row.error());
  return {};
}

void Statement::Reset() {
  sqlite3_reset(statement_.get());
  bind_error_ = 0;
}

bool Statement::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
int64_t Statement::Int(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Statement::Real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Statement::Text(int column) const {
  auto text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return text ? std::string_view(text, static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column)))
              : std::string_view();
}

int Statement::columns() const { return sqlite3_column_count(statement_.get()); }
std::string_view Statement::ColumnName(int column) const {
  return sqlite3_column_name(statement_.get(), column);
}

Statement::Type Statement::TypeOf(int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_INTEGER:
      return Type::kInteger;
    case SQLITE_FLOAT:
      return Type::kReal;
    case SQLITE_TEXT:
      return Type::kText;
    case SQLITE_BLOB:
      return Type::kBlob;
    default:
      return Type::kNull;
  }
}

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Result<Database> Database::Open(const std::string& path, Mode mode, int patience_ms, const std::string& uri) {
  if (mode != Mode::kCreate && !std::filesystem::exists(path)) {
    return Fail("db_missing", path + " does not exist; make it with: acta ingest SOURCE --db " + path);
  }
  int flags = mode == Mode::kRead    ? SQLITE_OPEN_READONLY
              : mode == Mode::kWrite ? SQLITE_OPEN_READWRITE
                                     : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* handle = nullptr;
  int code = sqlite3_open_v2((uri.empty() ? path : uri).c_str(), &handle,
                             flags | SQLITE_OPEN_NOMUTEX | (uri.empty() ? 0 : SQLITE_OPEN_URI), nullptr);
  Database db;
  db.handle_.reset(handle);
  db.path_ = path;
  if (code != SQLITE_OK) return tl::unexpected<Error>(ErrorFor(handle, code, path));
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, patience_ms);
  // No SQL can damage the file's own structure.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  return db;
}

Result<Statement> Database::Prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return FailFor(handle_.get(), code);
  return Statement(statement);
}

Result<void> Database::Execute(const std::string& sql) const {
  int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return FailFor(handle_.get(), code);
  return {};
}

Result<int64_t> Database::Integer(std::string_view sql) const {
  Result<Statement> statement = Prepare(sql);
  if (!statement) return tl::unexpected(statement.error());
  Result<bool> row = statement->Step();
  if (!row) return tl::unexpected(row.error());
  return *row ? statement->Int(0) : 0;
}

int64_t Database::changes() const { return sqlite3_total_changes64(handle_.get()); }

Result<Transaction> Transaction::Begin(const Database& db) {
  if (Result<void> begun = db.Execute("BEGIN IMMEDIATE"); !begun) return tl::unexpected(begun.error());
  return Transaction(db);
}

Result<void> Transaction::Commit() {
  Result<void> committed = db_->Execute("COMMIT");
  if (committed) db_ = nullptr;
  return committed;
}

Transaction::~Transaction() {
  // A failed statement may have rolled back already; then this one has nothing to do.
  if (db_) (void)db_->Execute("ROLLBACK");
}

}  // namespace acta
