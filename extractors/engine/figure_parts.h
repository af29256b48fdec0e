// A sentence as figures see it: names and dates whole, all else in its words, each with its roles (figure_words.h).
//
//   FigureParts parts(view);
//   parts.Read(sentence);                                  // again only for another sentence
//   for (size_t n = parts.FirstFrom(figure.end); n < parts.size() && !parts[n].Is(figure::kMark); ++n) …
//
// Linear in the sentence, once for each sentence.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractors/engine/figure_words.h"
#include "extractors/engine/tree_view.h"

namespace acta {

struct FigurePart {
  uint32_t unit = 0;
  Span span;
  uint32_t roles = 0;

  bool Is(uint32_t any_of) const { return (roles & any_of) != 0; }
};

class FigureParts {
 public:
  explicit FigureParts(const TreeView& view);

  // False when this sentence was read last.
  bool Read(uint32_t sentence);

  size_t size() const { return parts_.size(); }
  const FigurePart& operator[](size_t n) const { return parts_[n]; }
  // The first part that begins at this byte or behind it.
  size_t FirstFrom(uint32_t byte) const;
  bool IsMark(size_t n, std::string_view marks) const;
  // A word that no role takes out of a name.
  bool IsWord(size_t n) const;
  std::string_view Printed(size_t n) const { return view_.Printed(parts_[n].span); }

 private:
  uint32_t RolesOf(uint32_t unit) const;

  const TreeView& view_;
  const uint32_t status_, tense_;  // bits of these attributes
  uint32_t sentence_ = ~0u;
  std::vector<FigurePart> parts_;
  std::vector<uint32_t> stack_;
};

}  // namespace acta
