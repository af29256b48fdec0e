// A body that was told to do something does not take the word from who told it.

#include "extractors/engine/hearers.h"

#include <gtest/gtest.h>

#include "extractors/engine/extract.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

// “A asked B to …” gives A the floor; “B must …” is an order of who has it.
Pack Load() {
  TinyPack tiny;
  tiny.Language(
      "phases = ['agency', 'post', 'floor', 'directive']\n"
      "[[register]]\nkind = 'floor'\n[[register]]\nkind = 'directive'\n");
  tiny.Lexicon(
      "title\tmayor\trole=mayor\ntitle\thead\trole=head\ndoc_kind\tletter\tkind=official_letter\n"
      "body\tHealth Office\tid=health kind=department\nbody\tHO\tid=health kind=department\n"
      "body\tRoads Office\tkind=department\nbody\tRO\tkind=department\nbody\tSchool Board\tkind=department\n"
      "order\tasked\tstrength=request\nmodal\tmust\tstrength=order\n");
  tiny.Rules(
      "[[rule]]\nkind = 'agency'\npattern = '<body>'\nexamples = ['HO']\n"
      "[[rule]]\nkind = 'post'\npattern = 'title:<title> (\"of\" body:<agency>)?'\nexamples = ['mayor']\n"
      "[[rule]]\nkind = 'floor'\npattern = 'who:(issuer:<agency|post>) (\"by\" <doc_kind>)? "
      "strength:<order>'\n"
      "examples = ['HO asked']\n"
      "[[rule]]\nkind = 'directive'\n"
      "pattern = 'issuer:<floor> assignees:<agency|post> (\"(\" <agency> \")\")? \"to\" action:<lower>+'\n"
      "examples = ['mayor asked HO to act']\n"
      "[[rule]]\nkind = 'directive'\npattern = 'assignees:<agency|post> <modal> action:<lower>+'\n"
      "inherit = { issuer = ['floor.who', 'directive.issuer'] }\nexamples = ['HO must act']\n");
  return tiny.Loaded();
}

TEST(Hearers, SpeakInTheirParagraphOnly) {
  static const Pack pack = Load();
  ExpectIssuers(
      pack,
      {
          // Who was not told anything takes the floor.
          {"mayor asked School Board to act\nHealth Office asked HO to act\nSchool Board must act",
           "mayor, Health Office, Health Office"},
          // Who was told speaks for a paragraph.
          {"mayor asked Health Office to act\nHO asked School Board to act. School Board must act\nSchool "
           "Board must act",
           "mayor, HO, HO, mayor"},
          // By the name in full, its short form, the post of its head.
          {"mayor asked Roads Office (RO) to act\nRO asked School Board to act\nSchool Board must act",
           "mayor, Roads Office, mayor"},
          {"mayor asked head of Health Office to act\nHO asked School Board to act\nSchool Board must act",
           "mayor, HO, mayor"},
          // Who was told by himself was told by nobody.
          {"Roads Office asked Roads Office to act\nRoads Office asked School Board to act\nSchool Board "
           "must act",
           "Roads Office, Roads Office, Roads Office"},
          // A document of its own gives a body the floor.
          {"mayor asked Health Office to act\nHO by letter asked School Board to act\nSchool Board must act",
           "mayor, HO, HO"},
          // From hearer to hearer the word goes back to who spoke first.
          {"mayor asked Health Office to act\nHO asked School Board to act\nSchool Board asked Roads Office "
           "to "
           "act\nRoads Office must act",
           "mayor, HO, School Board, mayor"},
      });
}

