#include "pipeline/resolve/name_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace acta {
namespace {

class Grouping {
 public:
  Grouping(const std::vector<const PersonName*>& names, const Transcription& table,
           const std::function<double(size_t, size_t)>& handicap)
      : names_(names), table_(table), handicap_(handicap) {}

  std::vector<NameGroup> Run() {
    for (Script script : {Script::kVietnamese, Script::kPlain, Script::kCyrillic}) {
      const size_t settled = groups_.size();
      for (const auto& [key, members] : ByKey(script)) Place(members, settled);
      // Spellings of one script cannot take each other's place: only what stood before is a candidate.
      for (NameGroup& late : late_) groups_.push_back(std::move(late));
      late_.clear();
    }
    return std::move(groups_);
  }

 private:
  std::map<std::string, std::vector<size_t>> ByKey(Script script) const {
    std::map<std::string, std::vector<size_t>> by_key;
    for (size_t n = 0; n < names_.size(); ++n) {
      if (names_[n]->script == script) by_key[names_[n]->key].push_back(n);
    }
    return by_key;
  }

  // What it costs to take these, which are spelled alike, for the name of the group.
  std::optional<double> Cost(const std::vector<size_t>& members, const NameGroup& group) const {
    const size_t head = group.members.front().name;
    const auto cost = NameCost(*names_[members.front()], *names_[head], table_);
    if (!cost || !handicap_) return cost;
    double least = handicap_(members.front(), head);
    for (size_t member : members) {
      for (const auto& other : group.members) least = std::min(least, handicap_(member, other.name));
    }
    return *cost + least;
  }

  void Place(const std::vector<size_t>& members, size_t settled) {
    NameGroup* best = nullptr;
    double least = 0, second = 1e9;
    for (size_t g = 0; g < settled; ++g) {
      if (groups_[g].unclear) continue;
      const auto cost = Cost(members, groups_[g]);
      if (!cost || *cost > kMostNameCost) continue;
      if (!best || *cost < least) {
        if (best) second = least;
        best = &groups_[g];
        least = *cost;
      } else {
        second = std::min(second, *cost);
      }
    }
    if (!best || second - least < kNameMargin) {
      NameGroup own;
      own.unclear = best != nullptr;
      for (size_t member : members) own.members.push_back({member, {"same_spelling", 1, ""}});
      late_.push_back(std::move(own));
      return;
    }
    const bool cyrillic = names_[members.front()]->script == Script::kCyrillic;
    for (size_t member : members) {
      best->members.push_back({member,
                               {cyrillic ? "transcription" : "without_marks", std::max(0.5, 1 - least / 2),
                                fmt::format("{} = {}, cost {:.1f}", names_[member]->key,
                                            names_[best->members.front().name]->key, least)}});
    }
  }

  const std::vector<const PersonName*>& names_;
  const Transcription& table_;
  const std::function<double(size_t, size_t)>& handicap_;
  std::vector<NameGroup> groups_, late_;
};

}  // namespace

std::vector<NameGroup> GroupNames(const std::vector<const PersonName*>& names, const Transcription& table,
                                  const std::function<double(size_t, size_t)>& handicap) {
  return Grouping(names, table, handicap).Run();
}

}  // namespace acta
