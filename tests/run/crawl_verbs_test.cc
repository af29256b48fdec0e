// sources, ingest --sources, run, status: the crawl as its user meets it, against a server on loopback.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>

#include "pipeline/store/open.h"
#include "tests/fetch/hostile_server.h"
#include "tests/run/program.h"

namespace acta {
namespace {

using Json = nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string Article(int number) {
  return "<html lang=\"en\"><head><title>Report " + std::to_string(number) +
         " of the province</title></head><body><article><h1>Report " + std::to_string(number) +
         " of the province</h1><p>The Chairman asked the Department of Finance to report the results before "
         "15 "
         "September 2025, as number " +
         std::to_string(number) +
         " of the plan says. The departments of the province have worked on it since the spring.</p>"
         "<p>The second paragraph says what everybody knew before, so that the page has a body of text.</p>"
         "</article></body></html>";
}

class CrawlVerbs : public testing::Test {
 protected:
  CrawlVerbs() {
    // One language loads faster than all.
    std::filesystem::create_directories(folder_.path("packs"));
    for (const char* name : {"en", "shared"}) {
      std::filesystem::create_directory_symlink(std::string(ACTA_SOURCE_DIR "/extractors/") + name,
                                                folder_.path("packs/") + name);
    }
    setenv("ACTA_PACKS", folder_.path("packs").c_str(), 1);
    sources_ = folder_.path("sources.toml");
    db_ = folder_.path("acta.db");
  }

  ~CrawlVerbs() override { unsetenv("ACTA_PACKS"); }

  // A feed of so many pages.
  void Serve(int pages) {
    std::string items;
    for (int i = 1; i <= pages; ++i) {
      const std::string path = "/news/" + std::to_string(i);
      items += "<item><title>Report " + std::to_string(i) + "</title><link>" + path +
               "</link><pubDate>2025-0" + std::to_string(i) + "-01</pubDate></item>";
      server_.On(path, Reply(200, Article(i)));
    }
    server_.On("/feed.xml", Reply(200, "<rss><channel><title>News</title>" + items + "</channel></rss>",
                                  "Content-Type: application/rss+xml\r\n"));
  }

  Ran Acta(std::vector<std::string> arguments) { return RunActa(arguments); }
  Ran Ingest(std::vector<std::string> more = {}) {
    std::vector<std::string> all = {"ingest", "--sources", sources_, "--db", db_, "--allow-private"};
    all.insert(all.end(), more.begin(), more.end());
    return RunActa(all);
  }
  void Follow(const std::string& path, const std::string& more = "") {
    std::string old = ReadWhole(sources_);
    folder_.Write("sources.toml", old + "[[source]]\nname = \"" + path.substr(1) + "\"\nurl = \"" +
                                      server_.Url(path) + "\"\n" + more);
  }
  void RunSql(const char* sql) {
    Result<Database> db = Database::Open(db_, Database::Mode::kWrite);
    ASSERT_TRUE(db && db->Execute(sql)) << sql;
  }
  int64_t Count(const std::string& sql) {
    Result<Database> db = OpenForReading(db_);
    return db ? db->Integer(sql).value_or(-1) : -2;
  }

