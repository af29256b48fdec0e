#include "pipeline/clean/compose.h"

#include <algorithm>
#include <unordered_set>

#include "pipeline/clean/printed_date.h"
#include "pipeline/clean/strings.h"

namespace acta {
namespace {

bool EndsSentence(std::string_view text) {
  for (std::string_view end : {"…", "”", "»", "。", "’"}) {
    if (text.ends_with(end)) return true;
  }
  return !text.empty() && std::string_view(".!?:;\")'").find(text.back()) != std::string_view::npos;
}

class Composer {
 public:
  Composer(const PageView& view, const Reading& reading, const Headline& headline)
      : view_(view), reading_(reading), headline_(headline), title_key_(WordKey(headline.text)) {}

  Composed Run() {
    AddLead();
    for (auto [first, last] : reading_.ranges) {
      for (uint32_t i = first; i < last && !ended_; ++i) Add(i);
    }
    TrimTail();
    return std::move(out_);
  }

 private:
  const Block& BlockAt(uint32_t i) const { return view_.list.blocks[i]; }

  // A standfirst between the headline and the body: named so, or the page's own description.
  void AddLead() {
    if (reading_.ranges.empty()) return;
    uint32_t start = reading_.ranges.front().first;
    uint32_t from = headline_.block != kNoBlock && headline_.block < start ? headline_.block + 1 : start > 12 ? start - 12 : 0;
    std::string description = WordKey(view_.data.Meta({"og:description", "description", "twitter:description"}));
    for (uint32_t i = from; i < start; ++i) {
      const Block& block = BlockAt(i);
      if (block.caption || block.chars < 30 || block.link_density() > 0.5) continue;
      std::string key = WordKey(block.text);
      bool described = description.size() > 30 && (key.starts_with(description.substr(0, std::min<size_t>(60, description.size()))) || description.starts_with(key));
      bool named = (block.roles & kLeadRole) != 0 && block.aside == kNoNode && headline_.block != kNoBlock && i > headline_.block;
      if ((described && headline_.block != kNoBlock) || named) {
        if (key == title_key_ || view_.rules.Find(Words(block.text)) != nullptr) continue;
        view_.Note("lead outside the body: " + block.text.substr(0, 60));
        Keep(i, key);
      }
    }
  }

  void Add(uint32_t i) {
    const Block& block = BlockAt(i);
    if (block.aside != kNoNode) return view_.Cut("aside", block.text);
    if (block.caption) return AddCaption(block);
    std::string key = WordKey(block.text);
    if (key.empty()) return;
    if (key == title_key_) return view_.Cut("the title again", block.text);
    if (const Phrase* phrase = PhraseOf(block)) {
      if (ApplyPhrase(*phrase, block)) return;
    }
    if (IsLinks(block)) return view_.Cut("links", block.text);
    if (IsLabel(block)) return view_.Cut("label", block.text);
    if (seen_.contains(key) && block.chars > 20) return view_.Cut("repeated", block.text);
    Keep(i, key);
  }

  void Keep(uint32_t i, const std::string& key) {
    const Block& block = BlockAt(i);
    seen_.insert(key);
    ParagraphKind kind = block.heading > 0 ? ParagraphKind::kHeading : block.list_item ? ParagraphKind::kListItem : ParagraphKind::kBody;
    out_.lines.push_back({block.text, kind, i});
  }

  void AddCaption(const Block& block) {
    if (block.chars < 12 || std::find(out_.captions.begin(), out_.captions.end(), block.text) != out_.captions.end()) return;
    out_.captions.push_back(block.text);
  }

  const Phrase* PhraseOf(const Block& block) const {
    if (block.chars > 300) return nullptr;
    const Phrase* phrase = view_.rules.Find(Words(block.text));
    if (phrase == nullptr || phrase->whole_line) return phrase;
    bool colon = phrase->text.ends_with(':') || phrase->action == PhraseAction::kByline ||
                 phrase->action == PhraseAction::kSource || phrase->action == PhraseAction::kPublished || phrase->action == PhraseAction::kUpdated;
    if (colon && block.text.find(':') > phrase->text.size() + 2) return nullptr;
    if (phrase->action == PhraseAction::kCut && block.chars > 60 && block.heading == 0) return nullptr;
    if (!colon && block.chars > 160) return nullptr;
    return phrase;
  }

  // True when the line is done with.
  bool ApplyPhrase(const Phrase& phrase, const Block& block) {
    std::string rule = "phrase \"" + phrase.text + "\"";
    switch (phrase.action) {
      case PhraseAction::kCut:
        if (WeightAbove() < 200) {
          view_.Cut(rule, block.text);
          return true;
        }
        view_.Cut(rule + ", and all after it", block.text);
        ended_ = true;
        return true;
      case PhraseAction::kByline:
        if (out_.byline.empty()) out_.byline = AfterColon(block.text);
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
        break;
    }
    view_.Cut(rule, block.text);
    return true;
  }

  double WeightAbove() const {
    double weight = 0;
    for (const Line& line : out_.lines) weight += Weight(BlockAt(line.block));
    return weight;
  }

  static std::string AfterColon(std::string_view text) {
    size_t colon = text.find(':');
    return colon == text.npos ? "" : std::string(Trim(text.substr(colon + 1)));
  }

  static std::string UrlIn(const Block& block) {
    size_t at = block.text.find("http");
    if (at == std::string::npos) return "";
    return block.text.substr(at, block.text.find_first_of(" )\"'", at) - at);
  }

  bool IsLinks(const Block& block) const {
    double links = block.link_density();
    if (block.list_item) return links > 0.6;
    if (block.heading > 0) return links > 0.9;
    return links > 0.8 || (links > 0.5 && block.chars < 80);
  }

  // A line of numbers, or a lone date.
  bool IsLabel(const Block& block) const {
    if (block.chars <= 2) return true;
    if (block.chars > 60 || EndsSentence(block.text)) return false;
    if (std::optional<Stamp> stamp = FindDate(block.text, view_.rules)) return stamp->end - stamp->begin + 16 >= block.text.size();
    return false;
  }

  // Under the last sentence stand headings without text and short remarks.
  void TrimTail() {
    while (!out_.lines.empty()) {
      const Line& last = out_.lines.back();
      const Block& block = BlockAt(last.block);
      bool dangling = last.kind == ParagraphKind::kHeading;
      bool remark = !dangling && !block.list_item && block.chars < 40 && !EndsSentence(last.text) && out_.lines.size() > 2;
      if (!dangling && !remark) break;
      if (remark && out_.byline.empty() && LooksLikeName(last.text)) out_.byline = last.text;
      view_.Cut("tail", last.text);
      out_.lines.pop_back();
    }
  }

  static bool LooksLikeName(std::string_view text) {
    size_t words = CountWords(text);
    if (words < 2 || words > 5 || text.find_first_of("0123456789:/@|") != text.npos) return false;
    return FoldCase(text.substr(0, 4)) != text.substr(0, 4);
  }

  const PageView& view_;
  const Reading& reading_;
  const Headline& headline_;
  std::string title_key_;
  std::unordered_set<std::string> seen_;
  Composed out_;
  bool ended_ = false;
};

}  // namespace

Composed ComposeText(const PageView& view, const Reading& reading, const Headline& headline) {
  return Composer(view, reading, headline).Run();
}

}  // namespace acta
