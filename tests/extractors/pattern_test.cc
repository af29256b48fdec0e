#include "extractors/engine/pattern.h"

#include <gtest/gtest.h>

namespace acta {
namespace {

// ---- the syntax

// "at: message", or "ok".
std::string Verdict(std::string_view pattern, const PatternParts& parts = {}) {
  auto parsed = ParsePattern(pattern, parts);
  return parsed ? "ok" : std::to_string(parsed.error().at) + ": " + parsed.error().message;
}

TEST(ParsePattern, Table) {
  for (auto [pattern, verdict] : {
           std::pair{"<a>", "ok"},
           {" <a> <b> ", "ok"},
           {"<a|b&^c>", "ok"},
           {"<^a|b>", "ok"},
           {"<a|\"và\">", "ok"},
           {"\"in charge\"", "ok"},
           {"field:<a>+", "ok"},
           {"field:(<a> | <b>){2,4} .", "ok"},
           {"<a>{3} <b>{2,} <c>?", "ok"},
           {"<a> # a remark\n <b>", "ok"},
           {"<a|lower>", "ok"},
           {"", "0: nothing between the bars or brackets"},
           {"# only a remark", "15: nothing between the bars or brackets"},
           {"<a> | ", "6: nothing between the bars or brackets"},
           {"()", "1: nothing between the bars or brackets"},
           {"<a", "0: this < is not closed"},
           {"<>", "1: here must stand the name of a kind"},
           {"<a|>", "3: here must stand the name of a kind"},
           {"<a b>", "0: this < is not closed"},
           {"\"và", "0: this quotation mark is not closed"},
           {"<\"và>", "1: this quotation mark is not closed"},
           {"\" \"", "0: no word between the quotation marks"},
           {"(<a>", "0: this bracket is not closed"},
           {"<a>)", "3: unexpected “)”"},
           {"word", "0: here must stand <kind>, \"word\", (, @part or ."},
           {"*", "0: here must stand <kind>, \"word\", (, @part or ."},
           {"field:", "6: here must stand <kind>, \"word\", (, @part or ."},
           {"<a>{2,1}", "3: bounds are {m}, {m,} or {m,n} with m ≤ n ≤ 100"},
           {"<a>{}", "3: bounds are {m}, {m,} or {m,n} with m ≤ n ≤ 100"},
           {"<a>{101}", "3: bounds are {m}, {m,} or {m,n} with m ≤ n ≤ 100"},
           {"<a>{2", "3: bounds are {m}, {m,} or {m,n} with m ≤ n ≤ 100"},
           {"<a>{,}", "3: bounds are {m}, {m,} or {m,n} with m ≤ n ≤ 100"},
           {"<a>{1,x}", "3: bounds are {m}, {m,} or {m,n} with m ≤ n ≤ 100"},
           {"<a>**", "4: here must stand <kind>, \"word\", (, @part or ."},
           {"<a>?", "0: the pattern can match nothing"},
           {"<a>* <b>?", "0: the pattern can match nothing"},
           {"<a> | <b>*", "0: the pattern can match nothing"},
           {"(<a>?){3}", "0: the pattern can match nothing"},
           {"<a>{0}", "0: the pattern can match nothing"},
           {"<a> (?= <b>)", "ok"},
           {"((?! <a> <b> | <c>) .)+", "ok"},
           {"(?= <a>)", "0: the pattern can match nothing"},
           {"<a> (?= <b>?)", "4: the look ahead can match nothing"},
           {"<a> (?! x:<b>)", "10: a look ahead captures nothing"},
           {"<a> (?= <b> (?! <c>))", "12: a look ahead inside a look ahead"},
           {"<a> (?< <b>)", "4: a look ahead is (?= … ) or (?! … )"},
           {"<a> (?= <b>", "4: this bracket is not closed"},
       }) {
    EXPECT_EQ(Verdict(pattern), verdict) << pattern;
  }
}

TEST(ParsePattern, ACaretNegatesTheSetOrItsKind) {
  // The terms, with ! for a negated kind; the whole in brackets when the set is negated.
  auto meaning = [](std::string_view pattern) {
    auto parsed = ParsePattern(pattern);
    std::string out;
    for (const auto& term : parsed->children.front().terms) {
      if (!out.empty()) out += '|';
      for (const KindTest& test : term) out += (test.negated ? "!" : "") + test.kind;
    }
    return parsed->children.front().negated ? "!(" + out + ")" : out;
  };
  EXPECT_EQ(meaning("<^a>"), "!(a)");
  EXPECT_EQ(meaning("<^a|b>"), "!(a|b)");
  EXPECT_EQ(meaning("<^a&b>"), "!(ab)");
  EXPECT_EQ(meaning("<^a|b&^c>"), "!(a|b!c)");
  EXPECT_EQ(meaning("<a&^b>"), "a!b");
  EXPECT_EQ(meaning("<^a&^b>"), "!a!b");
  EXPECT_EQ(meaning("<^a&b&^c>"), "!ab!c");
}

TEST(ParsePattern, DeepBracketsAreAnErrorNotAnOverflow) {
  std::string fine = std::string(100, '(') + "<a>" + std::string(100, ')');
  EXPECT_EQ(Verdict(fine), "ok");
  std::string deep = std::string(101, '(') + "<a>" + std::string(101, ')');
  EXPECT_EQ(Verdict(deep), "100: brackets are nested more than 100 deep");
  EXPECT_EQ(Verdict(std::string(1000000, '(')), "100: brackets are nested more than 100 deep");
}

TEST(ParsePattern, PartsStandAsIfInBrackets) {
  PatternParts parts;
  parts.emplace("list", *ParsePart("<a> (\",\" <a>)*", parts));
  parts.emplace("maybe", *ParsePart("<b>?", parts));
  parts.emplace("named", *ParsePart("name:@list", parts));
  parts.emplace("ahead", *ParsePart("<a> (?= <b>)", parts));
  for (auto [pattern, verdict] : {
           std::pair{"@list", "ok"},
           {"lead:@list @maybe <c>", "ok"},
           {"@list* <c> | @named", "ok"},
           {"<a> (?= @list)", "ok"},
           {"@ahead", "ok"},
           {"@maybe", "0: the pattern can match nothing"},
           {"<a> @lst", "4: no part is called “lst”; did you mean “list”?"},
           {"<a> @", "4: no part is called “”"},
           {"@ list", "0: no part is called “”"},
           {"<a> (?= @maybe)", "4: the look ahead can match nothing"},
           {"<a> (?= @named)", "8: a look ahead captures nothing, and this part does"},
           {"<a> (?= @ahead)", "8: a look ahead inside a look ahead, by this part"},
       }) {
    EXPECT_EQ(Verdict(pattern, parts), verdict) << pattern;
  }
  // A mistake in a part is told where the pattern names it.
  VisitKinds(*ParsePattern("<c> @list", parts), [](const KindTest& test) {
    EXPECT_EQ(test.at, test.part.empty() ? 1U : 4U) << test.kind;
    EXPECT_EQ(test.part, test.kind == "c" ? "" : "list");
  });
}

TEST(ParsePattern, PartsOfPartsStaySmall) {
  PatternParts parts;
  parts.emplace("p0", *ParsePart("<a>", parts));
  std::string error;
  for (int i = 1; i < 64 && error.empty(); ++i) {
    const std::string before = "@p" + std::to_string(i - 1);
    auto part = ParsePart(before + " " + before, parts);
    if (part) parts.emplace("p" + std::to_string(i), std::move(*part));
    if (!part) error = part.error().message;
  }
  EXPECT_EQ(error, "the parts make this pattern too long");
}

TEST(ParsePattern, NamesTheKindsOfWords) {
  auto parsed = ParsePattern("\"in charge\" <a&^b>");
  ASSERT_TRUE(parsed);
  std::vector<std::string> kinds;
  VisitKinds(*parsed, [&](const KindTest& test) { kinds.push_back(test.kind + (test.negated ? "!" : "")); });
  EXPECT_EQ(kinds, (std::vector<std::string>{"\"in\"", "\"charge\"", "a", "b!"}));
}

}  // namespace
}  // namespace acta
