#include "extractors/engine/tree_view.h"

#include <algorithm>
#include <cassert>
#include <span>

#include "extractors/engine/nominative.h"

namespace acta {
namespace {

constexpr size_t kMostKinds = 8;  // that are asked for at once

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::string OneLine(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("\xC2\xA0")) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      ++i;
    } else if (IsBlank(text[i])) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += text[i];
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string_view TreeView::KindOf(uint32_t at) const {
  const Unit& u = unit(at);
  if (u.source == Unit::Source::kRule) return pack_.kinds[pack_.rules[u.index].kind];
  if (u.source == Unit::Source::kText) return pack_.kinds[pack_.text_patterns[u.index].kind];
  return {};
}

bool TreeView::HasKind(uint32_t at, std::string_view kind) const {
  uint32_t id = pack_.kinds.Find(kind);
  return id != Names::kNone && pack_.alphabet.Has(unit(at).symbol, id);
}

std::optional<Found> TreeView::Find(uint32_t at, std::string_view name) const {
  if (unit(at).says == 0) return std::nullopt;
  uint32_t id = pack_.names.Find(name);
  return id == Names::kNone ? std::nullopt : FindId(at, id);
}

std::optional<Found> TreeView::Own(uint32_t at, std::string_view name) const {
  if (unit(at).says == 0) return std::nullopt;
  uint32_t id = pack_.names.Find(name);
  return id == Names::kNone ? std::nullopt : OwnId(at, id);
}

std::optional<Found> TreeView::FindId(uint32_t at, uint32_t name) const {
  const Unit& u = unit(at);
  if ((u.says & AttributeBit(name)) == 0) return std::nullopt;
  if (auto own = OwnId(at, name)) return own;
  if (u.source != Unit::Source::kRule) return std::nullopt;
  for (uint32_t c = 0; c < u.child_count; ++c) {
    if (auto found = FindId(tree_.children[u.first_child + c], name)) return found;
  }
  return std::nullopt;
}

std::optional<Found> TreeView::OwnId(uint32_t at, uint32_t name) const {
  const Unit& u = unit(at);
  if ((u.says & AttributeBit(name)) == 0) return std::nullopt;
  auto among = [&](std::span<const Attribute> attributes) -> std::optional<Found> {
    const auto value = AttributeOf(attributes, name);
    return value ? std::optional<Found>({*value, u.span}) : std::nullopt;
  };
  switch (u.source) {
    case Unit::Source::kPhrase:
      for (uint32_t reading : pack_.lexicon.phrases()[u.index].readings) {
        if (auto found = among(pack_.lexicon.reading(reading).attributes)) return found;
      }
      return std::nullopt;
    case Unit::Source::kText:
      for (uint32_t g = 0; g < u.capture_count; ++g) {
        const TextGroup& group = tree_.groups[u.first_capture + g];
        if (group.reading >= 0) {
          const LexiconReading& reading = pack_.lexicon.reading(static_cast<uint32_t>(group.reading));
          if (auto value = AttributeOf(reading.attributes, name)) return Found{*value, group.span};
        }
        if (group.name == name) return Found{Printed(group.span), group.span};
      }
      return among(pack_.text_patterns[u.index].attributes);
    case Unit::Source::kRule: {
      if (auto constant = among(pack_.rules[u.index].attributes)) return constant;
      for (uint32_t c = 0; c < u.capture_count; ++c) {
        const Capture& capture = tree_.captures[u.first_capture + c];
        if (capture.name != name) continue;
        for (uint32_t i = capture.first; i < capture.last; ++i) {
          if (auto found = FindId(tree_.children[u.first_child + i], name)) return found;
        }
        Span span{unit(tree_.children[u.first_child + capture.first]).span.begin,
                  unit(tree_.children[u.first_child + capture.last - 1]).span.end};
        return Found{Printed(span), span};
      }
      return std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

template <class Visit>
void TreeView::ForEachCaptured(uint32_t at, uint32_t name, Visit&& visit) const {
  const Unit& u = unit(at);
  if (u.source != Unit::Source::kRule) return;
  for (uint32_t c = 0; c < u.capture_count; ++c) {
    const Capture& capture = tree_.captures[u.first_capture + c];
    if (capture.name != name) continue;
    for (uint32_t i = capture.first; i < capture.last; ++i) visit(tree_.children[u.first_child + i]);
  }
}

std::vector<uint32_t> TreeView::Captured(uint32_t at, uint32_t name) const {
  std::vector<uint32_t> out;
  ForEachCaptured(at, name, [&](uint32_t i) { out.push_back(i); });
  return out;
}

std::optional<Span> TreeView::CapturedSpan(uint32_t at, std::string_view name) const {
  std::optional<Span> span;
  ForEachCaptured(at, pack_.names.Find(name), [&](uint32_t i) {
    Span part = unit(i).span;
    if (part.empty()) return;
    span = span ? Span{std::min(span->begin, part.begin), std::max(span->end, part.end)} : part;
  });
  return span;
}

std::vector<uint32_t> TreeView::Inside(uint32_t at, std::initializer_list<std::string_view> kinds) const {
  assert(kinds.size() <= kMostKinds);
  uint32_t ids[kMostKinds];
  size_t count = 0;
  for (std::string_view kind : kinds) {
    if (uint32_t id = pack_.kinds.Find(kind); id != Names::kNone) ids[count++] = id;
  }
  std::vector<uint32_t> out;
  Collect(at, {ids, count}, out);
  return out;
}

void TreeView::Collect(uint32_t at, std::span<const uint32_t> kinds, std::vector<uint32_t>& out) const {
  const Unit& u = unit(at);
  for (uint32_t kind : kinds) {
    if (pack_.alphabet.Has(u.symbol, kind)) {
      out.push_back(at);
      return;
    }
  }
  if (u.source != Unit::Source::kRule) return;
  for (uint32_t c = 0; c < u.child_count; ++c) Collect(tree_.children[u.first_child + c], kinds, out);
}

std::string TreeView::Nominative(uint32_t at) const { return DictionaryForm(*this, {at}); }

std::string TreeView::Nominative(const std::vector<uint32_t>& units) const {
  return DictionaryForm(*this, units);
}

}  // namespace acta
