// What is measured: the words beside a figure that name it.

#include "extractors/engine/indicators.h"

#include <gtest/gtest.h>

#include "extractors/engine/extract.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

// “revenue” opens what is measured, and “rate” with the words behind it; “schools” are counted.
Pack Load() {
  TinyPack tiny;
  tiny.Language("phases = ['date', 'quantity', 'target']\n[text]\nbreaks = ';'\n");
  tiny.Lexicon(
      "counted_end\tsince\ndirection\tup\tdirection=increase\nmeasured\trevenue\nmeasured_of\trate\n"
      "reach\treached\nunit\t%\tunit=percent\nunit\tschools\tunit=school\n");
  tiny.Text(kYearsAndNumbers);
  tiny.Rules(std::string(kDatesAndShares) +
             "[[rule]]\nkind = 'target'\npattern = '<reach>? direction:<direction>? value:<quantity>'\n"
             "examples = ['reached {value: 5%}', 'up {value: 5%}']\n");
  return tiny.Loaded();
}

// The indicators of the figures of a text, "-" where there is none, "=" before one from the figure before.
std::string IndicatorsOf(const std::string& text) {
  static const Pack pack = Load();
  std::string out;
  for (const Target& one : Extract(ArticleOf(text, "2025-09-10"), pack).targets) {
    out += out.empty() ? "" : " | ";
    if (one.indicator && one.indicator->basis == Basis::kResolved) out += "= ";
    out += one.indicator ? one.indicator->value : "-";
  }
  return out;
}

TEST(Indicators, FromItsNounToTheVerb) {
  EXPECT_EQ(IndicatorsOf("In town, revenue from tolls reached 5%."), "revenue from tolls");
  EXPECT_EQ(IndicatorsOf("The rate of poor homes, or nearly poor ones, reached 5%."),
            "rate of poor homes, or nearly poor ones");
  EXPECT_EQ(IndicatorsOf("The rate reached 5%."), "-") << "of what?";
  EXPECT_EQ(IndicatorsOf("Revenue reached a peak, trade reached 5%."), "-") << "told of something else";
  EXPECT_EQ(IndicatorsOf("Revenue is told below; it reached 5%."), "-") << "another clause";
}

TEST(Indicators, WhatIsCountedStandsBehind) {
  EXPECT_EQ(IndicatorsOf("It has 7 schools of good standing since 2020."), "schools of good standing");
  EXPECT_EQ(IndicatorsOf("It has 7 schools, and 9 schools by the sea."), "schools | schools by the sea");
}

TEST(Indicators, AFigureThatOpensItsPartGoesOnOfTheSame) {
  EXPECT_EQ(IndicatorsOf("Revenue from tolls reached 5%, up 2%."),
            "Revenue from tolls | = Revenue from tolls");
  EXPECT_EQ(IndicatorsOf("It has 7 schools by the sea (up 2%)."),
            "schools by the sea | = schools by the sea");
  EXPECT_EQ(IndicatorsOf("Revenue from tolls reached 5%, trade was up 2%."), "Revenue from tolls | -");
  EXPECT_EQ(IndicatorsOf("Revenue from tolls reached 5%; up 2%."), "Revenue from tolls | -");
}

}  // namespace
}  // namespace acta
