// Two events that three pages each tell, in Vietnamese, English and Russian, with the entities resolved: every question
// asked of each language. What is expected was read off the pages by hand.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "pipeline/query/question.h"
#include "pipeline/resolve/entity_store.h"
#include "pipeline/run/read_page.h"
#include "pipeline/store/open.h"
#include "pipeline/store/store.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

const std::string kRoot = ACTA_SOURCE_DIR;

constexpr const char* kPages[] = {
    "vi/0001-bon-nghi-quyet-tru-cot",      "en/0001-long-giang-pillar-resolutions",
    "ru/0001-long-giang-four-resolutions", "vi/0002-giai-ngan-dau-tu-cong",
    "en/0002-disbursement-conference",     "ru/0002-disbursement-conference"};

using Row = std::map<std::string, std::string>;

std::string TextOf(const RowCell& cell) {
  std::string text;
  if (const auto* value = std::get_if<std::string>(&cell)) text = *value;
  if (const auto* number = std::get_if<int64_t>(&cell)) text = std::to_string(*number);
  if (const auto* number = std::get_if<double>(&cell)) text = std::to_string(static_cast<int64_t>(*number));
  if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) {
    for (const std::string& item : *list) text += (text.empty() ? "" : "; ") + item;
  }
  return text;
}

class InThreeLanguages : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TempFolder;
    const Tools tools = LoadTools({kRoot + "/extractors", kRoot + "/pipeline/clean/data", {}}).value();
    {
      Store store = Store::Open(folder_->path("a.db")).value();
      for (const std::string name : kPages) {
        std::ifstream in(kRoot + "/corpus/" + name + "/page.html", std::ios::binary);
        std::stringstream bytes;
        bytes << in.rdbuf();
        Page page;
        page.source = page.url = "https://site.example/" + name + ".html";
        page.bytes = bytes.str();
        const Article article = ReadPage(page, tools.clean, {}).value();
        ASSERT_TRUE(store.Put(article, ReadFacts(article, tools.packs).value(), {page.source}));
      }
      ASSERT_TRUE(store.Close());
    }
    const World world = World::Load(kRoot + "/pipeline/resolve/data").value();
    ASSERT_TRUE(ResolveStore(folder_->path("a.db"), world, {}));
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }

  static std::vector<Row> Ask(std::string_view question, const Filter& filter, int64_t few = kFewRecords) {
    Database db = OpenForReading(folder_->path("a.db")).value();
    Result<Rows> rows = acta::Ask(db, *FindQuestion(question), filter, few);
    EXPECT_TRUE(rows) << rows.error().message;
    std::vector<Row> answer;
    for (const auto& cells : rows->rows) {
      Row& row = answer.emplace_back();
      for (size_t i = 0; i < cells.size(); ++i) row[std::string(rows->columns[i].name)] = TextOf(cells[i]);
    }
    return answer;
  }

  // Some row of the answer has all of `wanted` in its columns, and is of that language's page.
  static void Expect(const std::string& language, std::string_view question, Filter filter,
                     const Row& wanted) {
    filter.language = language;
    const std::vector<Row> rows = Ask(question, filter);
    std::string printed;
    bool found = false;
    for (const Row& row : rows) {
      bool matches = !row.contains("source") || !row.at("source").starts_with("https://") ||
                     row.at("source").find("/" + language + "/") != std::string::npos;
      EXPECT_TRUE(matches) << question << " of " << language << " shows " << row.at("source");
      for (const auto& [column, part] : wanted)
        matches = matches && row.contains(column) && row.at(column).find(part) != std::string::npos;
      found = found || matches;
      for (const auto& [column, value] : row) printed += column == "quote" ? "" : column + "=" + value + "  ";
      printed += "\n";
    }
    EXPECT_TRUE(found) << question << " of " << language << " gives\n" << printed;
  }

  static TempFolder* folder_;
};

TempFolder* InThreeLanguages::folder_ = nullptr;

// The words of a language for one fact.
struct Words {
  const char *language, *tourism, *science, *person, *search;
  const char*
      led;  // tasks of tourism that were read: each page gives two, of which the Russian is read whole
};
constexpr Words kWords[] = {
    {"vi", "Sở Du lịch", "Sở Khoa học và Công nghệ", "Trần Quốc Thịnh", "bon nghi quyet", "1"},
    {"en", "Department of Tourism", "Department of Science and Technology", "Tran Quoc Thinh",
     "pillar resolutions", "1"},
    {"ru", "Департамент туризма", "Департамент науки и технологий", "Чан Куок Тхинь", "ключевых резолюций",
     "2"}};

