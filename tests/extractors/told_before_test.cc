// An order whose giver the next sentence tells.

#include <gtest/gtest.h>

#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

Pack PackOfOrders() {
  TinyPack tiny;
  tiny.Language(
      "phases = ['agency', 'post', 'floor', 'directive']\n"
      "[[register]]\nkind = 'floor'\n[[register]]\nkind = 'directive'\n");
  tiny.Lexicon(
      "title\tmayor\trole=mayor\ntitle\tpremier\trole=prime_minister\n"
      "body\tHealth Office\tid=health kind=department\nbody\tSchool Board\tkind=department\n"
      "order\tasked\tstrength=request\nmodal\tmust\tstrength=order\n");
  tiny.Rules(
      "[[rule]]\nkind = 'agency'\npattern = '<body>'\nexamples = ['Health Office']\n"
      "[[rule]]\nkind = 'post'\npattern = 'title:<title>'\nexamples = ['mayor']\n"
      "[[rule]]\nkind = 'floor'\nname = 'that_was_his'\nalso = ['told_order']\n"
      "pattern = '\"so\" \"ordered\" who:<agency|post>'\nexamples = ['so ordered mayor']\n"
      "[[rule]]\nkind = 'directive'\n"
      "pattern = 'issuer:<agency|post> <order> assignees:<agency> \"to\" action:<lower>+'\n"
      "examples = ['mayor asked Health Office to act']\n"
      "[[rule]]\nkind = 'directive'\nset = { told = 'before', strength = 'order' }\n"
      "pattern = '<bos> issuer:<told_order>'\nexamples = ['so ordered mayor']\n"
      "[[rule]]\nkind = 'directive'\npattern = '<bos> \"also\" assignees:<agency> <modal> action:<lower>+'\n"
      "inherit = { issuer = ['floor.who', 'directive.issuer'] }\nexamples = ['also Health Office must "
      "act']\n");
  return tiny.Loaded();
}

TEST(ToldBefore, TheSentenceIsTheOrderOfWhoTheNextOneNames) {
  static const Pack pack = PackOfOrders();
  struct Case {
    const char* text;
    const char* orders;  // issuer: assignees: action
  };
  for (auto [text, orders] : {
           Case{"Schools must open now. So ordered mayor.", "mayor: : Schools must open now; "},
           // Who must is told.
           {"Health Office must act. So ordered mayor.", "mayor: Health Office: act; "},
           // An order that stands there has its giver from it, and no second one is made.
           {"Also Health Office must act. So ordered mayor.", "mayor: Health Office: act; "},
           // One that tells itself whose it is keeps him.
           {"Premier asked Health Office to act. So ordered mayor.", "Premier: Health Office: act; "},
           // He goes on.
           {"Schools must open now. So ordered mayor. Also School Board must act.",
            "mayor: : Schools must open now; mayor: School Board: act; "},
           // A sentence that says no task; none before it.
           {"Schools open now. So ordered mayor.", ""},
           {"So ordered mayor.", ""},
       }) {
    std::string found;
    for (const Directive& one : Extract(ArticleOf(text), pack).directives) {
      found += (one.issuer ? one.issuer->value : "-") + ": ";
      for (const auto& name : one.assignees) found += name.value;
      found += ": " + one.action->value + "; ";
    }
    EXPECT_EQ(found, orders) << text;
  }
}

TEST(ToldBefore, AHeadlineIsNoOrderOfTheText) {
  static const Pack pack = PackOfOrders();
  const Article article = PlainTextArticle("test", "Schools must open now\n\nSo ordered mayor.");
  EXPECT_TRUE(Extract(article, pack).directives.empty());
}

}  // namespace
}  // namespace acta
