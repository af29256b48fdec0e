// What the store's file is: whose it is, which version of the schema it has, how it grows.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/store/sqlite.h"

namespace acta {

inline constexpr int64_t kApplicationId = 0x61637461;  // "acta": PRAGMA application_id of our files
inline constexpr int64_t kSchemaVersion = 1;           // PRAGMA user_version

extern const std::string_view kSchemaSql;  // schemas/store.sql: the current schema, whole

// kMigrations[i] is the SQL that makes version i + 2 out of version i + 1.
std::span<const std::string_view> Migrations();

// Makes `db`, opened for writing, a store of the current version.
//
// An empty file gets the schema. An older store is copied to "<path>.v<N>.bak" and then migrated, step by
// step, in one transaction. Fails, without having changed anything, with "db_foreign" when the file is
// another program's and "db_newer" when a newer acta made it.
Result<void> PrepareStore(const Database& db);

// The same with steps given, for tests: the result has version steps.size() + 1.
Result<void> PrepareStore(const Database& db, std::string_view schema,
                          std::span<const std::string_view> steps);

// Whether `db` is a store that this program can read: "db_foreign", "db_newer" or "db_older" if not.
Result<void> RequireStore(const Database& db);

}  // namespace acta
