#include "pipeline/resolve/story.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>

#include "pipeline/resolve/disjoint_sets.h"

namespace acta {
namespace {

constexpr double kLikelyName = 0.7;  // of NameCost
constexpr double kDate = 0.3;  // points of a shared day: the leaders of a province and one day are no story

size_t SharedPeople(const Account& a, const Account& b, const World& world) {
  std::vector<char> taken(b.people.size());
  size_t shared = 0;
  for (const PersonUse& person : a.people) {
    for (size_t n = 0; n < b.people.size(); ++n) {
      if (taken[n]) continue;
      const auto cost = NameCost(person.name, b.people[n].name, world.transcription);
      if (!cost || *cost > kLikelyName) continue;
      taken[n] = 1;
      ++shared;
      break;
    }
  }
  return shared;
}

// Documents of the centre are cited everywhere; one of a province says more.
bool IsCentral(const std::string& number) {
  return number.find("TW") != std::string::npos || number.ends_with("-CP") || number.ends_with("-TTG") ||
         number.find("-QH") != std::string::npos;
}

struct Shared {
  double points = 0;
  size_t count = 0;
};

Shared SharedDocuments(const Account& a, const Account& b) {
  std::set<std::string> numbers;
  for (const DocumentUse& document : a.documents) {
    if (document.numbered()) numbers.insert(document.number);
  }
  Shared shared;
  for (const DocumentUse& document : b.documents) {
    if (!numbers.erase(document.number)) continue;
    ++shared.count;
    shared.points += IsCentral(document.number) ? 0.3 : 1.0;
  }
  return shared;
}

size_t SharedIn(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& value) { return b.contains(value); }));
}

// Days that both name. The day of an article is everybody's, and so is the end of a month, when things fall due.
size_t SharedDates(const Account& a, const Account& b) {
  return static_cast<size_t>(std::count_if(a.dates.begin(), a.dates.end(), [&](const std::string& value) {
    const std::optional<Date> date = ParseIsoDate(value);
    if (!b.dates.contains(value) || !date || date == a.day || date == b.day) return false;
    return !date->has_year() || !date->day || AddDays(*date, 1).month == date->month;
  }));
}

bool DaysApart(const Account& a, const Account& b) {
  if (!a.day || !b.day) return a.day.has_value() != b.day.has_value();
  return std::llabs(ToDays(*a.day) - ToDays(*b.day)) > kStoryDays;
}

}  // namespace

std::optional<StoryEvidence> SameStory(const Account& a, const Account& b, const World& world) {
  if (DaysApart(a, b)) return std::nullopt;
  const size_t people = SharedPeople(a, b, world);
  const size_t fewest = std::max<size_t>(1, std::min(a.people.size(), b.people.size()));
  const Shared documents = SharedDocuments(a, b);
  const size_t figures = SharedIn(a.figures, b.figures), dates = SharedDates(a, b);
  const double topic = std::min(2.0, documents.points) + std::min(1.5, 0.4 * static_cast<double>(figures)) +
                       std::min(1.2, kDate * static_cast<double>(dates));
  const double crowd = static_cast<double>(people) / static_cast<double>(fewest);
  const bool gathering = people >= 3 && crowd >= 0.6;
  const bool meeting = people >= 2 && crowd >= 0.5 && topic >= 0.4;
  const bool matter = topic >= 1.5 && people >= 1 && crowd >= 0.3;
  const bool figures_alone = topic >= 2.5 && figures >= 3;
  if (!gathering && !meeting && !matter && !figures_alone) return std::nullopt;
  return StoryEvidence{
      static_cast<double>(people) + topic,
      fmt::format("{} people, {} documents, {} figures, {} dates", people, documents.count, figures, dates)};
}

std::vector<std::string> StoryKeys(const Account& account) {
  std::set<std::string> keys;
  for (const PersonUse& person : account.people) keys.insert("p " + person.name.block);
  for (const DocumentUse& document : account.documents) {
    if (document.numbered() && !IsCentral(document.number)) keys.insert("d " + document.number);
  }
  for (const std::string& figure : account.figures) keys.insert("f " + figure);
  return {keys.begin(), keys.end()};
}

void SharedKeys::Add(std::string_view key) {
  ++all;
  if (key.starts_with("p ")) ++people;
  if (key.starts_with("f ")) ++figures;
}

std::vector<std::vector<size_t>> FindStories(const std::vector<Account>& accounts, const World& world) {
  std::map<std::string, std::vector<size_t>> by_key;
  for (size_t n = 0; n < accounts.size(); ++n) {
    for (const std::string& key : StoryKeys(accounts[n])) by_key[key].push_back(n);
  }
  std::map<std::pair<size_t, size_t>, int> shared;
  DisjointSets sets(accounts.size());
  for (const auto& [key, articles] : by_key) {
    for (size_t i = 0; i < articles.size(); ++i) {
      for (size_t j = i + 1; j < articles.size(); ++j) {
        if (DaysApart(accounts[articles[i]], accounts[articles[j]])) continue;
        if (++shared[{articles[i], articles[j]}] != kSharedKeys) continue;
        if (SameStory(accounts[articles[i]], accounts[articles[j]], world))
          sets.Join(articles[i], articles[j]);
      }
    }
  }
  return sets.Groups();
}

}  // namespace acta
