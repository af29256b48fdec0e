#include "pipeline/clean/compose.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "pipeline/clean/byline.h"
#include "pipeline/clean/line_rules.h"
#include "pipeline/clean/strings.h"

namespace acta {
namespace {

constexpr double kSomeText = 120;  // characters of running text that make a beginning of an article

class Composer {
 public:
  Composer(const PageView& view, const Reading& reading, const Headline& headline, const StatedBody& stated)
      : view_(view),
        reading_(reading),
        headline_(headline),
        stated_(stated),
        title_key_(WordKey(headline.text)) {}

  Composed Run() {
    WeighStated();
    RelaxAsides();
    AddLead();
    discussion_ = FindDiscussion();
    uint32_t next = headline_.block == kNoBlock ? 0 : headline_.block + 1;
    for (auto [first, last] : reading_.ranges) {
      AddStated(next, first);
      for (uint32_t i = first; i < std::min(last, discussion_) && !ended_; ++i) Add(i);
      next = last;
    }
    AddStated(next, next + 20);
    TrimTail();
    ReadSurroundings();
    PreferStated();
    return std::move(out_);
  }

 private:
  const Block& BlockAt(uint32_t i) const { return view_.list.blocks[i]; }

  // Is the stated body the same text as the reading, or a teaser, or another article?
  void WeighStated() {
    if (stated_.empty()) return;
    double covered = 0;
    double all = 0;
    for (auto [first, last] : reading_.ranges) {
      for (uint32_t i = first; i < last; ++i) {
        double weight = Weight(BlockAt(i));
        if (weight <= 0) continue;
        all += weight;
        covered += weight * stated_.Coverage(BlockAt(i).text);
      }
    }
    trusted_ = all > 0 && covered >= 0.6 * all && static_cast<double>(stated_.chars()) >= 0.6 * covered;
    view_.Note("stated body: " + std::to_string(static_cast<int>(all > 0 ? 100 * covered / all : 0)) +
               " % of the reading is in it" + (trusted_ ? ", trusted" : ""));
  }

  // The stated body instead of the reading, when the page shows only the beginning of it.
  void PreferStated() {
    size_t kept = 0;
    double known = 0;
    for (const Line& line : out_.lines) {
      size_t chars = BlockAt(line.block).chars;
      kept += chars;
      known += static_cast<double>(chars) * stated_.Coverage(line.text);
    }
    if (stated_.chars() < 400 || stated_.chars() * 10 < kept * 14 || known < 0.6 * static_cast<double>(kept))
      return;
    view_.Note("body: as the page states it outside its visible text");
    std::vector<Line> lines;
    for (const Line& line : out_.lines) {  // the lead stays
      if (stated_.Coverage(line.text) >= 0.5) break;
      lines.push_back(line);
    }
    for (const std::string& paragraph : stated_.paragraphs())
      lines.push_back({paragraph, ParagraphKind::kBody, kNoBlock});
    out_.lines = std::move(lines);
  }

  // A name that takes away more text than it leaves is not the name of asides here.
  void RelaxAsides() {
    double kept = 0;
    std::unordered_map<std::string_view, double> taken;
    std::unordered_set<std::string> distinct;
    for (auto [first, last] : reading_.ranges) {
      for (uint32_t i = first; i < last; ++i) {
        Block block = BlockAt(i);
        NodeId aside = block.aside;
        block.aside = kNoNode;
        double weight = Weight(block);
        if (block.chars < 60 || weight <= 0 || !distinct.insert(block.text).second) continue;
        if (aside == kNoNode) {
          kept += weight;
        } else if ((view_.list.roles[aside] & (kCommentRole | kRelatedRole)) == 0) {
          taken[view_.tree.Get(aside, "class")] += weight;
        }
      }
    }
    for (const auto& [names, weight] : taken) {
      if (weight < 0.6 * kept || weight < 200) continue;
      relaxed_.insert(names);
      view_.Note("not an aside here: class=\"" + std::string(names) + "\"");
    }
  }

  bool IsAside(const Block& block) const {
    return block.aside != kNoNode && !relaxed_.contains(view_.tree.Get(block.aside, "class"));
  }

