#include "extractors/engine/quotations.h"

#include <algorithm>

#include "extractors/engine/quoted_speech.h"

namespace acta {
namespace {

constexpr uint32_t kNear = 12;             // bytes between the mark and who said it
constexpr std::ptrdiff_t kMostBlanks = 4;  // blanks between them, with those of dashes
constexpr uint32_t kLongest = 4096;        // bytes of a quotation that are looked through

}  // namespace

std::optional<uint32_t> Quotations::EndOf(Span paragraph, uint32_t byte) const {
  const std::string_view text = view_.Printed(paragraph);
  const size_t here = byte - paragraph.begin;
  QuotationDepth open;
  for (size_t i = here > kLongest ? here - kLongest : 0; i < std::min(text.size(), here + kLongest); ++i) {
    if (i == here + 1 && open.depth() == 0) return std::nullopt;  // a mark that it begins with is its own
    const QuotationMark* mark = QuotationMarkAt(text, i);
    if (!mark) continue;
    open.Pass(*mark);
    if (i > here && open.depth() == 0) return paragraph.begin + static_cast<uint32_t>(i);
  }
  return std::nullopt;
}

Span Quotations::ParagraphOf(uint32_t sentence) const {
  return view_.article().paragraphs[view_.tree().sentences[sentence].paragraph].span;
}

std::optional<uint32_t> Quotations::NamedBehind(uint32_t sentence, uint32_t byte,
                                                const std::vector<FactUnit>& units) const {
  const Span paragraph = ParagraphOf(sentence);
  const auto end = EndOf(paragraph, byte);
  if (!end) return std::nullopt;
  auto first = std::partition_point(units.begin(), units.end(),
                                    [&](const FactUnit& one) { return one.sentence < sentence; });
  for (auto it = first; it != units.end(); ++it) {
    const uint32_t begin = view_.unit(it->unit).span.begin;
    if (begin >= paragraph.end) break;
    if (begin < *end || (it->kind != "official" && it->kind != "person")) continue;
    const std::string_view between = view_.Printed({*end, begin});
    const bool near = std::count(between.begin(), between.end(), ' ') <= kMostBlanks;
    return near && between.find('.') == between.npos ? std::optional<uint32_t>(it->unit) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<uint32_t> Quotations::SaidBy(uint32_t sentence, uint32_t byte) const {
  const Tree& tree = view_.tree();
  const Span paragraph = ParagraphOf(sentence);
  const auto end = EndOf(paragraph, byte);
  if (!end) return std::nullopt;
  auto first = std::partition_point(tree.settings.begin(), tree.settings.end(),
                                    [&](const Setting& one) { return one.sentence < sentence; });
  for (auto it = first; it != tree.settings.end(); ++it) {
    const uint32_t begin = view_.unit(it->unit).span.begin;
    if (begin >= paragraph.end) break;
    if (begin >= *end && begin <= *end + kNear) return it->unit;
  }
  return std::nullopt;
}

}  // namespace acta
