#include "extractors/engine/values.h"

#include <gtest/gtest.h>

#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

TEST(ParseNumber, Table) {
  NumberFormat vietnamese{U',', U". "}, english{U'.', U","}, russian{U',', U" \u00A0\u202F"};
  struct Case {
    const NumberFormat& format;
    const char* text;
    double value;  // -1: no number
  };
  for (auto [format, text, value] : {
           Case{vietnamese, "0", 0},
           {vietnamese, "1.573,1", 1573.1},
           {vietnamese, "1.573", 1573},
           {vietnamese, "924.600", 924600},
           {vietnamese, "1.234.567", 1234567},
           {vietnamese, "12,55", 12.55},
           {vietnamese, "43.5", 43.5},  // one digit after it: a decimal point, whatever the format says
           {vietnamese, "1.57", 1.57},
           {vietnamese, "0.573", 0.573},  // no thousands begin with a zero
           {vietnamese, "1.573.1", 1573.1},
           {vietnamese, "1,573,100", -1},
           {vietnamese, "1.5.1", -1},
           {english, "1,573.1", 1573.1},
           {english, "1,573", 1573},
           {english, "1.573", 1.573},
           {english, "9,06,846", 906846},  // lakhs and crores
           {english, "1,08,383.5", 108383.5},
           {english, "12,34,56,789", 123456789},
           {english, "1,08,38", -1},
           {english, "1,08.383", -1},
           {english, "123,45,678", -1},
           {russian, "1 08 383", -1},  // dates, telephones
           {english, "12,5", 12.5},
           {russian, "1 573,1", 1573.1},
           {russian, "1\u00A0573\u00A0000", 1573000},
           {russian, "1 57", -1},
           {english, "", -1},
           {english, ".", -1},
           {english, "1,", -1},
           {english, "1,,000", -1},
           {english, "1234567890123456789", -1},  // more than a double holds
       }) {
    auto number = ParseNumber(text, format);
    EXPECT_DOUBLE_EQ(number.value_or(-1), value) << text;
  }
}

TEST(NumberKey, Table) {
  for (auto [printed, key] : {
           std::pair{"57-NQ/TW", "57-NQ-TW"},
           {"02/QĐ-UBND", "2-QD-UBND"},
           {"2 / QD – UBND", "2-QD-UBND"},
           {"02/qđ-ubnd", "2-QD-UBND"},
           {"30/2020/NĐ-CP", "30-2020-ND-CP"},
           {"57‑NQ⁄TW", "57-NQ-TW"},  // U+2011, U+2044
           {"57-НК/ТВ", "57-HK-TB"},  // Cyrillic letters that look Latin
           {"05\u00A0-NQ/TU", "5-NQ-TU"},
           {"06", "6"},
           {"100", "100"},
           {"0", ""},
           {"", ""},
           {"--5", "5"},
       }) {
    EXPECT_EQ(NumberKey(printed), key) << printed;
  }
}

// ---- dates: every attribute that a unit can have, by a rule that sets it

std::string DateOf(const std::string& set, const std::string& published, DateUse use) {
  TinyPack tiny;
  tiny.Rules("[[rule]]\nkind = 'thing'\npattern = '\"x\"'\nexamples = ['x']\nset = { " + set + " }\n");
  auto pack = tiny.Load();
  if (!pack) return pack.error().message;
  Article article = ArticleOf("x", published);
  Tree tree = ReadArticle(article, pack->annotator->Annotate(article), *pack);
  TreeView view(article, tree, *pack);
  auto date = ReadDate(view, tree.roots[1], article.published_day(), use);
  if (!date) return "-";
  return ToIso(date->date) + " " + date->precision + (date->year_inferred ? " inferred" : "");
}

