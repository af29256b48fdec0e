#include "schemas/link.h"

#include <gtest/gtest.h>

#include "tests/schemas/sample_facts.h"

namespace acta {
namespace {

using Names = std::vector<std::string>;

TEST(LinkByPlace, ADeadlineWithinAnOrderIsItsOwn) {
  Article article = SampleArticle();
  Facts facts = SampleFacts(article);
  facts.directives[0].links = {};
  LinkByPlace(facts);
  EXPECT_EQ(facts.directives[0].links.deadlines, Names{"deadline:0"});
  EXPECT_EQ(facts.directives[0].links.targets, Names{}) << "the target stands in the next sentence";
  EXPECT_TRUE(facts.directives[0].links.resolutions.empty());
}

TEST(LinkByPlace, WhatTheRulesLinkedStays) {
  Article article = SampleArticle();
  Facts facts = SampleFacts(article);
  facts.directives[0].links.deadlines = {"elsewhere"};
  LinkByPlace(facts);
  EXPECT_EQ(facts.directives[0].links.deadlines, Names{"elsewhere"});
}

TEST(LinkByPlace, NeighboursDoNotTouch) {
  Article article = PlainTextArticle("a", "Sở A báo cáo. Trước 15/9 họp.\n");
  Facts facts;
  facts.directives.resize(1);
  facts.directives[0].action = Said(article, "báo cáo");
  facts.deadlines.resize(1);
  facts.deadlines[0].head.mentions = {SpanOf(article, "Trước 15/9")};
  LinkByPlace(facts);
  EXPECT_TRUE(facts.directives[0].links.deadlines.empty());
}

}  // namespace
}  // namespace acta
