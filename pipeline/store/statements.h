// Statements that are prepared once and used again and again.
//
//   Statements statements(db);
//   statements.Run("INSERT INTO t (a, b) VALUES (?1, ?2)", 7, "seven");
//   Result<Lease> select = statements.Find("SELECT b FROM t WHERE a = ?1");
//   select->Get().Bind(1, int64_t{7}).Step();           // is reset when the lease ends
//
// SQL texts must be literals: they are told apart by what they say, and kept by where they stand. Belongs to one
// thread, like its database, which must stay where it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "pipeline/store/sqlite.h"

namespace acta {

// A statement in use: whatever it was reading ends with the lease.
class Lease {
 public:
  explicit Lease(Statement& statement) : statement_(&statement) {}
  Lease(Lease&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
  Lease& operator=(Lease&&) = delete;
  ~Lease() {
    if (statement_) statement_->Reset();
  }

  Statement& Get() { return *statement_; }
  Statement* operator->() { return statement_; }

 private:
  Statement* statement_;
};

class Statements {
 public:
  explicit Statements(const Database& db) : db_(db) {}

  const Database& db() const { return db_; }

  Result<Lease> Find(std::string_view sql) {
    auto found = kept_.find(sql);
    if (found == kept_.end()) {
      Result<Statement> prepared = db_.Prepare(sql);
      if (!prepared) return tl::unexpected(prepared.error());
      found = kept_.emplace(sql, std::move(*prepared)).first;
    }
    return Lease(found->second);
  }

  // Runs `sql` to its end with the values as ?1, ?2 …
  template <class... Values>
  Result<void> Run(std::string_view sql, const Values&... values) {
    Result<Lease> statement = Find(sql);
    if (!statement) return tl::unexpected(statement.error());
    int parameter = 0;
    (statement->Get().Bind(++parameter, values), ...);
    return statement->Get().Run();
  }

 private:
  const Database& db_;
  std::unordered_map<std::string_view, Statement> kept_;
};

}  // namespace acta
