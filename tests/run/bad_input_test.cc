// Bad input of every kind in one call, and databases that cannot be used: what is said, the exit status, and that
// nothing else is harmed. docs/cli.md has the table of what each test shows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <map>

#include "pipeline/store/open.h"
#include "pipeline/store/store.h"
#include "tests/fetch/hostile_server.h"
#include "tests/run/program.h"
#include "tests/run/sample_pages.h"

namespace acta {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string Noise() {
  std::string noise;
  for (unsigned i = 0, x = 1; i < 5000; ++i) noise += static_cast<char>((x = x * 1103515245 + 12345) >> 16);
  return noise;
}

// An input, and the reason why it is refused; "" when it is read.
struct Input {
  std::string name, reason;
};

std::vector<Input> BadFiles(const TempFolder& folder) {
  fs::create_directories(folder.path("nothing"));
  const std::string huge = folder.Write("huge.html", "");
  fs::resize_file(huge, 100'000'000);
  mkfifo(folder.path("pipe.html").c_str(), 0600);
  return {{folder.Write("empty.html", ""), "empty"},
          {folder.path("pipe.html"), "unreadable"},
          {"ftp://example.org/page.html", "bad_scheme"},
          {folder.Write("noise.html", Noise()), "not_text"},
          {folder.path("nothing"), "empty_folder"},
          {huge, "too_large"},
          {folder.Write("french.txt", FrenchText()), "language"},
          {folder.path("missing.html"), "not_found"}};
}

std::vector<Input> BadUrls(HostileServer& server) {
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
  server.On("/slow", [head](Connection& c) {
    if (c.Send(head)) c.Drip("x", 100);
  });
  server.On("/none", Reply(404, "no"));
  server.On("/broken", Reply(500, "no"));
  server.On("/garbage", [](Connection& c) { c.Send("220 mail.example ESMTP\r\n"); });
  server.On("/endless", [head](Connection& c) {
    c.Send(head);
    while (c.Send(std::string(65536, 'x'))) {
    }
  });
  server.On("/feed.xml", Reply(200, "sorry, no news", "Content-Type: application/rss+xml\r\n"));
  return {{"http://127.0.0.2:9/refuses", "refused"}, {server.Url("/slow"), "timeout"},
          {server.Url("/none"), "http_404"},         {server.Url("/broken"), "http_5xx"},
          {server.Url("/garbage"), "bad_response"},  {server.Url("/endless"), "too_large"},
          {server.Url("/feed.xml"), "bad_feed"},     {"http://[broken/", "bad_url"}};
}

std::map<std::string, std::string> ReasonsIn(const std::string& path) {
  std::map<std::string, std::string> reasons;
  Result<Database> db = OpenForReading(path);
  Result<Statement> select =
      db ? db->Prepare("SELECT source, coalesce(reason, '') FROM input") : tl::unexpected(db.error());
  while (select && select->Step().value_or(false)) reasons[std::string(select->Text(0))] = select->Text(1);
  return reasons;
}

TEST(BadInput, EachIsAccountedForAndHarmsNoOther) {
  TempFolder folder;
  HostileServer server;
  server.On("/good", Reply(200, VietnamesePage(2)));
  std::vector<Input> inputs = BadFiles(folder);
  for (Input& input : BadUrls(server)) inputs.push_back(std::move(input));
  inputs.insert(inputs.begin() + 3, {folder.Write("good.html", VietnamesePage(1)), ""});
  inputs.push_back({server.Url("/good"), ""});

  std::vector<std::string> arguments = {"ingest",    "--db", folder.path("a.db"), "--allow-private",
                                        "--timeout", "1",    "--retries",         "0"};
  std::map<std::string, int> table;
  for (const Input& input : inputs) {
    arguments.push_back(input.name);
    ++table[input.reason];
  }
  const Ran ran = RunActa(arguments);
  EXPECT_EQ(ran.status, 3);
  const std::map<std::string, std::string> kept = ReasonsIn(folder.path("a.db"));
  EXPECT_EQ(kept.size(), inputs.size());
  for (const auto& [name, reason] : inputs) {
    ASSERT_TRUE(kept.contains(name)) << name;
    EXPECT_EQ(kept.at(name), reason) << name;
    if (reason != "") {
      EXPECT_THAT(ran.err, HasSubstr("acta: " + name + ": ")) << "a message of its own";
    }
  }
  EXPECT_THAT(ran.err, HasSubstr(std::to_string(inputs.size()) + " inputs in"));
  EXPECT_THAT(ran.err, HasSubstr("2 read (2 new, 0 unchanged, 0 read again), " +
                                 std::to_string(inputs.size() - 2) + " refused"));
  for (const auto& [reason, count] : table) {
    if (reason != "") {
      EXPECT_THAT(ran.err, HasSubstr("  " + std::to_string(count) + " refused: " + reason));
    }
  }
  EXPECT_EQ(RunActa({"check", "--db", folder.path("a.db")}).status, 0);
}

// ---- databases

std::string Store1(const TempFolder& folder, const std::string& name) {
  const std::string page = folder.Write("one.html", VietnamesePage(1)), path = folder.path(name);
  EXPECT_EQ(RunActa({"ingest", "-q", page, "--db", path}).status, 0);
  return path;
}

void Do(const std::string& path, const char* sql) {
  ASSERT_TRUE(Database::Open(path, Database::Mode::kCreate)->Execute(sql));
}

TEST(BadInput, FilesOfAFolderThatAreNoPagesAreCounted) {
  TempFolder folder, pages;
  pages.Write("page.html", VietnamesePage(1));
  pages.Write("annex.pdf", "%PDF-1.4");
  pages.Write("notes.md", "notes");
  const Ran ran = RunActa({"ingest", pages.path(""), "--db", folder.path("a.db")});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("2 files are no pages by their names, as annex.pdf"));
}

