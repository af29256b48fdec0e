// Exports that are killed, and a tool of others that reads the database.
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <thread>

#include "tests/run/program.h"

namespace acta {
namespace {

std::string CorpusPages(const char* language) { return std::string(ACTA_SOURCE_DIR) + "/corpus/" + language; }

TEST(ExportCli, AKilledExportLeavesNoHalfFile) {
  TempFolder folder;
  const std::string db = folder.path("a.db"), out = folder.path("out.jsonl");
  ASSERT_EQ(RunActa({"ingest", CorpusPages("vi"), "--db", db, "--no-resolve"}).status, 0);
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(RunActa({"export", "--db", db, "-o", out}).status, 0);
  const auto whole =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
  const std::string before = ReadWhole(out);
  ASSERT_FALSE(before.empty());
  const std::string other = folder.path("other.jsonl"), ftm = folder.path("ftm.jsonl");
  ASSERT_EQ(RunActa({"export", "--db", db, "--format", "ftm", "-o", ftm}).status, 0);
  const std::string after = ReadWhole(ftm);
  int killed = 0;
  for (int n = 0; n < 8; ++n) {
    TempFolder output;
    const pid_t child =
        StartActa({"export", "--db", db, "--format", "ftm", "-o", n % 2 ? out : other}, output);
    std::this_thread::sleep_for(whole * n / 8);
    kill(child, SIGKILL);
    killed += WaitFor(child) == 128 + SIGKILL;
    // Killed or faster than that: what was there, or the new file, whole.
    const std::string found = ReadWhole(out);
    EXPECT_TRUE(found == before || found == after) << found.size() << " bytes";
    if (std::filesystem::exists(other)) {
      EXPECT_TRUE(ReadWhole(other) == after);
    }
  }
  EXPECT_GT(killed, 0);
  EXPECT_EQ(RunActa({"export", "--db", db, "-o", out}).status, 0);
  EXPECT_EQ(ReadWhole(out), before);
}

TEST(ExportCli, ALinkStaysALinkAndADeviceADevice) {
  TempFolder folder;
  const std::string db = folder.path("a.db"), file = folder.Write("file.jsonl", "old"),
                    link = folder.path("link");
  ASSERT_EQ(RunActa({"ingest", CorpusPages("vi"), "--db", db, "--no-resolve"}).status, 0);
  std::filesystem::create_symlink("file.jsonl", link);
  EXPECT_EQ(RunActa({"export", "--db", db, "-o", link}).status, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  const std::string records = ReadWhole(file);
  EXPECT_NE(records.find("acta-"), std::string::npos);

  const std::string full = folder.path("full");
  std::filesystem::create_symlink("/dev/full", full);
  const Ran refused = RunActa({"export", "--db", db, "-o", full});
  EXPECT_NE(refused.status, 0);
  EXPECT_NE(refused.err.find("disk full"), std::string::npos) << refused.err;
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/full"));
}

TEST(OtherTools, SqliteUtilsReadsTheViews) {
  if (std::system("command -v sqlite-utils > /dev/null") != 0) GTEST_SKIP() << "sqlite-utils is not here";
  TempFolder folder;
  const std::string db = folder.path("a.db"), out = folder.path("out");
  ASSERT_EQ(RunActa({"ingest", CorpusPages("vi"), "--db", db}).status, 0);
  const auto run = [&](const std::string& arguments) {
    EXPECT_EQ(std::system(("sqlite-utils " + arguments + " > " + out).c_str()), 0) << arguments;
    return ReadWhole(out);
  };
  EXPECT_NE(run("rows " + db + " v_due --limit 5 --table").find("acta-"), std::string::npos);
  EXPECT_NE(run("query " + db + " \"SELECT state, count(*) AS n FROM v_progress GROUP BY state\" --csv")
                .find("late,"),
            std::string::npos);
}

}  // namespace
}  // namespace acta
