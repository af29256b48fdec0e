// How rules of several phases read a sentence: the tree, as DrawTree draws it.

#include "extractors/engine/cascade.h"

#include <gtest/gtest.h>

#include "extractors/engine/examples.h"
#include "extractors/engine/extract.h"
#include "extractors/engine/values.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

const char kLexicon[] =
    "a\ta\nb\tb\nc\tc\nab\ta b\n"
    "two\tboth\none\tboth\n"
    "chair\tchairman\tAnn\n"
    "order\torders\n";

Pack Load(const std::string& language, const std::string& rules, const std::string& text = "") {
  TinyPack tiny;
  tiny.Language(language).Lexicon(kLexicon).Rules(rules);
  if (!text.empty()) tiny.Text(text);
  return tiny.Loaded();
}

// A rule in one line: kind, pattern, further keys.
std::string Rule(const std::string& kind, const std::string& pattern, const std::string& more = "") {
  return "[[rule]]\nkind = '" + kind + "'\npattern = '''" + pattern + "'''\nexamples = ['x']\n" + more + "\n";
}

struct Case {
  const char* text;
  const char* tree;
};

TEST(Cascade, LeftmostThenLongestThenOrderOfTheFile) {
  Pack pack = Load("phases = ['x']\n",
                   Rule("x", "<a> <b>") + Rule("x", "<b> <c>*") + Rule("x", "<b> <c> <c>", "name = 'late'"));
  for (auto [text, tree] : {
           Case{"a c", "# a c\n  a “a”\n  c “c”\n"},
           {"b c c",  // as long as the third rule, and earlier in the file
            "# b c c\n  x “b c c”   xx/rules.toml:6\n    b “b”\n    c “c”\n    c “c”\n"},
           {"c b c b",
            "# c b c b\n  c “c”\n  x “b c”   xx/rules.toml:6\n    b “b”\n    c “c”\n  x “b”   "
            "xx/rules.toml:6\n    b “b”\n"},
       }) {
    EXPECT_EQ(Draw(pack, text), tree) << text;
  }
}

TEST(Cascade, LexiconPhrasesSwallowTheirWords) {
  Pack pack = Load("phases = ['x']\n", Rule("x", "<a> <b>"));
  EXPECT_EQ(Draw(pack, "a b"), "# a b\n  ab “a b”\n");
}

TEST(Cascade, AUnitMayHaveSeveralReadings) {
  Pack pack =
      Load("phases = ['x', 'y']\n", Rule("x", "<one> <a>") + Rule("y", "<two&one> <^a> | <two&^one>"));
  EXPECT_EQ(Draw(pack, "both a"),
            "# both a\n  x “both a”   xx/rules.toml:1\n    two|one “both”\n    a “a”\n");
  EXPECT_EQ(Draw(pack, "both b"),
            "# both b\n  y “both b”   xx/rules.toml:6\n    two|one “both”\n    b “b”\n");
}

TEST(Cascade, LaterPhasesSeeWhatEarlierOnesBuilt) {
  Pack pack = Load("phases = ['x', 'y']\n", Rule("y", "left:<x> <c> right:<x>") + Rule("x", "<a> | <b>"));
  EXPECT_EQ(Draw(pack, "a c b"),
            "# a c b\n"
            "  y “a c b”   xx/rules.toml:1\n"
            "    left: x “a”   xx/rules.toml:6\n"
            "      a “a”\n"
            "    c “c”\n"
            "    right: x “b”   xx/rules.toml:6\n"
            "      b “b”\n");
}

TEST(Cascade, APhaseOfAnotherName) {
  Pack pack =
      Load("phases = ['first', 'x']\n", Rule("x", "<a>", "phase = 'first'") + Rule("x", "<x> <b> | <x> <c>"));
  EXPECT_EQ(Draw(pack, "a c"),
            "# a c\n  x “a c”   xx/rules.toml:6\n    x “a”   xx/rules.toml:1\n      a “a”\n    c “c”\n");
}

TEST(Cascade, AlsoGivesFurtherReadings) {
  Pack pack =
      Load("phases = ['x', 'y']\n", Rule("x", "<a>", "also = ['office']") + Rule("y", "<office> <b>?"));
  EXPECT_EQ(Draw(pack, "a"),
            "# a\n  y “a”   xx/rules.toml:6\n    x|office “a”   xx/rules.toml:1\n      a “a”\n");
}

