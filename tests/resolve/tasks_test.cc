// Statements to tasks: what is one order said twice, and what are two orders of one wording.
#include "pipeline/resolve/tasks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/resolve/world_for_tests.h"

namespace acta {
namespace {

// An order of `article` to one body, of that day, in those words.
TaskStatement Order(const std::string& article, const std::string& said, const std::string& action,
                    const std::string& due = "", const std::string& language = "vi") {
  TaskStatement statement{article,
                          "acta-" + article,
                          "directive",
                          action,
                          language,
                          "",
                          said,
                          due,
                          {"agency|so-y-te|an-giang"},
                          article,
                          WordsOfTask(action, due)};
  return statement;
}

struct Pair {
  const char *first, *second;
  const char* due = "";
  const char* put_off = "";
};

std::vector<Task> Both(const Pair& pair, const char* language) {
  return GroupStatements({Order("1", "2026-01-05", pair.first, pair.due, language),
                          Order("2", "2026-01-19", pair.second, pair.put_off, language)});
}

TEST(Tasks, OneOrderSaidTwice) {
  for (const Pair& pair : std::initializer_list<Pair>{
           {"rà soát hồ sơ dự án tại xã An Phú, báo cáo UBND tỉnh",
            "Rà soát hồ sơ các dự án tại xã An Phú, báo cáo UBND tỉnh"},
           {"báo cáo kết quả rà soát nhà ở trước ngày 20/01/2026",
            "báo cáo kết quả rà soát nhà ở trước ngày 15/2/2026", "2026-01-20", "2026-02-15"}}) {
    EXPECT_EQ(Both(pair, "vi").size(), 1u) << pair.first << " = " << pair.second;
  }
  EXPECT_EQ(Both({"submit the review of school roofs by January 20",
                  "submit the review of school roofs by February 15", "2026-01-20", "2026-02-15"},
                 "en")
                .size(),
            1u);
  EXPECT_EQ(Both({"представить доклад о состоянии школ в районе Анфу",
                  "представить доклад о состоянии школ района Анфу"},
                 "ru")
                .size(),
            1u);
}

// How many tasks the versions of a story lay on a group, which each language calls otherwise.
size_t TasksOfGroups(const AccountBuilder& vi, const AccountBuilder& en) {
  const Account first = vi, second = en;
  return GroupStatements(ResolveStory({&first, &second}, TheWorld()).tasks).size();
}

TEST(Tasks, AnOrderToAGroupIsOneInTheVersionsOfAStoryByItsInstrumentAndDay) {
  auto version = [](const char* language) {
    return AccountBuilder(language, language, "2025-09-12", "an-giang").Document("214/KH-UBND", "plan");
  };
  auto vi = [&] {
    return version("vi").Order("các sở, ngành", "hoàn thành kế hoạch", "2025-09-30", "214/KH-UBND");
  };
  auto en = [&](const char* due) {
    return version("en").Order("all departments", "finish their plans", due, "214/KH-UBND");
  };
  EXPECT_EQ(TasksOfGroups(vi(), en("2025-09-30")), 1u);
  EXPECT_EQ(TasksOfGroups(vi(), en("2025-10-30")), 2u) << "of another day";
  EXPECT_EQ(TasksOfGroups(vi(), en("2025-09-30").Order("all wards", "report", "2025-09-30", "214/KH-UBND")),
            3u)
      << "which of the two?";
  EXPECT_EQ(TasksOfGroups(vi(), version("en").Order("all departments", "finish their plans", "2025-09-30")),
            1u)
      << "the version leaves the instrument out";
  EXPECT_EQ(TasksOfGroups(vi(), version("en")
                                    .Document("215/KH-UBND", "plan")
                                    .Order("all departments", "report", "2025-09-30", "215/KH-UBND")),
            2u)
      << "under another instrument";
  EXPECT_EQ(TasksOfGroups(vi().Order("34 xã", "thành lập ban chỉ đạo", "2025-09-30"),
                          en("2025-09-30").Order("the 34 communes", "set one up", "2025-09-30")),
            2u)
      << "what is left of the day";
}

TEST(Tasks, ATermIsOneInTheVersionsOfAStoryByItsDayAndFigures) {
  const std::pair<const char*, const char*> figures[] = {
      {"mở 3.400 km đường", "3400"},      {"3,400 km of roads", "3400"},
      {"открыть 3 400 км дорог", "3400"}, {"đạt 1,5 tỷ đồng, 20 xã", "15 20"},
      {"đến 31/12/2026 đạt 98%", "98"},   {"hoàn thành", ""}};
  for (const auto& [action, figure] : figures) EXPECT_EQ(FiguresOf(action, "2026-12-31"), figure) << action;
  auto version = [](const char* language) {
    return AccountBuilder(language, language, "2026-07-09", "an-giang");
  };
  const AccountBuilder vi =
      version("vi").Term("mở 3.400 km đường", "2026-12-31").Term("đạt 98%", "2026-12-31");
  EXPECT_EQ(TasksOfGroups(vi, version("en").Term("open 3,400 km of roads", "2026-12-31")), 2u);
  EXPECT_EQ(TasksOfGroups(vi, version("en").Term("open 3,400 km of roads", "2027-12-31")), 3u);
  EXPECT_EQ(TasksOfGroups(vi, version("en").Term("open 3,500 km of roads", "2026-12-31")), 3u);
}

TEST(Tasks, ATermOfNobodyIsTheOrderOfTheOtherVersionsOfItsDay) {
  auto version = [](const char* language) {
    return AccountBuilder(language, language, "2026-07-09", "an-giang");
  };
  const AccountBuilder vi = version("vi").Order("Tổ công tác số 3", "làm việc với bốn cơ quan", "2026-07-20");
  auto en = [&](const char* due) { return version("en").Term("work with the four agencies", due); };
  EXPECT_EQ(TasksOfGroups(vi, en("2026-07-20")), 1u);
  EXPECT_EQ(TasksOfGroups(vi, en("2026-07-21")), 2u) << "of another day";
  EXPECT_EQ(TasksOfGroups(vi, en("2026-07-20").Term("publish the list", "2026-07-20")), 3u)
      << "which of the two?";
  EXPECT_EQ(
      TasksOfGroups(version("vi").Order("Tổ công tác số 3", "làm việc", "2026-07-31"), en("2026-07-31")), 2u)
      << "much is due at the end of a month";
}

TEST(Tasks, OneWordingForOtherPlacesAndFiguresIsSeveral) {
  for (const Pair& pair :
       std::initializer_list<Pair>{{"kiểm tra trạm y tế tại xã An Phú, báo cáo UBND tỉnh",
                                    "kiểm tra trạm y tế tại xã Bình Minh, báo cáo UBND tỉnh"},
                                   {"giải ngân vốn đầu tư công đạt 95% kế hoạch năm",
                                    "giải ngân vốn đầu tư công đạt 80% kế hoạch năm"},
                                   {"tổ chức thực hiện Kế hoạch số 12 của tỉnh về nhà ở",
                                    "tổ chức thực hiện Kế hoạch số 45 của tỉnh về nhà ở"}}) {
    EXPECT_EQ(Both(pair, "vi").size(), 2u) << pair.first << " = " << pair.second;
  }
}

TEST(Tasks, AFormulaDoesNotChainTheOrdersThatUseIt) {
  std::vector<TaskStatement> statements;
  for (const char* commune : {"An Phú", "Bình Minh", "Tân Châu", "Vĩnh Hòa", "Long Xuyên", ""}) {
    const std::string place = *commune ? std::string(" tại xã ") + commune : "";
    for (const char* day : {"2026-01-05", "2026-02-05", "2026-03-05"}) {
      const std::string article = std::to_string(statements.size());
      statements.push_back(Order(article, day, "kiểm tra công tác phòng dịch ở các trạm y tế" + place));
    }
  }
  for (int turn = 0; turn < 5; ++turn) {
    const std::vector<Task> tasks = GroupStatements(statements);
    EXPECT_EQ(tasks.size(), 6u);
    for (const Task& task : tasks) EXPECT_EQ(task.statements.size(), 3u) << task.action;
    std::rotate(statements.begin(), statements.begin() + 5, statements.end());
  }
}

TEST(Tasks, WhatIsOneIsFoundByItsKeys) {
  const std::string action = "rà soát hồ sơ dự án tại xã An Phú, báo cáo UBND tỉnh";
  const TaskStatement early = Order("1", "2026-01-05", action), late = Order("2", "2026-06-30", action),
                      next = Order("3", "2027-01-05", action);
  const auto found = [](const TaskStatement& one, const TaskStatement& by) {
    const std::vector<uint64_t> keys = TaskKeys(one), near = NearTaskKeys(by);
    const std::set<uint64_t> all(near.begin(), near.end());
    return std::any_of(keys.begin(), keys.end(), [&](uint64_t key) { return all.contains(key); });
  };
  EXPECT_TRUE(SameTask(early, late));
  EXPECT_TRUE(found(early, late));
  EXPECT_TRUE(found(late, early));
  EXPECT_FALSE(SameTask(early, next)) << "much comes each year anew";
}

TEST(Tasks, WhatANewerVersionOfAPageSaysIsNotDisputedByTheOlder) {
  const std::string action = "rà soát hồ sơ dự án tại xã An Phú, báo cáo UBND tỉnh";
  TaskStatement older = Order("1", "2026-01-05", action, "2026-01-20"),
                newer = Order("2", "2026-01-05", action, "2026-01-25");
  EXPECT_TRUE(GroupStatements({older, newer})[0].disputed) << "two sources";
  older.page = newer.page = "https://an.example/1";
  older.replaced = true;
  for (const auto& statements : {std::vector{older, newer}, std::vector{newer, older}}) {
    const std::vector<Task> tasks = GroupStatements(statements);
    ASSERT_EQ(tasks.size(), 1u);
    EXPECT_FALSE(tasks[0].disputed);
    EXPECT_EQ(tasks[0].due, "2026-01-25");
    EXPECT_EQ(tasks[0].first_due, "2026-01-25");
    EXPECT_EQ(tasks[0].statements.size(), 2u) << "what it said stays";
  }
  newer.page = "https://binh.example/1";
  EXPECT_TRUE(GroupStatements({older, newer})[0].disputed) << "the version of another page";
}

TEST(Tasks, PeopleSayWhatIsOneTask) {
  const auto said_to_be = [](bool one, std::vector<std::string> records) {
    return StatementDecision{one, std::move(records), {"correction", 1, "lan: because"}};
  };
  const std::vector<TaskStatement> said = {
      Order("1", "2026-01-05", "rà soát hồ sơ dự án tại xã An Phú, báo cáo UBND tỉnh"),
      Order("2", "2026-01-19", "rà soát hồ sơ các dự án tại xã An Phú, báo cáo UBND tỉnh"),
      Order("3", "2026-01-19", "sửa chữa cầu Bến Lức và đường vào trường học")};
  const auto sizes = [&](const std::vector<StatementDecision>& decisions) {
    std::multiset<size_t> all;
    for (const Task& task : GroupStatements(said, decisions)) all.insert(task.statements.size());
    return all;
  };
  using Sizes = std::multiset<size_t>;
  EXPECT_EQ(sizes({}), (Sizes{1, 2}));
  EXPECT_EQ(sizes({said_to_be(true, {"acta-2", "acta-3"})}), (Sizes{3}));
  EXPECT_EQ(sizes({said_to_be(false, {"acta-2"})}), (Sizes{1, 1, 1}));
  EXPECT_EQ(sizes({said_to_be(true, {"acta-2", "acta-3"}), said_to_be(false, {"acta-3"})}), (Sizes{1, 2}));
  EXPECT_EQ(sizes({said_to_be(false, {"acta-2"}), said_to_be(true, {"acta-2", "acta-3"})}), (Sizes{1, 2}));
  EXPECT_EQ(sizes({said_to_be(true, {"acta-9", "acta-8"})}), (Sizes{1, 2})) << "of records that are not here";
  const std::vector<Task> merged = GroupStatements(said, {said_to_be(true, {"acta-1", "acta-3"})});
  EXPECT_EQ(merged[0].statements[0].reason.rule, "correction");
  EXPECT_EQ(merged[0].statements[0].reason.evidence, "lan: because");
}

}  // namespace
}  // namespace acta
