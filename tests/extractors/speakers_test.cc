// Whom “he” and “she” mean as givers of an order, and who of a sentence gives it.

#include "extractors/engine/speakers.h"

#include <gtest/gtest.h>

#include "extractors/engine/extract.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

// Names end in a for women; a mayor is called by two cases.
Pack Load() {
  TinyPack tiny;
  tiny.Language(
      "phases = ['person', 'post', 'official', 'addressed', 'floor', 'directive']\n[[register]]\nkind = "
      "'floor'\n"
      "[[register]]\nkind = 'directive'\n[names]\n"
      "gender = [{ gender = 'f', endings = ['a'], middle = ['Rose'] }, { gender = 'm', endings = ['t'] }]\n"
      "declension = [{ case = 'dat', from = 'u', to = '' }]\n");
  tiny.Lexicon(
      "title\tmayor\trole=mayor case=nom\ntitle\tmayori\trole=mayor case=dat\ntitle\tclerk\trole=other "
      "case=nom\n"
      "title\tjudge\trole=other case=nom\nbody\tHO\nsaid\tsaid\nsaid\tnear\norder\tasked\tstrength=request\n"
      "given\tAnna\ngiven\tAnton\ngiven\tBert\ngiven\tKim\ngiven\tKen\nhonorific\tMs\tgender="
      "f\nhonorific\tMr\tgender=m\n"
      "pronoun\the\tgender=m\npronoun\tshe\tgender=f\npronoun\tthey\nof\tof\n");
  tiny.Rules(
      "[[rule]]\nkind = 'person'\npattern = '<given> <Cap&unlisted>* | <UPPER|Cap> \".\" "
      "<Cap&unlisted>'\nexamples = ['Anna Bell', 'A. Bell']\n"
      "[[rule]]\nkind = 'post'\npattern = 'title:<title>'\nexamples = ['mayor']\n"
      "[[rule]]\nkind = 'official'\npattern = 'posts:<post> <honorific>? name:<person>'\nexamples = ['mayor "
      "Anna']\n"
      "[[rule]]\nkind = 'addressed'\npattern = '<honorific> name:<Cap&unlisted>'\nexamples = ['Ms Bell']\n"
      "[[rule]]\nkind = 'floor'\npattern = 'who:<official|person|post> <said>'\nexamples = ['mayor said']\n"
      "[[rule]]\nkind = 'directive'\npattern = 'issuer:<official|person|post|pronoun|addressed> <order> "
      "assignees:<body|person> "
      "\"to\" action:<lower>+'\ninherit = { issuer = ['floor.who'] }\nexamples = ['mayor asked HO to "
      "act']\n");
  return tiny.Loaded();
}

TEST(Speakers, AreMeantByPronouns) {
  static const Pack pack = Load();
  ExpectIssuers(
      pack,
      {
          {"clerk Anna Bell said so\nmayor Bert Cole said so\nhe asked HO to act", "Bert Cole"},
          // Nobody of the other gender, however late he spoke or was named.
          {"clerk Anna Bell said so\nmayor Bert Cole said so\nshe asked HO to act", "Anna Bell"},
          {"clerk Anna Bell said so\njudge Bert Cole came\nshe asked HO to act", "Anna Bell"},
          {"mayor Bert Cole said so\nshe asked HO to act", "-"},
          // By the form of address, which counts more than the name; by a word in its midst.
          {"clerk Ms Kim said so\nmayor Mr Kim Lee said so\nshe asked HO to act", "Kim"},
          {"clerk Ms Bert Oak said so\nmayor Mr Kim Lee said so\nshe asked HO to act", "Bert Oak"},
          {"clerk Kim Rose Lee said so\nmayor Mr Bert Cole said so\nshe asked HO to act", "Kim Rose Lee"},
          // What shows no gender may be anybody, and so may a pronoun that shows none.
          {"clerk Anna Bell said so\nmayor Kim Lee said so\nshe asked HO to act", "Kim Lee"},
          {"clerk Anna Bell said so\nmayor Bert Cole said so\nthey asked HO to act", "Bert Cole"},
          // One who is never named is meant too, not an official who was told of before.
          {"judge Bert Cole said so\nmayor said so\nhe asked HO to act", "mayor"},
          {"judge Bert Cole came\nmayor asked HO to act\nhe asked HO to wait", "mayor, mayor"},
          {"mayor asked HO to act\njudge Bert Cole came\nhe asked HO to wait", "mayor, Bert Cole"},
          {"judge Bert Cole came\nKim Oak said so\nhe asked HO to act", "Kim Oak"},
          // Where nobody has spoken, who opens a sentence before.
          {"mayor came\nRain fell\nhe asked HO to act", "mayor"},
          {"Rain fell on mayor\nhe asked HO to act", "-"},
      });
}

