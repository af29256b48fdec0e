// A parsed page as one flat array of nodes in document order: the only form of HTML that the cleaner knows.
//
//   Result<HtmlTree> tree = ParseHtml(markup, ParseLimits{});
//   for (NodeId n = body + 1; n < tree->node(body).end; ++n) ...        // everything inside `body`
//
// A node's descendants are the ids (n, node(n).end), so every walk is a loop and the depth of a page costs
// no stack. Skipping a subtree is `n = tree.node(n).end`. All views point into memory that the tree owns.
//
// Gumbo (WHATWG HTML parsing, 2016) builds the tree inside an arena that stops it at a cap of bytes or at a
// deadline: unguarded, 150 KB of nested <div> abort it and one tag of 80,000 attributes takes half a minute.
// No other file includes <gumbo.h>.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/clean/arena.h"
#include "pipeline/text/result.h"

namespace acta {

// The elements that some rule of the cleaner names; all others are kOther.
enum class Tag : uint8_t {
  kText,
  kOther,
  kRoot,
  kHtml,
  kHead,
  kBody,
  kTitle,
  kMeta,
  kLink,
  kBase,
  kScript,
  kStyle,
  kNoscript,
  kTemplate,
  kIframe,
  kObject,
  kSvg,
  kMath,
  kCanvas,
  kAudio,
  kVideo,
  kForm,
  kInput,
  kButton,
  kSelect,
  kOption,
  kTextarea,
  kLabel,
  kFieldset,
  kNav,
  kAside,
  kFooter,
  kHeader,
  kMain,
  kArticle,
  kSection,
  kAddress,
  kDialog,
  kMenu,
  kDiv,
  kP,
  kPre,
  kBlockquote,
  kCenter,
  kHr,
  kBr,
  kDetails,
  kSummary,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kUl,
  kOl,
  kLi,
  kDl,
  kDt,
  kDd,
  kTable,
  kCaption,
  kThead,
  kTbody,
  kTfoot,
  kTr,
  kTd,
  kTh,
  kFigure,
  kFigcaption,
  kImg,
  kPicture,
  kA,
  kSpan,
  kB,
  kStrong,
  kI,
  kEm,
  kFont,
  kSmall,
  kSup,
  kSub,
  kCite,
  kQ,
  kTime,
  kIns,
  kDel,
};

using NodeId = uint32_t;
inline constexpr NodeId kNoNode = ~NodeId{0};

struct HtmlAttribute {
  std::string_view name;  // lower case
  std::string_view value;
};

struct Node {
  Tag tag = Tag::kOther;
  uint16_t attribute_count = 0;
  NodeId parent = kNoNode;
  NodeId end = 0;                // one past the last descendant
  uint32_t first_attribute = 0;  // index into the tree's attributes
  std::string_view text = {};    // characters of a text node; empty for elements
};

struct ParseLimits {
  size_t arena_bytes = 96u << 20;            // memory of the parse; a page of 0.5 MB takes about 5 MB
  std::chrono::milliseconds deadline{1200};  // processor time of the parse
};

class HtmlTree {
 public:
  const Node& node(NodeId id) const { return nodes_[id]; }
  NodeId size() const { return static_cast<NodeId>(nodes_.size()); }

  // Value of an attribute by its lower-case name; "" when it is missing.
  std::string_view Get(NodeId id, std::string_view name) const;
  bool Has(NodeId id, std::string_view name) const;
  std::span<const HtmlAttribute> Attributes(NodeId id) const {
    return {attributes_.data() + nodes_[id].first_attribute, nodes_[id].attribute_count};
  }

  // First descendant of `root` with this tag, or kNoNode.
  NodeId Find(NodeId root, Tag tag) const;
  // All character data below `root`, white space collapsed to single spaces, script and style left out.
  std::string TextOf(NodeId root, size_t limit = 100'000) const;

 private:
  friend class TreeBuilder;
  std::unique_ptr<Arena> arena_;
  std::vector<Node> nodes_;
  std::vector<HtmlAttribute> attributes_;
};

// Parses UTF-8 markup. Fails with kind "parse_time" or "parse_memory" when a limit is met; the markup may be
// anything, and must outlive the tree. Time: about 15 ns a byte. Safe to call from several threads.
Result<HtmlTree> ParseHtml(std::string_view markup, const ParseLimits& limits);

}  // namespace acta
