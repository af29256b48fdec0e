// Strings as small numbers: kinds, attribute names, rule files. Ids count from 0 in order of first use.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "extractors/engine/word_table.h"

namespace acta {

class Names {
 public:
  static constexpr uint32_t kNone = ~0u;

  uint32_t Add(std::string_view name) {
    uint32_t id = ids_.Add(name) - 1;
    if (id == names_.size()) names_.emplace_back(name);
    return id;
  }
  uint32_t Find(std::string_view name) const { return ids_.Find(name) - 1; }
  std::string_view operator[](uint32_t id) const { return names_[id]; }
  size_t size() const { return names_.size(); }
  auto begin() const { return names_.begin(); }
  auto end() const { return names_.end(); }

 private:
  std::deque<std::string> names_;  // texts that never move
  WordTable ids_;                  // + 1
};

}  // namespace acta
