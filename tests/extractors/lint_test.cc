// Mistakes in lexicons of packs that load all the same, with the message that each gets.

#include "extractors/engine/lint.h"

#include <gtest/gtest.h>

#include "extractors/engine/examples.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

const char kRules[] =
    "[[rule]]\nkind = 'thing'\npattern = 'lead:<head> <verb>'\nexamples = ['mayor asked']\n"
    "[[rule]]\nkind = 'thing'\npattern = '<docno>'\nexamples = ['5-NQ']\n";
const char kText[] = "[[pattern]]\nkind = 'docno'\nregex = '\\d+-(?P<code>[A-Z]+)'\n";

std::string MistakesOf(const std::string& lexicon) {
  TinyPack tiny;
  tiny.Language("phases = ['thing']\n[text]\nunread = ['shield']\n").Text(kText).Rules(kRules);
  tiny.Lexicon("head\tmayor\nverb\tasked\ncode\tNQ\n" + lexicon);
  auto mistakes = LintPack(tiny.folder(), "xx");
  if (!mistakes) return mistakes.error().message;
  std::string out;
  for (const PackMistake& one : *mistakes)
    out += (out.empty() ? "" : "\n") + one.place.ToString() + ": " + one.message;
  return out;
}

TEST(Lint, EachMistakeWithItsLine) {
  struct Case {
    const char *lexicon, *mistakes;
  };
  for (auto [lexicon, mistakes] : {
           Case{"", ""},
           // Kinds: of rules, of groups, of the engine, said to be unread.
           {"head\tchairman\nverb\ttold\ncode\tQD\nplace\tAlba\nshield\tin order\n", ""},
           {"heat\tchairman\n",
            "xx/lexicon/words.tsv:4: nothing reads the kind “heat”; did you mean “head”?"},
           {"nobody\tchairman\n",
            "xx/lexicon/words.tsv:4: nothing reads the kind “nobody”; did you mean “body”?"},
           {"wholly_strange\tchairman\n", "xx/lexicon/words.tsv:4: nothing reads the kind “wholly_strange”"},
           // Attributes: of records, of the engine, captured by a rule; a bare value is one of the kind.
           {"head\tchairman\trole=chair level=province lead=x body=\"City Hall\"\nhead\tking\tx\n", ""},
           {"head\tchairman\trle=chair\n",
            "xx/lexicon/words.tsv:4: nothing reads the attribute “rle”; did you mean “role”?"},
           {"head\tchairman\tbody=\"City Hall\" rle=chair\n",
            "xx/lexicon/words.tsv:4: nothing reads the attribute “rle”; did you mean “role”?"},
           {"head\tJune\tmonth=six\n", "xx/lexicon/words.tsv:4: month is no whole number: “six”"},
           {"head\ttomorrow\tday_offset=+1\n", ""},
           // Twice.
           {"head\tmayor\n", "xx/lexicon/words.tsv:4: head “mayor” stands twice: xx/lexicon/words.tsv:1"},
           {"head\tmayor\trole=mayor\n",
            "xx/lexicon/words.tsv:4: head “mayor” stands twice, with other attributes: "
            "xx/lexicon/words.tsv:1"},
           {"verb\tmayor\nhead\tMayor\n", ""},  // another kind, another condition
           // Files that cannot be read are told as when a pack is loaded.
           {"head\tma\xFFyor\n", "xx/lexicon/words.tsv:4:1: byte 8 of the line is not UTF-8: 0xFF"},
           {"head\n",
            "xx/lexicon/words.tsv:4:1: a line is kind, phrase, attributes, note, with tabs between\nhead\n^"},
       }) {
    EXPECT_EQ(MistakesOf(lexicon), mistakes) << lexicon;
  }
}

TEST(Lint, PartsThatNoPatternNames) {
  TinyPack tiny;
  tiny.Lexicon("head\tmayor\nverb\tasked\n");
  tiny.Write(
      "parts.toml",
      "[[part]]\nname = 'asks'\npattern = '<verb>'\n[[part]]\nname = 'call'\npattern = '<head> @asks'\n"
      "[[part]]\nname = 'other'\npattern = '<head>'\n");
  tiny.Rules("[[rule]]\nkind = 'thing'\npattern = '@call'\nexamples = ['mayor asked']\n");
  auto mistakes = LintPack(tiny.folder(), "xx");
  ASSERT_TRUE(mistakes) << mistakes.error().message;
  ASSERT_EQ(mistakes->size(), 1U);
  EXPECT_EQ(mistakes->front().place.ToString(), "xx/parts.toml:7");
  EXPECT_EQ(mistakes->front().message, "no pattern names the part “other”");
}

TEST(Lint, AWordOfNoVocabularyIsToldWhenThePackIsLoaded) {
  TinyPack tiny;
  tiny.Rules("[[rule]]\nkind = 'thing'\npattern = '<title>'\nexamples = ['mayor']\n");
  tiny.Lexicon("title\tmayor\trole=mayer\n");
  EXPECT_EQ(
      tiny.Verdict(),
      "rule\nxx/lexicon/words.tsv:1:13: “mayer” is no role; did you mean “mayor”?\ntitle\tmayor\trole=mayer\n"
      "     \t     \t^");
}

// What is told of an example that fails.
TEST(Examples, SayWhatWasReadInstead) {
  TinyPack tiny;
  tiny.Language("phases = ['quantity', 'thing', 'other']\n");
  tiny.Lexicon("unit\tkm\nhead\tmayor\n").Text("[[pattern]]\nkind = 'number'\nregex = '\\d+'\n");
  for (auto [example, message] : {
           std::pair{"{value: 5 km = 6}", "value has not the value 6; it is read as 5"},
           {"{lead: 5 km}", "lead is not captured; captured are value “5 km”"},
           {"mayor", "the rule does not match; read instead: other “mayor” by xx/rules.toml:9"},
           {"km", "the rule does not match"},
       }) {
    tiny.Rules(
        std::string("[[rule]]\nkind = 'quantity'\npattern = '<number> <unit>'\nexamples = ['5 km']\n") +
        "[[rule]]\nkind = 'thing'\npattern = 'value:<quantity>'\nexamples = ['" + example + "']\n" +
        "[[rule]]\nkind = 'other'\npattern = '<head>'\nexamples = ['mayor']\n");
    const Pack pack = tiny.Loaded();
    const CheckReport report = CheckPack(pack);
    ASSERT_EQ(report.failures.size(), 1u) << example;
    const std::string& said = report.failures[0].message;
    EXPECT_EQ(said.substr(0, said.find('\n')), message);
  }
}

}  // namespace
}  // namespace acta