  // A standfirst between the headline and the body: named so, or the page's own description.
  void AddLead() {
    if (reading_.ranges.empty()) return;
    uint32_t start = reading_.ranges.front().first;
    uint32_t from = headline_.block != kNoBlock && headline_.block < start ? headline_.block + 1
                    : start > 12                                           ? start - 12
                                                                           : 0;
    std::vector<std::string> descriptions = {WordKey(view_.data.Meta("og:description")),
                                             WordKey(view_.data.Meta("description")),
                                             WordKey(view_.data.linked.description)};
    for (uint32_t i = from; i < start; ++i) {
      const Block& block = BlockAt(i);
      if (block.caption && block.aside == kNoNode && headline_.block != kNoBlock) AddCaption(block);
      if (block.caption || block.chars < 30 || block.link_density() > 0.5) continue;
      std::string key = WordKey(block.text);
      bool described =
          std::any_of(descriptions.begin(), descriptions.end(), [&](const std::string& description) {
            return description.size() > 30 &&
                   (key.starts_with(description.substr(0, 60)) || description.starts_with(key));
          });
      bool under = headline_.block != kNoBlock && i > headline_.block && block.aside == kNoNode;
      bool named = (block.roles & kLeadRole) != 0 && under;
      bool next_to_body = under && i + 1 == start && block.heading == 0 && block.chars >= 80 &&
                          block.link_chars == 0 && EndsSentence(block.text) && !IsLabel(view_, block);
      if ((described && headline_.block != kNoBlock) || named || next_to_body) {
        const std::vector<std::string> words = Words(block.text);
        if (key == title_key_ || seen_.contains(key) || view_.rules.Find(words) != nullptr ||
            view_.rules.NamesSite(words))
          continue;
        view_.Note("lead outside the body: " + block.text.substr(0, 60));
        Keep(i, key);
      }
    }
  }

  // Where readers talk: three or more short lines with a date ("Anna, 12 May 2019, 10:15"), text under each, after
  // the article's own text. The block of the first of them, or kNoBlock.
  uint32_t FindDiscussion() const {
    uint32_t first_date = kNoBlock;
    int dates = 0;
    bool text_since = false;
    double above = 0;
    for (auto [first, last] : reading_.ranges) {
      for (uint32_t i = first; i < last; ++i) {
        const Block& block = BlockAt(i);
        if (IsDateLine(view_, block) && above >= 300) {
          if (first_date == kNoBlock) first_date = i;
          dates += dates == 0 || text_since;
          text_since = false;
        } else if (Weight(block) > 0 || block.chars > 20) {
          text_since = true;
          if (first_date == kNoBlock) above += Weight(block);
        }
      }
    }
    if (dates < 3) return kNoBlock;
    view_.Note("readers' comments begin at: " + BlockAt(first_date).text);
    return first_date;
  }

  // Paragraphs outside the reading that the stated body has.
  void AddStated(uint32_t first, uint32_t last) {
    if (!trusted_) return;
    last = std::min(last, static_cast<uint32_t>(view_.list.blocks.size()));
    for (uint32_t i = first; i < last; ++i) {
      const Block& block = BlockAt(i);
      if (block.chars < 60 || block.caption || stated_.Coverage(block.text) < 0.9) continue;
      std::string key = WordKey(block.text);
      if (seen_.contains(key) || key == title_key_ || Repeats(block)) continue;
      view_.Note("outside the body, but stated: " + block.text.substr(0, 60));
      Keep(i, key);
    }
  }

  void Add(uint32_t i) {
    const Block& block = BlockAt(i);
    std::string key = WordKey(block.text);
    if (key.empty()) return;
    if (Repeats(block)) return view_.Cut("repeated", block.text);
    double stated = trusted_ ? stated_.Coverage(block.text) : 0.5;
    if (stated > 0.8 && block.chars > 40 && !seen_.contains(key) && key != title_key_) return Keep(i, key);
    if (IsAside(block))
      return view_.Cut("aside class=\"" + std::string(view_.tree.Get(block.aside, "class")) + "\"",
                       block.text);
    if (block.caption) return AddCaption(block);
    if (stated >= 0.5 && trusted_) begun_ = true;
    if (stated < 0.2 && block.heading == 0 && (begun_ || block.chars < 60))
      return view_.Cut("not in the stated body", block.text);
    if (key == title_key_) return view_.Cut("the title again", block.text);
    if (const PagePhrase* phrase = PhraseOf(view_, block)) {
      if (ApplyPhrase(*phrase, block, i)) return;
    }
    if (IsLinks(view_, block)) {
      if (block.chars >= 15) link_title_ = i;
      return view_.Cut("links", block.text);
    }
    if (IsLabel(view_, block)) return view_.Cut("label", block.text);
    if (out_.lines.empty() && block.chars < 40 && !EndsSentence(block.text))
      return view_.Cut("head", block.text);
    if (seen_.contains(key) && block.chars > 20) return view_.Cut("repeated", block.text);
    Keep(i, key);
  }

