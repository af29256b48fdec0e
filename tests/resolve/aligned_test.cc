// The events of corpus/aligned, told in three languages: each person, body and instrument is one entity in all of
// them, and no two are one. What counts as a name is in corpus/README.md.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "pipeline/resolve/resolve.h"
#include "tests/corpus_page.h"
#include "tests/resolve/world_for_tests.h"

namespace acta {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kLanguages[] = {"vi", "en", "ru"};

struct Mention {
  EntityType type;
  std::string name, entity;
};

using Mentions = std::map<std::string, std::vector<Mention>>;  // by language

// What the versions of one event name.
Mentions MentionsOf(const json& event) {
  std::vector<Account> accounts;
  for (const auto& [language, version] : event["versions"].items()) {
    Page as;
    as.source = language;
    const ArticleWithFacts told = ReadCorpusPage(version["case"].get<std::string>(), std::move(as));
    accounts.push_back(AccountOf(told.article, told.facts, TheWorld()));
  }
  const OneWorld world = ResolveAll(accounts, TheWorld());
  std::map<std::string, const Entity*> entities;  // by the key of a form
  for (const Entity& entity : world.entities) {
    for (const Form& form : entity.forms) entities[form.key] = &entity;
  }
  Mentions mentions;
  for (const StoryResolution& story : world.stories) {
    for (const UseLink& use : story.links) {
      const Entity* entity = entities.at(use.form);
      mentions[use.article].push_back({entity->type, use.name, entity->id});
    }
  }
  return mentions;
}

// The last word of a name with a figure: an instrument is named by its number, whatever its noun's case.
std::string NumberIn(const std::string& name) {
  const std::string last = name.substr(name.rfind(' ') + 1);
  return last.find_first_of("0123456789") == std::string::npos ? "" : last;
}

bool IsNamed(const Mention& mention, const json& forms) {
  for (const json& form : forms.is_array() ? forms : json::array({forms})) {
    const auto name = form.get<std::string>();
    const std::string number = mention.type == EntityType::kResolution ? NumberIn(name) : "";
    if (number.empty() ? mention.name == name
                       : (" " + mention.name + " ").find(" " + number + " ") != std::string::npos)
      return true;
  }
  return false;
}

void EachIsOne(const json& event, const Mentions& mentions, const char* kind, EntityType type) {
  std::map<std::string, std::string> owner;  // entity → the name that it has in gold
  int pairs = 0;
  for (const json& gold : event[kind]) {
    if (gold.value("optional", false)) continue;
    std::set<std::string> ids;
    int versions = 0;
    for (const char* language : kLanguages) {
      if (!gold.contains(language)) continue;
      std::set<std::string> here;
      for (const Mention& mention : mentions.at(language)) {
        if (mention.type == type && IsNamed(mention, gold[language])) here.insert(mention.entity);
      }
      if (here.empty()) {
        ADD_FAILURE() << kind << " " << gold[language] << " is not found";
        continue;
      }
      ++versions;
      ids.insert(here.begin(), here.end());
    }
    pairs += versions * (versions - 1) / 2;
    EXPECT_LE(ids.size(), 1u) << gold << " is several";
    for (const std::string& id : ids) {
      EXPECT_TRUE(owner.emplace(id, gold.dump()).second) << gold << " is one with " << owner[id];
    }
  }
  EXPECT_GE(pairs, 3) << kind;
}

TEST(Aligned, EachPersonBodyAndInstrumentIsOneInThreeLanguages) {
  for (const fs::directory_entry& file : fs::directory_iterator(ACTA_SOURCE_DIR "/corpus/aligned")) {
    SCOPED_TRACE(file.path().filename().string());
    const json event = json::parse(std::ifstream(file.path()));
    const Mentions mentions = MentionsOf(event);
    EachIsOne(event, mentions, "officials", EntityType::kOfficial);
    EachIsOne(event, mentions, "agencies", EntityType::kAgency);
    EachIsOne(event, mentions, "resolutions", EntityType::kResolution);
  }
}

}  // namespace
}  // namespace acta
