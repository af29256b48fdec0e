// What docs/rules.md promises a newcomer, done as it is written: a fourth language, and in it a title, a body and a
// rule, each by lines of text alone.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "extractors/engine/examples.h"
#include "extractors/engine/extract.h"
#include "tests/extractors/tiny_pack.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

class Newcomer : public testing::Test {
 protected:
  void SetUp() override {
    fs::copy(std::string(ACTA_SOURCE_DIR) + "/tests/extractors/newcomer/fr", folder_.path("fr"),
             fs::copy_options::recursive);
    fs::copy(std::string(ACTA_SOURCE_DIR) + "/extractors/shared", folder_.path("shared"),
             fs::copy_options::recursive);
  }

  void Append(const std::string& file, const std::string& lines) {
    std::ofstream(folder_.path("fr/" + file), std::ios::app) << lines;
  }

  // Loads what is there; its examples hold.
  Pack Load() {
    auto pack = LoadPack(folder_.path(), "fr");
    EXPECT_TRUE(pack) << pack.error().message;
    CheckReport report = CheckPack(*pack);
    for (const ExampleFailure& one : report.failures)
      ADD_FAILURE() << one.place.ToString() << " " << one.message;
    return std::move(*pack);
  }

  TempFolder folder_;
};

TEST_F(Newcomer, AFourthLanguageOfTenRules) {
  Pack pack = Load();
  EXPECT_EQ(pack.rules.size(), 10u);
  Facts facts = Extract(
      ArticleOf("Le ministre de la Santé Jean Martin a demandé à la direction des Finances de publier "
                "le rapport avant le 12 mars 2026, selon le décret n° 2025-118.",
                "2025-11-02"),
      pack);
  ASSERT_EQ(facts.officials.size(), 1u);
  EXPECT_EQ(facts.officials[0].name->value, "Jean Martin");
  EXPECT_EQ(facts.officials[0].posts[0].role->value, "minister");
  ASSERT_EQ(facts.resolutions.size(), 1u);
  EXPECT_EQ(facts.resolutions[0].kind->value, "decree");
  ASSERT_EQ(facts.directives.size(), 1u);
  EXPECT_EQ(facts.directives[0].issuer->value, "Jean Martin");
  ASSERT_EQ(facts.directives[0].assignees.size(), 1u);
  EXPECT_EQ(facts.directives[0].assignees[0].value, "direction des Finances");
  ASSERT_EQ(facts.deadlines.size(), 1u);
  EXPECT_EQ(ToIso(facts.deadlines[0].date->value), "2026-03-12");
}

TEST_F(Newcomer, ATitleIsALine) {
  const Article article = ArticleOf("Le chef de cabinet Paul Durand est arrivé.");
  EXPECT_TRUE(Extract(article, Load()).officials.empty());
  Append("lexicon/titles.tsv", "title\tchef de cabinet\trole=chief_of_office\n");
  Facts facts = Extract(article, Load());
  ASSERT_EQ(facts.officials.size(), 1u);
  EXPECT_EQ(facts.officials[0].posts[0].role->value, "chief_of_office");
}

TEST_F(Newcomer, ABodyIsALine) {
  const Article article = ArticleOf("La Cour des comptes a publié son rapport.");
  EXPECT_TRUE(Extract(article, Load()).agencies.empty());
  Append("lexicon/agencies.tsv", "body\tCour des comptes\tkind=agency level=central\n");
  Facts facts = Extract(article, Load());
  ASSERT_EQ(facts.agencies.size(), 1u);
  EXPECT_EQ(facts.agencies[0].name->value, "Cour des comptes");
}

TEST_F(Newcomer, ARuleIsAFewLinesWithItsExample) {
  const Article article = ArticleOf("Marie Durand, maire, est arrivée.");
  EXPECT_TRUE(Extract(article, Load()).officials.empty());
  Append("phrases.toml",
         "\n[[rule]]\nkind     = \"official\"\nname     = \"name_then_post\"\n"
         "pattern  = 'name:<person> \",\" posts:<post>'\n"
         "examples = [\"{name: Paul Martin}, {posts: préfet}, a dit\"]\n"
         "never    = [\"Paul Martin, dit le préfet\"]\n");
  Facts facts = Extract(article, Load());
  ASSERT_EQ(facts.officials.size(), 1u);
  EXPECT_EQ(facts.officials[0].name->value, "Marie Durand");
}

}  // namespace
}  // namespace acta
