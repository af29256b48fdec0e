// Whose figure it is: the body or place that opens its clause.

#include "extractors/engine/subjects.h"

#include <gtest/gtest.h>

#include "extractors/engine/extract.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

// A body is a “ministry” or “council”, maybe of a letter; "so far" has a status, "told" gives an order.
Pack Load() {
  TinyPack tiny;
  tiny.Language("phases = ['date', 'quantity', 'agency', 'person', 'target']\n[text]\nbreaks = ';'\n");
  tiny.Lexicon(
      "and\tand\nby\tby\narticle\tthe\nresult_word\tso far\tstatus=result\norder\ttold\tstrength=order\n"
      "body\tministry\tcase=nom\nbody\tcouncil\tcase=nom\nbody\tcouncils\tcase=gen\nname\tann\nunit\t%\tunit="
      "percent\n");
  tiny.Text(kYearsAndNumbers);
  tiny.Rules(std::string(kDatesAndShares) +
             "[[rule]]\nkind = 'agency'\npattern = 'name:<body>'\nexamples = ['ministry']\n"
             "[[rule]]\nkind = 'person'\npattern = '<name>'\nexamples = ['ann']\n"
             "[[rule]]\nkind = 'target'\npattern = 'value:<quantity>'\nexamples = ['{value: 5%}']\n");
  return tiny.Loaded();
}

// The subjects of the figures of a text, "-" where there is none.
std::string SubjectsOf(const std::string& text) {
  static const Pack pack = Load();
  std::string out;
  for (const Target& one : Extract(ArticleOf(text, "2025-09-10"), pack).targets)
    out += (out.empty() ? "" : " ") + (one.subject ? one.subject->value : std::string("-"));
  return out;
}

TEST(Subjects, WhoOpensTheClause) {
  EXPECT_EQ(SubjectsOf("The ministry spent 5%."), "ministry");
  EXPECT_EQ(SubjectsOf("By 2024, the ministry had so far spent 5%, or rather a good deal more than 6%."),
            "ministry ministry");
  EXPECT_EQ(SubjectsOf("The ministry spent 5%, the council 6%."), "ministry council");
  EXPECT_EQ(SubjectsOf("The ministry spent 5%; 6% remain."), "ministry -");
}

TEST(Subjects, WhatIsLessPlainHasNone) {
  EXPECT_EQ(SubjectsOf("It gave the ministry 5%."), "-") << "no clause begins with it";
  EXPECT_EQ(SubjectsOf("The ministry and the council spent 5%."), "-") << "a list";
  EXPECT_EQ(SubjectsOf("The ministry with ann spent 5%."), "-") << "somebody else is named";
  EXPECT_EQ(SubjectsOf("The ministry told schools to spend 5%."), "-") << "an order";
  EXPECT_EQ(SubjectsOf("The councils spent 5%."), "-") << "not the nominative";
  EXPECT_EQ(SubjectsOf("The ministry is glad that all of the schools have 5%."), "-") << "too far";
}

}  // namespace
}  // namespace acta
