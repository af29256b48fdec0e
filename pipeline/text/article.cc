#include "pipeline/text/article.h"

#include <cctype>

namespace acta {
namespace {

constexpr size_t kLongestHeading = 160;  // bytes; a longer line that ends with a colon is a sentence

std::string_view Trim(std::string_view line) {
  while (!line.empty() && static_cast<unsigned char>(line.front()) <= ' ') line.remove_prefix(1);
  while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') line.remove_suffix(1);
  return line;
}

bool OpensWithBullet(std::string_view line) {
  for (std::string_view bullet : {"- ", "– ", "— ", "+ ", "* ", "• ", "▪ ", "● ", "■ ", "-\t", "•"}) {
    if (line.starts_with(bullet)) return true;
  }
  return false;
}

// "1. ", "2) ", "a) ", "3/ ", "1.2. "
bool OpensWithNumber(std::string_view line) {
  size_t i = 0;
  while (i < line.size() && i < 6 &&
         (std::isdigit(static_cast<unsigned char>(line[i])) || (i > 0 && line[i] == '.')))
    ++i;
  if (i == 0 && line.size() > 1 && line[0] >= 'a' && line[0] <= 'z') i = 1;
  if (i == 0 || i >= line.size()) return false;
  if (line[i - 1] == '.') return line[i] == ' ';
  return (line[i] == ')' || line[i] == '/') && i + 1 < line.size() && line[i + 1] == ' ';
}

ParagraphKind KindOf(std::string_view line) {
  if (OpensWithBullet(line) || OpensWithNumber(line)) return ParagraphKind::kListItem;
  if (line.size() <= kLongestHeading && line.ends_with(':')) return ParagraphKind::kHeading;
  return ParagraphKind::kBody;
}

}  // namespace

std::string_view Article::body() const {
  std::string_view rest = text;
  if (size_t line = rest.find('\n'); line != rest.npos) rest.remove_prefix(line + 1);
  if (rest.starts_with('\n')) rest.remove_prefix(1);
  return rest;
}

void SplitParagraphs(Article& article) {
  article.paragraphs.clear();
  std::string_view text = article.text;
  bool first_line = true;
  for (size_t begin = 0; begin <= text.size();) {
    size_t end = text.find('\n', begin);
    if (end == text.npos) end = text.size();
    std::string_view line = Trim(text.substr(begin, end - begin));
    if (!line.empty()) {
      auto at = static_cast<uint32_t>(line.data() - text.data());
      article.paragraphs.push_back({Span{at, at + static_cast<uint32_t>(line.size())},
                                    first_line ? ParagraphKind::kTitle : KindOf(line)});
    }
    first_line = false;
    begin = end + 1;
  }
}

Article PlainTextArticle(std::string source, std::string text) {
  Article article;
  article.source = std::move(source);
  article.text = std::move(text);
  size_t line = article.text.find('\n');
  article.title = std::string(Trim(std::string_view(article.text).substr(0, line)));
  SplitParagraphs(article);
  return article;
}

}  // namespace acta
