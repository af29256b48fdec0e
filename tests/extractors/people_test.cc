// Who and what an article speaks of: each person, body and document once.

#include "extractors/engine/people.h"

#include <gtest/gtest.h>

#include "extractors/engine/extract.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

// Posts are a title and maybe a body; a person is one to four capitalised words; a document a kind, maybe a
// number, maybe a title in quotation marks.
Pack Load() {
  TinyPack tiny;
  tiny.Language(
      "phases = ['date', 'agency', 'person', 'resolution', 'post', 'official', 'pronouns', 'directive']\n"
      "[[register]]\nkind = 'directive'\n");
  tiny.Lexicon(
      "title\tchairman\trole=chair\ntitle\tvice chairman\trole=vice_chair\ntitle\tstanding vice "
      "chairman\trole=standing_vice_chair\n"
      "title\tminister\trole=minister\ncapacity\tformer\tcapacity=former\ncapacity\tacting\tcapacity=acting\n"
      "body\tCity Council\tkind=peoples_council level=province\n"
      "body\tTown Council\tkind=peoples_council level=province\nbody\tCouncil\tkind=peoples_council\n"
      "body\tCC\tkind=peoples_council\nbody\tГС\tkind=peoples_council\n"
      "body\tMOH\tid=moh kind=ministry\nbody\tMinistry of Health\tid=moh kind=ministry\n"
      "doc_kind\tResolution\tkind=resolution\ndoc_kind\tPlan\tkind=plan\norder\tordered\tstrength="
      "order\npronoun\the\n"
      "verb\tspoke\nand\tand\nplace\tAlba\nplace\tBern\nname_suffix\tJr\n");
  tiny.Text(
      "[[pattern]]\nkind = 'possessive'\nregex = \"'s\"\nstarts = ['lower', 'punct']\n"
      "[[pattern]]\nkind = 'docno'\nregex = '\\d+(?:-[A-Z]+/[A-Z]+)?'\n"
      "[[pattern]]\nkind = 'day'\nregex = '(?P<year>\\d{4})-(?P<month>\\d\\d)-(?P<day>\\d\\d)'\n");
  tiny.Rules(
      "[[rule]]\nkind = 'date'\npattern = '<day>'\nexamples = ['2025-01-01']\n"
      "[[rule]]\nkind = 'agency'\npattern = 'name:<body> (\"of\" place:<place>)?'\nexamples = ['City "
      "Council']\n"
      "[[rule]]\nkind = 'person'\npattern = '<Cap&unlisted>{1,4} <name_suffix>?'\nexamples = ['Ann']\n"
      "[[rule]]\nkind = 'resolution'\npattern = '<doc_kind> (number:<docno>)? (\"dated\" issued:<date>)? "
      "(\"“\" title:<lower>+ \"”\")?'\nexamples = ['Plan']\n"
      "[[rule]]\nkind = 'post'\npattern = '<capacity>? title:<title> (\"of\" body:<agency>)?'\nexamples = "
      "['chairman']\n"
      "[[rule]]\nkind = 'official'\npattern = 'posts:(<post> (<and> <post>)*) name:<person>'\nexamples = "
      "['chairman Ann']\n"
      "[[rule]]\nkind = 'directive'\npattern = 'issuer:<official|post|person|pronoun> order:<order> "
      "assignees:<agency> \"to\" action:<lower>+'\nexamples = ['chairman Ann ordered MOH to act']\n");
  return tiny.Loaded();
}

// "Ann Lee: chair of City Council (former), minister; 2 mentions | …"
std::string People(const std::string& text) {
  static const Pack pack = Load();
  std::string out;
  for (const Official& one : Extract(ArticleOf(text), pack).officials) {
    if (!out.empty()) out += " | ";
    out += one.name->value + ":";
    for (const Post& post : one.posts) {
      out += " " + (post.role ? post.role->value : "-");
      if (post.body) out += " of " + post.body->value;
      // A post without a word on its tenure is taken for current; what is printed counts here.
      if (post.capacity && post.capacity->basis == Basis::kPrinted) out += " (" + post.capacity->value + ")";
      out += ',';
    }
    out += std::to_string(one.head.mentions.size());
  }
  return out;
}

