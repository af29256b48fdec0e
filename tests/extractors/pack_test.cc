// Each mistake that a rule writer can make, with the message that it gets.

#include "extractors/engine/pack.h"

#include <gtest/gtest.h>

#include "extractors/engine/extract.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

const char kLexicon[] = "title\tminister\trole=minister\nname\tAnn\nname\tBob\n";

struct Mistake {
  const char* what;
  const char* rules;
  const char* message;
};

TEST(PackErrors, OfRules) {
  for (auto [what, rules, message] : {
           Mistake{"no mistake",
                   "[[rule]]\nkind = 'thing'\npattern = '<title> <name>'\nexamples = ['minister Ann']\n",
                   "ok"},
           {"unknown kind",
            "[[rule]]\nkind = 'thing'\npattern = '<title> <nmae>'\nexamples = ['minister Ann']\n",
            "rule\nxx/rules.toml:3:21: unknown kind <nmae>; did you mean <name>?\n"
            "pattern = '<title> <nmae>'\n"
            "                    ^"},
           {"unknown kind in a pattern of several lines",
            "[[rule]]\nkind = 'thing'\nexamples = ['minister Ann']\npattern = '''\n  <title> # the title\n  "
            "<person>\n'''\n",
            "rule\nxx/rules.toml:6:4: unknown kind <person>\n"
            "  <person>\n"
            "   ^"},
           {"a kind of the same phase",
            "[[rule]]\nkind = 'thing'\npattern = '<thing>'\nexamples = ['minister Ann']\n",
            "rule\nxx/rules.toml:3:13: unknown kind <thing>\npattern = '<thing>'\n            ^"},
           {"no examples", "[[rule]]\nkind = 'thing'\npattern = '<title>'\n",
            "rule\nxx/rules.toml:1:1: a rule without examples does not load\n[[rule]]\n^"},
           {"empty examples", "[[rule]]\nkind = 'thing'\npattern = '<title>'\nexamples = []\n",
            "rule\nxx/rules.toml:1:1: a rule without examples does not load\n[[rule]]\n^"},
           {"no kind", "\n[[rule]]\npattern = '<title>'\nexamples = ['x']\n",
            "rule\nxx/rules.toml:2:1: a rule has a kind\n[[rule]]\n^"},
           {"no pattern", "[[rule]]\nkind = 'thing'\nexamples = ['x']\n",
            "rule\nxx/rules.toml:1:1: a rule has a pattern\n[[rule]]\n^"},
           {"a table that is no rule", "[[rules]]\nkind = 'thing'\n",
            "rule\nxx/rules.toml:1:1: unknown table “rules”; rules stand in [[rule]]\n[[rules]]\n^"},
           {"one bracket", "[rule]\nkind = 'thing'\n",
            "rule\nxx/rules.toml:1:1: rules stand in [[rule]], with two brackets\n[rule]\n^"},
           {"a number where a text stands", "[[rule]]\nkind = 5\n",
            "rule\nxx/rules.toml:2:8: here must stand a string or a list of strings\nkind = 5\n       ^"},
           {"unknown phase",
            "[[rule]]\nkind = 'thing'\nphase = 'thin'\npattern = '<title>'\nexamples = ['x']\n",
            "rule\nxx/rules.toml:3:9: “thin” is no phase of xx/language.toml; did you mean “thing”?\nphase = "
            "'thin'\n        ^"},
           {"a kind without a phase", "[[rule]]\nkind = 'person'\npattern = '<title>'\nexamples = ['x']\n",
            "rule\nxx/rules.toml:2:8: “person” is no phase of xx/language.toml\nkind = 'person'\n       ^"},
           {"unknown key", "[[rule]]\nkind = 'thing'\npattren = '<title>'\nexamples = ['x']\n",
            "rule\nxx/rules.toml:3:1: unknown key “pattren”; did you mean “pattern”?\npattren = "
            "'<title>'\n^"},
           {"a pattern that can match nothing",
            "[[rule]]\nkind = 'thing'\npattern = '<title>?'\nexamples = ['x']\n",
            "rule\nxx/rules.toml:3:12: the pattern can match nothing\npattern = '<title>?'\n           ^"},
           {"a pattern that is none",
            "[[rule]]\nkind = 'thing'\npattern = '<title> (<name>'\nexamples = ['x']\n",
            "rule\nxx/rules.toml:3:20: this bracket is not closed\npattern = '<title> (<name>'\n             "
            "      ^"},
           {"letters of several bytes before the mistake",
            "[[rule]]\nkind = 'thing'\npattern = '\"và\" <nmae>'\nexamples = ['x']\n",
            "rule\nxx/rules.toml:3:18: unknown kind <nmae>; did you mean <name>?\npattern = '\"và\" "
            "<nmae>'\n                 ^"},
           {"unknown container",
            "[[rule]]\nkind = 'thing'\npattern = '<title>'\nexamples = ['x']\nwithin = ['order']\n",
            "rule\nxx/rules.toml:5:11: within: unknown kind “order”\nwithin = ['order']\n          ^"},
           {"unknown register",
            "[[rule]]\nkind = 'thing'\npattern = '<title>'\nexamples = ['x']\ninherit = { who = 'floor.who' "
            "}\n",
            "rule\nxx/rules.toml:5:19: inherit takes register.part; “floor.who” is none\ninherit = { who = "
            "'floor.who' }\n                  ^"},
           {"a shared head without items",
            "[[rule]]\nkind = 'thing'\npattern = 'head:<title> <name>'\nexamples = ['x']\nshare = { head = "
            "'head' "
            "}\n",
            "rule\nxx/rules.toml:1:1: share has a head (or first) and items: the names of two "
            "captures\n[[rule]]\n^"},
           {"a shared head that is not captured",
            "[[rule]]\nkind = 'thing'\npattern = 'head:<title> <name>'\nexamples = ['x']\nshare = { head = "
            "'head', "
            "items = 'names' }\n",
            "rule\nxx/rules.toml:5:34: share: the pattern captures no “names”\nshare = { head = 'head', "
            "items = "
            "'names' }\n                                 ^"},
           {"a day that is none",
            "[[rule]]\nkind = 'thing'\npattern = '<title>'\nexamples = ['x']\ngiven = { published = "
            "'10.09.2025' }\n",
            "rule\nxx/rules.toml:5:23: published is YYYY-MM-DD\ngiven = { published = '10.09.2025' }\n       "
            "               ^"},
       }) {
    EXPECT_EQ(TinyPack().Lexicon(kLexicon).Rules(rules).Verdict(), message) << what;
  }
}

