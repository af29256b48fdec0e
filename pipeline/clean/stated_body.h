// The body of the article as the page states it outside its visible text: JSON-LD articleBody, or the state of
// a page that a script fills. It is a second opinion on the lines of the reading, and the text itself where
// the page shows nothing.
//
//   StatedBody stated(data.linked.body);
//   stated.Coverage("Sáng 21/3, …")       // 1.0: all of the line stands in the stated body
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace acta {

class StatedBody {
 public:
  StatedBody() = default;
  explicit StatedBody(std::string_view text);  // plain text or HTML

  bool empty() const { return paragraphs_.empty(); }
  size_t chars() const { return chars_; }
  const std::vector<std::string>& paragraphs() const { return paragraphs_; }

  // Share of the four-word runs of `line` that the body has too; of shorter lines, whether it has all their words
  // in a row (0 or 1).
  double Coverage(std::string_view line) const;

 private:
  std::vector<std::string> paragraphs_;
  std::unordered_set<size_t> runs_;  // hashes of one to four words in a row
  size_t chars_ = 0;
};

// The longest HTML string inside the page's scripts that reads as an article, decoded: "" when there is none
// of at least `least` characters of paragraphs. Only for pages whose markup shows no text.
std::string BodyInScripts(const std::vector<std::string_view>& scripts, size_t least);

}  // namespace acta
