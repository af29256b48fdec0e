// Strings as small numbers: kinds, attribute names, rule files. Ids count from 0 in order of first use.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace acta {

class Names {
 public:
  static constexpr uint32_t kNone = ~0u;

  uint32_t Add(std::string_view name) {
    if (auto it = ids_.find(name); it != ids_.end()) return it->second;
    names_.emplace_back(name);
    auto id = static_cast<uint32_t>(names_.size() - 1);
    ids_.emplace(std::string_view(names_.back()), id);
    return id;
  }
  uint32_t Find(std::string_view name) const {
    auto it = ids_.find(name);
    return it == ids_.end() ? kNone : it->second;
  }
  std::string_view operator[](uint32_t id) const { return names_[id]; }
  size_t size() const { return names_.size(); }
  auto begin() const { return names_.begin(); }
  auto end() const { return names_.end(); }

 private:
  std::deque<std::string> names_;  // stable addresses for the keys of ids_
  std::unordered_map<std::string_view, uint32_t> ids_;
};

}  // namespace acta
