// acta ingest, killed with SIGKILL again and again while it crawls two hosts: what the hosts' logs say of it over all
// its lives, and what the database holds in the end.
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include "pipeline/store/open.h"
#include "tests/fetch/hostile_server.h"
#include "tests/run/program.h"

namespace acta {
namespace {

constexpr int kPages = 6;  // of each host that may be asked for
constexpr int kKills = 5;
constexpr int64_t kCrawlDelayMs = 300;    // stated by the robots.txt of one host …
constexpr int64_t kSourceDelayMs = 1000;  // … and by sources.toml for the other

std::string Article(const std::string& title) {
  return "<html lang=\"en\"><head><title>" + title + "</title></head><body><article><h1>" + title +
         "</h1><p>The Chairman asked the Department of Finance to report the results of " + title +
         " before 15 September 2025, as the plan of the province says since the spring of the year.</p>"
         "<p>The second paragraph says what everybody knew before, so that the page has a body of text.</p>"
         "</article></body></html>";
}

class CrawlRestart : public testing::Test {
 protected:
  CrawlRestart() {
    std::filesystem::create_directories(folder_.path("packs"));
    for (const char* name : {"en", "shared"}) {
      std::filesystem::create_directory_symlink(std::string(ACTA_SOURCE_DIR "/extractors/") + name,
                                                folder_.path("packs/") + name);
    }
    setenv("ACTA_PACKS", folder_.path("packs").c_str(), 1);
    Serve(one_, "one", "Crawl-delay: 0.3\n");
    Serve(two_, "two", "");
    folder_.Write("sources.toml", "[[source]]\nname = \"one\"\nurl = \"" + one_.Url("/feed.xml") +
                                      "\"\n[[source]]\nname = \"two\"\ndelay = \"1s\"\nurl = \"" +
                                      two_.Url("/feed.xml") + "\"\n");
  }
  ~CrawlRestart() override { unsetenv("ACTA_PACKS"); }

  // A feed that names pages, some of which robots.txt forbids; one page leads to a forbidden one.
  static void Serve(HostileServer& server, const std::string& name, const std::string& more) {
    std::string items;
    for (int i = 1; i <= kPages; ++i) {
      const std::string path = "/news/" + std::to_string(i);
      items += "<item><link>" + path + "</link></item><item><link>/closed" + path + "</link></item>";
      server.On(path,
                i == 2 ? Redirect("/closed/away") : Reply(200, Article(name + " " + std::to_string(i))));
      server.On("/closed" + path, Reply(200, Article("Closed")));
    }
    server.On("/feed.xml", Reply(200, "<rss><channel>" + items + "</channel></rss>",
                                 "Content-Type: application/rss+xml\r\n"));
    server.On("/robots.txt", Reply(200, "User-agent: *\nDisallow: /closed/\n" + more));
  }

  pid_t Start() {
    return StartActa({"ingest", "--sources", folder_.path("sources.toml"), "--db", folder_.path("acta.db"),
                      "--allow-private", "--workers", "1"},
                     folder_);
  }

  size_t Requests() const { return one_.log().size() + two_.log().size(); }

  // Kills the program once it has sent so many requests more, or after some seconds.
  void KillAfter(pid_t child, size_t requests, int64_t then_ms) {
    const size_t enough = Requests() + requests;
    for (int i = 0; i < 1500 && Requests() < enough; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    std::this_thread::sleep_for(std::chrono::milliseconds(then_ms));
    kill(child, SIGKILL);
    WaitFor(child);
  }

  int64_t Count(const std::string& sql) {
    Result<Database> db = OpenForReading(folder_.path("acta.db"));
    return db ? db->Integer(sql).value_or(-1) : -2;
  }

  static void CheckManners(const HostileServer& server, int64_t delay_ms) {
    const std::vector<HostileServer::Request> log = server.log();
    for (size_t i = 0; i < log.size(); ++i) {
      EXPECT_FALSE(log[i].path.starts_with("/closed/")) << log[i].path;
      if (i == 0) continue;
      EXPECT_GE(log[i].at_ms - log[i - 1].at_ms, delay_ms) << log[i - 1].path << " " << log[i].path;
    }
  }

  TempFolder folder_;
  HostileServer one_{"127.0.0.1"}, two_{"127.0.0.2"};
};

TEST_F(CrawlRestart, ItsMannersOutliveIt) {
  std::mt19937 random(5);
  for (int i = 0; i < kKills; ++i) KillAfter(Start(), 1 + random() % 4, random() % 200);
  const int status = WaitFor(Start());
  EXPECT_TRUE(status == 0 || status == 3)
      << status << ReadWhole(folder_.path(".err"));  // 3: closed pages were left

  CheckManners(one_, kCrawlDelayMs);
  CheckManners(two_, kSourceDelayMs);
  for (const HostileServer* server : {&one_, &two_}) {
    EXPECT_LE(server->Count("/robots.txt"), 2);  // once a day; once more if a kill came before it was kept
    for (int i = 1; i <= kPages; ++i) EXPECT_GE(server->Count("/news/" + std::to_string(i)), 1) << i;
  }
  EXPECT_EQ(Count("SELECT count(*) FROM article"), 2 * (kPages - 1));
  EXPECT_EQ(Count("SELECT count(*) FROM frontier_url WHERE next_at IS NOT NULL AND kind = 1"), 0);
  EXPECT_EQ(RunActa({"check", "--db", folder_.path("acta.db")}).status, 0);
}

}  // namespace
}  // namespace acta