TEST(BadInput, DatabasesHaveTheirMessageAndStatusAndAreLeftAlone) {
  TempFolder folder;
  const std::string newer = Store1(folder, "newer.db"), corrupt = Store1(folder, "corrupt.db");
  const std::string foreign = folder.path("foreign.db");
  Do(newer, "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)");
  Do(foreign, "CREATE TABLE places (name)");
  {
    std::fstream file(corrupt, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(100);  // the tree of the first page, after the header
    file << std::string(3000, '\x7f');
  }
  struct Case {
    std::string path;
    const char* says;
  };
  const Case cases[] = {{newer, "has schema version 99"},
                        {corrupt, "damaged"},
                        {foreign, "another program"},
                        {folder.Write("text.db", std::string(5000, 'x')), "is not a SQLite database"},
                        {"/proc/acta.db", "cannot be written"}};
  for (const Case& c : cases) {
    SCOPED_TRACE(c.path);
    const std::string before = ReadWhole(c.path);
    const Ran ran = RunActa({"ingest", folder.path("one.html"), "--db", c.path});
    EXPECT_EQ(ran.status, 6);
    EXPECT_THAT(ran.err, HasSubstr(c.says));
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ReadWhole(c.path), before);
  }
}

TEST(BadInput, ALockedDatabaseIsWaitedForAndThenSaidToBeLocked) {
  TempFolder folder;
  const std::string path = Store1(folder, "a.db");
  Result<Store> writer = Store::Open(path);
  ASSERT_TRUE(writer);
  const Ran ran = RunActa({"ingest", folder.path("one.html"), "--db", path});
  EXPECT_EQ(ran.status, 6);
  EXPECT_THAT(ran.err, HasSubstr("being written by another acta"));
  EXPECT_EQ(RunActa({"query", "due", "--db", path}).status, 0) << "readers do not wait";
}

