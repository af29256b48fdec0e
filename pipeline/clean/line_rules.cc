#include "pipeline/clean/line_rules.h"

#include "pipeline/clean/byline.h"
#include "pipeline/clean/strings.h"

namespace acta {
namespace {

// An item of a list that is links for the greater part.
bool ListOfLinks(const PageView& view, const Block& block) {
  for (NodeId n = block.node; n != kNoNode && n != 0; n = view.tree.node(n).parent) {
    Tag tag = view.tree.node(n).tag;
    if (tag == Tag::kUl || tag == Tag::kOl) return view.list.link_chars[n] * 2 > view.list.chars[n];
  }
  return false;
}

// Inside a small element that is named as a byline or a date.
bool NamedLabel(const PageView& view, const Block& block) {
  if ((block.roles & (kBylineRole | kDateRole)) == 0) return false;
  NodeId n = block.node;
  for (int i = 0; i < 5 && n != kNoNode && view.list.chars[n] < 200; ++i, n = view.tree.node(n).parent) {
    if (view.list.roles[n] & (kBylineRole | kDateRole)) return true;
    for (NodeId inner = n + 1; i == 0 && inner < view.tree.node(n).end; ++inner) {
      if (view.list.roles[inner] & (kBylineRole | kDateRole)) return true;
    }
  }
  return false;
}

std::string AfterColon(std::string_view text) {
  size_t colon = text.find(':');
  return colon == text.npos ? "" : std::string(Trim(text.substr(colon + 1)));
}

}  // namespace

bool EndsSentence(std::string_view text) {
  for (std::string_view end : {"…", "”", "»", "。", "’"}) {
    if (text.ends_with(end)) return true;
  }
  return !text.empty() && std::string_view(".!?:;\")'").find(text.back()) != std::string_view::npos;
}

const PagePhrase* PhraseOf(const PageView& view, const Block& block) {
  if (block.chars > 300) return nullptr;
  const PagePhrase* phrase = view.rules.Find(Words(block.text));
  if (phrase == nullptr || phrase->whole_line) return phrase;
  bool colon = phrase->text.ends_with(':') || phrase->action == PhraseAction::kByline ||
               phrase->action == PhraseAction::kSource || phrase->action == PhraseAction::kPublished ||
               phrase->action == PhraseAction::kUpdated;
  bool names = phrase->action == PhraseAction::kByline && CountWords(phrase->text) >= 2 && block.chars < 60;
  if (colon && !names && block.text.find(':') > phrase->text.size() + 2) return nullptr;
  if ((phrase->action == PhraseAction::kCut || phrase->action == PhraseAction::kEnd) && block.chars > 60 &&
      block.heading == 0)
    return nullptr;
  if (!colon && block.chars > 160) return nullptr;
  if (phrase->action == PhraseAction::kDrop && block.chars > 80 && block.link_density() < 0.3 &&
      CountWords(phrase->text) < 3)
    return nullptr;
  return phrase;
}

std::string AfterPhrase(const PagePhrase& phrase, std::string_view text) {
  if (std::string value = AfterColon(text); !value.empty()) return value;
  size_t words = CountWords(phrase.text);
  size_t at = 0;
  for (size_t i = 0; i < words && at != text.npos; ++i) at = text.find(' ', at == 0 ? 0 : at + 1);
  return at == text.npos ? "" : std::string(Trim(text.substr(at)));
}

std::string UrlIn(const Block& block) {
  size_t at = block.text.find("http");
  if (at == std::string::npos) return "";
  return block.text.substr(at, block.text.find_first_of(" )\"'", at) - at);
}

bool IsLinks(const PageView& view, const Block& block) {
  double links = block.link_density();
  bool sentence = block.chars >= 100 && EndsSentence(block.text);
  if (block.list_item && sentence) return links > 0.9;
  if (block.list_item) return links > 0.6 || (links > 0.1 && ListOfLinks(view, block));
  if (block.heading > 0) return links > 0.9;
  return links > 0.8 || (links > 0.5 && block.chars < 80);
}

bool IsLabel(const PageView& view, const Block& block) {
  if (block.chars <= 2) return true;
  if (block.chars < 100 && block.heading == 0 && !EndsSentence(block.text) && NamedLabel(view, block))
    return true;
  if (block.chars > 60) return false;
  std::optional<Stamp> stamp = FindDate(block.text, view.rules);
  return stamp && stamp->end - stamp->begin + 16 >= block.text.size();
}

bool IsDateLine(const PageView& view, const Block& block) {
  if (block.chars > 80 || block.heading > 0) return false;
  std::optional<Stamp> stamp = FindDate(block.text, view.rules);
  return stamp && (stamp->end - stamp->begin) * 3 >= block.text.size();
}

bool IsSignature(const Block& block) {
  bool apart =
      block.right || block.bold_chars * 5 >= block.chars * 4 || block.italic_chars * 5 >= block.chars * 4;
  return apart && block.chars < 50 && block.link_chars == 0 && block.heading == 0 &&
         LooksLikeName(block.text);
}

}  // namespace acta