TEST(Cascade, WordsAndClasses) {
  Pack pack =
      Load("phases = ['x']\n", Rule("x", "\"in Charge\" <Cap>+ <^punct|digits>? | <UPPER> <digits> \"%\""));
  for (auto [text, tree] : {
           Case{"IN charge A", "# IN charge A\n  IN\n  "},
           {"in Charge Ann Lee x",
            "# in Charge Ann Lee x\n  x “in Charge Ann Lee x”   xx/rules.toml:1\n    word “in”\n    word "
            "“Charge”\n    Ann Lee x\n"},
           {"VAT 5 %", "# VAT 5 %\n  x “VAT 5 %”   xx/rules.toml:1\n    VAT 5\n    word “%”\n"},
       }) {
    if (std::string(tree).find("“") == std::string::npos) {
      EXPECT_EQ(Draw(pack, text).find("rules.toml"), std::string::npos) << text;
    } else {
      EXPECT_EQ(Draw(pack, text), tree) << text;
    }
  }
}

TEST(Cascade, EndsOfASentenceAreUnitsWithoutWidth) {
  Pack pack = Load("phases = ['x']\n[text]\nbreaks = ';'\n",
                   Rule("x", "<bos&para> <a>") + Rule("x", "<bos&cont> <b>") + Rule("x", "<c> <eos>") +
                       Rule("x", "<heading> <b>") + Rule("x", "<item> \"-\" <b>"));
  for (auto [text, tree] : {
           Case{"a a", "# a a\n  x “a”   xx/rules.toml:1\n    a “a”\n  a “a”\n"},
           {"c; b; c",
            "# c;\n  c “c”\n  ;\n# b;\n  x “b”   xx/rules.toml:6\n    b “b”\n  ;\n# c\n  x “c”   "
            "xx/rules.toml:11\n    c “c”\n"},
           {"b:", "# b:\n  x “b”   xx/rules.toml:16\n    b “b”\n  :\n"},
           {"- b", "# - b\n  x “- b”   xx/rules.toml:21\n    word “-”\n    b “b”\n"},
       }) {
    EXPECT_EQ(Draw(pack, text), tree) << text;
  }
}

TEST(Cascade, TextPatternsBeginAndEndAtTokens) {
  Pack pack = Load("phases = ['x']\n", Rule("x", "n:<n> <code>?"),
                   "[[pattern]]\nkind = 'n'\nregex = '\\d+(?:,\\d+)?'\n"
                   "[[pattern]]\nkind = 'n'\nregex = '[a-z]{2}'\nstarts = ['lower']\n"
                   "[[pattern]]\nkind = 'code'\nregex = '\\d+-(?P<chair>[a-z]+)'\nset = { k = 'v' }\n");
  for (auto [text, tree] : {
           Case{"5,25", "# 5,25\n  x “5,25”   xx/rules.toml:1\n    n: n “5,25”   xx/text.toml:1\n"},
           {"xyz xy", "# xyz xy\n  xyz\n  x “xy”   xx/rules.toml:1\n    n: n “xy”   xx/text.toml:4\n"},
           // The group `chair` must hold a phrase of that kind, else the pattern is none.
           {"5-chairman", "# 5-chairman\n  code “5-chairman”   xx/text.toml:8\n"},
           {"5-other", "# 5-other\n  x “5”   xx/rules.toml:1\n    n: n “5”   xx/text.toml:1\n  - other\n"},
       }) {
    EXPECT_EQ(Draw(pack, text), tree) << text;
  }
}

TEST(Cascade, ThePhraseWinsOverAShorterPattern) {
  TinyPack tiny;
  tiny.Lexicon("year\t2030 goals\n")
      .Text("[[pattern]]\nkind = 'n'\nregex = '\\d+'\n")
      .Rules(Rule("thing", "<n>"));
  auto pack = tiny.Load();
  ASSERT_TRUE(pack);
  EXPECT_EQ(Draw(*pack, "2030 goals"), "# 2030 goals\n  year “2030 goals”\n");
  EXPECT_EQ(Draw(*pack, "2030 aims"),
            "# 2030 aims\n  thing “2030”   xx/rules.toml:1\n    n “2030”   xx/text.toml:1\n  aims\n");
}

