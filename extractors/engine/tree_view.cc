#include "extractors/engine/tree_view.h"

#include <algorithm>
#include <span>

#include "extractors/engine/nominative.h"

namespace acta {
namespace {

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
  uint32_t id = pack_.names.Find(name);
  return id == Names::kNone ? std::nullopt : FindId(at, id);
}

std::optional<Found> TreeView::Own(uint32_t at, std::string_view name) const {
  uint32_t id = pack_.names.Find(name);
  return id == Names::kNone ? std::nullopt : OwnId(at, id);
}

std::optional<Found> TreeView::FindId(uint32_t at, uint32_t name) const {
  if (auto own = OwnId(at, name)) return own;
  const Unit& u = unit(at);
  if (u.source != Unit::Source::kRule) return std::nullopt;
  for (uint32_t c = 0; c < u.child_count; ++c) {
    if (auto found = FindId(tree_.children[u.first_child + c], name)) return found;
  }
  return std::nullopt;
}

std::optional<Found> TreeView::OwnId(uint32_t at, uint32_t name) const {
  const Unit& u = unit(at);
  auto among = [&](std::span<const Attribute> attributes) -> std::optional<Found> {
    for (const Attribute& attribute : attributes) {
      if (attribute.name == name) return Found{attribute.value, u.span};
    }
    return std::nullopt;
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
          for (const Attribute& attribute :
               pack_.lexicon.reading(static_cast<uint32_t>(group.reading)).attributes) {
            if (attribute.name == name) return Found{attribute.value, group.span};
          }
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

std::vector<uint32_t> TreeView::Captured(uint32_t at, std::string_view name) const {
  std::vector<uint32_t> out;
  const Unit& u = unit(at);
  uint32_t id = pack_.names.Find(name);
  if (u.source != Unit::Source::kRule || id == Names::kNone) return out;
  for (uint32_t c = 0; c < u.capture_count; ++c) {
    const Capture& capture = tree_.captures[u.first_capture + c];
    if (capture.name != id) continue;
    for (uint32_t i = capture.first; i < capture.last; ++i) out.push_back(tree_.children[u.first_child + i]);
  }
  return out;
}

std::optional<Span> TreeView::CapturedSpan(uint32_t at, std::string_view name) const {
  auto units = Captured(at, name);
  std::optional<Span> span;
  for (uint32_t i : units) {
    Span part = unit(i).span;
    if (part.empty()) continue;
    span = span ? Span{std::min(span->begin, part.begin), std::max(span->end, part.end)} : part;
  }
  return span;
}

std::vector<uint32_t> TreeView::Inside(uint32_t at, std::initializer_list<std::string_view> kinds) const {
  std::vector<uint32_t> ids, out;
  for (std::string_view kind : kinds) {
    if (uint32_t id = pack_.kinds.Find(kind); id != Names::kNone) ids.push_back(id);
  }
  Collect(at, ids, out);
  return out;
}

void TreeView::Collect(uint32_t at, const std::vector<uint32_t>& kinds, std::vector<uint32_t>& out) const {
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
