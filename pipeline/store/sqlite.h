// SQLite with ownership, errors as values, and nothing else hidden.
//
//   Result<Database> db = Database::Open("acta.db", Database::Mode::kRead);
//   Result<Statement> select = db->Prepare("SELECT id FROM record WHERE kind = ?1");
//   select->Bind(1, "deadline");
//   while (true) {
//     Result<bool> row = select->Step();
//     if (!row) return tl::unexpected(row.error());
//     if (!*row) break;
//     Use(select->Text(0));
//   }
//
// Errors carry a stable kind: "db_locked", "db_corrupt", "db_foreign", "db_unwritable", "db_missing",
// "disk_full", "bad_record" (a row that the schema does not allow), "db" for the rest. A Database and its Statements belong to one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/text/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace acta {

class Statement {
 public:
  // Parameters count from 1. A failure to bind (out of memory, too long) is reported by Step.
  Statement& Bind(int parameter, std::string_view value);
  Statement& Bind(int parameter, const char* value) { return Bind(parameter, std::string_view(value)); }
  Statement& Bind(int parameter, const std::string& value) {
    return Bind(parameter, std::string_view(value));
  }
  Statement& Bind(int parameter, int64_t value);
  Statement& Bind(int parameter, double value);
  Statement& BindNull(int parameter);
  // The number of a parameter ":name", 0 when the SQL has none of that name.
  int Parameter(const char* name) const;

  // True when a row stands ready, false at the end. The bound strings must live until then.
  Result<bool> Step();
  // Steps to the end, then makes the statement ready for the next values.
  Result<void> Run();
  void Reset();

  // Columns of the row, from 0. Text lives until the next Step; null reads as 0 or "".
  bool IsNull(int column) const;
  int64_t Int(int column) const;
  double Real(int column) const;
  std::string_view Text(int column) const;
  int columns() const;
  std::string_view ColumnName(int column) const;

  enum class Type { kInteger, kReal, kText, kBlob, kNull };
  Type TypeOf(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bind_error_ = 0;
};

class Database {
 public:
  enum class Mode {
    kRead,    // the file must exist and is never changed
    kWrite,   // the file must exist
    kCreate,  // the file is made when it is missing
  };

  // Opens the file; does not look at what is in it. Waits up to `patience_ms` for a lock. `uri`, when it
  // is not empty, is opened in place of `path` (https://sqlite.org/uri.html).
  static Result<Database> Open(const std::string& path, Mode mode, int patience_ms = 5000,
                               const std::string& uri = "");

  Result<Statement> Prepare(std::string_view sql) const;
  Result<void> Execute(const std::string& sql) const;   // any number of statements, no rows wanted
  Result<int64_t> Integer(std::string_view sql) const;  // first column of the first row, 0 when none
  int64_t changes() const;                              // rows changed since the file was opened

  const std::string& path() const { return path_; }
  sqlite3* handle() const { return handle_.get(); }  // for functions, backup and limits

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::unique_ptr<sqlite3, Close> handle_;
  std::string path_;
};

// Undoes everything since Begin unless Commit was reached.
class Transaction {
 public:
  // Takes the write lock at once, so that a second writer waits here and not half-way.
  static Result<Transaction> Begin(const Database& db);
  Result<void> Commit();

  Transaction(Transaction&& other) noexcept : db_(std::exchange(other.db_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

 private:
  explicit Transaction(const Database& db) : db_(&db) {}
  const Database* db_;  // null once committed
};

}  // namespace acta
