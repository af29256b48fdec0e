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
  tiny.Language("phases = ['date', 'quantity', 'resolution', 'deadline', 'target']\n");
  tiny.Lexicon("by\tby\nunit\t%\tunit=percent\ndoc_kind\tplan\tkind=plan\n");
  tiny.Text(kYearsAndNumbers);
  tiny.Rules(std::string(kDatesAndShares) +
             "[[rule]]\nkind = 'resolution'\npattern = 'kind:<doc_kind> \"on\" title:(\"roads\" \"in\" "
             "<date> <lower>?)'\n"
             "examples = ['plan on roads in 2030']\n"
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
           {"homes 60% in 2027, firms 8%.", "2027 -"},
           {"homes 60% in 2027, 65% in 2028, and 70% in 2030.", "2027 2028 2030"},
           {"homes 60% by 2030, so that firms grow 8%.", "2030 -"},
           {"homes 60%, firms 8% by 2030.", "- 2030"},
           {"homes 60%, all by 2030.", "2030"},
           {"By 2030 homes 60%. Firms 8%.", "2030 2030"},
           {"By 2030 homes 60%. Rain came. Firms 8%.", "2030 -"},
           {"By 2030 homes 60%.\nFirms 8%.", "2030 -"},
           {"Homes 60% by 2030. Firms 8%.", "2030 -"},
           {"in 2019 homes 60%.", "-"},
           // The year that the title of a document ends with.
           {"The plan on roads in 2027: homes 60%, firms 8%.", "2027 2027"},
           {"The plan on roads in 2027 alone: homes 60%.", "-"},
       }) {
    Article article = ArticleOf(text);
    article.published = "2025-09-10";
    std::string out;
    for (const Target& one : Extract(article, pack).targets)
      out += (out.empty() ? "" : " ") + (one.by ? std::to_string(one.by->value.year) : std::string("-"));
    EXPECT_EQ(out, years) << text;
  }
}

// Orders: “ask NAME to …”; the date of a figure behind a comma is not that of the order.
TEST(GoalDates, AFiguresDateIsNotTheOrders) {
  TinyPack tiny;
  tiny.Language(
      "phases = ['date', 'quantity', 'deadline', 'target', 'directive']\n[text]\nbreaks = ';'\n"
      "[[register]]\nkind = 'directive'\nuntil = 'paragraph'\n");
  tiny.Lexicon("by\tby\nunit\t%\tunit=percent\norder\tasks\tstrength=request\nagency\tOffice\n");
  tiny.Text(kYearsAndNumbers);
  tiny.Rules(std::string(kDatesAndShares) +
             "[[rule]]\nkind = 'deadline'\npattern = '<by> due:<date>'\nexamples = ['by 2030']\n"
             "[[rule]]\nkind = 'target'\nset = { status = 'goal' }\npattern = 'value:<quantity>'\n"
             "examples = ['{value: 5%}']\n"
             "[[rule]]\nkind = 'directive'\npattern = '<order> assignees:<agency> \"to\" action:<^eos>+'\n"
             "examples = ['asks Office to act']\n");
  const Pack pack = tiny.Loaded();
  for (auto [text, due] : {
           std::pair{"asks Office to mend roads by 2027", 2027},
           {"asks Office to reach 98% by 2027", 2027},
           {"asks Office to mend roads, so that 98% are well by 2027", 0},
           {"asks Office to mend roads, so that 98% are well by 2027, and report by 2029", 2029},
           {"asks Office to mend roads; all by 2027", 2027},
           {"asks Office to mend roads; 98% are well by 2027", 0},
       }) {
    auto orders = Extract(ArticleOf(text, "2025-09-10"), pack).directives;
    ASSERT_EQ(orders.size(), 1u) << text;
    EXPECT_EQ(orders[0].deadline ? orders[0].deadline->value.year : 0, due) << text;
  }
}

// A figure that a heading says again.
TEST(GoalDates, AHeadingRepeatsAFigure) {
  static const Pack pack = Load();
  EXPECT_EQ(Extract(ArticleOf("Firms at 40%:\nfirms 40% by 2027."), pack).targets.size(), 1u);
  EXPECT_EQ(Extract(ArticleOf("Firms at 41%:\nfirms 40% by 2027."), pack).targets.size(), 2u);
}

// “77-80 %”: both ends have the scale that is said once.
TEST(Ranges, TheLowEndTakesTheScale) {
  TinyPack tiny;
  tiny.Language("phases = ['quantity', 'target']\n");
  tiny.Lexicon("unit\tkm\tunit=km\nscale\tmn\t1e6\n");
  tiny.Text("[[pattern]]\nkind = 'number'\nregex = '\\d+'\n");
  tiny.Rules(
      "[[rule]]\nkind = 'quantity'\npattern = '<number> <scale>? <unit>'\nexamples = ['5 km']\n"
      "[[rule]]\nkind = 'target'\npattern = 'value:<number> \"-\" value_max:<quantity>'\nexamples = ['5-7 "
      "km']\n");
  const Pack pack = tiny.Loaded();
  for (auto [text, low] : {std::pair{"77-80 mn km", 77e6}, {"77-80 km", 77.}, {"900-80 mn km", 900.}}) {
    auto targets = Extract(ArticleOf(text), pack).targets;
    ASSERT_EQ(targets.size(), 1u) << text;
    EXPECT_DOUBLE_EQ(targets[0].value->value, low) << text;
  }
}

}  // namespace
}  // namespace acta
