// What the server's log says of the fetcher's manners: robots.txt, delays, Retry-After, backoff. Time is a
// FakeClock that the server reads as well.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <thread>

#include "pipeline/fetch/fetcher.h"
#include "tests/fetch/fake_clock.h"
#include "tests/fetch/hostile_server.h"

namespace acta {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class PolitenessTest : public testing::Test {
 protected:
  PolitenessTest() {
    options_.allow_private = true;
    options_.private_delay_ms = 1000;
    options_.limits.connect_timeout_ms = 2000;
    options_.limits.total_timeout_ms = 5000;
  }

  std::unique_ptr<Fetcher> Make() {
    return *Fetcher::Create(options_, &clock_, [] { return 0.5; });
  }

  static std::string KindOf(const FetchOutcome& outcome) {
    return outcome.page ? "ok" : outcome.page.error().kind;
  }

  std::map<std::string, FetchOutcome> FetchAll(const std::vector<std::string>& urls) {
    std::unique_ptr<Fetcher> fetcher = Make();
    for (const std::string& url : urls) fetcher->Add({url});
    std::map<std::string, FetchOutcome> outcomes;
    while (auto outcome = fetcher->Next()) outcomes.emplace(outcome->request.url, std::move(*outcome));
    return outcomes;
  }

  std::string KindOf(const std::string& url) { return KindOf(FetchAll({url}).at(url)); }

  std::vector<std::string> Paths() const {
    std::vector<std::string> paths;
    for (const auto& request : server_.log()) paths.push_back(request.path);
    return paths;
  }

  int64_t ShortestGap() const {
    std::vector<HostileServer::Request> log = server_.log();
    int64_t shortest = INT64_MAX;
    for (size_t i = 1; i < log.size(); ++i) shortest = std::min(shortest, log[i].at_ms - log[i - 1].at_ms);
    return shortest;
  }