TEST(ReadDate, Deadlines) {
  struct Case {
    const char *set, *published, *date;
  };
  for (auto [set, published, date] : {
           // what is printed in full
           Case{"day='20', month='9', year='2025'", "", "2025-09-20 day"},
           {"day='01', month='02', year='25'", "", "2025-02-01 day"},
           {"month='9', year='2025'", "", "2025-09-30 month"},
           {"month='2', year='2024'", "", "2024-02-29 month"},
           {"quarter='II', year='2024'", "", "2024-06-30 quarter"},
           {"quarter='4', year='2024'", "", "2024-12-31 quarter"},
           {"quarter='ІІІ', year='2024'", "", "2024-09-30 quarter"},  // Cyrillic numerals
           {"half='1', year='2024'", "", "2024-06-30 half_year"},
           {"half='II', year='2024'", "", "2024-12-31 half_year"},
           {"year='2030'", "", "2030-12-31 year"},
           {"year='2021', year_to='2025'", "", "2025-12-31 year"},
           {"part='begin', month='9', year='2025'", "", "2025-09-10 month"},
           {"part='middle', month='9', year='2025'", "", "2025-09-20 month"},
           {"part='end', month='9', year='2025'", "", "2025-09-30 month"},
           // impossible days
           {"day='31', month='9', year='2025'", "", "2025-09-30 day"},
           {"day='29', month='2', year='2025'", "", "2025-02-28 day"},
           {"day='32', month='9', year='2025'", "", "2025-09-30 month"},
           {"day='5', month='13', year='2025'", "", "2025-12-31 year"},
           {"day='5', month='9', year='1800'", "2025-09-01", "-"},
           {"quarter='5'", "2025-09-01", "-"},
           // the year from the article
           {"day='20', month='9'", "2025-09-10", "2025-09-20 day inferred"},
           {"day='15', month='1'", "2025-12-20", "2026-01-15 day inferred"},  // ahead of a December article
           {"day='5', month='9'", "2025-09-10",
            "2025-09-05 day inferred"},  // just gone by: still this year's
           {"day='5', month='8'", "2025-09-10", "2026-08-05 day inferred"},
           {"day='29', month='2'", "2025-01-10", "2025-02-28 day inferred"},
           {"month='3'", "2025-12-01", "2026-03-31 month inferred"},
           {"quarter='I'", "2025-12-01", "2026-03-31 quarter inferred"},
           {"half='2'", "2025-03-01", "2025-12-31 half_year inferred"},
           // no article date: the year stays open
           {"day='20', month='9'", "", "\?\?\?\?-09-20 day"},
           {"day='29', month='2'", "", "\?\?\?\?-02-29 day"},
           {"month='2'", "", "\?\?\?\?-02-29 month"},
           {"quarter='II'", "", "\?\?\?\?-06-30 quarter"},
           {"half='1'", "", "\?\?\?\?-06-30 half_year"},
           // offsets from the article
           {"year_offset='0'", "2025-03-01", "2025-12-31 year inferred"},
           {"year_offset='1'", "2025-03-01", "2026-12-31 year inferred"},
           {"year_offset='1', quarter='I'", "2025-03-01", "2026-03-31 quarter inferred"},
           {"month_offset='0'", "2025-03-05", "2025-03-31 month inferred"},
           {"month_offset='1'", "2025-12-05", "2026-01-31 month inferred"},
           {"day='20', month_offset='0'", "2025-03-05", "2025-03-20 day inferred"},
           {"quarter_offset='0'", "2025-03-05", "2025-03-31 quarter inferred"},
           {"quarter_offset='1'", "2025-12-05", "2026-03-31 quarter inferred"},
           {"day_offset='1'", "2025-12-31", "2026-01-01 day inferred"},
           {"week_offset='0'", "2025-11-19", "2025-11-23 day inferred"},  // a Wednesday: to its Sunday
           {"week_offset='1'", "2025-11-19", "2025-11-30 day inferred"},
           {"weekday='5'", "2025-11-19", "2025-11-21 day inferred"},
           {"weekday='1'", "2025-11-19", "2025-11-24 day inferred"},
           {"week_offset='1', weekday='1'", "2025-11-19", "2025-11-24 day inferred"},
           {"day_offset='1'", "", "-"},
           {"month_offset='1'", "", "-"},
           {"year_offset='1'", "", "-"},
           {"year_offset='0'", "",
            "?"
            "?"
            "?"
            "?-12-31 year"},  // this year, whichever it is
           {"year_offset='0', part='middle'", "",
            "?"
            "?"
            "?"
            "?-06-30 year"},
           // a rule may say the precision itself
           {"month='6', year='2025', precision='half_year'", "", "2025-06-30 half_year"},
           // nothing of a date
           {"other='1'", "2025-01-01", "-"},
           {"day='x', month='y'", "2025-01-01", "-"},
       }) {
    EXPECT_EQ(DateOf(set, published, DateUse::kDeadline), date) << set << " seen from " << published;
  }
}

