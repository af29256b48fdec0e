// Union-find over 0 … n-1.
//
//   DisjointSets sets(3);
//   sets.Join(0, 2);
//   sets.Groups()   // {{0, 2}, {1}}: each in ascending order, by their first
#pragma once

#include <cstddef>
#include <map>
#include <numeric>
#include <vector>

namespace acta {

class DisjointSets {
 public:
  explicit DisjointSets(size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), size_t{0}); }

  size_t Find(size_t n) {
    while (parent_[n] != n) n = parent_[n] = parent_[parent_[n]];
    return n;
  }
  // The smaller of the two stays the root, so that what comes out does not depend on the order of joins.
  void Join(size_t a, size_t b) {
    a = Find(a);
    b = Find(b);
    if (a < b) {
      parent_[b] = a;
    } else {
      parent_[a] = b;
    }
  }
  std::vector<std::vector<size_t>> Groups() {
    std::map<size_t, std::vector<size_t>> by_root;
    for (size_t n = 0; n < parent_.size(); ++n) by_root[Find(n)].push_back(n);
    std::vector<std::vector<size_t>> groups;
    for (auto& [root, group] : by_root) groups.push_back(std::move(group));
    return groups;
  }

 private:
  std::vector<size_t> parent_;
};

}  // namespace acta
