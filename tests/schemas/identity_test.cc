#include "schemas/identity.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/schemas/sample_facts.h"

namespace acta {
namespace {

TEST(Sha256, KnownAnswers) {
  // FIPS 180-4, example vectors.
  EXPECT_EQ(Sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(AssignIds, EveryRecordHasItsOwnWellFormedId) {
  Article article = SampleArticle();
  Facts facts = EveryField(article).Make();
  std::set<std::string> ids;
  size_t records = 0;
  WalkRecords(facts, [&](const auto& record) {
    EXPECT_TRUE(IsRecordId(record.head.id)) << record.head.id;
    ids.insert(record.head.id);
    ++records;
  });
  EXPECT_EQ(ids.size(), records);
}

TEST(AssignIds, AgainChangesNothing) {
  Article article = SampleArticle();
  Facts facts = SampleFacts(article);
  Facts again = facts;
  AssignIds(article, again);
  EXPECT_EQ(again, facts);
}

TEST(AssignIds, DependsOnTheTextNotOnTheRuleOrTheUrl) {
  Article here = SampleArticle("https://example.test/a"), there = SampleArticle("https://example.test/b");
  Facts first = SampleFacts(here), second = SampleFacts(there);
  EXPECT_EQ(first.deadlines[0].head.id, second.deadlines[0].head.id);

  second.deadlines[0].head.rule = "vi/deadline.toml:99";
  second.deadlines[0].task.reset();
  AssignIds(there, second);
  EXPECT_EQ(first.deadlines[0].head.id, second.deadlines[0].head.id);

  there.text += "Hết.\n";
  AssignIds(there, second);
  EXPECT_NE(first.deadlines[0].head.id, second.deadlines[0].head.id);
}

TEST(AssignIds, TellsEqualRecordsApart) {
  Article article = SampleArticle();
  Facts facts = SampleFacts(article);
  facts.deadlines.push_back(facts.deadlines[0]);
  AssignIds(article, facts);
  EXPECT_NE(facts.deadlines[0].head.id, facts.deadlines[1].head.id);
}

TEST(AssignIds, LinksFollowAndLooseOnesAreDropped) {
  Article article = SampleArticle();
  Facts facts = SampleFacts(article);
  EXPECT_EQ(facts.directives[0].links.deadlines, std::vector{facts.deadlines[0].head.id});
  EXPECT_EQ(facts.directives[0].links.resolutions[0].id, facts.resolutions[0].head.id);

  facts.directives[0].links.deadlines.push_back("deadline:7");
  facts.directives[0].links.targets.push_back("acta-0000000000000000");
  AssignIds(article, facts);
  EXPECT_EQ(facts.directives[0].links.deadlines.size(), 1u);
  EXPECT_TRUE(facts.directives[0].links.targets.empty());
}

TEST(IsRecordId, Forms) {
  EXPECT_TRUE(IsRecordId("acta-0123456789abcdef"));
  for (const char* wrong :
       {"", "acta-", "acta-0123456789abcde", "acta-0123456789abcdeg", "ACTA-0123456789abcdef"}) {
    EXPECT_FALSE(IsRecordId(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace acta
