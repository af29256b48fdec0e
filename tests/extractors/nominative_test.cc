// Names of bodies, groups and people in the dictionary form, by agreement and by the case of a post.

#include "extractors/engine/nominative.h"

#include <gtest/gtest.h>

#include "extractors/engine/extract.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

constexpr char kLanguage[] =
    "phases = ['agency', 'group', 'person', 'post', 'official']\n"
    "[names]\nsyllable = '(?:Ле|Ван|Минь|Дык)'\nnominative = [['а', ''], ['я', 'ь']]\n"
    "declension = [{case = 'gen', from = 'ова', to = 'ов'}]\n"
    "agreement = [{heads = ['ое'], forms = [['ского', 'ское']]}, {heads = [''], forms = [['ского', "
    "'ский']]}]\n"
    "[[affix]]\nkind = 'adj'\nsuffixes = ['ского']\n";

constexpr char kParadigms[] =
    "[m]\nnom = ''\ngen = 'а'\ndat = 'у'\n[adj]\nnom = 'ый'\ngen = 'ого'\ndat = 'ому'\n"
    "[n]\nnom = 'о'\ngen = 'а'\n[adj-n]\nnom = 'ое'\ngen = 'ого'\n"
    "[pl]\npnom = 'а'\npgen = ''\npdat = 'ам'\npacc = 'а'\n"
    "[pl-a]\npnom = 'ы'\npgen = ''\npacc = ''\n[f]\nnom = 'а'\ngen = 'ы'\n";

constexpr char kLexicon[] =
    "body\tкомитет@m\nbody\tнародный@adj комитет@m\nbody\tнародное@adj-n собрание\n"
    "group_noun\tведомства@pl\ngroup_noun\tминистерства@pl\ngroup_noun\tглавы@pl-a\nnoun\tминистерство@"
    "n\nsep\t,\nand\tи\n"
    "given\tАлександр@m\ngiven\tАлександра@f\n"
    "title\tминистр@m\trole=minister\ntitle\tи.о. министра\trole=minister\n";

constexpr char kRules[] =
    "[[rule]]\nkind = 'agency'\npattern = '<adj>? <body>'\nexamples = ['комитет']\n"
    "[[rule]]\nkind = 'group'\npattern = '<group_noun> ((<sep> | <and>) <group_noun>)*'\nexamples = "
    "['ведомства']\n"
    "[[rule]]\nkind = 'person'\npattern = '<given> <Cap|UPPER> | <Cap&unlisted>{1,3}'\nexamples = ['Ле']\n"
    "[[rule]]\nkind = 'post'\npattern = 'title:<title>'\nexamples = ['министр']\n"
    "[[rule]]\nkind = 'official'\npattern = 'posts:<post> name:(<person> (<and> <person>)*)'\nexamples = "
    "['министр Ле']\n";

const Pack& Loaded() {
  static const Pack pack = [] {
    TinyPack tiny;
    tiny.Language(kLanguage).Paradigms(kParadigms).Lexicon(kLexicon).Rules(kRules);
    auto loaded = tiny.Load();
    EXPECT_TRUE(loaded) << loaded.error().message;
    return std::move(*loaded);
  }();
  return pack;
}

TEST(DictionaryForm, WordsBeforeTheHeadAgreeWithIt) {
  for (auto [text, form] : {
           std::pair{"комитету", "комитет"},
           {"Ханойского народного комитета", "Ханойский народный комитет"},
           {"ханойского комитета", "ханойский комитет"},
           {"комитет", "комитет"},
           {"министерствам и ведомствам", "министерства и ведомства"},
           {"министерств, ведомств", "министерства, ведомства"},
           // An accusative that looks like the nominative; who is alive shows it.
           {"министерства и глав", "министерства и главы"},
           {"министерства и ведомства", "министерства и ведомства"},
       }) {
    Article article = ArticleOf(text);
    Tree tree = ReadArticle(article, Loaded().annotator->Annotate(article), Loaded());
    EXPECT_EQ(DictionaryForm(TreeView(article, tree, Loaded()), {tree.roots[1]}), form) << text;
  }
}

std::string Names(const std::string& text) {
  std::string out;
  for (const Official& one : Extract(ArticleOf(text), Loaded()).officials)
    out += (out.empty() ? "" : " | ") + one.name->value;
  return out;
}

TEST(Officials, TakeTheCaseOfTheirPost) {
  EXPECT_EQ(Names("министр Александра Иванова"), "Александра Иванова");
  EXPECT_EQ(Names("министра Александра Иванова"), "Александр Иванов");
  EXPECT_EQ(Names("министра Ле Ван Дыка"), "Ле Ван Дык");
  EXPECT_EQ(Names("министр Ле Ван Дыка"), "Ле Ван Дыка");
  EXPECT_EQ(Names("министр Александр ИВАНОВ"), "Александр Иванов");
  // An undeclined “acting” hides the case of the name.
  EXPECT_EQ(Names("и.о. министра Ле Ван Дык"), "Ле Ван Дык");
}

TEST(Officials, SeveralUnderOnePost) {
  EXPECT_EQ(Names("министр Ле Ван Дык и Ле Минь"), "Ле Ван Дык | Ле Минь");
}

}  // namespace
}  // namespace acta