  TempFolder folder_;
  std::string sources_, db_;
  HostileServer server_;
};

TEST_F(CrawlVerbs, AddListImportExport) {
  Serve(2);
  server_.On("/", Reply(200, "<html><head><link rel=alternate type=application/rss+xml href=/feed.xml>"));
  Ran added = Acta({"sources", "add", server_.Url("/"), "--sources", sources_, "--allow-private", "--name",
                    "portal", "--every", "2h"});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_EQ(added.out, "portal: " + server_.Url("/feed.xml") + " (feed, rss, 2 links)\n");
  EXPECT_THAT(ReadWhole(sources_), HasSubstr("every = \"2h\""));
  Ran again = Acta({"sources", "add", server_.Url("/"), "--sources", sources_, "--allow-private"});
  EXPECT_EQ(again.status, 0);
  EXPECT_THAT(again.err, HasSubstr("is followed already, as \"portal\""));

  Ran listed = Acta({"sources", "list", "--sources", sources_, "--format", "jsonl"});
  Json line = Json::parse(listed.out);
  EXPECT_EQ(line["name"], "portal");
  EXPECT_EQ(line["every_s"], 7200);

  Ran out = Acta({"sources", "export", "--sources", sources_});
  const std::string opml = folder_.Write("a.opml", out.out), other = folder_.path("other.toml");
  EXPECT_EQ(Acta({"sources", "import", opml, "--sources", other}).out,
            "1 added, 0 followed already, 0 without a usable address\n");
  EXPECT_EQ(Acta({"sources", "import", opml, "--sources", other}).out,
            "0 added, 1 followed already, 0 without a usable address\n");
  EXPECT_THAT(ReadWhole(other), HasSubstr(server_.Url("/feed.xml")));
}

TEST_F(CrawlVerbs, AddRefusesWhatItCannotFollow) {
  server_.On("/plain", Reply(200, "<html><p>nothing here"));
  for (const auto& [arguments, status] : std::vector<std::pair<std::vector<std::string>, int>>{
           {{server_.Url("/plain"), "--allow-private"}, 1},
           {{server_.Url("/gone"), "--allow-private"}, 1},
           {{"ftp://a.example/"}, 2},
           {{server_.Url("/plain"), "--no-check", "--every", "soon"}, 2},
           {{"https://a.example/"}, 5}}) {  // no contact
    std::vector<std::string> all = {"sources", "add", "--sources", sources_};
    all.insert(all.end(), arguments.begin(), arguments.end());
    Ran ran = Acta(all);
    EXPECT_EQ(ran.status, status) << arguments[0] << ": " << ran.err;
    EXPECT_THAT(ran.err, HasSubstr("acta: "));
    EXPECT_EQ(ReadWhole(sources_), "");
  }
}

TEST_F(CrawlVerbs, CheckReadsFiles) {
  const std::string feed = folder_.Write("feed.xml", "<rss><channel><title>T</title><item><link>/1</link>");
  const std::string robots = folder_.Write(
      "robots.txt", "User-agent: *\nDisallow: /\nCrawl-delay: 5\nSitemap: https://a.example/s\n");
  const std::string list = folder_.Write("sitemap.txt", "https://a.example/1\nhttps://a.example/2\n");
  const std::string bad = folder_.Write("bad.xml", "<note>no feed</note>");
  Ran ran = Acta({"sources", "check", feed, robots, list, bad, "--base", "https://a.example/", "--format",
                  "jsonl", "--links", "--sources", sources_});
  EXPECT_EQ(ran.status, 3);
  std::vector<Json> lines;
  std::istringstream in(ran.out);
  for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[0]["kind"], "rss");
  EXPECT_EQ(lines[0]["repaired"], true);
  EXPECT_EQ(lines[0]["entries"][0]["url"], "https://a.example/1");
  EXPECT_EQ(lines[1]["kind"], "robots");
  EXPECT_EQ(lines[1]["allows_root"], false);
  EXPECT_EQ(lines[1]["crawl_delay"], 5);
  EXPECT_EQ(lines[1]["sitemaps"], Json::array({"https://a.example/s"}));
  EXPECT_EQ(lines[2]["kind"], "sitemap");
  EXPECT_EQ(lines[2]["links"], 2);
  EXPECT_EQ(lines[3]["error_kind"], "bad_feed");
}

TEST_F(CrawlVerbs, RobotsSaysWhatMayBeAsked) {
  const std::string file = folder_.Write("r.txt", "User-agent: *\nDisallow: /a\nAllow: /a/b\n");
  Ran ran = Acta({"robots", file, "https://x.example/a/1", "/a/b/2", "--agent", "other"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.out, "disallowed\thttps://x.example/a/1\nallowed\t/a/b/2\n");
  EXPECT_EQ(Acta({"robots", file, "/b"}).status, 0);
  EXPECT_EQ(Acta({"robots", folder_.path("none"), "/b"}).status, 2);
}

TEST_F(CrawlVerbs, OnceForCron) {
  Serve(3);
  Follow("/feed.xml");
  Ran first = Ingest();
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_THAT(first.err, HasSubstr("127.0.0.1        4          0"));
  EXPECT_THAT(first.err, HasSubstr("3 inputs in "));
  EXPECT_EQ(Count("SELECT count(*) FROM article"), 3);
  const size_t requests = server_.log().size();
  Ran second = Ingest();  // nothing is due, which is no failure
  EXPECT_EQ(second.status, 0) << second.err;
  EXPECT_EQ(server_.log().size(), requests);
  EXPECT_EQ(Count("SELECT count(*) FROM frontier_url WHERE next_at IS NULL"), 3);
}

TEST_F(CrawlVerbs, LimitSinceAndSource) {
  Serve(4);
  Follow("/feed.xml");
  Follow("/other.xml");
  EXPECT_EQ(Ingest({"--source", "nobody"}).status, 2);
  EXPECT_EQ(Ingest({"--source", "feed.xml", "--since", "2025-03-01", "--limit", "1"}).status, 0);
  EXPECT_EQ(Count("SELECT count(*) FROM article"), 1);
  EXPECT_EQ(server_.Count("/other.xml"), 0);
  EXPECT_EQ(Ingest({"--source", "feed.xml"}).status, 0);
  EXPECT_EQ(Count("SELECT count(*) FROM article"), 2);  // March and April
  EXPECT_EQ(server_.Count("/news/1"), 0);
}

TEST_F(CrawlVerbs, PartialAndTooManyErrors) {
  Serve(2);
  server_.On("/news/2", Reply(404, ""));
  Follow("/feed.xml");
  Ran partial = Ingest();
  EXPECT_EQ(partial.status, 3);
  EXPECT_THAT(partial.err, HasSubstr("1 http_404"));
  Ran status = Acta({"status", "--db", db_, "--format", "json"});
  Json all = Json::parse(status.out);
  EXPECT_EQ(all["sources"][0]["given_up"], 1);
  EXPECT_EQ(all["sources"][0]["done"], 1);
  EXPECT_EQ(all["errors"][0], Json({{"error", "http_404"}, {"urls", 1}}));
  EXPECT_NE(all["sources"][0]["last_success"], nullptr);

  std::string items;
  for (int i = 0; i < 60; ++i) items += "<item><link>/none/" + std::to_string(i) + "</link></item>";
  server_.On("/broken.xml", Reply(200, "<rss><channel>" + items + "</channel></rss>"));
  Follow("/broken.xml");
  Ran stopped = Ingest({"--max-error-rate", "0.5"});
  EXPECT_EQ(stopped.status, 3);
  EXPECT_THAT(stopped.err, HasSubstr("more failures than --max-error-rate allows"));
  EXPECT_LT(server_.log().size(), 50u);
}

TEST_F(CrawlVerbs, AllFailedIsAFailure) {
  Follow("/nothing");
  EXPECT_EQ(Ingest().status, 1);
  folder_.Write("sources.toml", "[[source]]\nname = \"a\"\nurl = \"https://a.example/\"\n");
  Ran nobody = RunActa({"ingest", "--sources", sources_, "--db", db_});
  EXPECT_EQ(nobody.status, 5);
  EXPECT_THAT(nobody.err, HasSubstr("say who you are: --contact"));
  folder_.Write("sources.toml", "[[source]]\nname = 1\n");
  EXPECT_EQ(Ingest().status, 5);
}

TEST_F(CrawlVerbs, ADryRunAsksRobotsAlone) {
  Serve(2);
  Follow("/feed.xml");
  Follow("/closed/feed.xml");
  server_.On("/robots.txt", Reply(200, "User-agent: acta\nDisallow: /closed\nCrawl-delay: 0.2"));
  Ran dry = Ingest({"--dry-run"});
  EXPECT_EQ(dry.status, 3);
  EXPECT_FALSE(std::filesystem::exists(db_));
  EXPECT_EQ(server_.log().size(), 1u);  // robots.txt
  EXPECT_THAT(dry.out, HasSubstr("\"robots\":\"robots_disallowed\""));
  EXPECT_THAT(dry.out, HasSubstr("\"robots\":\"allowed\",\"delay_s\":1"));
  EXPECT_THAT(dry.err, HasSubstr("1 would be asked now, 1 not"));

  EXPECT_EQ(Ingest({"--limit", "1"}).status, 3);  // the closed feed
  const int asked = server_.Count("/robots.txt");
  server_.On("/robots.txt", Reply(200, "User-agent: acta\nDisallow: /news/2"));
  EXPECT_THAT(Ingest({"--dry-run"}).out, HasSubstr("/news/2\",\"message\":null"));
  EXPECT_EQ(server_.Count("/robots.txt"), asked);  // a run of this day would not ask again either
  RunSql("UPDATE frontier_robots SET expires_ms = 0");
  dry = Ingest({"--dry-run"});
  EXPECT_THAT(dry.out, HasSubstr("/news/2\",\"message\":\"robots.txt"));
  EXPECT_EQ(Count("SELECT count(*) FROM article"), 1);
}

TEST_F(CrawlVerbs, LogAndMetrics) {
  Serve(2);
  server_.On("/news/2", Reply(500, ""));
  Follow("/feed.xml");
  const std::string log = folder_.path("log"), metrics = folder_.path("acta.prom");
  EXPECT_EQ(
      Ingest({"--quiet", "--retries", "0", "--log", log, "--log-format", "jsonl", "--metrics-file", metrics})
          .status,
      3);
  std::vector<std::string> events;
  std::istringstream in(ReadWhole(log));
  for (std::string line; std::getline(in, line);) {
    Json event = Json::parse(line);
    events.push_back(event["event"].get<std::string>() +
                     (event.contains("result") ? " " + event["result"].get<std::string>() : ""));
  }
  EXPECT_THAT(events, testing::UnorderedElementsAre("start", "visit fetched", "visit fetched",
                                                    "visit http_5xx", "article", "refused", "end"));
  EXPECT_THAT(ReadWhole(metrics),
              HasSubstr("acta_fetch_failures_total{host=\"127.0.0.1\",kind=\"http_5xx\"} 1\n"));
  EXPECT_THAT(ReadWhole(metrics), HasSubstr("acta_stage_items_total{stage=\"store\"} 2\n"));
  EXPECT_THAT(ReadWhole(metrics), HasSubstr("acta_frontier_urls{source=\"feed.xml\",state=\"done\"} 1\n"));
  EXPECT_EQ(Ingest({"--log", folder_.path("no/such")}).status, 1);
}

TEST_F(CrawlVerbs, RunStaysAndDrains) {
  Serve(2);
  std::atomic<bool> asked = false;
  server_.On("/news/2", [&](Connection& c) {  // on its way when the signal comes
    asked = true;
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    c.Send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + Article(2));
  });
  Follow("/feed.xml");
  pid_t child =
      StartActa({"run", "--sources", sources_, "--db", db_, "--allow-private", "--workers", "1"}, folder_);
  for (int i = 0; i < 2000 && !asked; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  ASSERT_TRUE(asked);
  kill(child, SIGINT);
  EXPECT_EQ(WaitFor(child), 0) << ReadWhole(folder_.path(".err"));
  EXPECT_EQ(Count("SELECT count(*) FROM article"), 2);  // what was asked came in
}

TEST_F(CrawlVerbs, ASecondSignalEndsAtOnce) {
  std::atomic<bool> asked = false;
  server_.On("/feed.xml", [&](Connection& c) {
    asked = true;
    c.Send("HTTP/1.1 200 OK\r\n\r\n");
    c.Drip("<!-- -->", 50);
  });
  Follow("/feed.xml");
  pid_t child = StartActa({"run", "--sources", sources_, "--db", db_, "--allow-private"}, folder_);
  for (int i = 0; i < 2000 && !asked; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  const auto begin = std::chrono::steady_clock::now();
  kill(child, SIGINT);
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  kill(child, SIGINT);
  EXPECT_EQ(WaitFor(child), 130);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST_F(CrawlVerbs, StatusNeedsACrawl) {
  EXPECT_EQ(Acta({"status", "--db", db_}).status, 6);
  Serve(1);
  EXPECT_EQ(Acta({"ingest", server_.Url("/news/1"), "--db", db_, "--allow-private"}).status, 0);
  Ran none = Acta({"status", "--db", db_});
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.err, HasSubstr("nothing was crawled into it yet"));
}

TEST_F(CrawlVerbs, SettingsAreKept) {
  Serve(3);
  Follow("/feed.xml");
  const std::string file = folder_.Write(
      "acta.toml", "db = \"" + db_ + "\"\nallow-private = true\nlimit = 3\n[ingest]\nlimit = 2\n");
  auto run = [&](std::vector<std::string> more) {
    std::vector<std::string> all = {"--config", file, "ingest", "--sources", sources_};
    all.insert(all.end(), more.begin(), more.end());
    return RunActa(all);
  };
  setenv("ACTA_QUIET", "true", 1);
  Ran ran = run({});  // the verb's own key before the common one
  unsetenv("ACTA_QUIET");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(Count("SELECT count(*) FROM article"), 2);
  setenv("ACTA_LIMIT", "0", 1);  // the environment before the file
  setenv("ACTA_DB", folder_.path("b.db").c_str(), 1);
  EXPECT_EQ(run({"--db", folder_.path("c.db")}).status, 0);  // the argument before the environment
  unsetenv("ACTA_LIMIT");
  unsetenv("ACTA_DB");
  EXPECT_FALSE(std::filesystem::exists(folder_.path("b.db")));
  db_ = folder_.path("c.db");
  EXPECT_EQ(Count("SELECT count(*) FROM article"), 3);
}

TEST_F(CrawlVerbs, ConfigShowSaysWhereSettingsComeFrom) {
  const std::string file = folder_.Write(
      "acta.toml", "contact = \"me@example.org\"\nlimit = 3\n[run]\nlimit = 2\nallow-private = true\n");
  setenv("ACTA_DELAY", "7", 1);
  auto show = [&](std::vector<std::string> command) {
    std::vector<std::string> all = {"--config", file, "config", "show", "--format", "jsonl"};
    all.insert(all.end(), command.begin(), command.end());
    Ran ran = RunActa(all);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr("settings file: " + file));
    std::map<std::string, std::string> settings;  // by verb and option
    std::istringstream in(ran.out);
    for (std::string line; std::getline(in, line);) {
      Json row = Json::parse(line);
      settings[row["verb"].get<std::string>() + " " + row["option"].get<std::string>()] =
          (row["value"].is_null() ? "" : row["value"].get<std::string>()) + " by " +
          row["from"].get<std::string>();
    }
    return settings;
  };
  auto run = show({"run", "--db", "x.db", "--warc", "w"});
  EXPECT_EQ(run["run db"], "x.db by argument");
  EXPECT_EQ(run["run delay"], "7 by $ACTA_DELAY");
  EXPECT_EQ(run["run limit"], "2 by " + file + ":4");
  EXPECT_EQ(run["run allow-private"], "true by " + file + ":5");
  EXPECT_EQ(run["run contact"], "me@example.org by " + file + ":1");
  EXPECT_EQ(run["run timeout"], "60 by default");
  EXPECT_EQ(run["run sources"], "sources.toml by default");
  EXPECT_EQ(run["run quiet"], "false by default");
  EXPECT_EQ(show({"ingest"})["ingest limit"], "3 by " + file + ":2");
  auto all = show({});
  EXPECT_EQ(all["query due limit"], "3 by " + file + ":2");
  EXPECT_EQ(all["fetch delay"], "7 by $ACTA_DELAY");
  EXPECT_EQ(all.count("run timeout"), 0u);  // what nobody says is left out here
  unsetenv("ACTA_DELAY");
  EXPECT_EQ(RunActa({"config", "show", "march"}).status, 2);
  EXPECT_EQ(RunActa({"config", "show", "run", "--limit", "many"}).status, 2);
}

TEST_F(CrawlVerbs, WrongSettingsAreSaid) {
  const std::pair<const char*, const char*> cases[] = {
      {"colour = 1\n", "acta.toml:1:10: no option is called 'colour'"},
      {"[march]\nlimit = 1\n", "acta.toml:1:1: there is no verb 'march'"},
      {"[status]\nlimit = 1\n", "acta.toml:2:9: no option is called 'limit'"},
      {"db = [1]\n", "acta.toml:1:6: 'db' must be a text, a number, true or false"},
      {"format = \"xml\"\n", "acta.toml:1:10: "},
      {"db = \n", "acta.toml:1:"},
  };
  for (const auto& [text, says] : cases) {
    const std::string file = folder_.Write("acta.toml", text);
    Ran ran = RunActa({"--config", file, "status", "--db", db_});
    EXPECT_EQ(ran.status, 5) << text << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(says)) << text;
  }
  EXPECT_EQ(RunActa({"--config", folder_.path("none.toml"), "status"}).status, 5);
}

}  // namespace
}  // namespace acta
