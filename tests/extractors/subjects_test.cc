// Whose figure it is: the body or place that opens its clause.

#include "extractors/engine/subjects.h"

#include <gtest/gtest.h>

#include "tests/extractors/figure_pack.h"

namespace acta {
namespace {

std::string SubjectsOf(const std::string& text) {
  static const Pack pack = FigurePack(std::string(kFigureWords) + "of = ['of']\n");
  return OfFigures(pack, text, &Target::subject);
}

TEST(Subjects, WhoOpensTheClause) {
  EXPECT_EQ(SubjectsOf("The ministry spent 5%."), "ministry");
  EXPECT_EQ(SubjectsOf("By 2024, the ministry had so far spent 5%, or rather a good deal more than 6%."),
            "ministry | ministry");
  EXPECT_EQ(SubjectsOf("The ministry spent 5%, the council 6%."), "ministry | council");
  EXPECT_EQ(SubjectsOf("The ministry spent 5%; 6% remain."), "ministry | -");
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
