#include "pipeline/text/toml_letters.h"

#include <gtest/gtest.h>

namespace acta {
namespace {

TEST(LetterOutsideQuotes, NotInStringsAndComments) {
  for (const char* toml : {"", "a = 'Ũ'", "a = \"\\\"Ũ\" # Ũ\nb = 1", "a = \"\"\"\n\"Ũ\"\"Ũ\"\"\"\"\nb = 'x'",
                           "a = '''\n'Ũ\\'''\nb = ['Ũ', \"Ũ\"]", "\xEF\xBB\xBF[a]"}) {
    EXPECT_FALSE(LetterOutsideQuotes(toml)) << toml;
  }
}

TEST(LetterOutsideQuotes, ElsewhereWithItsLineAndColumn) {
  struct Case {
    const char* toml;
    int line, column;
  };
  for (const Case& c :
       {Case{"Ũ = 1", 1, 1}, Case{"a = 'x'\nb = Ũ", 2, 5}, Case{"a = 'Ũ\nb = Ũ", 2, 5},
        Case{"a = '''Ũ'''Ũ", 1, 13}, Case{"a = \"\\\\\"\xC2\xA0", 1, 9}, Case{"a\n\xFF", 2, 1}}) {
    const auto at = LetterOutsideQuotes(c.toml);
    ASSERT_TRUE(at) << c.toml;
    EXPECT_EQ(at->line, c.line) << c.toml;
    EXPECT_EQ(at->column, c.column) << c.toml;
  }
}

TEST(LetterOutsideQuotes, AsTheErrorOfAFile) {
  EXPECT_TRUE(RequireLettersInQuotes("a = 'Ũ'", "a.toml"));
  EXPECT_EQ(RequireLettersInQuotes("a = 'x'\nb = Ũ", "a.toml").error(),
            (Error{"config", "a.toml:2:5: a character that is not ASCII stands outside of quotes"}));
}

}  // namespace
}  // namespace acta
