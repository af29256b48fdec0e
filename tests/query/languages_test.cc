// Two events that three pages each tell, in Vietnamese, English and Russian, with the entities resolved: every question
// asked of each language. What is expected was read off the pages by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "pipeline/query/asked.h"
#include "pipeline/query/parameters.h"
#include "pipeline/query/unknown.h"
#include "pipeline/resolve/entity_store.h"
#include "pipeline/store/open.h"
#include "tests/query/event_pages.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

class InThreeLanguages : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TempFolder;
    StoreEventPages(folder_->path("a.db"));
    ASSERT_FALSE(HasFatalFailure());
    const World world = World::Load(ACTA_SOURCE_DIR "/pipeline/resolve/data").value();
    ASSERT_TRUE(ResolveStore(folder_->path("a.db"), world, {}));
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }

  static std::vector<Row> Ask(std::string_view question, const Filter& filter, int64_t few = kFewRecords) {
    return AnswerRows(folder_->path("a.db"), question, filter, few);
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
};
constexpr Words kWords[] = {
    {"vi", "Sở Du lịch", "Sở Khoa học và Công nghệ", "Trần Quốc Thịnh", "bon nghi quyet"},
    {"en", "Department of Tourism", "Department of Science and Technology", "Tran Quoc Thinh",
     "pillar resolutions"},
    {"ru", "Департамент туризма", "Департамент науки и технологий", "Чан Куок Тхинь", "ключевых резолюций"}};

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
           {{"agency", "Sở Du lịch"}, {"led", "2"}, {"dated", "1"}});
    Expect(language, "new", {.since = "2000-01-01"}, {{"languages", language}, {"articles", "1"}});
    Expect(language, "search", {.name = words.search}, {{"snippet", "⟦"}, {"published", "2025-09-1"}});
    Expect(language, "coverage", {},
           {{"source", "site.example"}, {"articles", "6"}, {"languages", language}});
  }
}

TEST_F(InThreeLanguages, WhatOnlySomeOfThePagesSay) {
  for (const char* language : {"vi", "ru", "en"})
    Expect(language, "progress", {}, {{"state", "late"}, {"value", "3"}});
  for (const char* language : {"vi", "en"})
    Expect(language, "targets", {}, {{"goal", "12500"}, {"unit", "enterprise"}});
  Expect("vi", "requests", {}, {{"asker", "Ngô Văn Khải"}, {"addressee", "Bộ Xây dựng"}});
  Expect("ru", "requests", {}, {{"asker", "Нго Ван Кхай"}, {"addressee", "Министерство строительства"}});
}