TEST(Cascade, AffixesReadUnlistedWords) {
  Pack pack = Load(
      "phases = ['x']\n[[affix]]\nkind = 'gen'\nsuffixes = ['ого', 'о']\n[[affix]]\nkind = 'adv'\nsuffixes = "
      "['его']\n",
      Rule("x", "<gen>+") + Rule("x", "<adv>"));
  for (
      auto [text, tree] : {
          Case{"нового", "# нового\n  x “нового”   xx/rules.toml:1\n    нового\n"},
          {"синего",
           "# синего\n  x “синего”   xx/rules.toml:6\n    синего\n"},  // as long, and later in the file
          {"окно НОВОГО", "# окно НОВОГО\n  x “окно НОВОГО”   xx/rules.toml:1\n    окно НОВОГО\n"},
          {"ого",
           "# ого\n  x “ого”   xx/rules.toml:1\n    ого\n"},  // the ending alone is no word with it; ого ends in о
          {"о", "# о\n  о\n"},
          {"a", "# a\n  a “a”\n"},
      }) {
    EXPECT_EQ(Draw(pack, text), tree) << text;
  }
}

// ---- registers

const char kRegisters[] =
    "phases = ['floor', 'x']\n[text]\nbreaks = ';'\n"
    "[[register]]\nkind = 'floor'\nuntil = '";

TEST(Registers, StayInForceUntilTheirEnd) {
  std::string rules = Rule("floor", "who:<chair>") + Rule("x", "<in_floor> <a>");
  struct Scope {
    const char *until, *text;
    int inherited;  // matches of x
  };
  for (auto [until, text, inherited] : {
           Scope{"article", "chairman\na\nHead:\na", 2},
           {"article", "a\nchairman", 0},  // not before it is set
           {"article", "chairman a", 0},   // nor in its own sentence
           {"article", "chairman. A\n a; a", 3},
           {"section", "chairman\na\nHead:\na", 1},
           {"section", "chairman. A\nHead:\na\na", 1},
           {"paragraph", "chairman; a\na", 1},
           {"items", "chairman\na\na\na", 3},  // used by one paragraph after the other
           {"items", "chairman\nb\na", 0},     // one that does not use it ends it
           {"items", "chairman\na\nb\na", 1},
       }) {
    Pack pack = Load(kRegisters + std::string(until) + "'\n", rules);
    std::string tree = Draw(pack, text);
    int count = 0;
    for (size_t at = tree.find("  x “"); at != tree.npos; at = tree.find("  x “", at + 1)) ++count;
    EXPECT_EQ(count, inherited) << until << ": " << text << "\n" << tree;
  }
}

TEST(Registers, GiveTheFieldsThatTheTextDoesNot) {
  TinyPack tiny;
  tiny.Language("phases = ['floor', 'directive']\n[[register]]\nkind = 'floor'\n").Lexicon(kLexicon);
  tiny.Rules(Rule("floor", "who:<chair> <c>") + Rule("directive", "issuer:<chair>? <order> action:<a|b>",
                                                     "inherit = { issuer = ['floor.who'] }"));
  auto pack = tiny.Load();
  ASSERT_TRUE(pack) << pack.error().message;
  Facts facts = Extract(ArticleOf("chairman c\norders a\nchairman orders b"), *pack);
  ASSERT_EQ(facts.directives.size(), 2u);
  EXPECT_EQ(facts.directives[0].issuer->value, "chairman");
  EXPECT_EQ(facts.directives[0].issuer->basis, Basis::kResolved);
  EXPECT_EQ(facts.directives[0].issuer->span, (Span{2, 10}));  // where it was named
  EXPECT_EQ(facts.directives[0].head.basis, Basis::kResolved);
  EXPECT_EQ(facts.directives[1].issuer->basis, Basis::kPrinted);
  facts = Extract(ArticleOf("orders a\nchairman c"), *pack);
  ASSERT_EQ(facts.directives.size(), 1u);
  EXPECT_EQ(facts.directives[0].issuer->basis, Basis::kInferred);  // who speaks next, for want of others
}

