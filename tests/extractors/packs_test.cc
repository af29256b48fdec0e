// The language packs: each loads, all its examples hold, none of its rules is idle, and no damage to its files
// does more than give an error.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#include "extractors/engine/examples.h"
#include "extractors/engine/extract.h"
#include "extractors/engine/lint.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

const std::string kPacks = std::string(ACTA_SOURCE_DIR) + "/extractors";

#ifdef NDEBUG
constexpr int kDamages = 60;
#else
constexpr int kDamages = 14;
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

TEST_P(Packs, HaveNoMistakesInTheirLexicons) {
  auto mistakes = LintPack(kPacks, GetParam());
  ASSERT_TRUE(mistakes) << mistakes.error().message;
  for (const PackMistake& one : *mistakes) ADD_FAILURE() << one.place.ToString() << ": " << one.message;
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

// ---- damage

// Bytes changed, taken out, put in.
std::string WithOtherBytes(std::string text, std::mt19937& random) {
  const std::string marks = "[]{}()<>|*+?^&\"'=,.:\\\n\t# @\x80\xFF";
  for (int i = 0, n = 1 + static_cast<int>(random() % 4); i < n; ++i) {
    size_t at = random() % text.size();
    switch (random() % 4) {
      case 0:
        text[at] = static_cast<char>(random());
        break;
      case 1:
        text[at] = marks[random() % marks.size()];
        break;
      case 2:
        text.erase(at, 1 + random() % 20);
        break;
      default:
        text.insert(at, text.substr(random() % text.size(), random() % 40));
        break;
    }
    if (text.empty()) text = " ";
  }
  return text;
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Fields and values: lines left out, said twice, exchanged; the value of one key, or a cell, given to another.
std::string WithOtherValues(const std::string& text, std::mt19937& random) {
  std::vector<std::string> lines = LinesOf(text);
  for (int i = 0, n = 1 + static_cast<int>(random() % 4); i < n && !lines.empty(); ++i) {
    const size_t one = random() % lines.size(), other = random() % lines.size();
    switch (random() % 4) {
      case 0:
        lines.erase(lines.begin() + static_cast<long>(one));
        break;
      case 1:
        lines.insert(lines.begin() + static_cast<long>(other), lines[one]);
        break;
      case 2:
        std::swap(lines[one], lines[other]);
        break;
      default: {
        const size_t to = lines[one].find_first_of("=\t"), from = lines[other].find_first_of("=\t");
        if (to != std::string::npos && from != std::string::npos)
          lines[one] = lines[one].substr(0, to) + lines[other].substr(from);
        break;
      }
    }
  }
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
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
  for (int round = 0; round < kDamages; ++round) {
    const fs::path& path = files[random() % files.size()];
    std::ifstream in(path, std::ios::binary);
    const std::string sound((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (sound.empty()) continue;
    const std::string damaged =
        round % 2 == 0 ? WithOtherBytes(sound, random) : WithOtherValues(sound, random);
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
