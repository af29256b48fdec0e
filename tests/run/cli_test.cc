// The program as users meet it: each input and each wrong argument with its message and exit status.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "tests/run/program.h"
#include "tests/run/sample_pages.h"

namespace acta {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

std::vector<Json> Lines(const std::string& out) {
  std::vector<Json> lines;
  std::istringstream in(out);
  for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
  return lines;
}

TEST(Cli, VersionAndHelpGoToStandardOutput) {
  EXPECT_THAT(RunActa({"--version"}).out, HasSubstr("acta 0."));
  for (std::vector<std::string> verb : std::vector<std::vector<std::string>>{{},
                                                                             {"fetch"},
                                                                             {"clean"},
                                                                             {"extract"},
                                                                             {"ingest"},
                                                                             {"run"},
                                                                             {"status"},
                                                                             {"robots"},
                                                                             {"sources"},
                                                                             {"sources", "add"},
                                                                             {"sources", "list"},
                                                                             {"sources", "check"},
                                                                             {"sources", "import"},
                                                                             {"sources", "export"},
                                                                             {"query"},
                                                                             {"query", "due"},
                                                                             {"query", "official"},
                                                                             {"query", "resolution"},
                                                                             {"query", "search"},
                                                                             {"query", "coverage"},
                                                                             {"sql"},
                                                                             {"show"},
                                                                             {"check"},
                                                                             {"dump"},
                                                                             {"rules", "check"},
                                                                             {"rules", "explain"}}) {
    verb.push_back("--help");
    Ran ran = RunActa(verb);
    EXPECT_EQ(ran.status, 0) << verb[0];
    EXPECT_THAT(ran.out, HasSubstr("Examples:")) << verb[0];
    EXPECT_EQ(ran.err, "") << verb[0];
  }
}

TEST(Cli, WrongArguments) {
  struct Case {
    std::vector<std::string> arguments;
    const char* says;
  };
  const Case cases[] = {
      {{}, "acta: a verb is missing, one of ingest, run, "},
      {{"frobnicate"}, "\"frobnicate\" is no verb of acta; see acta --help"},
      {{"qurey", "due"}, "\"qurey\" is no verb of acta; did you mean query?"},
      {{"--config", "/dev/null"}, "acta: a verb is missing, one of ingest, "},
      {{"query", "deu"}, "\"deu\" is no verb of query; did you mean due?"},
      {{"query", "due", "--ics", "--format", "csv"}, "--ics"},
      {{"query", "due", "--limit", "0"}, "--limit: \"0\" is no count; write 1 or more"},
      {{"clean"}, "FILE is required"},
      {{"clean", "--format", "xml", "a.html"}, "xml"},
      {{"clean", "--no-such", "a.html"}, "--no-such"},
      {{"extract", "--published", "yesterday", "a.html"}, "\"yesterday\" is no day; write YYYY-MM-DD"},
      {{"extract", "--published", "2025-02-30", "a.html"}, "\"2025-02-30\" is no day"},
      {{"extract", "--workers", "0", "a.html"}, "--workers"},
      {{"ingest"}, "SOURCE is required"},
      {{"ingest", "--delay", "0.1", "a.html"}, "--delay"},
      {{"query"}, "acta: query: a verb is missing, one of due, overdue, "},
      {{"entity"}, "acta: entity: a verb is missing, one of show, "},
      {{"query", "what"}, "\"what\" is no verb of query"},
      {{"query", "due", "--from", "1/9/2025"},
       "\"1/9/2025\" is no day; write YYYY-MM-DD, or YYYY-MM of a month, or YYYY"},
      {{"query", "due", "--to", "2025-13"}, "is no day"},
      {{"query", "due", "--to", "\?\?\?\?-09-01"}, "is no day"},
      {{"query", "due", "--from", "2025-10", "--to", "2025-09"}, "--from 2025-10 is after --to 2025-09"},
      {{"query", "due", "--from", "2025-09-02", "--to", "2025-09-01"},
       "--from 2025-09-02 is after --to 2025-09-01"},
      {{"query", "new", "--since", "yesterday"},
       "--since: \"yesterday\" is no day; write YYYY-MM-DD, or YYYY-MM"},
      {{"export", "--from", "2025-13"}, "--from: \"2025-13\" is no day"},
      {{"export", "--from", "2025-10", "--to", "2025-09"}, "--from 2025-10-01 is after --to 2025-09-30"},
      {{"ingest", "--since", "1/2025"}, "--since: \"1/2025\" is no day"},
      {{"query", "due", "--limit", "-1"}, "--limit"},
      {{"query", "due", "--offset", "-1"},
       "acta: query due: --offset: \"-1\" is no count; write 0 or more; see acta query due --help\n"},
      {{"query", "due", "what"}, "what"},
      {{"query", "due", "--strength", "strong"}, "strong"},
      {{"query", "coverage", "--strength", "order"}, "--strength"},
      {{"query", "search"}, "WORDS"},
      {{"query", "due", "--agancy", "so y te"}, "due has no option --agancy; did you mean --agency?"},
      {{"query", "due", "--agency", ""},
       "acta: query due: --agency: it is empty; see acta query due --help\n"},
      {{"query", "due", "--place="}, "--place"},
      {{"query", "due", "--official", " "}, "--official: it is empty"},
      {{"query", "due", "--resolution", ""}, "--resolution: it is empty"},
      {{"query", "due", "--language", ""}, "--language: it is empty"},
      {{"query", "due", "--source", ""}, "--source: it is empty"},
      {{"query", "official", ""}, "NAME: it is empty"},
      {{"query", "resolution", ""}, "NUMBER: it is empty"},
      {{"query", "search", ""}, "WORDS: it is empty"},
      {{"export", "--language", ""}, "--language: it is empty"},
      {{"sql"}, "SELECT"},
      {{"show", "57"}, "\"57\" is no id of a record"},
      {{"fetch"}, "URL is required"},
      {{"rules", "explain", "text"}, "--language is required"},
      {{"rules", "check", "xx"}, "there is no pack \"xx\""},
  };
  for (const Case& c : cases) {
    Ran ran = RunActa(c.arguments);
    EXPECT_EQ(ran.status, 2) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, HasSubstr(c.says));
  }
}