TEST(Givers, AreNoObliqueWordsBesideTheSubject) {
  static const Pack pack = Load();
  ExpectIssuers(pack, {
                          {"clerk Anna Bell near mayori Bert Cole asked HO to act", "Anna Bell"},
                          {"clerk Anna Bell near mayor Bert Cole asked HO to act", "Bert Cole"},
                          // Nor is one of whom something is told.
                          {"clerk Anna Bell said that plans of mayor Bert Cole asked HO to act", "Anna Bell"},
                          // Nobody else has the floor in this sentence.
                          {"clerk Anna Bell said so\nmayori Bert Cole asked HO to act", "Bert Cole"},
                      });
}

// Initials stand for the given names of an official; who is told has his name in full.
TEST(Names, AreThoseOfTheArticle) {
  static const Pack pack = Load();
  struct Case {
    const char *text, *issuer, *told;
  };
  for (auto [text, issuer, told] : {
           Case{"clerk Anna Bell came\nA. Bell asked HO to act", "Anna Bell", "-"},
           {"clerk Anna Bell came\njudge A. Bell asked HO to act", "Anna Bell", "-"},
           {"clerk Anna Bell came\nB. Bell asked HO to act", "B. Bell", "-"},
           {"clerk Anna Bell came. judge Anton Bell came\nmayor asked A. Bell to act", "mayor", "A. Bell"},
           {"clerk Anna Bell came\nmayor asked A. Bell to act", "mayor", "Anna Bell"},
           {"Kim Oak came\nmayor asked Kim Oak to act", "mayor", "Kim Oak"},
           {"Kim Oak came\nMs Oak asked HO to act", "Kim Oak", "-"},
           {"Kim Oak came\nMs Elm asked HO to act", "Elm", "-"},
           // So do those of one who holds no post, also where another case shows.
           {"Kim Oak came\nmayor asked K. Oak to act", "mayor", "Kim Oak"},
           {"Kim Oak came\nmayor asked K. Oaku to act", "mayor", "Kim Oak"},
           {"clerk Anna Bell came\nmayor asked A. Bellu to act", "mayor", "Anna Bell"},
           {"Kim Oak came. Ken Oak came\nmayor asked K. Oak to act", "mayor", "K. Oak"},
           {"Kim Oak came\nmayor asked L. Oak to act", "mayor", "L. Oak"},
       }) {
    auto orders = Extract(ArticleOf(text), pack).directives;
    ASSERT_EQ(orders.size(), 1u) << text;
    EXPECT_EQ(orders[0].issuer ? orders[0].issuer->value : "-", issuer) << text;
    EXPECT_EQ(orders[0].assignees.empty() ? "-" : orders[0].assignees[0].value, told) << text;
  }
}

// Who spoke last is meant by a post that nobody holds, where it may be another word for his.
TEST(Speakers, AreCalledByOtherPosts) {
  TinyPack tiny;
  tiny.Language(
      "phases = ['agency', 'locality', 'person', 'post', 'official', 'floor', "
      "'directive']\n[[register]]\nkind = "
      "'floor'\n");
  tiny.Lexicon(
      "title\thead\trole=head\ntitle\tSecretary\trole=minister\ntitle\tsecretary\trole=secretary\n"
      "title\tgovernor\trole=governor\ntitle\tdeputy governor\trole=deputy_governor\n"
      "title\thead of a ward\trole=head\ntitle\tpresident\trole=president\n"
      "body\tMOH\tkind=ministry\nbody\tHO\tkind=department\nbody_head\tOffice\nplace_word\tregion\tlevel="
      "province\n"
      "place_word\tward\tlevel=commune\ncountry\tRF\tplace=Russia\ncountry\tRussia\tplace=Russia\n"
      "said\tsaid\norder\tasked\tstrength=request\ngiven\tAnna\ngiven\tBert\nof\tof\n");
  tiny.Rules(
      "[[rule]]\nkind = 'agency'\npattern = '<body>'\nexamples = ['HO']\n"
      "[[rule]]\nkind = 'locality'\npattern = 'place:<country>'\nexamples = ['RF']\n"
      "[[rule]]\nkind = 'person'\npattern = '<given> <Cap&unlisted>'\nexamples = ['Anna Bell']\n"
      "[[rule]]\nkind = 'post'\npattern = 'title:<title> (<of> body:<agency|locality>)?'\nexamples = "
      "['head']\n"
      "[[rule]]\nkind = 'official'\npattern = 'posts:<post> name:<person>'\nexamples = ['head Anna Bell']\n"
      "[[rule]]\nkind = 'floor'\npattern = 'who:<official> <said>'\nexamples = ['head Anna Bell said']\n"
      "[[rule]]\nkind = 'directive'\npattern = 'issuer:<official|post> <place_word|body_head>? <order> "
      "assignees:<agency> \"to\" action:<lower>+'\nexamples = ['head asked HO to act']\n");
  const Pack pack = tiny.Loaded();
  ExpectIssuers(
      pack,
      {
          {"governor Anna Bell said so.\nhead region asked HO to act", "Anna Bell"},
          {"governor Anna Bell said so.\nhead asked HO to act", "Anna Bell"},
          {"Secretary Anna Bell said so.\nsecretary asked HO to act", "Anna Bell"},
          {"Secretary Anna Bell said so.\nhead of MOH asked HO to act", "Anna Bell"},
          // Who did not speak, or speaks for somebody else; another office; another place.
          {"governor Anna Bell came.\nhead region asked HO to act", "head"},
          {"deputy governor Anna Bell said so.\nhead region asked HO to act", "head"},
          {"governor Anna Bell said so.\nhead Office asked HO to act", "head"},
          {"governor Anna Bell said so.\nhead ward asked HO to act", "head"},
          {"governor Anna Bell said so.\nhead of a ward asked HO to act", "head of a ward"},
          {"governor Anna Bell said so.\nhead of MOH asked HO to act", "MOH"},
          {"governor Anna Bell said so.\nsecretary asked HO to act", "secretary"},
          // A country is one under all of its names.
          {"president of Russia Anna Bell came. president Bert Cole came.\npresident of RF asked HO to act",
           "Anna Bell"},
      });
}

