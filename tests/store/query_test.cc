#include "pipeline/store/query.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "pipeline/store/fold.h"
#include "pipeline/store/open.h"
#include "pipeline/store/sentence.h"
#include "pipeline/store/store.h"
#include "pipeline/store/write_rows.h"
#include "tests/schemas/sample_facts.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

using Json = nlohmann::json;

class Query : public testing::Test {
 protected:
  Query() {
    Store store = Store::Open(folder_.path("a.db")).value();
    Article article = SampleArticle();
    EXPECT_TRUE(store.Put(article, SampleFacts(article), {article.source}));
  }

  Json Ask(Result<Rows> (*question)(const Database&, const Filter&), const Filter& filter = {}) {
    Database db = OpenForReading(folder_.path("a.db")).value();
    Result<Rows> rows = question(db, filter);
    if (!rows) {
      ADD_FAILURE() << rows.error().message;
      return Json::array();
    }
    std::ostringstream out;
    WriteRows(*rows, RowFormat::kJson, {}, out);
    return Json::parse(out.str());
  }

  TempFolder folder_;
};

TEST_F(Query, DueNamesWhoWhatUnderWhichResolutionAndTheSentence) {
  Json rows = Ask(QueryDue);
  ASSERT_EQ(rows.size(), 1u) << rows.dump(1);
  rows[0].erase("id");
  EXPECT_EQ(rows[0], (Json{{"due", "2025-09-15"},
                           {"precision", "day"},
                           {"assignees", {"Sở Y tế", "Sở Tài chính"}},
                           {"task", "báo cáo kết quả"},
                           {"issuer", "Trần Văn Bình"},
                           {"under", {"57-NQ/TW"}},
                           {"quote",
                            "Thực hiện Nghị quyết số 57-NQ/TW, Chủ tịch UBND tỉnh giao Sở Y tế, Sở Tài "
                            "chính báo cáo kết quả trước ngày 15/9/2025."},
                           {"source", "https://example.test/a"}}));
}

TEST_F(Query, FiltersOfDue) {
  struct Case {
    Filter filter;
    size_t rows;
  };
  const Case cases[] = {
      {{.from = Date{2025, 9, 1}, .to = Date{2025, 9, 30}}, 1},
      {{.from = Date{2025, 9, 15}, .to = Date{2025, 9, 15}}, 1},
      {{.from = Date{2025, 9, 16}}, 0},
      {{.to = Date{2025, 9, 14}}, 0},
      {{.agency = "so tai chinh"}, 1},
      {{.agency = "Sở Công an"}, 0},
      {{.official = "tran van binh"}, 1},
      {{.official = "Nguyễn"}, 0},
      {{.resolution = "57"}, 1},
      {{.resolution = "57-nq/tw"}, 1},
      {{.resolution = "7-NQ/TW"}, 0},
      {{.language = "vi"}, 1},
      {{.language = "ru"}, 0},
      {{.source = "example.test"}, 1},
      {{.source = "other.test"}, 0},
      {{.strength = "assign"}, 1},
      {{.strength = "hope"}, 0},
      {{.limit = 0}, 0},
      {{.offset = 1}, 0},
      {{.agency = "' OR 1=1 --"}, 0},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Ask(QueryDue, c.filter).size(), c.rows) << "case " << &c - cases;
  }
}

TEST(YearlessDays, PassAFilterWhenTheyCanLieWithinIt) {
  TempFolder folder;
  Store store = Store::Open(folder.path("a.db")).value();
  Article article = SampleArticle();
  Facts facts = SampleFacts(article);
  facts.deadlines[0].date->value = Date{0, 9, 20};
  ASSERT_TRUE(store.Put(article, facts, {article.source}));
  Database db = OpenForReading(folder.path("a.db")).value();
  auto count = [&](std::optional<Date> from, std::optional<Date> to) {
    return QueryDue(db, {.from = from, .to = to})->rows.size();
  };
  EXPECT_EQ(count({}, {}), 1u);
  EXPECT_EQ(count(Date{2025, 9, 1}, Date{2025, 9, 30}), 1u);
  EXPECT_EQ(count(Date{2025, 10, 1}, Date{2025, 10, 31}), 0u);
  EXPECT_EQ(count(Date{2025, 9, 15}, Date{2026, 2, 1}), 1u);
  EXPECT_EQ(count(Date{2025, 10, 1}, Date{2026, 9, 1}), 0u);
  EXPECT_EQ(count(Date{2025, 10, 1}, {}), 1u);
}

TEST_F(Query, OfficialShowsPostsChairsAndOrders) {
  Json rows = Ask(QueryOfficial, {.name = "Tran Van Binh"});
  std::map<std::string, Json> by_what;
  for (const Json& row : rows) by_what[row["what"]] = row;
  ASSERT_EQ(by_what.size(), 3u) << rows.dump(1);
  EXPECT_EQ(by_what["post"]["body"], "UBND tỉnh");
  EXPECT_EQ(by_what["post"]["role"], "chair");
  EXPECT_EQ(by_what["chaired"]["date"], "2025-09-05");
  EXPECT_EQ(by_what["ordered"]["detail"], "báo cáo kết quả");
  EXPECT_TRUE(Ask(QueryOfficial, {.name = "Nguyễn"}).empty());
}

