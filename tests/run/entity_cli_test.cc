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

// The lines that `sql` answers, without the header.
std::vector<std::string> Asked(const std::string& db, const std::string& sql) {
  std::istringstream out(RunActa({"sql", sql, "--format", "csv", "--raw", "--db", db}).out);
  std::vector<std::string> lines;
  for (std::string line; std::getline(out, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(line);
  }
  if (!lines.empty()) lines.erase(lines.begin());
  return lines;
}

TEST(EntityCli, TasksAreMergedAndSplitByPeople) {
  TempFolder folder;
  const std::string db = folder.path("a.db"), page = CorpusPage("vi/0001-bon-nghi-quyet-tru-cot");
  ASSERT_EQ(RunActa({"ingest", page, "--db", db}).status, 0);
  const std::string all = "SELECT task_id, id FROM v_task ORDER BY id, task_id";
  const std::vector<std::string> before = Asked(db, all);
  const std::vector<std::string> tasks = Asked(db, "SELECT DISTINCT task_id FROM v_task ORDER BY task_id");
  ASSERT_GE(tasks.size(), 2u);
  const auto correct = [&](std::vector<std::string> arguments) {
    for (const char* more : {"--why", "a test", "--who", "lan", "--db", db.c_str()})
      arguments.push_back(more);
    arguments.insert(arguments.begin(), "entity");
    return RunActa(arguments);
  };
  ASSERT_EQ(correct({"merge", tasks[0], tasks[1]}).status, 0);
  const std::string merged = "SELECT DISTINCT task_id FROM v_task WHERE rule = 'correction'";
  ASSERT_EQ(Asked(db, merged).size(), 1u);
  EXPECT_EQ(Asked(db, "SELECT DISTINCT task_id FROM v_task").size(), tasks.size() - 1);
  const Ran show = RunActa({"entity", "show", Asked(db, merged)[0], "--db", db});
  EXPECT_THAT(show.out, HasSubstr("correction 1.0 lan: a test"));
  EXPECT_THAT(RunActa({"entity", "show", Asked(db, merged)[0], "--format", "json", "--db", db}).out,
              HasSubstr("\"type\":\"task\""));
  const std::vector<std::string> one = Asked(db, all);
  for (const std::vector<std::string>& again : {std::vector<std::string>{"reextract", "--db", db},
                                                {"resolve", "--again", "--db", db},
                                                {"ingest", page, "--db", db}}) {
    ASSERT_EQ(RunActa(again).status, 0) << again[0];
    EXPECT_EQ(Asked(db, all), one) << again[0];
  }
  const std::string record = Asked(db, "SELECT min(id) FROM v_task WHERE rule = 'correction'")[0];
  ASSERT_EQ(correct({"split", Asked(db, merged)[0], "--record", record}).status, 0);
  EXPECT_EQ(Asked(db, "SELECT count(*) FROM v_task WHERE task_id = (SELECT task_id FROM v_task WHERE id = '" +
                          record + "')"),
            std::vector<std::string>{"1"});
  const std::vector<std::string> parted = Asked(db, all);
  ASSERT_EQ(RunActa({"resolve", "--again", "--db", db}).status, 0);
  EXPECT_EQ(Asked(db, all), parted);
  const Ran whole = correct(
      {"split", Asked(db, "SELECT task_id FROM v_task WHERE id = '" + record + "'")[0], "--record", record});
  EXPECT_EQ(whole.status, 2);
  EXPECT_THAT(whole.err, HasSubstr("nothing would be left"));
  EXPECT_EQ(correct({"merge", tasks[0], "Lê Thị Bích Hợp"}).status, 2) << "a task and a person";
  ASSERT_EQ(correct({"undo", "2"}).status, 0);
  ASSERT_EQ(correct({"undo", "1"}).status, 0);
  EXPECT_EQ(Asked(db, all), before);
  EXPECT_EQ(RunActa({"check", "--db", db}).status, 0);
}

TEST(EntityCli, AnInstrumentThatWasMergedIsFoundByEachOfItsNumbers) {
  TempFolder folder;
  const std::string db = folder.path("a.db"), page = CorpusPage("vi/0001-bon-nghi-quyet-tru-cot");
  ASSERT_EQ(RunActa({"ingest", page, "--db", db}).status, 0);
  const auto id_of = [&](const std::string& number) {
    return Asked(
        db,
        "SELECT DISTINCT u.entity_id FROM v_entity_record u JOIN v_resolution v ON v.record = u.record "
        "WHERE v.number = '" +
            number + "'");
  };
  const auto cited = [&](const std::string& number) {
    return RunActa({"query", "resolution", number, "--format", "csv", "--db", db}).out;
  };
  const std::vector<std::string> first = id_of("57-NQ/TW"), second = id_of("59-NQ/TW");
  ASSERT_EQ(first.size(), 1u);
  ASSERT_EQ(second.size(), 1u);
  EXPECT_THAT(cited("57-NQ/TW"), Not(HasSubstr("\n59-NQ/TW,")));
  ASSERT_EQ(
      RunActa({"entity", "merge", first[0], second[0], "--why", "a test", "--who", "lan", "--db", db}).status,
      0);
  for (const char* number : {"57-NQ/TW", "59-NQ/TW"}) {
    EXPECT_THAT(cited(number), HasSubstr("\n57-NQ/TW,")) << number;
    EXPECT_THAT(cited(number), HasSubstr("\n59-NQ/TW,")) << number;
  }
}

TEST(EntityCli, AnEditedPageDoesNotDisputeWhatItSaidBefore) {
  TempFolder folder;
  const std::string db = folder.path("a.db"), page = folder.path("page.txt");
  const auto ingest = [&](const std::string& day) {
    std::ofstream(page)
        << "Họp giao ban\n\nChủ tịch UBND tỉnh An Giang Trần Văn Bình yêu cầu Sở Xây dựng rà soát hồ "
           "sơ nhà ở xã hội tại xã An Phú, báo cáo UBND tỉnh trước ngày " +
               day + ".\n";
    return RunActa({"ingest", page, "--published", "2026-01-05", "--db", db}).status;
  };
  ASSERT_EQ(ingest("20/1/2026"), 0);
  ASSERT_EQ(ingest("25/1/2026"), 0);
  const std::string task = "SELECT DISTINCT due || ' ' || first_due || ' ' || disputed FROM v_task";
  EXPECT_EQ(Asked(db, task), std::vector<std::string>{"2026-01-25 2026-01-25 0"});
  EXPECT_EQ(Asked(db, "SELECT count(*) FROM task_statement"), std::vector<std::string>{"2"}) << "it stays";
  ASSERT_EQ(RunActa({"resolve", "--again", "--db", db}).status, 0);
  EXPECT_EQ(Asked(db, task), std::vector<std::string>{"2026-01-25 2026-01-25 0"});
}

}  // namespace
}  // namespace acta
