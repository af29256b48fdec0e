// Goal or result: what the words around a figure make of it.

#include "extractors/engine/aims.h"

#include <gtest/gtest.h>

#include "extractors/engine/extract.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

// "reached 5%" is told as past; "aims" and "so far" have a status; "will", "was" stand behind; "plan :" announces.
Pack Load() {
  TinyPack tiny;
  tiny.Language(
      "phases = ['date', 'quantity', 'goals', 'target', 'task']\n[text]\nbreaks = ';'\n"
      "[[register]]\nkind = 'goals'\nuntil = 'items'\n");
  tiny.Lexicon(
      "and\tand\nby\tby\ncomparator\tabout\nbe\twas\ttense=past\ngoal_word\taims\tstatus=goal\n"
      "result_word\tso "
      "far\tstatus=result\nrise\trose\tstatus=result\nunit\t%\tunit=percent\nwill\twill\ttense=future\n");
  tiny.Text(kYearsAndNumbers);
  tiny.Rules(
      std::string(kDatesAndShares) +
      "[[rule]]\nkind = 'goals'\npattern = '\"plan\" \":\"'\nexamples = ['plan:']\n"
      "[[rule]]\nkind = 'target'\nset = { tense = 'past' }\npattern = '\"reached\" value:<quantity>'\n"
      "examples = ['reached {value: 5%}']\n"
      "[[rule]]\nkind = 'target'\npattern = '<rise> value:<quantity>'\nexamples = ['rose {value: 5%}']\n"
      "[[rule]]\nkind = 'target'\npattern = 'value:<quantity>'\nexamples = ['{value: 5%}']\n"
      "[[rule]]\nkind = 'task'\npattern = '(<by> <date>)? \"have\" action:<^eos>+'\nexamples = ['By 2030 "
      "have 5%.']\n");
  return tiny.Loaded();
}

std::string StatusesOf(const std::string& text) {
  static const Pack pack = Load();
  std::string out;
  for (const Target& one : Extract(ArticleOf(text, "2025-09-10"), pack).targets)
    out += (out.empty() ? "" : " ") + one.status->value;
  return out;
}

TEST(Aims, WordsBeforeAFigureDecide) {
  EXPECT_EQ(StatusesOf("It has 5%."), "result");
  EXPECT_EQ(StatusesOf("It aims at 5% and 6%."), "goal goal");
  EXPECT_EQ(StatusesOf("It aims at 5% and so far has 6%."), "goal result");
}

TEST(Aims, AFigureThatOpensItsClauseIsTheSubjectOfTheVerbBehindIt) {
  EXPECT_EQ(StatusesOf("About 40% of firms in towns, villages and ports will open."), "goal");
  EXPECT_EQ(StatusesOf("By 2019, 40% of it was done and will stay."), "result");
  EXPECT_EQ(StatusesOf("It gave 40% to a plant that will open."), "result");  // an object
  EXPECT_EQ(StatusesOf("40% of it; the rest will follow."), "result");        // another clause
  EXPECT_EQ(StatusesOf("40% of firms and 50% of farms will grow."), "result goal");
}

TEST(Aims, APastTenseYieldsToGoalsThatWereAnnounced) {
  EXPECT_EQ(StatusesOf("Firms reached 5%."), "result");
  EXPECT_EQ(StatusesOf("It aims at more, for it reached 5%."), "result");
  EXPECT_EQ(StatusesOf("The plan: firms reached 5%; farms reached 6%."), "goal goal");
  EXPECT_EQ(StatusesOf("The plan:\n- Firms reached 5%.\n- So far farms reached 6%."), "goal result");
}

TEST(Aims, AWordOfResultsYieldsAsAPastTenseDoes) {
  EXPECT_EQ(StatusesOf("Firms rose 5%."), "result");
  EXPECT_EQ(StatusesOf("The plan: firms rose 5%; farms rose 6%, and inns rose 7%."), "goal goal goal");
  EXPECT_EQ(StatusesOf("The plan:\n- So far farms rose 6%.\n- In 2024 inns rose 7%."), "result result");
}

TEST(Aims, OnlyADateThatIsStillToComeMakesAGoal) {
  EXPECT_EQ(StatusesOf("In 2027 firms 5%."), "goal");
  EXPECT_EQ(StatusesOf("In 2025 firms 5%."), "result");  // the year that is running
  EXPECT_EQ(StatusesOf("By 2025 firms 5%."), "goal");
  EXPECT_EQ(StatusesOf("In 2024 firms 5%."), "result");
  EXPECT_EQ(StatusesOf("In 2027 firms 5%; farms 6%."), "goal goal");  // opens what the clause goes on
  EXPECT_EQ(StatusesOf("Firms in the time until then, and 2027, 5%; farms 6%."), "goal result");
}

TEST(Aims, ATaskWhoseDayIsGoneIsWhatWasReached) {
  EXPECT_EQ(StatusesOf("Have 5%."), "goal");
  EXPECT_EQ(StatusesOf("2026 have 5%."), "goal");
  EXPECT_EQ(StatusesOf("2025 have 5%."), "goal");  // the year that is running
  EXPECT_EQ(StatusesOf("2024 have 5%."), "result");
}

}  // namespace
}  // namespace acta
