// The questions of an analyst, asked of the sample pages that tell two events in three languages. Every expected row
// was read off the pages by hand.
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/store/store.h"
#include "tests/query/event_pages.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

class Answers : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TempFolder;
    StoreEventPages(folder_->path("a.db"));
    ASSERT_FALSE(HasFatalFailure());
    Store store = Store::Open(folder_->path("a.db")).value();
    ASSERT_TRUE(store.Refuse({"https://down.example/1.html"}, {"timeout", "no answer"}));
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }

  static std::vector<Row> Ask(std::string_view question, const Filter& filter) {
    return AnswerRows(folder_->path("a.db"), question, filter);
  }

  static bool Matches(const Row& row, const Row& wanted) {
    for (const auto& [column, part] : wanted) {
      if (!row.contains(column) || row.at(column).find(part) == std::string::npos) return false;
    }
    return true;
  }

  static std::string Printed(const std::vector<Row>& rows) {
    std::string text;
    for (const Row& row : rows) {
      for (const auto& [column, value] : row) {
        if (column != "quote" && !value.empty()) text += column + "=" + value + "  ";
      }
      text += "\n";
    }
    return text;
  }

  // Each of `wanted` is a row of the answer; a column's value holds the text that is given.
  static void Expect(std::string_view question, const Filter& filter, const std::vector<Row>& wanted) {
    const std::vector<Row> rows = Ask(question, filter);
    for (const Row& one : wanted) {
      const bool found =
          std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return Matches(row, one); });
      EXPECT_TRUE(found) << question << " lacks " << Printed({one}) << "of\n" << Printed(rows);
    }
  }

  static TempFolder* folder_;
};

TempFolder* Answers::folder_ = nullptr;

const Filter kSeptember{.from = Date{2025, 9, 1}, .to = Date{2025, 9, 30}};

Filter With(Filter filter, std::string agency) {
  filter.agency = std::move(agency);
  return filter;
}

TEST_F(Answers, WhatIsDueInSeptember) {
  Expect(
      "due", kSeptember,
      {{{"due", "2025-09-20"}, {"lead", "Sở Du lịch"}, {"issuer", "Trần Quốc Thịnh"}, {"under", "08-CTr/TU"}},
       {{"due", "2025-09-20"}, {"lead", "Department of Tourism"}, {"issuer", "Tran Quoc Thinh"}},
       {{"due", "2025-09-20"}, {"lead", "Департамент туризма"}, {"issuer", "Чан Куок Тхинь"}},
       {{"due", "2025-09-25"}, {"lead", "34 địa phương"}},
       {{"due", "2025-09-30"}, {"precision", "month"}, {"lead", "các sở chủ trì"}},
       {{"due", "2025-09-30"}, {"lead", "all departments"}, {"under", "214/KH-UBND"}}});
  for (const Row& row : Ask("due", kSeptember)) {
    EXPECT_GE(row.at("due"), "2025-09-01");
    EXPECT_LE(row.at("due"), "2025-09-30");
    EXPECT_FALSE(row.at("quote").empty());
  }
}

TEST_F(Answers, ATimeThatIsNoDayIsToldInItsWords) {
  Expect("due", {},
         {{{"lead", "State Treasury"}, {"term", "within 3 working days from the receipt of a full file"}}});
  for (const Row& row : Ask("due", {}))
    EXPECT_NE(row.at("due").empty(), row.at("term").empty()) << row.at("quote");
}

TEST_F(Answers, WhatADepartmentHasToDoWithTheOrdersToAllDepartments) {
  Expect("due", With(kSeptember, "so du lich"),
         {{{"lead", "Sở Du lịch"}, {"due", "2025-09-20"}},
          {{"lead", "Các sở, ngành, các xã, phường và đặc khu"}, {"due", "2025-09-30"}}});
  Expect("due", With(kSeptember, "Department of Tourism"),
         {{{"lead", "Department of Tourism"}, {"due", "2025-09-20"}}, {{"lead", "all departments"}}});
  Expect("due", With(kSeptember, "департамент туризма"),
         {{{"lead", "Департамент туризма"}, {"due", "2025-09-20"}}, {{"lead", "Все департаменты"}}});
  for (const Row& row : Ask("due", With(kSeptember, "so du lich"))) {
    EXPECT_EQ(row.at("lead").find("Sở Tư pháp"), std::string::npos);
  }
}