// Who is named behind a quotation of several sentences has said what is ordered in it.
TEST(Quotations, AreSaidByWhoIsNamedBehindThem) {
  TinyPack tiny;
  tiny.Language("phases = ['post', 'floor', 'directive']\n[[register]]\nkind = 'floor'\n");
  tiny.Lexicon(
      "title\tmayor\trole=mayor\ntitle\tking\trole=president\nbody\tHO\nsaid\tsaid\nmodal\tmust\tstrength="
      "order\n");
  tiny.Rules(
      "[[rule]]\nkind = 'post'\npattern = 'title:<title>'\nexamples = ['mayor']\n"
      "[[rule]]\nkind = 'floor'\npattern = 'who:(issuer:<post>) <said> | <said> "
      "who:<post>'\nexamples = ['mayor said']\n"
      "[[rule]]\nkind = 'directive'\npattern = 'assignees:<body> <modal> action:<lower>+'\n"
      "inherit = { issuer = ['floor.who'] }\nexamples = ['HO must act']\n");
  const Pack pack = tiny.Loaded();
  ExpectIssuers(
      pack,
      {
          {"king said so.\n“HO must act. All is well”, said mayor.", "mayor"},
          {"«HO must act. All is well», said mayor.", "mayor"},
          {"\"HO must act. All is well\", said mayor.", "mayor"},
          {"«HO must act «now». All is well», said mayor.", "mayor"},
          {"«HO must act „now“. All is well», said mayor.", "mayor"},
          {"„HO must act. All is well“, said mayor.", "mayor"},
          // Outside of it, and where nobody stands behind the mark, who spoke before.
          {"king said so. HO must act. “All is well”, said mayor.", "king"},
          {"king said “so”. HO must act. “All is well”, said mayor.", "king"},
          {"king said so. “HO must act. All is well”. Then came winter, long and dark, said mayor.", "king"},
          {"king said so. “HO must act. All is well, said mayor.", "king"},
      });
}

// A sentence inside of a quotation behind which somebody is named is read as one of who has the floor: his.
TEST(Quotations, LendTheFloor) {
  TinyPack tiny;
  tiny.Language(
      "phases = ['person', 'post', 'official', 'floor', 'directive']\n[[register]]\nkind = 'floor'\n");
  tiny.Lexicon(
      "title\tmayor\trole=mayor\nperson\tAnn Lee\nbody\tHO\nsaid\tsaid\nmodal\tmust\tstrength=order\n");
  tiny.Rules(
      "[[rule]]\nkind = 'post'\npattern = 'title:<title>'\nexamples = ['mayor']\n"
      "[[rule]]\nkind = 'official'\npattern = 'posts:<post> name:<person>'\nexamples = ['mayor Ann Lee']\n"
      "[[rule]]\nkind = 'floor'\npattern = 'who:<official|post> <said>'\nexamples = ['mayor said']\n"
      "[[rule]]\nkind = 'directive'\npattern = '<bos&in_floor> (\"“\" | \"«\")? assignees:<body> <modal> "
      "action:<lower>+'\ninherit = { issuer = ['floor.who'] }\nexamples = ['mayor said so. HO must act']\n");
  const Pack pack = tiny.Loaded();
  ExpectIssuers(
      pack,
      {
          {"“HO must act. It will be well,” mayor Ann Lee said.", "Ann Lee"},
          {"«It will be well. HO must act now», - mayor Ann Lee said.", "Ann Lee"},
          {"“It will be well. HO must act now,” said, warmly, mayor Ann Lee.", "Ann Lee"},
          // Who is not known has nothing to say; nor is what stands outside of it his.
          {"“HO must act. It will be well,” a man said.", ""},
          {"“It will be well, we are sure,” a man said to all of us here and to mayor Ann Lee. HO must act.",
           ""},
          {"HO must act. “It will be well, we are sure,” mayor Ann Lee said.", ""},
          // No speech: a name, and what no comma or dash parts from the words behind it.
          {"“HO must act. It will be well” mayor Ann Lee said.", ""},
          {"“HO must act. It will be well”.", ""},
      });
}

// A quotation that began before the task ends it, also at a straight mark.
TEST(Quotations, EndTheirTasks) {
  TinyPack tiny;
  tiny.Language("phases = ['directive']\n");
  tiny.Lexicon("body\tHO\norder\tasked\tstrength=request\n");
  tiny.Rules(
      "[[rule]]\nkind = 'directive'\npattern = '<order> assignees:<body> \"to\" \"«\"? action:<^eos>+'\n"
      "examples = ['asked HO to act']\n");
  const Pack pack = tiny.Loaded();
  struct Case {
    const char* text;
    const char* action;
  };
  for (auto [text, action] : {
           Case{"mayor asked HO to act», said he", "act"},
           {"mayor asked HO to act\", said he", "act"},
           {"mayor asked HO to build \"parks\" now\", said he", "build \"parks\" now"},
           {"mayor asked HO to build \"parks\".", "build \"parks\""},
           {"mayor asked HO to build „parks“ now», said he", "build „parks“ now"},
           // The first word alone stood in marks.
           {"mayor asked HO to «pull» parks up.", "pull» parks up"},
           {"mayor asked HO to «act» - said he", "act"},
           {"mayor asked HO to act» he said", "act"},
       }) {
    auto orders = Extract(ArticleOf(text), pack).directives;
    ASSERT_EQ(orders.size(), 1u) << text;
    EXPECT_EQ(orders[0].action->value, action) << text;
  }
}

