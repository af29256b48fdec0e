// The language packs: each loads, all its examples hold, none of its rules is idle, and no damage to its files
// does more than give an error.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "extractors/engine/examples.h"
#include "extractors/engine/extract.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

const std::string kPacks = std::string(ACTA_SOURCE_DIR) + "/extractors";

#ifdef NDEBUG
constexpr int kDamages = 40;
#else
constexpr int kDamages = 10;
#endif

std::vector<std::string> Languages() {
  std::vector<std::string> languages;
  for (const auto& entry : fs::directory_iterator(kPacks)) {
    if (fs::is_regular_file(entry.path() / "language.toml"))
      languages.push_back(entry.path().filename().string());
  }
  std::sort(languages.begin(), languages.end());
  return languages;
}

std::string Describe(const CheckReport& report) {
  std::string out;
  for (const ExampleFailure& one : report.failures)
    out += one.place.ToString() + ": " + one.message + "\n  " + one.example + "\n";
  return out;
}

class Packs : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(All, Packs, testing::ValuesIn(Languages()),
                         [](const auto& param) { return param.param; });

TEST_P(Packs, LoadAndHoldTheirExamples) {
  auto pack = LoadPack(kPacks, GetParam());
  ASSERT_TRUE(pack) << pack.error().message;
  CheckReport report = CheckPack(*pack);
  EXPECT_TRUE(report.failures.empty()) << Describe(report);
  EXPECT_GE(report.examples, report.rules);  // no rule without one
}

// A rule is taken out of its phase; its examples must notice. (`acta rules check --mutate` takes out parts, too.)
TEST_P(Packs, MissEveryRuleThatIsRemoved) {
  auto pack = LoadPack(kPacks, GetParam());
  ASSERT_TRUE(pack) << pack.error().message;
  for (size_t p = 0; p < pack->phases.size(); ++p) {
    const std::vector<uint32_t> rules = pack->phases[p].rules;
    for (uint32_t rule : rules) {
      std::vector<uint32_t> others = rules;
      std::erase(others, rule);
      SetPhase(*pack, p, others);
      EXPECT_FALSE(CheckRule(*pack, rule).failures.empty())
          << "nothing notices that " << pack->rules[rule].place.ToString() << " is gone";
    }
    SetPhase(*pack, p, rules);
  }
}

TEST_P(Packs, DamagedFilesLoadOrGiveAnError) {
  TempFolder folder;
  std::vector<fs::path> files;
  for (const std::string& part : {std::string("shared"), GetParam()}) {
    fs::copy(kPacks + "/" + part, folder.path(part), fs::copy_options::recursive);
    for (const auto& entry : fs::recursive_directory_iterator(folder.path(part))) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  std::mt19937 random(11);
  const std::string marks = "[]{}()<>|*+?^&\"'=,.:\\\n\t# @\x80\xFF";
  for (int round = 0; round < kDamages; ++round) {
    const fs::path& path = files[random() % files.size()];
    std::ifstream in(path, std::ios::binary);
    const std::string sound((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (sound.empty()) continue;
    std::string damaged = sound;
    for (int i = 0, n = 1 + static_cast<int>(random() % 4); i < n; ++i) {
      size_t at = random() % damaged.size();
      switch (random() % 4) {
        case 0:
          damaged[at] = static_cast<char>(random());
          break;
        case 1:
          damaged[at] = marks[random() % marks.size()];
          break;
        case 2:
          damaged.erase(at, 1 + random() % 20);
          break;
        default:
          damaged.insert(at, damaged.substr(random() % damaged.size(), random() % 40));
          break;
      }
      if (damaged.empty()) damaged = " ";
    }
    std::ofstream(path, std::ios::binary) << damaged;
    auto pack = LoadPack(folder.path(), GetParam());
    if (!pack) {
      EXPECT_EQ(pack.error().kind, "rule");
      EXPECT_FALSE(pack.error().message.empty());
    } else {
      Extract(PlainTextArticle("test", "A title\n\nSome text of 5 words, by 2030."), *pack);
    }
    std::ofstream(path, std::ios::binary) << sound;
  }
}

}  // namespace
}  // namespace acta
