// A run that was archived, and everything else that may be ingested: the same pages give the same database.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/fetch/hostile_server.h"
#include "tests/run/program.h"
#include "tests/run/sample_pages.h"

namespace acta {
namespace {

using testing::HasSubstr;

std::string Dump(const std::string& db) { return RunActa({"dump", "--db", db}).out; }

class Archive : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return folder_.path(name); }
  std::string Write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

  TempFolder folder_;
};

TEST_F(Archive, AReplayMakesTheSameDatabase) {
  HostileServer server;
  server.On("/feed", Reply(200,
                           "<rss version=\"2.0\"><channel><item><link>/1</link>"
                           "<pubDate>Thu, 21 Mar 2024 08:15:00 +0700</pubDate></item><item><link>/text</link>"
                           "<pubDate>Fri, 22 Mar 2024 08:15:00 +0700</pubDate></item>"
                           "<item><link>/gone</link></item><item><link>/fr</link></item></channel></rss>",
                           "Content-Type: application/rss+xml\r\n"));
  server.On("/1", Reply(200, VietnamesePage(1)));
  server.On("/2", Redirect("/3"));
  server.On("/3", Reply(200, VietnamesePage(3)));
  server.On("/text", Reply(200, EnglishText(), "Content-Type: text/plain\r\n"));
  server.On("/fr", Reply(200, FrenchText(), "Content-Type: text/plain\r\n"));
  Ran live = RunActa({"ingest", server.Url("/feed"), server.Url("/2"), server.Url("/1"), "--allow-private",
                      "--db", path("live.db"), "--warc", path("warc")});
  EXPECT_EQ(live.status, 3) << live.err;
  Ran again = RunActa({"ingest", path("warc"), "--db", path("again.db")});
  EXPECT_EQ(again.status, 3) << again.err;
  EXPECT_THAT(again.err, HasSubstr("passed over in WARC files: "));
  const std::string dump = Dump(path("live.db"));
  EXPECT_THAT(dump, HasSubstr("http_404"));
  EXPECT_THAT(dump, HasSubstr("2024-03-22")) << "what the feed said of a text";
  EXPECT_EQ(Dump(path("again.db")), dump);
}

TEST_F(Archive, ExtractedLinesMakeTheSameDatabase) {
  const std::string page = Write("a.html", VietnamesePage(1)), text = Write("b.txt", EnglishText());
  RunActa({"ingest", page, text, "--db", path("pages.db")});
  const std::string lines = Write("x.jsonl", RunActa({"extract", page, text}).out);
  Ran ran = RunActa({"ingest", lines, "--db", path("lines.db")});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(Dump(path("lines.db")), Dump(path("pages.db")));
}

TEST_F(Archive, ALineThatIsNoneIsRefusedByItsNumber) {
  const std::string page = Write("a.html", VietnamesePage(1)), french = Write("fr.txt", FrenchText());
  std::string lines = RunActa({"extract", page, french}).out;
  Ran ran = RunActa({"ingest", Write("x.jsonl", "{\"a\": 1}\n\nno json\n" + lines), "--db", path("a.db")});
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.err, HasSubstr("x.jsonl:1: "));
  EXPECT_THAT(ran.err, HasSubstr("x.jsonl:3: "));
  EXPECT_THAT(ran.err, HasSubstr(french + ": its language is \"fr\"")) << "refused there, refused here";
  EXPECT_THAT(ran.err, HasSubstr("4 inputs"));
  EXPECT_THAT(RunActa({"ingest", Write("e.jsonl", "\n"), "--db", path("a.db")}).err,
              HasSubstr("no line in it"));
  EXPECT_THAT(RunActa({"ingest", path("n.jsonl"), "--db", path("a.db")}).err, HasSubstr("no such file"));
}

TEST_F(Archive, ALineWhoseRecordsTheSchemaDoesNotAllowIsCountedWithoutThem) {
  const std::string good = Write("a.html", VietnamesePage(1)), page = Write("b.html", VietnamesePage(2));
  std::string line = RunActa({"extract", page}).out;
  const std::string fits = "\"precision\":\"day\"";
  const size_t at = line.find(fits);
  ASSERT_NE(at, line.npos) << line;
  line.replace(at, fits.size(), "\"precision\":\"fortnight\"");
  Ran ran = RunActa({"ingest", good, Write("x.jsonl", line), "--db", path("a.db")});
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.err, HasSubstr("1 read (1 new, 0 unchanged, 0 read again), 1 refused"));
  EXPECT_THAT(ran.err, HasSubstr("1 refused: bad_record"));
  const std::string kept =
      RunActa({"sql", "SELECT count(*) FROM record", "--db", path("a.db"), "--format", "csv", "--raw"}).out;
  const std::string count =
      kept.substr(kept.find('\n') + 1, kept.find_last_of("0123456789") - kept.find('\n'));
  EXPECT_THAT(ran.err, HasSubstr("; " + count + " records")) << "what the table says is what is stored";
}