struct Case {
  const char* text;
  const char* out;
};

TEST(People, EachOnceWithAllPosts) {
  for (auto [text, people] : {
           Case{"chairman Ann Lee spoke.", "Ann Lee: chair,1"},
           {"chairman and minister Ann Lee spoke.", "Ann Lee: chair, minister,1"},
           {"former chairman of City Council Ann Lee spoke.", "Ann Lee: chair of City Council (former),1"},
           {"chairman Ann Lee spoke. minister Ann Lee spoke.", "Ann Lee: chair, minister,2"},
           // Another naming of the same post completes it.
           {"chairman Ann Lee spoke. chairman of City Council Ann Lee spoke.",
            "Ann Lee: chair of City Council,2"},
           {"chairman of City Council Ann Lee spoke. chairman of MOH Ann Lee spoke.",
            "Ann Lee: chair of City Council, chair of MOH,2"},
           // A short name is the one person whose name ends with it.
           {"chairman Ann Lee spoke. chairman Lee spoke.", "Ann Lee: chair,2"},
           {"chairman Lee spoke. minister Ann Lee spoke.", "Ann Lee: minister, chair,2"},
           {"chairman Ann Lee spoke. minister Bob Lee spoke. chairman Lee spoke.",
            "Ann Lee: chair,1 | Bob Lee: minister,1 | Lee: chair,1"},
           {"chairman Ann Lee spoke. chairman Ann spoke.",
            "Ann Lee: chair,1 | Ann: chair,1"},  // a head is no tail
           // Nobody is called by the suffix of his name.
           {"chairman Ann Lee Jr spoke. Lee spoke. Ann Lee spoke. Jr spoke.", "Ann Lee Jr: chair,3"},
           {"chairman Ann Lee Jr spoke. minister Lee spoke.", "Ann Lee Jr: chair, minister,2"},
           // Namesakes: nobody chairs the councils of two places.
           {"chairman of Council of Alba Ann Lee spoke. chairman of Council of Bern Ann Lee spoke.",
            "Ann Lee: chair of Council of Alba,1 | Ann Lee: chair of Council of Bern,1"},
           {"chairman of Council of Alba Ann Lee spoke. chairman of Council of Bern Lee spoke.",
            "Ann Lee: chair of Council of Alba,1 | Lee: chair of Council of Bern,1"},
           {"former chairman of Council of Alba Ann Lee spoke. chairman of Council of Bern Ann Lee spoke.",
            "Ann Lee: chair of Council of Alba (former), chair of Council of Bern,2"},
           {"chairman of Council of Alba Ann Lee spoke. minister Ann Lee spoke.",
            "Ann Lee: chair of Council of Alba, minister,2"},
           // Two times of one office are two posts; the council under two names is one.
           {"former chairman of City Council Ann Lee spoke. acting chairman of City Council Ann Lee spoke.",
            "Ann Lee: chair of City Council (former), chair of City Council (acting),2"},
           {"acting chairman of City Council Ann Lee spoke. chairman of City Council Ann Lee spoke.",
            "Ann Lee: chair of City Council (acting),2"},
           {"minister of MOH Ann Lee spoke. minister of Ministry of Health Ann Lee spoke.",
            "Ann Lee: minister of Ministry of Health,2"},
           {"chairman of City Council Ann Lee spoke. chairman of Town Council Ann Lee spoke.",
            "Ann Lee: chair of City Council,2"},
           // A name without a post is a further mention of somebody known, and nobody else.
           {"chairman Ann Lee spoke. Lee spoke. Ann Lee spoke.", "Ann Lee: chair,3"},
           {"Bob spoke. chairman Ann Lee spoke.", "Ann Lee: chair,1"},
           // … but the name is the fullest that stands anywhere, where only one ends so.
           {"chairman Lee spoke. Ann Lee spoke.", "Ann Lee: chair,2"},
           {"Lee and Ann Lee spoke. Mary Ann Lee spoke. chairman Lee spoke.", "Mary Ann Lee: chair,4"},
           {"Bob Lee and Ann Lee spoke. chairman Lee spoke.", "Lee: chair,1"},
           {"chairman spoke.", ""},
       }) {
    EXPECT_EQ(People(text), people) << text;
  }
}