TEST_F(Query, ResolutionShowsWhoCitesItAndWhatWasOrderedUnderIt) {
  Json rows = Ask(QueryResolution, {.name = "57-NQ/TW"});
  ASSERT_EQ(rows.size(), 2u) << rows.dump(1);
  EXPECT_EQ(rows[0]["relation"], "cited");
  EXPECT_EQ(rows[1]["relation"], "under");
  EXPECT_EQ(rows[1]["due"], "2025-09-15");
  EXPECT_EQ(rows[1]["assignees"], Json({"Sở Y tế", "Sở Tài chính"}));
  EXPECT_TRUE(Ask(QueryResolution, {.name = "58-NQ/TW"}).empty());
}

TEST_F(Query, AnArticleThatWasReplacedIsNoLongerShown) {
  {
    Store store = Store::Open(folder_.path("a.db")).value();
    Article changed = SampleArticle();
    changed.text += "Đính chính.\n";
    ASSERT_TRUE(store.Put(changed, Facts{}, {changed.source}));
  }
  EXPECT_TRUE(Ask(QueryDue).empty());
}

TEST_F(Query, EveryQuestionRunsOnAnEmptyStore) {
  { Store::Open(folder_.path("empty.db")).value(); }
  Database db = OpenForReading(folder_.path("empty.db")).value();
  for (const Question& question : Questions()) {
    Result<Rows> rows = question.ask(db, {.name = "x", .agency = "y", .resolution = "1"});
    ASSERT_TRUE(rows) << question.name << rows.error().message;
    EXPECT_TRUE(rows->rows.empty());
  }
}

TEST(Fold, ForSearch) {
  const std::pair<const char*, const char*> cases[] = {{"Đảng ủy", "dang uy"},
                                                       {"Отчёт", "отчет"},
                                                       {"  Hồ \n Văn\tMừng ", "ho van mung"},
                                                       {"", ""},
                                                       {"STRASSE ß", "strasse ss"}};
  for (auto [text, folded] : cases) EXPECT_EQ(FoldForSearch(text), folded);
}

TEST(Fold, CitesDocument) {
  struct Case {
    const char *reference, *asked;
    bool cites;
  };
  const Case cases[] = {
      {"57-NQ/TW", "57", true},           {"57-NQ/TW", "57-nq/tw", true}, {"157-NQ/TW", "57", false},
      {"05-NQ/TU", "5-NQ/TU", true},      {"№ 05-НҚ/ТУ", "05", true},     {"59-НQ/ТW", "59-HQ/TW", true},
      {"02/QĐ-UBND", "02/QD-UBND", true}, {"572/QĐ-UBND", "57", false},   {"Luật Đất đai", "dat dai", true},
      {"Luật Đất đai", "nhà ở", false},   {"57–NQ/TW", "57-NQ/TW", true},
  };
  for (const Case& c : cases)
    EXPECT_EQ(CitesDocument(c.reference, c.asked), c.cites) << c.reference << " " << c.asked;
}

TEST(Sentence, Around) {
  struct Case {
    const char *text, *word, *sentence;
  };
  const Case cases[] = {
      {"Một. Hai ba. Bốn.", "ba", "Hai ba."},
      {"Tại TP. Hà An, ông nói. Hết.", "ông", "Tại TP. Hà An, ông nói."},
      {"Under Resolution No. 57 they met. Then left.", "57", "Under Resolution No. 57 they met."},
      {"В 2025 г. Министерство сообщило. Всё.", "сообщило", "В 2025 г. Министерство сообщило."},
      {"Title\n\nFirst line\nSecond. Third", "First", "First line"},
      {"Title\n\nFirst line\nSecond. Third", "Title", "Title"},
      {"Title\n\nFirst line\nSecond. Third", "Third", "Third"},
      {"Đạt 1.500 tỷ đồng. Năm 2025.", "1.500", "Đạt 1.500 tỷ đồng."},
      {"Он сказал: «Да.» Потом ушёл.", "Да", "Он сказал: «Да.»"},
      {"They left in 2024. In 2025 they came.", "2024", "They left in 2024."},
      {"Chờ… Rồi đi.", "đi", "Rồi đi."},
  };
  for (const Case& c : cases) {
    std::string_view text = c.text;
    auto at = static_cast<uint32_t>(text.find(c.word));
    Span span{at, at + static_cast<uint32_t>(std::string_view(c.word).size())};
    EXPECT_EQ(SentenceAround(text, span), c.sentence);
  }
  EXPECT_EQ(SentenceAround("", {}), "");
}

}  // namespace
}  // namespace acta
