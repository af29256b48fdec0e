// A unit that is to become a record, and where it stands.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace acta {

struct FactUnit {
  uint32_t unit = 0;
  uint32_t sentence = 0;
  int container = -1;     // index of the nearest record's unit around it; -1 = none
  std::string_view kind;  // of Pack::kinds
  bool in_task = false;   // inside an order or a task: what is counted there is a goal
};

// Those of one sentence; units stand in the order of their sentences.
inline std::span<const FactUnit> UnitsOf(const std::vector<FactUnit>& units, uint32_t sentence) {
  auto first = std::partition_point(units.begin(), units.end(),
                                    [&](const FactUnit& one) { return one.sentence < sentence; });
  auto last = std::find_if(first, units.end(), [&](const FactUnit& one) { return one.sentence != sentence; });
  return {first, last};
}

// The order that a unit stands in; nullptr for none.
inline const FactUnit* OrderAround(const std::vector<FactUnit>& units, const FactUnit& at) {
  for (int c = at.container; c >= 0; c = units[static_cast<size_t>(c)].container) {
    if (units[static_cast<size_t>(c)].kind == "directive") return &units[static_cast<size_t>(c)];
  }
  return nullptr;
}

}  // namespace acta