TEST_F(Archive, AListGivenAsAFileIsNoArticle) {
  const std::string list =
      Write("urls.txt", "# of today\nhttps://a.example/1\r\n\n  HTTP://a.example/2?x=y\n");
  for (const char* verb : {"ingest", "extract", "clean"}) {
    std::vector<std::string> arguments = {verb, list};
    if (std::string(verb) == "ingest") arguments.insert(arguments.end(), {"--db", path("l.db")});
    Ran ran = RunActa(arguments);
    EXPECT_EQ(ran.status, 1) << verb;
    EXPECT_THAT(ran.err, HasSubstr("acta ingest - < FILE")) << verb;
  }
  const std::string text = Write("text.txt", EnglishText() + "https://a.example/1\n");
  EXPECT_EQ(RunActa({"extract", text}).status, 0) << "a text may have an address in it";
}

TEST_F(Archive, AListOnStandardInput) {
  HostileServer server;
  server.On("/1", Reply(200, VietnamesePage(1)));
  const std::string page = Write("2.html", VietnamesePage(2));
  const std::string list = Write("list", "# pages\n\n" + server.Url("/1") + "\r\n  " + page + "\n-\n");
  Ran ran = RunActa({"ingest", "-", "--allow-private", "--db", path("a.db")}, list);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("2 inputs"));
  EXPECT_THAT(RunActa({"ingest", "-", "--db", path("a.db")}).err, HasSubstr("standard input lists nothing"));
}

TEST_F(Archive, AnEditedPageIsComparedWithWhatItSaid) {
  HostileServer server;
  std::string edited = VietnamesePage(1);
  edited.replace(edited.find("15/9/2025"), 9, "30/9/2025");
  server.On("/1", InTurn({Reply(200, VietnamesePage(1)), Reply(200, edited)}));
  const std::string db = path("a.db"), url = server.Url("/1");
  RunActa({"ingest", url, "--allow-private", "--db", db, "--warc", path("warc")});
  EXPECT_THAT(RunActa({"diff", url, "--db", db}).err, HasSubstr("has one version only"));
  // The way it was reached does not make another page.
  server.On("/1?utm_source=rss", Reply(200, edited));
  Ran second =
      RunActa({"ingest", url + "?utm_source=rss", "--allow-private", "--db", db, "--warc", path("warc")});
  EXPECT_EQ(second.status, 0) << second.err;
  Ran diff = RunActa({"diff", url, "--db", db});
  EXPECT_EQ(diff.status, 0) << diff.err;
  EXPECT_THAT(diff.out, HasSubstr("version 1 of 2"));
  EXPECT_THAT(diff.out, HasSubstr("[15/9/2025.]"));
  EXPECT_THAT(diff.out, HasSubstr("[30/9/2025.]"));
  EXPECT_THAT(diff.out, HasSubstr("\ndeadline\n"));
  Ran json = RunActa({"diff", url, "--from", "1", "--to", "2", "--format", "json", "--db", db});
  EXPECT_THAT(json.out, HasSubstr("\"change\":\"changed\",\"kind\":\"deadline\""));
  EXPECT_THAT(RunActa({"diff", url, "--from", "3", "--db", db}).err,
              HasSubstr("has no version 3: there are 2"));
  EXPECT_THAT(RunActa({"diff", "nowhere", "--db", db}).err, HasSubstr("\"nowhere\" is no page or input"));
  // The archive knows both, and in which order.
  RunActa({"ingest", path("warc"), "--db", path("again.db")});
  EXPECT_EQ(Dump(path("again.db")), Dump(db));
  EXPECT_EQ(RunActa({"diff", url, "--db", path("again.db")}).out, diff.out);
}

TEST_F(Archive, AFolderOfEverything) {
  std::filesystem::create_directory(path("d"));
  Write("d/1.html", VietnamesePage(1));
  Write("d/note.txt", EnglishText());
  Write("d/x.warc",
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://h/3\r\nContent-Type: text/html\r\n"
        "Content-Length: " +
            std::to_string(VietnamesePage(3).size()) + "\r\n\r\n" + VietnamesePage(3) + "\r\n\r\n");
  Ran ran = RunActa({"ingest", path("d"), "--db", path("a.db")});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("3 inputs"));
}

}  // namespace
}  // namespace acta
