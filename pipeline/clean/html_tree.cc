#include "pipeline/clean/html_tree.h"

#include <gumbo.h>

#include <array>
#include <csetjmp>
#include <string>

namespace acta {
namespace {

// --- The guarded parse. Between setjmp and longjmp stand only C frames: Gumbo's and the two callbacks. ---

struct Guard {
  Arena* arena;
  std::jmp_buf out;
};

void* GuardedAllocate(void* guard_pointer, size_t size) {
  auto* guard = static_cast<Guard*>(guard_pointer);
  void* piece = guard->arena->Allocate(size);
  if (piece == nullptr) std::longjmp(guard->out, 1);
  return piece;
}

void GuardedRelease(void* guard_pointer, void* piece) {
  static_cast<Guard*>(guard_pointer)->arena->Release(piece);
}

// nullptr when the arena stopped the parse. The output is never destroyed: gumbo_destroy_output recurses, and
// the arena takes everything back.
const GumboOutput* GuardedParse(Guard* guard, const char* data, size_t size) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = GuardedAllocate;
  options.deallocator = GuardedRelease;
  options.userdata = guard;
  options.max_errors = 0;  // recorded errors alone can take gigabytes
  if (setjmp(guard->out) != 0) return nullptr;
  return gumbo_parse_with_options(&options, data, size);
}

std::array<Tag, GUMBO_TAG_LAST + 1> MakeTagTable() {
  std::array<Tag, GUMBO_TAG_LAST + 1> table;
  table.fill(Tag::kOther);
  auto set = [&](GumboTag from, Tag to) { table[from] = to; };
  set(GUMBO_TAG_HTML, Tag::kHtml), set(GUMBO_TAG_HEAD, Tag::kHead), set(GUMBO_TAG_BODY, Tag::kBody);
  set(GUMBO_TAG_TITLE, Tag::kTitle), set(GUMBO_TAG_META, Tag::kMeta), set(GUMBO_TAG_LINK, Tag::kLink);
  set(GUMBO_TAG_BASE, Tag::kBase), set(GUMBO_TAG_SCRIPT, Tag::kScript), set(GUMBO_TAG_STYLE, Tag::kStyle);
  set(GUMBO_TAG_NOSCRIPT, Tag::kNoscript), set(GUMBO_TAG_TEMPLATE, Tag::kTemplate);
  set(GUMBO_TAG_IFRAME, Tag::kIframe), set(GUMBO_TAG_OBJECT, Tag::kObject), set(GUMBO_TAG_SVG, Tag::kSvg);
  set(GUMBO_TAG_MATH, Tag::kMath), set(GUMBO_TAG_CANVAS, Tag::kCanvas), set(GUMBO_TAG_AUDIO, Tag::kAudio);
  set(GUMBO_TAG_VIDEO, Tag::kVideo), set(GUMBO_TAG_FORM, Tag::kForm), set(GUMBO_TAG_INPUT, Tag::kInput);
  set(GUMBO_TAG_BUTTON, Tag::kButton), set(GUMBO_TAG_SELECT, Tag::kSelect),
      set(GUMBO_TAG_OPTION, Tag::kOption);
  set(GUMBO_TAG_TEXTAREA, Tag::kTextarea), set(GUMBO_TAG_LABEL, Tag::kLabel);
  set(GUMBO_TAG_FIELDSET, Tag::kFieldset), set(GUMBO_TAG_NAV, Tag::kNav), set(GUMBO_TAG_ASIDE, Tag::kAside);
  set(GUMBO_TAG_FOOTER, Tag::kFooter), set(GUMBO_TAG_HEADER, Tag::kHeader), set(GUMBO_TAG_MAIN, Tag::kMain);
  set(GUMBO_TAG_ARTICLE, Tag::kArticle), set(GUMBO_TAG_SECTION, Tag::kSection);
  set(GUMBO_TAG_ADDRESS, Tag::kAddress), set(GUMBO_TAG_MENU, Tag::kMenu), set(GUMBO_TAG_DIV, Tag::kDiv);
  set(GUMBO_TAG_P, Tag::kP), set(GUMBO_TAG_PRE, Tag::kPre), set(GUMBO_TAG_BLOCKQUOTE, Tag::kBlockquote);
  set(GUMBO_TAG_CENTER, Tag::kCenter), set(GUMBO_TAG_HR, Tag::kHr), set(GUMBO_TAG_BR, Tag::kBr);
  set(GUMBO_TAG_DETAILS, Tag::kDetails), set(GUMBO_TAG_SUMMARY, Tag::kSummary);
  set(GUMBO_TAG_H1, Tag::kH1), set(GUMBO_TAG_H2, Tag::kH2), set(GUMBO_TAG_H3, Tag::kH3);
  set(GUMBO_TAG_H4, Tag::kH4), set(GUMBO_TAG_H5, Tag::kH5), set(GUMBO_TAG_H6, Tag::kH6);
  set(GUMBO_TAG_UL, Tag::kUl), set(GUMBO_TAG_OL, Tag::kOl), set(GUMBO_TAG_LI, Tag::kLi);
  set(GUMBO_TAG_DL, Tag::kDl), set(GUMBO_TAG_DT, Tag::kDt), set(GUMBO_TAG_DD, Tag::kDd);
  set(GUMBO_TAG_TABLE, Tag::kTable), set(GUMBO_TAG_CAPTION, Tag::kCaption), set(GUMBO_TAG_THEAD, Tag::kThead);
  set(GUMBO_TAG_TBODY, Tag::kTbody), set(GUMBO_TAG_TFOOT, Tag::kTfoot), set(GUMBO_TAG_TR, Tag::kTr);
  set(GUMBO_TAG_TD, Tag::kTd), set(GUMBO_TAG_TH, Tag::kTh), set(GUMBO_TAG_FIGURE, Tag::kFigure);
  set(GUMBO_TAG_FIGCAPTION, Tag::kFigcaption), set(GUMBO_TAG_IMG, Tag::kImg);
  set(GUMBO_TAG_A, Tag::kA), set(GUMBO_TAG_SPAN, Tag::kSpan), set(GUMBO_TAG_B, Tag::kB);
  set(GUMBO_TAG_STRONG, Tag::kStrong), set(GUMBO_TAG_I, Tag::kI), set(GUMBO_TAG_EM, Tag::kEm);
  set(GUMBO_TAG_FONT, Tag::kFont), set(GUMBO_TAG_SMALL, Tag::kSmall), set(GUMBO_TAG_SUP, Tag::kSup);
  set(GUMBO_TAG_SUB, Tag::kSub), set(GUMBO_TAG_CITE, Tag::kCite), set(GUMBO_TAG_Q, Tag::kQ);
  set(GUMBO_TAG_TIME, Tag::kTime), set(GUMBO_TAG_INS, Tag::kIns), set(GUMBO_TAG_DEL, Tag::kDel);
  return table;
}

Tag TagOf(const GumboElement& element) {
  static const std::array<Tag, GUMBO_TAG_LAST + 1> kTable = MakeTagTable();
  if (element.tag != GUMBO_TAG_UNKNOWN) return kTable[element.tag];
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  std::string_view unknown(name.data == nullptr ? "" : name.data, name.length);
  if (unknown == "picture") return Tag::kPicture;
  if (unknown == "dialog") return Tag::kDialog;
  return Tag::kOther;
}

}  // namespace

