// Which articles tell one story: translations, syndicated copies, two reports of one meeting.
//
//   std::vector<std::vector<size_t>> stories = FindStories(accounts, world);   // indices, each article once
//
// Two articles tell one story when they are at most three days apart and share people, documents, figures and dates
// enough; sharing only the people who are always there, or only famous documents, is not enough. The relation is
// made pair by pair from the two articles alone and closed over, so the order of articles does not matter.
// Cost: pairs are only looked at when they share a key of StoryKeys.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/resolve/account.h"

namespace acta {

struct StoryEvidence {
  double strength = 0;   // points of the evidence, from kLeastStory
  std::string evidence;  // "2 people, 1 document, 3 figures"
};

inline constexpr int kStoryDays = 3;

// nullopt: not the same story. Symmetric.
std::optional<StoryEvidence> SameStory(const Account& a, const Account& b, const World& world);

// Keys of which two articles of one story share at least kSharedKeys, whatever their languages.
inline constexpr int kSharedKeys = 2;
std::vector<std::string> StoryKeys(const Account& account);

// How many keys two articles share. CanBeOneStory() is false only where SameStory is nullopt, so that the many
// articles of a week that count the same round figures need not be read.
struct SharedKeys {
  int all = 0, people = 0, figures = 0;

  void Add(std::string_view key);
  bool CanBeOneStory() const { return all >= kSharedKeys && (people > 0 || figures >= 3); }
};

std::vector<std::vector<size_t>> FindStories(const std::vector<Account>& accounts, const World& world);

}  // namespace acta
