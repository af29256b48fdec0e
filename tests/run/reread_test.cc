// Stored articles read again: what changed is told, kept once, and a dry run keeps nothing.
#include "pipeline/run/reread.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "pipeline/run/read_page.h"
#include "pipeline/store/check.h"
#include "pipeline/store/open.h"
#include "tests/run/sample_pages.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

// The project's packs, and the same without one kind of rule: another version of them.
class RereadTest : public testing::Test {
 protected:
  void SetUp() override {
    const fs::path root = ACTA_SOURCE_DIR;
    packs_ = std::move(LoadPacks((root / "extractors").string()).value());
    fs::create_directories(folder_.path("packs"));
    for (const char* folder : {"vi", "shared"})
      fs::copy(root / "extractors" / folder, fs::path(folder_.path("packs")) / folder,
               fs::copy_options::recursive);
    std::ofstream(folder_.path("packs/vi/deadline.toml"), std::ios::app) << "\n# another version\n";
    other_ = std::move(LoadPacks(folder_.path("packs")).value());

    Page page;
    page.source = page.url = "https://example.test/1";
    page.bytes = VietnamesePage();
    CleanRules rules = std::move(CleanRules::Load((root / "pipeline/clean/data").string()).value());
    Article article = ReadPage(page, rules, {}).value();
    Facts facts = ReadFacts(article, packs_).value();
    facts.deadlines.clear();  // as if an older pack had read none
    for (Directive& directive : facts.directives) directive.links.deadlines.clear();
    facts.pack = "vi older";
    Store store = Store::Open(db_).value();
    ASSERT_TRUE(store.Put(article, facts, {page.source, 1, 200}));
    ASSERT_TRUE(store.Close());
  }

  std::string Dump() {
    Database db = OpenForReading(db_).value();
    std::ostringstream out;
    EXPECT_TRUE(DumpStore(db, out));
    return out.str();
  }

  RereadReport Run(const PackSet& packs, bool dry_run) {
    Database db = OpenForReading(db_).value();
    std::optional<Store> store;
    if (!dry_run) store = Store::Open(db_).value();
    RereadOptions options;
    options.dry_run = dry_run;
    Result<RereadReport> report = Reread(store ? &*store : nullptr, db, packs, options,
                                         [&](const Difference& one) { WriteDifference(one, said_); });
    EXPECT_TRUE(report) << report.error().message;
    return *report;
  }

  TempFolder folder_;
  std::string db_ = folder_.path("a.db");
  PackSet packs_, other_;
  std::ostringstream said_;
};

TEST_F(RereadTest, TellsWhatChangedAndKeepsIt) {
  const std::string before = Dump();
  RereadReport dry = Run(packs_, true);
  EXPECT_EQ(dry.read, 1);
  EXPECT_EQ(dry.differing, 1);
  EXPECT_GT(dry.found, 0);
  EXPECT_EQ(dry.lost, 0);
  EXPECT_EQ(Dump(), before);
  EXPECT_NE(said_.str().find("found   https://example.test/1  deadline"), std::string::npos) << said_.str();

  EXPECT_EQ(Run(packs_, false).found, dry.found);
  EXPECT_NE(Dump(), before);
  Database db = OpenForReading(db_).value();
  EXPECT_TRUE(CheckStore(db)->faults.empty());
  EXPECT_EQ(Run(packs_, false).same_pack, 1);
}

TEST_F(RereadTest, AnotherVersionThatReadsTheSameChangesOnlyTheVersion) {
  Run(packs_, false);
  RereadReport report = Run(other_, false);
  EXPECT_EQ(report.read, 1);
  EXPECT_EQ(report.differing, 0);
  EXPECT_EQ(report.lost + report.changed + report.found, 0);
}

}  // namespace
}  // namespace acta