// A title has another role beside the body that it belongs to.
TEST(People, ATitleAloneIsThePostOfThatTitle) {
  TinyPack tiny;
  tiny.Language("phases = ['agency', 'person', 'post', 'official']\n");
  tiny.Lexicon("title\tsecretary\trole=secretary\nbody\tEnergy\tkind=ministry\nbody\tParty\n");
  tiny.Rules(
      "[[rule]]\nkind = 'agency'\npattern = '<body>'\nexamples = ['Energy']\n"
      "[[rule]]\nkind = 'person'\npattern = '<Cap&unlisted>+'\nexamples = ['Ann']\n"
      "[[rule]]\nkind = 'post'\nname = 'of'\nset = { role = 'minister' }\npattern = 'title:<title> \"of\" "
      "body:<agency>'\nexamples = ['secretary of Energy']\n"
      "[[rule]]\nkind = 'post'\nname = 'to'\npattern = 'title:<title> (\"to\" body:<agency>)?'\nexamples = "
      "['secretary']\n"
      "[[rule]]\nkind = 'official'\npattern = 'posts:<post> name:<person>'\nexamples = ['secretary Ann']\n");
  const Pack pack = tiny.Loaded();
  for (auto [text, roles] : {
           std::pair<const char*, const char*>{"secretary of Energy Ann Lee spoke. secretary Lee left.",
                                               "minister"},
           {"secretary Lee spoke. secretary of Energy Ann Lee left.", "minister"},
           {"secretary Ann Lee spoke. secretary of Energy Ann Lee left.", "minister"},
           {"secretary to Party Ann Lee spoke. secretary of Energy Ann Lee left.", "secretary minister"},
       }) {
    const Facts facts = Extract(ArticleOf(text), pack);
    std::string out;
    for (const Post& post : facts.officials.at(0).posts) out += (out.empty() ? "" : " ") + post.role->value;
    EXPECT_EQ(out, roles) << text;
  }
}

// Officials inside an official: what is told of all, and what of each.
TEST(People, PostsOfSeveral) {
  TinyPack tiny;
  tiny.Language("phases = ['person', 'post', 'official', 'officials']\n");
  tiny.Lexicon(
      "title\tmembers\trole=member\ntitle\tchairman\trole=chair\ntitle\thead\trole=head\nand\tand\n");
  tiny.Rules(
      "[[rule]]\nkind = 'person'\npattern = '<Cap&unlisted>+'\nexamples = ['Ann']\n"
      "[[rule]]\nkind = 'post'\npattern = 'title:<title>'\nexamples = ['head']\n"
      "[[rule]]\nkind = 'official'\npattern = 'name:<person> \",\" posts:<post>'\nexamples = ['Ann, head']\n"
      "[[rule]]\nkind = 'official'\nphase = 'officials'\n"
      "pattern = 'posts:<post>? \":\"? name:(<official> ((\",\" | \";\" | <and>)+ <official|person>)*)'\n"
      "examples = ['members: Ann, head']\n");
  const Pack pack = tiny.Loaded();
  for (auto [text, people] : {
           Case{"members: Ann, head; Bob, chairman", "Ann member head, Bob member chair"},
           {"members: Ann, head, Bob and Cid", "Ann member head, Bob member, Cid member"},
           // What is told of none before is told of the others.
           {"Ann, head and Bob", "Ann head, Bob head"},
       }) {
    std::string out;
    for (const Official& one : Extract(ArticleOf(text), pack).officials) {
      out += (out.empty() ? "" : ", ") + one.name->value;
      for (const Post& post : one.posts) out += " " + post.role->value;
    }
    EXPECT_EQ(out, people) << text;
  }
}