TEST_F(Answers, DueUnderAResolution) {
  const Filter filter{.resolution = "57-NQ/TW"};
  Expect("due", filter,
         {{{"due", "2025-10-31"}, {"precision", "month"}, {"lead", "Sở Khoa học và Công nghệ"}},
          {{"due", "2025-10-31"}, {"lead", "Department of Science and Technology"}},
          {{"due", "2025-10-31"}, {"lead", "Департамент науки и технологий"}}});
  for (const Row& row : Ask("due", filter)) EXPECT_NE(row.at("under").find("57-NQ/TW"), std::string::npos);
}

TEST_F(Answers, WhatIsOverdueOnADay) {
  const Filter october{.today = Date{2025, 10, 1}};
  Expect("overdue", october, {{{"due", "2025-09-20"}, {"days", "11"}, {"lead", "Sở Du lịch"}}});
  for (const Row& row : Ask("overdue", october)) EXPECT_LT(row.at("due"), "2025-10-01");
  EXPECT_TRUE(Ask("overdue", {.today = Date{2019, 1, 1}}).empty());
}

TEST_F(Answers, WhatBecameOfTasks) {
  Expect("progress", {}, {{{"state", "late"}, {"value", "3"}}});
  Expect("progress", {.language = "ru"}, {{{"state", "late"}, {"value", "3"}}});
}

TEST_F(Answers, WhoCitesAResolutionAndWhatWasOrderedUnderIt) {
  Expect("resolution", {.name = "57-NQ/TW"},
         {{{"relation", "cited"}, {"source", "vi/0001"}},
          {{"relation", "cited"}, {"source", "en/0001"}},
          {{"relation", "cited"}, {"source", "ru/0001"}},
          {{"relation", "under"}, {"lead", "Sở Khoa học và Công nghệ"}},
          {{"relation", "under"}, {"lead", "Department of Science and Technology"}},
          {{"relation", "under"}, {"lead", "Департамент науки и технологий"}}});
  for (const char* asked : {"57-nq/tw", "57", "№ 57-NQ/TW"}) {
    EXPECT_EQ(Ask("resolution", {.name = asked}).size(), Ask("resolution", {.name = "57-NQ/TW"}).size())
        << asked;
  }
  Expect("resolution", {.name = "127/CĐ-TTg"}, {{{"source", "vi/0002"}}, {{"source", "en/0002"}}});
  EXPECT_TRUE(Ask("resolution", {.name = "7-NQ/TW"}).empty());
}

TEST_F(Answers, WhatAnOfficialIsAndDid) {
  Expect("official", {.name = "Tran Quoc Thinh"},
         {{{"official", "Trần Quốc Thịnh"}, {"event", "post"}, {"post", "chair"}, {"body", "UBND tỉnh"}},
          {{"official", "Tran Quoc Thinh"}, {"event", "chaired"}, {"date", "2025-09-12"}},
          {{"official", "Trần Quốc Thịnh"}, {"event", "ordered"}, {"record", "tổ chuyên gia"}}});
  Expect("official", {.name = "Чан Куок Тхинь"}, {{{"event", "ordered"}, {"source", "ru/0001"}}});
  Expect("official", {.name = "vo minh tri"}, {{{"event", "post"}, {"capacity", "former"}}});
  for (const Row& row : Ask("official", {.name = "Tran Quoc Thinh"})) {
    EXPECT_NE(row.at("official").find(row.at("source").find("/vi/") != std::string::npos ? "Thịnh" : "Thinh"),
              std::string::npos)
        << row.at("official");
  }
}

TEST_F(Answers, WhoHeldWhichPost) {
  Expect("posts", {.name = "Tran Quoc Thinh"},
         {{{"person", "Trần Quốc Thịnh"},
           {"post", "chair"},
           {"body", "UBND tỉnh"},
           {"first_seen", "2025-09-12"}},
          {{"person", "Tran Quoc Thinh"}, {"post", "chair"}, {"last_seen", "2025-09-13"}}});
  // A former director is not shown as one who holds the post.
  Expect("posts", {.name = "vo minh tri"},
         {{{"person", "Võ Minh Trí"}, {"post", "director"}, {"change", "former 2025-09-12"}}});
  for (const Row& row : Ask("posts", {.name = "Võ Minh Trí", .language = "vi"}))
    EXPECT_EQ(row.at("first_seen"), "");
  EXPECT_TRUE(Ask("posts", {.name = "Tran Quoc Thinh", .to = Date{2025, 1, 1}}).empty());
}

