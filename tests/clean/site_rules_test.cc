#include "pipeline/clean/site_rules.h"

#include <gtest/gtest.h>

#include "pipeline/clean/clean.h"
#include "tests/clean/rules_for_tests.h"

namespace acta {
namespace {

// A page whose longest text is not its article, and whose names say nothing.
Page Misleading(const std::string& url) {
  Page page;
  page.url = url;
  page.bytes =
      "<html><head><title>Portal</title></head><body><h1>Portal of the province</h1>"
      "<div class='k7'><p>Dyke at Dong An is raised by one metre</p><i>04.03.2025</i></div>"
      "<div id=z9 class='x one'><p>The dyke at Dong An is to be raised by one metre before the "
      "floods.</p></div>"
      "<div class='w3'>";
  for (int i = 0; i < 8; ++i)
    page.bytes +=
        "<p>The province lies between the river and the sea, and it has been known for its rice for "
        "ages.</p>";
  page.bytes += "</div></body></html>";
  return page;
}

std::vector<SiteRules> Rules(std::string_view body, std::string_view title, std::string_view date) {
  return {{"province.example", *ParseSelector(body), *ParseSelector(title), *ParseSelector(date)}};
}

TEST(SiteRules, GoBeforeTheGeneralReadings) {
  const std::vector<SiteRules> sites = Rules("div#z9.one", ".k7 p", "div i");
  CleanOptions options;
  options.sites = &sites;
  const Page page = Misleading("https://www.province.example/news/1");
  Result<Article> article = CleanPage(page, RulesForTests(), nullptr, options);
  ASSERT_TRUE(article) << article.error().message;
  EXPECT_EQ(article->title, "Dyke at Dong An is raised by one metre");
  EXPECT_EQ(article->published, "2025-03-04");
  EXPECT_EQ(article->body(), "The dyke at Dong An is to be raised by one metre before the floods.");
}

TEST(SiteRules, ARuleOfAnotherHostOrWithoutAMatchChangesNothing) {
  const std::vector<SiteRules> sites = Rules("div.gone", "h6", "time");
  CleanOptions options;
  options.sites = &sites;
  for (const char* url : {"https://elsewhere.example/1", "https://province.example/1", ""}) {
    const Page page = Misleading(url);
    CleanTrace trace;
    Result<Article> general = CleanPage(page, RulesForTests());
    Result<Article> article = CleanPage(page, RulesForTests(), &trace, options);
    ASSERT_TRUE(general && article);
    EXPECT_EQ(article->text, general->text);
    EXPECT_EQ(article->published, general->published);
    const bool said =
        !trace.notes.empty() && trace.notes.front() == "site rule: body div.gone is not on the page";
    EXPECT_EQ(said, std::string_view(url) == "https://province.example/1") << url;
  }
}

TEST(SiteRules, SelectorsFindWhatTheySay) {
  Result<HtmlTree> tree =
      ParseHtml("<body><div class='a b'><p id=x>1<p data-k=v>2</div><p class=ab>3</body>", {});
  ASSERT_TRUE(tree);
  const std::pair<const char*, std::string> kCases[] = {
      {"p", "123"}, {".a p", "12"},       {"div.a.b #x", "1"}, {"p[data-k]", "2"}, {"[data-k='v']", "2"},
      {".ab", "3"}, {"#x, .ab", "13"},    {"p[data-k=w]", ""}, {"p p", ""},        {"div", "12"},
      {"", ""},     {"body .b p#x", "1"}, {"P", "123"},
  };
  for (const auto& [selector, text] : kCases) {
    Result<Selector> parsed = ParseSelector(selector);
    ASSERT_TRUE(parsed) << selector;
    std::string found;
    for (NodeId n : Select(*tree, *parsed)) found += tree->TextOf(n);
    std::erase(found, ' ');
    EXPECT_EQ(found, text) << selector;
  }
}

TEST(SiteRules, AWrongSelectorIsRefusedWithItsPlace) {
  for (const char* wrong : {"div >", "p:first-child", "..a", "[x", "[x=", ", p", "p,", "blink", "*"}) {
    Result<Selector> parsed = ParseSelector(wrong);
    ASSERT_FALSE(parsed) << wrong;
    EXPECT_EQ(parsed.error().kind, "selector");
    EXPECT_NE(parsed.error().message.find("character "), std::string::npos);
  }
}

}  // namespace
}  // namespace acta