TEST(ReadDate, PastDays) {
  EXPECT_EQ(DateOf("day='20', month='9'", "2025-09-10", DateUse::kPast), "2024-09-20 day inferred");
  EXPECT_EQ(DateOf("day='11', month='9'", "2025-09-10", DateUse::kPast),
            "2025-09-11 day inferred");  // one day of grace
  EXPECT_EQ(DateOf("day='5', month='9'", "2025-09-10", DateUse::kPast), "2025-09-05 day inferred");
  EXPECT_EQ(DateOf("day='20', month='9', year='2026'", "2025-09-10", DateUse::kPast), "2026-09-20 day");
  // A Wednesday: what was told on Monday, on Wednesday, on Friday.
  EXPECT_EQ(DateOf("weekday='1'", "2025-11-19", DateUse::kPast), "2025-11-17 day inferred");
  EXPECT_EQ(DateOf("weekday='3'", "2025-11-19", DateUse::kPast), "2025-11-19 day inferred");
  EXPECT_EQ(DateOf("weekday='5'", "2025-11-19", DateUse::kPast), "2025-11-14 day inferred");
}

// Whatever a pack says, a date is a possible one or none.
TEST(ReadDate, IsValidForAnyAttributes) {
  for (const char* day : {"0", "1", "29", "31", "99", "-1", "999999999999"}) {
    for (const char* month : {"0", "2", "12", "13", "-5"}) {
      for (const char* more : {"", ", year='0'", ", year='2024'", ", year='99999'", ", month_offset='-30000'",
                               ", day_offset='9999999'", ", quarter_offset='-9999'",
                               ", week_offset='2147483647'", ", year_offset='2147483647'"}) {
        std::string set = "day='" + std::string(day) + "', month='" + month + "'" + more;
        std::string date = DateOf(set, "2025-09-10", DateUse::kDeadline);
        EXPECT_TRUE(date == "-" || ParseIsoDate(date.substr(0, 10))) << set << ": " << date;
      }
    }
  }
}

// ---- quantities and names

TEST(QuantityValue, NumberTimesScales) {
  TinyPack tiny;
  tiny.Language("phases = ['thing']\n[numbers]\ndecimal = ','\ngroup = '.'\n");
  tiny.Lexicon("number\thai\t2\nscale\ttỷ\t1e9\nscale\tnghìn\t1000\nscale\tbroken\tx\n");
  tiny.Text("[[pattern]]\nkind = 'number'\nregex = '[\\d.,]*\\d'\n");
  tiny.Rules("[[rule]]\nkind = 'thing'\npattern = '<number|scale>+'\nexamples = ['5']\n");
  auto pack = tiny.Load();
  ASSERT_TRUE(pack) << pack.error().message;
  struct Case {
    const char* text;
    double value;
  };
  for (auto [text, value] : {Case{"1,5 tỷ", 1.5e9},
                             {"402.150 tỷ", 402150e9},
                             {"2 nghìn tỷ", 2e12},
                             {"hai nghìn", 2000},
                             {"7", 7},
                             {"7 broken", 7},
                             {"tỷ", -1},
                             {"0,1", 0.1}}) {
    Article article = ArticleOf(text);
    Tree tree = ReadArticle(article, pack->annotator->Annotate(article), *pack);
    EXPECT_DOUBLE_EQ(QuantityValue(TreeView(article, tree, *pack), tree.roots[1]).value_or(-1), value)
        << text;
  }
}

