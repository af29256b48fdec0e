// Feeds of every form and with every defect (feed_cases.h), and documents that mean harm.
#include "pipeline/fetch/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/fetch/deflated.h"
#include "tests/fetch/feed_cases.h"

namespace acta {
namespace {

// "rss! Title (1 rejected)" — '!' for a repaired document — then a line "url|title|published|language" per
// link.
std::string Shown(const Result<Feed>& feed) {
  if (!feed) return feed.error().kind;
  std::string out = std::string(FeedKindName(feed->kind)) + (feed->repaired ? "!" : "") + " " + feed->title;
  if (feed->rejected > 0) out += " (" + std::to_string(feed->rejected) + " rejected)";
  for (const FeedLink& link : feed->links) {
    out += "\n" + link.url + "|" + link.title + "|" + link.published + "|" + link.language;
  }
  return out;
}

void Check(const std::vector<FeedCase>& cases) {
  for (const FeedCase& c : cases) {
    EXPECT_EQ(Shown(ParseFeed(c.document, kFeedUrl, c.content_type)), c.expected) << c.name;
    bool broken_json = std::string(c.name).find("json feed") == 0;
    bool expected = broken_json || c.expected != "bad_feed";
    EXPECT_EQ(LooksLikeFeed(c.document, c.content_type), expected) << c.name;
  }
}

TEST(Feed, EveryForm) { Check(WellFormedFeeds()); }
TEST(Feed, EveryDefect) { Check(DefectiveFeeds()); }
TEST(Feed, TheTablesAreLong) { EXPECT_GE(WellFormedFeeds().size() + DefectiveFeeds().size(), 100u); }

TEST(Feed, SaysWhyItIsNone) {
  EXPECT_EQ(ParseFeed("<!doctype html><p>x", kFeedUrl).error(),
            (Error{"bad_feed", "no feed at https://tin.example/rss/feed.xml: it is an HTML page"}));
  EXPECT_EQ(ParseFeed("", "").error().message, "no feed: it is empty");
  EXPECT_EQ(ParseFeed("[1]", "").error().message, "no feed: it is JSON, but no JSON Feed");
  EXPECT_EQ(ParseFeed("[[source]]", "").error().message,
            "no feed: it is no XML and begins with '[[source]]'");
  EXPECT_EQ(ParseFeed("<opml/>", "").error().message, "no feed: its first element is <opml>");
  EXPECT_EQ(ParseFeed("sorry\x1b[0m", "").error().message,
            "no feed: it is no XML and begins with 'sorry?[0m'");
}

TEST(Feed, RelativeLinksNeedABase) {
  EXPECT_EQ(Shown(ParseFeed(
                RssOf("<item><link>/1</link></item><item><link>https://tin.example/2</link></item>"), "")),
            "rss T (1 rejected)\nhttps://tin.example/2|||");
}

// ---- hostile documents

TEST(Feed, GzipAndItsBombs) {
  std::string feed = Deflated(RssOf("<item><link>/1</link></item>"), 31);
  EXPECT_EQ(Shown(ParseFeed(feed, kFeedUrl, "application/gzip")), "rss T\nhttps://tin.example/1|||");
  EXPECT_TRUE(LooksLikeFeed(feed));
  EXPECT_EQ(Shown(ParseFeed(Deflated(std::string(70 << 20, ' '), 31), kFeedUrl)), "too_large");
  std::string half = Deflated(
      RssOf("<item><link>/1</link></item>" + std::string(1000, ' ') + "<item><link>/2</link></item>"), 31);
  half.resize(half.size() - 12);
  EXPECT_EQ(Shown(ParseFeed(half, kFeedUrl)).substr(0, 30), "rss! T\nhttps://tin.example/1||");
}

TEST(Feed, DeepNestingIsRefused) {
  std::string deep = "<rss>";
  for (int i = 0; i < 100'000; ++i) deep += "<a xml:base='b/'>";
  EXPECT_EQ(Shown(ParseFeed(deep, kFeedUrl)), "bad_feed");
}

TEST(Feed, EntityBombsEnd) {
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c <= 'k'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "\">";
  }
  bomb += "]><rss><channel><title>&k;</title><item><link>/1</link></item></channel></rss>";
  EXPECT_THAT(Shown(ParseFeed(bomb, kFeedUrl)), testing::HasSubstr("https://tin.example/1"));
}

TEST(Feed, ExternalEntitiesAreNotLoaded) {
  std::string text =
      "<!DOCTYPE rss [<!ENTITY x SYSTEM "
      "\"file:///etc/passwd\">]><rss><channel><title>a&x;b</title></channel></rss>";
  EXPECT_THAT(Shown(ParseFeed(text, kFeedUrl)), testing::Not(testing::HasSubstr("root")));
}

TEST(Feed, AnyBytesAreReadOrRefused) {
  std::mt19937 random(7);
  std::vector<FeedCase> cases = WellFormedFeeds();
  cases.insert(cases.end(), DefectiveFeeds().begin(), DefectiveFeeds().end());
  for (int round = 0; round < 4000; ++round) {
    std::string bytes = cases[random() % cases.size()].document;
    for (int k = 0; k < 4 && !bytes.empty(); ++k) {
      size_t at = random() % bytes.size();
      switch (random() % 3) {
        case 0:
          bytes[at] = static_cast<char>(random());
          break;
        case 1:
          bytes.erase(at, random() % 20);
          break;
        default:
          bytes.insert(at, "<>&;\"'![]-/?"[random() % 12] + std::string(1, bytes[at]));
      }
    }
    LooksLikeFeed(bytes);
    Result<Feed> feed = ParseFeed(bytes, kFeedUrl);
    if (!feed) continue;
    for (const FeedLink& link : feed->links) ASSERT_TRUE(link.url.starts_with("http")) << link.url;
  }
}

}  // namespace
}  // namespace acta