// Every input that cannot be read has its line, its message and its reason, and harms no other.
TEST(Cli, BadInputsAreCountedAndHarmNoOther) {
  TempFolder folder;
  std::string noise;
  for (unsigned i = 0, x = 1; i < 5000; ++i) noise += static_cast<char>((x = x * 1103515245 + 12345) >> 16);
  struct Case {
    std::string path;
    const char* kind;
  };
  const Case cases[] = {
      {folder.Write("empty.html", ""), "empty"},
      {folder.Write("blank.txt", " \n\n"), "empty"},
      {folder.Write("noise.bin", noise), "not_text"},
      {folder.path("missing.html"), "not_found"},
      {folder.Write("french.txt", FrenchText()), "language"},
      {(std::filesystem::create_directories(folder.path("nothing")), folder.path("nothing")), "empty_folder"},
  };
  std::vector<std::string> arguments = {"extract"};
  for (const Case& c : cases) {
    arguments.push_back(c.path);
    EXPECT_EQ(RunActa({"extract", c.path}).status, 1) << c.path;
  }
  arguments.push_back(folder.Write("good.html", VietnamesePage()));
  Ran ran = RunActa(arguments);
  EXPECT_EQ(ran.status, 3);
  std::vector<Json> lines = Lines(ran.out);
  ASSERT_EQ(lines.size(), std::size(cases) + 1) << ran.err;
  for (size_t i = 0; i < std::size(cases); ++i) {
    EXPECT_EQ(lines[i]["source"], cases[i].path);
    EXPECT_EQ(lines[i]["error_kind"], cases[i].kind) << cases[i].path << lines[i].dump();
    EXPECT_THAT(ran.err, HasSubstr(lines[i]["error"].get<std::string>()));
    EXPECT_EQ(lines[i]["officials"], Json::array());
  }
  EXPECT_FALSE(lines.back().contains("error"));
  EXPECT_THAT(lines.back()["article"]["text"].get<std::string>(), HasSubstr("57-NQ/TW"));
}

TEST(Cli, AFileOfAHundredMegabytesIsRefusedQuickly) {
  TempFolder folder;
  const std::string path = folder.Write("big.html", "");
  std::filesystem::resize_file(path, 100'000'000);
  Ran ran = RunActa({"clean", path});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(Lines(ran.out)[0]["error_kind"], "too_large");
}

