// The title of pages whose statements disagree: <title>, og:title, JSON-LD, the heading.
#include <gtest/gtest.h>

#include "pipeline/clean/clean.h"
#include "tests/clean/rules_for_tests.h"

namespace acta {
namespace {

struct Stated {
  std::string title, open_graph, linked, frame, heading;  // frame: an <h1> in the page's navigation
};

std::string TitleOf(const Stated& page) {
  const std::string sentence =
      "The committee approved the water plan and set out what each district is to do. ";
  Page made;
  made.bytes = "<html><head><title>" + page.title + "</title><meta property='og:title' content='" +
               page.open_graph +
               "'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" +
               page.linked + "\",\"datePublished\":\"2025-03-04\"}</script></head><body>" +
               (page.frame.empty() ? "" : "<nav><ol><li><h1>" + page.frame + "</h1></li></ol></nav>") +
               "<article><h2>" + page.heading + "</h2>";
  for (int i = 0; i < 6; ++i) made.bytes += "<p>" + sentence + sentence + "</p>";
  made.bytes += "</article></body></html>";
  Result<Article> article = CleanPage(made, RulesForTests());
  return article ? article->title : article.error().message;
}

constexpr const char* kPlan = "Province approves plan for clean water in five districts";

TEST(Headline, JsonLdIsHeardWhenTheTitleOfThePageRepeatsIt) {
  EXPECT_EQ(TitleOf({kPlan, "Five districts to drink clean water soon", kPlan, "", "Water for all at last"}),
            kPlan);
  // og:title that a heading shows is not outvoted.
  const std::string shown = "Five districts to drink clean water soon";
  EXPECT_EQ(TitleOf({kPlan, shown, kPlan, "", shown}), shown);
}

TEST(Headline, AHeadingInOtherWordsGivesWayToThreeVoices) {
  const std::string other = "Council approves plan for clean water in five districts";
  EXPECT_EQ(TitleOf({kPlan, kPlan, other, kPlan, other}), kPlan);
}

// A portal that calls itself the same in <title>, og:title and a heading on every page.
TEST(Headline, TheNameOfASiteIsNoTitle) {
  const std::pair<const char*, const char*> sites[] = {
      {"Cổng thông tin điện tử tỉnh Đông Hà", "Hội nghị đánh giá kết quả cải cách hành chính"},
      {"TRANG THÔNG TIN ĐIỆN TỬ ĐẢNG BỘ TỈNH", "Ban Thường vụ họp phiên thường kỳ tháng ba"},
      {"Official website of the Riverland District", kPlan},
      {"Официальный сайт администрации города", "Глава города провёл совещание по подготовке к зиме"}};
  for (const auto& [site, title] : sites) {
    const std::string banner = std::string("<div><h1>") + site + "</h1></div>";
    const std::string body = "<p>" + std::string(400, 'a') +
                             " of the plan.</p><p>The committee approved the water "
                             "plan and set out what each district is to do in the year that comes.</p>";
    for (const std::string& name :
         {std::string(site), std::string(title) + " - " + site, std::string(site) + " | " + title}) {
      Page page;
      page.bytes = "<html><head><title>" + name + "</title><meta property='og:title' content='" + site +
                   "'></head><body>" + banner + "<div class=x><h2>" + title + "</h2>" + body +
                   "</div></body></html>";
      Result<Article> article = CleanPage(page, RulesForTests());
      ASSERT_TRUE(article) << article.error().message;
      EXPECT_EQ(article->title, title) << name;
    }
  }
}

TEST(Headline, AnArticleOnASiteKeepsItsTitle) {
  const std::string title = "Cổng thông tin điện tử tỉnh khai trương giao diện mới";
  EXPECT_EQ(TitleOf({title + " - Báo Đông Hà", title, title, "", title}), title);
  EXPECT_EQ(TitleOf({title, title, "", "", title}), title);
}

}  // namespace
}  // namespace acta