TEST(People, WhoIsMeantByAPostOrPronoun) {
  static const Pack pack = Load();
  for (auto [text, issuer] : {
           Case{"chairman Ann Lee ordered MOH to act.", "Ann Lee printed"},
           {"chairman Ann Lee spoke. chairman ordered MOH to act.", "Ann Lee resolved"},
           {"standing vice chairman Ann Lee spoke. vice chairman ordered MOH to act.", "Ann Lee resolved"},
           {"vice chairman Ann Lee spoke. chairman ordered MOH to act.", "chairman printed"},
           {"chairman of City Council Ann Lee spoke. chairman of MOH ordered MOH to act.", "MOH printed"},
           {"chairman of City Council Ann Lee spoke. chairman of Council ordered MOH to act.",
            "Ann Lee resolved"},
           {"chairman Ann Lee spoke. chairman of MOH Bob Oak spoke. chairman of City Council ordered MOH to "
            "act.",
            "Ann Lee resolved"},
           {"chairman Ann Lee spoke. minister Bob Oak spoke. he ordered MOH to act.", "Bob Oak resolved"},
           {"he ordered MOH to act.", "-"},
           {"chairman Ann Lee spoke. Lee ordered MOH to act.", "Ann Lee printed"},
           // One office under two names of its body, but not at two places.
           {"chairman of City Council Ann Lee spoke. chairman of Town Council ordered MOH to act.",
            "Ann Lee resolved"},
           {"chairman of City Council of Alba Ann Lee spoke. chairman of Town Council of Bern ordered MOH to "
            "act.",
            "Town Council of Bern printed"},
           {"chairman Ann Lee Jr spoke. Lee ordered MOH to act.", "Ann Lee Jr printed"},
           // A short form in a post stands for what the article says.
           {"City Council (CC) spoke. chairman of CC ordered MOH to act.", "City Council resolved"},
           // The chairman of today is not meant where the former one is named.
           {"chairman Ann Lee spoke. former chairman ordered MOH to act.", "former chairman printed"},
       }) {
    Facts facts = Extract(ArticleOf(text), pack);
    ASSERT_EQ(facts.directives.size(), 1u) << text;
    const Directive& one = facts.directives[0];
    EXPECT_EQ(one.issuer ? one.issuer->value + " " + std::string(ToString(one.issuer->basis)) : "-", issuer)
        << text;
  }
}

TEST(People, HeIsWhoOrderedAndNotWhoWasNamedInTheOrder) {
  static const Pack pack = Load();
  ExpectIssuers(
      pack, {
                {"chairman Ann Lee ordered MOH to act with minister Bob Oak. He ordered MOH to act.",
                 "Ann Lee, Ann Lee"},
                {"chairman Ann Lee ordered MOH to act. Minister Bob Oak spoke. He ordered MOH to act.",
                 "Ann Lee, Bob Oak"},
                // Nor whose directive was cited.
                {"chairman Ann Lee spoke of minister Bob Oak's plan. He ordered MOH to act.", "Ann Lee"},
                // Of two who hold the post, who ordered last.
                {"chairman Ann Lee ordered MOH to act with chairman Bob Oak. Chairman ordered MOH to act.",
                 "Ann Lee, Ann Lee"},
            });
}

// “Chairman” is the chairman of the body whose chairman spoke.
TEST(People, APostAloneHasTheBodyOfTheOneThatSpokeBefore) {
  static const Pack pack = Load();
  ExpectIssuers(pack, {
                          {"chairman of City Council ordered MOH to act. Chairman ordered MOH to act.",
                           "City Council, City Council"},
                          {"chairman of City Council ordered MOH to act. Minister ordered MOH to act.",
                           "City Council, Minister"},
                          {"chairman ordered MOH to act. chairman of City Council ordered MOH to act.",
                           "chairman, City Council"},
                      });
}

