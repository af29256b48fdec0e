#include "pipeline/resolve/body_catalog.h"

#include <algorithm>
#include <array>
#include <set>

#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/table.h"
#include "pipeline/resolve/transcription.h"

namespace acta {
namespace {

constexpr std::string_view kSmallWords[] = {"of", "the", "and", "for", "on", "in", "a",  "to",  "và",  "của",
                                            "về", "и",   "по",  "в",   "на", "о",  "об", "при", "для", "с"};
constexpr size_t kEnglishStem = 7, kRussianStem = 5;

bool IsSmall(const std::string& word) {
  return std::find(std::begin(kSmallWords), std::end(kSmallWords), word) != std::end(kSmallWords);
}

std::string RussianStem(const std::string& word) {
  std::u32string letters = Letters(FoldCyrillic(word));
  if (letters.size() > kRussianStem) letters.resize(kRussianStem);
  while (letters.size() > 2 &&
         std::u32string_view(U"аеиоуыэюяьй").find(letters.back()) != std::u32string_view::npos) {
    letters.pop_back();
  }
  return FromLetters(letters);
}

std::string Stem(const std::string& word) {
  if (HasCyrillic(word)) return RussianStem(word);
  if (HasMarks(word)) {
    const Syllable syllable = SplitSyllable(word);
    return syllable.onset + syllable.rime + syllable.tone;
  }
  std::string stem = word.ends_with("'s") ? word.substr(0, word.size() - 2) : word;
  if (stem.size() > 3 && stem.ends_with('s') && !stem.ends_with("ss")) stem.pop_back();
  if (stem.ends_with("centre")) stem = "center";
  if (stem.starts_with("defence")) stem = "defense";
  if (stem.starts_with("labor")) stem = "labour";
  if (stem.starts_with("organiz")) stem = "organis";
  return stem.substr(0, kEnglishStem);
}

std::set<std::string> StemSet(std::string_view name) {
  std::set<std::string> stems;
  for (const std::string& word : NameWords(name)) {
    if (!IsSmall(word)) stems.insert(Stem(word));
  }
  return stems;
}

std::string Joined(const std::set<std::string>& stems) {
  std::string joined;
  for (const std::string& stem : stems) joined += (joined.empty() ? "" : " ") + stem;
  return joined;
}

constexpr std::array<std::string_view, 3> kHeads = {"ministry-of-", "department-of-", "division-of-"};

}  // namespace

std::string NameStems(std::string_view name) { return Joined(StemSet(name)); }

Result<BodyCatalog> BodyCatalog::Load(const std::string& path) {
  BodyCatalog catalog;
  Result<void> read = ReadTable(path, 9, [&](const std::vector<std::string>& row) {
    if (catalog.by_id_.contains(row[0])) return "the id \"" + row[0] + "\" stands twice";
    Body body{row[0],
              row[1],
              row[2],
              "",
              "",
              "",
              ParseIsoDate(row[6]),
              ParseIsoDate(row[7]),
              row[8] == "-" ? "" : row[8]};
    const size_t n = catalog.bodies_.size();
    std::string* shown[] = {&body.vi, &body.en, &body.ru};
    for (size_t language = 0; language < 3; ++language) {
      for (const std::string& name : Variants(row[3 + language])) {
        if (shown[language]->empty()) *shown[language] = name;
        std::vector<size_t>& same = catalog.by_stems_[NameStems(name)];
        if (same.empty() || same.back() != n) same.push_back(n);
      }
    }
    catalog.by_id_[body.id] = n;
    catalog.bodies_.push_back(std::move(body));
    return std::string();
  });
  if (!read) return tl::unexpected(read.error());
  return catalog;
}

std::vector<const Body*> BodyCatalog::ByStems(const std::string& stems) const {
  std::vector<const Body*> found;
  if (const auto same = by_stems_.find(stems); same != by_stems_.end()) {
    for (size_t n : same->second) found.push_back(&bodies_[n]);
  }
  return found;
}

std::vector<const Body*> BodyCatalog::Find(std::string_view name, std::string_view place) const {
  std::set<std::string> stems = StemSet(name);
  std::vector<const Body*> found = ByStems(Joined(stems));
  for (const std::string& stem : StemSet(place)) stems.erase(stem);
  if (found.empty() && !place.empty()) found = ByStems(Joined(stems));
  for (std::string_view country : {"vietnam", "viet", "vietnam", "việt nam", "вьетнам", "вьетнамский"}) {
    for (const std::string& stem : StemSet(country)) stems.erase(stem);
  }
  if (found.empty()) found = ByStems(Joined(stems));
  return found;
}

const Body* BodyCatalog::Get(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &bodies_[found->second];
}

std::vector<const Body*> BodyCatalog::Relatives(const Body& body) const {
  std::vector<const Body*> relatives;
  const auto* head = std::find_if(kHeads.begin(), kHeads.end(),
                                  [&](std::string_view prefix) { return body.id.starts_with(prefix); });
  if (head == kHeads.end()) return relatives;
  for (std::string_view other : kHeads) {
    if (other == *head) continue;
    if (const Body* relative = Get(std::string(other) + body.id.substr(head->size())))
      relatives.push_back(relative);
  }
  return relatives;
}

}  // namespace acta
