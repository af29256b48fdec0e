#include "pipeline/query/question.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "pipeline/query/sentence.h"
#include "pipeline/query/write_rows.h"
#include "pipeline/store/fold.h"
#include "pipeline/store/open.h"
#include "pipeline/store/store.h"
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

  Json Ask(std::string_view question, const Filter& filter = {}) {
    Database db = OpenForReading(folder_.path("a.db")).value();
    Result<Rows> rows = acta::Ask(db, *FindQuestion(question), filter);
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
  Json rows = Ask("due");
  ASSERT_EQ(rows.size(), 1u) << rows.dump(1);
  for (const char* id : {"id", "directive"}) {
    EXPECT_TRUE(rows[0][id].is_string()) << id;
    rows[0].erase(id);
  }
  rows[0].erase("task_id");
  EXPECT_EQ(rows[0], (Json{{"due", "2025-09-15"},
                           {"precision", "day"},
                           {"term", nullptr},
                           {"lead", {"Sở Y tế", "Sở Tài chính"}},
                           {"support", Json::array()},
                           {"task", "báo cáo kết quả"},
                           {"issuer", "Trần Văn Bình"},
                           {"under", {"57-NQ/TW"}},
                           {"quote",
                            "Thực hiện Nghị quyết số 57-NQ/TW, Chủ tịch UBND tỉnh giao Sở Y tế, Sở Tài "
                            "chính báo cáo kết quả trước ngày 15/9/2025."},
                           {"source", "https://example.test/a"},
                           {"published", "2025-09-05"},
                           {"strength", "assign"},
                           {"basis", "printed"},
                           {"sources", 1}}));
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
      {{.agency = "so tai"}, 1},
      {{.agency = "so y te", .official = "binh", .resolution = "57", .language = "vi", .strength = "assign"},
       1},
      {{.agency = "so y te", .official = "binh", .resolution = "57", .language = "ru"}, 0},
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
      {{.agency = "\" OR \"so"}, 0},
      {{.agency = "NOT *"}, 0},
      {{.place = "Hà An"}, 1},
      {{.place = "ha noi"}, 0},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Ask("due", c.filter).size(), c.rows) << "case " << &c - cases;
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
    return Ask(db, *FindQuestion("due"), {.from = from, .to = to})->rows.size();
  };
  EXPECT_EQ(count({}, {}), 1u);
  EXPECT_EQ(count(Date{2025, 9, 1}, Date{2025, 9, 30}), 1u);
  EXPECT_EQ(count(Date{2025, 10, 1}, Date{2025, 10, 31}), 0u);
  EXPECT_EQ(count(Date{2025, 9, 15}, Date{2026, 2, 1}), 1u);
  EXPECT_EQ(count(Date{2025, 10, 1}, Date{2026, 9, 1}), 0u);
  EXPECT_EQ(count(Date{2025, 10, 1}, {}), 1u);
}

TEST_F(Query, OfficialShowsPostsChairsAndOrders) {
  Json rows = Ask("official", {.name = "Tran Van Binh"});
  std::map<std::string, Json> by_what;
  for (const Json& row : rows) by_what[row["event"]] = row;
  ASSERT_EQ(by_what.size(), 3u) << rows.dump(1);
  EXPECT_EQ(by_what["post"]["body"], "UBND tỉnh");
  EXPECT_EQ(by_what["post"]["post"], "chair");
  EXPECT_EQ(by_what["chaired"]["date"], "2025-09-05");
  EXPECT_EQ(by_what["ordered"]["record"], "báo cáo kết quả");
  EXPECT_TRUE(Ask("official", {.name = "Nguyễn"}).empty());
}

// Bodies and meetings order too; they are no officials.
TEST(Officials, WithoutANameArePeople) {
  TempFolder folder;
  Store store = Store::Open(folder.path("a.db")).value();
  Article article = SampleArticle();
  Facts facts = SampleFacts(article);
  facts.directives[0].issuer->value = "UBND tỉnh";
  ASSERT_TRUE(store.Put(article, facts, {article.source}));
  Database db = OpenForReading(folder.path("a.db")).value();
  auto events = [&](const Filter& filter) {
    std::set<std::string> found;
    const Rows rows = Ask(db, *FindQuestion("official"), filter).value();
    for (const auto& row : rows.rows) found.insert(std::get<std::string>(row[2]));
    return found;
  };
  EXPECT_EQ(events({}), (std::set<std::string>{"post", "chaired"}));
  EXPECT_EQ(events({.each = true}), (std::set<std::string>{"post", "chaired"}));
  EXPECT_EQ(events({.name = "UBND tỉnh"}), (std::set<std::string>{"ordered"}));
}