  // A long block that holds earlier lines again: a second copy of the article without its structure.
  bool Repeats(const Block& block) const {
    if (block.chars < 400) return false;
    size_t again = 0;
    for (const Line& line : out_.lines) {
      if (line.text.size() >= 60 && line.text.size() < block.text.size() &&
          block.text.find(line.text) != std::string::npos)
        again += line.text.size();
    }
    return again * 2 > block.text.size();
  }

  void Keep(uint32_t i, const std::string& key) {
    const Block& block = BlockAt(i);
    seen_.insert(key);
    ParagraphKind kind = block.heading > 0 ? ParagraphKind::kHeading
                         : block.list_item ? ParagraphKind::kListItem
                                           : ParagraphKind::kBody;
    bool teaser = link_title_ != kNoBlock && i > link_title_ && i - link_title_ <= 2 && block.chars < 250;
    teaser_.push_back(teaser);
    out_.lines.push_back({out_.lines.empty() ? WithoutDate(i) : block.text, kind, i});
  }

  // "12.05.2025In the morning …": an element that is named as a date begins the first line.
  std::string WithoutDate(uint32_t i) const {
    const Block& block = BlockAt(i);
    const NodeId end = view_.tree.node(block.node).end;
    for (NodeId n = block.node + 1; n < end && view_.list.First(n) <= i; ++n) {
      if (view_.list.First(n) != i || (view_.list.roles[n] & kDateRole) == 0) continue;
      const std::string date(CollapseSpace(view_.tree.TextOf(n, 100)));
      if (date.empty() || date.size() > 60 || !block.text.starts_with(date)) continue;
      if (FindDate(date, view_.rules))
        return std::string(Trim(std::string_view(block.text).substr(date.size())));
    }
    return block.text;
  }

  void AddCaption(const Block& block) {
    if (block.chars < 12 ||
        std::find(out_.captions.begin(), out_.captions.end(), block.text) != out_.captions.end())
      return;
    out_.captions.push_back(block.text);
  }

  // True when the line is done with.
  bool ApplyPhrase(const PagePhrase& phrase, const Block& block, uint32_t i) {
    std::string rule = "phrase \"" + phrase.text + "\"";
    switch (phrase.action) {
      case PhraseAction::kEnd:
        view_.Cut(rule + ", and all after it", block.text);
        ended_ = WeightAbove() >= kSomeText;
        return true;
      case PhraseAction::kCut:
        if (WeightAbove() < kSomeText || WeightBelow(i) > 0.2 * (WeightAbove() + WeightBelow(i))) {
          view_.Cut(rule, block.text);  // a list of links in the middle of the text
          return true;
        }
        view_.Cut(rule + ", and all after it", block.text);
        ended_ = true;
        return true;
      case PhraseAction::kByline:
        if (out_.byline.empty()) out_.byline = AfterPhrase(phrase, block.text);
        break;
      case PhraseAction::kSource:
        if (out_.source_url.empty()) out_.source_url = UrlIn(block);
        break;
      case PhraseAction::kCaption:
        AddCaption(block);
        break;
      case PhraseAction::kDrop:
      case PhraseAction::kPublished:
      case PhraseAction::kUpdated:
      case PhraseAction::kPromo:
      case PhraseAction::kSite:
        break;
    }
    view_.Cut(rule, block.text);
    return true;
  }

