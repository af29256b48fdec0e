// What a phase's automaton finds, against two matchers that share nothing with it: one that is too simple to be
// wrong, and RE2 over letters.

#include "extractors/engine/automaton.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <set>

#include "extractors/engine/pattern.h"

namespace acta {
namespace {

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
    alphabet.Close(kinds.size() + 1);
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
      case PatternNode::Type::kLook:
        return From(node.children[0], at).empty() == node.negated ? Ends{at} : Ends{};
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
      for (const std::string look : {"(?= <b>)", "(?! <a>+ <b>)", "(?= . <a> | <punct>)"}) {
        all.push_back(x + " " + look + " " + y);
        all.push_back(x + " " + y + " " + look);
        all.push_back("(" + look + " " + x + " | " + y + ")+");
      }
      for (const std::string look : {"(?= <b>)", "(?! <a>+ <b>)", "(?= . <a> | <punct>)"}) {
        all.push_back(x + " " + look + " " + y);
        all.push_back(x + " " + y + " " + look);
        all.push_back("(" + look + " " + x + " | " + y + ")+");
      }
    }
  }
  return all;
}

// The pattern as RE2 knows it, over the letters 0 … 3 for the symbols.
std::string AsLetters(const PatternNode& node, const SmallAlphabet& small) {
  std::string out;
  switch (node.type) {
    case PatternNode::Type::kAny:
    case PatternNode::Type::kSet: {
      for (Symbol s = 0; s < 4; ++s) {
        if (!NaiveMatcher(small, {s}).From(node, 0).empty()) out += static_cast<char>('0' + s);
      }
      return out.empty() ? "z" : "[" + out + "]";
    }
    case PatternNode::Type::kSequence:
      for (const PatternNode& child : node.children) out += AsLetters(child, small);
      return "(?:" + out + ")";
    case PatternNode::Type::kAlternation:
      for (const PatternNode& child : node.children)
        out += (out.empty() ? "" : "|") + AsLetters(child, small);
      return "(?:" + out + ")";
    case PatternNode::Type::kRepeat: {
      std::string most = node.max < 0 ? "" : std::to_string(node.max);
      return "(?:" + AsLetters(node.children[0], small) + "){" + std::to_string(node.min) + "," + most + "}";
    }
    case PatternNode::Type::kCapture:
      return "(" + AsLetters(node.children[0], small) + ")";
    case PatternNode::Type::kLook:
      break;  // RE2 has none
  }
  return out;
}

struct Compiled {
  SetTable sets;
  CompiledPattern pattern;
  Automaton automaton;

  Compiled(const PatternNode& node, const SmallAlphabet& small)
      : pattern(CompilePattern(node, small.alphabet, small.kinds, sets).value()) {
    const CompiledPattern* rules[] = {&pattern};
    automaton = Automaton(rules, sets, small.alphabet.size());
  }
};

// All matches by the naive matcher: leftmost, longest, then the first pattern.
std::vector<RuleMatch> NaiveMatches(const std::vector<PatternNode>& patterns, const SmallAlphabet& small,
                                    const std::vector<Symbol>& text) {
  std::vector<RuleMatch> out;
  NaiveMatcher naive(small, text);
  for (uint32_t at = 0; at < text.size();) {
    RuleMatch best{0, at, at};
    for (uint32_t p = 0; p < patterns.size(); ++p) {
      Ends ends = naive.From(patterns[p], at);
      if (!ends.empty() && *ends.rbegin() > best.end) best = {p, at, static_cast<uint32_t>(*ends.rbegin())};
    }
    if (best.end > at) out.push_back(best);
    at = std::max(best.end, at + 1);
  }
  return out;
}

