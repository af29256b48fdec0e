// Databases that are not what they should be, each with what is said about it.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/store/open.h"
#include "pipeline/store/schema.h"
#include "pipeline/store/store.h"
#include "tests/schemas/sample_facts.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

std::string MakeStore(const TempFolder& folder, const std::string& name = "a.db") {
  Store store = Store::Open(folder.path(name)).value();
  Article article = SampleArticle();
  EXPECT_TRUE(store.Put(article, SampleFacts(article), {article.source}));
  return folder.path(name);
}

Error OpenError(const std::string& path, int patience_ms = 50) {
  Result<Store> store = Store::Open(path, {.patience_ms = patience_ms, .at_step = {}});
  return store ? Error{"opened", ""} : store.error();
}
Error ReadError(const std::string& path) {
  Result<Database> db = OpenForReading(path);
  return db ? Error{"opened", ""} : db.error();
}

TEST(Database, MissingForReading) {
  TempFolder folder;
  EXPECT_EQ(ReadError(folder.path("no.db")).kind, "db_missing");
  EXPECT_NE(ReadError(folder.path("no.db")).message.find("acta ingest"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(folder.path("no.db")));
}

TEST(Database, AnEmptyFileBecomesAStore) {
  TempFolder folder;
  const std::string path = folder.Write("empty.db", "");
  EXPECT_EQ(OpenError(path).kind, "opened");
  EXPECT_EQ(ReadError(path).kind, "opened");
}

TEST(Database, BytesThatAreNoDatabaseAreRefusedAndLeftAlone) {
  TempFolder folder;
  const std::string bytes(5000, 'x');
  const std::string path = folder.Write("letters.db", bytes);
  EXPECT_EQ(OpenError(path).kind, "db_foreign");
  EXPECT_EQ(ReadError(path).kind, "db_foreign");
  EXPECT_EQ(std::filesystem::file_size(path), bytes.size());
}

TEST(Database, ADatabaseOfAnotherProgramIsRefusedAndLeftAlone) {
  TempFolder folder;
  const std::string path = folder.path("other.db");
  {
    Database other = Database::Open(path, Database::Mode::kCreate).value();
    ASSERT_TRUE(other.Execute("CREATE TABLE places (name)"));
  }
  EXPECT_EQ(OpenError(path).kind, "db_foreign");
  EXPECT_EQ(ReadError(path).kind, "db_foreign");
  Database other = Database::Open(path, Database::Mode::kRead).value();
  EXPECT_EQ(other.Integer("SELECT count(*) FROM sqlite_schema").value(), 1);
}

TEST(Database, ANewerStoreIsRefused) {
  TempFolder folder;
  const std::string path = MakeStore(folder);
  ASSERT_TRUE(Database::Open(path, Database::Mode::kWrite)->Execute("PRAGMA user_version = 99"));
  const std::string says = path + " has schema version 99, this program knows versions up to " +
                           std::to_string(SchemaVersion()) + "; use a newer acta";
  EXPECT_EQ(OpenError(path), (Error{"db_newer", says}));
  EXPECT_EQ(ReadError(path), (Error{"db_newer", says}));
}

TEST(Database, LockedByAnotherWriter) {
  TempFolder folder;
  Store first = Store::Open(folder.path("a.db")).value();
  Error error = OpenError(folder.path("a.db"));
  EXPECT_EQ(error.kind, "db_locked");
  EXPECT_NE(error.message.find("being written by another acta"), std::string::npos);
}

TEST(Database, LockedByAnotherProgram) {
  TempFolder folder;
  const std::string path = MakeStore(folder);
  Store store = Store::Open(path, {.patience_ms = 50, .at_step = {}}).value();
  Database other = Database::Open(path, Database::Mode::kWrite).value();
  ASSERT_TRUE(other.Execute("BEGIN IMMEDIATE"));
  EXPECT_EQ(store.Refuse({"x"}, {"empty", "x"}).error().kind, "db_locked");
  ASSERT_TRUE(other.Execute("ROLLBACK"));
  EXPECT_TRUE(store.Refuse({"x"}, {"empty", "x"}));
}

TEST(Database, ReadersDoNotBlockTheWriterNorItThem) {
  TempFolder folder;
  const std::string path = MakeStore(folder);
  Database reader = OpenForReading(path).value();
  Statement rows = reader.Prepare("SELECT key FROM record").value();
  ASSERT_TRUE(rows.Step().value());
  Store store = Store::Open(path).value();
  EXPECT_TRUE(store.Refuse({"x"}, {"empty", "x"}));
  EXPECT_TRUE(rows.Step());
}

TEST(Database, DamagedPagesAreSaidToBeDamaged) {
  TempFolder folder;
  const std::string path = MakeStore(folder);
  {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(100);  // the first page's tree, right after the header
    file << std::string(3000, '\x7f');
  }
  EXPECT_EQ(OpenError(path).kind, "db_corrupt");
  EXPECT_EQ(ReadError(path).kind, "db_corrupt");
}

TEST(Database, AFolderIsNoDatabase) {
  TempFolder folder;
  EXPECT_EQ(OpenError(folder.path()).kind, "db_unwritable");
  EXPECT_EQ(OpenError(folder.path("no/such/folder/a.db")).kind, "db_unwritable");
}

TEST(Database, AFolderThatCannotBeWritten) {
  TempFolder folder;
  const std::string path = MakeStore(folder);
  chmod(folder.path().c_str(), 0555);
  // Root may write everywhere, so it is somebody else for this.
  const bool root = geteuid() == 0;
  constexpr uid_t kNobody = 65534;
  if (root && seteuid(kNobody) != 0) GTEST_SKIP() << "root cannot be somebody else here";
  EXPECT_EQ(OpenError(folder.path("new.db")).kind, "db_unwritable");
  EXPECT_EQ(ReadError(path).kind, "opened");
  if (root) {
    ASSERT_EQ(seteuid(0), 0);
  }
  chmod(folder.path().c_str(), 0755);
}

TEST(Database, AFullDiskIsSaidToBeFull) {
  TempFolder folder;
  Database db = Database::Open(folder.path("a.db"), Database::Mode::kCreate).value();
  ASSERT_TRUE(db.Execute("CREATE TABLE t (x); PRAGMA max_page_count = 5"));
  Result<void> full = db.Execute("INSERT INTO t VALUES (zeroblob(100000))");
  ASSERT_FALSE(full);
  EXPECT_EQ(full.error().kind, "disk_full");
}

}  // namespace
}  // namespace acta