// Flattens Gumbo's tree. Children are visited through an explicit stack; comments leave no node.
class TreeBuilder {
 public:
  explicit TreeBuilder(HtmlTree& tree) : tree_(tree) {}

  void Build(const GumboNode* document, std::unique_ptr<Arena> arena) {
    tree_.arena_ = std::move(arena);
    tree_.nodes_.push_back(Node{.tag = Tag::kRoot});
    stack_.push_back({document, 0, 0});
    while (!stack_.empty()) {
      Frame& frame = stack_.back();
      const GumboVector& children = ChildrenOf(frame.node);
      if (frame.next_child == children.length) {
        tree_.nodes_[frame.id].end = tree_.size();
        stack_.pop_back();
        continue;
      }
      Add(static_cast<const GumboNode*>(children.data[frame.next_child++]), frame.id);
    }
  }

 private:
  struct Frame {
    const GumboNode* node;
    NodeId id;
    unsigned next_child;
  };

  static const GumboVector& ChildrenOf(const GumboNode* node) {
    return node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children;
  }

  void Add(const GumboNode* node, NodeId parent) {
    NodeId id = tree_.size();
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        tree_.nodes_.push_back(
            Node{.tag = Tag::kText, .parent = parent, .end = id + 1, .text = node->v.text.text});
        return;
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        tree_.nodes_.push_back(Node{.tag = TagOf(node->v.element),
                                    .parent = parent,
                                    .end = id + 1,
                                    .first_attribute = static_cast<uint32_t>(tree_.attributes_.size())});
        AddAttributes(node->v.element.attributes, tree_.nodes_.back());
        stack_.push_back({node, id, 0});
        return;
      default:
        return;
    }
  }

  void AddAttributes(const GumboVector& attributes, Node& node) {
    for (unsigned i = 0; i < attributes.length && node.attribute_count < UINT16_MAX; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
      tree_.attributes_.push_back({attribute->name, attribute->value});
      ++node.attribute_count;
    }
  }

  HtmlTree& tree_;
  std::vector<Frame> stack_;
};