TEST(Automaton, FindsWhatANaiveMatcherFinds) {
  SmallAlphabet small;
  auto texts = AllTexts(4);
  size_t compared = 0;
  for (const std::string& pattern : AllPatterns()) {
    auto parsed = ParsePattern(pattern);
    if (!parsed) {
      EXPECT_EQ(parsed.error().message, "the pattern can match nothing") << pattern;
      continue;
    }
    Compiled compiled(*parsed, small);
    Matcher matcher(compiled.automaton);
    std::vector<RuleMatch> found;
    for (const auto& text : texts) {
      matcher.Find(text, found);
      ASSERT_EQ(found, NaiveMatches({*parsed}, small, text)) << pattern;
      if (found.empty()) continue;
      // What every match is said to hold, the text has; and the match begins as it is said to.
      bool has = false;
      for (Symbol s : text) has = has || compiled.automaton.triggers().Has(s);
      ASSERT_TRUE(has) << pattern;
      ASSERT_TRUE(compiled.automaton.starts().Has(text[found.front().begin])) << pattern;
      ++compared;
    }
  }
  EXPECT_GT(compared, 50000u);
}

TEST(Automaton, CapturesWhatRe2Captures) {
  SmallAlphabet small;
  auto texts = AllTexts(5);
  RE2::Options options(RE2::Quiet);
  options.set_longest_match(true);
  for (std::string_view pattern :
       {"x:<a> y:<b>", "x:<a>* y:<a>+", "x:<a>? y:<a>? z:.", "x:(<a> | <a> <b>) y:<b>*", "(x:<a> | y:<b>)+",
        "x:(<a>|<b>){1,2} y:(<b> z:<a>)*", "(x:<a>* y:<b>?)+ <b>", "x:<lower>{2,3} y:.{0,2} z:<a>",
        "((x:<a> y:<b>) | (x:<b> y:<a>)) z:.*", "x:(y:<a> | z:<b>)+ <a>?", "(x:<a>?){2} y:."}) {
    auto parsed = ParsePattern(pattern);
    ASSERT_TRUE(parsed) << pattern;
    Compiled compiled(*parsed, small);
    Matcher matcher(compiled.automaton);
    RE2 regex(AsLetters(*parsed, small), options);
    ASSERT_TRUE(regex.ok()) << regex.error();
    size_t groups = compiled.pattern.fields.size();
    std::vector<re2::StringPiece> pieces(groups + 1);
    std::vector<RuleMatch> found;
    std::vector<uint32_t> slots;
    for (const auto& text : texts) {
      std::string letters;
      for (Symbol s : text) letters += static_cast<char>('0' + s);
      matcher.Find(text, found);
      bool matches = regex.Match(letters, 0, letters.size(), RE2::UNANCHORED, pieces.data(),
                                 static_cast<int>(groups) + 1);
      ASSERT_EQ(matches, !found.empty()) << pattern << " on " << letters;
      if (!matches) continue;
      matcher.Captures(found.front(), groups, slots);
      for (size_t g = 0; g < groups; ++g) {
        const re2::StringPiece& piece = pieces[g + 1];
        bool empty = slots[2 * g] == Matcher::kUnset || slots[2 * g] == slots[2 * g + 1];
        ASSERT_EQ(piece.empty(), empty) << pattern << " on " << letters << ", group " << g;
        if (empty) continue;
        ASSERT_EQ(static_cast<size_t>(piece.data() - letters.data()), slots[2 * g])
            << pattern << " on " << letters << ", group " << g;
        ASSERT_EQ(piece.size(), slots[2 * g + 1] - slots[2 * g])
            << pattern << " on " << letters << ", group " << g;
      }
    }
  }
}

