// New cases: a page becomes a folder with a draft that a person corrects.

#include "pipeline/run/corpus_case.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "pipeline/run/regress.h"
#include "tests/run/program.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

const std::string kRoot = ACTA_SOURCE_DIR;

TEST(CorpusCase, SlugTable) {
  for (auto [title, slug] :
       {std::pair{"Minister opens bridge", "minister-opens-bridge"},
        {"Bộ trưởng: mở cầu, đường!", "bo-truong-mo-cau-duong"},
        {"Министр открыл мост", "ministr-otkryl-most"},
        {"The People's Committee of 3 communes met on Monday", "the-peoples-committee-of-3-communes"},
        {"../../etc", "etc"},
        {"", "page"},
        {"…!", "page"}}) {
    EXPECT_EQ(SlugOf(title), slug) << title;
  }
}

TEST(CorpusCase, IsAPageAndADraftInTheFormOfGold) {
  auto tools = LoadTools({kRoot + "/extractors", kRoot + "/pipeline/clean/data"});
  ASSERT_TRUE(tools) << tools.error().message;
  Page page;
  for (const auto& entry : fs::directory_iterator(kRoot + "/corpus/en")) {
    if (entry.path().filename().string().starts_with("0001"))
      page.bytes = ReadWhole(entry.path() / "page.html");
  }
  ASSERT_FALSE(page.bytes.empty());
  TempFolder folder;
  auto added = AddCase(page, folder.path(), *tools, {});
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(added->folder.parent_path(), fs::path(folder.path("en")));
  EXPECT_TRUE(added->folder.filename().string().starts_with("0001-")) << added->folder;
  EXPECT_EQ(ReadWhole(added->folder / "page.html"), page.bytes);
  auto draft = nlohmann::json::parse(ReadWhole(added->folder / "draft.json"));
  EXPECT_EQ(draft["language"], "en");
  EXPECT_EQ(draft["id"], added->folder.filename().string());
  ASSERT_FALSE(draft["officials"].empty());
  EXPECT_FALSE(draft["officials"][0].contains("evidence"));

  // The same page again is refused; a folder without gold is no case; with gold it is.
  auto again = AddCase(page, folder.path(), *tools, {});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, "exists");
  EXPECT_FALSE(Regress(folder.path(), *tools));
  fs::rename(added->folder / "draft.json", added->folder / "gold.json");
  auto run = Regress(folder.path(), *tools);
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_EQ(run->records.size(), added->records);

  page.bytes += "<!-- another -->";
  auto next = AddCase(page, folder.path(), *tools, {});
  ASSERT_TRUE(next) << next.error().message;
  EXPECT_TRUE(next->folder.filename().string().starts_with("0002-")) << next->folder;
}

TEST(CorpusCase, WhatCannotBeReadMakesNoFolder) {
  auto tools = LoadTools({kRoot + "/extractors", kRoot + "/pipeline/clean/data"});
  ASSERT_TRUE(tools);
  TempFolder folder;
  Page page;
  page.bytes = "Τίτλος\n\nΗ κυβέρνηση ανακοίνωσε σήμερα νέα μέτρα για την οικονομία της χώρας.\n";
  auto added = AddCase(page, folder.path("corpus"), *tools, {});
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().kind, "language");
  EXPECT_FALSE(fs::exists(folder.path("corpus")));
}

}  // namespace
}  // namespace acta
