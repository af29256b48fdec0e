// kill -9 at random moments of a crawl, again and again: no page is lost, and the pace is kept from one life
// to the next.
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include "pipeline/crawl/frontier.h"
#include "tests/fetch/hostile_server.h"

extern char** environ;

namespace acta {
namespace {

constexpr int64_t kDelayMs = 100;
constexpr int kPages = 15;
constexpr int kKills = 12;

class CrawlKillTest : public testing::Test {
 protected:
  CrawlKillTest() : base_(testing::TempDir() + "acta-kill-" + std::to_string(getpid())) { Clear(); }
  ~CrawlKillTest() override { Clear(); }
  void Clear() {
    for (const char* end : {".db", ".db-wal", ".db-shm", ".db-journal", ".stored"})
      unlink((base_ + end).c_str());
  }

  pid_t Start() {
    std::string url = server_.Url("/feed"), db = base_ + ".db", stored = base_ + ".stored",
                delay = std::to_string(kDelayMs);
    std::string program = ACTA_CRAWL_CHILD;
    char* arguments[] = {program.data(), url.data(), db.data(), stored.data(), delay.data(), nullptr};
    pid_t child = -1;
    EXPECT_EQ(posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments, environ), 0);
    return child;
  }

  std::multiset<std::string> Stored() const {
    std::ifstream in(base_ + ".stored");
    std::multiset<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.insert(line);
    return lines;
  }

  std::string base_;
  HostileServer server_;
};

TEST_F(CrawlKillTest, NothingIsLostAndThePaceIsKept) {
  std::string items;
  for (int i = 1; i <= kPages; ++i) {
    items += "<item><link>/" + std::to_string(i) + "</link></item>";
    server_.On("/" + std::to_string(i), Reply(200, "<p>x"));
  }
  server_.On("/feed", Reply(200, "<rss><channel>" + items + "</channel></rss>"));

  std::mt19937 random(11);
  for (int i = 0; i < kKills; ++i) {
    pid_t child = Start();
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 600));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
  }
  pid_t last = Start();
  int status = -1;
  waitpid(last, &status, 0);
  EXPECT_EQ(status, 0);

  std::multiset<std::string> stored = Stored();
  for (int i = 1; i <= kPages; ++i) EXPECT_GE(stored.count("/" + std::to_string(i)), 1u) << i;
  EXPECT_LE(stored.size(), static_cast<size_t>(kPages + kKills));  // at worst one page twice per kill
  auto frontier = *OpenFrontier(base_ + ".db");
  EXPECT_EQ(frontier->Status(4'000'000'000)->sources["s"].done, kPages);

  std::vector<HostileServer::Request> log = server_.log();
  ASSERT_GT(log.size(), static_cast<size_t>(kPages));
  for (size_t i = 1; i < log.size(); ++i) {
    EXPECT_GE(log[i].at_ms - log[i - 1].at_ms, kDelayMs) << log[i - 1].path << " " << log[i].path;
  }
}

}  // namespace
}  // namespace acta
