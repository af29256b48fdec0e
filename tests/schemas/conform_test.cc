#include "schemas/conform.h"

#include <gtest/gtest.h>

#include "tests/schemas/sample_facts.h"

namespace acta {
namespace {

TEST(Conform, FactsInOrderStayAsTheyAre) {
  Article article = SampleArticle();
  for (const Facts& facts : {SampleFacts(article), EveryField(article).Make()}) {
    Facts same = facts;
    EXPECT_EQ(Conform(same), 0u);
    EXPECT_EQ(same, facts);
  }
}

TEST(Conform, AStrangeWordBecomesOtherOrNothing) {
  Article article = SampleArticle();
  Facts facts = SampleFacts(article);
  facts.agencies[0].kind->value = "Standing Board";
  facts.officials[0].posts[0].capacity->value = "eternal";
  EXPECT_EQ(Conform(facts), 2u);
  EXPECT_EQ(facts.agencies[0].kind->value, "other");
  EXPECT_FALSE(facts.officials[0].posts[0].capacity);
  EXPECT_TRUE(facts.officials[0].posts[0].title);
}

TEST(Conform, WhatLacksARequiredFieldIsLeftOut) {
  Article article = SampleArticle();
  Facts facts = SampleFacts(article);
  facts.deadlines[0].quote.reset();
  facts.directives[0].parties[1].name.reset();
  facts.events[0].kind->value = "picnic";  // has "other"
  EXPECT_EQ(Conform(facts), 3u);
  EXPECT_TRUE(facts.deadlines.empty());
  EXPECT_EQ(facts.directives[0].parties.size(), 1u);
  EXPECT_EQ(facts.events[0].kind->value, "other");
}

}  // namespace
}  // namespace acta