// A dozen registers: starts that no rule tells apart share a symbol, and all the others are told apart.
TEST(Registers, MayBeManyAtOnce) {
  std::string language = "phases = ['r', 'x']\n", lexicon = "c\tc\n", rules;
  for (char name = 'a'; name < 'a' + static_cast<char>(kMostRegisters); ++name) {
    const std::string kind = std::string("r") + name;
    language += "[[register]]\nkind = '" + kind + "'\n";
    lexicon += "w" + kind + "\tw" + name + "\n";
    rules += Rule(kind, "<w" + kind + ">", "phase = 'r'");
  }
  rules += Rule("x", "<in_ra&in_rc&^in_rl> <c>") + Rule("y", "<bos&in_rl> <c>", "phase = 'x'");
  TinyPack tiny;
  tiny.Language(language).Lexicon(lexicon).Rules(rules);
  auto pack = tiny.Load();
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_LT(pack->alphabet.size(), 300u);
  for (auto [text, kind] : {std::pair{"wa\nc", ""},
                            {"wa\nwc\nc", "x"},
                            {"wb\nwa\nwk\nwc\nc", "x"},
                            {"wa\nwc\nwl\nc", "y"},
                            {"wl\nc", "y"},
                            {"wk\nc", ""}}) {
    std::string tree = Draw(*pack, text);
    for (std::string one : {"x", "y"})
      EXPECT_EQ(tree.find("  " + one + " “c”") != tree.npos, one == kind) << text << tree;
  }
}

// Pictures stand between the items of a list, and end nothing.
TEST(Registers, ACaptionEndsNoItems) {
  std::string rules = Rule("floor", "who:<chair>") + Rule("x", "<in_floor> <a>");
  Pack pack = Load(kRegisters + std::string("items'\n"), rules);
  Article article = PlainTextArticle("test", "\n\nchairman\na\nb\na");
  for (auto [kind, inherited] : {std::pair{ParagraphKind::kCaption, 2}, {ParagraphKind::kBody, 1}}) {
    article.paragraphs[article.paragraphs.size() - 2].kind = kind;
    Tree tree = ReadArticle(article, pack.annotator->Annotate(article), pack);
    int count = 0;
    for (uint32_t root : tree.roots) count += TreeView(article, tree, pack).KindOf(root) == "x";
    EXPECT_EQ(count, inherited);
  }
}

// A term from an event proves an order as a day does.
TEST(Directives, OnlyWithADeadlineOrATerm) {
  TinyPack tiny;
  tiny.Language("phases = ['deadline', 'directive']\n").Lexicon(kLexicon);
  tiny.Text(
      "[[pattern]]\nkind = 'year_digits'\nregex = '(?P<year>20\\d\\d)'\n"
      "[[pattern]]\nkind = 'number'\nregex = '\\d+'\n");
  tiny.Rules(Rule("deadline", "\"within\" count:<number> \"days\"") +
             Rule("deadline", "\"by\" due:<year_digits>") +
             Rule("directive", "issuer:<chair> <order> action:((?! <deadline>) <^eos>)+ <deadline>?",
                  "set = { only_with = 'deadline' }"));
  auto pack = tiny.Load();
  ASSERT_TRUE(pack) << pack.error().message;
  for (auto [text, orders] : {std::pair{"chairman orders a", 0u},
                              {"chairman orders a within 10 days", 1u},
                              {"chairman orders a by 2030", 1u}}) {
    EXPECT_EQ(Extract(ArticleOf(text, "2025-09-10"), *pack).directives.size(), orders) << text;
  }
}

// “4/22 ministries”: the shape of a month and a day, and a part of a whole where a rule asks for one.
TEST(TextPatterns, MayHaveSeveralReadings) {
  Pack pack = Load("phases = ['x', 'y']\n", Rule("x", "value:<fraction> <c>") + Rule("y", "<month_day>"),
                   "[[pattern]]\nkind = 'month_day'\nalso = ['fraction']\n"
                   "regex = '(?P<month>0?[1-9]|1[0-2])/(?P<day>[12]?\\d)'\n"
                   "[[pattern]]\nkind = 'fraction'\nregex = '\\d+/\\d+'\n");
  EXPECT_EQ(Draw(pack, "4/22"),
            "# 4/22\n  y “4/22”   xx/rules.toml:6\n    month_day|fraction “4/22”   xx/text.toml:1\n");
  for (auto [text, part, whole] : {std::tuple{"4/22 c", 4.0, 22.0}, {"40/220 c", 40.0, 220.0}}) {
    Article article = ArticleOf(text);
    Tree tree = ReadArticle(article, pack.annotator->Annotate(article), pack);
    auto value = FractionValue(TreeView(article, tree, pack), tree.roots[1]);
    ASSERT_TRUE(value) << text;
    EXPECT_EQ(value->part, part);
    EXPECT_EQ(value->whole, whole);
  }
}

