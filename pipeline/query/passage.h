// Passages of articles: the sentence that states a record, and the lines around words that were searched for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/sqlite.h"

namespace acta {

// Words that a snippet marks stand between these.
inline constexpr std::string_view kMarkOpen = "⟦", kMarkClose = "⟧";

// Reads the texts of articles, the last one kept: rows of one article mostly follow each other.
class Passages {
 public:
  // `searched`: words and "phrases" that snippets look for.
  Passages(const Database& db, std::string_view searched);

  // The sentence that holds text[start:end], code points; "" when the offsets are not in the text.
  Result<std::string> Sentence(int64_t article, int64_t start, int64_t end);

  // Up to kSnippetWords words around the place with the most of the words searched for, these marked.
  Result<std::string> Snippet(int64_t article);

 private:
  Result<void> Load(int64_t article);

  const Database& db_;
  std::vector<std::string> searched_;  // folded words as asked; one that ends in '*' is a beginning
  int64_t loaded_ = -1;
  std::string text_;
};

inline constexpr size_t kSnippetWords = 28;

// The same for a text at hand; `searched` as TextQueryOf takes it.
std::string SnippetOf(std::string_view text, std::string_view searched);

}  // namespace acta