TEST(PackErrors, OfParts) {
  const char* rule = "[[rule]]\nkind = 'thing'\npattern = '@call'\nexamples = ['minister Ann']\n";
  for (auto [what, parts, message] : {
           Mistake{"no mistake", "[[part]]\nname = 'call'\npattern = '<title> <name>'\n", "ok"},
           {"a part of a part",
            "[[part]]\nname = 'titles'\npattern = '<title>+'\n"
            "[[part]]\nname = 'call'\npattern = '@titles <name>'\n",
            "ok"},
           {"a part that stands below",
            "[[part]]\nname = 'call'\npattern = '<title> @who'\n[[part]]\nname = 'who'\npattern = '<name>'\n",
            "rule\nxx/parts.toml:3:20: no part is called “who”\npattern = '<title> @who'\n                   "
            "^"},
           {"a part that is missing", "[[part]]\nname = 'calls'\npattern = '<title>'\n",
            "rule\nxx/rules.toml:3:12: no part is called “call”; did you mean “calls”?\npattern = '@call'\n"
            "           ^"},
           {"a part twice",
            "[[part]]\nname = 'call'\npattern = '<title>'\n[[part]]\nname = 'call'\npattern = '<name>'\n",
            "rule\nxx/parts.toml:5:8: part “call” stands twice\nname = 'call'\n       ^"},
           {"a kind that a part names", "[[part]]\nname = 'call'\npattern = '<title> <nmae>'\n",
            "rule\nxx/rules.toml:3:12: unknown kind <nmae> in @call; did you mean <name>?\npattern = "
            "'@call'\n"
            "           ^"},
           {"a pattern that is none", "[[part]]\nname = 'call'\npattern = '<title> ('\n",
            "rule\nxx/parts.toml:3:21: nothing between the bars or brackets\npattern = '<title> ('\n"
            "                    ^"},
           {"no name", "[[part]]\npattern = '<title>'\n",
            "rule\nxx/parts.toml:1:1: a part has a name\n[[part]]\n^"},
           {"no pattern", "[[part]]\nname = 'call'\n",
            "rule\nxx/parts.toml:1:1: a part has a pattern\n[[part]]\n^"},
           {"examples, which are those of rules",
            "[[part]]\nname = 'call'\npattern = '<title>'\nexamples = ['minister']\n",
            "rule\nxx/parts.toml:4:1: unknown key “examples”\nexamples = ['minister']\n^"},
           {"a rule among the parts", "[[rule]]\nkind = 'thing'\n",
            "rule\nxx/parts.toml:1:1: unknown table “rule”; parts stand in [[part]]\n[[rule]]\n^"},
       }) {
    EXPECT_EQ(TinyPack().Lexicon(kLexicon).Write("parts.toml", parts).Rules(rule).Verdict(), message) << what;
  }
}

