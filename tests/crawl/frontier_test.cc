#include "pipeline/crawl/frontier.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "pipeline/store/forgotten.h"

namespace acta {
namespace {

using testing::ElementsAre;

constexpr int64_t kNow = 1'700'000'000;

class FrontierTest : public testing::Test {
 protected:
  FrontierTest() : path_(testing::TempDir() + "acta-frontier-" + std::to_string(getpid()) + ".db") {
    Clear();
  }
  ~FrontierTest() override { Clear(); }
  void Clear() {
    for (const char* end : {"", "-wal", "-shm", "-journal"}) unlink((path_ + end).c_str());
  }

  static std::vector<std::string> Urls(Frontier& frontier, int64_t now, size_t limit = 100) {
    std::vector<std::string> urls;
    auto due = frontier.Due(now, limit);
    for (const KnownUrl& known : *due) urls.push_back(known.url);
    return urls;
  }

  std::string path_;
};

TEST_F(FrontierTest, KnowsEachUrlOnce) {
  auto frontier = *OpenFrontier(":memory:");
  EXPECT_EQ(*frontier->Discover({{"http://a/1", "s", UrlKind::kPage, {"", "T", "2024-03-21", "vi"}}}, kNow),
            1);
  EXPECT_EQ(*frontier->Discover({{"http://A/1#x", "t", UrlKind::kPage, {}},
                                 {"http://a/1?utm_source=x", "t", UrlKind::kPage, {}},
                                 {"nonsense", "t", UrlKind::kPage, {}}},
                                kNow),
            0);
  auto due = *frontier->Due(kNow, 10);
  ASSERT_EQ(due.size(), 1u);
  EXPECT_EQ(due[0].url, "http://a/1");
  EXPECT_EQ(due[0].source, "s");
  EXPECT_EQ(due[0].link, (FeedLink{"http://a/1", "T", "2024-03-21", "vi"}));
}

TEST_F(FrontierTest, WhatWasForgottenIsNotPlanned) {
  auto frontier = *OpenFrontier(path_);
  {
    Database db = Database::Open(path_, Database::Mode::kWrite).value();
    ASSERT_TRUE(
        db.Execute("CREATE TABLE forgotten (what TEXT, hash TEXT, words INTEGER, request INTEGER, at "
                   "INTEGER, PRIMARY KEY (what, hash))"));
    ASSERT_TRUE(Forgotten::Add(db, {"https://a/1"}, {"Tran Van Binh"}, kNow));
  }
  EXPECT_EQ(*frontier->Discover({{"http://a/1#x", "s", UrlKind::kPage, {}},
                                 {"http://a/mr-tran-van-binh-2", "s", UrlKind::kPage, {}},
                                 {"http://a/3", "s", UrlKind::kPage, {"", "Tran Van Binh in Hanoi", "", ""}},
                                 {"http://a/4", "s", UrlKind::kPage, {}}},
                                kNow),
            1);
  EXPECT_THAT(Urls(*frontier, kNow), ElementsAre("http://a/4"));
}

TEST_F(FrontierTest, FeedsFirstThenTheLongestWaiting) {
  auto frontier = *OpenFrontier(":memory:");
  ASSERT_TRUE(frontier->Discover({{"http://a/late", "s", UrlKind::kPage, {}}}, kNow + 5));
  ASSERT_TRUE(frontier->Discover({{"http://a/early", "s", UrlKind::kPage, {}}}, kNow));
  ASSERT_TRUE(frontier->Discover({{"http://a/feed", "s", UrlKind::kFeed, {}}}, kNow + 9));
  EXPECT_THAT(Urls(*frontier, kNow + 10), ElementsAre("http://a/feed", "http://a/early", "http://a/late"));
  EXPECT_THAT(Urls(*frontier, kNow + 5), ElementsAre("http://a/early", "http://a/late"));
  EXPECT_THAT(Urls(*frontier, kNow + 10, 1), ElementsAre("http://a/feed"));
  EXPECT_EQ(*frontier->NextDue(), kNow);
}

TEST_F(FrontierTest, RecordSaysWhenNext) {
  auto frontier = *OpenFrontier(":memory:");
  ASSERT_TRUE(frontier->Discover(
      {{"http://a/feed", "s", UrlKind::kFeed, {}}, {"http://a/1", "s", UrlKind::kPage, {}}}, kNow));
  ASSERT_TRUE(
      frontier->Record("http://a/feed", {kNow, 200, "", "\"e\"", "m", "sig", {kNow + 3600, 3600, 0}}));
  ASSERT_TRUE(frontier->Record("http://a/1", {kNow, 404, "http_404", "", "", "", {Plan::kNever, 0, 1}}));
  EXPECT_TRUE(Urls(*frontier, kNow + 3599).empty());
  auto due = *frontier->Due(kNow + 3600, 10);
  ASSERT_EQ(due.size(), 1u);
  EXPECT_EQ(due[0].etag, "\"e\"");
  EXPECT_EQ(due[0].signature, "sig");
  EXPECT_EQ(due[0].state.interval_s, 3600);
  EXPECT_EQ(frontier->Record("http://a/unknown", {}).error().kind, "frontier");
}

TEST_F(FrontierTest, ValidatorsAreThoseOfTheLastCopy) {
  auto frontier = *OpenFrontier(":memory:");
  ASSERT_TRUE(frontier->Discover({{"http://a/feed", "s", UrlKind::kFeed, {}}}, kNow));
  auto after = [&](int status, const char* error, const char* etag, const char* modified) {
    EXPECT_TRUE(
        frontier->Record("http://a/feed", {kNow, status, error, etag, modified, "", {kNow, 5400, 0}}));
    const KnownUrl known = (*frontier->Due(kNow, 10)).at(0);
    return known.etag + "|" + known.last_modified;
  };
  EXPECT_EQ(after(200, "", "e1", "m1"), "e1|m1");
  EXPECT_EQ(after(304, "", "", ""), "e1|m1") << "a copy that is as it was keeps its own";
  EXPECT_EQ(after(304, "", "e2", ""), "e2|m1");
  EXPECT_EQ(after(503, "http_5xx", "e3", "m3"), "e2|m1") << "a failure is no copy";
  EXPECT_EQ(after(0, "timeout", "", ""), "e2|m1");
  EXPECT_EQ(after(200, "", "", "m4"), "|m4") << "a new copy has its own validators, or none";
  EXPECT_EQ(after(200, "", "", ""), "|");
  EXPECT_EQ(after(200, "bad_feed", "e5", "m5"), "|") << "what was not understood is asked for whole";
}

TEST_F(FrontierTest, BlockedHostsWait) {
  auto frontier = *OpenFrontier(":memory:");
  ASSERT_TRUE(frontier->Discover(
      {{"http://a/1", "s", UrlKind::kPage, {}}, {"http://b/1", "s", UrlKind::kPage, {}}}, kNow));
  ASSERT_TRUE(frontier->BlockHost("a", kNow + 100));
  ASSERT_TRUE(frontier->BlockHost("a", kNow + 50));  // does not shorten it
  EXPECT_THAT(Urls(*frontier, kNow + 99), ElementsAre("http://b/1"));
  EXPECT_EQ(Urls(*frontier, kNow + 100).size(), 2u);
  ASSERT_TRUE(frontier->Record("http://b/1", {kNow, 200, "", "", "", "", {Plan::kNever, 0, 0}}));
  EXPECT_EQ(*frontier->NextDue(), kNow + 100);
}

TEST_F(FrontierTest, OutlivesTheProgram) {
  {
    auto frontier = *OpenFrontier(path_);
    ASSERT_TRUE(frontier->Discover(
        {{"http://a/1", "s", UrlKind::kPage, {}}, {"http://a/2", "s", UrlKind::kPage, {}}}, kNow));
    ASSERT_TRUE(frontier->Record("http://a/1", {kNow, 200, "", "", "", "", {Plan::kNever, 0, 0}}));
  }
  auto frontier = *OpenFrontier(path_);
  EXPECT_THAT(Urls(*frontier, kNow), ElementsAre("http://a/2"));
  EXPECT_EQ(*frontier->Discover({{"http://a/1", "s", UrlKind::kPage, {}}}, kNow), 0);
}

TEST_F(FrontierTest, RemembersRobots) {
  const std::string bytes("User-agent: *\n\0Disallow: /\xFF", 28);
  OpenFrontier(path_).value()->KeepRobots("http://a", {200, "old", 1});
  OpenFrontier(path_).value()->KeepRobots("http://a", {200, bytes, kNow * 1000});
  auto frontier = *OpenFrontierForReading(path_);
  std::optional<KnownRobots> known = frontier->RecallRobots("http://a");
  ASSERT_TRUE(known);
  EXPECT_EQ(known->status, 200);
  EXPECT_EQ(known->bytes, bytes);
  EXPECT_EQ(known->expires_ms, kNow * 1000);
  EXPECT_FALSE(frontier->RecallRobots("https://a"));
  frontier->KeepRobots("http://b", {404, "", kNow * 1000});  // for reading alone
  EXPECT_FALSE(frontier->RecallRobots("http://b"));
}

TEST_F(FrontierTest, StatusCounts) {
  auto frontier = *OpenFrontier(":memory:");
  ASSERT_TRUE(frontier->Discover({{"http://a/feed", "s", UrlKind::kFeed, {}},
                                  {"http://a/1", "s", UrlKind::kPage, {}},
                                  {"http://b/2", "s", UrlKind::kPage, {}},
                                  {"http://b/3", "t", UrlKind::kPage, {}}},
                                 kNow));
  ASSERT_TRUE(frontier->Record("http://a/feed", {kNow, 200, "", "", "", "", {kNow + 3600, 3600, 0}}));
  ASSERT_TRUE(frontier->Record("http://a/1", {kNow, 200, "", "", "", "", {Plan::kNever, 0, 0}}));
  ASSERT_TRUE(frontier->Record("http://b/2", {kNow, 404, "http_404", "", "", "", {Plan::kNever, 0, 1}}));
  FrontierStatus status = *frontier->Status(kNow);
  EXPECT_EQ(status.sources["s"].known, 3);
  EXPECT_EQ(status.sources["s"].due, 0);
  EXPECT_EQ(status.sources["s"].done, 1);
  EXPECT_EQ(status.sources["s"].given_up, 1);
  EXPECT_EQ(status.sources["s"].last_success, kNow);
  EXPECT_EQ(status.sources["t"].due, 1);
  EXPECT_EQ(status.errors["http_404"], 1);
  EXPECT_EQ(status.hosts["b"].due, 1);
}

TEST_F(FrontierTest, AFileThatIsNoDatabaseIsSaid) {
  std::ofstream(path_) << std::string(4096, 'x');
  EXPECT_EQ(OpenFrontier(path_).error().kind, "frontier");
  EXPECT_EQ(OpenFrontier("/no/such/folder/x.db").error().kind, "frontier");
}

}  // namespace
}  // namespace acta
