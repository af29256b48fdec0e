// Quotations behind whose end somebody is named: “Roads must be built. … ,” the minister said.
//
//   std::vector<Span> spoken;
//   FindQuotedSpeech(text, paragraph, spoken);
//
// The outermost quotations of a paragraph, from mark to mark, that are longer than a name and that a comma or a dash parts
// from words behind them. Linear in the paragraph.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/text/span.h"

namespace acta {

// « » and “ ” are paired; “ closes what „ opened, as in Russian; straight marks open and close in turn.
struct QuotationMark {
  enum class Kind { kOpens, kCloses, kLow, kHigh, kStraight } kind;
  std::string_view text;
};

// The mark that stands at a byte; nullptr for none.
const QuotationMark* QuotationMarkAt(std::string_view text, size_t at);

// How many quotations are open, mark by mark. A mark that closes where none is open counts for nothing.
class QuotationDepth {
 public:
  bool Closes(const QuotationMark& mark) const;
  void Pass(const QuotationMark& mark);
  int depth() const { return depth_; }

 private:
  int depth_ = 0;
  int low_ = 0;            // „ that are open
  bool straight_ = false;  // a straight one is open
};

void FindQuotedSpeech(std::string_view text, Span paragraph, std::vector<Span>& spoken);

}  // namespace acta
