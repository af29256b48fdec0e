#include "schemas/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/schemas/sample_facts.h"

namespace acta {
namespace {

using Json = nlohmann::json;

TEST(ExtractLine, RoundTripOfEveryField) {
  Article article = SampleArticle();
  Facts facts = EveryField(article).Make();
  Result<Extraction> reading = ParseExtractLine(ExtractLine(article, facts));
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(reading->facts, facts);
  EXPECT_EQ(reading->article.text, article.text);
  EXPECT_EQ(reading->article.published, article.published);
  EXPECT_EQ(ExtractLine(reading->article, reading->facts), ExtractLine(article, facts));
}

TEST(ParseExtractLine, KeysMayComeInAnyOrder) {
  Article article = SampleArticle();
  Facts facts = EveryField(article).Make();
  const std::string in_order_of_the_alphabet = Json::parse(ExtractLine(article, facts)).dump();
  Result<Extraction> reading = ParseExtractLine(in_order_of_the_alphabet);
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(reading->facts, facts);
}

TEST(ExtractLine, IsTheContract) {
  Article article = SampleArticle();
  Json json = Json::parse(ExtractLine(article, SampleFacts(article)));
  EXPECT_EQ(json["source"], "https://example.test/a");
  EXPECT_EQ(json["article"]["language"], "vi");
  for (const char* list :
       {"officials", "agencies", "resolutions", "targets", "deadlines", "directives", "progress"}) {
    EXPECT_TRUE(json[list].is_array()) << list;
  }
  const Json& directive = json["directives"][0];
  EXPECT_EQ(directive["assignees"], Json({"Sở Y tế", "Sở Tài chính"}));
  EXPECT_EQ(directive["deadline"], "2025-09-15");
  EXPECT_TRUE(directive["urgency"].is_null());
  EXPECT_EQ(json["targets"][0]["value"].dump(), "80");
  EXPECT_EQ(directive["evidence"]["assignees"].size(), 2u);
  EXPECT_EQ(directive["evidence"]["issuer"][0]["basis"], "resolved");
  EXPECT_EQ(json["officials"][0]["evidence"]["posts.0.body"][0]["quote"], "UBND tỉnh");
}

TEST(ExtractLine, OffsetsCountCodePoints) {
  Article article = PlainTextArticle("t", "Họp 🏛️ ở Hà Nội\n");
  Facts facts;
  facts.agencies.resize(1);
  facts.agencies[0].name = Said(article, "Hà Nội");
  facts.agencies[0].head.mentions = {SpanOf(article, "Hà Nội")};
  Json name = Json::parse(ExtractLine(article, facts))["agencies"][0]["evidence"]["name"][0];
  EXPECT_EQ(name["start"], 9);  // H ọ p ␣ 🏛 VS16 ␣ ở ␣
  EXPECT_EQ(name["end"], 15);
}

TEST(ErrorLine, HasTheSameKeysAndTheReason) {
  Json json = Json::parse(ExtractErrorLine("missing.html", {"not_found", "missing.html: no such file"}));
  EXPECT_EQ(json["source"], "missing.html");
  EXPECT_EQ(json["error"], "missing.html: no such file");
  EXPECT_EQ(json["error_kind"], "not_found");
  EXPECT_EQ(json["officials"], Json::array());
  Result<Extraction> parsed = ParseExtractLine(json.dump());
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error(), (Error{"not_found", "missing.html: no such file"}));
}

TEST(CleanLine, LeavesOutTheHeadline) {
  Article article = SampleArticle();
  Json json = Json::parse(CleanLine(article));
  EXPECT_EQ(json["title"], "Giao ban tháng 9");
  EXPECT_TRUE(json["text"].get<std::string>().starts_with("Sáng 5/9"));
  EXPECT_TRUE(json["byline"].is_null());
}

TEST(ExtractLine, BytesThatAreNotUtf8StayValidJson) {
  EXPECT_FALSE(Json::parse(CleanErrorLine("bad\xff name", {"io", "x"}), nullptr, false).is_discarded());
}

// Each way a line can be wrong, and what is said about it.
TEST(ParseExtractLine, NamesTheMistake) {
  Article article = SampleArticle();
  const Json good = Json::parse(ExtractLine(article, SampleFacts(article)));
  struct Case {
    const char* pointer;
    Json value;
    const char* message;
  };
  const Case cases[] = {
      {"/article/text", nullptr, "article.text is missing"},
      {"/deadlines", nullptr, "deadlines is not a list"},
      {"/deadlines/0", 7, "deadlines.0 has no basis"},
      {"/deadlines/0/date", "2025-02-30", "deadlines.0.date has a value of the wrong type"},
      {"/deadlines/0/precision", "week", "deadlines.0.precision has a word outside its vocabulary"},
      {"/deadlines/0/quote", nullptr, "deadlines.0.quote is required"},
      {"/targets/0/value", "80", "targets.0.value has a value of the wrong type"},
      {"/directives/0/assignees", "Sở Y tế", "directives.0.assignees is not a list"},
      {"/directives/0/evidence/action", nullptr, "directives.0.evidence.action is missing"},
      {"/directives/0/evidence/action/0/start", 3,
       "directives.0.evidence.action does not quote the text at its offsets"},
      {"/directives/0/evidence/action", 7, "directives.0.evidence.action is missing"},
      {"/directives/0/evidence", "x", "directives.0.evidence.issuer is missing"},
      {"/directives/0/mentions", nullptr, "directives.0.mentions is not a list"},
      {"/directives/0/links/resolutions", 7, ""},
      {"/directives/0/mentions/0/end", 99999, "directives.0.mentions has offsets outside the text"},
      {"/officials/0/posts/0/role", "king", "officials.0.posts.0.role has a word outside its vocabulary"},
  };
  for (const Case& c : cases) {
    Json bad = good;
    bad[Json::json_pointer(c.pointer)] = c.value;
    Result<Extraction> reading = ParseExtractLine(bad.dump());
    if (c.message[0] == '\0') {
      EXPECT_TRUE(reading) << c.pointer << " is read as absent";
      continue;
    }
    ASSERT_FALSE(reading) << c.pointer;
    EXPECT_EQ(reading.error().kind, "bad_record");
    EXPECT_EQ(reading.error().message, c.message) << c.pointer;
  }
  for (const char* line : {"", "{", "[1]", "null", "\"x\"", "{}"})
    EXPECT_FALSE(ParseExtractLine(line)) << line;
  EXPECT_TRUE(ParseExtractLine("\xEF\xBB\xBF" + good.dump())) << "a byte order mark is no fault";
}

}  // namespace
}  // namespace acta