// Who orders, whom and what, one order after the other.
std::string Orders(const Pack& pack, const std::string& text) {
  std::string out;
  for (const Directive& one : Extract(ArticleOf(text), pack).directives) {
    out += (out.empty() ? "" : "; ") + (one.issuer ? one.issuer->value : "?") + ":";
    for (const auto& assignee : one.assignees) out += " " + assignee.value;
    out += " - " + one.action->value;
  }
  return out;
}

const char kOrderWords[] =
    "chair\tchairman\nchair\tdeputy\ngroup\tfinance\ngroup\thealth\ngroup\tjustice\norder\tasked\nand\tand\n";

TEST(Registers, ALaterOrderOfTheSentenceIsOfTheSameIssuer) {
  TinyPack tiny;
  tiny.Language("phases = ['directive']\n[text]\nbreaks = ';'\n[[register]]\nkind = 'directive'\n");
  tiny.Lexicon(kOrderWords);
  const std::string more =
      "assignees:<group> \"to\" action:((?! (\",\" | <and>)+ <group> \"to\") <^eos|punct>)+";
  tiny.Rules(Rule("directive", "issuer:<chair> <order> " + more) +
             Rule("directive", "(<bos&cont> | (\",\" | <and>)+) " + more,
                  "inherit = { issuer = ['directive.issuer'] }"));
  auto pack = tiny.Load();
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_EQ(Orders(*pack, "chairman asked finance to act and health to wait, and justice to see and hear"),
            "chairman: finance - act; chairman: health - wait; chairman: justice - see and hear");
  EXPECT_EQ(Orders(*pack, "chairman asked finance to act; health to wait and justice to see"),
            "chairman: finance - act; chairman: health - wait; chairman: justice - see");
  // Of the order before in its own sentence, not of the last one of the sentence before.
  EXPECT_EQ(Orders(*pack, "chairman asked finance to act. Deputy asked health to wait and justice to see"),
            "chairman: finance - act; Deputy: health - wait; Deputy: justice - see");
  EXPECT_EQ(Orders(*pack, "finance to act"), "");
}

TEST(Registers, AddresseesOfSeveralClausesAreJoined) {
  TinyPack tiny;
  tiny.Language(
      "phases = ['addressed', 'directive']\n[text]\nbreaks = ';'\n"
      "[[register]]\nkind = 'addressed'\nuntil = 'clause'\n[[register]]\nkind = 'directive'\n");
  tiny.Lexicon(kOrderWords);
  const std::string before =
      "inherit = { issuer = ['addressed.issuer'] }\njoin = { assignees = ['addressed.assignees'] }";
  tiny.Rules(Rule("addressed", "issuer:<chair> <order> assignees:<group> \";\" <eos>") +
             Rule("addressed", "<bos&cont&in_addressed> assignees:<group> \";\" <eos>", before) +
             Rule("directive", "<bos&cont&in_addressed> assignees:<group> \"to\" action:<lower>+", before) +
             Rule("directive",
                  "<bos&cont&in_directive&^in_addressed> assignees:<group> \"to\" action:<lower>+",
                  "inherit = { issuer = ['directive.issuer'] }"));
  auto pack = tiny.Load();
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_EQ(Orders(*pack, "chairman asked finance; health to act"), "chairman: finance health - act");
  EXPECT_EQ(Orders(*pack, "chairman asked finance; health; justice to act"),
            "chairman: finance health justice - act");
  EXPECT_EQ(Orders(*pack, "chairman asked finance; health to act; justice to wait"),
            "chairman: finance health - act; chairman: justice - wait");
  // Not beyond the sentence, and not over a clause between them.
  EXPECT_EQ(Orders(*pack, "chairman asked finance; a; health to act"), "");
  EXPECT_EQ(Orders(*pack, "chairman asked finance;\nhealth to act"), "");
  Facts facts = Extract(ArticleOf("chairman asked finance; health to act"), *pack);
  EXPECT_EQ(facts.directives[0].assignees[0].basis, Basis::kResolved);
  EXPECT_EQ(facts.directives[0].assignees[0].span, (Span{17, 24}));
  EXPECT_EQ(facts.directives[0].assignees[1].basis, Basis::kPrinted);
}

