// RFC 9309, section by section.
#include "pipeline/fetch/robots.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <random>

namespace acta {
namespace {

using testing::ElementsAre;

bool Allows(std::string_view robots, std::string_view path, std::string_view agent = "acta") {
  return RobotsTxt::Parse(robots).Allows(agent, path);
}

// ---- 2.1 protocol definition: groups, rules, lines

TEST(Robots, S2_1_NothingSaidIsAllowed) {
  for (const char* text : {"", "\n\n", "# only a comment\n", "User-agent: *\n", "User-agent: *\nDisallow:\n",
                           "<!doctype html><title>Not found</title>", "User-agent\nDisallow\n"}) {
    EXPECT_TRUE(Allows(text, "/a")) << text;
  }
}

TEST(Robots, S2_1_RulesBeforeAnyAgentBelongToNobody) {
  EXPECT_TRUE(Allows("Disallow: /\nUser-agent: other\nDisallow: /", "/a"));
}

TEST(Robots, S2_1_LineEndsSpacesCommentsAndCase) {
  for (const char* text :
       {"User-agent: *\nDisallow: /a", "User-agent: *\r\nDisallow: /a\r\n", "User-agent: *\rDisallow: /a\r",
        "  user-AGENT :\t*  \n\tDISALLOW:/a  # why\n", "User-agent: *#x\n\n\nDisallow: /a"}) {
    EXPECT_FALSE(Allows(text, "/a")) << text;
    EXPECT_TRUE(Allows(text, "/b")) << text;
  }
}

TEST(Robots, S2_1_SpellingsOfTheWild) {
  EXPECT_FALSE(Allows("useragent: *\ndisalow: /a", "/a"));
  EXPECT_FALSE(Allows("user agent: *\ndissallow: /a", "/a"));
  EXPECT_FALSE(Allows("user-agent *\ndisallow /a", "/a"));
  EXPECT_TRUE(Allows("user-agent *\ndisallow /a b", "/a"));  // no colon and two words: no rule
}

// ---- 2.2.1 the user-agent line

TEST(Robots, S2_2_1_TokenWithoutCase) {
  EXPECT_FALSE(Allows("User-agent: ACTA\nDisallow: /", "/a"));
  EXPECT_FALSE(Allows("User-agent: acta/1.0\nDisallow: /", "/a"));
  EXPECT_FALSE(Allows("User-agent: acta bot of ours\nDisallow: /", "/a"));
  EXPECT_FALSE(Allows("User-agent: acta\nDisallow: /", "/a", "Acta"));
}

TEST(Robots, S2_2_1_ATokenIsNoPartOfAnother) {
  EXPECT_TRUE(Allows("User-agent: actabot\nDisallow: /", "/a"));
  EXPECT_TRUE(Allows("User-agent: act\nDisallow: /", "/a"));
  EXPECT_TRUE(Allows("User-agent: acta-images\nDisallow: /", "/a"));
}

TEST(Robots, S2_2_1_NamedGroupInsteadOfStar) {
  std::string_view text = "User-agent: *\nDisallow: /\nUser-agent: acta\nDisallow: /x\n";
  EXPECT_TRUE(Allows(text, "/a"));
  EXPECT_FALSE(Allows(text, "/x/1"));
  EXPECT_FALSE(Allows(text, "/a", "other"));
  EXPECT_TRUE(Allows("User-agent: *\nDisallow: /\n\nUser-agent: acta\n", "/a"));  // an empty group is a group
}

TEST(Robots, S2_2_1_GroupsOfOneAgentMerge) {
  std::string_view text =
      "User-agent: acta\nDisallow: /a\n\nUser-agent: b\nDisallow: /b\n\nUser-agent: Acta\nDisallow: /c\n";
  EXPECT_FALSE(Allows(text, "/a"));
  EXPECT_TRUE(Allows(text, "/b"));
  EXPECT_FALSE(Allows(text, "/c"));
  std::string_view stars = "User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /c\n";
  EXPECT_FALSE(Allows(stars, "/a"));
  EXPECT_FALSE(Allows(stars, "/c"));
}

TEST(Robots, S2_2_1_SeveralAgentsOneGroup) {
  std::string_view text =
      "User-agent: a\nUser-agent: acta\n\nUser-agent: c\nDisallow: /x\nUser-agent: d\nDisallow: /y\n";
  for (const char* agent : {"a", "acta", "c"}) {
    EXPECT_FALSE(Allows(text, "/x", agent)) << agent;
    EXPECT_TRUE(Allows(text, "/y", agent)) << agent;
  }
  EXPECT_TRUE(Allows(text, "/x", "d"));
}

TEST(Robots, S2_2_1_SeveralAgentsInALine) {
  std::string_view text = "User-agent: one, Acta/2, three\nDisallow: /x\nUser-agent: *\nDisallow: /\n";
  for (const char* agent : {"one", "acta", "three"}) {
    EXPECT_FALSE(Allows(text, "/x", agent)) << agent;
    EXPECT_TRUE(Allows(text, "/y", agent)) << agent;
  }
  EXPECT_FALSE(Allows(text, "/y", "four"));
}

TEST(Robots, S2_2_1_WhatIsAskedForIsAToken) {
  // "Foo Bar" in the file is the agent Foo; an agent that calls itself "Foo Bar" is not it.
  std::string_view text = "User-Agent: *\nDisallow: /\nUser-Agent: Foo Bar\nAllow: /x/\nDisallow: /\n";
  EXPECT_TRUE(Allows(text, "/x/1", "Foo"));
  EXPECT_FALSE(Allows(text, "/x/1", "Foo Bar"));
  EXPECT_FALSE(Allows(text, "/x/1", ""));
}

TEST(Robots, S2_2_1_OnlyTheBareStarIsEverybody) {
  EXPECT_FALSE(Allows("User-agent: * all\nDisallow: /", "/a"));
  EXPECT_TRUE(Allows("User-agent: *bot\nDisallow: /", "/a"));
}

// ---- 2.2.2 allow and disallow

TEST(Robots, S2_2_2_PrefixesWithCase) {
  EXPECT_FALSE(Allows("User-agent: *\nDisallow: /fish", "/fish.html"));
  EXPECT_FALSE(Allows("User-agent: *\nDisallow: /fish", "/fish/salmon?id=1"));
  EXPECT_TRUE(Allows("User-agent: *\nDisallow: /fish", "/Fish"));
  EXPECT_TRUE(Allows("User-agent: *\nDisallow: /fish", "/catfish"));
  EXPECT_TRUE(Allows("User-agent: *\nDisallow: /fish/", "/fish"));
}

TEST(Robots, S2_2_2_TheLongestRuleWins) {
  std::string_view text =
      "User-agent: *\nDisallow: /news\nAllow: /news/public\nDisallow: /news/public/draft\n";
  EXPECT_FALSE(Allows(text, "/news/x"));
  EXPECT_TRUE(Allows(text, "/news/public/1"));
  EXPECT_FALSE(Allows(text, "/news/public/draft/1"));
  EXPECT_TRUE(Allows(text, "/other"));
}

TEST(Robots, S2_2_2_AllowWinsATieInAnyOrder) {
  EXPECT_TRUE(Allows("User-agent: *\nDisallow: /a\nAllow: /a", "/a"));
  EXPECT_TRUE(Allows("User-agent: *\nAllow: /a\nDisallow: /a", "/a"));
  EXPECT_TRUE(Allows("User-agent: *\nAllow: /\nDisallow: /", "/"));
}

TEST(Robots, S2_2_2_RobotsTxtItselfIsAllowed) {
  EXPECT_TRUE(Allows("User-agent: *\nDisallow: /", "/robots.txt"));
}

TEST(Robots, S2_2_2_PercentEncoding) {
  struct {
    const char *rule, *path;
    bool matches;
  } static constexpr kCases[] = {
      {"/x/\xE1\xBB\xA9", "/x/%E1%BB%A9", true},  // bytes above ASCII, either side
      {"/x/%e1%bb%a9", "/x/\xE1\xBB\xA9", true},
      {"/x/%E1%BB%A9", "/x/%e1%bb%a9/b", true},
      {"/x/%62%61%7A", "/x/baz", true},  // unreserved characters
      {"/x/baz", "/x/%62%61%7a", true},
      {"/a%2Fb", "/a/b", false},  // '/' is reserved: its escape is another path
      {"/a%2fb", "/a%2Fb", true},
      {"/x?u=https://a.example", "/x?u=https%3A%2F%2Fa.example", true},  // but not in a query
      {"/x?u=https%3A%2F%2Fa.example", "/x?u=https://a.example", true},
      {"/a b", "/a%20b", true},
      {"/a%zz", "/a%zz", true},
      {"/a%4%31", "/aA", false},                 // no escape, however often it is read
      {"/file-%2A.html", "/file-*.html", true},  // 2.2.3: the signs themselves
      {"/price-%24", "/price-$", true},
      {"/price-%24", "/price-x", false}};
  for (const auto& c : kCases) {
    EXPECT_EQ(!Allows("User-agent: *\nDisallow: " + std::string(c.rule), c.path), c.matches)
        << c.rule << " " << c.path;
  }
}

TEST(Robots, S2_2_2_AllowedIndexPagesAreTheirFolders) {
  std::string_view text = "User-agent: *\nAllow: /a/index.html\nDisallow: /";
  EXPECT_TRUE(Allows(text, "/a/index.html"));
  EXPECT_TRUE(Allows(text, "/a/"));
  EXPECT_FALSE(Allows(text, "/a/index.htm"));
  EXPECT_FALSE(Allows(text, "/a/b"));
  EXPECT_FALSE(Allows(text, "/"));
  EXPECT_TRUE(Allows("User-agent: *\nDisallow: /a/index.html", "/a/"));  // not the other way round
}

TEST(Robots, S2_2_2_EqualOrLonger) {
  struct {
    const char *rules, *path;
    bool allowed;
  } static constexpr kCases[] = {{"Disallow: /x/page.html\nAllow: /x/", "/x/page.html", false},
                                 {"Allow: /x/page.html\nDisallow: /x/", "/x/page.html", true},
                                 {"Allow: /x/page.html\nDisallow: /x/", "/x/", false},
                                 {"Disallow: \nAllow: ", "/x/page.html", true},
                                 {"Disallow: /x\nAllow: /x/", "/x", false},
                                 {"Disallow: /x\nAllow: /x/", "/x/", true},
                                 {"Allow: /page\nDisallow: /*.html", "/page.html", false},
                                 {"Allow: /x/page.\nDisallow: /*.html", "/x/page.html", true},
                                 {"Allow: /x/page.\nDisallow: /*.html", "/x/y.html", false},
                                 {"Allow: /p\nDisallow: /", "/page", true},
                                 {"Allow: /folder\nDisallow: /folder", "/folder/page", true},
                                 {"Disallow: /foo/bar/quz\nAllow: /foo/*/qux", "/foo/bar/quz", false},
                                 {"Disallow: /foo/bar$\nAllow: /foo/bar/qux", "/foo/bar", false},
                                 {"Disallow: /foo/bar$\nAllow: /foo/bar/qux", "/foo/bar/", true},
                                 {"# Disallow: /\nDisallow: /foo/quz#qux\nAllow: /", "/foo/quz", false},
                                 {"Disallow: fish", "/fish", true},  // no path: it begins with no slash
                                 {"Disallow: /*?", "/a?b", false},
                                 {"Disallow: /*?", "/a", true},
                                 {"Disallow: /~joe/", "/%7Ejoe/x", false},
                                 {"Disallow: /%7ejoe/", "/~joe/x", false},
                                 {"Disallow: /a;b", "/a;b/c", false}};
  for (const auto& c : kCases) {
    EXPECT_EQ(Allows("User-agent: *\n" + std::string(c.rules), c.path), c.allowed)
        << c.rules << " " << c.path;
  }
}

// ---- 2.2.3 special characters

TEST(Robots, S2_2_3_StarAndDollar) {
  struct {
    const char *pattern, *path;
    bool matches;
  } static constexpr kCases[] = {{"/*.php", "/index.php", true},
                                 {"/*.php", "/a/b.php?x", true},
                                 {"/*.php", "/", false},
                                 {"/*.php$", "/a.php", true},
                                 {"/*.php$", "/a.php?x", false},
                                 {"/*.php$", "/a.php5", false},
                                 {"/*.php$", "/a.php/b.php", true},
                                 {"/a*b*c", "/axxbyyc/d", true},
                                 {"/a*b*c", "/acb", false},
                                 {"/$", "/", true},
                                 {"/$", "/a", false},
                                 {"*", "/anything", true},
                                 {"*/x", "/a/x", true},
                                 {"/a**b", "/ab", true},
                                 {"/a*$", "/abc", true},
                                 {"/a$b", "/a$b", true},
                                 {"/a$b", "/a", false},
                                 {"/*a*a*a$", "/aa", false},
                                 {"/*a*a*a$", "/aaa", true},
                                 {"/ab*ab$", "/ab", false},
                                 {"/a*?x=", "/abc?x=1", true},
                                 {"/a#b", "/a", true}};
  for (const auto& c : kCases) {
    EXPECT_EQ(!Allows("User-agent: *\nDisallow: " + std::string(c.pattern), c.path), c.matches)
        << c.pattern << " " << c.path;
  }
}

TEST(Robots, S2_2_3_LengthDecidesAmongWildcardsToo) {
  EXPECT_FALSE(Allows("User-agent: *\nAllow: /page\nDisallow: /*.htm", "/page.htm"));
  EXPECT_TRUE(Allows("User-agent: *\nAllow: /page\nDisallow: /*.ph", "/page.php"));
  EXPECT_TRUE(Allows("User-agent: *\nAllow: /$\nDisallow: /", "/"));
  EXPECT_FALSE(Allows("User-agent: *\nAllow: /$\nDisallow: /", "/page.htm"));
}

// The matcher against one that tries everything, over all short patterns and paths.
bool Slow(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return true;
  if (pattern == "$") return path.empty();
  if (pattern[0] == '*')
    return Slow(pattern.substr(1), path) || (!path.empty() && Slow(pattern, path.substr(1)));
  return !path.empty() && pattern[0] == path[0] && Slow(pattern.substr(1), path.substr(1));
}

void AllWords(std::string_view letters, size_t length, const std::function<void(const std::string&)>& use,
              std::string word = "") {
  use(word);
  if (word.size() == length) return;
  for (char letter : letters) AllWords(letters, length, use, word + letter);
}

TEST(Robots, S2_2_3_MatcherAgreesWithExhaustiveSearch) {
  std::vector<std::string> paths;
  AllWords("ab", 6, [&](const std::string& path) { paths.push_back(path); });
  int checked = 0;
  AllWords("ab*", 5, [&](const std::string& body) {
    for (const char* end : {"", "$"}) {
      std::string pattern = body + end;
      for (const std::string& path : paths) {
        ASSERT_EQ(RobotsPatternMatches(pattern, path), Slow(pattern, path)) << pattern << " " << path;
        ++checked;
      }
    }
  });
  EXPECT_GT(checked, 90'000);
}

TEST(Robots, S2_2_3_ManyStarsCostLittle) {
  std::string pattern = "/";
  for (int i = 0; i < 5000; ++i) pattern += "*a";
  EXPECT_FALSE(RobotsPatternMatches(pattern + "b$", "/" + std::string(20'000, 'a')));
}

// ---- 2.2.4 other records

TEST(Robots, S2_2_4_OtherRecordsChangeNothing) {
  std::string_view text =
      "User-agent: acta\nSitemap: https://a.example/s.xml\nHost: a.example\nUser-agent: b\nDisallow: /x\n";
  EXPECT_FALSE(Allows(text, "/x"));
  EXPECT_FALSE(Allows(text, "/x", "b"));
  EXPECT_THAT(RobotsTxt::Parse(text).sitemaps(), ElementsAre("https://a.example/s.xml"));
}

TEST(Robots, S2_2_4_CrawlDelay) {
  RobotsTxt robots = RobotsTxt::Parse(
      "User-agent: *\nCrawl-delay: 10\n\nUser-agent: acta\nCrawl-delay: 2.5\nDisallow: /x\n");
  EXPECT_EQ(robots.CrawlDelay("acta"), 2.5);
  EXPECT_EQ(robots.CrawlDelay("other"), 10);
  EXPECT_EQ(
      RobotsTxt::Parse("User-agent: acta\nDisallow:\n\nUser-agent: *\nCrawl-delay: 10").CrawlDelay("acta"),
      std::nullopt);
  for (const char* nonsense : {"x", "", "-1", "nan", "inf", "1e99"}) {
    EXPECT_EQ(RobotsTxt::Parse("User-agent: *\nCrawl-delay: " + std::string(nonsense)).CrawlDelay("acta"),
              std::nullopt)
        << nonsense;
  }
  EXPECT_EQ(RobotsTxt::Parse("Crawl-delay: 5\nUser-agent: *\nDisallow: /x").CrawlDelay("acta"), std::nullopt);
}

TEST(Robots, S2_2_4_DelaysAsWritten) {
  struct {
    const char* value;
    double seconds;
  } static constexpr kCases[] = {{"0", 0},       {"0.5", 0.5},   {"1.", 1},
                                 {"10 # s", 10}, {"3600", 3600}, {"10s", 10}};
  for (const auto& c : kCases) {
    EXPECT_EQ(RobotsTxt::Parse("User-agent: *\nCrawl-delay: " + std::string(c.value)).CrawlDelay("acta"),
              c.seconds)
        << c.value;
  }
  // Between the agents of a group it closes nothing; it is for those above it.
  std::string_view text = "User-agent: a\nCrawl-delay: 3\nUser-agent: b\nDisallow: /x\n";
  EXPECT_EQ(RobotsTxt::Parse(text).CrawlDelay("a"), 3);
  EXPECT_EQ(RobotsTxt::Parse(text).CrawlDelay("b"), std::nullopt);
  EXPECT_FALSE(Allows(text, "/x", "a"));
}

TEST(Robots, S2_2_4_SitemapsAnywhere) {
  EXPECT_THAT(RobotsTxt::Parse("Sitemap: https://a.example/1\nUser-agent: x\nDisallow: /\nSITEMAP:/2\n"
                               "Site-map: https://b.example/3?a#b\nSitemap:\n")
                  .sitemaps(),
              ElementsAre("https://a.example/1", "/2", "https://b.example/3?a"));
}

// ---- 2.3.1 what the fetch of the file means

TEST(Robots, S2_3_1_Outcomes) {
  std::string_view forbids = "User-agent: *\nDisallow: /";
  EXPECT_FALSE(RobotsTxt::FromStatus(200, forbids).Allows("acta", "/a"));
  for (int status : {400, 401, 403, 404, 410, 418, 451})
    EXPECT_TRUE(RobotsTxt::FromStatus(status, forbids).Allows("acta", "/a")) << status;
  for (int status : {429, 500, 502, 503, 599, 301, 100, 0})
    EXPECT_FALSE(RobotsTxt::FromStatus(status, "").Allows("acta", "/a")) << status;
}

// ---- 2.3 and 2.5: encoding and limits

TEST(Robots, S2_3_ByteOrderMarks) {
  for (const char* mark : {"\xEF\xBB\xBF", "\xEF\xBB", "\xEF"}) {
    EXPECT_FALSE(Allows(std::string(mark) + "User-agent: *\nDisallow: /a", "/a"));
  }
  std::string little = "\xFF\xFE", big = "\xFE\xFF";
  for (char c : std::string_view("User-agent: *\nDisallow: /a\n")) {
    (little += c) += '\0';
    (big += '\0') += c;
  }
  EXPECT_FALSE(Allows(little, "/a"));
  EXPECT_FALSE(Allows(big, "/a"));
  EXPECT_TRUE(Allows(little, "/b"));
}

TEST(Robots, S2_5_FiveHundredKibibytes) {
  std::string filler;
  while (filler.size() < RobotsTxt::kMaxBytes - 100) filler += "# nothing to see in this line\n";
  EXPECT_FALSE(Allows(filler + "User-agent: *\nDisallow: /a\n", "/a"));
  filler.append(200, '#');
  EXPECT_TRUE(Allows(filler + "\nUser-agent: *\nDisallow: /a\n", "/a"));
}

TEST(Robots, S2_5_LinesHaveAnEnd) {
  std::string folder = "/" + std::string(20'000, 'a');
  EXPECT_FALSE(Allows("User-agent: *\nDisallow: " + folder + "/x", folder + "/y"));  // cut, and so wider
  EXPECT_TRUE(Allows("User-agent: *\nDisallow: " + folder + "/x", "/a"));
  EXPECT_FALSE(
      Allows("User-agent: *\nDisallow: /b\n# " + folder + "\nDisallow: /a", "/a"));  // the next counts
}

TEST(Robots, S2_3_MarkupIsDropped) {
  std::string_view text =
      "<html><body><pre>\nUser-agent: *<br>\nDisallow: /a<BR>\n<p>Disallow: <b>/c</b></p>\n</pre>";
  EXPECT_FALSE(Allows(text, "/a"));
  EXPECT_FALSE(Allows(text, "/c"));
  EXPECT_TRUE(Allows(text, "/b"));
  EXPECT_TRUE(Allows("User-agent: *\nDisallow: <br>\n", "/a"));
}

TEST(Robots, AnyBytesAreParsed) {
  constexpr std::string_view kLetters = "UuserAagent:-DdisalowA/*$%2f \t\r\n#\xEF\xBB\xBF\xFF\xFE\x01";
  std::mt19937 random(1);
  for (int i = 0; i < 500; ++i) {
    std::string bytes;
    for (int k = 0; k < 300; ++k) bytes += kLetters[random() % kLetters.size()];
    RobotsTxt robots = RobotsTxt::Parse("User-agent: *\n" + bytes);
    robots.Allows("acta", bytes);
    robots.CrawlDelay("acta");
  }
}

// ---- 5 a whole file

TEST(Robots, S5_AWholeFile) {
  std::string_view text =
      "# portal\nUser-agent: *\nDisallow: *.zip$\nDisallow: /search/\nAllow: /news/\n\n"
      "User-agent: shut\nDisallow:/\nAllow:/search/help.html\n\n"
      "User-agent: one\nUser-agent: two\nDisallow: /news/video\n\nUser-agent: free\n\nend of file";
  EXPECT_FALSE(Allows(text, "/files/a.zip"));
  EXPECT_FALSE(Allows(text, "/search/?q=x"));
  EXPECT_TRUE(Allows(text, "/news/1"));
  EXPECT_TRUE(Allows(text, "/search/help.html", "shut"));
  EXPECT_FALSE(Allows(text, "/news/1", "shut"));
  EXPECT_FALSE(Allows(text, "/news/video/1", "two"));
  EXPECT_TRUE(Allows(text, "/search/x", "two"));
  EXPECT_TRUE(Allows(text, "/search/x", "free"));
}

}  // namespace
}  // namespace acta