TEST(Cli, LinesComeInTheOrderOfTheArgumentsWhateverTheWorkers) {
  TempFolder folder;
  std::vector<std::string> one = {"extract", "--workers", "1"}, eight = {"extract", "--workers", "8"};
  for (int n = 0; n < 12; ++n) {
    const std::string path = folder.Write("p" + std::to_string(n) + ".html", VietnamesePage(n));
    one.push_back(path);
    eight.push_back(path);
  }
  Ran first = RunActa(one), second = RunActa(eight);
  EXPECT_EQ(first.status, 0);
  EXPECT_EQ(first.out, second.out);
  EXPECT_EQ(Lines(first.out).size(), 12u);
}

TEST(Cli, EveryOffsetQuotesTheText) {
  TempFolder folder;
  Ran ran = RunActa({"extract", folder.Write("a.html", VietnamesePage()),
                     folder.Write("b.txt", EnglishText()), folder.Write("c.txt", RussianText())});
  EXPECT_EQ(ran.status, 0) << ran.err;
  std::vector<Json> lines = Lines(ran.out);
  ASSERT_EQ(lines.size(), 3u);
  // ParseExtractLine checks the same in C++; this is the contract as another program sees it.
  size_t quotes = 0;
  for (const Json& line : lines) {
    std::u32string text;
    const std::string utf8 = line["article"]["text"];
    for (size_t i = 0; i < utf8.size(); ++i) {
      if ((utf8[i] & 0xC0) != 0x80) text += static_cast<char32_t>(i);  // the byte where each character begins
    }
    text += static_cast<char32_t>(utf8.size());
    for (const char* list : {"officials", "agencies", "resolutions", "targets", "deadlines", "directives"}) {
      for (const Json& record : line[list]) {
        for (const Json& mention : record["mentions"]) {
          size_t begin = text[mention["start"].get<size_t>()], end = text[mention["end"].get<size_t>()];
          EXPECT_EQ(utf8.substr(begin, end - begin), mention["quote"]);
          ++quotes;
        }
      }
    }
  }
  EXPECT_GT(quotes, 5u);
}

TEST(Cli, PublishedAndLanguageHoldForAll) {
  TempFolder folder;
  Ran ran = RunActa(
      {"extract", "--published", "2024-01-02", "--language", "en", folder.Write("b.txt", EnglishText())});
  Json article = Lines(ran.out)[0]["article"];
  EXPECT_EQ(article["published"], "2024-01-02");
  EXPECT_EQ(article["language"], "en");
  EXPECT_EQ(article["title"], "Province reviews administrative reform");
  EXPECT_EQ(article["text"], EnglishText());
}

