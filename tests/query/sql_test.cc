// SQL of the user's own reads and does nothing else.
#include "pipeline/query/sql.h"

#include <gtest/gtest.h>

#include <chrono>

#include "pipeline/store/open.h"
#include "pipeline/store/store.h"
#include "tests/schemas/sample_facts.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

class Sql : public testing::Test {
 protected:
  Sql() {
    Store store = Store::Open(folder_.path("a.db")).value();
    const Article article = SampleArticle();
    EXPECT_TRUE(store.Put(article, SampleFacts(article), {article.source}));
  }

  Result<Rows> Run(std::string_view sql, SqlLimits limits = {}) {
    if (!db_) db_ = std::make_unique<Database>(OpenForReading(folder_.path("a.db")).value());
    return RunSql(*db_, sql, limits, names_);
  }

  TempFolder folder_;
  std::unique_ptr<Database> db_;
  std::vector<std::string> names_;
};

TEST_F(Sql, ReadsViewsAndTables) {
  const Rows rows = Run("SELECT due, task, 1.5 AS half, NULL AS none FROM v_due;  ").value();
  ASSERT_EQ(rows.columns.size(), 4u);
  EXPECT_EQ(rows.columns[2].name, "half");
  ASSERT_EQ(rows.rows.size(), 1u);
  EXPECT_EQ(rows.rows[0],
            (std::vector<RowCell>{std::string("2025-09-15"), std::string("báo cáo kết quả"), 1.5, {}}));
  EXPECT_EQ(Run("SELECT count(*) FROM agency WHERE acta_fold(name) = 'so y te'")->rows[0][0],
            RowCell(int64_t{1}));
  EXPECT_EQ(
      Run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT max(i) FROM n")
          ->rows[0][0],
      RowCell(int64_t{5}));
  EXPECT_TRUE(Run("PRAGMA table_info(article)"));
  EXPECT_TRUE(Run("EXPLAIN QUERY PLAN SELECT * FROM v_due"));
}

TEST_F(Sql, ColumnsOfOneNameAreToldApart) {
  const Rows rows = Run("SELECT 1 a, 2 a, 3 \"a:1\", 4 a").value();
  EXPECT_EQ(names_, (std::vector<std::string>{"a", "a:1", "a:1:1", "a:2"}));
  EXPECT_EQ(rows.columns[1].name, "a:1");
}

TEST_F(Sql, ABlobIsWrittenAsSqlWritesIt) {
  EXPECT_EQ(Run("SELECT x'FF0041'")->rows[0][0], RowCell(std::string("x'ff0041'")));
  EXPECT_EQ(Run("SELECT x''")->rows[0][0], RowCell(std::string("x''")));
}

TEST_F(Sql, EveryViewCanBeRead) {
  const Rows views = Run("SELECT name FROM sqlite_schema WHERE type = 'view'").value();
  EXPECT_GE(views.rows.size(), 8u);
  for (const auto& row : views.rows) {
    const std::string& name = std::get<std::string>(row[0]);
    Result<Rows> rows = Run("SELECT * FROM " + name);
    EXPECT_TRUE(rows) << name << ": " << rows.error().message;
  }
}

TEST_F(Sql, AnythingElseIsRefused) {
  struct Case {
    const char *sql, *kind;
  };
  const Case cases[] = {
      {"DELETE FROM article", "sql_denied"},
      {"UPDATE article SET title = 'x'", "sql_denied"},
      {"INSERT INTO input VALUES ('a', 'refused', 'x', NULL)", "sql_denied"},
      {"DROP TABLE article", "sql_denied"},
      {"CREATE TEMP TABLE t (a)", "sql_denied"},
      {"ATTACH 'other.db' AS other", "sql_denied"},
      {"VACUUM INTO 'copy.db'", "sql_denied"},
      {"PRAGMA writable_schema = ON", "sql_denied"},
      {"PRAGMA journal_mode = DELETE", "sql_denied"},
      {"SELECT load_extension('x')", "sql"},
      {"BEGIN", "sql_denied"},
      {"SELEC 1", "sql"},
      {"SELECT nothing FROM article", "sql"},
      {"", "sql"},
      {" ;; ", "sql"},
      {"-- only a comment", "sql"},
      {"SELECT 1; SELECT 2", "sql"},
      {"SELECT 1; DROP TABLE article", "sql"},
  };
  for (const Case& c : cases) {
    Result<Rows> rows = Run(c.sql);
    ASSERT_FALSE(rows) << c.sql;
    EXPECT_EQ(rows.error().kind, c.kind) << c.sql << ": " << rows.error().message;
    EXPECT_FALSE(rows.error().message.empty());
  }
  EXPECT_FALSE(std::filesystem::exists("copy.db"));
  EXPECT_FALSE(std::filesystem::exists("other.db"));
  EXPECT_TRUE(Run("SELECT 1")) << "a refusal leaves the database usable";
}

TEST_F(Sql, ATableThatIsNotThereIsAnsweredWithTheViewsThatAre) {
  const std::string message = Run("SELECT * FROM nosuch").error().message;
  EXPECT_NE(message.find("no such table: nosuch; the views are "), std::string::npos) << message;
  EXPECT_NE(message.find("v_due, "), std::string::npos) << message;
}

TEST_F(Sql, HasATimeLimitAndARowLimit) {
  const char* endless =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(Run(endless, {.seconds = 0.2}).error().kind, "sql_timeout");
  EXPECT_NE(Run(endless, {.seconds = 0.05}).error().message.find("longer than 0.05 s"), std::string::npos);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
  const char* many = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";
  EXPECT_EQ(Run(many, {.seconds = 60, .rows = 1000}).error().kind, "sql_too_large");
  EXPECT_TRUE(Run("SELECT 1"));
}

}  // namespace
}  // namespace acta
