// Days of a crawl in a second: loopback servers, a clock that is turned, a frontier in a file.
#include "pipeline/crawl/crawl.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <set>
#include <thread>

#include "tests/fetch/fake_clock.h"
#include "tests/fetch/hostile_server.h"

namespace acta {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

class CrawlTest : public testing::Test {
 protected:
  CrawlTest() : path_(testing::TempDir() + "acta-crawl-" + std::to_string(getpid()) + ".db") { Clear(); }
  ~CrawlTest() override { Clear(); }
  void Clear() {
    for (const char* end : {"", "-wal", "-shm", "-journal"}) unlink((path_ + end).c_str());
  }

  std::unique_ptr<Crawl> Make(const std::vector<Source>& sources) {
    FetchOptions fetch;
    fetch.allow_private = true;
    fetch.private_delay_ms = 1000;
    fetch.max_retries = 0;
    auto fetcher = *Fetcher::Create(WithSources(fetch, sources), &clock_, [] { return 0.0; });
    return *Crawl::Create(std::move(fetcher), *OpenFrontier(path_), sources, options_, clock_);
  }

  // One run; returns "path" or "path: error" per page. With `store` false the pages are lost, as by a kill.
  std::vector<std::string> Run(const std::vector<Source>& sources, bool store = true) {
    auto crawl = Make(sources);
    std::vector<std::string> given;
    while (auto page = crawl->Next()) {
      std::string path = page->source.substr(page->source.find('/', 8));
      given.push_back(page->page ? path : path + ": " + page->page.error().kind);
      if (store) crawl->Done(page->ticket);
    }
    report_ = crawl->report();
    return given;
  }

  void Serve(int pages, int first = 1) {
    std::string items;
    for (int i = first; i < first + pages; ++i) {
      std::string path = "/" + std::to_string(i);
      items += "<item><title>T" + std::to_string(i) + "</title><link>" + path + "</link><pubDate>2024-03-" +
               (i < 10 ? "0" : "") + std::to_string(i) + "</pubDate></item>";
      server_.On(path, Reply(200, "<p>" + path));
    }
    server_.On("/feed", Reply(200, "<rss><channel>" + items + "</channel></rss>"));
  }

  Source Feed(const std::string& path = "/feed") {
    Source source;
    source.name = "s";
    source.url = server_.Url(path);
    return source;
  }