// ---- examples

TEST(Examples, ALineMaySayWhatParagraphItIs) {
  Article article = ExampleArticle("<headline> a b\n<caption>c\n- d\ne <item>\n<heading>\n<other> f");
  std::string kinds;
  for (const Paragraph& one : article.paragraphs) {
    kinds += "[" + std::string(one.span.In(article.text)) + "|" +
             std::string(kParagraphKindNames[static_cast<size_t>(one.kind)]) + "]";
  }
  EXPECT_EQ(kinds, "[a b|headline][c|caption][- d|item][e <item>|prose][<other> f|prose]");
  TinyPack tiny;
  tiny.Lexicon(kLexicon).Rules(
      "[[rule]]\nkind = 'thing'\npattern = '<bos&headline> x:<a>'\nexamples = ['<headline> {x: a} c']\n"
      "never = ['a c', '<caption> a c']\n");
  auto pack = tiny.Load();
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_TRUE(CheckPack(*pack).failures.empty());
}

// ---- names that share a head

TEST(SharedHeads, EachItemIsABodyWithTheHead) {
  TinyPack tiny;
  tiny.Language("phases = ['agency', 'post', 'directive']\n");
  tiny.Lexicon(
      "head\tministries of\tkind=ministry singular=\"ministry of\"\nhead\tsở\tkind=department\n"
      "tail\tcommittees\tkind=other singular=committee\n"
      "field\tfinance\nfield\tjustice\nfield\thealth\nfield\tHue\nfield\tHanoi\n"
      "body\tMinistry of Justice\tid=moj\n"
      "title\tchairmen\trole=chair singular=chairman\norder\tasked\n"
      "sep\t,\nand\tand\n");
  tiny.Rules(Rule("agency", "head:<head> items:(<field> ((<sep>|<and>) <field>)+)",
                  "share = { head = 'head', items = 'items' }") +
             Rule("agency", "items:(<field> ((<sep>|<and>) <field>)+) head:<tail>",
                  "share = { head = 'head', items = 'items' }") +
             Rule("agency", "<body>") + Rule("post", "title:<title> body:<agency>") +
             Rule("directive", "<order> assignees:<agency|post> action:<lower>+"));
  auto pack = tiny.Load();
  ASSERT_TRUE(pack) << pack.error().message;
  auto read = [&](const std::string& text) {
    Facts facts = Extract(ArticleOf(text), *pack);
    std::string out;
    for (const Agency& one : facts.agencies) out += "[" + one.name->value + "]";
    for (const Directive& one : facts.directives) {
      out += " ->";
      for (const auto& assignee : one.assignees) out += " (" + assignee.value + ")";
    }
    return out;
  };
  EXPECT_EQ(read("asked Ministries of Finance, Justice and Health to act"),
            "[Ministry of Finance][Ministry of Justice][Ministry of Health]"
            " -> (Ministry of Finance) (Ministry of Justice) (Ministry of Health)");
  EXPECT_EQ(read("asked Sở finance, health to act"), "[Sở finance][Sở health] -> (Sở finance) (Sở health)");
  // A body of the lexicon is one with its item.
  EXPECT_EQ(read("Ministries of Finance and Justice. The Ministry of Justice"),
            "[Ministry of Finance][Ministry of Justice]");
  EXPECT_EQ(read("asked Chairmen Hue and Hanoi Committees to act"),
            "[Hue Committee][Hanoi Committee] -> (Chairman Hue Committee) (Chairman Hanoi Committee)");
  Facts facts = Extract(ArticleOf("Ministries of Finance and Justice met"), *pack);
  ASSERT_EQ(facts.agencies.size(), 2u);
  EXPECT_EQ(facts.agencies[0].name->span, (Span{2, 23}));  // with the head
  EXPECT_EQ(facts.agencies[1].name->span, (Span{28, 35}));
  EXPECT_EQ(facts.agencies[1].kind->value, "ministry");
}