TEST(Automaton, OfSeveralRulesTheLeftmostThenTheLongestThenTheFirstWins) {
  SmallAlphabet small;
  auto texts = AllTexts(5);
  const std::vector<std::string> some = {"<a> <b>", "<a>+", "<b>",       "<a> . <a>",
                                         "<b>{2}",  ".{3}", "<^a> <a>*", "<lower> | <punct> <b>"};
  for (const std::string& x : some) {
    for (const std::string& y : some) {
      for (const std::string& z : {some[0], some[3]}) {
        std::vector<PatternNode> nodes;
        std::vector<CompiledPattern> patterns;
        SetTable sets;
        for (const std::string& one : {x, y, z}) {
          nodes.push_back(*ParsePattern(one));
          patterns.push_back(*CompilePattern(nodes.back(), small.alphabet, small.kinds, sets));
        }
        const CompiledPattern* rules[] = {&patterns[0], &patterns[1], &patterns[2]};
        Automaton automaton(rules, sets, small.alphabet.size());
        Matcher matcher(automaton);
        std::vector<RuleMatch> found;
        for (const auto& text : texts) {
          matcher.Find(text, found);
          ASSERT_EQ(found, NaiveMatches(nodes, small, text)) << x << "; " << y << "; " << z;
        }
      }
    }
  }
}

// RE2 cannot look ahead: the places are written down.
TEST(Automaton, ALookAheadTakesNothing) {
  SmallAlphabet small;
  struct Case {
    const char* pattern;
    std::vector<Symbol> text;  // 0 a, 1 b, 2 both, 3 neither
    std::vector<std::pair<uint32_t, uint32_t>> matches;
    std::vector<uint32_t> slots;  // of the first match
  };
  for (const auto& [pattern, text, matches, slots] : std::vector<Case>{
           {"x:<a> (?= <b>)", {0, 1, 0, 3}, {{0, 1}}, {0, 1}},
           {"x:<a> (?! <b>)", {0, 1, 0, 3}, {{2, 3}}, {2, 3}},
           {"x:<a> (?! <b>)", {0}, {{0, 1}}, {0, 1}},
           {"x:<a> (?= <b>)", {0}, {}, {}},
           {"x:((?! <b> <punct>) .)+ y:<b>?", {0, 1, 0, 1, 3}, {{0, 4}, {4, 5}}, {0, 3, 3, 4}},
           {"(x:<a> (?= <punct>) | y:<a>) .", {0, 3, 0, 1}, {{0, 2}, {2, 4}}, {0, 1, ~0u, ~0u}},
           {"(?! <a> <a>) x:<a> y:.", {0, 0, 1}, {{1, 3}}, {1, 2, 2, 3}},
       }) {
    Compiled compiled(*ParsePattern(pattern), small);
    Matcher matcher(compiled.automaton);
    std::vector<RuleMatch> found;
    matcher.Find(text, found);
    std::vector<std::pair<uint32_t, uint32_t>> places;
    for (const RuleMatch& one : found) places.emplace_back(one.begin, one.end);
    EXPECT_EQ(places, matches) << pattern;
    if (found.empty()) continue;
    std::vector<uint32_t> captured;
    matcher.Captures(found.front(), compiled.pattern.fields.size(), captured);
    EXPECT_EQ(captured, slots) << pattern;
  }
}

TEST(Automaton, RulesThatLookAheadForTheSameShareIt) {
  SmallAlphabet small;
  SetTable sets;
  std::vector<CompiledPattern> patterns;
  for (const char* one : {"<a> (?= <b> <a>)", "<b> (?! <b> <a>)", "<a> (?= <b>)"})
    patterns.push_back(*CompilePattern(*ParsePattern(one), small.alphabet, small.kinds, sets));
  const CompiledPattern* rules[] = {&patterns[0], &patterns[1], &patterns[2]};
  EXPECT_EQ(Automaton(rules, sets, small.alphabet.size()).looks(), 2u);
}

TEST(Automaton, WithoutRulesFindsNothing) {
  Automaton automaton({}, SetTable(), 4);
  Matcher matcher(automaton);
  std::vector<RuleMatch> found;
  std::vector<Symbol> text = {0, 1, 2, 3};
  matcher.Find(text, found);
  EXPECT_TRUE(found.empty());
}

