#include "pipeline/run/line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <sstream>
#include <thread>

#include "pipeline/run/sources.h"
#include "tests/run/sample_pages.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

using testing::HasSubstr;

const Tools& SourceTreeTools() {
  static const Tools tools = LoadTools({std::string(ACTA_SOURCE_DIR) + "/extractors",
                                        std::string(ACTA_SOURCE_DIR) + "/pipeline/clean/data"})
                                 .value();
  return tools;
}

SourcedPage Given(const std::string& name, const std::string& bytes) {
  SourcedPage page;
  page.input = page.source = name;
  page.page = Page{.source = name,
                   .url = {},
                   .status = 0,
                   .headers = {},
                   .bytes = bytes,
                   .fetched_at = 0,
                   .tls_unverified = false};
  return page;
}

std::vector<SourcedPage> Mixture() {
  std::vector<SourcedPage> pages;
  for (int n = 0; n < 20; ++n)
    pages.push_back(Given("p" + std::to_string(n), n % 5 ? VietnamesePage(n) : ""));
  SourcedPage refused = Given("refused", "");
  refused.page = Fail("timeout", "no answer");
  pages.push_back(refused);
  return pages;
}

TEST(RunLine, EveryInputIsInOneOfTheNumbers) {
  RunReport report;
  int seen = 0;
  auto count = [&](PageReading&, RunReport&) -> Result<void> { return ++seen, Result<void>(); };
  ASSERT_TRUE(RunLine(*MemorySource(Mixture()), SourceTreeTools(), {.workers = 3}, count, report));
  EXPECT_EQ(seen, 21);
  EXPECT_EQ(report.inputs, 21);
  EXPECT_EQ(report.read, 16);
  EXPECT_EQ(report.refused, 5);
  EXPECT_EQ(report.reasons, (std::map<std::string, int64_t>{{"empty", 4}, {"timeout", 1}}));
  EXPECT_GT(report.records, 16);
  std::ostringstream out;
  WriteReport(report, "store", out);
  EXPECT_THAT(out.str(), HasSubstr("21 inputs in"));
  EXPECT_THAT(out.str(), HasSubstr("4 refused: empty"));
  std::ostringstream one;
  WriteReport({.inputs = 1}, "store", one);
  EXPECT_THAT(one.str(), HasSubstr("1 input in"));
}

TEST(RunLine, TheSinkSeesTheOrderOfTheSourceWhateverTheWorkers) {
  for (int workers : {1, 8}) {
    std::vector<std::string> names;
    auto note = [&](PageReading& page, RunReport&) -> Result<void> {
      return names.push_back(page.from.source), Result<void>();
    };
    RunReport report;
    ASSERT_TRUE(RunLine(*MemorySource(Mixture()), SourceTreeTools(), {.workers = workers}, note, report));
    ASSERT_EQ(names.size(), 21u);
    for (size_t n = 0; n < 20; ++n) EXPECT_EQ(names[n], "p" + std::to_string(n));
  }
}

TEST(RunLine, AnErrorOfTheSinkEndsTheRun) {
  int seen = 0;
  auto fail = [&](PageReading&, RunReport&) -> Result<void> {
    if (++seen == 3) return Fail("disk_full", "full");
    return {};
  };
  RunReport report;
  Result<void> done = RunLine(*MemorySource(Mixture()), SourceTreeTools(), {.workers = 2}, fail, report);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().kind, "disk_full");
  EXPECT_EQ(seen, 3);
  EXPECT_GE(report.inputs, 3);
  EXPECT_EQ(report.inputs, report.read + report.refused + report.cancelled);
  EXPECT_EQ(report.read + report.refused, 3) << "what the sink was given; it says what became of it";
}

TEST(RunLine, WhatIsGatheredWhenTheSinkFailsIsCountedAsNotReached) {
  std::vector<SourcedPage> pages;
  for (int n = 0; n < 20; ++n) pages.push_back(Given("p" + std::to_string(n), VietnamesePage(n)));
  int seen = 0;
  auto fail = [&](PageReading&, RunReport&) -> Result<void> {
    // While the first is being kept, others gather.
    if (++seen == 1) std::this_thread::sleep_for(std::chrono::milliseconds(300));
    if (seen == 2) return Fail("disk_full", "full");
    return {};
  };
  LineOptions options;
  options.workers = 4;
  options.commit = [] { return Result<void>(); };
  RunReport report;
  ASSERT_FALSE(RunLine(*MemorySource(pages), SourceTreeTools(), options, fail, report));
  EXPECT_EQ(seen, 2);
  EXPECT_EQ(report.read, 2);
  EXPECT_GT(report.cancelled, 0);
  EXPECT_EQ(report.inputs, report.read + report.cancelled);
}

// A source that knows which tickets came back.
class Ticketed : public PageSource {
 public:
  std::optional<SourcedPage> Next(std::stop_token) override {
    if (given_ == 3) return std::nullopt;
    SourcedPage page = Given("t", VietnamesePage(given_));
    page.ticket = std::to_string(given_++);
    return page;
  }
  void Done(const std::string& ticket) override { done += ticket; }
  std::string done;

 private:
  int given_ = 0;
};

