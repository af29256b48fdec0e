// One parsed page, as the later steps of the cleaner see it. Views only: everything outlives the call.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/clean/blocks.h"
#include "pipeline/clean/clean.h"
#include "pipeline/clean/html_tree.h"
#include "pipeline/clean/page_data.h"
#include "pipeline/clean/rules.h"

namespace acta {

struct PageView {
  const HtmlTree& tree;
  const BlockList& list;
  const PageData& data;
  const CleanRules& rules;
  std::string_view url;  // of the page; may be empty
  CleanTrace* trace;     // may be null

  void Note(std::string line) const {
    if (trace != nullptr) trace->notes.push_back(std::move(line));
  }
  void Cut(std::string_view rule, std::string_view text) const {
    if (trace != nullptr) trace->cuts.push_back("[" + std::string(rule) + "] " + std::string(text));
  }
};

}  // namespace acta