// Numbers that a rule builds: sums, and such as have a blank in them.
TEST(QuantityValue, NumbersOfSeveralParts) {
  TinyPack tiny;
  tiny.Language("phases = ['number', 'thing']\n[numbers]\ndecimal = ','\ngroup = '.'\n");
  tiny.Lexicon("scale\tmn\t1e6\nscale\ttsd\t1000\nunit\tkm\n");
  tiny.Text("[[pattern]]\nkind = 'number'\nregex = '\\d+'\n");
  tiny.Rules(
      "[[rule]]\nkind = 'number'\npattern = '<number> \",\" decimals:<number>'\nexamples = ['5, 5']\n"
      "[[rule]]\nkind = 'number'\npattern = '<number> <scale> <number> <scale>?'\nexamples = ['5 mn 5 tsd']\n"
      "[[rule]]\nkind = 'thing'\npattern = '<number> <scale>? <unit>'\nexamples = ['5 km']\n");
  const Pack pack = tiny.Loaded();
  for (auto [text, value] : {std::pair{"2 mn 403 tsd km", 2403000.},
                             {"2 tsd 403 km", 2403.},
                             {"2 mn 3 mn km", 2e6},  // no sum: the first counts
                             {"2 tsd 1403 km", 2000.},
                             {"59, 14 km", 59.14},
                             {"37, 38 mn km", 37.38e6}}) {
    Article article = ArticleOf(text);
    Tree tree = ReadArticle(article, pack.annotator->Annotate(article), pack);
    EXPECT_DOUBLE_EQ(QuantityValue(TreeView(article, tree, pack), tree.roots[1]).value_or(-1), value) << text;
  }
}

TEST(PersonName, InTheNominative) {
  TinyPack tiny;
  tiny.Language(
      "phases = ['thing']\n[names]\nsyllable = '(?:Ань|Бинь|Минь|Нгуен|Тхи)'\nnominative = [['у', ''], ['ю', "
      "'ь'], ['я', 'ь']]\n"
      "declension = [{case = 'dat', from = 'ину', to = 'ин'}, {case = 'dat', from = 'у', to = ''}]\n");
  tiny.Paradigms("[m]\nnom = ''\ngen = 'а'\ndat = 'у'\n");
  tiny.Lexicon("given\tИван@m\ngiven\tМинь@m\nunit\tдонг@m\n");
  tiny.Rules(
      "[[rule]]\nkind = 'thing'\npattern = '<Cap|punct&unlisted|given|unit&Cap>+'\nexamples = ['Иван']\n");
  auto pack = tiny.Load();
  ASSERT_TRUE(pack) << pack.error().message;
  for (auto [text, name] : {
           std::pair{"Иван Путин", "Иван Путин"},
           {"Ивану Путину", "Иван Путин"},   // the known word shows the case of the other
           {"Ивана Путину", "Иван Путину"},  // no such ending in that case
           {"Нгуен Тхи Миню", "Нгуен Тхи Минь"},
           {"Нгуен Тхи Минь", "Нгуен Тхи Минь"},
           {"Нгуен Минь Аню", "Нгуен Минь Ань"},  // one that is elsewhere a given name shows no case
           {"Нгуен Тхи Донгу", "Нгуен Тхи Донг"},
           {"Нгуен Ваню", "Нгуен Ваню"},  // nothing that would be a name
           {"Anna-Maria Lee", "Anna-Maria Lee"},
       }) {
    Article article = ArticleOf(text);
    Tree tree = ReadArticle(article, pack->annotator->Annotate(article), *pack);
    EXPECT_EQ(PersonName(TreeView(article, tree, *pack), tree.roots[1]), name) << text;
  }
}

}  // namespace
}  // namespace acta
