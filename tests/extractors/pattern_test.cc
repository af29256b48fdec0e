#include "extractors/engine/pattern.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <set>

namespace acta {
namespace {

// ---- the syntax

// "at: message", or "ok".
std::string Verdict(std::string_view pattern) {
  auto parsed = ParsePattern(pattern);
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
           {"word", "0: here must stand <kind>, \"word\", ( or ."},
           {"*", "0: here must stand <kind>, \"word\", ( or ."},
           {"field:", "6: here must stand <kind>, \"word\", ( or ."},
           {"<a>{2,1}", "3: bounds are {m}, {m,} or {m,n} with m ≤ n ≤ 100"},
           {"<a>{}", "3: bounds are {m}, {m,} or {m,n} with m ≤ n ≤ 100"},
           {"<a>{101}", "3: bounds are {m}, {m,} or {m,n} with m ≤ n ≤ 100"},
           {"<a>{2", "3: bounds are {m}, {m,} or {m,n} with m ≤ n ≤ 100"},
           {"<a>{,}", "3: bounds are {m}, {m,} or {m,n} with m ≤ n ≤ 100"},
           {"<a>{1,x}", "3: bounds are {m}, {m,} or {m,n} with m ≤ n ≤ 100"},
           {"<a>**", "4: here must stand <kind>, \"word\", ( or ."},
           {"<a>?", "0: the pattern can match nothing"},
           {"<a>* <b>?", "0: the pattern can match nothing"},
           {"<a> | <b>*", "0: the pattern can match nothing"},
           {"(<a>?){3}", "0: the pattern can match nothing"},
           {"<a>{0}", "0: the pattern can match nothing"},
       }) {
    EXPECT_EQ(Verdict(pattern), verdict) << pattern;
  }
}

TEST(ParsePattern, DeepBracketsAreAnErrorNotAnOverflow) {
  std::string fine = std::string(100, '(') + "<a>" + std::string(100, ')');
  EXPECT_EQ(Verdict(fine), "ok");
  std::string deep = std::string(101, '(') + "<a>" + std::string(101, ')');
  EXPECT_EQ(Verdict(deep), "100: brackets are nested more than 100 deep");
  EXPECT_EQ(Verdict(std::string(1000000, '(')), "100: brackets are nested more than 100 deep");
}

TEST(ParsePattern, NamesTheKindsOfWords) {
  auto parsed = ParsePattern("\"in charge\" <a&^b>");
  ASSERT_TRUE(parsed);
  std::vector<std::string> kinds;
  VisitKinds(*parsed, [&](const KindTest& test) { kinds.push_back(test.kind + (test.negated ? "!" : "")); });
  EXPECT_EQ(kinds, (std::vector<std::string>{"\"in\"", "\"charge\"", "a", "b!"}));
}

// ---- the meaning, against a matcher that is too simple to be wrong

// An alphabet of four symbols: a, b, both, neither.
struct SmallAlphabet {
  Names kinds;
  Alphabet alphabet;
  SmallAlphabet() {
    uint32_t a = kinds.Add("a"), b = kinds.Add("b");
    alphabet.Add({a}, TokenClass::kLower);
    alphabet.Add({b}, TokenClass::kCap);
    alphabet.Add({a, b}, TokenClass::kLower);
    alphabet.Add({}, TokenClass::kPunct);
  }
};

using Ends = std::set<size_t>;

class NaiveMatcher {
 public:
  NaiveMatcher(const SmallAlphabet& small, const std::vector<Symbol>& text) : small_(small), text_(text) {}

  // All positions at which a match of `node` that begins at `at` may end.
  Ends From(const PatternNode& node, size_t at) const {
    switch (node.type) {
      case PatternNode::Type::kAny:
        return at < text_.size() ? Ends{at + 1} : Ends{};
      case PatternNode::Type::kSet:
        return at < text_.size() && InSet(node, text_[at]) ? Ends{at + 1} : Ends{};
      case PatternNode::Type::kCapture:
        return From(node.children[0], at);
      case PatternNode::Type::kAlternation: {
        Ends ends;
        for (const auto& child : node.children) ends.merge(From(child, at));
        return ends;
      }
      case PatternNode::Type::kSequence: {
        Ends ends{at};
        for (const auto& child : node.children) ends = FromEach(child, ends);
        return ends;
      }
      case PatternNode::Type::kRepeat: {
        Ends ends{at}, all;
        if (node.min == 0) all.insert(at);
        int most = node.max < 0 ? static_cast<int>(text_.size()) + node.min : node.max;
        for (int i = 1; i <= most && !ends.empty(); ++i) {
          ends = FromEach(node.children[0], ends);
          if (i >= node.min) all.insert(ends.begin(), ends.end());
        }
        return all;
      }
    }
    return {};
  }

 private:
  Ends FromEach(const PatternNode& node, const Ends& starts) const {
    Ends ends;
    for (size_t start : starts) ends.merge(From(node, start));
    return ends;
  }

  bool InSet(const PatternNode& node, Symbol symbol) const {
    bool in = false;
    for (const auto& term : node.terms) {
      bool all = true;
      for (const KindTest& test : term) {
        bool has = false;
        uint32_t kind = small_.kinds.Find(test.kind);
        for (uint32_t k : small_.alphabet.kinds(symbol)) has = has || k == kind;
        int token_class = static_cast<int>(small_.alphabet.token_class(symbol));
        has = has || test.kind == kTokenClassNames[token_class];
        all = all && has != test.negated;
      }
      in = in || all;
    }
    return in != node.negated;
  }

