// The soak: a crawl of many hosts with faults, killed at random moments, must come to what a quiet run comes to.
//
//   acta_soak [--hosts 200] [--pages 20000] [--kills 10] [--seconds 840] [--seed 1] [--folder DIR]
//
// Serves the sites of site.h on 127.0.0.x, lets soak_child crawl them, kills it (SIGKILL) at random moments and starts it
// again until nothing is left to ask. Then holds the store against that of a quiet run, which is given the same
// pages and lasting failures from memory, without a network. Exit status 0 when they are the same.
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "pipeline/run/line.h"
#include "pipeline/store/check.h"
#include "pipeline/store/open.h"
#include "pipeline/store/store.h"
#include "tests/soak/server.h"
#include "tests/soak/site.h"
#include "tests/soak/soak_line.h"

extern char** environ;

namespace acta::soak {
namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  int hosts = 200, pages = 20'000, kills = 10, seconds = 840;
  unsigned seed = 1;
  std::string folder;
};

// A life of the crawl.
class Child {
 public:
  Child(const std::string& db, const Options& options, int port) {
    std::vector<std::string> words = {ACTA_SOAK_CHILD, db, std::to_string(options.hosts),
                                      std::to_string(options.pages), std::to_string(port)};
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    if (posix_spawn(&pid_, ACTA_SOAK_CHILD, nullptr, nullptr, argv.data(), environ) != 0) pid_ = -1;
  }
  ~Child() { Kill(); }

  // Waits, until `end` at the latest or until `enough` says so; the exit status, or nothing when it runs still.
  std::optional<int> WaitUntil(Clock::time_point end, const std::function<bool()>& enough = {}) {
    while (pid_ > 0) {
      int status = 0;
      if (waitpid(pid_, &status, WNOHANG) == pid_) {
        pid_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
      }
      if (Clock::now() >= end || (enough && enough())) return std::nullopt;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return 127;
  }

  void Kill() {
    if (pid_ <= 0) return;
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }

 private:
  pid_t pid_ = -1;
};

int64_t Ask(const std::string& path, const std::string& sql) {
  Result<Database> db = OpenForReading(path);
  return db ? db->Integer(sql).value_or(-1) : -1;
}

// Pages that are not settled: due again some day, or never tried.
int64_t Unsettled(const std::string& db) {
  return Ask(db, "SELECT count(*) FROM frontier_url WHERE kind = 1 AND next_at IS NOT NULL");
}

std::set<std::string> DumpLines(const std::string& path) {
  std::ostringstream out;
  Result<Database> db = OpenForReading(path);
  if (db) (void)DumpStore(*db, out);
  std::set<std::string> lines;
  std::istringstream in(out.str());
  for (std::string line; std::getline(in, line);) lines.insert(line);
  return lines;
}

// The pages of the site in turn.
class QuietSource : public PageSource {
 public:
  QuietSource(const Site& site, int port) : site_(site), port_(port) {}
  std::optional<SourcedPage> Next(std::stop_token) override {
    for (; host_ < site_.hosts(); ++host_, page_ = 0) {
      while (page_ < site_.pages_of(host_)) {
        if (auto page = site_.Expected(host_, page_++, port_)) return page;
      }
    }
    return std::nullopt;
  }

