// Who said a quotation that runs over several sentences: the one named behind its closing mark.
//
//   Quotations quotations(view);
//   if (auto setting = quotations.SaidBy(sentence, byte)) …   // the unit of the register that opens behind the mark
//
// “«I order … . … must begin in time», said the minister.”: what is ordered in the first sentence is the minister's. Marks
// are looked for in the paragraph; « » “ ” are paired, straight ones open and close in turn. Cost: linear in the paragraph
// for each question.
#pragma once

#include <optional>
#include <vector>

#include "extractors/engine/fact_unit.h"
#include "extractors/engine/tree_view.h"

namespace acta {

class Quotations {
 public:
  explicit Quotations(const TreeView& view) : view_(view) {}

  // nullopt outside of quotations, and where nobody is named right behind the mark.
  std::optional<uint32_t> SaidBy(uint32_t sentence, uint32_t byte) const;
  // The official or person that is named there among the first words, where no register has him (“…, said Ann Lee”).
  // `units`: of the article.
  std::optional<uint32_t> NamedBehind(uint32_t sentence, uint32_t byte,
                                      const std::vector<FactUnit>& units) const;

 private:
  Span ParagraphOf(uint32_t sentence) const;
  // The byte where the quotation that `byte` stands in ends; nullopt when it stands in none.
  std::optional<uint32_t> EndOf(Span paragraph, uint32_t byte) const;

  const TreeView& view_;
};

}  // namespace acta