TEST_F(InThreeLanguages, WhatAnOfficialReportedSaysHowManyAreInWhatState) {
  std::vector<std::string> reported;
  for (const Row& row : Ask("official", {.name = "Phan Văn Lộc"})) {
    if (row.at("event") == "reported") reported.push_back(row.at("record"));
  }
  std::ranges::sort(reported);
  ASSERT_EQ(reported.size(), 3u);
  EXPECT_EQ(reported[0], "done 41/58: 58 nhiệm vụ UBND tỉnh giao năm 2025");
  EXPECT_TRUE(reported[1].starts_with("late 3/58: "));
  EXPECT_TRUE(reported[2].starts_with("on_schedule 14/58: "));
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

TEST_F(InThreeLanguages, WhatThreePagesSayIsOneRowInVietnamese) {
  auto count = [](const std::vector<Row>& rows, const Row& wanted) {
    return std::ranges::count_if(rows, [&](const Row& row) {
      return std::ranges::all_of(
          wanted, [&](const auto& cell) { return row.at(cell.first).starts_with(cell.second); });
    });
  };
  const Row chair{{"event", "post"}, {"post", "chair"}};
  const std::vector<Row> official = Ask("official", {.name = "Чан Куок Тхинь"});
  EXPECT_EQ(count(official, chair), 1);
  EXPECT_EQ(count(official, {{"to", "Sở Du lịch"}, {"due", "2025-09-20"}}), 1);
  EXPECT_EQ(count(official, {{"to", "Department of Tourism"}, {"due", "2025-09-20"}}), 0);
  EXPECT_EQ(count(official, {{"event", "chaired"}, {"date", "2025-09-12"}}), 1)
      << "a meeting in one language, a working session in another";
  EXPECT_EQ(count(Ask("official", {.name = "Чан Куок Тхинь", .each = true}), chair), 3);
  EXPECT_EQ(count(Ask("official", {.name = "Чан Куок Тхинь", .language = "ru"}), chair), 1);
  EXPECT_EQ(count(Ask("resolution", {.name = "57-NQ/TW"}), {{"relation", "cited"}}), 1);
  EXPECT_EQ(count(Ask("resolution", {.name = "57-NQ/TW"}), {{"relation", "under"}}), 1);
  EXPECT_EQ(count(Ask("progress", {}), {{"state", "late"}, {"value", "3"}, {"of", "58"}}), 1);
  const std::vector<Row> requests = Ask("requests", {});
  ASSERT_EQ(requests.size(), 1u);
  EXPECT_EQ(requests[0].at("addressee"), "Bộ Xây dựng");
  EXPECT_EQ(count(Ask("targets", {}), {{"goal", "3400"}, {"unit", "km"}}), 1);
  EXPECT_EQ(count(Ask("targets", {.each = true}), {{"goal", "3400"}, {"unit", "km"}}), 3);
  // A plan in one language, a figure in another; an order, and a term of nobody in English.
  const std::vector<Row> figures = Ask("targets", {});
  EXPECT_EQ(count(figures, {{"goal", "924600"}}) + count(figures, {{"result", "924600"}}), 1);
  EXPECT_EQ(count(Ask("due", {}), {{"due", "2026-07-20"}}), 1);
  EXPECT_EQ(count(Ask("due", {.each = true}), {{"due", "2026-07-20"}}), 3);
}

// The catalog knows what a body is called in the languages in which no article names it.
TEST_F(InThreeLanguages, ABodyIsFoundByItsNamesInTheCatalog) {
  const std::string catalog = ACTA_SOURCE_DIR "/pipeline/resolve/data/bodies.tsv";
  const std::vector<std::string> bodies = BodiesCalled("so du li", catalog).value();
  EXPECT_NE(std::ranges::find(bodies, "department-of-tourism"), bodies.end());
  EXPECT_EQ(std::ranges::find(bodies, "ministry-of-culture-sports-and-tourism"), bodies.end());
  EXPECT_TRUE(BodiesCalled("...", catalog).value().empty());
  auto several = [&](const char* asked) {
    return SeveralBodies(asked, BodiesCalled(asked, catalog).value(), catalog).value();
  };
  EXPECT_TRUE(several("BTC").starts_with("\"BTC\" stands for several bodies: Bộ Tài chính, "))
      << several("BTC");
  EXPECT_EQ(several("Bộ"), "");
  EXPECT_EQ(several("BKHCN"), "");
  const Filter by_catalog{.agency = "no such words", .agency_bodies = {"department-of-tourism"}};
  EXPECT_FALSE(Ask("due", by_catalog).empty());
  EXPECT_EQ(Ask("due", by_catalog), Ask("due", by_catalog, /*few=*/1));
}

TEST_F(InThreeLanguages, TheLoadOfABodyIsThatOfItsPlace) {
  const std::vector<Row> rows = Ask("agency", {.name = "so du lich"});
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].at("place"), "Long Giang");
}

