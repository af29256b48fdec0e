#include "extractors/engine/shared_head.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "extractors/engine/utf.h"

namespace acta {
namespace {

const SharedHead* ShareOf(const TreeView& view, uint32_t at) {
  const Unit& unit = view.unit(at);
  if (unit.source != Unit::Source::kRule) return nullptr;
  const auto& share = view.pack().rules[unit.index].share;
  return share ? &*share : nullptr;
}

// The unit with a shared head at or below `at`; of several the first. Units that are nobody's part: none.
std::optional<uint32_t> SharedIn(const TreeView& view, uint32_t at) {
  if (ShareOf(view, at)) return at;
  const Unit& unit = view.unit(at);
  if (unit.source != Unit::Source::kRule) return std::nullopt;
  for (uint32_t c = 0; c < unit.child_count; ++c) {
    if (auto found = SharedIn(view, view.tree().children[unit.first_child + c])) return found;
  }
  return std::nullopt;
}

// `word` with a capital when `printed` has one.
std::string LikePrinted(std::string_view printed, std::string_view word) {
  std::u32string letters = ToUtf32(word), model = ToUtf32(printed);
  if (letters.empty() || model.empty() || !u_isupper(static_cast<UChar32>(model[0])))
    return std::string(word);
  std::string out;
  letters[0] = static_cast<char32_t>(u_toupper(static_cast<UChar32>(letters[0])));
  for (char32_t c : letters) AppendUtf8(c, out);
  return out;
}

// The text from `first` up to byte `end`, its first unit as one of several.
std::string Singular(const TreeView& view, uint32_t first, uint32_t end) {
  Span span = view.unit(first).span;
  auto singular = view.Find(first, "singular");
  std::string head = singular ? LikePrinted(view.Printed(span), singular->text) : view.Nominative(first);
  uint32_t rest = singular ? singular->span.end : span.end;
  return rest < end ? head + std::string(view.Printed({rest, end})) : head;
}

// The items of a list, by the units between the separators.
std::vector<Span> ItemsOf(const TreeView& view, const std::vector<uint32_t>& units) {
  std::vector<Span> items;
  bool open = false;
  for (uint32_t unit : units) {
    Span span = view.unit(unit).span;
    if (view.HasKind(unit, "sep") || view.HasKind(unit, "and") || view.Printed(span) == ",") {
      open = false;
    } else if (open) {
      items.back().end = span.end;
    } else {
      items.push_back(span);
      open = true;
    }
  }
  return items;
}

std::vector<NamedPart> Split(const TreeView& view, uint32_t unit, const SharedHead& share) {
  const Names& names = view.pack().names;
  auto head = view.Captured(unit, names[share.head]);
  auto items = ItemsOf(view, view.Captured(unit, names[share.items]));
  std::vector<NamedPart> parts;
  if (head.empty() || items.empty()) return parts;
  Span head_span{view.unit(head.front()).span.begin, view.unit(head.back()).span.end};
  bool before = head_span.begin < items.front().begin;
  std::string head_text = OneLine(Singular(view, head.front(), head_span.end));
  for (size_t i = 0; i < items.size(); ++i) {
    std::string item = OneLine(view.Printed(items[i]));
    NamedPart part{before ? head_text + " " + item : item + " " + head_text, items[i]};
    if (before && i == 0) part.span.begin = head_span.begin;
    if (!before && i + 1 == items.size()) part.span.end = head_span.end;
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace

bool IsShared(const TreeView& view, uint32_t unit) { return SharedIn(view, unit).has_value(); }

std::vector<NamedPart> PartsOf(const TreeView& view, uint32_t unit) {
  std::vector<NamedPart> parts;
  Span whole = view.unit(unit).span;
  auto inner = SharedIn(view, unit);
  if (inner) parts = Split(view, *inner, *ShareOf(view, *inner));
  if (parts.empty()) return {{view.Nominative(unit), whole}};
  if (*inner == unit) return parts;
  Span within = view.unit(*inner).span;
  uint32_t first = view.tree().children[view.unit(unit).first_child];
  std::string before = whole.begin < within.begin ? Singular(view, first, within.begin) : "";
  std::string_view after = view.Printed({within.end, whole.end});
  for (NamedPart& part : parts) part.name = OneLine(before + part.name + std::string(after));
  parts.front().span.begin = whole.begin;
  parts.back().span.end = whole.end;
  return parts;
}

const LexiconReading* ListedBody(const Pack& pack, std::string_view name) {
  std::vector<Token> tokens;
  Annotator::Tokenize(name, 0, tokens);
  std::vector<uint32_t> words;
  std::vector<TokenClass> classes;
  for (const Token& token : tokens) {
    words.push_back(pack.lexicon.words().Find(pack.folder->Fold(token.span().In(name))));
    classes.push_back(token.token_class);
  }
  if (words.empty() || words[0] == 0) return nullptr;
  Lexicon::Hit hit = pack.lexicon.Find(words.data(), classes.data(), 0, words.size());
  if (hit.tokens != words.size()) return nullptr;
  uint32_t body = pack.Kind("body");
  for (uint32_t id : pack.lexicon.phrases()[hit.phrase].readings) {
    if (pack.lexicon.reading(id).kind == body) return &pack.lexicon.reading(id);
  }
  return nullptr;
}

}  // namespace acta