TEST(RunLine, TheSourceIsToldWhatIsDone) {
  Ticketed source;
  RunReport report;
  auto keep = [](PageReading&, RunReport&) { return Result<void>(); };
  ASSERT_TRUE(RunLine(source, SourceTreeTools(), {.workers = 2}, keep, report));
  EXPECT_EQ(source.done, "012");
}

TEST(RunLine, TheSourceIsToldAfterTheCommit) {
  for (int workers : {1, 2, 8}) {
    Ticketed source;
    LineOptions options;
    options.workers = workers;
    std::string given;  // and not committed
    options.commit = [&]() -> Result<void> {
      EXPECT_FALSE(given.empty());
      return given.clear(), Result<void>();
    };
    auto keep = [&](PageReading& page, RunReport&) -> Result<void> {
      EXPECT_EQ(source.done.find(page.from.ticket), std::string::npos);
      return given += page.from.ticket, Result<void>();
    };
    RunReport report;
    ASSERT_TRUE(RunLine(source, SourceTreeTools(), options, keep, report));
    EXPECT_EQ(given, "");
    EXPECT_EQ(source.done, "012");
    EXPECT_EQ(report.read, 3);
  }
}

TEST(RunLine, WhatIsNotCommittedIsNotDone) {
  Ticketed source;
  LineOptions options;
  options.commit = []() -> Result<void> { return Fail("disk_full", "full"); };
  auto keep = [](PageReading&, RunReport&) { return Result<void>(); };
  RunReport report;
  const Result<void> done = RunLine(source, SourceTreeTools(), options, keep, report);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().kind, "disk_full");
  EXPECT_EQ(source.done, "");
}

TEST(RunLine, APageThatComesAloneIsCommittedAtOnce) {
  // A source that gives the next page when the last one is done.
  class OneByOne : public Ticketed {
   public:
    std::optional<SourcedPage> Next(std::stop_token stop) override {
      EXPECT_EQ(done.size(), given_++);
      return Ticketed::Next(stop);
    }

   private:
    size_t given_ = 0;
  } source;
  LineOptions options;
  options.workers = 1;
  options.in_flight = 1;
  options.commit = [] { return Result<void>(); };
  auto keep = [](PageReading&, RunReport&) { return Result<void>(); };
  RunReport report;
  ASSERT_TRUE(RunLine(source, SourceTreeTools(), options, keep, report));
  EXPECT_EQ(source.done, "012");
}

TEST(RunLine, StoppedBeforeItBeginsReadsNothing) {
  TempFolder folder;
  std::stop_source stop;
  stop.request_stop();
  RunReport report;
  auto keep = [](PageReading&, RunReport&) { return Result<void>(); };
  auto source = OpenSources({folder.Write("a.html", VietnamesePage())}, {});
  ASSERT_TRUE(RunLine(*source, SourceTreeTools(), {.stop = stop.get_token()}, keep, report));
  EXPECT_EQ(report.read, 0);
}

TEST(ReadPage, ToldApartByContent) {
  struct Case {
    const char *bytes, *type;
    bool html;
  };
  const Case cases[] = {
      {"<!DOCTYPE html><p>x", "", true},
      {"  <HTML><body>", "", true},
      {"Title\n\nA sentence. 3 < 5 and 7 > 2.\n", "", false},
      {"Title\n\nwith <angle brackets> in it\n", "", false},
      {"<p>x", "text/plain; charset=utf-8", false},
      {"plain", "text/html", true},
      {"just text", "application/octet-stream", false},
      {"", "", false},
  };
  for (const Case& c : cases) EXPECT_EQ(LooksLikeHtml(c.bytes, c.type), c.html) << c.bytes;
}

TEST(ReadFacts, ALanguageWithoutAPackIsSaid) {
  Article article = PlainTextArticle("a", FrenchText());
  article.language = "fr";
  Result<Facts> facts = ReadFacts(article, SourceTreeTools().packs);
  ASSERT_FALSE(facts);
  EXPECT_EQ(facts.error().message,
            "its language is \"fr\"; there are packs for en, ru, vi (--language says which to use)");
}

TEST(FindData, NamedFoldersAreTakenAtTheirWord) {
  EXPECT_EQ(FindData("/no/such/folder").error().message, "--packs: /no/such/folder is not a folder");
  setenv("ACTA_HOME", "/no/such/home", 1);
  EXPECT_EQ(FindData("").error().message, "ACTA_HOME: /no/such/home is not a folder");
  setenv("ACTA_HOME", ACTA_SOURCE_DIR, 1);
  EXPECT_EQ(FindData("")->packs, std::filesystem::path(ACTA_SOURCE_DIR) / "extractors");
  unsetenv("ACTA_HOME");
  EXPECT_TRUE(FindData("")) << "a program in its build tree finds the source tree";
}

TEST(Sources, Urls) {
  EXPECT_TRUE(IsUrl("http://x"));
  EXPECT_TRUE(IsUrl("HTTPS://x"));
  EXPECT_TRUE(IsUrl("ftp://x")) << "it is refused as bad_scheme, not as a file that is not there";
  for (const char* no : {"", "http", "://x", "a folder/b://c", "page.html", "https:/x"})
    EXPECT_FALSE(IsUrl(no)) << no;
}

}  // namespace
}  // namespace acta