// A Russian body under a Vietnamese name would stand beside a Russian place; a body of no known place is one among many.
TEST_F(InThreeLanguages, BodiesAndTheirPlacesAreNamedInOneLanguage) {
  const TempFolder folder;
  const std::string path = folder.path("a.db");
  auto after = [&](const std::string& change) {
    std::filesystem::copy_file(folder_->path("a.db"), path,
                               std::filesystem::copy_options::overwrite_existing);
    EXPECT_TRUE(Database::Open(path, Database::Mode::kWrite)->Execute(change));
    const std::vector<Row> rows = AnswerRows(path, "agency", {.name = "so du lich"});
    return rows.size() == 1 ? rows[0] : Row();
  };
  // The body and the place of the same change, where the chair of the province holds his post.
  auto of_chair = [&] {
    const std::vector<Row> rows = AnswerRows(path, "posts", {.name = "Tran Quoc Thinh"});
    const auto chair = std::ranges::find_if(rows, [](const Row& one) { return one.at("post") == "chair"; });
    return chair == rows.end() ? std::string() : chair->at("body") + " | " + chair->at("place");
  };
  const std::string all = " WHERE place = 'longgiang'; ";
  Row row = after("UPDATE story SET place_name = 'Лонгзянг'" + all);
  EXPECT_EQ(row["place"], "Лонгзянг");
  EXPECT_EQ(row["agency"], "Департамент туризма");
  EXPECT_EQ(of_chair(), "Провинциальный народный комитет | Лонгзянг");
  EXPECT_EQ(row["source"], "");
  row = after("UPDATE find_article SET language = 'en'; UPDATE story SET place_name = 'Long Giang'" + all);
  EXPECT_EQ(row["agency"], "Department of Tourism");
  EXPECT_EQ(of_chair(), "Provincial People's Committee | Long Giang");
  row = after(
      "UPDATE story SET place_name = 'Long Giáng'" + all +
      "INSERT INTO story SELECT 7, 'story-7', place, 'Лонгзянг', place_basis FROM story" + all +
      "INSERT INTO story SELECT 8, 'story-8', place, 'Long Giang', place_basis FROM story WHERE key = 7");
  EXPECT_EQ(row["place"], "Long Giáng");
  EXPECT_EQ(row["agency"], "Sở Du lịch");
  EXPECT_EQ(of_chair(), "Ủy ban nhân dân tỉnh | Long Giáng");
  // Of a body of a commune the commune is named too, in the words of the article.
  row = after(
      "UPDATE entity SET place = place || '/hoaan' WHERE place = 'longgiang'; UPDATE agency SET place = 'Hòa "
      "An'");
  EXPECT_EQ(row["place"], "Hòa An, Long Giang");
  EXPECT_EQ(of_chair(), "Ủy ban nhân dân tỉnh | Hòa An, Long Giang");
  row = after("UPDATE story SET place_name = NULL");
  EXPECT_EQ(row["agency"], "Sở Du lịch");
  EXPECT_EQ(row["place"], "");
  row = after("UPDATE story SET place = NULL; UPDATE entity SET place = NULL");
  EXPECT_EQ(row["place"], "");
  EXPECT_TRUE(row["source"].starts_with("https://site.example/")) << row["source"];
}

// A page and its translation of the day after report one change.
TEST_F(InThreeLanguages, AChangeOfPostIsToldOnce) {
  const TempFolder folder;
  const std::string path = folder.path("a.db");
  std::filesystem::copy_file(folder_->path("a.db"), path);
  ASSERT_TRUE(
      Database::Open(path, Database::Mode::kWrite)
          ->Execute("UPDATE official_posts SET capacity = 'acting'; UPDATE find_article SET published = "
                    "'2025-09-13' WHERE language = 'ru' AND published = '2025-09-12'; UPDATE article SET "
                    "published = '2025-09-13' WHERE language = 'ru' AND published = '2025-09-12'"));
  const std::vector<Row> rows = AnswerRows(path, "posts", {.name = "Tran Quoc Thinh"});
  ASSERT_FALSE(rows.empty());
  EXPECT_TRUE(std::ranges::any_of(rows, [](const Row& row) { return row.at("last_seen") == "2025-09-13"; }));
  for (const Row& row : rows) EXPECT_EQ(row.at("change"), "acting 2025-09-12");
}

