#include "pipeline/resolve/gazetteer.h"

#include <algorithm>

#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/table.h"
#include "pipeline/resolve/transcription.h"

namespace acta {
namespace {

std::optional<Date> Day(const std::string& cell) { return ParseIsoDate(cell); }

}  // namespace

std::string PlaceKey(std::string_view name) {
  std::string key;
  if (HasCyrillic(name)) {
    key = FoldCyrillic(name);
    std::erase(key, ' ');
    return key;
  }
  for (const std::string& word : NameWords(name)) key += Ascii(word);
  return key;
}

Result<Gazetteer> Gazetteer::Load(const std::string& path) {
  Gazetteer gazetteer;
  Result<void> read = ReadTable(path, 8, [&](const std::vector<std::string>& row) {
    if (gazetteer.by_id_.contains(row[0])) return "the id \"" + row[0] + "\" stands twice";
    Province place{row[0],           row[1],      Variants(row[2]), Variants(row[3]),
                   Variants(row[4]), Day(row[5]), Day(row[6]),      row[7] == "-" ? "" : row[7]};
    if (place.vi.empty() || place.en.empty() || place.ru.empty())
      return std::string("a language has no name");
    const size_t n = gazetteer.places_.size();
    gazetteer.by_id_[place.id] = n;
    for (const auto* names : {&place.vi, &place.en, &place.ru}) {
      for (const std::string& name : *names) {
        std::vector<size_t>& same = gazetteer.by_key_[PlaceKey(name)];
        if (same.empty() || same.back() != n) same.push_back(n);
        gazetteer.longest_ = std::max(gazetteer.longest_, NameWords(name).size());
      }
    }
    gazetteer.places_.push_back(std::move(place));
    return std::string();
  });
  if (!read) return tl::unexpected(read.error());
  return gazetteer;
}

const Province* Gazetteer::Find(std::string_view name, std::optional<Date> day) const {
  return FindKey(PlaceKey(name), day);
}

const Province* Gazetteer::FindKey(const std::string& key, std::optional<Date> day) const {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  for (size_t n : found->second) {
    if (!day || places_[n].ValidOn(*day)) return &places_[n];
  }
  return &places_[found->second.front()];
}

const Province* Gazetteer::Get(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &places_[found->second];
}

std::string Gazetteer::Successor(std::string_view id) const {
  std::string now(id);
  // A chain longer than the table would be a circle.
  for (size_t steps = 0; steps < places_.size(); ++steps) {
    const Province* place = Get(now);
    if (!place || place->merged_into.empty()) break;
    now = place->merged_into;
  }
  return now;
}

}  // namespace acta
