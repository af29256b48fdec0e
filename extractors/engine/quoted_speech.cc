#include "extractors/engine/quoted_speech.h"

#include <algorithm>

namespace acta {
namespace {

using Kind = QuotationMark::Kind;
constexpr QuotationMark kMarks[] = {{Kind::kOpens, "«"}, {Kind::kCloses, "»"}, {Kind::kLow, "„"},
                                    {Kind::kHigh, "“"},  {Kind::kCloses, "”"}, {Kind::kStraight, "\""}};
constexpr std::string_view kParting[] = {",", "-", "–", "—"};
constexpr std::ptrdiff_t kFewestBlanks = 3;  // in what is said; names have fewer

size_t PassBlanks(std::string_view text, size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

// Whether a comma before the closing mark, or a comma or dash behind it, leads on to words.
bool GoesOnBehind(std::string_view text, size_t mark, size_t size) {
  bool parted = mark > 0 && text[mark - 1] == ',';
  size_t at = PassBlanks(text, mark + size);
  for (bool found = true; found;) {
    found = false;
    for (std::string_view one : kParting) {
      if (text.substr(at, one.size()) != one) continue;
      at = PassBlanks(text, at + one.size());
      parted = found = true;
    }
  }
  constexpr std::string_view kNoWord = "\"'.;:!?()";
  return parted && at < text.size() && kNoWord.find(text[at]) == kNoWord.npos;
}

}  // namespace

const QuotationMark* QuotationMarkAt(std::string_view text, size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead != '"' && lead != 0xC2 && lead != 0xE2) return nullptr;
  for (const QuotationMark& one : kMarks) {
    if (text.substr(at, one.text.size()) == one.text) return &one;
  }
  return nullptr;
}

bool QuotationDepth::Closes(const QuotationMark& mark) const {
  return mark.kind == Kind::kCloses || (mark.kind == Kind::kHigh && low_ > 0) ||
         (mark.kind == Kind::kStraight && straight_);
}

void QuotationDepth::Pass(const QuotationMark& mark) {
  depth_ = std::max(0, depth_ + (Closes(mark) ? -1 : 1));
  if (mark.kind == Kind::kLow) ++low_;
  if (mark.kind == Kind::kHigh) low_ = std::max(0, low_ - 1);
  if (mark.kind == Kind::kStraight) straight_ = !straight_;
  if (depth_ == 0) low_ = 0;
}

void FindQuotedSpeech(std::string_view text, Span paragraph, std::vector<Span>& spoken) {
  spoken.clear();
  const std::string_view words = paragraph.In(text);
  QuotationDepth open;
  size_t begin = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const QuotationMark* mark = QuotationMarkAt(words, i);
    if (!mark) continue;
    const int before = open.depth();
    open.Pass(*mark);
    if (before == 0) begin = i;
    if (before == 0 || open.depth() > 0) continue;
    const std::string_view said = words.substr(begin, i - begin);
    if (std::count(said.begin(), said.end(), ' ') >= kFewestBlanks &&
        GoesOnBehind(words, i, mark->text.size()))
      spoken.push_back(
          {paragraph.begin + static_cast<uint32_t>(begin), paragraph.begin + static_cast<uint32_t>(i)});
  }
}

}  // namespace acta
