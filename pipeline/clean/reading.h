// Which blocks are the article: several readings of one page, compared.
//
//   Reading reading = ChooseReading(tree, list, linked_body);
//   for (auto [first, last] : reading.ranges) …       // of list.blocks
//
// The readings: elements whose names say they hold the body; the element that collects most weight from its
// paragraphs (links weigh against); the body that JSON-LD states, found again among the blocks. A named body
// is preferred as long as it holds most of what the weights found; a body in several elements of one name is
// taken whole. Nothing is decided by one site's markup.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/clean/blocks.h"

namespace acta {

inline constexpr uint32_t kNoBlock = ~uint32_t{0};

using BlockRange = std::pair<uint32_t, uint32_t>;  // [first, last) of BlockList::blocks

struct Reading {
  std::vector<BlockRange> ranges;  // in order, disjoint
  std::vector<NodeId> roots;       // the element of each range
  std::string why;                 // "named body <div class=…>", "paragraph weights"
  double weight = 0;               // characters of running text in the ranges
};

// Empty ranges when the page has no running text. Time: blocks × depth, depth capped at 8.
// `anchor` is the block that shows the title, as far as that is known beforehand (FindAnchor), or kNoBlock: an
// article stands soon after its headline.
Reading ChooseReading(const HtmlTree& tree, const BlockList& list, uint32_t anchor = kNoBlock);

// Characters of running text that a block counts for: 0 for links, captions, asides, labels.
double Weight(const Block& block);

}  // namespace acta
