// The page as a reader's eye takes it in: blocks of text between line ends, each with what its surroundings
// say of it. One pass over the tree; everything that chooses or cuts text works on blocks.
//
//   BlockList list = MakeBlocks(tree, rules);
//   list.blocks[i].text                       // "Sáng 21/3, …": white space collapsed, NFC
//   list.First(node), list.Last(node)         // the blocks inside an element: [first, last)
//
// Invisible content (hidden elements, scripts, form controls) gives no block.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/clean/html_tree.h"
#include "pipeline/clean/rules.h"
#include "pipeline/text/article.h"

namespace acta {

struct Block {
  std::string text;
  NodeId node = kNoNode;   // the innermost block-level element around it
  NodeId aside = kNoNode;  // the outermost element around it that is named as not article
  uint32_t roles = 0;      // of all elements around it, and of inline elements around all of its text
  uint32_t chars = 0;      // code points
  uint32_t link_chars = 0;
  uint32_t bold_chars = 0;
  uint32_t italic_chars = 0;
  uint8_t heading = 0;  // 1 … 6 inside <h1> … <h6>
  bool list_item = false;
  bool caption = false;      // <figcaption>, <caption>, or named so
  bool cell = false;         // in a table cell
  bool centred = false;      // by <center>, align or style
  bool right = false;        // set to the right margin
  bool after_image = false;  // a picture stands between the block before and this one, or in it
  bool paragraph = false;    // in <p>, <blockquote>, <pre> or <li>

  double link_density() const { return chars == 0 ? 0 : static_cast<double>(link_chars) / chars; }
};

struct BlockList {
  std::vector<Block> blocks;
  std::vector<uint32_t> before;  // per node: blocks that were complete when it began
  std::vector<uint32_t> roles;   // per node: by its own names
  std::vector<uint32_t> chars;   // per node: visible characters below it
  std::vector<uint32_t> link_chars;

  uint32_t First(NodeId node) const { return before[node]; }
  uint32_t Last(const HtmlTree& tree, NodeId node) const {
    NodeId end = tree.node(node).end;
    return end < before.size() ? before[end] : static_cast<uint32_t>(blocks.size());
  }
};

// Whether names may make an element an aside; ignored for pages that would have no text otherwise.
enum class AsideNames : uint8_t { kBelieve, kIgnore };

BlockList MakeBlocks(const HtmlTree& tree, const CleanRules& rules, AsideNames names = AsideNames::kBelieve);

bool IsBlockTag(Tag tag);

}  // namespace acta
