// What a figure measures: the words before it, or those that follow it.

#include "extractors/engine/figure_phrases.h"

#include <gtest/gtest.h>

#include "extractors/engine/extract.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

constexpr char kFigures[] =
    "[figures]\nverbs = ['doing']\nstops = ['stop']\nlight = ['article', 'adverb']\nlinks = ['link']\n"
    "joins = ['and']\n";

// Percentages and schools are figures; "can" and "reach" are verbs, "said" is a stop.
Pack Load(const std::string& figures) {
  TinyPack tiny;
  tiny.Language("phases = ['quantity', 'agency', 'target']\n[text]\nbreaks = ';'\n" + figures);
  tiny.Lexicon(
      "and\tand\narticle\tthe\nadverb\tnearly\nlink\tof\nof\tof\nlink\tin\ndoing\treach\ndoing\ttrained\n"
      "be\tis\nbody\tministry\nowner\tcity\nstop\tsaid\nunit\t%\tunit=percent\nunit\tschools\tunit=school\n");
  tiny.Text(kYearsAndNumbers);
  tiny.Rules(
      "[[rule]]\nkind = 'quantity'\npattern = '<number> <unit>'\nexamples = ['5%']\n"
      "[[rule]]\nkind = 'agency'\npattern = 'name:<body>'\nexamples = ['ministry']\n"
      "[[rule]]\nkind = 'target'\npattern = 'value:<quantity>'\nexamples = ['{value: 5%}']\n");
  return tiny.Loaded();
}

// The indicators of the figures of a text, "-" where there is none.
std::string IndicatorsOf(const std::string& text, const std::string& figures = kFigures) {
  std::string out;
  const Pack pack = Load(figures);
  for (const Target& one : Extract(ArticleOf(text), pack).targets)
    out += (out.empty() ? "" : " | ") + (one.indicator ? one.indicator->value : std::string("-"));
  return out;
}

TEST(FigurePhrases, WhatStandsBeforeTheVerb) {
  EXPECT_EQ(IndicatorsOf("The forest cover rate is 54%."), "forest cover rate");
  EXPECT_EQ(IndicatorsOf("The rate of trained workers is nearly 54%."), "rate of trained workers");
  EXPECT_EQ(IndicatorsOf("He said the rate is 54%."), "rate");
  EXPECT_EQ(IndicatorsOf("Farms, woods and mines reach 5%, shops 6%."), "Farms, woods and mines | shops");
}

TEST(FigurePhrases, WhatFollows) {
  EXPECT_EQ(IndicatorsOf("Nearly 80% of villages reach it."), "villages reach it");
  EXPECT_EQ(IndicatorsOf("The city had 5 schools in the hills, and it grew."), "schools in the hills");
}

TEST(FigurePhrases, WhatTheFigureBeforeMeasures) {
  EXPECT_EQ(IndicatorsOf("The cover rate is 54%, nearly 6%."), "cover rate | cover rate");
}

TEST(FigurePhrases, WhoseFigureItIsSaysNothing) {
  EXPECT_EQ(IndicatorsOf("The ministry is 5%."), "-");
  EXPECT_EQ(IndicatorsOf("The city is 5%."), "-");
  EXPECT_EQ(IndicatorsOf("Green River Band is 5%."), "-") << "a name";
}

TEST(FigurePhrases, WhoIsNamedInIt) {
  const Pack pack = Load(kFigures);
  const auto targets = Extract(ArticleOf("The cover rate of the ministry is 54%."), pack).targets;
  ASSERT_EQ(targets.size(), 1u);
  EXPECT_EQ(targets[0].indicator->value, "cover rate of the ministry");
  ASSERT_TRUE(targets[0].subject);
  EXPECT_EQ(targets[0].subject->value, "ministry");
}

TEST(FigurePhrases, OnlyWherePacksTellTheWords) {
  EXPECT_EQ(IndicatorsOf("The forest cover rate is 54%.", ""), "-");
}

}  // namespace
}  // namespace acta