std::string_view HtmlTree::Get(NodeId id, std::string_view name) const {
  const Node& element = nodes_[id];
  for (uint32_t i = 0; i < element.attribute_count; ++i) {
    const HtmlAttribute& attribute = attributes_[element.first_attribute + i];
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

bool HtmlTree::Has(NodeId id, std::string_view name) const {
  const Node& element = nodes_[id];
  for (uint32_t i = 0; i < element.attribute_count; ++i) {
    if (attributes_[element.first_attribute + i].name == name) return true;
  }
  return false;
}

NodeId HtmlTree::Find(NodeId root, Tag tag) const {
  for (NodeId n = root + 1; n < nodes_[root].end; ++n) {
    if (nodes_[n].tag == tag) return n;
  }
  return kNoNode;
}

std::string HtmlTree::TextOf(NodeId root, size_t limit) const {
  std::string text;
  bool space = false;
  for (NodeId n = root; n < nodes_[root].end && text.size() < limit; ++n) {
    Tag tag = nodes_[n].tag;
    if (tag == Tag::kScript || tag == Tag::kStyle) {
      n = nodes_[n].end - 1;
      continue;
    }
    if (tag != Tag::kText && tag != Tag::kA && (tag < Tag::kSpan || tag == Tag::kTime)) space = true;
    if (n > root && nodes_[n].parent != nodes_[n - 1].parent && nodes_[nodes_[n].parent].tag == Tag::kDiv)
      space = true;
    for (char c : nodes_[n].text) {
      bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!blank) {
        if (space && !text.empty()) text += ' ';
        text += c;
      }
      space = blank;
    }
  }
  return text;
}

Result<HtmlTree> ParseHtml(std::string_view markup, const ParseLimits& limits) {
  auto arena = std::make_unique<Arena>(limits.arena_bytes, limits.deadline);
  Guard guard{.arena = arena.get(), .out = {}};
  const GumboOutput* output = GuardedParse(&guard, markup.data(), markup.size());
  if (output == nullptr) {
    bool time = arena->stopped_by() == Arena::Stop::kTime;
    return time ? Fail("parse_time", "the page took longer to parse than the deadline allows")
                : Fail("parse_memory", "the page needs more memory to parse than the cap allows");
  }
  HtmlTree tree;
  TreeBuilder(tree).Build(output->document, std::move(arena));
  return tree;
}

}  // namespace acta