TEST_F(Query, ResolutionShowsWhoCitesItAndWhatWasOrderedUnderIt) {
  Json rows = Ask("resolution", {.name = "57-NQ/TW"});
  ASSERT_EQ(rows.size(), 2u) << rows.dump(1);
  EXPECT_EQ(rows[0]["relation"], "cited");
  EXPECT_EQ(rows[1]["relation"], "under");
  EXPECT_EQ(rows[1]["due"], "2025-09-15");
  EXPECT_EQ(rows[1]["lead"], Json({"Sở Y tế", "Sở Tài chính"}));
  EXPECT_TRUE(Ask("resolution", {.name = "58-NQ/TW"}).empty());
}

TEST_F(Query, AnArticleThatWasReplacedIsNoLongerShown) {
  {
    Store store = Store::Open(folder_.path("a.db")).value();
    Article changed = SampleArticle();
    changed.text += "Đính chính.\n";
    ASSERT_TRUE(store.Put(changed, Facts{}, {changed.source}));
  }
  EXPECT_TRUE(Ask("due").empty());
}

TEST_F(Query, EveryQuestionRunsOnAnEmptyStore) {
  { Store::Open(folder_.path("empty.db")).value(); }
  Database db = OpenForReading(folder_.path("empty.db")).value();
  for (const Question* question : Questions()) {
    Filter filter{.name = question->subject.empty() ? "" : "x"};
    Result<Rows> rows = acta::Ask(db, *question, filter);
    ASSERT_TRUE(rows) << question->name << ": " << rows.error().message;
    EXPECT_TRUE(rows->rows.empty()) << question->name;
    EXPECT_EQ(rows->columns.size(), question->answer.columns.size());
    Result<std::string> why = WhyEmpty(db, *question, {});
    if (!question->subject_required) {
      EXPECT_EQ(why.value(), question->empty) << question->name;
    }
  }
}

// Every filter that a question knows makes good SQL, alone and with all the others.
TEST_F(Query, EveryFilterOfEveryQuestionRuns) {
  Database db = OpenForReading(folder_.path("a.db")).value();
  const Filter all{.name = "Trần 57",
                   .from = Date{2025, 9, 1},
                   .to = Date{2025, 9, 30},
                   .place = "Hà An",
                   .agency = "Sở Y tế",
                   .official = "Trần",
                   .resolution = "57",
                   .language = "vi",
                   .source = "example",
                   .strength = "assign",
                   .basis = "printed",
                   .since = "2025-01-01",
                   .each = true};
  for (const Question* question : Questions()) {
    Filter known = all;
    for (FilterBy by : Given(all)) {
      if (!Knows(*question, by)) known = Without(known, by);
    }
    EXPECT_TRUE(acta::Ask(db, *question, known)) << question->name;
    for (FilterBy by : Given(known)) {
      Filter alone = known;
      for (FilterBy other : Given(known)) {
        const bool half = by == FilterBy::kBetween && (other == FilterBy::kFrom || other == FilterBy::kTo);
        const bool needed = other == FilterBy::kName && question->subject_required;
        if (other != by && !half && !needed && other != FilterBy::kBetween) alone = Without(alone, other);
      }
      Result<Rows> rows = acta::Ask(db, *question, alone);
      EXPECT_TRUE(rows) << question->name << " --" << NameOf(by) << ": " << rows.error().message;
    }
  }
}

TEST_F(Query, AFilterThatAQuestionDoesNotKnowIsAnError) {
  Database db = OpenForReading(folder_.path("a.db")).value();
  EXPECT_EQ(acta::Ask(db, *FindQuestion("coverage"), {.strength = "order"}).error(),
            (Error{"usage", "--strength is no filter of \"coverage\""}));
  EXPECT_EQ(acta::Ask(db, *FindQuestion("search"), {}).error(), (Error{"usage", "search needs WORDS"}));
  EXPECT_EQ(FindQuestion("no such"), nullptr);
}

TEST_F(Query, AnEmptyAnswerSaysWhichFilterEmptiedIt) {
  Database db = OpenForReading(folder_.path("a.db")).value();
  const Question& due = *FindQuestion("due");
  EXPECT_EQ(WhyEmpty(db, due, {.agency = "Sở Công an"}).value(),
            "no row passes all the filters; there are rows without --agency");
  EXPECT_EQ(WhyEmpty(db, due, {.from = Date{2031, 1, 1}, .to = Date{2031, 1, 31}}).value(),
            "no row passes all the filters; there are rows without --from and --to");
  EXPECT_EQ(WhyEmpty(db, due, {.agency = "x", .language = "ru"}).value(), "no row passes the filters");
  EXPECT_EQ(WhyEmpty(db, due, {.offset = 10}).value(), "the answer ends before row 11");
}