  std::string path_;
  FakeClock clock_;
  CrawlOptions options_;
  CrawlReport report_;
  HostileServer server_{"127.0.0.1", &clock_};
};

TEST_F(CrawlTest, PagesOfAFeedOnceOnly) {
  Serve(3);
  EXPECT_THAT(Run({Feed()}), ElementsAre("/1", "/2", "/3"));
  EXPECT_EQ(report_.discovered, 3);
  EXPECT_THAT(Run({Feed()}), ElementsAre());  // nothing is due
  clock_.Advance(2 * 3600'000);
  Serve(4);
  EXPECT_THAT(Run({Feed()}), ElementsAre("/4"));
  EXPECT_EQ(server_.Count("/1"), 1);
}

TEST_F(CrawlTest, APageThatWasNotStoredComesAgain) {
  Serve(2);
  EXPECT_THAT(Run({Feed()}, /*store=*/false), ElementsAre("/1", "/2"));
  EXPECT_THAT(Run({Feed()}), ElementsAre("/1", "/2"));
  EXPECT_THAT(Run({Feed()}), ElementsAre());
  EXPECT_EQ(server_.Count("/feed"), 1);
}

TEST_F(CrawlTest, PolitenessHoldsAcrossRuns) {
  Serve(5);
  options_.limit = 2;
  std::set<std::string> all;
  for (int run = 0; run < 3; ++run) {
    for (const std::string& page : Run({Feed()})) all.insert(page);
    clock_.Advance(1000);
  }
  EXPECT_EQ(all.size(), 5u);
  std::vector<HostileServer::Request> log = server_.log();
  for (size_t i = 1; i < log.size(); ++i) EXPECT_GE(log[i].at_ms - log[i - 1].at_ms, 1000) << log[i].path;
}

TEST_F(CrawlTest, AnUnchangedFeedIsAskedLessAndLess) {
  Serve(1);
  server_.On("/feed", [](Connection& c) {
    bool known = c.Header("If-None-Match") == "\"1\"";
    c.Send(known ? "HTTP/1.1 304 X\r\n\r\n"
                 : "HTTP/1.1 200 X\r\nETag: \"1\"\r\nContent-Length: "
                   "49\r\n\r\n<rss><channel><item><link>/1</link></item></rss> ");
  });
  std::vector<int64_t> visits;
  for (int hour = 0; hour < 100; ++hour) {
    size_t before = static_cast<size_t>(server_.Count("/feed"));
    Run({Feed()});
    if (static_cast<size_t>(server_.Count("/feed")) > before) visits.push_back(hour);
    clock_.Advance(3600'000);
  }
  ASSERT_GE(visits.size(), 5u);
  EXPECT_LE(visits.size(), 12u);
  EXPECT_GT(visits[4] - visits[3], visits[1] - visits[0]);
  EXPECT_EQ(server_.Count("/1"), 1);
}

TEST_F(CrawlTest, FailuresAreGivenAndPlanned) {
  Serve(1);
  server_.On("/feed", Reply(200,
                            "<rss><channel><item><link>/1</link></item><item><link>/gone</link></"
                            "item><item><link>/ill</link></item></channel></rss>"));
  server_.On("/ill", Reply(500, ""));
  EXPECT_THAT(Run({Feed()}), UnorderedElementsAre("/1", "/gone: http_404", "/ill: http_5xx"));
  EXPECT_EQ(report_.failures(), 2);
  clock_.Advance(3 * 3600'000);
  server_.On("/ill", Reply(200, "<p>well"));
  EXPECT_THAT(Run({Feed()}), ElementsAre("/ill"));
  EXPECT_EQ(server_.Count("/gone"), 1);
}

TEST_F(CrawlTest, ABrokenSourceHarmsNoOther) {
  Serve(1);
  Source broken = Feed("/nothing-here");
  broken.name = "broken";
  Source html = Feed("/html");
  html.name = "html";
  html.kind = SourceKind::kFeed;
  server_.On("/html", Reply(200, "<!doctype html><p>no feed"));
  Source off = Feed("/off");
  off.name = "off";
  off.enabled = false;
  EXPECT_THAT(Run({broken, html, Feed(), off}),
              UnorderedElementsAre("/nothing-here: http_404", "/html: bad_feed", "/1"));
  EXPECT_EQ(server_.Count("/off"), 0);
}

TEST_F(CrawlTest, WhatIsNoLongerFollowedIsLeftAlone) {
  Serve(3);
  options_.limit = 1;
  EXPECT_THAT(Run({Feed()}), ElementsAre("/1"));
  options_.limit = 0;
  Source off = Feed();
  off.enabled = false;
  EXPECT_THAT(Run({off}), ElementsAre());
  EXPECT_THAT(Run({}), ElementsAre());
  EXPECT_THAT(Run({Feed()}), ElementsAre("/2", "/3"));
}

TEST_F(CrawlTest, ASourceMayStateItsInterval) {
  Serve(1);
  Source often = Feed();
  often.every_s = 1200;
  Run({often});
  clock_.Advance(1100'000);
  Run({often});
  EXPECT_EQ(server_.Count("/feed"), 1);
  clock_.Advance(200'000);
  Run({often});
  EXPECT_EQ(server_.Count("/feed"), 2);
}

TEST_F(CrawlTest, AStoppedRunIsContinued) {
  Serve(5);
  {
    auto crawl = Make({Feed()});
    std::stop_source source;
    crawl->Done(crawl->Next(source.get_token())->ticket);
    source.request_stop();
    EXPECT_FALSE(crawl->Next(source.get_token()));
    EXPECT_EQ(crawl->report().failures(), 0);
  }
  EXPECT_EQ(Run({Feed()}).size(), 4u);
}

TEST_F(CrawlTest, AHomePageGivesWayToItsFeeds) {
  Serve(2);
  server_.On("/home", Reply(200,
                            "<html><link rel=alternate type=application/rss+xml href=/feed><a "
                            "href=/a-story-of-many-words-1234>A story of many words</a>"));
  EXPECT_THAT(Run({Feed("/home")}), ElementsAre("/1", "/2"));
}

TEST_F(CrawlTest, AListingPageWithoutAFeed) {
  Source listing = Feed("/tin-tuc");
  listing.kind = SourceKind::kListing;
  server_.On("/tin-tuc",
             Reply(200,
                   "<html><a href=/gioi-thieu>Giới thiệu</a><h3><a "
                   "href=/chu-tich-tiep-doan-cong-tac-1234>Chủ tịch tiếp đoàn công tác</a></h3>"));
  server_.On("/chu-tich-tiep-doan-cong-tac-1234", Reply(200, "<p>x"));
  EXPECT_THAT(Run({listing}), ElementsAre("/chu-tich-tiep-doan-cong-tac-1234"));
  clock_.Advance(2 * 3600'000);
  server_.On("/tin-tuc", Reply(200, "<html>nothing"));
  EXPECT_THAT(Run({listing}), ElementsAre("/tin-tuc: bad_feed"));
}

TEST_F(CrawlTest, SitemapIndexes) {
  server_.On("/index.xml", Reply(200, "<sitemapindex><sitemap><loc>/s.xml</loc></sitemap></sitemapindex>"));
  server_.On("/s.xml", Reply(200,
                             "<urlset><url><loc>/1</loc><lastmod>2024-03-01</lastmod></url><url><loc>/2</"
                             "loc><lastmod>2023-01-01</lastmod></url></urlset>"));
  server_.On("/1", Reply(200, "<p>1"));
  options_.since = "2024-01-01";
  EXPECT_THAT(Run({Feed("/index.xml")}), ElementsAre("/1"));
  EXPECT_EQ(server_.Count("/2"), 0);
}

TEST_F(CrawlTest, ALongRetryAfterIsKeptAcrossRuns) {
  Serve(3);
  server_.On("/1", Reply(503, "", "Retry-After: 7200\r\n"));
  EXPECT_THAT(Run({Feed()}), UnorderedElementsAre("/1: http_5xx", "/2: host_backoff", "/3: host_backoff"));
  size_t requests = server_.log().size();
  clock_.Advance(3600'000);
  EXPECT_THAT(Run({Feed()}), ElementsAre());
  EXPECT_EQ(server_.log().size(), requests);
  clock_.Advance(2 * 3600'000);
  server_.On("/1", Reply(200, "<p>1"));
  EXPECT_THAT(Run({Feed()}), UnorderedElementsAre("/1", "/2", "/3"));
}

TEST_F(CrawlTest, TooManyErrorsEndTheRun) {
  std::string items;
  for (int i = 0; i < 60; ++i) items += "<item><link>/none/" + std::to_string(i) + "</link></item>";
  server_.On("/feed", Reply(200, "<rss><channel>" + items + "</channel></rss>"));
  options_.max_error_rate = 0.5;
  Run({Feed()});
  EXPECT_TRUE(report_.too_many_errors);
  EXPECT_LT(server_.log().size(), 30u);
}

TEST_F(CrawlTest, RunsOnUntilStopped) {
  Serve(1);
  options_.keep_running = true;
  auto crawl = Make({Feed()});
  std::stop_source source;
  crawl->Done(crawl->Next(source.get_token())->ticket);
  std::jthread later([&] {
    while (server_.Count("/feed") < 4) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    source.request_stop();
  });
  EXPECT_FALSE(crawl->Next(source.get_token()));
  EXPECT_GE(server_.Count("/feed"), 4);
}

TEST_F(CrawlTest, MetricsAreInThePrometheusFormat) {
  Serve(1);
  Run({Feed()});
  std::string metrics = report_.AsMetrics();
  EXPECT_THAT(metrics,
              HasSubstr("# TYPE acta_fetched_total counter\nacta_fetched_total{host=\"127.0.0.1\"} 2\n"));
  EXPECT_THAT(metrics, HasSubstr("acta_pages_total 1\n"));
}

TEST_F(CrawlTest, SourcesSetDelaysAndExceptions) {
  Source source = Feed();
  source.delay_ms = 5000;
  source.tls_exception = true;
  FetchOptions options = WithSources({}, {source});
  EXPECT_EQ(options.host_delays_ms.at("127.0.0.1"), 5000);
  EXPECT_THAT(options.tls_exceptions, ElementsAre("127.0.0.1"));
  Serve(2);
  Run({source});
  std::vector<HostileServer::Request> log = server_.log();
  for (size_t i = 1; i < log.size(); ++i) EXPECT_GE(log[i].at_ms - log[i - 1].at_ms, 5000);
}

}  // namespace
}  // namespace acta
