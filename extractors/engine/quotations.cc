#include "extractors/engine/quotations.h"

#include <algorithm>

namespace acta {
namespace {

constexpr uint32_t kNear = 12;       // bytes between the mark and who said it
constexpr uint32_t kLongest = 4096;  // bytes of a quotation that are looked through

struct Mark {
  std::string_view text;
  int opens;  // 1, -1; 0: either
};
constexpr Mark kMarks[] = {{"«", 1}, {"»", -1}, {"“", 1}, {"”", -1}, {"\"", 0}};

const Mark* MarkAt(std::string_view text, size_t at) {
  for (const Mark& one : kMarks) {
    if (text.substr(at, one.text.size()) == one.text) return &one;
  }
  return nullptr;
}

}  // namespace

std::optional<uint32_t> Quotations::EndOf(Span paragraph, uint32_t byte) const {
  const std::string_view text = view_.Printed(paragraph);
  const size_t here = byte - paragraph.begin;
  int depth = 0;
  bool straight = false;
  for (size_t i = here > kLongest ? here - kLongest : 0; i < std::min(text.size(), here + kLongest); ++i) {
    if (i == here + 1 && depth == 0) return std::nullopt;  // a mark that it begins with is its own
    const Mark* mark = MarkAt(text, i);
    if (!mark) continue;
    const bool closes = mark->opens < 0 || (mark->opens == 0 && straight);
    if (mark->opens == 0) straight = !straight;
    depth = std::max(0, depth + (closes ? -1 : 1));
    if (i > here && depth == 0) return paragraph.begin + static_cast<uint32_t>(i);
  }
  return std::nullopt;
}

std::optional<uint32_t> Quotations::SaidBy(uint32_t sentence, uint32_t byte) const {
  const Tree& tree = view_.tree();
  const Span paragraph = view_.article().paragraphs[tree.sentences[sentence].paragraph].span;
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
