// By when a goal is to be reached: which date of a sentence goes with which of its figures.

#include "extractors/engine/goal_dates.h"

#include <gtest/gtest.h>

#include "extractors/engine/extract.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

// A goal is "reach" and a percentage; a deadline "by" and a year; a bare year is a date.
Pack Load() {
  TinyPack tiny;
  tiny.Language("phases = ['date', 'quantity', 'deadline', 'target']\n");
  tiny.Lexicon("by\tby\nunit\t%\tunit=percent\n");
  tiny.Text(kYearsAndNumbers);
  tiny.Rules(std::string(kDatesAndShares) +
             "[[rule]]\nkind = 'deadline'\npattern = '<by> due:<date>'\nexamples = ['by 2030']\n"
             "[[rule]]\nkind = 'target'\nset = { status = 'goal' }\npattern = 'value:<quantity>'\n"
             "examples = ['{value: 5%}']\n");
  return tiny.Loaded();
}

TEST(GoalDates, EachGoalHasTheDateOfItsClause) {
  static const Pack pack = Load();
  struct Case {
    const char* text;
    const char* years;
  };
  for (auto [text, years] : {
           Case{"firms 40% by 2027 and homes 60% by 2030.", "2027 2030"},
           {"by 2027, firms 40% and homes 60%.", "2027 2027"},
           {"by 2027, firms 40%; by 2030, homes 60%.", "2027 2030"},
           {"in 2027 firms 40%; in 2030 homes 60%.", "2027 2030"},
           {"homes 60% by 2030, so that firms grow 8%.", "2030 -"},
           {"homes 60%, firms 8% by 2030.", "- 2030"},
           {"homes 60%, all by 2030.", "2030"},
           {"By 2030 homes 60%. Firms 8%.", "2030 2030"},
           {"By 2030 homes 60%. Rain came. Firms 8%.", "2030 -"},
           {"By 2030 homes 60%.\nFirms 8%.", "2030 -"},
           {"Homes 60% by 2030. Firms 8%.", "2030 -"},
           {"in 2019 homes 60%.", "-"},
       }) {
    Article article = ArticleOf(text);
    article.published = "2025-09-10";
    std::string out;
    for (const Target& one : Extract(article, pack).targets)
      out += (out.empty() ? "" : " ") + (one.by ? std::to_string(one.by->value.year) : std::string("-"));
    EXPECT_EQ(out, years) << text;
  }
}

}  // namespace
}  // namespace acta
