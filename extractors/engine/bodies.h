// The public bodies of an article, each once, under its fullest written form.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

class Bodies {
 public:
  explicit Bodies(const TreeView& view) : view_(view) {}

  // Takes a unit of kind `agency`. Two names are one body when the lexicon gives them one id, or they fold
  // to one key, and their places do not differ.
  void Add(uint32_t unit);

  std::vector<Agency> Take() { return std::move(agencies_); }

 private:
  const TreeView& view_;
  std::vector<Agency> agencies_;
  std::vector<std::string> places_;                              // beside agencies_
  std::unordered_map<std::string, std::vector<size_t>> by_key_;  // indices of agencies_
};

}  // namespace acta