// The orders and deadlines of a text, as a test writes them.
struct Told {
  const char* text;
  const char* orders;
  const char* deadlines;
};

// To whom an order and its deadlines go where the sentence does not name them.
TEST(Addressees, AreToldByTheOrderBefore) {
  TinyPack tiny;
  tiny.Language(
      "phases = ['date', 'agency', 'person', 'post', 'official', 'deadline', 'directive']\n[text]\nbreaks = "
      "';'\n"
      "[[register]]\nkind = 'directive'\n");
  tiny.Lexicon(
      "by\tby\ntitle\tmayor\trole=mayor\norder\tasks\tstrength=request\norder\tmust\tstrength=order\n"
      "body\tRoads Office\nbody\tSchool Board\npronoun\the\nword\tall\nword\tterm\ntask_verb\tbuild\n"
      "modal\tis to\tstrength=order\nwill\twill\nmodal\twill\n");
  tiny.Text(kYearsAndNumbers);
  tiny.Rules(
      "[[rule]]\nkind = 'date'\npattern = '<year_number>'\nexamples = ['2030']\n"
      "[[rule]]\nkind = 'agency'\npattern = '<body>'\nexamples = ['School Board']\n"
      "[[rule]]\nkind = 'person'\npattern = '<Cap&unlisted>'\nexamples = ['Ann']\n"
      "[[rule]]\nkind = 'post'\npattern = 'title:<title>'\nexamples = ['mayor']\n"
      "[[rule]]\nkind = 'official'\npattern = 'posts:<post> name:<person>'\nexamples = ['mayor Ann']\n"
      "[[rule]]\nkind = 'deadline'\npattern = 'task:\"Term\"? <by> due:<date>'\nexamples = ['by 2030']\n"
      "[[rule]]\nkind = 'directive'\npattern = '<order> assignees:<agency|official> \"to\" action:<lower>+ | "
      "assignees:<pronoun> <order> action:<lower>+'\nexamples = ['asks School Board to act']\n");
  const Pack pack = tiny.Loaded();
  for (auto [text, orders, deadlines] : {
           Told{"asks School Board to act. All is to end by 2030.", "School Board", "School Board"},
           {"asks School Board to act; all is to end by 2030.", "School Board", "School Board"},
           // Another body is named before it; another paragraph; a sentence between.
           {"asks School Board to act. Roads Office ends all by 2030.", "School Board", "-"},
           {"asks School Board to act.\nAll is to end by 2030.", "School Board", "-"},
           {"asks School Board to act. Rain came. All is to end by 2030.", "School Board", "-"},
           // A clause goes on with the order of its own sentence only.
           {"asks School Board to act.\nRain came; all is to end by 2030.", "School Board", "-"},
           // A task without a subject, one behind another, is theirs whoever is named in it.
           {"asks School Board to act. Build roads. Build Roads Office by 2030.", "School Board",
            "School Board"},
           // What a thing will be is nobody's task; an item of a list is theirs.
           {"asks School Board to act. All will end by 2030.", "School Board", "-"},
           {"asks School Board to act. All ends by 2030.", "School Board", "-"},
           {"asks School Board to act; all ends by 2030.", "School Board", "School Board"},
           // The term of what was told, called so or alone; one that opens what another does is not.
           {"asks School Board to act. Term by 2030.", "School Board", "School Board"},
           {"asks School Board to act. By 2030.", "School Board", "School Board"},
           {"asks School Board to act. By 2030 all ends.", "School Board", "-"},
           // “He” as an addressee is who was named last.
           {"asks mayor Ann to act. He must report.", "Ann, Ann", ""},
       }) {
    Facts facts = Extract(ArticleOf(text), pack);
    std::string told, due;
    for (const Directive& one : facts.directives)
      told += (told.empty() ? "" : ", ") + (one.assignees.empty() ? "-" : one.assignees[0].value);
    for (const Deadline& one : facts.deadlines) due += one.assignees.empty() ? "-" : one.assignees[0].value;
    EXPECT_EQ(told, orders) << text;
    EXPECT_EQ(due, deadlines) << text;
  }
}