// Five weeks later the review of documents is put off, and the expert group is ordered once more.
TEST(InThreeLanguagesLater, ATaskIsPutOffAndAnOrderRepeated) {
  const TempFolder folder;
  const std::string path = folder.path("a.db");
  StoreEventPages(path, {"0001", "0013"});
  ASSERT_FALSE(testing::Test::HasFatalFailure());
  const World world = World::Load(ACTA_SOURCE_DIR "/pipeline/resolve/data").value();
  ASSERT_TRUE(ResolveStore(path, world, {}));
  const std::vector<Row> changes = AnswerRows(path, "changes", {});
  ASSERT_EQ(changes.size(), 2u) << "a row for each of the two tasks";
  EXPECT_EQ(changes[0].at("lead"), "Sở Khoa học và Công nghệ");
  EXPECT_EQ(changes[0].at("now_due"), "2025-10-31");
  EXPECT_EQ(changes[0].at("times_ordered"), "2") << "translations order nothing again";
  EXPECT_EQ(changes[1].at("lead"), "Sở Tư pháp");
  EXPECT_EQ(changes[1].at("first_due"), "2025-10-15");
  EXPECT_EQ(changes[1].at("now_due"), "2025-11-15");
  EXPECT_EQ(changes[1].at("changes"), "2025-09-12 assigned 2025-10-15; 2025-10-18 extended 2025-11-15");
  for (const char* language : {"vi", "en", "ru"}) {
    EXPECT_EQ(AnswerRows(path, "changes", {.language = language}).size(), 2u) << language;
  }
  // The later order calls the instrument by its first digits.
  constexpr int64_t kWalk = 1, kLookUp = int64_t{1} << 40;
  for (int64_t few : {kWalk, kLookUp}) {
    const std::vector<Row> under = AnswerRows(path, "due", {.resolution = "66-NQ/TW"}, few);
    ASSERT_EQ(under.size(), 1u);
    EXPECT_EQ(under[0].at("due"), "2025-11-15");
  }
  // A later story that names an earlier day brings the task forward; its translations do not once more.
  ASSERT_TRUE(Database::Open(path, Database::Mode::kWrite)
                  ->Execute("UPDATE task_statement SET what = 'repeated', due = '2025-10-01' WHERE what = "
                            "'extended'; UPDATE task SET due = '2025-10-01' WHERE due = '2025-11-15'"));
  const std::vector<Row> forward = AnswerRows(path, "changes", {});
  ASSERT_EQ(forward.size(), 2u);
  EXPECT_EQ(forward[0].at("changes"), "2025-09-12 assigned 2025-10-15; 2025-10-18 advanced 2025-10-01");
  ASSERT_TRUE(Database::Open(path, Database::Mode::kWrite)
                  ->Execute("UPDATE task_statement SET what = 'extended', due = '2025-11-15' WHERE due = "
                            "'2025-10-01'; UPDATE task SET due = '2025-11-15' WHERE due = '2025-10-01'"));
  // Statements of one day that name several leave both standing, and what was said before them over.
  ASSERT_TRUE(Database::Open(path, Database::Mode::kWrite)->Execute("UPDATE task SET disputed = 1"));
  const std::vector<Row> disputed = AnswerRows(path, "due", {.resolution = "66-NQ/TW"});
  ASSERT_EQ(disputed.size(), 1u);
  EXPECT_EQ(disputed[0].at("due"), "2025-11-15");
}

TEST_F(InThreeLanguages, ANameThatNothingBearsIsToldWithThoseThatAreNear) {
  const Database db = OpenForReading(folder_->path("a.db")).value();
  struct Case {
    const char* question;
    Filter filter;
    const char* says;
  };
  const Case cases[] = {
      {"due", {.agency = "so du lich"}, ""},
      {"due", {.agency = "Sở D"}, ""},
      {"due", {.agency = "so dulich"}, "no body is called \"so dulich\"; did you mean \"Sở Du lịch\"?"},
      {"due", {.agency = "Sở Du lịhc"}, "no body is called \"Sở Du lịhc\"; did you mean \"Sở Du lịch\"?"},
      {"due", {.agency = "any name", .agency_bodies = {"department-of-tourism"}}, ""},
      {"agency",
       {.name = "Депортамент туризма"},
       "no body is called \"Депортамент туризма\"; did you mean \"Департамент туризма\"?"},
      {"official",
       {.name = "Thinh Tran"},
       "no person or body is called \"Thinh Tran\"; did you mean \"Trần Quốc Thịnh\"?"},
      {"posts",
       {.name = "Тчан Куок"},
       "no person or body is called \"Тчан Куок\"; did you mean \"Чан Куок Тхинь\"?"},
      {"due", {.official = "Winston"}, "no person or body is called \"Winston\""},
      {"resolution", {.name = "57"}, ""},
      {"resolution",
       {.name = "75-NQ/TW"},
       "no instrument is called \"75-NQ/TW\"; did you mean \"57-NQ/TW\"?"},
      {"due", {.resolution = "58-NQ/TW"}, "no instrument is called \"58-NQ/TW\""},
      {"due",
       {.place = "long gaing"},
       "no article is known to play in, and no record names, \"long gaing\"; did you mean \"Long Giang\"?"},
      {"due",
       {.place = "hội nghị trực tuyến"},
       "no article is known to play in, and no record names, \"hội nghị trực tuyến\"; 1 article has the "
       "words: "
       "acta query search '\"hội nghị trực tuyến\"'"},
      {"due", {.language = "fr"}, "no article is in \"fr\"; there are \"en\", \"ru\" and \"vi\""},
      {"search", {.name = "no such word"}, ""},
  };
  for (const Case& c : cases) EXPECT_EQ(UnknownNames(db, *FindQuestion(c.question), c.filter), c.says);
  EXPECT_TRUE(NearestNames("", {"x"}).empty());
}

