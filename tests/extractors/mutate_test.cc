// Rules are taken apart: what the examples notice, and what they do not.

#include "extractors/engine/mutate.h"

#include <gtest/gtest.h>

#include "extractors/engine/examples.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

std::vector<std::string> Survivors(const std::string& pattern, const std::string& examples) {
  TinyPack tiny;
  tiny.Lexicon("a\ta\nb\tb\nc\tc\n");
  tiny.Rules("[[rule]]\nkind = 'thing'\npattern = '" + pattern + "'\nexamples = " + examples + "\n");
  auto pack = tiny.Load(PackUse::kMutating);
  EXPECT_TRUE(pack) << pack.error().message;
  MutationReport report = MutatePack(*pack);
  EXPECT_EQ(report.rules_noticed, 1u);
  EXPECT_EQ(report.parts - report.parts_noticed, report.survivors.size());
  EXPECT_TRUE(CheckPack(*pack).failures.empty());  // the pack is as it was
  std::vector<std::string> out;
  for (const Survivor& one : report.survivors) out.push_back(one.what);
  return out;
}

using Lines = std::vector<std::string>;

TEST(Mutate, PartsThatNoExampleMisses) {
  EXPECT_EQ(Survivors("<a> <b>", "['a b']"), Lines{});
  EXPECT_EQ(Survivors("<a> <b>?", "['a']"), Lines{"without <b>?"});
  EXPECT_EQ(Survivors("<a> x:<b>?", "['a']"), Lines{"without <b>?"});
  EXPECT_EQ(Survivors("<a> x:<b>?", "['a {x: b}']"), Lines{});
  EXPECT_EQ(Survivors("<a|b>", "['a']"), Lines{"without <b>"});
  EXPECT_EQ(Survivors("<a|b>", "['a', 'b']"), Lines{});
  EXPECT_EQ(Survivors("<a> (<b> | x:<c>)", "['a b']"), Lines{"without x:<c>"});
  EXPECT_EQ(Survivors("<a> (<b> | x:<c>)", "['a b', 'a {x: c}']"), Lines{});
}

}  // namespace
}  // namespace acta