// “Asks A to build and B to plan”: two orders, each with its day.
TEST(Addressees, AreSeveralOfOneVerb) {
  TinyPack tiny;
  tiny.Language("phases = ['date', 'agency', 'deadline', 'directive']\n");
  tiny.Lexicon(
      "by\tby\norder\tasks\tstrength=request\nbody\tRoads Office\nbody\tSchool Board\nbody\tHome Office\n"
      "and\tand\nsep\t,\ngoal_word\tto\nmodal\tmust\ntask_verb\tbuild\ntask_verb\tplan\n");
  tiny.Text(kYearsAndNumbers);
  tiny.Rules(
      "[[rule]]\nkind = 'date'\npattern = '<year_number>'\nexamples = ['2030']\n"
      "[[rule]]\nkind = 'agency'\npattern = '<body>'\nexamples = ['School Board']\n"
      "[[rule]]\nkind = 'deadline'\npattern = '<by> due:<date>'\nexamples = ['by 2030']\n"
      "[[rule]]\nkind = 'directive'\npattern = '<order> assignees:<agency> <goal_word>? "
      "action:<^eos|\".\">+'\n"
      "examples = ['asks School Board to act']\n");
  const Pack pack = tiny.Loaded();
  const char* parted = "School Board: plan; Roads Office: build by 2030 (2030-12-31)";
  for (auto [text, orders, deadlines] : {
           Told{"asks School Board to plan and Roads Office to build by 2030.", parted,
                "Roads Office: build by 2030"},
           {"asks School Board to plan, Roads Office to build by 2030.", parted,
            "Roads Office: build by 2030"},
           {"asks School Board plan, Roads Office build by 2030.", parted, "Roads Office: build by 2030"},
           {"asks School Board to plan by 2028, Roads Office and Home Office to build.",
            "School Board: plan by 2028 (2028-12-31); Roads Office, Home Office: build",
            "School Board: plan by 2028"},
           {"asks School Board to plan, Roads Office must build by 2030.", parted,
            "Roads Office: build by 2030"},
           // Names of a list; a body that does nothing; one that is told otherwise than the first.
           {"asks School Board to call Home Office, Roads Office to build.",
            "School Board: call Home Office, Roads Office to build", ""},
           {"asks School Board to plan, Roads Office too.", "School Board: plan, Roads Office too", ""},
           {"asks School Board to plan, Roads Office build.", "School Board: plan, Roads Office build", ""},
       }) {
    Facts facts = Extract(ArticleOf(text), pack);
    std::string told, due;
    for (const Directive& one : facts.directives) {
      told += told.empty() ? "" : "; ";
      for (size_t i = 0; i < one.assignees.size(); ++i) told += (i == 0 ? "" : ", ") + one.assignees[i].value;
      told += ": " + one.action->value + (one.deadline ? " (" + ToIso(one.deadline->value) + ")" : "");
    }
    for (const Deadline& one : facts.deadlines) due += one.assignees[0].value + ": " + one.task->value;
    EXPECT_EQ(told, orders) << text;
    EXPECT_EQ(due, deadlines) << text;
  }
}