TEST(Cli, IngestThenAskThenShow) {
  TempFolder folder;
  const std::string db = folder.path("a.db"), page = folder.Write("p.html", VietnamesePage());
  Ran ingest = RunActa({"ingest", page, folder.path("missing.html"), "--db", db});
  EXPECT_EQ(ingest.status, 3);
  EXPECT_EQ(ingest.out, "");
  EXPECT_THAT(ingest.err, HasSubstr("2 inputs in"));
  EXPECT_THAT(ingest.err, HasSubstr("1 read (1 new, 0 unchanged, 0 read again), 1 refused"));
  EXPECT_THAT(ingest.err, HasSubstr("1 refused: not_found"));

  const std::string dump = RunActa({"dump", "--db", db}).out;
  EXPECT_THAT(dump, HasSubstr("57-NQ/TW"));
  EXPECT_THAT(RunActa({"ingest", page, "--db", db}).err, HasSubstr("(0 new, 1 unchanged, 0 read again)"));
  EXPECT_EQ(RunActa({"dump", "--db", db}).out, dump);
  Ran check = RunActa({"check", "--db", db});
  EXPECT_EQ(check.status, 0) << check.out;
  EXPECT_THAT(check.out, HasSubstr("no fault"));

  Ran due = RunActa(
      {"query", "due", "--db", db, "--from", "2025-09-15", "--to", "2025-09-15", "--format", "jsonl"});
  EXPECT_EQ(due.status, 0) << due.err;
  std::vector<Json> rows = Lines(due.out);
  ASSERT_FALSE(rows.empty());
  EXPECT_THAT(rows[0]["quote"].get<std::string>(), HasSubstr("trước ngày 15/9/2025"));
  Ran show = RunActa({"show", rows[0]["id"], "--db", db});
  EXPECT_EQ(show.status, 0) << show.err;
  EXPECT_THAT(show.out, HasSubstr("2025-09-15"));
  EXPECT_EQ(Json::parse(RunActa({"show", rows[0]["id"], "--db", db, "--format", "json"}).out)["id"],
            rows[0]["id"]);

  for (const char* format : {"table", "list", "json", "csv", "markdown"}) {
    Ran ran = RunActa({"query", "due", "--db", db, "--format", format});
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.out, HasSubstr("2025-09-15")) << format;
  }
  const std::string csv = RunActa({"query", "due", "--format", "csv", "--db", db}).out;
  EXPECT_TRUE(
      csv.starts_with("\xEF\xBB\xBF"
                      "due,"));
  EXPECT_TRUE(RunActa({"query", "due", "--format", "csv", "--raw", "--db", db}).out.starts_with("due,"));
  EXPECT_EQ(RunActa({"query", "due", "--columns", "precision,due", "--limit", "1", "--format", "csv", "--raw",
                     "--db", db})
                .out,
            "precision,due\r\nday,2025-09-15\r\n");
  EXPECT_THAT(RunActa({"query", "due", "--columns", "duo", "--db", db}).err,
              HasSubstr("no column \"duo\"; did you mean due?"));
  EXPECT_EQ(RunActa({"query", "resolution", "nghị quyết 57 NQ/TW", "--format", "csv", "--db", db}).out,
            RunActa({"query", "resolution", "57-NQ/TW", "--format", "csv", "--db", db}).out);
  EXPECT_EQ(RunActa({"query", "official", "ông Trần Văn Bình", "--format", "csv", "--db", db}).out,
            RunActa({"query", "official", "Trần Văn Bình", "--format", "csv", "--db", db}).out);
  const Ran initials = RunActa({"query", "official", "T. V. Bình", "--format", "csv", "--db", db});
  EXPECT_THAT(initials.err, HasSubstr("\"T. V. Bình\" is read as \"Trần Văn Bình\""));
  EXPECT_THAT(RunActa({"query", "official", "tran van binh", "--db", db}).out, HasSubstr("Trần Văn Bình"));
  EXPECT_THAT(RunActa({"query", "resolution", "57", "--db", db}).out, HasSubstr("57-NQ/TW"));
  EXPECT_THAT(RunActa({"query", "search", "uy ban nhan dan", "--db", db}).status, 0);
  EXPECT_THAT(RunActa({"query", "due", "--ics", "--db", db}).out, HasSubstr("DTSTART;VALUE=DATE:20250915"));

  Ran none = RunActa({"query", "due", "--agency", "không có", "--db", db});
  EXPECT_EQ(none.status, 0);
  EXPECT_EQ(none.err, "acta: no body is called \"không có\"\n");
  none = RunActa({"query", "due", "--agency", "Sở Y tế", "--from", "2031-01", "--db", db});
  EXPECT_THAT(none.err, HasSubstr("there are rows without --from"));
  for (const char* period : {"2025-09", "2025"}) {
    const std::string of_period = RunActa({"query", "due", "--from", period, "--to", period, "--db", db}).out;
    EXPECT_THAT(of_period, HasSubstr("2025-09-15")) << period;
  }
  const std::string whole = RunActa({"export", "--db", db}).out;
  for (const char* period : {"2025-09-05", "2025-09", "2025"}) {
    EXPECT_EQ(RunActa({"export", "--from", period, "--to", period, "--db", db}).out, whole) << period;
  }
  for (const char* since : {"2025-09", "2025"}) {
    EXPECT_THAT(RunActa({"query", "new", "--since", since, "--db", db}).out, HasSubstr("2025-09-05"))
        << since;
  }
  EXPECT_THAT(RunActa({"sql", "SELECT due FROM v_due", "--db", db}).out, HasSubstr("2025-09-15"));
  Ran denied = RunActa({"sql", "DELETE FROM article", "--db", db});
  EXPECT_EQ(denied.status, 2);
  EXPECT_THAT(denied.err, HasSubstr("only reading is allowed"));
  const char* endless =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
  EXPECT_EQ(RunActa({"sql", endless, "--timeout", "0.1", "--db", db}).status, 124);
}

