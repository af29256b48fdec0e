#include "pipeline/store/schema.h"

#include <sqlite3.h>

namespace acta {
namespace {

enum class State { kEmpty, kOurs, kForeign };

struct Found {
  State state;
  int64_t version;
};

Result<Found> Look(const Database& db) {
  Result<int64_t> id = db.Integer("PRAGMA application_id");
  if (!id) return tl::unexpected(id.error());
  Result<int64_t> version = db.Integer("PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  Result<int64_t> tables = db.Integer("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tl::unexpected(tables.error());
  if (*id == kApplicationId) return Found{State::kOurs, *version};
  bool empty = *id == 0 && *version == 0 && *tables == 0;
  return Found{empty ? State::kEmpty : State::kForeign, *version};
}

Error Foreign(const Database& db) {
  return {"db_foreign", db.path() + " is a database of another program; name another file with --db"};
}

Error Newer(const Database& db, int64_t version, int64_t ours) {
  return {"db_newer", db.path() + " has schema version " + std::to_string(version) +
                          ", this program knows versions up to " + std::to_string(ours) +
                          "; use a newer acta"};
}

std::string Stamp(int64_t version) {
  return "PRAGMA application_id = " + std::to_string(kApplicationId) +
         "; PRAGMA user_version = " + std::to_string(version) + ";";
}

Result<void> Copy(const Database& from, const std::string& path) {
  Result<Database> to = Database::Open(path, Database::Mode::kCreate);
  if (!to) return tl::unexpected(to.error());
  sqlite3_backup* backup = sqlite3_backup_init(to->handle(), "main", from.handle(), "main");
  if (!backup) return Fail("db_unwritable", path + ": " + sqlite3_errmsg(to->handle()));
  sqlite3_backup_step(backup, -1);
  if (sqlite3_backup_finish(backup) != SQLITE_OK) {
    return Fail("db_unwritable", path + ": " + sqlite3_errmsg(to->handle()));
  }
  return {};
}

// Another writer may have prepared the file between the first look and the lock: look again inside.
template <class Change>
Result<void> UnderLock(const Database& db, const Found& before, std::string_view views, Change&& change) {
  Result<Transaction> transaction = Transaction::Begin(db);
  if (!transaction) return tl::unexpected(transaction.error());
  Result<Found> now = Look(db);
  if (!now) return tl::unexpected(now.error());
  if (now->state != before.state || now->version != before.version) return {};
  if (Result<void> changed = db.Execute(change()); !changed) return changed;
  if (Result<void> replaced = ReplaceViews(db, views); !replaced) return replaced;
  return transaction->Commit();
}

// Whether the file's views are those of `views`, word for word: a program of the same version may have made others.
Result<bool> HasViews(const Database& db, std::string_view views) {
  Result<Statement> found = db.Prepare("SELECT sql FROM sqlite_schema WHERE type = 'view'");
  if (!found) return tl::unexpected(found.error());
  size_t wanted = 0, same = 0;
  for (size_t at = views.find("CREATE VIEW "); at != views.npos; at = views.find("CREATE VIEW ", at + 1))
    ++wanted;
  Result<bool> row = found->Step();
  for (; row && *row; row = found->Step()) {
    if (views.find(std::string(found->Text(0)) + ";") == views.npos) return false;
    ++same;
  }
  if (!row) return row;
  return same == wanted;
}

}  // namespace

int64_t SchemaVersion() { return static_cast<int64_t>(Migrations().size()) + 1; }

Result<void> ReplaceViews(const Database& db, std::string_view views) {
  Result<Statement> found = db.Prepare("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name");
  if (!found) return tl::unexpected(found.error());
  std::string sql;
  Result<bool> row = found->Step();
  for (; row && *row; row = found->Step()) sql += "DROP VIEW \"" + std::string(found->Text(0)) + "\";\n";
  if (!row) return tl::unexpected(row.error());
  found->Reset();
  return db.Execute(sql + std::string(views));
}

Result<void> PrepareStore(const Database& db) {
  return PrepareStore(db, {kSchemaSql, kViewsSql, Migrations()});
}

Result<void> PrepareStore(const Database& db, const Schema& schema) {
  const auto ours = static_cast<int64_t>(schema.steps.size()) + 1;
  Result<Found> found = Look(db);
  if (!found) return tl::unexpected(found.error());
  if (found->state == State::kForeign) return tl::unexpected(Foreign(db));
  if (found->version > ours) return tl::unexpected(Newer(db, found->version, ours));

  // From here on the file is ours to change. Readers do not block the writer in WAL mode; a crash of the
  // program loses nothing that was committed, with synchronous = NORMAL too.
  for (const char* setting : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL"}) {
    if (Result<void> set = db.Execute(setting); !set) return set;
  }
  if (found->state == State::kEmpty) {
    return UnderLock(db, *found, schema.views, [&] { return std::string(schema.tables) + Stamp(ours); });
  }
  if (found->version == ours) {
    Result<bool> same = HasViews(db, schema.views);
    if (!same) return tl::unexpected(same.error());
    if (*same) return {};
    return UnderLock(db, *found, schema.views, [] { return std::string(); });
  }

  std::string backup = db.path() + ".v" + std::to_string(found->version) + ".bak";
  if (Result<void> copied = Copy(db, backup); !copied) return copied;
  return UnderLock(db, *found, schema.views, [&] {
    std::string sql;
    for (int64_t version = found->version; version < ours; ++version) {
      sql += std::string(schema.steps[static_cast<size_t>(version - 1)]) + ";\n";
    }
    return sql + Stamp(ours);
  });
}

Result<void> RequireStore(const Database& db) {
  Result<Found> found = Look(db);
  if (!found) return tl::unexpected(found.error());
  if (found->state != State::kOurs) return tl::unexpected(Foreign(db));
  if (found->version > SchemaVersion()) return tl::unexpected(Newer(db, found->version, SchemaVersion()));
  if (found->version < SchemaVersion()) {
    return Fail("db_older", db.path() + " has schema version " + std::to_string(found->version) +
                                "; bring it up to date with: acta ingest --db " + db.path());
  }
  return {};
}

}  // namespace acta
