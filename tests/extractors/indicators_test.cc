// What a figure measures: the words of its sentence that name it.

#include "extractors/engine/indicators.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/extractors/figure_pack.h"

namespace acta {
namespace {

std::string IndicatorsOf(const Pack& pack, const std::string& text) {
  return OfFigures(pack, text, &Target::indicator);
}

// Verbs and prepositions tell where names end; “of” leads from an amount to its own.
const Pack& Prepositions() {
  static const Pack pack = FigurePack(std::string(kFigureWords) + "of = ['of']\n");
  return pack;
}

// Nouns that open what is measured: “revenue”, and “rate” with the words behind it.
const Pack& Heads() {
  static const Pack pack = FigurePack(
      std::string(kFigureWords) + "heads = ['measured']\nbare_heads = ['measured_of']\nends = ['since']\n",
      "measured\trevenue\nmeasured_of\trate\nsince\tsince\n");
  return pack;
}

// The words right behind an amount are its own.
const Pack& Cases() {
  static const Pack pack = FigurePack(std::string(kFigureWords) + "ends = ['reach']\n");
  return pack;
}

TEST(Indicators, AmountsAreToldOfWhatStandsBefore) {
  EXPECT_EQ(IndicatorsOf(Prepositions(), "The forest cover rate is 54%."), "forest cover rate");
  EXPECT_EQ(IndicatorsOf(Prepositions(), "The rate of trained workers is nearly 54%."),
            "rate of trained workers");
  EXPECT_EQ(IndicatorsOf(Prepositions(), "He said the rate is 54%."), "rate");
  EXPECT_EQ(IndicatorsOf(Prepositions(), "Farms, woods and mines reach 5%, shops 6%."),
            "Farms, woods and mines | shops");
  EXPECT_EQ(IndicatorsOf(Prepositions(), "The roads (all told) reach 5 km."), "roads (all told)");
}

TEST(Indicators, AmountsAreToldOfWhatFollows) {
  EXPECT_EQ(IndicatorsOf(Prepositions(), "Nearly 80% of villages reach it."), "villages reach it");
  EXPECT_EQ(IndicatorsOf(Cases(), "They are glad that now, 5% villages reached it."), "villages");
}

TEST(Indicators, CountsNameWhatTheyCount) {
  EXPECT_EQ(IndicatorsOf(Prepositions(), "The city had 5 schools in the hills, and it grew."),
            "schools in the hills");
  EXPECT_EQ(IndicatorsOf(Heads(), "It has 7 schools of good standing since 2020."),
            "schools of good standing");
  EXPECT_EQ(IndicatorsOf(Heads(), "It has 7 schools, and 9 schools by the sea."),
            "schools | schools by the sea");
}

TEST(Indicators, WhereHeadsAreNamedNothingElseOpensIt) {
  EXPECT_EQ(IndicatorsOf(Heads(), "In town, revenue from tolls reached 5%."), "revenue from tolls");
  EXPECT_EQ(IndicatorsOf(Heads(), "The rate of poor homes, or nearly poor ones, reached 5%."),
            "rate of poor homes, or nearly poor ones");
  EXPECT_EQ(IndicatorsOf(Heads(), "The rate reached 5%."), "-") << "of what?";
  EXPECT_EQ(IndicatorsOf(Heads(), "Revenue reached a peak, trade reached 5%."), "-")
      << "told of something else";
  EXPECT_EQ(IndicatorsOf(Heads(), "Revenue is told below; it reached 5%."), "-") << "another clause";
}

TEST(Indicators, WhatTheFigureBeforeMeasures) {
  EXPECT_EQ(IndicatorsOf(Prepositions(), "The cover rate is 54%, nearly 6%."), "cover rate | = cover rate");
  EXPECT_EQ(IndicatorsOf(Heads(), "Revenue from tolls reached 5%, up 2%."),
            "Revenue from tolls | = Revenue from tolls");
  EXPECT_EQ(IndicatorsOf(Heads(), "It has 7 schools by the sea (up 2%)."),
            "schools by the sea | = schools by the sea");
  EXPECT_EQ(IndicatorsOf(Heads(), "Revenue from tolls reached 5%, trade was up 2%."),
            "Revenue from tolls | -");
  EXPECT_EQ(IndicatorsOf(Heads(), "Revenue from tolls reached 5%; up 2%."), "Revenue from tolls | -");
}

TEST(Indicators, WhatARuleCaptures) {
  EXPECT_EQ(IndicatorsOf(Prepositions(), "Nearly 5% {of the homes}."), "homes");
  EXPECT_EQ(IndicatorsOf(Prepositions(), "The rate is 5% {in the}."), "rate") << "says nothing";
}

TEST(Indicators, WhoseFigureItIsSaysNothing) {
  EXPECT_EQ(IndicatorsOf(Prepositions(), "The ministry is 5%."), "-");
  EXPECT_EQ(IndicatorsOf(Prepositions(), "The city is 5%."), "-");
  EXPECT_EQ(IndicatorsOf(Prepositions(), "Green River Band is 5%."), "-") << "a name";
}

TEST(Indicators, WhoIsNamedInItOwnsTheFigure) {
  const auto text = "The cover rate of the ministry is 54%.";
  EXPECT_EQ(IndicatorsOf(Prepositions(), text), "cover rate of the ministry");
  EXPECT_EQ(OfFigures(Prepositions(), text, &Target::subject), "ministry");
}

TEST(Indicators, OnlyWherePacksHaveTheTable) {
  static const Pack pack = FigurePack("");
  EXPECT_EQ(IndicatorsOf(pack, "The forest cover rate is 54%."), "-");
  EXPECT_EQ(IndicatorsOf(pack, "Nearly 5% {of the homes}."), "of the homes");
}

TEST(Indicators, TheTableNamesKindsOfThePackAndWords) {
  static const Pack pack = FigurePack("verbs = ['\"makes\"']\n");
  EXPECT_EQ(IndicatorsOf(pack, "Their share makes 5%."), "Their share");
  TinyPack tiny;
  tiny.Language("phases = ['thing']\n[figures]\nverbs = ['reech']\n").Lexicon("reach\treach\n");
  tiny.Rules("[[rule]]\nkind = 'thing'\npattern = '<reach>'\nexamples = ['reach']\n");
  EXPECT_NE(tiny.Verdict().find("unknown kind “reech”; did you mean “reach”?"), std::string::npos)
      << tiny.Verdict();
}

// A goal that the lead tells and a later paragraph tells again; figures of one paragraph are a list.
TEST(Targets, GoalsToldAgainAreOne) {
  static const Pack pack = FigurePack("");
  auto figures = [&](const char* text) {
    std::string out;
    for (const Target& one : Extract(ArticleOf(text, "2025-09-10"), pack).targets)
      out += fmt::format("{}{} {}", out.empty() ? "" : ", ", one.value->value, one.status->value);
    return out;
  };
  EXPECT_EQ(figures("In 2027 5% {of schools}.\nIn 2027 5% {of all schools}, 6% {of all towns}."),
            "5 goal, 6 goal");
  EXPECT_EQ(figures("In 2027 5% {of schools}, 5% {of schools}."), "5 goal, 5 goal");
  EXPECT_EQ(figures("In 2027 5% {of schools}.\nIn 2027 5% {of houses}."), "5 goal, 5 goal");
  EXPECT_EQ(figures("In 2027 5% {of schools}.\nIn 2028 5% {of schools}."), "5 goal, 5 goal");
  EXPECT_EQ(figures("In 2024 5% {of schools}.\nIn 2024 5% {of schools}."), "5 result, 5 result");
}

}  // namespace
}  // namespace acta
