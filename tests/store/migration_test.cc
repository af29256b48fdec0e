// Stores of earlier versions are brought up to date and lose nothing on the way.
//
// tests/store/stores/v<N>.sql is a store as the program of schema version N wrote it (sqlite3 old.db .dump). Whoever
// adds a migration adds the store of the version that it starts from.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "pipeline/store/check.h"
#include "pipeline/store/open.h"
#include "pipeline/store/record_read.h"
#include "pipeline/store/schema.h"
#include "pipeline/store/store.h"
#include "tests/schemas/sample_facts.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

TEST(Migration, StepByStepWithACopyOfWhatWas) {
  TempFolder folder;
  const std::string path = folder.path("old.db");
  const std::string_view steps[] = {"ALTER TABLE t ADD COLUMN b", "CREATE TABLE u (c)"};
  Database db = Database::Open(path, Database::Mode::kCreate).value();
  ASSERT_TRUE(PrepareStore(db, {"CREATE TABLE t (a);", "CREATE VIEW v AS SELECT a FROM t", {}}));
  ASSERT_TRUE(db.Execute("INSERT INTO t VALUES (1)"));

  const Schema now{"unused", "CREATE VIEW v AS SELECT b FROM t", steps};
  ASSERT_TRUE(PrepareStore(db, now));
  EXPECT_EQ(db.Integer("PRAGMA user_version").value(), 3);
  EXPECT_EQ(db.Integer("SELECT count(*) FROM v WHERE b IS NULL").value(), 1);
  Database copy = Database::Open(path + ".v1.bak", Database::Mode::kRead).value();
  EXPECT_EQ(copy.Integer("PRAGMA user_version").value(), 1);
  EXPECT_EQ(copy.Integer("SELECT a FROM v").value(), 1);

  ASSERT_TRUE(PrepareStore(db, now)) << "again changes nothing";
}

TEST(Migration, AStoreOfTodayGetsTheViewsOfToday) {
  TempFolder folder;
  const std::string path = folder.path("a.db");
  { ASSERT_TRUE(Store::Open(path)); }
  ASSERT_TRUE(Database::Open(path, Database::Mode::kWrite)
                  ->Execute("DROP VIEW v_follow_up; DROP VIEW v_due; CREATE VIEW v_due AS SELECT 1 AS due; "
                            "CREATE VIEW v_gone AS SELECT 1"));
  { ASSERT_TRUE(Store::Open(path)); }
  Database db = OpenForReading(path).value();
  EXPECT_EQ(db.Integer("SELECT count(*) FROM v_follow_up").value(), 0);
  EXPECT_EQ(db.Integer("SELECT count(*) FROM v_due").value(), 0);
  EXPECT_EQ(db.Integer("SELECT count(*) FROM sqlite_schema WHERE name = 'v_gone'").value(), 0);
  EXPECT_FALSE(std::filesystem::exists(path + ".v" + std::to_string(SchemaVersion()) + ".bak"));

  // What is as it should be is not written again.
  const int64_t before = db.Integer("PRAGMA schema_version").value();
  { ASSERT_TRUE(Store::Open(path)); }
  EXPECT_EQ(OpenForReading(path)->Integer("PRAGMA schema_version").value(), before);
}

TEST(Migration, AStepThatFailsChangesNothing) {
  TempFolder folder;
  const std::string_view steps[] = {"CREATE TABLE u (c)", "this is not SQL"};
  Database db = Database::Open(folder.path("old.db"), Database::Mode::kCreate).value();
  ASSERT_TRUE(PrepareStore(db, {"CREATE TABLE t (a);", "CREATE VIEW v AS SELECT a FROM t", {}}));
  EXPECT_FALSE(PrepareStore(db, {"unused", "", steps}));
  EXPECT_EQ(db.Integer("PRAGMA user_version").value(), 1);
  EXPECT_EQ(db.Integer("SELECT count(*) FROM sqlite_schema WHERE name = 'u'").value(), 0);
  EXPECT_EQ(db.Integer("SELECT count(*) FROM sqlite_schema WHERE name = 'v'").value(), 1);
}

// What a reader sees of a schema: every table, view and index with its columns; spelling and order apart.
std::map<std::string, std::string> ShapeOf(const Database& db) {
  std::map<std::string, std::string> shape;
  Statement columns =
      db.Prepare(
            "SELECT s.type || ' ' || s.name, c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || c.pk "
            "FROM sqlite_schema s, pragma_table_xinfo(s.name) c WHERE s.type IN ('table', 'view') "
            "AND s.name NOT LIKE 'sqlite%' "
            "UNION ALL SELECT 'index ' || s.name, i.name FROM sqlite_schema s, pragma_index_xinfo(s.name) i "
            "WHERE s.type = 'index' AND i.key AND s.sql IS NOT NULL ORDER BY 1, 2")
          .value();
  while (columns.Step().value()) shape[std::string(columns.Text(0))] += std::string(columns.Text(1)) + ", ";
  return shape;
}