// Every unit begins a reading that goes to the end and fails: they join the first one's way.
TEST(Automaton, ReadsNoStretchAgainAndAgain) {
  SmallAlphabet small;
  Compiled compiled(*ParsePattern("<a>+ (<a> | <b>)* <b> <punct>"), small);
  Matcher matcher(compiled.automaton);
  std::vector<Symbol> text(1'000'000, 0);
  text.push_back(1);
  std::vector<RuleMatch> found;
  matcher.Find(text, found);
  EXPECT_TRUE(found.empty());
  text.push_back(3);
  matcher.Find(text, found);
  EXPECT_EQ(found, (std::vector<RuleMatch>{{0, 0, 1'000'002}}));
}

// A pattern whose deterministic automaton has 2^20 states: the table is emptied on the way, again and again.
TEST(Automaton, ForgetsStatesAndFindsTheSame) {
  SmallAlphabet small;
  auto node = *ParsePattern("<a> .{20} <b> .{20} <a>");
  Compiled compiled(node, small);
  Matcher matcher(compiled.automaton);
  std::vector<Symbol> text;
  uint32_t random = 1;
  for (int i = 0; i < 60'000; ++i) text.push_back((random = random * 1664525 + 1013904223) >> 20 & 3);
  std::vector<RuleMatch> found, expected;
  matcher.Find(text, found);
  for (uint32_t i = 0; i + 43 <= text.size();) {
    auto is = [&](size_t at, Symbol one) { return text[at] == one || text[at] == 2; };
    if (is(i, 0) && is(i + 21, 1) && is(i + 42, 0)) {
      expected.push_back({0, i, i + 43});
      i += 43;
    } else {
      ++i;
    }
  }
  EXPECT_EQ(found, expected);
}

TEST(CompilePattern, KnowsTheRarestSetThatEveryMatchHolds) {
  SmallAlphabet small;
  // As a string of 0 and 1 over the symbols a, b, ab, neither.
  auto trigger = [&](std::string_view pattern) {
    SetTable sets;
    std::string out;
    auto compiled = CompilePattern(*ParsePattern(pattern), small.alphabet, small.kinds, sets);
    for (Symbol s = 0; s < 4 && compiled->trigger; ++s) out += sets[*compiled->trigger].Has(s) ? '1' : '0';
    return out;
  };
  EXPECT_EQ(trigger("<a> <b>"), "1010");
  EXPECT_EQ(trigger("<a> <a&b>"), "0010");
  EXPECT_EQ(trigger("<a>? <b>"), "0110");
  EXPECT_EQ(trigger("<a>+ <b>*"), "1010");
  EXPECT_EQ(trigger("<a> | <b>"), "1110");
  EXPECT_EQ(trigger("<a> | <b>? ."), "");
  EXPECT_EQ(trigger("f:(<^a> <b>{2})"), "0110");
}

TEST(CompilePattern, FieldsAreInOrderOfTheirGroups) {
  SmallAlphabet small;
  Compiled compiled(*ParsePattern("x:<a> (y:(<b> z:<a>))? x:<b>"), small);
  EXPECT_EQ(compiled.pattern.fields, (std::vector<std::string>{"x", "y", "z", "x"}));
}

TEST(CompilePattern, KindWithoutSymbolsMatchesNothing) {
  SmallAlphabet small;
  small.kinds.Add("c");
  Compiled compiled(*ParsePattern("<c>"), small);
  Matcher matcher(compiled.automaton);
  std::vector<RuleMatch> found;
  std::vector<Symbol> text = {0, 1, 2, 3};
  matcher.Find(text, found);
  EXPECT_TRUE(found.empty());
}

TEST(CompilePattern, RepetitionsOfRepetitionsAreTooLarge) {
  SmallAlphabet small;
  SetTable sets;
  EXPECT_TRUE(CompilePattern(*ParsePattern("(<a>{50}){50}"), small.alphabet, small.kinds, sets));
  EXPECT_FALSE(CompilePattern(*ParsePattern("((<a>{100}){100}){100}"), small.alphabet, small.kinds, sets));
  EXPECT_FALSE(
      CompilePattern(*ParsePattern("(((<a>?){100}){100}){100} <b>"), small.alphabet, small.kinds, sets));
}

}  // namespace
}  // namespace acta