TEST_F(InThreeLanguages, EveryQuestionOfOneEvent) {
  const Date first{2025, 9, 1}, last{2025, 9, 30}, october{2025, 10, 1};
  for (const Words& words : kWords) {
    const std::string language = words.language;
    Expect(language, "due", {.from = first, .to = last},
           {{"due", "2025-09-20"},
            {"precision", "day"},
            {"lead", words.tourism},
            {"issuer", words.person},
            {"under", "08-CTr/TU"}});
    Expect(language, "overdue", {.today = october},
           {{"due", "2025-09-20"}, {"days", "11"}, {"lead", words.tourism}});
    Expect(language, "resolution", {.name = "57-NQ/TW"}, {{"relation", "cited"}, {"number", "57-NQ/TW"}});
    Expect(language, "resolution", {.name = "57-NQ/TW"},
           {{"relation", "under"}, {"lead", words.science}, {"due", "2025-10-31"}});
    // A name finds the person in every language, in whichever it is asked.
    for (const Words& asked : kWords) {
      Expect(language, "official", {.name = asked.person}, {{"official", words.person}, {"post", "chair"}});
      Expect(language, "due", {.agency = asked.tourism}, {{"due", "2025-09-20"}, {"lead", words.tourism}});
      Expect(language, "posts", {.name = asked.person}, {{"person", "Trần Quốc Thịnh"}, {"post", "chair"}});
    }
    Expect(language, "agency", {.name = words.tourism},
           {{"agency", "Sở Du lịch"}, {"led", words.led}, {"dated", "1"}});
    Expect(language, "new", {.since = "2000-01-01"}, {{"languages", language}, {"articles", "1"}});
    Expect(language, "search", {.name = words.search}, {{"snippet", "⟦"}, {"published", "2025-09-1"}});
    Expect(language, "coverage", {},
           {{"source", "site.example"}, {"articles", "6"}, {"languages", language}});
  }
}

TEST_F(InThreeLanguages, WhatOnlySomeOfThePagesSay) {
  for (const char* language : {"vi", "ru"})
    Expect(language, "progress", {}, {{"state", "late"}, {"value", "3"}});
  for (const char* language : {"vi", "en"})
    Expect(language, "targets", {}, {{"goal", "12500"}, {"unit", "enterprise"}});
  Expect("vi", "requests", {}, {{"asker", "Ngô Văn Khải"}, {"addressee", "Bộ Xây dựng"}});
}

TEST_F(InThreeLanguages, AnEventIsOneStoryAndATranslationIsNoChange) {
  const std::vector<Row> stories = Ask("new", {.since = "2000-01-01"});
  ASSERT_EQ(stories.size(), 2u);
  for (const Row& story : stories) EXPECT_EQ(story.at("articles"), "3");
  EXPECT_TRUE(Ask("changes", {}).empty()) << "nothing was put off, and each order was given once";
  const std::vector<Row> tourism = Ask("due", {.from = Date{2025, 9, 20}, .to = Date{2025, 9, 20}});
  ASSERT_EQ(tourism.size(), 1u) << "one row for the task that three pages state";
  EXPECT_EQ(tourism[0].at("lead"), "Sở Du lịch");
}

TEST_F(InThreeLanguages, AnswersDoNotDependOnHowTheyAreFound) {
  constexpr int64_t kWalk = 1, kLookUp = int64_t{1} << 40;
  const Filter filters[] = {{.agency = "so du lich"},
                            {.agency = "Department of Finance"},
                            {.agency = "so"},
                            {.agency = "bo xay dung", .language = "ru"},
                            {.official = "Tran Quoc Thinh"},
                            {.official = "Чан Куок Тхинь"},
                            {.resolution = "57-NQ/TW"},
                            {.resolution = "57"},
                            {.resolution = "khoa hoc"},
                            {.agency = "so du lich", .resolution = "08-CTr/TU"},
                            {.agency = "khong co ai"}};
  size_t rows = 0;
  for (const Filter& one : filters) {
    for (const char* question :
         {"due", "overdue", "progress", "targets", "requests", "official", "resolution"}) {
      for (bool each : {false, true}) {
        Filter filter = one;
        filter.each = each && Knows(*FindQuestion(question), FilterBy::kEach);
        filter.today = Date{2030, 1, 1};
        if (question == std::string("resolution")) filter.name = "57-NQ/TW";
        const std::vector<Row> walked = Ask(question, filter, kWalk);
        EXPECT_EQ(walked, Ask(question, filter, kLookUp))
            << question << " of " << one.agency << one.official << one.resolution;
        rows += walked.size();
      }
    }
  }
  EXPECT_GT(rows, 150u);
}

}  // namespace
}  // namespace acta