TEST(Cli, DatabasesThatCannotBeUsed) {
  TempFolder folder;
  struct Case {
    std::string path;
    const char* says;
  };
  const Case reading[] = {
      {folder.path("no.db"), "does not exist; make it with: acta ingest SOURCE --db"},
      {folder.Write("text.db", std::string(4096, 'x')), "is not a SQLite database"},
      {folder.path(), "is a folder"},
  };
  for (const Case& c : reading) {
    for (std::vector<std::string> verb : std::vector<std::vector<std::string>>{
             {"query", "due"}, {"show", "acta-0123456789abcdef"}, {"check"}, {"dump"}}) {
      verb.insert(verb.end(), {"--db", c.path});
      Ran ran = RunActa(verb);
      EXPECT_EQ(ran.status, 6) << verb[0] << ran.err;
      EXPECT_THAT(ran.err, HasSubstr(c.says));
      EXPECT_EQ(ran.out, "");
    }
  }
  const std::string page = folder.Write("p.html", VietnamesePage());
  for (const std::string& path : {folder.path("text.db"), folder.path("no/such/a.db"), folder.path()}) {
    Ran ran = RunActa({"ingest", page, "--db", path});
    EXPECT_EQ(ran.status, 6) << path << ran.err;
  }
}

TEST(Cli, SettingsThatAreWrong) {
  TempFolder folder;
  const std::string page = folder.Write("p.html", VietnamesePage());
  EXPECT_EQ(RunActa({"extract", page, "--packs", folder.path("none")}).status, 5);
  Ran empty = RunActa({"extract", page, "--packs", folder.path()});
  EXPECT_EQ(empty.status, 5);
  EXPECT_THAT(empty.err, HasSubstr("language.toml"));
}

TEST(Cli, ConfigShowSaysWhichVerbIsNone) {
  const Ran none = RunActa({"config", "show", "nosuch"});
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.err, HasSubstr("\"nosuch\" is no verb of acta"));
  EXPECT_THAT(RunActa({"config", "show", "query", "deu"}).err, HasSubstr("did you mean due?"));
  const Ran all = RunActa({"config", "show", "query"});
  EXPECT_EQ(all.status, 0) << all.err;
  EXPECT_THAT(all.out, HasSubstr("query due"));
  EXPECT_THAT(all.out, HasSubstr("query coverage"));
}

TEST(Cli, AMisspeltVariableIsSaid) {
  setenv("ACTA_ALOW_PRIVATE", "true", 1);
  setenv("ACTA_OF_SOMEBODY_ELSE", "1", 1);
  const Ran ran = RunActa({"config", "show"});
  unsetenv("ACTA_ALOW_PRIVATE");
  unsetenv("ACTA_OF_SOMEBODY_ELSE");
  EXPECT_THAT(ran.err, HasSubstr("$ACTA_ALOW_PRIVATE is no setting; did you mean $ACTA_ALLOW_PRIVATE?"));
  EXPECT_THAT(ran.err, testing::Not(HasSubstr("SOMEBODY")));
}

TEST(Cli, WhatIsNotThereIsSaidByItsName) {
  TempFolder folder;
  EXPECT_THAT(RunActa({"robots", folder.path("nosuch"), "/x"}).err, HasSubstr(folder.path("nosuch")));
  const std::string page = folder.Write("p.html", VietnamesePage());
  EXPECT_THAT(RunActa({"ingest", page, "--db", folder.path("a.db"), "--warc", page + "/x"}).err,
              HasSubstr("the WARC folder " + page + "/x"));
  EXPECT_THAT(RunActa({"fetch", "http://a.example/", "--delay", "0.5"}).err,
              HasSubstr("\"0.5\" is not between 1 and 3600"));
}

