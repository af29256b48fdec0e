#include "extractors/engine/inflect.h"

#include <gtest/gtest.h>

namespace acta {
namespace {

Paradigms Russian() {
  Paradigms paradigms;
  paradigms["m"].endings = {{"nom", ""}, {"gen", "а"}, {"dat", "у"}};
  paradigms["adj"].endings = {{"nom", "ый"}, {"gen", "ого"}, {"dat", "ому"}};
  paradigms["short"].endings = {{"nom", "о"}, {"gen", "а"}};
  return paradigms;
}

// "nom министр, gen министра …", or the error's message.
std::string Forms(std::string_view phrase) {
  auto forms = Inflect(Russian(), phrase);
  if (!forms) return forms.error().message;
  std::string out;
  for (const InflectedForm& form : *forms) {
    if (!out.empty()) out += ", ";
    if (!form.grammatical_case.empty()) out += form.grammatical_case + " ";
    out += form.text;
  }
  return out;
}

TEST(Inflect, Table) {
  for (auto [phrase, forms] : {
           std::pair{"Sở Y tế", "Sở Y tế"},  // nothing is marked: nothing changes
           {"министр@m", "nom министр, gen министра, dat министру"},
           {"министр@m юстиции", "nom министр юстиции, gen министра юстиции, dat министру юстиции"},
           {"народный@adj комитет@m", "nom народный комитет, gen народного комитета, dat народному комитету"},
           {"управление дело@short", "nom управление дело, gen управление дела"},
           {"народный@adj дело@short", "nom народный дело, gen народного дела"},  // no dative for one of them
           {"министр@x", "unknown paradigm @x"},
           {"народная@adj", "“народная” does not end in “ый” as @adj wants"},
           {"", ""},
       }) {
    EXPECT_EQ(Forms(phrase), forms) << phrase;
  }
}

TEST(Inflect, FirstFormIsTheDictionaryForm) {
  auto forms = Inflect(Russian(), "народный@adj комитет@m");
  ASSERT_TRUE(forms);
  EXPECT_EQ(forms->front().text, "народный комитет");
}

}  // namespace
}  // namespace acta
