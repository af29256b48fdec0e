#include "pipeline/query/write_rows.h"

#include <gtest/gtest.h>

#include <sstream>

#include "pipeline/store/text_width.h"

namespace acta {
namespace {

std::string Written(const Rows& rows, RowFormat format, WriteOptions options = {}) {
  std::ostringstream out;
  WriteRows(rows, format, options, out);
  return out.str();
}

Rows Three() {
  return {
      {{"name", ""}, {"who", ""}, {"n", ""}, {"id", "", Shown::kPrograms}},
      {{std::string("Hồ Văn Mừng"), std::vector<std::string>{"Sở Y tế", "Bộ"}, int64_t{7}, std::string("x1")},
       {std::string("Хо Ван Мунг"), std::vector<std::string>{}, {}, std::string("x2")},
       {std::string("越南 e\u0301"), std::vector<std::string>{"ok"}, int64_t{-12}, std::string("x3")}}};
}

TEST(Table, LinesUpWithMarksCyrillicAndWideCharacters) {
  EXPECT_EQ(Written(Three(), RowFormat::kTable),
            "name         who          n\n"
            "-----------  -----------  ---\n"
            "Hồ Văn Mừng  Sở Y tế; Bộ  7\n"
            "Хо Ван Мунг\n"
            "越南 e\u0301       ok           -12\n");
}

TEST(Table, IsCutToTheTerminalAndOnlyThere) {
  Rows rows{{{"quote", ""}}, {{std::string(300, 'q')}}};
  EXPECT_NE(Written(rows, RowFormat::kTable).find(std::string(300, 'q')), std::string::npos);
  std::istringstream lines(Written(Three(), RowFormat::kTable, {.width = 24}));
  for (std::string line; std::getline(lines, line);) EXPECT_LE(DisplayWidth(line), 24u) << line;
}

TEST(Table, NumbersAreNotCut) {
  const Rows rows{{{"task", ""}, {"value", ""}}, {{std::string(80, 'q'), 14620000000.0}}};
  EXPECT_NE(Written(rows, RowFormat::kTable, {.width = 30}).find("14620000000\n"), std::string::npos);
}

Rows Due() {
  return {{{"due", ""},
           {"lead", "", Shown::kAlways, 2},
           {"task", "", Shown::kAlways, 4},
           {"quote", "", Shown::kWide, 2},
           {"basis", "", Shown::kWhole}},
          {{std::string("2025-09-15"), std::string(60, 'l'), std::string(200, 't'), std::string(200, 'q'),
            std::string("printed")}}};
}

// The task is what a narrow table is for; the sentence around it has no room there, and that is said.
TEST(Table, GivesRoomByWeightAndLeavesOutWhatIsWide) {
  const std::string narrow = Written(Due(), RowFormat::kTable, {.width = 80});
  EXPECT_EQ(narrow.substr(0, narrow.find('\n')), "due         lead                    task");
  EXPECT_NE(narrow.find("ttttttttttttttttttttttttttttttttttttttttttt…\n"), std::string::npos) << narrow;
  EXPECT_NE(Written(Due(), RowFormat::kTable, {.width = 120}).find("quote"), std::string::npos);
  EXPECT_NE(Written(Due(), RowFormat::kTable).find("quote"), std::string::npos);
  EXPECT_NE(Written(Due(), RowFormat::kMarkdown).find("quote"), std::string::npos);
  EXPECT_EQ(LeftOut(Due(), 80), std::vector<std::string_view>{"quote"});
  EXPECT_TRUE(LeftOut(Due(), 120).empty());
  EXPECT_TRUE(LeftOut(Due(), 0).empty());
}

TEST(Columns, AreTakenInTheOrderThatIsAskedFor) {
  Rows rows = Due();
  ASSERT_TRUE(TakeColumns(rows, {"basis", "due"}));
  EXPECT_EQ(Written(rows, RowFormat::kTable, {.width = 80}),
            "basis    due\n-------  ----------\nprinted  2025-09-15\n");
  EXPECT_EQ(Written(rows, RowFormat::kJsonl), "{\"basis\":\"printed\",\"due\":\"2025-09-15\"}\n");
  EXPECT_EQ(TakeColumns(rows, {"duo"}).error().message, "there is no column \"duo\"; did you mean due?");
}

// Articles of one host differ in the end of their addresses.
TEST(Table, OfAnAddressTheHostAndTheEndStay) {
  const Rows rows{{{"source", ""}, {"n", ""}},
                  {{std::string("https://www.news.example/2025/09/tin/bon-nghi-quyet-12.html"), int64_t{1}},
                   {std::string("https://a.example/1"), int64_t{2}}}};
  EXPECT_NE(Written(rows, RowFormat::kTable).find("https://www.news.example/2025/09/tin/bon-nghi"),
            std::string::npos);
  EXPECT_EQ(Written(rows, RowFormat::kTable, {.width = 33}),
            "source                          n\n"
            "------------------------------  -\n"
            "news.example/…hi-quyet-12.html  1\n"
            "https://a.example/1             2\n");
  EXPECT_NE(Written(rows, RowFormat::kTable, {.width = 16}).find("news.example…  1\n"), std::string::npos);
}

TEST(Table, EscapeCodesDoNotReachTheTerminal) {
  Rows rows{{{"x", ""}},
            {{std::string("a\x1b[2Jb\r\n\xC2\x9b"
                          "c\u202Ed\xff")}}};
  EXPECT_EQ(Written(rows, RowFormat::kTable), "x\n------------\na\uFFFD[2Jb  \uFFFDcd\uFFFD\n");
}

TEST(Columns, OfTheWholeAreInListsAndDataOnly) {
  const Rows rows{{{"due", ""}, {"basis", "", Shown::kWhole}},
                  {{std::string("2025-09-15"), std::string("printed")}}};
  EXPECT_EQ(Written(rows, RowFormat::kTable), "due\n----------\n2025-09-15\n");
  EXPECT_EQ(Written(rows, RowFormat::kMarkdown), "| due |\n| --- |\n| 2025-09-15 |\n");
  EXPECT_EQ(Written(rows, RowFormat::kList), "due    2025-09-15\nbasis  printed\n");
  EXPECT_EQ(Written(rows, RowFormat::kCsv), "due,basis\r\n2025-09-15,printed\r\n");
}

TEST(Numbers, AreWrittenAsPeopleDo) {
  const Rows rows{{{"a", ""}, {"b", ""}, {"c", ""}}, {{80.0, 7.25, 402150000000000.0}}};
  EXPECT_EQ(Written(rows, RowFormat::kCsv), "a,b,c\r\n80,7.25,402150000000000\r\n");
  EXPECT_EQ(Written(rows, RowFormat::kJsonl), "{\"a\":80.0,\"b\":7.25,\"c\":402150000000000.0}\n");
}

TEST(List, OneFieldALineWrappedAtBlanks) {
  Rows rows{{{"task", ""}, {"by", ""}}, {{std::string("một hai ba bốn năm sáu bảy tám chín"), {}}}};
  EXPECT_EQ(Written(rows, RowFormat::kList, {.width = 30}),
            "task  một hai ba bốn năm sáu\n"
            "      bảy tám chín\n");
}

TEST(JsonFormats, KeepTypesAndIds) {
  EXPECT_EQ(Written(Three(), RowFormat::kJsonl),
            "{\"name\":\"Hồ Văn Mừng\",\"who\":[\"Sở Y tế\",\"Bộ\"],\"n\":7,\"id\":\"x1\"}\n"
            "{\"name\":\"Хо Ван Мунг\",\"who\":[],\"n\":null,\"id\":\"x2\"}\n"
            "{\"name\":\"越南 e\u0301\",\"who\":[\"ok\"],\"n\":-12,\"id\":\"x3\"}\n");
  EXPECT_EQ(Written({{{"a", ""}}, {}}, RowFormat::kJson), "[]\n");
}

TEST(Csv, BeginsWithAByteOrderMarkWhereThatIsWanted) {
  const Rows rows{{{"a", ""}}, {{std::string("ấ")}}};
  EXPECT_EQ(Written(rows, RowFormat::kCsv, {.mark = true}),
            "\xEF\xBB\xBF"
            "a\r\nấ\r\n");
  EXPECT_EQ(Written(rows, RowFormat::kCsv), "a\r\nấ\r\n");
  EXPECT_EQ(Written(rows, RowFormat::kJsonl, {.mark = true}), "{\"a\":\"ấ\"}\n");
}

// RFC 4180, section 2; formula injection as in OWASP ASVS 1.2.10.
TEST(Csv, QuotesAndGuards) {
  struct Case {
    const char *text, *guarded, *raw;
  };
  const Case cases[] = {
      {"plain", "plain", "plain"},
      {"a,b", "\"a,b\"", "\"a,b\""},
      {"say \"x\"", "\"say \"\"x\"\"\"", "\"say \"\"x\"\"\""},
      {"two\nlines", "\"two\nlines\"", "\"two\nlines\""},
      {"=1+1", "'=1+1", "=1+1"},
      {"+84 24", "'+84 24", "+84 24"},
      {"-5", "'-5", "-5"},
      {"@cmd", "'@cmd", "@cmd"},
      {"\tx", "'\tx", "\tx"},
      {"\rx", "\"'\rx\"", "\"\rx\""},
      {"", "", ""},
  };
  for (const Case& c : cases) {
    Rows rows{{{"x", ""}}, {{std::string(c.text)}}};
    EXPECT_EQ(Written(rows, RowFormat::kCsv), std::string("x\r\n") + c.guarded + "\r\n");
    EXPECT_EQ(Written(rows, RowFormat::kCsv, {.raw = true}), std::string("x\r\n") + c.raw + "\r\n");
  }
}

// What begins with a sign is a formula where it is text, and a figure where it is a number.
TEST(Csv, ANegativeNumberStaysANumber) {
  const Rows rows{{{"x", ""}, {"n", ""}, {"m", ""}}, {{std::string("-5"), int64_t{-5}, -2.5}}};
  EXPECT_EQ(Written(rows, RowFormat::kCsv), "x,n,m\r\n'-5,-5,-2.5\r\n");
}

TEST(Markdown, BarsAndTagsAreText) {
  Rows rows{{{"x", ""}}, {{std::string("a|b <i>c</i>\nd")}}};
  EXPECT_EQ(Written(rows, RowFormat::kMarkdown), "| x |\n| --- |\n| a\\|b \\<i\\>c\\</i\\> d |\n");
}

TEST(TextWidth, Cases) {
  EXPECT_EQ(DisplayWidth("Hồ"), 2u);
  EXPECT_EQ(DisplayWidth("Ho\u0302\u0300"), 2u);  // the same, decomposed
  EXPECT_EQ(DisplayWidth("越南"), 4u);
  EXPECT_EQ(DisplayWidth("\u200Bab\u00AD"), 2u);
  EXPECT_EQ(FitWidth("Mừng", 4), "Mừng");
  EXPECT_EQ(FitWidth("Mừng", 3), "Mừ…");
  EXPECT_EQ(FitWidth("Mu\u031B\u0300ng", 3), "Mu\u031B\u0300…");
  EXPECT_EQ(FitWidth("越南", 3), "越…");
  EXPECT_EQ(FitWidth("ab", 0), "");
}

}  // namespace
}  // namespace acta