// “The department”: of which it is the head; else the printed word, where it is a name.
TEST(Bodies, MeantByTheirHead) {
  TinyPack tiny;
  tiny.Language("phases = ['agency', 'reference', 'session', 'directive']\n[[register]]\nkind = 'session'\n");
  tiny.Lexicon(
      "body_head\tboard\nbody_head\toffice\nsector\troads\nsector\tschools\norder\tasked\tstrength="
      "request\nbody\tBoard of Trade\n");
  tiny.Rules(
      "[[rule]]\nkind = 'agency'\npattern = 'head:<body_head> \"of\" (<sector> | \"the\" <body_head> \"of\" "
      "<sector>) | <body>'\n"
      "examples = ['board of roads']\n"
      "[[rule]]\nkind = 'body_ref'\nphase = 'reference'\npattern = '\"the\" head:<body_head>'\nexamples = "
      "['the board']\n"
      "[[rule]]\nkind = 'session'\npattern = '\"met\" with:<agency>'\nexamples = ['met board of roads']\n"
      "[[rule]]\nkind = 'directive'\npattern = 'issuer:<agency|body_ref> <order> assignees:<agency|body_ref> "
      "\"to\" action:<lower>+'\n"
      "inherit = { assignees = ['session.with'] }\nexamples = ['the board asked the board to act']\n");
  const Pack pack = tiny.Loaded();
  for (auto [text, said] : {
           Case{"board of roads. office of the board of schools. the board asked office of roads to act",
                "board of roads > office of roads"},
           {"office of the board of schools. the board asked office of roads to act",
            "office of the board of schools > office of roads"},  // for want of another
           {"Board of Trade. the board asked office of roads to act", "Board of Trade > office of roads"},
           {"the Board asked office of roads to act", "Board > office of roads"},
           {"the board asked office of roads to act", "- > office of roads"},
           // The board that the meeting is with, not the one that was named last.
           {"met board of roads. board of schools. office of roads asked the board to act",
            "office of roads > board of roads"},
       }) {
    auto orders = Extract(ArticleOf(text), pack).directives;
    ASSERT_EQ(orders.size(), 1u) << text;
    EXPECT_EQ((orders[0].issuer ? orders[0].issuer->value : "-") + " > " + orders[0].assignees[0].value, said)
        << text;
  }
}

// “Town Council” beside “Town Council of Bern” is its short form, beside “Town Council Office” a body of its own.
TEST(Bodies, AShortFormIsOfTheSameKind) {
  TinyPack tiny;
  tiny.Language("phases = ['agency']\n");
  tiny.Lexicon(
      "body\tTown Council\tkind=peoples_council level=district\nbody\tTown Council "
      "Bern\tkind=peoples_council "
      "level=district\nbody\tTown Council Office\tkind=office level=district\n");
  tiny.Rules("[[rule]]\nkind = 'agency'\npattern = '<body>'\nexamples = ['Town Council']\n");
  const Pack pack = tiny.Loaded();
  EXPECT_EQ(Extract(ArticleOf("Town Council met Town Council Office."), pack).agencies.size(), 2u);
  EXPECT_EQ(Extract(ArticleOf("Town Council met Town Council Bern."), pack).agencies.size(), 1u);
}

// Letters in the midst of a name are its short form.
TEST(Bodies, HaveNoLettersInTheirMidst) {
  TinyPack tiny;
  tiny.Language("phases = ['agency', 'post', 'official', 'directive']\n");
  tiny.Lexicon(
      "body_head\tCity Council\nplace\tAlba\nbody\tCity Council of Alba\tid=alba "
      "kind=assembly\nbody\tCC\tkind=agency\n"
      "order\tasked\tstrength=request\ntitle\tchair\trole=chair\ntitle\tking\trole="
      "president\nsector\tFinance\n");
  tiny.Rules(
      "[[rule]]\nkind = 'agency'\npattern = '<body_head> (\"(\" <UPPER> \")\")? \"of\" place:<place> | "
      "<body>'\n"
      "examples = ['City Council (CC) of Alba']\n"
      "[[rule]]\nkind = 'post'\npattern = 'title:<title> \"of\" body:<agency|place|sector>'\nexamples = "
      "['chair of "
      "CC']\n"
      "[[rule]]\nkind = 'directive'\npattern = 'issuer:<agency|post> <order> assignees:<agency> \"to\" "
      "action:<lower>+'\n"
      "examples = ['CC asked CC to act']\n");
  const Pack pack = tiny.Loaded();
  Facts facts =
      Extract(ArticleOf("City Council (CC) of Alba met. CC asked City Council of Alba to act"), pack);
  ASSERT_EQ(facts.agencies.size(), 1u);
  EXPECT_EQ(facts.agencies[0].name->value, "City Council of Alba");
  EXPECT_EQ(facts.agencies[0].kind->value, "assembly");  // listed under that name
  EXPECT_EQ(facts.agencies[0].head.mentions.size(), 3u);
  ASSERT_EQ(facts.directives.size(), 0u);  // of itself: a report
  facts = Extract(ArticleOf("chair of City Council (CC) of Alba asked CC to act"), pack);
  ASSERT_EQ(facts.directives.size(), 1u);
  EXPECT_EQ(facts.directives[0].issuer->value, "City Council of Alba");
  // A post of a place is nobody's body.
  facts = Extract(ArticleOf("king of Alba asked CC to act"), pack);
  ASSERT_EQ(facts.directives.size(), 1u);
  EXPECT_EQ(facts.directives[0].issuer->value, "king");
  facts = Extract(ArticleOf("chair of Finance asked CC to act"), pack);
  ASSERT_EQ(facts.directives.size(), 1u);
  EXPECT_EQ(facts.directives[0].issuer->value, "chair of Finance");
}

