// What the store's file is: whose it is, which version of the schema it has, how it grows.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/store/sqlite.h"

namespace acta {

inline constexpr int64_t kApplicationId = 0x61637461;  // "acta": PRAGMA application_id of our files

extern const std::string_view kSchemaSql;  // schemas/store.sql: the current tables, whole
extern const std::string_view kViewsSql;   // schemas/views.sql: the current views, whole

// The files of schemas/migrations in the order of their names. The i-th, from 0, makes the tables of version
// i + 2 out of those of version i + 1. It may use the SQL functions of fold.h, and it need not care for views.
std::span<const std::string_view> Migrations();

// PRAGMA user_version of the stores of this program: one more than there are migrations.
int64_t SchemaVersion();

// Drops every view and makes those of `views`.
Result<void> ReplaceViews(const Database& db, std::string_view views);

// Makes `db`, opened for writing, a store of the current version.
//
// An empty file gets the schema. An older store is copied to "<path>.v<N>.bak" and then migrated, step by
// step, and given the views of this program, in one transaction; so is a store of this version whose views are others.
// Fails, without having changed anything, with "db_foreign" when the file is
// another program's and "db_newer" when a newer acta made it.
Result<void> PrepareStore(const Database& db);

// The same with everything given, for tests: the result has version steps.size() + 1.
struct Schema {
  std::string_view tables, views;
  std::span<const std::string_view> steps;
};
Result<void> PrepareStore(const Database& db, const Schema& schema);

// Whether `db` is a store that this program can read: "db_foreign", "db_newer" or "db_older" if not.
Result<void> RequireStore(const Database& db);

}  // namespace acta
