#include "pipeline/crawl/sources.h"

#include <gtest/gtest.h>

namespace acta {
namespace {

TEST(Sources, ReadsAll) {
  auto sources = ParseSources(R"(
[[source]]
name = "province"
url = "https://province.example/rss"

[[source]]
name = "ministry"
url = "https://ministry.example/tin-tuc"
kind = "listing"
language = "vi"
enabled = false
every = "2h"
delay = "5s"
tls_exception = true
body = "div#content"
date = "span.posted"
)",
                              "sources.toml");
  ASSERT_TRUE(sources) << sources.error().message;
  ASSERT_EQ(sources->size(), 2u);
  EXPECT_EQ((*sources)[0],
            (Source{"province", "https://province.example/rss", SourceKind::kAuto, "", true, 0, 0, false}));
  EXPECT_EQ((*sources)[1], (Source{"ministry", "https://ministry.example/tin-tuc", SourceKind::kListing, "vi",
                                   false, 7200, 5000, true, "div#content", "", "span.posted"}));
  EXPECT_TRUE(ParseSources("", "x")->empty());
}

TEST(Sources, EachMistakeHasItsMessage) {
  static constexpr struct {
    const char *text, *message;
  } kCases[] = {
      {"[[source]]\nurl = \"http://a/\"\n", "s.toml:1:1: a source needs a name"},
      {"[[source]]\nname = \"a\"\n", "s.toml:1:1: source 'a': empty URL"},
      {"[[source]]\nname = \"a\"\nurl = \"ftp://a/\"\n",
       "s.toml:1:1: source 'a': scheme 'ftp' is not fetched, only http and https: 'ftp://a/'"},
      {"[[source]]\nname = 5\n", "s.toml:2:8: 'name' must be a string"},
      {"[[source]]\nname = \"a\"\nkind = \"blog\"\n",
       "s.toml:3:8: 'kind' must be one of auto, feed, sitemap, listing, page"},
      {"[[source]]\nenabled = \"yes\"\n", "s.toml:2:11: 'enabled' must be true or false"},
      {"[[source]]\nevery = \"soon\"\n",
       "s.toml:2:9: 'every' must be a number and a unit: \"90s\", \"15m\", \"2h\", \"1d\""},
      {"[[source]]\nevery = 5\n",
       "s.toml:2:9: 'every' must be a number and a unit: \"90s\", \"15m\", \"2h\", \"1d\""},
      {"[[source]]\nurll = \"x\"\n", "s.toml:2:8: unknown key 'urll'"},
      {"[[sources]]\n", "s.toml:1:1: expected [[source]], found 'sources'"},
      {"[[source]]\nname = \"a\"\nurl = \"http://a/\"\n[[source]]\nname = \"a\"\nurl = \"http://b/\"\n",
       "s.toml:4:1: a second source named 'a'"},
  };
  for (const auto& c : kCases) {
    auto sources = ParseSources(c.text, "s.toml");
    ASSERT_FALSE(sources) << c.text;
    EXPECT_EQ(sources.error(), (Error{"config", c.message}));
  }
  EXPECT_EQ(ParseSources("[[source\n", "s.toml").error().message.substr(0, 9), "s.toml:1:");
  EXPECT_FALSE(ParseSources("source = [1]", "s.toml"));
  EXPECT_FALSE(ParseSources("[source]\nname='a'", "s.toml"));
}

TEST(Sources, WritesWhatItReads) {
  std::vector<Source> sources = {
      {"a \"b\" \\ \x01 ủy", "https://a.example/?x=1", SourceKind::kAuto, "", true, 0, 0, false},
      {"b", "https://b.example/", SourceKind::kSitemap, "ru", false, 5400, 60'000, true}};
  std::string text;
  for (const Source& source : sources) text += SourceAsToml(source);
  auto again = ParseSources(text, "x");
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(*again, sources);
}

TEST(Opml, FoldersAndFeeds) {
  auto found = ParseOpml(R"(<?xml version="1.0"?><opml version="2.0"><head><title>L</title></head><body>
    <outline text="Tỉnh"><outline type="rss" text="A &amp; B" title="A" xmlUrl="https://a.example/rss" language="vi"/>
      <outline type="rss" text="A" xmlUrl="https://b.example/rss"/></outline>
    <outline type="rss" text="again" xmlUrl="https://a.example/rss#x"/>
    <outline type="rss" text="broken" xmlUrl="feed:a"/><outline type="link" text="no feed" url="https://c.example/"/>
    <outline xmlUrl="https://d.example/atom"/></body></opml>)");
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->sources.size(), 3u);
  EXPECT_EQ(found->sources[0],
            (Source{"A", "https://a.example/rss", SourceKind::kFeed, "vi", true, 0, 0, false}));
  EXPECT_EQ(found->sources[1].name, "A 2");
  EXPECT_EQ(found->sources[2].name, "d.example");
  EXPECT_EQ(found->rejected, 2);
}

TEST(Opml, BrokenAndForeign) {
  auto broken =
      ParseOpml("<opml><body><outline text='A & B' xmlUrl='https://a.example/?x=1&y=2'><br></body>");
  ASSERT_TRUE(broken);
  EXPECT_EQ(broken->sources.at(0).url, "https://a.example/?x=1&y=2");
  EXPECT_EQ(ParseOpml("<rss/>").error(), (Error{"bad_opml", "no OPML subscription list: no <opml> element"}));
  EXPECT_EQ(ParseOpml("hello").error().kind, "bad_opml");
  EXPECT_EQ(ParseOpml("").error().kind, "bad_opml");
}

}  // namespace
}  // namespace acta