TEST(PackErrors, OfMoreLooksAheadThanAPhaseCanTellApart) {
  std::string rules, lexicon;
  for (int i = 0; i < 32; ++i) {
    std::string kind = "k" + std::to_string(i);
    lexicon += kind + "\tword" + std::to_string(i) + "\n";
    rules += "[[rule]]\nkind = 'thing'\npattern = '<lower> (?! <" + kind + ">)'\nexamples = ['a']\n";
  }
  EXPECT_EQ(TinyPack().Lexicon(lexicon).Rules(rules).Verdict(),
            "rule\nxx/rules.toml:127:12: the rules of phase “thing” look ahead for more than 31 things\n"
            "pattern = '<lower> (?! <k31>)'\n           ^");
}

TEST(PackErrors, OfRecordFields) {
  TinyPack pack;
  pack.Language("phases = [\"thing\", \"official\"]\n").Lexicon(kLexicon);
  pack.Rules("[[rule]]\nkind = 'official'\npattern = 'nmae:<name>'\nexamples = ['Ann']\n");
  EXPECT_EQ(pack.Verdict(),
            "rule\nxx/rules.toml:3:12: official has no field “nmae”; did you mean “name”?\npattern = "
            "'nmae:<name>'\n           ^");
  pack.Language("phases = [\"target\"]\n");
  pack.Rules(
      "[[rule]]\nkind = 'target'\npattern = '<name>'\nexamples = ['Ann']\nset = { status = 'gaol' }\n");
  EXPECT_EQ(pack.Verdict(),
            "rule\nxx/rules.toml:5:18: “gaol” is no status; did you mean “goal”?\nset = { status = 'gaol' "
            "}\n                 ^");
  pack.Rules(
      "[[rule]]\nkind = 'target'\npattern = '<name>'\nexamples = ['Ann']\nset = { status = 'goal' }\n");
  EXPECT_EQ(pack.Verdict(), "ok");
}

