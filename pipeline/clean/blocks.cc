#include "pipeline/clean/blocks.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <unordered_map>

#include "pipeline/clean/charset.h"
#include "pipeline/clean/strings.h"

namespace acta {
namespace {

bool IsSkippedTag(Tag tag) {
  switch (tag) {
    case Tag::kHead:
    case Tag::kScript:
    case Tag::kStyle:
    case Tag::kNoscript:
    case Tag::kTemplate:
    case Tag::kIframe:
    case Tag::kObject:
    case Tag::kSvg:
    case Tag::kMath:
    case Tag::kCanvas:
    case Tag::kAudio:
    case Tag::kVideo:
    case Tag::kButton:
    case Tag::kSelect:
    case Tag::kTextarea:
    case Tag::kInput:
    case Tag::kDialog:
      return true;
    default:
      return false;
  }
}

bool IsItalic(Tag tag) { return tag == Tag::kI || tag == Tag::kEm; }
bool IsBold(Tag tag) { return tag == Tag::kB || tag == Tag::kStrong; }

int HeadingLevel(Tag tag) {
  return tag >= Tag::kH1 && tag <= Tag::kH6 ? static_cast<int>(tag) - static_cast<int>(Tag::kH1) + 1 : 0;
}

bool HidesByStyle(std::string_view style) {
  if (style.empty()) return false;
  std::string compact;
  for (char c : style) {
    if (!std::isspace(static_cast<unsigned char>(c)))
      compact += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return compact.find("display:none") != compact.npos || compact.find("visibility:hidden") != compact.npos;
}

uint32_t RoleOfItemprop(std::string_view itemprop) {
  if (itemprop.empty()) return 0;
  if (ContainsNoCase(itemprop, "articlebody")) return kBodyRole;
  if (ContainsNoCase(itemprop, "author")) return kBylineRole;
  if (ContainsNoCase(itemprop, "datepublished")) return kDateRole;
  if (ContainsNoCase(itemprop, "headline")) return kTitleRole;
  if (ContainsNoCase(itemprop, "caption")) return kCaptionRole;
  return 0;
}

// Landmarks of ARIA that hold no article.
bool IsAsideLandmark(std::string_view role) {
  for (std::string_view aside :
       {"navigation", "complementary", "banner", "contentinfo", "search", "dialog"}) {
    if (role == aside) return true;
  }
  return false;
}

bool LooksFinished(std::string_view text) {
  if (text.empty()) return true;
  for (std::string_view end : {"…", "”", "»", "。"}) {
    if (text.ends_with(end)) return true;
  }
  return std::string_view(".!?:;\")").find(text.back()) != std::string_view::npos;
}

class BlockMaker {
 public:
  BlockMaker(const HtmlTree& tree, const CleanRules& rules, AsideNames names)
      : tree_(tree), rules_(rules), names_(names) {}

  BlockList Run() {
    NodeId size = tree_.size();
    list_.before.resize(size);
    list_.roles.resize(size);
    list_.chars.resize(size);
    list_.link_chars.resize(size);
    FindRoles();
    CountChars();
    OverruleAsides();
    if (names_ == AsideNames::kIgnore) {
      for (uint32_t& roles : list_.roles) roles &= ~uint32_t{kAsideRole | kRelatedRole | kCaptionRole};
    }
    Walk();
    return std::move(list_);
  }

 private:
  struct Open {
    NodeId id;
    bool block;
    uint32_t roles;  // of all elements so far
    NodeId aside;
    Block like;  // what a block directly inside would be: heading, list item, caption …
  };

  // --- What the names say ---

  void FindRoles() {
    std::unordered_map<std::string_view, uint32_t> known;
    auto roles_of = [&](std::string_view names) {
      if (names.empty()) return uint32_t{0};
      auto [slot, is_new] = known.try_emplace(names, 0);
      if (is_new) slot->second = rules_.RolesOf(names);
      return slot->second;
    };
    for (NodeId n = 0; n < tree_.size(); ++n) {
      const Node& node = tree_.node(n);
      if (node.tag == Tag::kText || node.attribute_count == 0) continue;
      uint32_t roles = 0;
      for (const HtmlAttribute& attribute : tree_.Attributes(n)) {
        if (attribute.name == "class" || attribute.name == "id") {
          roles |= roles_of(attribute.value);
        } else if (attribute.name == "itemprop") {
          roles |= RoleOfItemprop(attribute.value);
        } else if (attribute.name == "hidden" ||
                   (attribute.name == "style" && HidesByStyle(attribute.value))) {
          roles |= kHiddenRole;
        } else if (attribute.name == "role" && IsAsideLandmark(attribute.value)) {
          roles |= kAsideRole;
        } else if (attribute.name == "rel" && node.tag == Tag::kA && attribute.value == "author") {
          roles |= kBylineRole;
        }
      }
      list_.roles[n] = roles;
    }
  }

  // Visible characters below every node: own text first, then children added to parents from the end.
  void CountChars() {
    std::vector<char> hidden(tree_.size(), 0);
    for (NodeId n = 0; n < tree_.size(); ++n) {
      const Node& node = tree_.node(n);
      if (n > 0 && hidden[node.parent]) hidden[n] = 1;
      if (IsSkippedTag(node.tag)) hidden[n] = 1;
      if (node.tag != Tag::kText || hidden[n]) continue;
      uint32_t chars = 0;
      for (char c : node.text)
        chars += static_cast<unsigned char>(c) > ' ' && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      list_.chars[n] = chars;
    }
    for (NodeId n = tree_.size(); n-- > 1;) {
      const Node& node = tree_.node(n);
      if (node.tag == Tag::kA) list_.link_chars[n] = list_.chars[n];
      list_.chars[node.parent] += list_.chars[n];
      list_.link_chars[node.parent] += list_.link_chars[n];
    }
  }

  uint32_t PlainChars(NodeId n) const {
    return list_.chars[n] - std::min(list_.chars[n], list_.link_chars[n]);
  }

  // A soft name counts where there is no running text. A name that would take most of the page's text away
  // describes the layout ("with-sidebar"), not the content.
  void OverruleAsides() {
    uint32_t all = tree_.size() > 0 ? PlainChars(0) : 0;
    constexpr uint32_t kTakesAway = kAsideRole | kCommentRole | kHiddenRole | kRelatedRole;
    for (NodeId n = 0; n < tree_.size(); ++n) {
      if ((list_.roles[n] & (kTakesAway | kCaptionRole | kSoftRole)) == 0) continue;
      const Node& node = tree_.node(n);
      uint32_t own = PlainChars(n);
      if ((list_.roles[n] & kSoftRole) != 0) {
        bool running = (own >= 300 || own * 10 >= all * 3 || HasParagraph(n)) &&
                       list_.link_chars[n] * 5 < list_.chars[n];
        if (!running) list_.roles[n] |= kAsideRole;
      }
      bool page = node.tag == Tag::kHtml || node.tag == Tag::kBody || node.tag == Tag::kMain;
      bool styled = HidesByStyle(tree_.Get(n, "style")) || tree_.Has(n, "hidden");
      bool large = (own > 600 && own * 20 > all * 9) || (own > 150 && own * 10 > all * 6) ||
                   (styled && own * 10 > all * 8);
      bool heart = (list_.roles[n] & kBodyRole) != 0 && (list_.roles[n] & kCommentRole) == 0;
      if (page || large || heart) list_.roles[n] &= ~kTakesAway;
      if (own > 700) list_.roles[n] &= ~kCaptionRole;
    }
  }

  bool HasParagraph(NodeId n) const {
    constexpr uint32_t kParagraph = 80;  // characters
    for (NodeId inner = n; inner < tree_.node(n).end; ++inner) {
      if (tree_.node(inner).tag == Tag::kP && PlainChars(inner) >= kParagraph) return true;
    }
    return false;
  }

  // --- The walk ---

  void Walk() {
    open_.push_back({0, true, 0, kNoNode, {}});
    for (NodeId n = 0; n < tree_.size();) {
      while (open_.size() > 1 && tree_.node(open_.back().id).end <= n) Close();
      list_.before[n] = static_cast<uint32_t>(list_.blocks.size());
      const Node& node = tree_.node(n);
      if (node.tag == Tag::kText) {
        if (open_.back().like.heading > 0 && node.parent != last_parent_ &&
            tree_.node(node.parent).tag == Tag::kSpan && !text_.empty())
          text_ += ' ';
        last_parent_ = node.parent;
        AddText(node.text);
        ++n;
      } else if (IsSkippedTag(node.tag) || (list_.roles[n] & kHiddenRole) || IsPopup(n)) {
        Skip(n);
        n = node.end;
      } else {
        Enter(n);
        ++n;
      }
    }
    while (open_.size() > 1) Close();
    Flush();
  }

  // A list of links that opens over a word of a sentence: an aside inside a line that has text already.
  bool IsPopup(NodeId n) const {
    return !IsBlockTag(tree_.node(n).tag) && (list_.roles[n] & kAsideRole) != 0 && list_.chars[n] > 0 &&
           !Trim(text_).empty();
  }

  // Blocks that begin inside a skipped element: none. A button or a hidden span does not end a line.
  void Skip(NodeId n) {
    if (IsBlockTag(tree_.node(n).tag)) Flush();
    for (NodeId inner = n; inner < tree_.node(n).end; ++inner)
      list_.before[inner] = static_cast<uint32_t>(list_.blocks.size());
  }

  void Enter(NodeId n) {
    const Node& node = tree_.node(n);
    if (node.tag == Tag::kBr) return LineBreak();
    bool block = IsBlockTag(node.tag);
    if (block) {
      Flush();
      list_.before[n] = static_cast<uint32_t>(list_.blocks.size());
    }
    Open open{n, block, open_.back().roles | list_.roles[n], open_.back().aside, open_.back().like};
    Describe(node.tag, open.like);
    if (block) Align(n, open.like);
    bool named = (list_.roles[n] & (kAsideRole | kCommentRole)) != 0;
    bool tagged = node.tag == Tag::kNav || node.tag == Tag::kMenu ||
                  ((node.tag == Tag::kAside || node.tag == Tag::kFooter) && !IsLarge(n));
    if (open.aside == kNoNode && (named || tagged)) open.aside = n;
    open_.push_back(open);
    if (node.tag == Tag::kA) ++links_;
    if (IsBold(node.tag)) ++bolds_;
    if (IsItalic(node.tag)) ++italics_;
    if (node.tag == Tag::kImg || node.tag == Tag::kPicture) image_ = true;
    breaks_ = 0;
  }

  void Align(NodeId n, Block& like) const {
    if (tree_.node(n).tag == Tag::kCenter) like.centred = true;
    for (const HtmlAttribute& attribute : tree_.Attributes(n)) {
      bool align = attribute.name == "align";
      if (!align && (attribute.name != "style" || !ContainsNoCase(attribute.value, "text-align"))) continue;
      std::string_view value = attribute.value;
      if (!align) value = value.substr(AsciiLower(value).find("text-align"));
      value = value.substr(0, value.find(';'));
      like.centred = ContainsNoCase(value, "center");
      like.right = ContainsNoCase(value, "right");
    }
  }

  bool IsLarge(NodeId n) const { return PlainChars(n) > 600 && PlainChars(n) * 2 > PlainChars(0); }

  void Close() {
    Open open = open_.back();
    if (open.block) Flush();
    Tag tag = tree_.node(open.id).tag;
    if (tag == Tag::kA) --links_;
    if (IsBold(tag)) --bolds_;
    if (IsItalic(tag)) --italics_;
    open_.pop_back();
  }

  // One <br> ends a line where a sentence ends; two always do.
  void LineBreak() {
    bool sentence = LooksFinished(Trim(text_));
    if (++breaks_ >= 2 || sentence) {
      Flush();
      return;
    }
    pending_break_ = true;
    text_ += ' ';
  }

  void AddText(std::string_view text) {
    std::string_view solid = Trim(text);
    if (!solid.empty()) {
      if (pending_break_ && !StartsLower(solid)) Flush();
      pending_break_ = false;
      breaks_ = 0;
      size_t chars = acta::CountChars(solid);
      if (links_ > 0) link_chars_ += chars;
      if (bolds_ > 0) bold_chars_ += chars;
      if (open_.back().aside != kNoNode) {
        aside_chars_ += chars;
        inner_aside_ = open_.back().aside;
      }
      if (open_.back().roles & kCaptionRole) caption_chars_ += chars;
      if (italics_ > 0) italic_chars_ += chars;
      inner_roles_ &= open_.back().roles;
    }
    text_ += text;
  }

  static bool StartsLower(std::string_view text) {
    auto first = static_cast<unsigned char>(text[0]);
    if (first < 0x80) return std::islower(first) || first == ',' || first == ')';
    return FoldCase(text.substr(0, 4)).substr(0, 2) == text.substr(0, 2);
  }

  void Flush() {
    pending_break_ = false;
    breaks_ = 0;
    std::string text = CollapseSpace(text_);
    text_.clear();
    bool solid = !text.empty();
    if (solid) list_.blocks.push_back(MakeBlock(std::move(text)));
    if (solid) image_ = false;
    link_chars_ = bold_chars_ = aside_chars_ = caption_chars_ = italic_chars_ = 0;
    inner_roles_ = ~uint32_t{0};
    inner_aside_ = kNoNode;
  }

  Block MakeBlock(std::string text) {
    size_t i = open_.size() - 1;
    while (i > 0 && !open_[i].block) --i;
    const Open& around = open_[i];
    Block block = around.like;
    block.chars = static_cast<uint32_t>(acta::CountChars(text));
    block.link_chars = std::min<uint32_t>(block.chars, static_cast<uint32_t>(link_chars_));
    block.bold_chars = std::min<uint32_t>(block.chars, static_cast<uint32_t>(bold_chars_));
    block.text = ToNfc(std::move(text));
    block.node = around.id;
    block.roles = around.roles | (inner_roles_ == ~uint32_t{0} ? 0 : inner_roles_);
    block.italic_chars = std::min<uint32_t>(block.chars, static_cast<uint32_t>(italic_chars_));
    block.after_image = image_;
    block.aside = around.aside;
    if (block.aside == kNoNode && aside_chars_ * 5 >= block.chars * 4) block.aside = inner_aside_;
    block.caption |= (block.roles & kCaptionRole) != 0 || caption_chars_ * 5 >= block.chars * 4;
    // Without a name: a short line under a picture, set apart by slant or by the middle of the page.
    bool set_apart = block.centred || block.italic_chars * 5 >= block.chars * 4;
    bool both = block.centred && block.italic_chars * 5 >= block.chars * 4;
    block.caption |= (block.after_image ? set_apart : both) && block.chars < 300 && block.heading == 0;
    return block;
  }

  static void Describe(Tag tag, Block& block) {
    if (int level = HeadingLevel(tag); level > 0) block.heading = static_cast<uint8_t>(level);
    block.list_item |= tag == Tag::kLi;
    block.cell |= tag == Tag::kTd || tag == Tag::kTh;
    block.caption |= tag == Tag::kFigcaption || tag == Tag::kCaption || tag == Tag::kFigure;
    block.paragraph |= tag == Tag::kP || tag == Tag::kBlockquote || tag == Tag::kPre || tag == Tag::kLi;
  }

  const HtmlTree& tree_;
  const CleanRules& rules_;
  AsideNames names_;
  BlockList list_;
  std::vector<Open> open_;
  std::string text_;
  size_t link_chars_ = 0;
  size_t bold_chars_ = 0;
  size_t aside_chars_ = 0;  // of the line, inside inline elements that are asides
  size_t caption_chars_ = 0;
  NodeId inner_aside_ = kNoNode;
  NodeId last_parent_ = kNoNode;  // of the last text: a kicker and a title in one heading are two spans
  int links_ = 0;
  int bolds_ = 0;
  int italics_ = 0;
  bool image_ = false;  // one was passed since the last block
  size_t italic_chars_ = 0;
  uint32_t inner_roles_ = ~uint32_t{0};  // common to all text of the line
  int breaks_ = 0;
  bool pending_break_ = false;
};

}  // namespace

bool IsBlockTag(Tag tag) {
  switch (tag) {
    case Tag::kText:
    case Tag::kOther:
    case Tag::kA:
    case Tag::kSpan:
    case Tag::kB:
    case Tag::kStrong:
    case Tag::kI:
    case Tag::kEm:
    case Tag::kFont:
    case Tag::kSmall:
    case Tag::kSup:
    case Tag::kSub:
    case Tag::kCite:
    case Tag::kQ:
    case Tag::kTime:
    case Tag::kIns:
    case Tag::kDel:
    case Tag::kBr:
    case Tag::kImg:
    case Tag::kLabel:
    case Tag::kPicture:
    case Tag::kButton:
    case Tag::kInput:
    case Tag::kSelect:
    case Tag::kOption:
    case Tag::kTextarea:
    case Tag::kScript:
    case Tag::kStyle:
    case Tag::kNoscript:
    case Tag::kTemplate:
    case Tag::kSvg:
    case Tag::kMath:
    case Tag::kMeta:
    case Tag::kLink:
    case Tag::kIframe:
    case Tag::kObject:
    case Tag::kCanvas:
    case Tag::kAudio:
    case Tag::kVideo:
    case Tag::kBase:
      return false;
    default:
      return true;
  }
}

BlockList MakeBlocks(const HtmlTree& tree, const CleanRules& rules, AsideNames names) {
  return BlockMaker(tree, rules, names).Run();
}

}  // namespace acta
