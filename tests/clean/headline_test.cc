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

}  // namespace
}  // namespace acta
