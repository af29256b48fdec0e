// The units of a sentence from the left to the right, each taken apart as far as is wanted, and what kinds they have.
//
//   std::vector<uint32_t> stack;                              // kept from sentence to sentence
//   WalkSentence(view, sentence, stack, [&](uint32_t at) {
//     if (IsOneOf(view, at, dates)) return false;             // taken whole
//     …
//     return true;                                            // its parts come next
//   });
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "extractors/engine/tree_view.h"

namespace acta {

// Of these kinds those that the pack has.
inline std::vector<uint32_t> KindIds(const Pack& pack, std::span<const std::string_view> names) {
  std::vector<uint32_t> kinds;
  for (std::string_view name : names) {
    if (const uint32_t kind = pack.kinds.Find(name); kind != Names::kNone) kinds.push_back(kind);
  }
  return kinds;
}
inline std::vector<uint32_t> KindIds(const Pack& pack, std::initializer_list<std::string_view> names) {
  return KindIds(pack, std::span(names.begin(), names.size()));
}

inline bool IsOneOf(const TreeView& view, uint32_t unit, const std::vector<uint32_t>& kinds) {
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](uint32_t kind) { return view.pack().alphabet.Has(view.unit(unit).symbol, kind); });
}

// Calls `opens` with each unit; where it is true, with the unit's parts next. Linear in the sentence.
template <class Opens>
void WalkSentence(const TreeView& view, uint32_t sentence, std::vector<uint32_t>& stack, Opens&& opens) {
  const Tree& tree = view.tree();
  const SentenceUnits& units = tree.sentences[sentence];
  stack.clear();
  for (uint32_t i = units.count; i > 0; --i) stack.push_back(tree.roots[units.first + i - 1]);
  while (!stack.empty()) {
    const uint32_t at = stack.back();
    stack.pop_back();
    if (!opens(at)) continue;
    const Unit& unit = view.unit(at);
    for (uint32_t c = unit.child_count; c > 0; --c) stack.push_back(tree.children[unit.first_child + c - 1]);
  }
}

}  // namespace acta
