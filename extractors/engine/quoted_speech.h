// Quotations behind whose end somebody is named: “Roads must be built. … ,” the minister said.
//
//   std::vector<Span> spoken;
//   FindQuotedSpeech(text, paragraph, spoken);
//
// The outermost quotations of a paragraph, from mark to mark, that are longer than a name and that a comma or a dash parts
// from words behind them. « » “ ” are paired, straight marks open and close in turn. Linear in the paragraph.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/text/span.h"

namespace acta {

struct QuotationMark {
  std::string_view text;
  int opens;  // 1, -1; 0: either
};

// The mark that stands at a byte; nullptr for none.
const QuotationMark* QuotationMarkAt(std::string_view text, size_t at);

// How many quotations are open, mark by mark. A mark that closes where none is open counts for nothing.
class QuotationDepth {
 public:
  void Pass(const QuotationMark& mark);
  int depth() const { return depth_; }

 private:
  int depth_ = 0;
  bool straight_ = false;  // a straight one is open
};

void FindQuotedSpeech(std::string_view text, Span paragraph, std::vector<Span>& spoken);

}  // namespace acta
