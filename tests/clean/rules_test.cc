#include "pipeline/clean/rules.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "pipeline/clean/headline.h"
#include "pipeline/clean/strings.h"
#include "tests/clean/rules_for_tests.h"

namespace acta {
namespace {

TEST(Rules, NamesOfElements) {
  const CleanRules& rules = RulesForTests();
  EXPECT_TRUE(rules.RolesOf("articleBody__text-2") & kBodyRole);
  EXPECT_TRUE(rules.RolesOf("mt-2 entry-content clearfix") & kBodyRole);
  EXPECT_TRUE(rules.RolesOf("box_TinLienQuan") & kAsideRole);
  EXPECT_TRUE(rules.RolesOf("comment-list") & kCommentRole);
  EXPECT_EQ(rules.RolesOf("has-sidebar"), 0u);
  EXPECT_EQ(rules.RolesOf("css-1q2w3e"), 0u);
  EXPECT_EQ(rules.RolesOf(""), 0u);
}

TEST(Rules, PhrasesByWholeLineAndByStart) {
  const CleanRules& rules = RulesForTests();
  auto action = [&](std::string_view line) -> int {
    const PagePhrase* phrase = rules.Find(Words(line));
    return phrase == nullptr ? -1 : static_cast<int>(phrase->action);
  };
  EXPECT_EQ(action("TIN LIÊN QUAN:"), static_cast<int>(PhraseAction::kCut));
  EXPECT_EQ(action("Related news"), static_cast<int>(PhraseAction::kCut));
  EXPECT_EQ(action("Читайте также:"), static_cast<int>(PhraseAction::kCut));
  EXPECT_EQ(action("Tác giả bài viết: Thanh Hà"), static_cast<int>(PhraseAction::kByline));
  EXPECT_EQ(action("The related news of the day were reported by several newspapers"), -1);
  EXPECT_EQ(action(""), -1);
}

TEST(Rules, ABadRowIsNamed) {
  std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "bad_rules";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "markup.tsv") << "role\twords\nbody\tarticle body\nbudy\tcontent\n";
  Result<CleanRules> rules = CleanRules::Load(folder);
  ASSERT_FALSE(rules);
  EXPECT_EQ(rules.error().kind, "rules");
  EXPECT_EQ(rules.error().message,
            (folder / "markup.tsv").string() + ":3: unknown role \"budy\"\nbudy\tcontent");
  EXPECT_FALSE(CleanRules::Load("/nonexistent"));
}

TEST(Headline, WithoutTheNameOfTheSite) {
  struct {
    const char *title, *site, *want;
  } cases[] = {
      {"Hội nghị tổng kết công tác năm - Cổng thông tin điện tử", "Cổng thông tin điện tử",
       "Hội nghị tổng kết công tác năm"},
      {"A long headline about the budget | The Coast Daily", "", "A long headline about the budget"},
      {"The Coast Daily: A long headline", "The Coast Daily", "The Coast Daily: A long headline"},
      {"Пресс-служба | Главная новость дня", "Пресс-служба", "Главная новость дня"},
      {"Thủ tướng - người của công việc", "", "Thủ tướng - người của công việc"},
      {"", "", ""},
  };
  for (const auto& test : cases) EXPECT_EQ(WithoutSite(test.title, test.site), test.want);
}

}  // namespace
}  // namespace acta