// A place that no story has is looked for among the names of articles whose story has none, in either way.
TEST_F(InThreeLanguages, APlaceIsFoundByNameWhereTheStoryHasNone) {
  const TempFolder folder;
  const std::string path = folder.path("a.db");
  std::filesystem::copy_file(folder_->path("a.db"), path);
  ASSERT_TRUE(Database::Open(path, Database::Mode::kWrite)->Execute("UPDATE story SET place = NULL"));
  constexpr int64_t kWalk = 1, kLookUp = int64_t{1} << 40;
  for (const char* question : {"due", "targets"}) {
    const Filter filter{.place = "Bac Hung"};
    const std::vector<Row> walked = AnswerRows(path, question, filter, kWalk);
    EXPECT_FALSE(walked.empty()) << question;
    EXPECT_EQ(walked, AnswerRows(path, question, filter, kLookUp)) << question;
  }
}

TEST_F(InThreeLanguages, APlaceIsAskedForInAnySpelling) {
  const Database db = OpenForReading(folder_->path("a.db")).value();
  const World world = World::Load(ACTA_SOURCE_DIR "/pipeline/resolve/data").value();
  const std::pair<const char*, const char*> asked[] = {
      {"Лонгзянг", "Long Giang"},        {"провинции Лонгзянге", "Long Giang"},
      {"tinh Long Giang", "Long Giang"}, {"Bắc Hưng province", "Bắc Hưng"},
      {"Анзянге", "An Giang"},           {"xã Mường Quài", "xã Mường Quài"}};
  for (const auto& [spelling, name] : asked) EXPECT_EQ(PlaceAsked(db, spelling, world), name) << spelling;
  EXPECT_TRUE(IsStoryPlace(db, "bac hung").value());
  EXPECT_FALSE(IsStoryPlace(db, "Бакхынг").value());
}

TEST(AskedWords, WordsBeforeANumberAndBeforeANameAreNoPartOfIt) {
  const AskedWords words = AskedWords::Load(ACTA_SOURCE_DIR "/extractors").value();
  const std::pair<const char*, const char*> numbers[] = {{"nghị quyết 57", "57"},
                                                         {"Nghị quyết số 57-NQ/TW", "57-NQ/TW"},
                                                         {"nghi quyet lien tich so 5", "5"},
                                                         {"Resolution No. 57", "57"},
                                                         {"резолюция № 57", "57"},
                                                         {"федеральный закон 257-ФЗ", "257-ФЗ"},
                                                         {"Đề án 06", "06"},
                                                         {"QD 1290", "1290"},
                                                         {"Executive Order 2026-07", "2026-07"},
                                                         {"57 NQ/TW", "57-NQ/TW"},
                                                         {"57 - NQ/TW", "57 - NQ/TW"},
                                                         {"57 of the Politburo", "57 of the Politburo"},
                                                         {"Vision 2030", "Vision 2030"},
                                                         {"public investment", "public investment"},
                                                         {"", ""}};
  for (const auto& [asked, number] : numbers) EXPECT_EQ(words.NumberIn(asked), number) << asked;
  const std::pair<const char*, const char*> names[] = {
      {"Mr. Tran Quoc Thinh", "Tran Quoc Thinh"},
      {"ông Trần Quốc Thịnh", "Trần Quốc Thịnh"},
      {"Đ/c Trần Quốc Thịnh", "Trần Quốc Thịnh"},
      {"Assoc. Prof. Dr. Tran Quoc Thinh", "Tran Quoc Thinh"},
      {"г-жа Вера Соболева", "Вера Соболева"},
      {"Trần Quốc Thịnh", "Trần Quốc Thịnh"},
      {"Bà", "Bà"}};
  for (const auto& [asked, name] : names) EXPECT_EQ(words.NameIn(asked), name) << asked;
  EXPECT_FALSE(AskedWords::Load("/no/such/folder"));
}