TEST_F(Query, PagesTileTheAnswer) {
  Database db = OpenForReading(folder_.path("a.db")).value();
  const Question& official = *FindQuestion("official");
  const Rows all = acta::Ask(db, official, {}).value();
  ASSERT_GE(all.rows.size(), 3u);
  EXPECT_FALSE(all.more);
  std::vector<std::vector<RowCell>> pages;
  for (int64_t at = 0; at < static_cast<int64_t>(all.rows.size()); at += 2) {
    const Rows page = acta::Ask(db, official, {.limit = 2, .offset = at}).value();
    EXPECT_EQ(page.more, at + 2 < static_cast<int64_t>(all.rows.size()));
    pages.insert(pages.end(), page.rows.begin(), page.rows.end());
  }
  EXPECT_EQ(pages, all.rows);
}

TEST_F(Query, OrdersToAllDepartmentsAreFoundByADepartment) {
  Store store = Store::Open(folder_.path("b.db")).value();
  Article article = SampleArticle();
  Facts facts = SampleFacts(article);
  Directive& directive = facts.directives[0];
  directive.assignees = {{"các sở, ngành", directive.assignees[0].span, Basis::kPrinted}};
  directive.parties.resize(1);
  directive.parties[0].name->value = "các sở, ngành";
  directive.parties[0].group->value = true;
  ASSERT_TRUE(store.Put(article, facts, {article.source}));
  Database db = OpenForReading(folder_.path("b.db")).value();
  auto count = [&](const char* agency) {
    return acta::Ask(db, *FindQuestion("due"), {.agency = agency})->rows.size();
  };
  EXPECT_EQ(count("Sở Xây dựng"), 1u);
  EXPECT_EQ(count("Department of Construction"), 1u);
  EXPECT_EQ(count("Департамент строительства"), 1u);
  EXPECT_EQ(count("Bộ Xây dựng"), 0u);
  EXPECT_EQ(count("Công an tỉnh"), 0u);
}

// Leads that are no parties, as lines of another program may have them: found by looking up and by walking.
TEST_F(Query, ABodyIsFoundAmongTheLeadsOfAnOrderWithoutParties) {
  Store store = Store::Open(folder_.path("b.db")).value();
  Article article = SampleArticle();
  Facts facts = SampleFacts(article);
  facts.directives[0].parties.clear();
  facts.deadlines[0].assignees.clear();
  ASSERT_TRUE(store.Put(article, facts, {article.source}));
  Database db = OpenForReading(folder_.path("b.db")).value();
  for (int64_t few : {int64_t{1}, kFewRecords}) {
    EXPECT_EQ(acta::Ask(db, *FindQuestion("due"), {.agency = "so tai chinh"}, few)->rows.size(), 1u) << few;
    EXPECT_EQ(acta::Ask(db, *FindQuestion("due"), {.agency = "so xay dung"}, few)->rows.size(), 0u) << few;
  }
}

// docs/query.md has a section for each question that names every column, and no other.
TEST(Docs, OfQuestionsNameEveryColumn) {
  std::ifstream in(std::string(ACTA_SOURCE_DIR) + "/docs/query.md");
  std::stringstream all;
  all << in.rdbuf();
  const std::string docs = all.str();
  size_t sections = 0;
  for (size_t at = docs.find("\n### `"); at != std::string::npos; at = docs.find("\n### `", at + 1))
    ++sections;
  EXPECT_EQ(sections, Questions().size());
  for (const Question* question : Questions()) {
    const size_t begin = docs.find("\n### `" + std::string(question->name) + "`");
    ASSERT_NE(begin, std::string::npos) << question->name;
    const std::string section = docs.substr(begin, docs.find("\n### ", begin + 1) - begin);
    for (const QuestionColumn& column : question->answer.columns) {
      EXPECT_NE(section.find("| `" + std::string(column.shown.name) + "` |"), std::string::npos)
          << question->name << "." << column.shown.name;
    }
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
      {"57-NQ/TW", "57", true},         {"57-NQ/TW", "57-nq/tw", true},    {"157-NQ/TW", "57", false},
      {"05-NQ/TU", "5-NQ/TU", true},    {"№ 05-НҚ/ТУ", "05", true},        {"59-НQ/ТW", "59-NQ/TW", true},
      {"№ 48-КЛ/ТВ", "48-KL/TW", true}, {"48-КЛ/ТВ-1", "48-KL/TB", true},  {"02/QĐ-UBND", "02/QD-UBND", true},
      {"572/QĐ-UBND", "57", false},     {"Luật Đất đai", "dat dai", true}, {"Luật Đất đai", "nhà ở", false},
      {"57–NQ/TW", "57-NQ/TW", true},   {"57-NQ/TW", "57-NQ-TW", true},
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