TEST(PackErrors, OfLanguageToml) {
  for (auto [what, toml, message] : {
           Mistake{"no phases", "[text]\n",
                   "rule\nxx/language.toml:1:1: phases: the list of phases is missing"},
           {"a phase twice", "phases = [\"a\",\n \"a\"]\n",
            "rule\nxx/language.toml:2:2: phase “a” stands twice\n \"a\"]\n ^"},
           {"TOML that is none", "phases = [\n",
            "rule\nxx/language.toml:1:12: Error while parsing array: encountered end-of-file\nphases = [\n   "
            "        ^"},
           {"a table that is none", "text = ['a']\n",
            "rule\nxx/language.toml:1:8: here must stand a table\ntext = ['a']\n       ^"},
           {"a number where a text stands", "phases = ['a']\n[text]\nbreaks = 5\n",
            "rule\nxx/language.toml:3:10: here must stand a string\nbreaks = 5\n         ^"},
           {"unknown key", "phases = ['a']\n[numbers]\ndecimals = ','\n",
            "rule\nxx/language.toml:3:12: unknown key “decimals”; here may stand decimal, group\ndecimals = "
            "','\n           ^"},
           {"a register's end", "phases = ['a']\n[[register]]\nkind = 'a'\nuntil = 'chapter'\n",
            "rule\nxx/language.toml:2:1: until is article, section, paragraph, items or clause, not "
            "“chapter”\n[[register]]\n^"},
           {"too many registers",
            "phases = ['a']\n"
            "[[register]]\nkind='a'\n[[register]]\nkind='b'\n"
            "[[register]]\nkind='c'\n[[register]]\nkind='d'\n"
            "[[register]]\nkind='e'\n[[register]]\nkind='f'\n"
            "[[register]]\nkind='g'\n[[register]]\nkind='h'\n"
            "[[register]]\nkind='i'\n[[register]]\nkind='j'\n"
            "[[register]]\nkind='k'\n[[register]]\nkind='l'\n"
            "[[register]]\nkind='m'\n",
            "rule\nxx/language.toml:26:1: at most 12 registers\n[[register]]\n^"},
           {"a decimal point of two", "phases = ['a']\n[numbers]\ndecimal = ',.'\n",
            "rule\nxx/language.toml:3:11: numbers.decimal is one character\ndecimal = ',.'\n          ^"},
           {"whose kind", "phases = ['a']\n[documents]\nkind = 'both'\n",
            "rule\nxx/language.toml:3:8: documents.kind is noun or code, not “both”\nkind = 'both'\n       "
            "^"},
           {"an issuer", "phases = ['a']\n[documents.issuers]\nTTg = 5\n",
            "rule\nxx/language.toml:3:7: an issuer is a name, or { kind = … }\nTTg = 5\n      ^"},
           {"an issuer's kind", "phases = ['a']\n[documents.issuers]\nTTg = { kind = 'club' }\n",
            "rule\nxx/language.toml:3:16: no body is of the kind “club”\nTTg = { kind = 'club' }\n           "
            "    ^"},
           {"folding", "phases = ['a']\n[text]\nfold = [['ё', '']]\n",
            "rule\nxx/language.toml:3:9: here must stand a pair of letters\nfold = [['ё', '']]\n        ^"},
           {"folding of one", "phases = ['a']\n[text]\nfold = [['ё']]\n",
            "rule\nxx/language.toml:3:9: here must stand a pair of strings\nfold = [['ё']]\n        ^"},
           {"a syllable", "phases = ['a']\n[names]\nsyllable = '('\n",
            "rule\nxx/language.toml:3:12: names.syllable: missing ): (\nsyllable = '('\n           ^"},
           {"an affix", "phases = ['a']\n[[affix]]\nkind = 'gen'\n",
            "rule\nxx/language.toml:2:1: an affix has a kind and suffixes\n[[affix]]\n^"},
       }) {
    EXPECT_EQ(TinyPack().Language(toml).Verdict(), message) << what;
  }
}

TEST(PackErrors, OfLexicons) {
  for (auto [what, tsv, message] : {
           Mistake{"a comment and an empty line", "# note\n\ntitle\tminister\n", "ok"},
           {"Windows line ends", "title\tminister\r\n", "ok"},
           {"one cell", "title\n",
            "rule\nxx/lexicon/words.tsv:1:1: a line is kind, phrase, attributes, note, with tabs "
            "between\ntitle\n^"},
           {"five cells", "a\tb\tc\td\te\n",
            "rule\nxx/lexicon/words.tsv:1:1: a line is kind, phrase, attributes, note, with tabs "
            "between\na\tb\tc\td\te\n^"},
           {"no phrase", "\n\ntitle\t\trole=x\n",
            "rule\nxx/lexicon/words.tsv:3:1: a line is kind, phrase, attributes, note, with tabs "
            "between\ntitle\t\trole=x\n^"},
           {"unknown paradigm", "title\tministr@m\n",
            "rule\nxx/lexicon/words.tsv:1:7: unknown paradigm @m\ntitle\tministr@m\n     \t^"},
           {"a role that is none", "title\tminister\trole=ministre\n",
            "rule\nxx/lexicon/words.tsv:1:16: “ministre” is no role; did you mean “minister”?\n"
            "title\tminister\trole=ministre\n     \t        \t^"},
       }) {
    EXPECT_EQ(TinyPack().Lexicon(tsv).Verdict(), message) << what;
  }
}

