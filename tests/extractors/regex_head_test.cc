// The first bytes of expressions: what RE2 matches is never ruled out, and little else is let through.

#include "extractors/engine/regex_head.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <cctype>

namespace acta {
namespace {

// The bytes that may stand at an offset: "0-9 A-Z é", or "any".
std::string At(std::string_view regex, size_t offset, HeadFrom from = HeadFrom::kStart) {
  HeadBytes heads = HeadBytesOf(regex, from);
  if (heads[offset].all()) return "any";
  HeadBytes end = HeadBytesOf("a");
  if (heads[offset] == end[1]) return "end";  // any byte but a letter
  std::string out;
  for (int b = 0; b < 256; ++b) {
    if (!heads[offset].test(static_cast<size_t>(b))) continue;
    int last = b;
    while (last < 255 && heads[offset].test(static_cast<size_t>(last + 1))) ++last;
    auto show = [](int byte) {
      char hex[8];
      std::snprintf(hex, sizeof hex, "x%02X", static_cast<unsigned>(byte));
      return byte > 0x20 && byte < 0x7F ? std::string(1, static_cast<char>(byte)) : std::string(hex);
    };
    if (!out.empty()) out += ' ';
    out += last == b ? show(b) : show(b) + "-" + show(last);
    b = last;
  }
  return out;
}

TEST(RegexHead, Table) {
  struct Case {
    std::string_view regex, first, second;
  };
  for (const Case& one : {
           Case{"ab", "a", "b"},
           {"a", "a", "end"},
           {"1", "1", "any"},
           {"é", "xC3", "xA9"},
           {"a?bc", "a-b", "b-c"},
           {"a*bc", "a-b", "a-c"},
           {"a+b", "a", "a-b"},
           {"a{0,2}bc", "a-b", "a-c"},
           {"a{2}b", "a", "a-b"},
           {"ab|cd", "a c", "b d"},
           {"(?:ab|c)d", "a c", "b d"},
           {"(?P<x>ab)c", "a", "b"},
           {"[a-cx]y", "a-c x", "y"},
           {"[-–]1", "- xE2", "1 x80"},
           {"\\d\\s", "0-9", "x09-x0D x20"},
           {"\\x{e9}a", "xC3", "xA9"},
           {"é|è", "xC3", "xA8-xA9"},
           {"[а-я]б", "xD0-xD1", "x80-x8F xB0-xBF"},
           {"\\(\\.", "(", "."},
           {"\\bab", "a", "b"},
           {".a", "any", "any"},
           {"(?i:ab)c", "any", "any"},
           {"a(?i:b)|xy", "any", "any"},
           {"[^a]b", "any", "any"},
           {"\\pL1", "A-Z a-z xC2-xF4", "1 x80-xBF"},
           {"\\p{Lu}1", "A-Z a-z xC2-xF4", "1 x80-xBF"},
           {"\\p{Nd}a", "x00-x7F xC2-xF4", "a x80-xBF"},
           {"[A-Z]\\.|[B-Z]", "A-Z", "end"},
           {"[A-Z]\\.|Zhu", "A-Z", ". h"},
       }) {
    EXPECT_EQ(At(one.regex, 0), one.first) << one.regex;
    EXPECT_EQ(At(one.regex, 1), one.second) << one.regex;
  }
}

TEST(RegexHead, BehindTheFirstRun) {
  struct Case {
    std::string_view regex;
    HeadFrom from;
    std::string_view first, second;
  };
  for (const Case& one : {
           Case{"\\d{1,5}\\s?/[A-Z]", HeadFrom::kBehindDigits, "x09-x0D x20 /", "/ A-Z"},
           {"\\d+(?:st|nd)\\s", HeadFrom::kBehindDigits, "n s", "d t"},
           {"\\d+", HeadFrom::kBehindDigits, "any", "any"},
           {"[A-Z][a-z]+\\s\\d", HeadFrom::kBehindLetters, "x09-x0D x20", "0-9"},
           {"[Nn]gày\\s\\d", HeadFrom::kBehindLetters, "x09-x0D x20 xC3", "0-9 xA0"},
           {"\\p{Lu}\\p{Ll}*\\s[HK]", HeadFrom::kBehindLetters, "x09-x0D x20 xC2-xF4", "H K x80-xBF"},
           {"'s", HeadFrom::kBehindLetters, "any", "any"},
           {".a", HeadFrom::kBehindLetters, "any", "any"},
       }) {
    EXPECT_EQ(At(one.regex, 0, one.from), one.first) << one.regex;
    EXPECT_EQ(At(one.regex, 1, one.from), one.second) << one.regex;
  }
}

// The letters or digits that a text begins with.
size_t FirstRun(std::string_view text, HeadFrom from) {
  size_t end = 0;
  auto is_in = [&](unsigned char c) {
    return from == HeadFrom::kBehindDigits ? c >= '0' && c <= '9' : std::isalpha(c) || c >= 0x80;
  };
  while (end < text.size() && is_in(static_cast<unsigned char>(text[end]))) ++end;
  return end;
}

TEST(RegexHead, NeverRulesOutWhatRe2Matches) {
  std::vector<std::string> texts = {""};
  for (size_t i = 0; i < texts.size() && texts[i].size() < 5; ++i) {
    for (std::string_view one : {"a", "b", "1", " ", "-", "é"}) texts.push_back(texts[i] + std::string(one));
  }
  for (const char* regex : {"a", "ab?", "(?:a|b1)*-", "[ab]{2,3}1?", "a\\s?b", "(?P<x>é|a)-", "(?:a?b?)+1",
                            "a{0}b", "\\d+(?:-\\d)?", "(?:(?:a|é)\\s){1,2}b", "é{2,}", "(?i:A)b", "a??b",
                            "[^a]1", "\\ba\\b", "\\p{Lu}|\\pLa", "a\\pL*-1", "[1a]+ ?b", "a|ab1"}) {
    std::string plain(regex);
    RE2::Options longest;
    longest.set_longest_match(true);
    RE2 re2(plain, longest);
    ASSERT_TRUE(re2.ok()) << regex;
    for (const std::string& text : texts) {
      re2::StringPiece match;
      if (!re2.Match(text, 0, text.size(), RE2::ANCHOR_START, &match, 1)) continue;
      auto is_letter = [&](size_t i) {
        return i < text.size() && std::isalpha(static_cast<unsigned char>(text[i]));
      };
      if (!match.empty() && is_letter(match.size() - 1) && is_letter(match.size())) continue;  // cuts a word
      for (HeadFrom from : {HeadFrom::kStart, HeadFrom::kBehindLetters, HeadFrom::kBehindDigits}) {
        const size_t begin = from == HeadFrom::kStart ? 0 : FirstRun(text, from);
        if (from != HeadFrom::kStart && begin == 0) continue;
        HeadBytes heads = HeadBytesOf(plain, from);
        for (size_t i = 0; i < kHeadBytes && begin + i < text.size(); ++i) {
          ASSERT_TRUE(heads[i].test(static_cast<unsigned char>(text[begin + i]))) << regex << " on " << text;
        }
      }
    }
  }
}

TEST(RegexHead, TheGroupThatAMatchBeginsWith) {
  for (auto [regex, group] :
       {std::pair<std::string_view, std::string_view>{"(?P<month>[A-Z][a-z]+)\\s+\\d+", "month"},
        {"(?P<code>[A-Z]+)", "code"},
        {"(?P<x>a|b(?:c|d))[/.-]", "x"},
        {"(?P<x>[a)\\]]+)-|b", ""},
        {"(?P<x>a)?-", ""},
        {"(?P<x>a)b", ""},
        {"(?P<x>a)\\.?\\d", ""},
        {"(?P<x>a)[-ê]", ""},
        {"(?:(?P<x>a))-", ""},
        {"a(?P<x>b)", ""}}) {
    EXPECT_EQ(LeadingGroupOf(regex), group) << regex;
  }
}

TEST(RegexHead, RepetitionsOfRepetitionsTakeNoTime) {
  std::string nested = "a";
  for (int i = 0; i < 40; ++i) nested = "(?:" + nested + "+b?)+";
  EXPECT_TRUE(HeadBytesOf(nested)[0].test('a'));
}

}  // namespace
}  // namespace acta