TEST(Cli, AListOfUrlsIsFetched) {
  TempFolder folder;
  const std::string list = folder.Write("list", "# two\nftp://a.example/1\n\nnonsense\n");
  const Ran ran = RunActa({"fetch", "-"}, list);
  EXPECT_EQ(ran.status, 1);
  const std::vector<Json> lines = Lines(ran.out);
  ASSERT_EQ(lines.size(), 2u) << ran.out;
  EXPECT_EQ(lines[0]["source"], "ftp://a.example/1");
  EXPECT_EQ(lines[1]["error_kind"], "bad_url");
  EXPECT_THAT(RunActa({"fetch", "-"}).err, HasSubstr("standard input lists nothing"));
}

TEST(Cli, AFullOutputIsAnError) {
  TempFolder folder;
  const std::string page = folder.Write("p.html", VietnamesePage());
  const std::string command =
      std::string(ACTA_PROGRAM) + " clean " + page + " > /dev/full 2> " + folder.path("err");
  int status = std::system(command.c_str());
  EXPECT_EQ(WEXITSTATUS(status), 1);
  EXPECT_THAT(ReadWhole(folder.path("err")), HasSubstr("standard output could not be written"));
}

// A foreign host without a contact is refused where addresses are told apart: fetch_tests.
TEST(Cli, EveryAddressThatIsNotFetchedHasItsReason) {
  Ran ran = RunActa({"fetch", "http://127.0.0.1:9/", "https://example.invalid/", "ftp://example.org/",
                     "nonsense", "--contact", "me@example.org"});
  EXPECT_EQ(ran.status, 1);
  std::vector<Json> lines = Lines(ran.out);
  ASSERT_EQ(lines.size(), 4u) << ran.out;
  EXPECT_EQ(lines[0]["error_kind"], "private_address");
  EXPECT_EQ(lines[1]["error_kind"], "dns");  // a name that RFC 6761 keeps from ever being one
  EXPECT_EQ(lines[2]["error_kind"], "bad_scheme");
  EXPECT_EQ(lines[3]["error_kind"], "bad_url");
  EXPECT_EQ(lines[3]["source"], "nonsense");
}

// ---- kill -9 at random moments of whole runs

TEST(Cli, KilledAtAnyMomentAndRunAgainEqualsOneQuietRun) {
  TempFolder folder;
  for (int n = 0; n < 16; ++n) folder.Write("pages/p" + std::to_string(n) + ".html", VietnamesePage(n));
  const std::string pages = folder.path("pages"), quiet = folder.path("quiet.db");
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(RunActa({"ingest", pages, "--db", quiet, "--workers", "2"}).status, 0);
  const auto whole =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
  const std::string expected = RunActa({"dump", "--db", quiet}).out;
  // More of them by hand: ACTA_KILLS=50. The moments differ from run to run; the seed tells which they were.
  const char* more = std::getenv("ACTA_KILLS");
  const int rounds = more ? std::max(1, std::atoi(more)) : 5;
  const unsigned seed = std::random_device()();
  std::mt19937 random(seed);
  std::uniform_int_distribution<int64_t> moment(0, whole.count());
  int killed = 0, half_done = 0;
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("round " + std::to_string(round) + ", seed " + std::to_string(seed));
    const std::string db = folder.path("killed" + std::to_string(round) + ".db");
    TempFolder output;
    pid_t child = StartActa({"ingest", pages, "--db", db, "--workers", "2"}, output);
    std::this_thread::sleep_for(std::chrono::milliseconds(moment(random)));
    kill(child, SIGKILL);
    killed += WaitFor(child) == 128 + SIGKILL;
    const Ran left = RunActa({"dump", "--db", db});
    half_done += left.status == 0 && left.out != expected;
    ASSERT_EQ(RunActa({"ingest", pages, "--db", db, "--workers", "8"}).status, 0);
    EXPECT_EQ(RunActa({"dump", "--db", db}).out, expected);
    EXPECT_EQ(RunActa({"check", "--db", db}).status, 0);
  }
  std::printf("%d runs, %d killed, %d of them with a store that was not complete\n", rounds, killed,
              half_done);
  EXPECT_GT(killed, 0);
}

