#include "pipeline/crawl/probe.h"

#include <gtest/gtest.h>

#include "tests/fetch/fake_clock.h"
#include "tests/fetch/hostile_server.h"

namespace acta {
namespace {

class ProbeTest : public testing::Test {
 protected:
  Result<std::vector<ProbedSource>> Run(const std::string& path) {
    FetchOptions options;
    options.allow_private = true;
    options.max_retries = 0;
    auto fetcher = *Fetcher::Create(options, &clock_);
    return Probe(*fetcher, server_.Url(path));
  }

  FakeClock clock_;
  HostileServer server_;
};

TEST_F(ProbeTest, AFeedIsItself) {
  server_.On("/robots.txt", Reply(200, "User-agent: *\nCrawl-delay: 3\n"));
  server_.On("/f",
             Reply(200,
                   "<rss><channel><title>T</title><item><link>/1</link><pubDate>2024-03-21</pubDate></item>"
                   "<item><link>/2</link><pubDate>2024-03-20</pubDate></item>"));
  auto found = Run("/f");
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->size(), 1u);
  const ProbedSource& feed = found->front();
  EXPECT_EQ(feed.kind, SourceKind::kFeed);
  EXPECT_EQ(feed.title, "T");
  EXPECT_EQ(feed.form, "rss");
  EXPECT_EQ(feed.links, 2u);
  EXPECT_EQ(feed.newest, "2024-03-21");
  EXPECT_TRUE(feed.repaired);
  EXPECT_EQ(feed.delay_ms, 3000);
}

TEST_F(ProbeTest, AHomePageIsItsFeedsAndItsStories) {
  server_.On("/",
             Reply(200,
                   "<html><link rel=alternate type=application/atom+xml href=/atom title=Tin>"
                   "<link rel=alternate type=application/rss+xml href=/broken>"
                   "<h3><a href=/hoi-nghi-trien-khai-nhiem-vu-2024>Hội nghị triển khai nhiệm vụ</a></h3>"));
  server_.On("/atom", Reply(200, "<feed><entry><link href=/1></entry></feed>"));
  server_.On("/broken", Reply(200, "<html>not found, says a page"));
  server_.On("/sitemap.xml", Reply(200, "<urlset><url><loc>/1</loc></url><url><loc>/2</loc></url></urlset>"));
  auto found = Run("/");
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 3u);
  EXPECT_EQ((*found)[0].url, server_.Url("/atom"));
  EXPECT_EQ((*found)[0].title, "Tin");
  EXPECT_EQ((*found)[1].kind, SourceKind::kSitemap);
  EXPECT_EQ((*found)[1].links, 2u);
  EXPECT_EQ((*found)[2].kind, SourceKind::kListing);
  EXPECT_EQ((*found)[2].links, 1u);
}

TEST_F(ProbeTest, AGuessedFeedWithoutLinksIsNone) {
  const std::string story =
      "<h3><a href=/hoi-nghi-trien-khai-nhiem-vu-2024>Hội nghị triển khai nhiệm vụ</a></h3>";
  server_.On("/", Reply(200, "<html>" + story));
  for (const char* guess : {"/feed", "/feed.xml", "/rss", "/rss.xml"})
    server_.On(guess, Reply(200, "<rss><channel><title>T</title></channel></rss>"));
  auto found = Run("/");
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 1u);
  EXPECT_EQ((*found)[0].kind, SourceKind::kListing);
  // What the page itself names is a feed though it is empty today.
  server_.On("/", Reply(200, "<html><link rel=alternate type=application/rss+xml href=/feed>" + story));
  found = Run("/");
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 2u);
  EXPECT_EQ((*found)[0].kind, SourceKind::kFeed);
}

TEST_F(ProbeTest, SitemapsOfRobotsTxt) {
  server_.On("/robots.txt", Reply(200, "User-agent: *\nDisallow:\nSitemap: /deep/map.xml\n"));
  server_.On("/", Reply(200, "<html><p>no feed, no stories"));
  server_.On("/deep/map.xml", Reply(200, "<urlset><url><loc>/1</loc></url></urlset>"));
  auto found = Run("/");
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 1u);
  EXPECT_EQ((*found)[0].url, server_.Url("/deep/map.xml"));
  EXPECT_EQ((*found)[0].kind, SourceKind::kSitemap);
}

TEST_F(ProbeTest, WhatCannotBeHadIsSaid) {
  EXPECT_EQ(Run("/missing").error().kind, "http_404");
  server_.On("/robots.txt", Reply(200, "User-agent: *\nDisallow: /x\n"));
  EXPECT_EQ(Run("/x").error().kind, "robots_disallowed");
  server_.On("/bare", Reply(200, "<html>nothing"));
  EXPECT_TRUE(Run("/bare")->empty());
}

}  // namespace
}  // namespace acta