// A file system of its own, so small that it is full; where the kernel lets a test make one.
TEST(BadInput, AFullDiskEndsTheRunAndRoomCompletesIt) {
  if (std::system("unshare -rm true 2> /dev/null") != 0) GTEST_SKIP() << "no mount without being root";
  TempFolder folder;
  for (int n = 0; n < 40; ++n) folder.Write("pages/p" + std::to_string(n) + ".html", VietnamesePage(n));
  folder.Write("disk/mounted.here", "");
  const std::string acta = ACTA_PROGRAM, disk = folder.path("disk"), db = disk + "/a.db";
  const std::string ingest = acta + " ingest --log-format jsonl --log " + folder.path("log") +
                             " --metrics-file " + folder.path("metrics") + " --db " + db + " " +
                             folder.path("pages") + " 2> ";
  folder.Write("script", "mount -t tmpfs -o size=1m none " + disk + " || exit 99\n" +  //
                             ingest + folder.path("err1") + "; echo $? > " + folder.path("status1") + "\n" +
                             "cp " + folder.path("log") + " " + folder.path("log1") + "; cp " +
                             folder.path("metrics") + " " + folder.path("metrics1") + "\n" +     //
                             "mount -o remount,size=50m " + disk + "\n" +                        //
                             acta + " check --db " + db + " > " + folder.path("check") + "\n" +  //
                             ingest + folder.path("err2") + "; echo $? > " + folder.path("status2") + "\n" +
                             acta + " dump --db " + db + " > " + folder.path("dump") + "\n");
  if (WEXITSTATUS(std::system(("unshare -rm sh " + folder.path("script")).c_str())) == 99)
    GTEST_SKIP() << "no file system in memory may be mounted";
  EXPECT_EQ(ReadWhole(folder.path("status1")), "6\n");
  EXPECT_THAT(ReadWhole(folder.path("err1")),
              HasSubstr("no space left for a.db; what was stored so far is safe"));
  // Of one transaction nothing is stored, and everything that tells of the run says so.
  EXPECT_THAT(ReadWhole(folder.path("err1")),
              HasSubstr("0 read (0 new, 0 unchanged, 0 read again), 0 refused"));
  EXPECT_THAT(ReadWhole(folder.path("err1")), HasSubstr(" not stored; 0 records"));
  const std::string log = ReadWhole(folder.path("log1")), metrics = ReadWhole(folder.path("metrics1"));
  EXPECT_THAT(log, HasSubstr(R"("event":"end","status":6,)"));
  EXPECT_THAT(log, HasSubstr(R"("read":0,"new":0,"refused":0,)"));
  EXPECT_THAT(log, testing::Not(HasSubstr(R"("event":"article")")));
  EXPECT_THAT(metrics, HasSubstr("acta_articles_total{stored=\"new\"} 0\n"));
  EXPECT_THAT(metrics, HasSubstr("acta_records_total 0\n"));
  EXPECT_THAT(metrics, testing::Not(HasSubstr("acta_unkept_total 0\n")));
  EXPECT_THAT(ReadWhole(folder.path("check")), HasSubstr("no fault"));
  EXPECT_EQ(ReadWhole(folder.path("status2")), "0\n") << ReadWhole(folder.path("err2"));
  EXPECT_THAT(ReadWhole(folder.path("metrics")), HasSubstr("acta_articles_total{stored=\"new\"} 40\n"));
  const std::string quiet = folder.path("quiet.db");
  ASSERT_EQ(RunActa({"ingest", "-q", folder.path("pages"), "--db", quiet}).status, 0);
  EXPECT_EQ(ReadWhole(folder.path("dump")), RunActa({"dump", "--db", quiet}).out);
}

// ---- rules

TEST(BadInput, ARuleWithAMistakeIsSaidWithItsPlaceBeforeAnythingIsRead) {
  TempFolder folder;
  fs::copy(fs::path(ACTA_SOURCE_DIR) / "extractors", folder.path("packs"), fs::copy_options::recursive);
  std::ofstream(folder.path("packs/en/official.toml"), std::ios::app)
      << "\n[[rule]]\nkind = 'official'\npattern = '<titel>'\nexamples = ['minister Ann']\n";
  const std::string page = folder.Write("one.html", VietnamesePage(1));
  for (const char* verb : {"extract", "ingest"}) {
    std::vector<std::string> arguments = {verb, page, "--packs", folder.path("packs")};
    if (std::string(verb) == "ingest") arguments.insert(arguments.end(), {"--db", folder.path("a.db")});
    const Ran ran = RunActa(arguments);
    EXPECT_EQ(ran.status, 5) << verb;
    EXPECT_THAT(ran.err, HasSubstr("en/official.toml:"));
    EXPECT_THAT(ran.err, HasSubstr("unknown kind <titel>; did you mean <title>?"));
    EXPECT_EQ(ran.out, "");
  }
  EXPECT_FALSE(fs::exists(folder.path("a.db")));
}

}  // namespace
}  // namespace acta