  // "Tác giả: …", "Source: https://…" between headline and body, or shortly after it.
  void ReadSurroundings() {
    if (reading_.ranges.empty()) return;
    uint32_t start = reading_.ranges.front().first;
    uint32_t end = reading_.ranges.back().second;
    uint32_t from = headline_.block != kNoBlock && headline_.block < start ? headline_.block + 1 : start;
    auto read = [&](uint32_t i) {
      const Block& block = BlockAt(i);
      if (block.roles & (kCommentRole | kRelatedRole)) return;
      const PagePhrase* phrase = PhraseOf(view_, block);
      if (phrase == nullptr) return;
      if (phrase->action == PhraseAction::kByline && out_.byline.empty())
        out_.byline = AfterPhrase(*phrase, block.text);
      if (phrase->action == PhraseAction::kSource && out_.source_url.empty()) out_.source_url = UrlIn(block);
    };
    for (uint32_t i = from; i < start; ++i) read(i);
    for (uint32_t i = end; out_.byline.empty() && i < view_.list.blocks.size() && i < end + 2; ++i) {
      if (IsSignature(BlockAt(i)) && PhraseOf(view_, BlockAt(i)) == nullptr) out_.byline = BlockAt(i).text;
    }
    for (uint32_t i = end; i < view_.list.blocks.size() && i < end + 8; ++i) read(i);
  }

  double WeightAbove() const {
    double weight = 0;
    for (const Line& line : out_.lines) weight += Weight(BlockAt(line.block));
    return weight;
  }

  // Running text after block i; what stands under a linked title is a teaser and does not count.
  double WeightBelow(uint32_t i) const {
    double weight = 0;
    for (auto [first, last] : reading_.ranges) {
      for (uint32_t k = std::max(first, i + 1); k < last; ++k) {
        const Block& above = BlockAt(k - 1);
        bool teaser = above.chars >= 15 && above.link_density() > 0.8;
        if (!teaser) weight += Weight(BlockAt(k));
      }
    }
    return weight;
  }

  // Under the last sentence stand headings without text and short remarks.
  void TrimTail() {
    DropPromos();
    DropTeasers();
    while (!out_.lines.empty()) {
      const Line& last = out_.lines.back();
      const Block& block = BlockAt(last.block);
      bool dangling = last.kind == ParagraphKind::kHeading;
      bool remark = !dangling && !block.list_item && block.chars < 40 && !EndsSentence(last.text) &&
                    out_.lines.size() > 2;
      if (!dangling && !remark) break;
      if (remark && out_.byline.empty() && LooksLikeName(last.text)) out_.byline = last.text;
      view_.Cut("tail", last.text);
      out_.lines.pop_back();
    }
  }

  // "Sign up for our newsletter": only near the edges of the text, where it is not what the article is about.
  void DropPromos() {
    constexpr size_t kEdge = 8;  // lines
    for (size_t i = out_.lines.size(); i-- > 0;) {
      const Line& line = out_.lines[i];
      bool edge = i < kEdge || i + kEdge >= out_.lines.size();
      if (!edge || line.text.size() > 400 || out_.lines.size() < 3) continue;
      const PagePhrase* promo = view_.rules.FindPromo(WordKey(line.text));
      if (promo == nullptr || (trusted_ && stated_.Coverage(line.text) > 0.8)) continue;
      view_.Cut("promo \"" + promo->text + "\"", line.text);
      out_.lines.erase(out_.lines.begin() + static_cast<std::ptrdiff_t>(i));
      teaser_.erase(teaser_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  // Two or more last lines that each stand under a linked title: teasers of other articles.
  void DropTeasers() {
    size_t count = 0;
    while (count < out_.lines.size() && teaser_[out_.lines.size() - 1 - count]) ++count;
    if (count < 2 || count * 2 > out_.lines.size()) return;
    for (size_t i = 0; i < count; ++i) {
      view_.Cut("teaser", out_.lines.back().text);
      out_.lines.pop_back();
    }
  }

  const PageView& view_;
  const Reading& reading_;
  const Headline& headline_;
  const StatedBody& stated_;
  std::string title_key_;
  std::unordered_set<std::string_view> relaxed_;  // classes whose elements are not asides here
  std::vector<bool> teaser_;                      // per line: stands under a linked title
  uint32_t link_title_ = kNoBlock;                // the last block that was all links, or a teaser under it
  bool begun_ = false;                            // a line of the stated body was met
  bool trusted_ = false;                          // the stated body is this article's text
  std::unordered_set<std::string> seen_;
  Composed out_;
  bool ended_ = false;
  uint32_t discussion_ = kNoBlock;
};

}  // namespace

Composed ComposeText(const PageView& view, const Reading& reading, const Headline& headline,
                     const StatedBody& stated) {
  return Composer(view, reading, headline, stated).Run();
}

}  // namespace acta