std::string OldStore(int64_t version) {
  return std::string(ACTA_SOURCE_DIR) + "/tests/store/stores/v" + std::to_string(version) + ".sql";
}

// What questions look things up by.
std::string Found(const Database& db) {
  std::string rows;
  for (const char* sql :
       {"SELECT article || ' ' || name || ' ' || uses FROM find_named ORDER BY 1",
        "SELECT question || day || article || record || part || other FROM find_row ORDER BY 1",
        "SELECT article || question || day FROM find_day ORDER BY 1",
        "SELECT record || series FROM find_series ORDER BY 1"}) {
    Statement row = db.Prepare(sql).value();
    while (row.Step().value()) rows += std::string(row.Text(0)) + "\n";
  }
  return rows;
}

// Writes the records of every article again, as they are.
void RereadAll(const std::string& path) {
  std::vector<Extraction> readings;
  {
    Database db = OpenForReading(path).value();
    Statement keys = db.Prepare("SELECT key FROM article").value();
    while (keys.Step().value()) readings.push_back(LoadExtraction(db, keys.Int(0)).value());
  }
  Store store = Store::Open(path).value();
  for (Extraction& reading : readings) {
    reading.facts.pack += " again";
    EXPECT_EQ(store.Reread(reading.article, reading.facts).value(), Stored::kReread);
  }
}

class EarlierStore : public testing::TestWithParam<int64_t> {};

TEST_P(EarlierStore, BecomesAStoreOfToday) {
  ASSERT_TRUE(std::filesystem::exists(OldStore(GetParam())))
      << "write it with the program of that version: sqlite3 old.db .dump";
  std::ifstream in(OldStore(GetParam()));
  std::stringstream sql;
  sql << in.rdbuf();
  TempFolder folder;
  const std::string path = folder.path("old.db");
  int64_t records = 0;
  {
    Database old = Database::Open(path, Database::Mode::kCreate).value();
    // A dump writes its virtual tables into the schema itself, which our databases do not allow.
    sqlite3_db_config(old.handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    Result<void> made = old.Execute(sql.str());
    ASSERT_TRUE(made) << made.error().message;
    ASSERT_EQ(old.Integer("PRAGMA user_version").value(), GetParam());
    records = old.Integer("SELECT count(*) FROM record").value();
  }
  ASSERT_GT(records, 0);
  EXPECT_EQ(OpenForReading(path).error().kind, "db_older");
  {
    Result<Store> store = Store::Open(path);
    ASSERT_TRUE(store) << store.error().message;
    const Article article = SampleArticle();
    EXPECT_EQ(store->Put(article, SampleFacts(article), {article.source}).value(), Stored::kNew);
  }
  Database migrated = OpenForReading(path).value();
  EXPECT_GT(migrated.Integer("SELECT count(*) FROM record").value(), records);
  Result<StoreCheck> check = CheckStore(migrated);
  ASSERT_TRUE(check) << check.error().message;
  EXPECT_EQ(check->faults, std::vector<std::string>());

  // What speaks of a record still finds it under its key of today.
  for (const char* table :
       {"mention", "evidence", "entity_use", "task_statement", "find_record", "find_row"}) {
    EXPECT_EQ(migrated
                  .Integer("SELECT count(*) FROM " + std::string(table) +
                           " WHERE record NOT IN (SELECT key FROM record)")
                  .value(),
              0)
        << table;
  }

  // A migration makes of the records what storing them makes.
  const std::string found = Found(migrated);
  RereadAll(path);
  EXPECT_EQ(Found(OpenForReading(path).value()), found);

  { ASSERT_TRUE(Store::Open(folder.path("new.db"))); }
  const std::map<std::string, std::string> fresh = ShapeOf(OpenForReading(folder.path("new.db")).value());
  const std::map<std::string, std::string> now = ShapeOf(migrated);
  for (const auto& [name, columns] : fresh) EXPECT_EQ(now.count(name) ? now.at(name) : "", columns) << name;
  for (const auto& [name, columns] : now) EXPECT_TRUE(fresh.contains(name)) << name;

  Database backup =
      Database::Open(path + ".v" + std::to_string(GetParam()) + ".bak", Database::Mode::kRead).value();
  EXPECT_EQ(backup.Integer("PRAGMA user_version").value(), GetParam());
  EXPECT_EQ(backup.Integer("SELECT count(*) FROM record").value(), records);
}

INSTANTIATE_TEST_SUITE_P(Versions, EarlierStore, testing::Range(int64_t{1}, SchemaVersion()));
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(EarlierStore);

}  // namespace
}  // namespace acta