// Who leads a place, a government or a body is meant by other words for his post.
TEST(Leaders, AreCalledByOtherPosts) {
  TinyPack tiny;
  tiny.Language("phases = ['agency', 'person', 'post', 'official', 'directive']\n");
  tiny.Lexicon(
      "title\tChairman\trole=chair\ntitle\thead\trole=head\ntitle\tgovernor\trole=governor\n"
      "title\tmayor\trole=mayor\ntitle\tpremier\trole=prime_minister\ntitle\tclerk\trole=member\n"
      "body_head\tCouncil\tkind=peoples_committee level=province\nbody_head\tBoard\tkind=agency\n"
      "body_head\tWard Council\tkind=peoples_committee level=commune\nbody_head\tCabinet\tkind=government\n"
      "place\tRiverside\nplace\tHillside\nof\tof\nbody\tHO\norder\tasked\tstrength=request\n"
      "given\tAnna\ngiven\tBert\n");
  tiny.Rules(
      "[[rule]]\nkind = 'agency'\npattern = 'head:<body_head> (<of> place:<place>)?'\nexamples = ['Board']\n"
      "[[rule]]\nkind = 'person'\npattern = '<given> <Cap&unlisted>'\nexamples = ['Anna Bell']\n"
      "[[rule]]\nkind = 'post'\npattern = 'title:<title> (<of> (body:<agency> | <place>))?'\nexamples = "
      "['mayor']\n"
      "[[rule]]\nkind = 'official'\npattern = 'posts:<post> name:<person>'\nexamples = ['mayor Anna Bell']\n"
      "[[rule]]\nkind = 'directive'\npattern = 'issuer:<official|post> <order> assignees:<body> \"to\" "
      "action:<lower>+'\nexamples = ['mayor asked HO to act']\n");
  const Pack pack = tiny.Loaded();
  struct Case {
    const char *text, *issuer;
  };
  for (auto [text, issuer] : {
           Case{"Chairman of Council of Riverside Anna Bell came.\nhead of Riverside asked HO to act",
                "Anna Bell"},
           {"Chairman of Council of Riverside Anna Bell came.\ngovernor asked HO to act", "Anna Bell"},
           {"Chairman of Cabinet Anna Bell came.\npremier asked HO to act", "Anna Bell"},
           {"Chairman of Board Anna Bell came.\nhead of Board asked HO to act", "Anna Bell"},
           // Another place; a place of another level; a body for a place; one of many.
           {"Chairman of Council of Riverside Anna Bell came.\nhead of Hillside asked HO to act",
            "head of Hillside"},
           {"Chairman of Ward Council Anna Bell came.\ngovernor asked HO to act", "governor"},
           {"Chairman of Board Anna Bell came.\ngovernor asked HO to act", "governor"},
           {"clerk of Board Anna Bell came.\nhead of Board asked HO to act", "Board"},
           // Of two the one who has ordered.
           {"Chairman of Council Anna Bell came. mayor Bert Cole came.\nhead of Riverside asked HO to act",
            "head of Riverside"},
           {"Chairman of Council Anna Bell came.\nmayor Bert Cole asked HO to wait\nhead of Riverside asked "
            "HO to act",
            "Bert Cole"},
       }) {
    auto orders = Extract(ArticleOf(text), pack).directives;
    ASSERT_FALSE(orders.empty()) << text;
    EXPECT_EQ(orders.back().issuer ? orders.back().issuer->value : "-", issuer) << text;
  }
}

}  // namespace
}  // namespace acta