TEST(PackErrors, OfParadigms) {
  TinyPack pack;
  pack.Lexicon("title\tministr@m\n");
  EXPECT_EQ(pack.Paradigms("[m]\nnom = ''\ngen = 'a'\n").Verdict(), "ok");
  EXPECT_EQ(pack.Paradigms("[m]\n").Verdict(),
            "rule\nxx/paradigms.toml:1:1: a paradigm is a table of endings by case\n[m]\n^");
  EXPECT_EQ(pack.Paradigms("[m]\nnom = 1\n").Verdict(),
            "rule\nxx/paradigms.toml:2:7: an ending is a string\nnom = 1\n      ^");
}

TEST(PackErrors, OfTextPatterns) {
  for (auto [what, toml, message] : {
           Mistake{"no mistake", "[[pattern]]\nkind = 'n'\nregex = '\\d+'\n", "ok"},
           {"no regex", "[[pattern]]\nkind = 'n'\n",
            "rule\nxx/text.toml:1:1: a text pattern has a kind and a regex\n[[pattern]]\n^"},
           {"a regex that is none", "[[pattern]]\nkind = 'n'\nregex = '('\n",
            "rule\nxx/text.toml:3:9: missing ): (\nregex = '('\n        ^"},
           {"a regex that can match nothing", "[[pattern]]\nkind = 'n'\nregex = '\\d*'\n",
            "rule\nxx/text.toml:3:9: the pattern can match nothing\nregex = '\\d*'\n        ^"},
           {"a group without a name", "[[pattern]]\nkind = 'n'\nregex = '(\\d)'\n",
            "rule\nxx/text.toml:3:9: every group has a name: (?P<name>…) or (?:…)\nregex = '(\\d)'\n        "
            "^"},
           {"a class that is none", "[[pattern]]\nkind = 'n'\nregex = 'a'\nstarts = ['digit']\n",
            "rule\nxx/text.toml:4:11: no token class “digit”\nstarts = ['digit']\n          ^"},
           {"unknown key", "[[pattern]]\nkind = 'n'\nregx = 'a'\n",
            "rule\nxx/text.toml:3:1: unknown key “regx”; did you mean “regex”?\nregx = 'a'\n^"},
       }) {
    EXPECT_EQ(TinyPack().Text(toml).Verdict(), message) << what;
  }
}

TEST(PackErrors, OfFolders) {
  TempFolder folder;
  auto pack = LoadPack(folder.path(), "xx");
  ASSERT_FALSE(pack);
  EXPECT_EQ(pack.error().message, folder.path("xx") + ": no language.toml; is this a folder of packs?");
  auto set = LoadPacks(folder.path());
  ASSERT_FALSE(set);
  EXPECT_EQ(set.error(), (Error{"config", folder.path() + ": no folder with a language.toml in it"}));
  auto nowhere = LoadPacks(folder.path("nowhere"));
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error(), (Error{"config", folder.path("nowhere") + ": No such file or directory"}));
}

TEST(PackSet, FindsWhatItLoaded) {
  TinyPack tiny;
  auto packs = LoadPacks(tiny.folder());
  ASSERT_TRUE(packs);
  EXPECT_NE(packs->Find("xx"), nullptr);
  EXPECT_EQ(packs->Find("yy"), nullptr);
  EXPECT_EQ(packs->Find(""), nullptr);
}

TEST(Pack, VersionIsThatOfItsFiles) {
  TinyPack tiny;
  std::string first = tiny.Load()->version;
  EXPECT_EQ(tiny.Load()->version, first);
  EXPECT_NE(tiny.Lexicon("a\tb\n").Load()->version, first);
}

TEST(Pack, AttributesOfALexiconLine) {
  // Values as DrawTree shows them.
  for (auto [line, shown] : {
           std::pair{"t\tw\trole=chair", " role=chair"},
           {"t\tw\trole=chair body=\"Party Committee\" x=1", " role=chair body=Party Committee x=1"},
           {"t\tw\tbare", " t=bare"},
           {"t\tw\ttwo words", " t=two words"},
           {"t\tw\t", ""},
           {"t\tw\t\tnote only", ""},
           {"t\tw\tx=\"not closed", " x=not closed"},
       }) {
    auto pack = TinyPack().Lexicon(line).Load();
    ASSERT_TRUE(pack) << line;
    std::string expected = std::string(shown).empty() ? "  t “w”\n" : "  t “w”  " + std::string(shown) + "\n";
    EXPECT_EQ(Draw(*pack, "w"), "# w\n" + expected) << line;
  }
}

}  // namespace
}  // namespace acta