// A lead tells what must be done, the next paragraph who wants it; and a post that nobody is given is held by the one
// who speaks under a bare name.
TEST(Givers, AreNamedBehindTheOrder) {
  TinyPack tiny;
  tiny.Language(
      "phases = ['person', 'post', 'official', 'floor', 'directive']\n[[register]]\nkind = 'floor'\n"
      "[[register]]\nkind = 'directive'\n");
  tiny.Lexicon(
      "title\tmayor\trole=mayor\ntitle\tclerk\trole=other\ntitle\tgovernor\trole="
      "governor\nbody\tHO\nsaid\tsaid\nsaid\tsmiled\nmodal\tmust\t"
      "strength=order\norder\tasked\tstrength=request\ngiven\tAnna\ngiven\tBert\n");
  tiny.Rules(
      "[[rule]]\nkind = 'person'\npattern = '<given> <Cap&unlisted>?'\nexamples = ['Anna Bell']\n"
      "[[rule]]\nkind = 'post'\npattern = 'title:<title>'\nexamples = ['mayor']\n"
      "[[rule]]\nkind = 'official'\npattern = 'posts:<post> name:<person>'\nexamples = ['mayor Anna']\n"
      "[[rule]]\nkind = 'floor'\npattern = 'who:<official|person|post> <said>'\nexamples = ['mayor said']\n"
      "[[rule]]\nkind = 'directive'\npattern = 'issuer:<official|person|post> <order> assignees:<body> "
      "\"to\" "
      "action:<lower>+'\nexamples = ['mayor asked HO to act']\n"
      "[[rule]]\nkind = 'directive'\npattern = 'assignees:<body> <modal> action:<lower>+'\n"
      "inherit = { issuer = ['floor.who', 'directive.issuer'] }\nexamples = ['HO must act']\n");
  const Pack pack = tiny.Loaded();
  ExpectIssuers(pack,
                {
                    {"HO must act\nmayor Anna Bell said so", "Anna Bell"},
                    {"HO must act\nmayor Anna Bell asked HO to wait", "Anna Bell, Anna Bell"},
                    {"HO must act\nAll is well", "-"},
                    // Past paragraphs in which nobody speaks, but not far.
                    {"HO must act\nAll is well\nAll is well\nmayor Anna Bell said so", "Anna Bell"},
                    {"HO must act\nAll is well\nAll is well\nAll is well\nmayor Anna Bell said so", "-"},
                    // The mayor is whoever speaks without a post.
                    {"Anna Bell said so\nmayor asked HO to act", "Anna Bell"},
                    {"mayor asked HO to act\nAnna Bell smiled", "Anna Bell"},
                    // Not where two do, where the post is given to somebody, or where it is one of many.
                    {"Anna Bell said so. Bert Cole said so\nmayor asked HO to act", "mayor"},
                    {"mayor Bert Cole arrived. Anna Bell said so\nmayor asked HO to act", "Bert Cole"},
                    {"Anna Bell said so\nclerk asked HO to act", "clerk"},
                    {"Anna Bell said so. governor came\nmayor asked HO to act", "mayor"},
                });
  // Who is found to hold the post is an official, also where he only speaks.
  for (const char* text : {"Anna Bell said so\nmayor asked HO to act", "mayor said so. Anna Bell smiled"}) {
    const Facts facts = Extract(ArticleOf(text), pack);
    ASSERT_EQ(facts.officials.size(), 1u) << text;
    EXPECT_EQ(facts.officials[0].name->value, "Anna Bell");
    ASSERT_EQ(facts.officials[0].posts.size(), 1u);
    EXPECT_EQ(facts.officials[0].posts[0].role->value, "mayor");
    EXPECT_EQ(facts.officials[0].posts[0].role->basis, Basis::kInferred);
  }
}

// Who is to do it may stand inside of what is asked; words that only say that it is a task are no part of it.
TEST(Tasks, BeginBehindTheirSubject) {
  TinyPack tiny;
  tiny.Language("phases = ['date', 'agency', 'directive']\n");
  tiny.Lexicon(
      "article\tthe\nmodal\tshould\ttense=future\nbe\tbe\norder\tasks\tstrength=request\nsep\t,\nand\tand\n"
      "of\tof\nbody\tRoads Office\nbody\tSchool Board\ngoal_word\tto\nadverb\talso\nwhich_word\tthat\n");
  tiny.Text(kYearsAndNumbers);
  tiny.Rules(
      "[[rule]]\nkind = 'date'\npattern = '\"in\" <year_number>'\nexamples = ['in 2030']\n"
      "[[rule]]\nkind = 'agency'\npattern = '<body>'\nexamples = ['School Board']\n"
      "[[rule]]\nkind = 'directive'\npattern = 'issuer:\"mayor\" <order> (assignees:<agency> action:(\"to\" "
      "<^eos>+) | action:<^eos>+)'\nexamples = ['mayor asks to act']\n");
  const Pack pack = tiny.Loaded();
  struct Case {
    const char* text;
    const char* told;
    const char* action;
  };
  for (auto [text, told, action] : {
           Case{"mayor asks School Board to act now", "School Board", "act now"},
           {"mayor asks School Board should act", "School Board", "act"},
           {"mayor asks in 2030 the School Board should act", "School Board", "act"},
           {"mayor asks in 2030, School Board and the Roads Office should also act",
            "School Board, Roads Office", "act"},
           // A body that only belongs to what is asked; a thing that something is done to; far behind.
           {"mayor asks plans of School Board should end", "", "plans of School Board should end"},
           {"mayor asks School Board should be helped", "", "School Board should be helped"},
           {"mayor asks rain should end and School Board should act", "",
            "rain should end and School Board should act"},
           // Only what heads the task, and never all of it.
           {"mayor asks to act and to wait", "", "act and to wait"},
           {"mayor asks to", "", "to"},
       }) {
    auto orders = Extract(ArticleOf(text), pack).directives;
    ASSERT_EQ(orders.size(), 1u) << text;
    std::string names;
    for (const auto& one : orders[0].assignees) names += (names.empty() ? "" : ", ") + one.value;
    EXPECT_EQ(names, told) << text;
    EXPECT_EQ(orders[0].action->value, action) << text;
  }
}

}  // namespace
}  // namespace acta