  const SmallAlphabet& small_;
  const std::vector<Symbol>& text_;
};

// Every text of at most `most` symbols.
std::vector<std::vector<Symbol>> AllTexts(size_t most) {
  std::vector<std::vector<Symbol>> texts = {{}};
  for (size_t i = 0; i < texts.size() && texts[i].size() < most; ++i) {
    for (Symbol s = 0; s < 4; ++s) {
      texts.push_back(texts[i]);
      texts.back().push_back(s);
    }
  }
  return texts;
}

std::vector<std::string> AllPatterns() {
  std::vector<std::string> atoms = {"<a>", "<b>", "<^a>", "<a&^b>", "<^a&b|punct>", "<lower>", "."};
  std::vector<std::string> small = atoms;
  for (const std::string& atom : atoms) {
    for (const char* times : {"*", "+", "?", "{2}", "{1,}", "{0,2}"}) small.push_back(atom + times);
  }
  std::vector<std::string> all = small;
  for (const std::string& x : small) {
    for (const std::string y : {"<a>", "<b>*", "<^a>+", ".?"}) {
      all.push_back(x + " " + y);
      all.push_back(x + " | " + y);
      all.push_back("(" + x + " | " + y + ")+ <b>");
      all.push_back("f:(" + x + " " + y + "){1,2}");
    }
  }
  return all;
}

TEST(CompilePattern, MeansWhatANaiveMatcherMeans) {
  SmallAlphabet small;
  auto texts = AllTexts(4);
  size_t compared = 0;
  for (const std::string& pattern : AllPatterns()) {
    auto parsed = ParsePattern(pattern);
    if (!parsed) {
      EXPECT_EQ(parsed.error().message, "the pattern can match nothing") << pattern;
      continue;
    }
    CompiledPattern compiled = CompilePattern(*parsed, small.alphabet, small.kinds);
    RE2::Options options(RE2::Quiet);
    options.set_longest_match(true);
    RE2 regex(compiled.regex, options);
    ASSERT_TRUE(regex.ok()) << pattern;
    for (const auto& text : texts) {
      NaiveMatcher naive(small, text);
      std::string symbols;
      for (Symbol s : text) Alphabet::Append(s, symbols);
      size_t begin = 0;
      Ends ends;
      for (; begin < text.size() && ends.empty(); ++begin) ends = naive.From(*parsed, begin);
      re2::StringPiece match;
      bool found = regex.Match(symbols, 0, symbols.size(), RE2::UNANCHORED, &match, 1);
      ASSERT_EQ(found, !ends.empty()) << pattern;
      if (!found) continue;
      ASSERT_EQ(static_cast<size_t>(match.data() - symbols.data()) / 4, begin - 1) << pattern;
      ASSERT_EQ(match.size() / 4, *ends.rbegin() - (begin - 1)) << pattern;
      // What the pattern is said to require, the text has.
      for (const SymbolSet& set : compiled.required) {
        bool has = false;
        for (Symbol s : text) has = has || set[s];
        ASSERT_TRUE(has) << pattern;
      }
      ++compared;
    }
  }
  EXPECT_GT(compared, 50000u);
}

TEST(CompilePattern, RequiresWhatEveryMatchHolds) {
  SmallAlphabet small;
  // Required sets as strings of 0 and 1 over the symbols a, b, ab, neither.
  auto required = [&](std::string_view pattern) {
    std::string out;
    for (const SymbolSet& set :
         CompilePattern(*ParsePattern(pattern), small.alphabet, small.kinds).required) {
      if (!out.empty()) out += ' ';
      for (bool in : set) out += in ? '1' : '0';
    }
    return out;
  };
  EXPECT_EQ(required("<a> <b>"), "1010 0110");
  EXPECT_EQ(required("<a>? <b>"), "0110");
  EXPECT_EQ(required("<a>+ <b>*"), "1010");
  EXPECT_EQ(required("<a> | <b>"), "1110");
  EXPECT_EQ(required("<a> | <b>? ."), "");
  EXPECT_EQ(required("f:(<^a> <b>{2})"), "0110");
}

TEST(CompilePattern, FieldsAreInOrderOfTheirGroups) {
  SmallAlphabet small;
  auto compiled = CompilePattern(*ParsePattern("x:<a> (y:(<b> z:<a>))? x:<b>"), small.alphabet, small.kinds);
  EXPECT_EQ(compiled.fields, (std::vector<std::string>{"x", "y", "z", "x"}));
}

TEST(CompilePattern, KindWithoutSymbolsMatchesNothing) {
  SmallAlphabet small;
  small.kinds.Add("c");
  auto compiled = CompilePattern(*ParsePattern("<c>"), small.alphabet, small.kinds);
  std::string symbols;
  for (Symbol s = 0; s < 4; ++s) Alphabet::Append(s, symbols);
  EXPECT_FALSE(RE2::PartialMatch(symbols, RE2(compiled.regex)));
}

}  // namespace
}  // namespace acta
