// Full text search: blind to case, marks, đ/d, ё/е; the words are marked where they stand.
#include <gtest/gtest.h>

#include "pipeline/query/parameters.h"
#include "pipeline/query/passage.h"
#include "pipeline/query/question.h"
#include "pipeline/store/open.h"
#include "pipeline/store/store.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

class Search : public testing::Test {
 protected:
  Search() {
    Store store = Store::Open(folder_.path("a.db")).value();
    const char* texts[] = {"Đảng ủy xã họp\n\nSáng nay, Đảng ủy xã họp bàn việc trồng lúa.\n",
                           "Ủy ban và Đảng\n\nỦy ban bàn; sau đó Đảng bàn.\n",
                           "Отчёт о работе\n\nГубернатор принял отчёт и ещё один ОТЧЕТ.\n",
                           "The Party Committee\n\nThe committee met; resolution 57-NQ/TW was read.\n"};
    for (const char* text : texts) {
      Article article = PlainTextArticle("page" + std::to_string(++n_), text);
      article.language = n_ == 3 ? "ru" : n_ == 4 ? "en" : "vi";
      article.published = "2025-09-0" + std::to_string(n_);
      EXPECT_TRUE(store.Put(article, Facts{}, {article.source}));
    }
  }

  // The pages found, best first.
  std::string Found(const std::string& words, Filter filter = {}) {
    Database db = OpenForReading(folder_.path("a.db")).value();
    filter.name = words;
    Result<Rows> rows = Ask(db, *FindQuestion("search"), filter);
    if (!rows) return rows.error().message;
    std::string pages;
    for (const auto& row : rows->rows) pages += std::get<std::string>(row[4]) + " ";
    return pages;
  }

  int n_ = 0;
  TempFolder folder_;
};

TEST_F(Search, IsBlindToCaseMarksAndSpelling) {
  const std::pair<const char*, const char*> cases[] = {
      {"dang uy", "page1 page2 "},  // all words; those that follow each other first
      {"ĐẢNG ỦY", "page1 page2 "},
      {"\"dang uy\"", "page1 "},
      {"\"Đảng ủy\" trong", "page1 "},
      {"отчет", "page3 "},
      {"ОТЧЁТ", "page3 "},
      {"еще", "page3 "},
      {"губерн*", "page3 "},
      {"губерн", ""},
      {"57-nq/tw", "page4 "},
      {"committee lúa", ""},
      {"", "search needs WORDS"},
      {"\"", "\"\"\" has no word to look for"},
      {"* - ( ) : ^", "\"* - ( ) : ^\" has no word to look for"},
      {"NEAR(a b) OR title:x", ""},
  };
  for (auto [words, pages] : cases) EXPECT_EQ(Found(words), pages) << words;
  Database db = OpenForReading(folder_.path("a.db")).value();
  EXPECT_EQ(WhyEmpty(db, *FindQuestion("search"), {.name = "губерн"}).value(),
            "no article has all these words; there are some with губерн*");
  EXPECT_EQ(WhyEmpty(db, *FindQuestion("search"), {.name = "губерн*", .language = "vi"}).value(),
            "no row passes all the filters; there are rows without --language");
  EXPECT_EQ(Found("dang", {.from = Date{2025, 9, 2}}), "page2 ");
  EXPECT_EQ(Found("dang", {.language = "ru"}), "");
  EXPECT_EQ(Found("dang", {.source = "page1"}), "page1 ");
}

TEST(Snippet, MarksTheWordsWhereTheyStand) {
  struct Case {
    const char *text, *searched, *snippet;
  };
  const Case cases[] = {
      {"Sáng nay, Đảng ủy xã họp.", "dang uy", "Sáng nay, ⟦Đảng ủy⟧ xã họp"},
      {"Ủy ban. Đảng ủy xã.", "\"dang uy\"", "Ủy ban. ⟦Đảng ủy⟧ xã"},
      {"Ủy ban và Đảng", "dang uy", "⟦Ủy⟧ ban và ⟦Đảng⟧"},
      {"Ещё один ОТЧЁТ, ещё", "отчет еще", "Ещё один ⟦ОТЧЁТ, ещё⟧"},
      {"Губернатор", "губерн*", "⟦Губернатор⟧"},
      {"a\nb", "b", "a ⟦b⟧"},
      {"", "x", ""},
      {"...", "x", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(SnippetOf(c.text, c.searched), c.snippet) << c.text;
}

TEST(Snippet, ShowsTheBestPlaceOfALongText) {
  std::string text;
  for (int n = 0; n < 200; ++n) text += "dang noi ";
  text += "Đảng ủy ";
  for (int n = 0; n < 200; ++n) text += "noi ";
  const std::string snippet = SnippetOf(text, "dang uy");
  EXPECT_NE(snippet.find("⟦Đảng ủy⟧"), std::string::npos) << snippet;
  EXPECT_TRUE(snippet.starts_with("… ") && snippet.ends_with(" …")) << snippet;
}

// A line of a table is cut at its end.
TEST(Snippet, BeginsAFewWordsBeforeWhatWasSearchedFor) {
  std::string text;
  for (int n = 0; n < 60; ++n) text += "từ" + std::to_string(n) + " ";
  text += "Đảng ủy xã họp. ";
  const std::string before = "… từ55 từ56 từ57 từ58 từ59 ⟦Đảng ủy⟧ xã họp";
  std::string after;
  for (int n = 0; n < 60; ++n) after += "sau" + std::to_string(n) + " ";
  EXPECT_TRUE(SnippetOf(text + after, "dang uy").starts_with(before)) << SnippetOf(text + after, "dang uy");
  // At the end of a text there are as many words as ever.
  EXPECT_NE(SnippetOf(text, "dang uy").find("từ36 "), std::string::npos) << SnippetOf(text, "dang uy");
}

TEST(TextQuery, OfWhatPeopleType) {
  struct Case {
    const char *text, *first, *then;
  };
  const Case cases[] = {{"dang", "\"dang\"", "\"\""},
                        {"Đảng ủy", "\"dang uy\"", "(\"dang\" AND \"uy\") NOT \"dang uy\""},
                        {"\"Đảng ủy\" xã", "\"dang uy\" AND \"xa\"", "\"\""},
                        {"xã* \"a", "\"xa\" * AND \"a\"", "\"\""},
                        {"", "\"\"", "\"\""}};
  for (const Case& c : cases) {
    EXPECT_EQ(TextQueryOf(c.text).first, c.first) << c.text;
    EXPECT_EQ(TextQueryOf(c.text).then, c.then) << c.text;
  }
}

// Pages of what stands together and of what stands apart tile the answer.
TEST_F(Search, PagesGoOnFromTheWordsTogetherToTheWordsApart) {
  Database db = OpenForReading(folder_.path("a.db")).value();
  std::string pages;
  for (int64_t at = 0; at < 3; ++at) {
    const Rows page = Ask(db, *FindQuestion("search"), {.name = "dang uy", .limit = 1, .offset = at}).value();
    for (const auto& row : page.rows) pages += std::get<std::string>(row[4]) + (page.more ? "+ " : " ");
  }
  EXPECT_EQ(pages, "page1+ page2 ");
}

TEST_F(Search, AReplacedArticleIsNotFound) {
  {
    Store store = Store::Open(folder_.path("a.db")).value();
    ASSERT_TRUE(store.Put(PlainTextArticle("page1", "Khác\n\nBài khác.\n"), Facts{}, {"page1"}));
  }
  EXPECT_EQ(Found("\"dang uy\""), "");
  EXPECT_EQ(Found("bai khac"), "page1 ");
}

}  // namespace
}  // namespace acta
