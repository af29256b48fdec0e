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
  struct Case {
    const char *text, *issuers;
  };
  for (auto [text, issuers] : {
           // Who was not told anything takes the floor.
           Case{"mayor asked School Board to act\nHealth Office asked HO to act\nSchool Board must act",
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
       }) {
    std::string out;
    for (const Directive& one : Extract(ArticleOf(text), pack).directives)
      out += (out.empty() ? "" : ", ") + (one.issuer ? one.issuer->value : "-");
    EXPECT_EQ(out, issuers) << text;
  }
}

}  // namespace
}  // namespace acta