TEST_F(Answers, TheLoadOfABody) {
  Expect("agency", {.name = "so tu phap"}, {{{"agency", "Sở Tư pháp"}, {"led", "1"}, {"dated", "1"}}});
  Expect("agency", {.name = "Department of Justice"}, {{{"agency", "Department of Justice"}, {"led", "1"}}});
  Expect("agency", {.name = "департамент финансов"}, {{{"agency", "Департамент финансов"}, {"led", "1"}}});
  for (const Row& row : Ask("agency", {.name = "so tu phap"})) EXPECT_EQ(row.at("agency"), "Sở Tư pháp");
}

TEST_F(Answers, WhatIsNew) {
  const std::vector<Row> rows = Ask("new", {.since = "last"});
  ASSERT_EQ(rows.size(), 6u) << Printed(rows);
  EXPECT_TRUE(
      Matches(rows[5], {{"published", "2025-09-12"}, {"languages", "vi"}, {"sources", "site.example"}}))
      << Printed(rows);
  EXPECT_EQ(Ask("new", {.language = "ru", .since = "2025-01-01"}).size(), 2u);
  EXPECT_TRUE(Ask("new", {.since = "9999-01-01"}).empty());
}

TEST_F(Answers, GoalsAndResults) {
  Expect("targets", {.language = "vi"}, {{{"goal", "12500"}, {"unit", "enterprise"}, {"by", "2030-12-31"}}});
  Expect("targets", {.language = "vi"}, {{{"result", "26"}, {"of", "47"}}});
  Expect("targets", {.language = "en"}, {{{"result", "62"}, {"of", "96"}, {"unit", "commune"}}});
  Expect("targets", {.language = "ru"}, {{{"goal", "3400"}, {"unit", "km"}, {"by", "2026-12-31"}}});
}

TEST_F(Answers, WhatWasAskedUpwards) {
  Expect("requests", {},
         {{{"addressee", "Bộ Xây dựng"}, {"asker", "Ngô Văn Khải"}, {"request", "Bắc Hưng"}},
          {{"addressee", "Ministry of Construction"}, {"request", "ring road"}}});
  for (const Row& row : Ask("requests", {})) EXPECT_FALSE(row.at("request").empty());
}

TEST_F(Answers, ArticlesThatHaveTheWords) {
  const std::pair<const char*, const char*> cases[] = {
      {"tinh uy", "vi/0001"},      {"giai ngan", "vi/0002"},
      {"disbursement", "en/0002"}, {"\"pillar resolutions\"", "en/0001"},
      {"Лонгзянг", "ru/0001"},     {"четырех", "ru/0001"}};
  for (auto [words, page] : cases) {
    const std::vector<Row> rows = Ask("search", {.name = words});
    ASSERT_FALSE(rows.empty()) << words;
    EXPECT_NE(rows[0].at("source").find(page), std::string::npos) << words << "\n" << Printed(rows);
    EXPECT_NE(rows[0].at("snippet").find("⟦"), std::string::npos) << words;
  }
}

TEST_F(Answers, WhatWasReadAtAll) {
  const std::vector<Row> rows = Ask("coverage", {});
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_TRUE(Matches(
      rows[0], {{"source", "down.example"}, {"articles", "0"}, {"refused", "1"}, {"reasons", "timeout 1"}}))
      << Printed(rows);
  EXPECT_TRUE(Matches(rows[1], {{"source", "site.example"},
                                {"first", "2025-09-12"},
                                {"last", "2026-07-10"},
                                {"articles", "6"},
                                {"languages", "en; ru; vi"},
                                {"refused", "0"}}))
      << Printed(rows);
}

TEST_F(Answers, TheOrderIsStable) {
  for (const Question* question : Questions()) {
    const Filter filter{.name = question->subject_required ? "tinh" : ""};
    EXPECT_EQ(Ask(question->name, filter), Ask(question->name, filter)) << question->name;
  }
}

}  // namespace
}  // namespace acta