TEST(AskedPeople, AFamilyNameWithInitials) {
  struct Case {
    const char *asked, *name;
    bool fits;
  };
  const Case cases[] = {{"Соболева В.П.", "Вера Павловна Соболева", true},
                        {"В. П. Соболева", "Вера Соболева", true},
                        {"Соболева В.", "Вера Павловна Соболева", false},
                        {"Соболева П.", "Вера Соболева", false},
                        {"T. Q. Thịnh", "Trần Quốc Thịnh", true},
                        {"T. B. Thinh", "Trần Quốc Thịnh", false},
                        {"Соболева", "Вера Соболева", false},
                        {"В. П.", "Вера Павловна", false}};
  for (const Case& c : cases) EXPECT_EQ(FitsInitials(WordsOf(c.asked), WordsOf(c.name)), c.fits) << c.asked;
}

TEST_F(InThreeLanguages, APersonIsAskedForInAnySpelling) {
  const TempFolder folder;
  const std::string path = folder.path("a.db");
  std::filesystem::copy_file(folder_->path("a.db"), path);
  // Somebody of no page, known in Russian alone.
  ASSERT_TRUE(
      Database::Open(path, Database::Mode::kWrite)
          ->Execute("UPDATE entity SET name = 'Игорь Петрович Ветлугин', name_en = NULL, name_ru = NULL "
                    "WHERE key = (SELECT max(key) FROM entity WHERE type = 'official' AND "
                    "name NOT LIKE 'Tr%')"));
  const Database db = OpenForReading(path).value();
  const AskedWords words = AskedWords::Load(ACTA_SOURCE_DIR "/extractors").value();
  const Transcription table =
      Transcription::Load(ACTA_SOURCE_DIR "/pipeline/resolve/data/transcription.tsv").value();
  const std::pair<const char*, const char*> asked[] = {{"Mr. Tran Quoc Thinh", "Tran Quoc Thinh"},
                                                       {"T. Q. Thịnh", "Trần Quốc Thịnh"},
                                                       {"Igor Vetlugin", "Игорь Петрович Ветлугин"},
                                                       {"Ветлугин И.П.", "Игорь Петрович Ветлугин"},
                                                       {"Igor Petrov", "Igor Petrov"},
                                                       {"Vetlugin", "Vetlugin"}};
  for (const auto& [name, known] : asked) EXPECT_EQ(PersonAsked(db, name, words, table), known) << name;
  EXPECT_TRUE(IsNameKnown(db, "tran quoc thi").value());
  EXPECT_FALSE(IsNameKnown(db, "T. Q. Thịnh").value());
  EXPECT_EQ(UnknownNames(db, *FindQuestion("official"), {.name = "Ветлугиным"}),
            "no person or body is called \"Ветлугиным\"; did you mean \"Игорь Петрович Ветлугин\"?");
}

// What is no place of a story, as a commune, is looked for among the names of all articles, wherever their story plays.
TEST_F(InThreeLanguages, APlaceThatNoStoryHasIsFoundByName) {
  const size_t all = Ask("due", {.place = "Long Giang", .language = "vi"}).size();
  EXPECT_EQ(Ask("due", {.place = "Lệ Thủy", .language = "vi"}).size(), 0u);
  EXPECT_EQ(Ask("due", {.place = "Phục vụ hành chính công", .language = "vi"}).size(), all);
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