TEST(SharedHeads, TheHeadMayStandInsideAWholeName) {
  TinyPack tiny;
  tiny.Language("phases = ['agency', 'more']\n");
  tiny.Lexicon(
      "body_head\tMinistry\tkind=ministry\nlink\tof\nfield\tjustice\nfield\thealth and sport\n"
      "body\tMinistry of Finance\tid=mof kind=ministry level=central\n"
      "body\tMinistry of Justice\tid=moj kind=ministry level=central\nbody\tBộ Công an\nfield\tQuốc phòng\n"
      "town_head\tcommittees of\tsingular=\"committee of\" kind=other\n"
      "sep\t,\nand\tand\n");
  tiny.Rules(Rule("agency", "name:<body> items:((<sep>|<and>) <field>)+",
                  "share = { first = 'name', items = 'items' }") +
             Rule("agency", "<body>") +
             Rule("agency", "head:<town_head> items:(<Cap> (<and> <Cap>)*)",
                  "share = { head = 'head', items = 'items', as = 'place' }"));
  auto pack = tiny.Load();
  ASSERT_TRUE(pack) << pack.error().message;
  auto read = [&](const std::string& text) {
    std::string out;
    for (const Agency& one : Extract(ArticleOf(text), *pack).agencies) {
      out += "[" + one.name->value + (one.place ? " in " + one.place->value : "") + "]";
      out += one.level ? " " + one.level->value + " " : "";
    }
    return out;
  };
  EXPECT_EQ(
      read("Ministry of Finance, health and sport and justice met"),
      "[Ministry of Finance] central [Ministry of health and sport] central [Ministry of justice] central ");
  // Each part is who the lexicon says.
  EXPECT_EQ(read("Ministry of Finance and justice met. Ministry of Justice met"),
            "[Ministry of Finance] central [Ministry of justice] central ");
  EXPECT_EQ(read("Bộ Công an, Quốc phòng họp"), "[Bộ Công an][Bộ Quốc phòng]");  // no head is known: a word
  EXPECT_EQ(read("committees of Alba and Bern met"),
            "[committee of Alba in Alba][committee of Bern in Bern]");
  // A rule says what there is.
  tiny.Rules(Rule("agency", "name:<body> items:<field>", "share = { first = 'name' }"));
  EXPECT_NE(tiny.Verdict().find("share has a head (or first)"), std::string::npos) << tiny.Verdict();
}

// ---- refusals

TEST(Refusals, RejectUsesUpTheWordsAndMakesNoRecord) {
  TinyPack tiny;
  tiny.Language("phases = ['agency']\n").Lexicon(kLexicon);
  tiny.Rules(Rule("agency", "name:<a>") + Rule("agency", "<a> <c>", "reject = 'a street'"));
  auto pack = tiny.Load();
  ASSERT_TRUE(pack) << pack.error().message;
  std::vector<Abstention> abstentions;
  Facts facts = Extract(ArticleOf("a b. a c."), *pack, &abstentions);
  ASSERT_EQ(facts.agencies.size(), 0u);  // “a b” is another phrase
  facts = Extract(ArticleOf("a, a c."), *pack, &abstentions);
  ASSERT_EQ(facts.agencies.size(), 1u);
  EXPECT_EQ(facts.agencies[0].name->span, (Span{2, 3}));
  ASSERT_EQ(abstentions.size(), 2u);
  EXPECT_EQ(abstentions[1].reason, "a street");
  EXPECT_EQ(abstentions[1].rule, "xx/rules.toml:6");
  EXPECT_EQ(abstentions[1].span, (Span{5, 8}));
}

TEST(Refusals, WithinWantsAUnitAround) {
  TinyPack tiny;
  tiny.Language("phases = ['agency', 'task']\n").Lexicon(kLexicon);
  tiny.Rules(Rule("agency", "name:<a>", "within = ['task']") + Rule("task", "<order> <agency>"));
  auto pack = tiny.Load();
  ASSERT_TRUE(pack) << pack.error().message;
  std::vector<Abstention> abstentions;
  Facts facts = Extract(ArticleOf("a, orders a"), *pack, &abstentions);
  ASSERT_EQ(facts.agencies.size(), 1u);
  EXPECT_EQ(facts.agencies[0].head.mentions, (std::vector<Span>{{12, 13}}));
  ASSERT_EQ(abstentions.size(), 1u);
  EXPECT_EQ(abstentions[0].reason, "not inside a task");
}

}  // namespace
}  // namespace acta