TEST(Directives, ToldTwiceInTheSameWordsAreOne) {
  static const Pack pack = Load();
  const std::string task = "to mend all the roads of this town at once";
  for (auto [text, count] : {
           std::pair{"chairman ordered MOH " + task + ".\nchairman ordered MOH " + task + " and for good",
                     1u},
           {"chairman ordered MOH " + task + ".\nchairman ordered Council " + task, 2u},
           {"minister ordered MOH " + task + ".\nchairman ordered MOH " + task, 2u},
           // A few words are no proof.
           {"chairman ordered MOH to mend all roads.\nchairman ordered MOH to mend all roads", 2u},
       }) {
    EXPECT_EQ(Extract(ArticleOf(text), pack).directives.size(), count) << text;
  }
}

// Where the Assembly's number says little, the noun decides in every language.
TEST(Documents, TheUsualKindOfANumberIsOnlyForWantOfANoun) {
  TinyPack tiny;
  tiny.Language("phases = ['resolution']\n[documents]\nkind = 'code'\n");
  tiny.Lexicon(
      "doc_kind\tResolution\tkind=resolution\nassembly_code\tQH\tusual_kind=law\ndoc_code\tND\tcode_kind="
      "decree\n");
  tiny.Text("[[pattern]]\nkind = 'docno'\nregex = '\\d+/(?:(?P<assembly_code>QH)|(?P<doc_code>ND))\\d*'\n");
  tiny.Rules(
      "[[rule]]\nkind = 'resolution'\npattern = '<doc_kind>? number:<docno>'\nexamples = ['Resolution "
      "{number: 5/QH15}']\n");
  const Pack pack = tiny.Loaded();
  for (auto [text, kind] :
       {Case{"Resolution 81/QH15", "resolution"}, {"see 81/QH15", "law"}, {"Resolution 81/ND", "decree"}}) {
    auto documents = Extract(ArticleOf(text), pack).resolutions;
    ASSERT_EQ(documents.size(), 1u) << text;
    EXPECT_EQ(documents[0].kind->value, kind) << text;
  }
}

