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

// The words of a name, as the lexicon sees them.
struct Words {
  std::vector<Token> tokens;
  std::vector<uint32_t> ids;
  std::vector<TokenClass> classes;
};

Words WordsOf(const Pack& pack, std::string_view name) {
  Words words;
  Annotator::Tokenize(name, 0, words.tokens);
  for (const Token& token : words.tokens) {
    words.ids.push_back(pack.lexicon.words().Find(pack.folder->Fold(token.span().In(name))));
    words.classes.push_back(token.token_class);
  }
  return words;
}

// The reading of a kind of the phrase that the first `count` words are; nullptr when they are none.
const LexiconReading* ReadingOf(const Pack& pack, const Words& words, size_t count, uint32_t kind) {
  if (count == 0 || words.ids[0] == 0) return nullptr;
  Lexicon::Hit hit = pack.lexicon.Find(words.ids.data(), words.classes.data(), 0, count);
  if (hit.tokens != count) return nullptr;
  for (uint32_t id : pack.lexicon.phrases()[hit.phrase].readings) {
    if (pack.lexicon.reading(id).kind == kind) return &pack.lexicon.reading(id);
  }
  return nullptr;
}

// The head of a whole name: “Bộ” of “Bộ Công an”, with the links behind it (“Ministry of”).
std::string HeadOf(const Pack& pack, const std::string& name) {
  const Words words = WordsOf(pack, name);
  if (words.tokens.size() < 2) return name;
  const uint32_t head = pack.Kind("body_head"), link = pack.Kind("link");
  size_t count = words.tokens.size() - 1;
  while (count > 1 && !ReadingOf(pack, words, count, head)) --count;
  while (count + 1 < words.tokens.size() && words.ids[count] != 0) {
    Lexicon::Hit hit = pack.lexicon.Find(words.ids.data(), words.classes.data(), count, count + 1);
    bool links =
        hit.tokens == 1 && std::any_of(pack.lexicon.phrases()[hit.phrase].readings.begin(),
                                       pack.lexicon.phrases()[hit.phrase].readings.end(),
                                       [&](uint32_t id) { return pack.lexicon.reading(id).kind == link; });
    if (!links) break;
    ++count;
  }
  return name.substr(0, words.tokens[count - 1].end);
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
  if (share.whole) {
    parts.push_back({head_text, head_span, head_span, {}});
    head_text = HeadOf(view.pack(), head_text);
  }
  for (size_t i = 0; i < items.size(); ++i) {
    std::string item = OneLine(view.Printed(items[i]));
    NamedPart part{
        before ? head_text + " " + item : item + " " + head_text, items[i], items[i], {}, share.places};
    if (before && i == 0 && !share.whole) part.span.begin = head_span.begin;
    if (!before && i + 1 == items.size()) part.span.end = head_span.end;
    parts.push_back(std::move(part));
  }
  return parts;
}

// Gives each part the places that are captured inside it; those outside of all parts are everybody's.
void AddPlaces(const TreeView& view, uint32_t unit, std::vector<NamedPart>& parts) {
  for (uint32_t place : view.Captured(unit, "place")) {
    const Span span = view.unit(place).span;
    auto own = std::find_if(parts.begin(), parts.end(),
                            [&](const NamedPart& one) { return one.span.Contains(span); });
    if (own != parts.end()) {
      own->place.push_back(place);
    } else {
      for (NamedPart& part : parts) part.place.push_back(place);
    }
  }
}

}  // namespace

bool IsShared(const TreeView& view, uint32_t unit) { return SharedIn(view, unit).has_value(); }

std::vector<NamedPart> PartsOf(const TreeView& view, uint32_t unit) {
  std::vector<NamedPart> parts;
  Span whole = view.unit(unit).span;
  auto inner = SharedIn(view, unit);
  if (inner) parts = Split(view, *inner, *ShareOf(view, *inner));
  if (parts.empty()) return {{view.Nominative(unit), whole, whole, view.Captured(unit, "place")}};
  AddPlaces(view, *inner, parts);
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
  const Words words = WordsOf(pack, name);
  return ReadingOf(pack, words, words.tokens.size(), pack.Kind("body"));
}

}  // namespace acta
