// acta entity as a person uses it: names for ids, corrections that hold, clear refusals.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/run/program.h"

namespace acta {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(EntityCli, AMergeHoldsUntilItIsTakenBack) {
  TempFolder folder;
  const std::string db = folder.path("a.db"), page = CorpusPage("vi/0001-bon-nghi-quyet-tru-cot");
  ASSERT_EQ(RunActa({"ingest", page, "--db", db}).status, 0);
  const auto show = [&](const std::string& name) {
    return RunActa({"entity", "show", name, "--db", db}).out;
  };
  const std::string apart = show("Lê Thị Bích Hợp");
  ASSERT_THAT(apart, HasSubstr("Lê Thị Bích Hợp"));
  ASSERT_THAT(apart, Not(HasSubstr("Trần Quốc Thịnh")));

  const Ran merge = RunActa({"entity", "merge", "tran quoc thinh", "Lê Thị Bích Hợp", "--why", "a test",
                             "--who", "lan", "--db", db});
  ASSERT_EQ(merge.status, 0) << merge.err;
  const std::string merged = show("Lê Thị Bích Hợp");
  EXPECT_THAT(merged, HasSubstr("Trần Quốc Thịnh"));
  EXPECT_THAT(merged, HasSubstr("correction 1.0 lan: a test"));
  const Ran same = RunActa({"entity", "merge", "Trần Quốc Thịnh", "Lê Thị Bích Hợp", "--why", "again",
                            "--who", "lan", "--db", db});
  EXPECT_EQ(same.status, 2);
  EXPECT_THAT(same.err, HasSubstr("they are one already"));

  for (const std::vector<std::string>& again : {std::vector<std::string>{"reextract", "--db", db},
                                                {"resolve", "--again", "--db", db},
                                                {"ingest", page, "--db", db}}) {
    ASSERT_EQ(RunActa(again).status, 0) << again[0];
    EXPECT_EQ(show("Lê Thị Bích Hợp"), merged) << again[0];
  }

  const std::vector<std::string> undo = {"entity", "undo", "1",    "--why", "two people",
                                         "--who",  "nam",  "--db", db};
  EXPECT_EQ(RunActa(undo).status, 0);
  EXPECT_EQ(show("Lê Thị Bích Hợp"), apart);
  const Ran twice = RunActa(undo);
  EXPECT_EQ(twice.status, 2);
  EXPECT_THAT(twice.err, HasSubstr("taken back already"));
  EXPECT_EQ(RunActa({"check", "--db", db}).status, 0);
}

}  // namespace
}  // namespace acta