TEST(Cli, AnInterruptedRunEndsCleanly) {
  TempFolder folder, output;
  for (int n = 0; n < 300; ++n) folder.Write("pages/p" + std::to_string(n) + ".html", VietnamesePage(n));
  const std::string db = folder.path("a.db");
  pid_t child = StartActa({"ingest", folder.path("pages"), "--db", db, "--workers", "1"}, output);
  for (int waited = 0; waited < 500 && !std::filesystem::exists(db + "-wal"); ++waited) usleep(20'000);
  usleep(100'000);
  kill(child, SIGINT);
  const int status = WaitFor(child);
  EXPECT_TRUE(status == 130 || status == 0) << status;
  EXPECT_THAT(ReadWhole(output.path(".err")), testing::ContainsRegex("[0-9] inputs? in "));
  EXPECT_EQ(RunActa({"check", "--db", db}).status, 0);
}

// A page on which the general readings find the announcement, and a source whose selectors say better.
TEST(Cli, SiteRulesSayWhereThingsStand) {
  TempFolder folder;
  std::string notice, story;
  for (int i = 0; i < 8; ++i) {
    notice += "<p>Notice " + std::to_string(i) +
              " to all visitors of the portal, which is longer than the story.</p>";
  }
  story = "<i>The chairman opened the new bridge over the river on Monday morning, before many guests.</i>";
  const std::string page = folder.Write(
      "page.html",
      "<html><head><title>Portal</title><link rel=canonical href=\"https://www.odd.example/7\"></head>"
      "<body><div class=q>" +
          notice +
          "</div><b id=t7>Bridge opened</b><span class=w>posted 3 May 2025</span>"
          "<div id=z9>" +
          story + "</div></body></html>");
  const std::string rules =
      folder.Write("sources.toml",
                   "[[source]]\nname = \"odd\"\nurl = \"https://odd.example/rss\"\nbody = \"#z9\"\n"
                   "title = \"#t7\"\ndate = \"span.w\"\n");
  const Json plain = Lines(RunActa({"clean", page, "--format", "jsonl"}).out).at(0);
  EXPECT_THAT(plain["text"].get<std::string>(), HasSubstr("Notice 3"));
  Ran ran = RunActa({"clean", page, "--format", "jsonl", "--site-rules", rules});
  EXPECT_EQ(ran.status, 0) << ran.err;
  const Json line = Lines(ran.out).at(0);
  EXPECT_EQ(line["title"], "Bridge opened");
  EXPECT_EQ(line["published"], "2025-05-03");
  EXPECT_EQ(line["text"],
            "The chairman opened the new bridge over the river on Monday morning, before many guests.");
  EXPECT_THAT(RunActa({"clean", page, "--site-rules", rules, "--explain"}).err, HasSubstr("site rule #z9"));

  folder.Write("sources.toml",
               "[[source]]\nname = \"odd\"\nurl = \"https://odd.example/rss\"\nbody = \"p > a\"\n");
  Ran wrong = RunActa({"clean", page, "--site-rules", rules});
  EXPECT_EQ(wrong.status, 5);
  EXPECT_THAT(wrong.err, HasSubstr("source 'odd'"));
  EXPECT_EQ(RunActa({"clean", page, "--site-rules", folder.path("none.toml")}).status, 5);
}

// What a bomb costs the program, not only the cleaner: 100 MB of running text in one page.
TEST(Cli, AHundredMegabytesTakeTheirShareOfMemory) {
  TempFolder folder;
  {
    std::ofstream out(folder.path("big.html"));
    out << "<html><head><title>A page without end</title></head><body>";
    for (int i = 0; i < 1'000'000; ++i)
      out << "<p>A sentence of an article that is long enough to be taken for running text, and one "
             "more.</p>\n";
  }
  pid_t child = StartActa({"clean", "--format", "jsonl", "--workers", "1", folder.path("big.html")}, folder);
  int status = -1;
  rusage used{};
  ASSERT_EQ(wait4(child, &status, 0, &used), child);
  const Json line = Lines(ReadWhole(folder.path(".out"))).at(0);
#if !defined(__SANITIZE_ADDRESS__)
  EXPECT_LT(used.ru_maxrss / 1024, 256) << "MB";
  EXPECT_LT(used.ru_utime.tv_sec, 3);
#endif
  const bool told =
      line.contains("error_kind") ? line["error_kind"] == "too_large" : line["status"] == "truncated: size";
  EXPECT_TRUE(told) << line.dump().substr(0, 300);
}

}  // namespace
}  // namespace acta
