// What a figure counts, where its rule does not say.

#include "extractors/engine/counted.h"

#include <gtest/gtest.h>

#include "extractors/engine/extract.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

Pack Load() {
  TinyPack tiny;
  tiny.Language("phases = ['date', 'quantity', 'target']\n");
  tiny.Lexicon(
      "verb\tbuilt\nresult_word\treached\tstatus=result\nconj\tor\nin\tin\nunit\t%\tunit=percent\n"
      "unit\tschools\tunit=school\n");
  tiny.Text(kYearsAndNumbers);
  tiny.Rules(std::string(kDatesAndShares) +
             "[[rule]]\nkind = 'target'\npattern = 'value:<quantity>'\nexamples = ['{value: 5%}']\n");
  return tiny.Loaded();
}

// What the figures of a text count, "-" where nothing is said, with " | " between them.
std::string CountedIn(const std::string& text) {
  static const Pack pack = Load();
  std::string out;
  for (const Target& one : Extract(ArticleOf(text, "2025-09-10"), pack).targets)
    out += (out.empty() ? "" : " | ") + (one.indicator ? one.indicator->value : std::string("-"));
  return out;
}

TEST(Counted, WordsBehindTheFigure) {
  EXPECT_EQ(CountedIn("They say that 5% of communes built roads."), "of communes");
  EXPECT_EQ(CountedIn("There 5% in 2024."), "There") << "a date ends it";
}

TEST(Counted, WordsThatOpenTheClause) {
  EXPECT_EQ(CountedIn("Total output in 2024 reached 5%."), "Total output");
}

TEST(Counted, TheFigureBefore) { EXPECT_EQ(CountedIn("Output reached 5% or 6%."), "Output | Output"); }

}  // namespace
}  // namespace acta