  FakeClock clock_;
  FetchOptions options_;
  HostileServer server_{"127.0.0.1", &clock_};
};

// ---- robots.txt

TEST_F(PolitenessTest, RobotsFirstAndOnce) {
  for (const char* path : {"/a", "/b", "/c"}) server_.On(path, Reply(200, "x"));
  FetchAll({server_.Url("/a"), server_.Url("/b"), server_.Url("/c")});
  EXPECT_THAT(Paths(), ElementsAre("/robots.txt", "/a", "/b", "/c"));
}

TEST_F(PolitenessTest, ADisallowedPathIsNeverAsked) {
  server_.On("/robots.txt", Reply(200, "User-agent: acta\nDisallow: /secret\nAllow: /secret/open\n"));
  server_.On("/a", Reply(200, "x"));
  server_.On("/to-secret", Redirect("/secret/2"));
  server_.On("/secret/open", Reply(200, "x"));
  auto outcomes = FetchAll(
      {server_.Url("/a"), server_.Url("/secret/1"), server_.Url("/to-secret"), server_.Url("/secret/open")});
  EXPECT_EQ(KindOf(outcomes.at(server_.Url("/a"))), "ok");
  EXPECT_EQ(KindOf(outcomes.at(server_.Url("/secret/1"))), "robots_disallowed");
  EXPECT_EQ(KindOf(outcomes.at(server_.Url("/to-secret"))), "robots_disallowed");
  EXPECT_EQ(KindOf(outcomes.at(server_.Url("/secret/open"))), "ok");
  for (const std::string& path : Paths())
    EXPECT_TRUE(path.find("/secret") != 0 || path == "/secret/open") << path;
}

TEST_F(PolitenessTest, RobotsMayBeSwitchedOff) {
  options_.obey_robots = false;
  server_.On("/robots.txt", Reply(200, "User-agent: *\nDisallow: /\n"));
  server_.On("/a", Reply(200, "x"));
  EXPECT_EQ(KindOf(server_.Url("/a")), "ok");
  EXPECT_THAT(Paths(), ElementsAre("/a"));
}

TEST_F(PolitenessTest, RobotsFailingEachWay) {
  options_.max_retries = 0;
  options_.limits.low_speed_time_s = 1;
  struct {
    const char* name;
    Handler robots;
    const char* kind;
  } const cases[] = {
      {"404", Reply(404, ""), "ok"},
      {"403", Reply(403, ""), "ok"},
      {"410", Reply(410, ""), "ok"},
      {"429", Reply(429, ""), "robots_unreachable"},
      {"500", Reply(500, ""), "robots_unreachable"},
      {"503", Reply(503, ""), "robots_unreachable"},
      {"part", Reply(206, "User-agent: *\n", "Content-Range: bytes 0-13/99\r\n"), "robots_unreachable"},
      {"reset", [](Connection& c) { c.Reset(); }, "robots_unreachable"},
      {"cut", [](Connection& c) { c.Send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nUser"); },
       "robots_unreachable"},
      {"silent", [](Connection& c) { c.Drip("", 50); }, "robots_unreachable"},
      {"garbage", [](Connection& c) { c.Send("\x01\x02\x03\r\n\r\n"); }, "robots_unreachable"},
      {"html", Reply(200, "<html><title>Sorry</title>Disallow: /a</html>"), "ok"},
      {"empty", Reply(200, ""), "ok"},
      {"loop", Redirect("/robots.txt"), "ok"},
      {"file", Redirect("file:///etc/passwd"), "robots_unreachable"},
      {"huge", Reply(200, "User-agent: *\nDisallow: /b\n" + std::string(800'000, '#')), "ok"},
      {"endless",
       [](Connection& c) {
         c.Send("HTTP/1.1 200 OK\r\n\r\n");
         c.Drip(std::string(10'000, '#'), 0);
       },
       "ok"},
  };
  for (const auto& c : cases) {
    HostileServer server("127.0.0.1", &clock_);
    server.On("/robots.txt", c.robots);
    server.On("/a", Reply(200, "x"));
    EXPECT_EQ(KindOf(server.Url("/a")), c.kind) << c.name;
    EXPECT_EQ(server.Count("/a"), c.kind == std::string("ok") ? 1 : 0) << c.name;
  }
}

TEST_F(PolitenessTest, RobotsFollowsFiveRedirects) {
  for (int i = 0; i < 6; ++i) server_.On("/r" + std::to_string(i), Redirect("/r" + std::to_string(i + 1)));
  server_.On("/a", Reply(200, "x"));
  server_.On("/r6", Reply(200, "User-agent: *\nDisallow: /\n"));
  server_.On("/robots.txt", Redirect("/r2"));  // five hops to /r6
  EXPECT_EQ(KindOf(server_.Url("/a")), "robots_disallowed");
  server_.On("/robots.txt", Redirect("/r1"));  // six
  EXPECT_EQ(KindOf(server_.Url("/a")), "ok");
}

TEST_F(PolitenessTest, RobotsIsAskedAgainAfterADay) {
  server_.On("/a", Reply(200, "x"));
  std::unique_ptr<Fetcher> fetcher = Make();
  for (int64_t wait_ms : {int64_t{0}, int64_t{3600'000}, int64_t{24 * 3600'000}}) {
    clock_.Advance(wait_ms);
    fetcher->Add({server_.Url("/a")});
    EXPECT_EQ(KindOf(*fetcher->Next()), "ok");
  }
  EXPECT_EQ(server_.Count("/robots.txt"), 2);
}

// A memory that outlives the fetcher, as a frontier does.
class MapMemory : public RobotsMemory {
 public:
  std::optional<KnownRobots> RecallRobots(const std::string& origin) override {
    auto at = kept.find(origin);
    return at == kept.end() ? std::nullopt : std::optional(at->second);
  }
  void KeepRobots(const std::string& origin, const KnownRobots& known) override { kept[origin] = known; }
  std::map<std::string, KnownRobots> kept;
};

TEST_F(PolitenessTest, RobotsIsRememberedForItsDay) {
  MapMemory memory;
  auto kind_of = [&](const std::string& path) {
    std::unique_ptr<Fetcher> fetcher = Make();  // a run of its own
    fetcher->UseRobotsMemory(&memory);
    fetcher->Add({server_.Url(path)});
    return KindOf(*fetcher->Next());
  };
  server_.On("/robots.txt", Reply(200, "User-agent: *\nDisallow: /a\n"));
  server_.On("/b", Reply(200, "x"));
  EXPECT_EQ(kind_of("/b"), "ok");
  clock_.Advance(23 * 3'600'000);
  EXPECT_EQ(kind_of("/a"), "robots_disallowed");
  EXPECT_EQ(kind_of("/b"), "ok");
  EXPECT_EQ(server_.Count("/robots.txt"), 1);
  clock_.Advance(3'600'000);
  server_.On("/robots.txt", Reply(404, "User-agent: *\nDisallow: /\n"));
  EXPECT_EQ(kind_of("/b"), "ok");
  EXPECT_EQ(server_.Count("/robots.txt"), 2);
  EXPECT_EQ(memory.kept.at(server_.Url("")).status, 404);
  EXPECT_EQ(memory.kept.at(server_.Url("")).bytes, "");
  clock_.Advance(25 * 3'600'000);  // what could not be had is neither believed nor kept
  server_.On("/robots.txt", Reply(503, ""));
  options_.max_retries = 0;
  EXPECT_EQ(kind_of("/b"), "robots_unreachable");
  EXPECT_EQ(memory.kept.at(server_.Url("")).status, 404);
}

TEST_F(PolitenessTest, ARedirectToAnotherHostAsksItsRobots) {
  HostileServer other("127.0.0.2", &clock_);
  other.On("/robots.txt", Reply(200, "User-agent: *\nDisallow: /closed\n"));
  other.On("/open", Reply(200, "x"));
  server_.On("/1", Redirect(other.Url("/open")));
  server_.On("/2", Redirect(other.Url("/closed")));
  auto outcomes = FetchAll({server_.Url("/1"), server_.Url("/2")});
  EXPECT_EQ(KindOf(outcomes.at(server_.Url("/1"))), "ok");
  EXPECT_EQ(KindOf(outcomes.at(server_.Url("/2"))), "robots_disallowed");
  EXPECT_EQ(other.Count("/closed"), 0);
}

// ---- delays

TEST_F(PolitenessTest, OneHostOneRequestAtATimeAndADelayApart) {
  std::vector<std::string> urls;
  for (int i = 0; i < 8; ++i) {
    server_.On("/" + std::to_string(i), i % 2 == 0 ? Reply(200, "x") : Redirect("/" + std::to_string(i - 1)));
    urls.push_back(server_.Url("/" + std::to_string(i)));
  }
  FetchAll(urls);
  EXPECT_EQ(server_.log().size(), 1u + 8 + 4);
  EXPECT_GE(ShortestGap(), 1000);
}

TEST_F(PolitenessTest, CrawlDelayIsObeyedUpToItsCap) {
  server_.On("/a", Reply(200, "x"));
  server_.On("/b", Reply(200, "x"));
  server_.On("/robots.txt", Reply(200, "User-agent: *\nCrawl-delay: 7\n"));
  FetchAll({server_.Url("/a"), server_.Url("/b")});
  EXPECT_GE(ShortestGap(), 7000);
  server_.On("/robots.txt", Reply(200, "User-agent: *\nCrawl-delay: 86400\n"));
  int64_t before = clock_.NowMs();
  FetchAll({server_.Url("/a"), server_.Url("/b")});
  EXPECT_GE(clock_.NowMs() - before, 600'000);
  EXPECT_LT(clock_.NowMs() - before, 700'000);
}

TEST_F(PolitenessTest, RetriesKeepTheCrawlDelay) {
  server_.On("/robots.txt", Reply(200, "User-agent: *\nCrawl-delay: 120\n"));
  server_.On("/a", InTurn({Reply(500, ""), Reply(200, "x")}));
  EXPECT_EQ(KindOf(server_.Url("/a")), "ok");
  EXPECT_GE(ShortestGap(), 120'000);
}

TEST_F(PolitenessTest, HostsRunInParallel) {
  HostileServer other("127.0.0.2", &clock_);
  // Each answers only once the other has been asked: serial fetching would time out.
  auto wait_for = [](const HostileServer& server) {
    return [&server](Connection& c) {
      for (int i = 0; i < 200 && server.Count("/a") == 0; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
      c.Send(server.Count("/a") > 0 ? "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"
                                    : "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n");
    };
  };
  options_.max_retries = 0;
  server_.On("/a", wait_for(other));
  other.On("/a", wait_for(server_));
  for (auto& [url, outcome] : FetchAll({server_.Url("/a"), other.Url("/a")}))
    EXPECT_EQ(KindOf(outcome), "ok") << url;
}

TEST_F(PolitenessTest, RealTimeToo) {
  SystemClock clock;
  options_.private_delay_ms = 150;
  HostileServer server("127.0.0.1", &clock);
  for (const char* path : {"/a", "/b", "/c"}) server.On(path, Reply(200, "x"));
  auto fetcher = *Fetcher::Create(options_, &clock);
  for (const char* path : {"/a", "/b", "/c"}) fetcher->Add({server.Url(path)});
  while (fetcher->Next()) {
  }
  auto log = server.log();
  ASSERT_EQ(log.size(), 4u);
  for (size_t i = 1; i < log.size(); ++i) EXPECT_GE(log[i].at_ms - log[i - 1].at_ms, 145);
}

// ---- failures

TEST_F(PolitenessTest, RetriesTransientFailuresWithBackoff) {
  server_.On("/a", InTurn({Reply(500, ""), [](Connection& c) { c.Reset(); }, Reply(200, "x")}));
  FetchOutcome outcome = std::move(FetchAll({server_.Url("/a")}).at(server_.Url("/a")));
  EXPECT_EQ(KindOf(outcome), "ok");
  EXPECT_EQ(outcome.attempts, 3);
  auto log = server_.log();
  ASSERT_EQ(log.size(), 4u);
  EXPECT_GE(log[2].at_ms - log[1].at_ms, 1000);
  EXPECT_GE(log[3].at_ms - log[2].at_ms, 1500);  // the second backoff: 2 s, of which a quarter was drawn away
}

TEST_F(PolitenessTest, GivesUpAfterTheRetries) {
  server_.On("/a", Reply(502, ""));
  EXPECT_EQ(KindOf(server_.Url("/a")), "http_5xx");
  EXPECT_EQ(server_.Count("/a"), 3);
  server_.On("/b", Reply(404, ""));
  EXPECT_EQ(KindOf(server_.Url("/b")), "http_404");
  EXPECT_EQ(server_.Count("/b"), 1);
}

TEST_F(PolitenessTest, RetryAfterHoldsForTheWholeHost) {
  server_.On("/a", InTurn({Reply(429, "", "Retry-After: 20\r\n"), Reply(200, "x")}));
  server_.On("/b", Reply(200, "x"));
  auto outcomes = FetchAll({server_.Url("/a"), server_.Url("/b")});
  EXPECT_EQ(KindOf(outcomes.at(server_.Url("/a"))), "ok");
  EXPECT_EQ(KindOf(outcomes.at(server_.Url("/b"))), "ok");
  auto log = server_.log();
  EXPECT_GE(log[2].at_ms - log[1].at_ms, 20'000);
}

TEST_F(PolitenessTest, ALongRetryAfterEndsTheHostForThisRun) {
  server_.On("/a", Reply(503, "", "Retry-After: 7200\r\n"));
  for (const char* path : {"/b", "/c"}) server_.On(path, Reply(200, "x"));
  std::unique_ptr<Fetcher> fetcher = Make();
  for (const char* path : {"/a", "/b", "/c"}) fetcher->Add({server_.Url(path)});
  std::map<std::string, FetchOutcome> outcomes;
  while (auto outcome = fetcher->Next()) outcomes.emplace(outcome->request.url, std::move(*outcome));
  EXPECT_EQ(KindOf(outcomes.at(server_.Url("/a"))), "http_5xx");
  EXPECT_EQ(outcomes.at(server_.Url("/a")).retry_after_ms, 7200'000);
  EXPECT_EQ(KindOf(outcomes.at(server_.Url("/b"))), "host_backoff");
  EXPECT_GT(outcomes.at(server_.Url("/c")).retry_after_ms, 7000'000);
  EXPECT_EQ(server_.Count("/b"), 0);
  clock_.Advance(7300'000);  // and is forgiven then
  fetcher->Add({server_.Url("/b")});
  EXPECT_EQ(KindOf(*fetcher->Next()), "ok");
}

TEST_F(PolitenessTest, AStormOfFailuresEndsTheHost) {
  std::vector<std::string> urls;
  for (int i = 0; i < 50; ++i) {
    server_.On("/" + std::to_string(i), Reply(500, ""));
    urls.push_back(server_.Url("/" + std::to_string(i)));
  }
  std::map<std::string, int> kinds;
  for (auto& [url, outcome] : FetchAll(urls)) ++kinds[KindOf(outcome)];
  EXPECT_EQ(server_.log().size(), 1u + 6);  // robots.txt, then host_failure_limit requests
  EXPECT_EQ(kinds["http_5xx"] + kinds["host_backoff"], 50);
  EXPECT_GE(kinds["host_backoff"], 47);
  EXPECT_GE(ShortestGap(), 1000);
}

// ---- stopping

TEST_F(PolitenessTest, StopGivesBackWhatIsLeft) {
  options_.private_delay_ms = 0;
  server_.On("/a", Reply(200, "x"));
  server_.On("/hang", [](Connection& c) { c.Drip("", 20); });
  std::unique_ptr<Fetcher> fetcher = Make();
  for (const char* path : {"/a", "/hang", "/b", "/c"}) fetcher->Add({server_.Url(path)});
  EXPECT_EQ(KindOf(*fetcher->Next()), "ok");
  std::stop_source source;
  std::jthread later([&] {
    while (server_.Count("/hang") == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    source.request_stop();
  });
  auto begin = std::chrono::steady_clock::now();
  int cancelled = 0;
  while (auto outcome = fetcher->Next(source.get_token())) cancelled += KindOf(*outcome) == "cancelled";
  EXPECT_EQ(cancelled, 3);
  EXPECT_EQ(fetcher->pending(), 0u);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

}  // namespace
}  // namespace acta