// The letters of a number say who issued it, where nothing else does.
TEST(Documents, AreIssuedByWhomTheirNumberNames) {
  TinyPack tiny;
  tiny.Language(
      "phases = ['agency', 'post', 'official', 'resolution', 'by_it', 'directive']\n[documents.issuers]\n"
      "'57-NQ/TW' = 'Politburo'\nTTg = 'Premier'\nQH = 'Assembly'\nUBND = { kind = 'peoples_committee' }\n");
  tiny.Lexicon(
      "doc_kind\tDecision\tkind=decision\ndoc_kind\tCircular\tkind=joint_circular\norder\tasks\tstrength="
      "request\n"
      "body\tCity Council\tkind=peoples_committee\nbody\tTown Council\tkind=peoples_committee\nbody\tMOH\n"
      "title\tchief\trole=head\ntitle\tPremier\trole=prime_"
      "minister\npronoun\tit\nsigned\tsigned\nperson\tAnn Lee\n");
  tiny.Text("[[pattern]]\nkind = 'docno'\nregex = '\\d+[/-][\\w/-]+'\n");
  tiny.Rules(
      "[[rule]]\nkind = 'agency'\npattern = '<body>'\nexamples = ['MOH']\n"
      "[[rule]]\nkind = 'post'\npattern = 'title:<title>'\nexamples = ['chief']\n"
      "[[rule]]\nkind = 'official'\npattern = 'posts:<post> name:<person>'\nexamples = ['chief Ann Lee']\n"
      "[[rule]]\nkind = 'resolution'\npattern = 'kind:<doc_kind> number:<docno> (\"of\" issuer:<agency>)? "
      "(<signed> \"by\" signer:<official>)?'\nexamples = ['Decision {number: 5/QH15}']\n"
      "[[rule]]\nkind = 'by_it'\npattern = 'who:<pronoun> \"by\" <resolution>'\nexamples = ['It by Decision "
      "5/QH15']\n"
      "[[rule]]\nkind = 'directive'\npattern = 'issuer:<by_it|resolution> <order> assignees:<agency> \"to\" "
      "action:<lower>+'\n"
      "examples = ['Decision 5/QH15 asks MOH to act']\n");
  const Pack pack = tiny.Loaded();
  for (auto [text, issuers] : {
           Case{"Decision 198/QD-TTg asks MOH to act.", "Premier | Premier"},
           {"Decision 12/2025/QH15 asks MOH to act.", "Assembly | Assembly"},
           {"Decision 57-NQ/TW asks MOH to act.", "Politburo | Politburo"},
           {"Decision 58-NQ/TW asks MOH to act.", "- | -"},
           // The first letters that are known; what stands behind them is a department.
           {"Decision 999/UBND-TTg asks MOH to act. City Council", "City Council | City Council"},
           {"Decision 12/QD-UBND asks MOH to act. City Council, Town Council", "- | -"},
           {"Circular 12/TTLT-TTg asks MOH to act.", "- | -"},
           // Who is named beside it; who signed it orders in it.
           {"Decision 198/QD-TTg of City Council asks MOH to act.", "City Council | City Council"},
           // By his name, where he is named; also where only a pronoun stands beside the document.
           {"Premier Ann Lee came. Decision 198/QD-TTg asks MOH to act.", "Premier | Ann Lee"},
           {"It by Decision 198/QD-TTg asks MOH to act.", "Premier | Premier"},
           {"Decision 198/QD-TTg signed by chief Ann Lee asks MOH to act.", "Premier | Ann Lee"},
       }) {
    const Facts facts = Extract(ArticleOf(text), pack);
    ASSERT_EQ(facts.resolutions.size(), 1u) << text;
    ASSERT_EQ(facts.directives.size(), 1u) << text;
    auto of = [](const Maybe<std::string>& issuer) { return issuer ? issuer->value : "-"; };
    EXPECT_EQ(of(facts.resolutions[0].issuer) + " | " + of(facts.directives[0].issuer), issuers) << text;
  }
}

TEST(Bodies, EachOnceUnderItsFullestName) {
  static const Pack pack = Load();
  for (auto [text, bodies] : {
           Case{"City Council. City Council.", "City Council 2"},
           {"MOH, Ministry of Health", "Ministry of Health 2"},  // one id
           // A short form stands for what the article says, in any script.
           {"City Council (CC), CC", "City Council 3"},
           {"City Council (ГС), ГС", "City Council 3"},
           {"Council of Alba (MOH), MOH", "Council of Alba 3"},
           {"City Council, Council", "City Council 1 | Council 1"},
           // Two written names that the text does not equate are two: entities are resolved later.
           {"Council of Alba, Council", "Council of Alba 1 | Council 1"},
           {"", ""},
       }) {
    std::string out;
    for (const Agency& one : Extract(ArticleOf(text), pack).agencies) {
      out += (out.empty() ? "" : " | ") + one.name->value + " " + std::to_string(one.head.mentions.size());
    }
    EXPECT_EQ(out, bodies) << text;
  }
}