 private:
  const Site& site_;
  int port_, host_ = 0, page_ = 0;
};

bool RunQuietly(const Site& site, int port, const std::string& db) {
  Result<DataFolders> data = FindData("");
  Result<Tools> tools = data ? LoadTools(*data) : tl::unexpected(data.error());
  Result<Store> store = Store::Open(db);
  if (!tools || !store) return false;
  QuietSource source(site, port);
  RunReport report;
  return RunLine(source, *tools, {}, KeepIn(*store), report) && store->Close();
}

int Differences(const std::set<std::string>& soaked, const std::set<std::string>& quiet) {
  int shown = 0, count = 0;
  auto show = [&](const char* where, const std::string& line) {
    ++count;
    if (shown++ < 20) std::printf("  only %s: %s\n", where, line.substr(0, 200).c_str());
  };
  for (const std::string& line : soaked) {
    if (!quiet.contains(line)) show("in the soak", line);
  }
  for (const std::string& line : quiet) {
    if (!soaked.contains(line)) show("in the quiet run", line);
  }
  return count;
}

// Lives of the crawl until every page is settled; false when the time is over before.
bool CrawlThroughKills(const Options& options, const Server& server, const std::string& db) {
  const auto end = Clock::now() + std::chrono::seconds(options.seconds);
  std::mt19937 random(options.seed);
  // Each kill comes a random while after a random request.
  std::multiset<int64_t> after;
  for (int i = 0; i < options.kills; ++i)
    after.insert(static_cast<int64_t>(random() % static_cast<unsigned>(options.pages)));
  int lives = 0, kills = 0;
  for (int idle = 0; Clock::now() < end;) {
    Child child(db, options, server.port());
    ++lives;
    if (kills < options.kills) {
      const int64_t request = *std::next(after.begin(), kills);
      if (!child.WaitUntil(end, [&] { return server.requests() >= request; })) {
        child.WaitUntil(Clock::now() + std::chrono::milliseconds(random() % 200));
        child.Kill();
        std::printf("kill %d: %lld requests so far, %lld pages unsettled\n", ++kills,
                    static_cast<long long>(server.requests()), static_cast<long long>(Unsettled(db)));
        continue;
      }
      ++kills;  // it was done before
    } else {
      const std::optional<int> status = child.WaitUntil(end);
      if (!status) break;
      if (*status != 0) return std::printf("a life ended with status %d\n", *status), false;
    }
    // What failed for a time is due in a second or two.
    if (Unsettled(db) == 0 && ++idle == 2) {
      std::printf("%d lives, %d of them killed\n", lives, options.kills);
      return true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
  }
  std::printf("the time is over: %lld pages unsettled\n", static_cast<long long>(Unsettled(db)));
  return false;
}

int Run(const Options& options) {
  namespace fs = std::filesystem;
  const std::string db = options.folder + "/soak.db", quiet_db = options.folder + "/quiet.db";
  for (const char* end : {"", "-wal", "-shm", "-lock"}) fs::remove(db + end), fs::remove(quiet_db + end);
  const Site site(options.hosts, options.pages);
  Server server(site.hosts(), [&site](int host, std::string_view path, int port, int times) {
    return site.Serve(host, path, port, times);
  });
  const auto begin = Clock::now();
  auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
  std::printf("%d hosts, %d pages, port %d\n", options.hosts, options.pages, server.port());

  const bool settled = CrawlThroughKills(options, server, db);
  std::printf("crawled in %.1f s with %lld requests, never two to a host within %lld ms\n", seconds(),
              static_cast<long long>(server.requests()), static_cast<long long>(server.shortest_gap_ms()));
  if (!settled) return 1;
  if (!RunQuietly(site, server.port(), quiet_db)) return std::printf("the quiet run failed\n"), 1;

  Result<Database> read = OpenForReading(db);
  Result<StoreCheck> check = read ? CheckStore(*read) : tl::unexpected(read.error());
  if (!check) return std::printf("the store cannot be checked: %s\n", check.error().message.c_str()), 1;
  for (const std::string& fault : check->faults) std::printf("  %s\n", fault.c_str());
  const int64_t pages = Ask(db, "SELECT count(*) FROM input WHERE outcome = 'ok'");
  const int64_t articles = Ask(db, "SELECT count(*) FROM article");
  const int64_t refused = Ask(db, "SELECT count(*) FROM input WHERE outcome = 'refused'");
  const int differences = Differences(DumpLines(db), DumpLines(quiet_db));
  const bool polite = server.shortest_gap_ms() >= 45;  // the floor is 50, counted from the end of an answer
  std::printf(
      "%lld pages stored as %lld articles, %lld failures noted; %d lines differ from the quiet run; %zu "
      "faults of the "
      "store; %.1f s in all\n",
      static_cast<long long>(pages), static_cast<long long>(articles), static_cast<long long>(refused),
      differences, check->faults.size(), seconds());
  return differences == 0 && check->faults.empty() && pages == articles && polite ? 0 : 1;
}

}  // namespace
}  // namespace acta::soak

int main(int argc, char** argv) {
  acta::soak::Options options;
  options.folder = std::filesystem::temp_directory_path() / ("acta-soak-" + std::to_string(getpid()));
  const std::map<std::string, int*> numbers = {{"--hosts", &options.hosts},
                                               {"--pages", &options.pages},
                                               {"--kills", &options.kills},
                                               {"--seconds", &options.seconds}};
  bool own_folder = true;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    if (auto number = numbers.find(name); number != numbers.end()) {
      *number->second = std::atoi(argv[i + 1]);
    } else if (name == "--seed") {
      options.seed = static_cast<unsigned>(std::atoi(argv[i + 1]));
    } else if (name == "--folder") {
      options.folder = argv[i + 1];
      own_folder = false;
    } else {
      return std::fprintf(stderr, "soak: unknown option %s\n", argv[i]), 2;
    }
  }
  if (options.hosts < 1 || options.hosts > 250 || options.pages < options.hosts || argc % 2 == 0) {
    return std::fprintf(stderr, "soak: 1 to 250 hosts, and at least as many pages\n"), 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::filesystem::create_directories(options.folder);
  const int status = acta::soak::Run(options);
  if (own_folder && status == 0) std::filesystem::remove_all(options.folder);
  if (status != 0) std::printf("soak: failed; its databases are in %s\n", options.folder.c_str());
  return status;
}