TEST(Documents, BareReferencesJoinTheirFullNumbers) {
  static const Pack pack = Load();
  for (auto [text, documents] : {
           Case{"Resolution 57-NQ/TW.", "resolution 57-NQ/TW 1"},
           {"Resolution 57-NQ/TW. Resolution 57.", "resolution 57-NQ/TW 2"},
           {"Resolution 57. Resolution 57-NQ/TW.", "resolution 57-NQ/TW 2"},
           {"Resolution 057-NQ/TW. Resolution 57-NQ/TW.", "resolution 057-NQ/TW 2"},
           {"Resolution 57-NQ/TW. Plan 57.", "resolution 57-NQ/TW 1 | plan 57 1"},
           {"Resolution 57-NQ/TW. Resolution 57-QD/TW. Resolution 57.",
            "resolution 57-NQ/TW 1 | resolution 57-QD/TW 1 | resolution 57 1"},
           {"Resolution 57. Resolution 57.", "resolution 57 2"},
           {"Plan “for clean water supply”. Plan “for clean water supply”.", "plan for clean water supply 2"},
           {"Plan “for water”. Plan “for roads”.", "plan for water 1 | plan for roads 1"},
           {"Resolution 5-AA/BB dated 2025-01-02. Resolution 5-AA/BB.", "resolution 5-AA/BB 2025-01-02 2"},
           {"Plan 5-AA/BB dated 2025-01-02 “for clean water”. Plan dated 2025-01-02 “for clean water”.",
            "plan 5-AA/BB 2025-01-02 2"},
           // One title, two days: who carries out a plan issues one that is called like it.
           {"Plan 5-AA/BB dated 2025-01-02 “for clean water”. Plan dated 2025-01-09 “for clean water”.",
            "plan 5-AA/BB 2025-01-02 1 | plan for clean water 2025-01-09 1"},
       }) {
    std::string out;
    for (const Resolution& one : Extract(ArticleOf(text), pack).resolutions) {
      out += (out.empty() ? "" : " | ") + one.kind->value + " " +
             (one.number ? one.number->value : one.title->value);
      if (one.issued) out += " " + ToIso(one.issued->value);
      out += " " + std::to_string(one.head.mentions.size());
    }
    EXPECT_EQ(out, documents) << text;
  }
}

// “members: Ann, chairman; Bob, minister”: the posts of a register are everybody's behind the semicolons.
TEST(People, PostsOfARegister) {
  TinyPack tiny;
  tiny.Language(
      "phases = ['person', 'post', 'members', 'official']\n[text]\nbreaks = ';'\n"
      "[[register]]\nkind = 'members'\nuntil = 'paragraph'\n");
  tiny.Lexicon("title\tmembers\trole=member\ntitle\tchairman\trole=chair\ntitle\tminister\trole=minister\n");
  tiny.Rules(
      "[[rule]]\nkind = 'person'\npattern = '<Cap&unlisted>'\nexamples = ['Ann']\n"
      "[[rule]]\nkind = 'post'\npattern = 'title:<title>'\nexamples = ['chairman']\n"
      "[[rule]]\nkind = 'members'\npattern = '<post> (?= \":\")'\nexamples = ['members: Ann']\n"
      "[[rule]]\nkind = 'official'\npattern = 'posts:<members> \":\" name:<person> \",\" <post>'\n"
      "examples = ['members: Ann, chairman']\n"
      "[[rule]]\nkind = 'official'\njoin = { posts = ['members.posts'] }\n"
      "pattern = '<bos&cont&in_members> name:<person> \",\" posts:<post>'\n"
      "examples = ['members: Ann, chairman; Bob, minister']\n");
  const Pack pack = tiny.Loaded();
  const Facts facts = Extract(ArticleOf("members: Ann, chairman; Bob, minister"), pack);
  ASSERT_EQ(facts.officials.size(), 2u);
  for (const Official& one : facts.officials) {
    ASSERT_EQ(one.posts.size(), 2u) << one.name->value;
    EXPECT_EQ(one.posts[0].role->value, "member");
  }
}

}  // namespace
}  // namespace acta
