#include "pipeline/query/passage.h"

#include <unicode/utf8.h>

#include <algorithm>

#include "pipeline/query/sentence.h"
#include "pipeline/store/fold.h"
#include "pipeline/text/of_word.h"

namespace acta {
namespace {

constexpr size_t kWordsBefore = 5;  // of a snippet, before the first word that was searched for

struct Word {
  size_t begin, end;  // bytes
  bool searched = false;
};

std::vector<Word> WordsIn(std::string_view text) {
  std::vector<Word> words;
  const auto size = static_cast<int32_t>(text.size());
  bool inside = false;
  for (int32_t at = 0; at < size;) {
    const auto begin = static_cast<size_t>(at);
    UChar32 c;
    U8_NEXT(text.data(), at, size, c);
    const bool of_word = IsOfWord(c);
    if (of_word && !inside) words.push_back({begin, begin});
    if (of_word) words.back().end = static_cast<size_t>(at);
    inside = of_word;
  }
  return words;
}

std::vector<std::string> SearchedWords(std::string_view searched) {
  const std::string folded = FoldForSearch(searched);
  std::vector<std::string> words;
  for (const Word& word : WordsIn(folded)) {
    words.push_back(folded.substr(word.begin, word.end - word.begin));
    if (word.end < folded.size() && folded[word.end] == '*') words.back() += '*';
  }
  return words;
}

bool IsSearched(const std::string& folded, const std::string& asked) {
  if (asked.ends_with('*')) return folded.starts_with(std::string_view(asked).substr(0, asked.size() - 1));
  return folded == asked;
}

// Marks the words searched for: where all of them follow each other, else wherever one stands.
void Mark(std::string_view text, const std::vector<std::string>& searched, std::vector<Word>& words) {
  std::vector<std::string> folded;
  for (const Word& word : words)
    folded.push_back(FoldForSearch(text.substr(word.begin, word.end - word.begin)));
  bool together = false;
  for (size_t i = 0; !searched.empty() && i + searched.size() <= words.size(); ++i) {
    if (!std::equal(
            searched.begin(), searched.end(), folded.begin() + static_cast<ptrdiff_t>(i),
            [](const std::string& asked, const std::string& word) { return IsSearched(word, asked); })) {
      continue;
    }
    together = true;
    for (size_t n = 0; n < searched.size(); ++n) words[i + n].searched = true;
  }
  if (together) return;
  for (size_t i = 0; i < words.size(); ++i) {
    words[i].searched =
        std::ranges::any_of(searched, [&](const std::string& asked) { return IsSearched(folded[i], asked); });
  }
}

// The first of kSnippetWords words in a row with the most different places marked, runs counting double: words that
// follow each other are likely the phrase that is meant.
size_t BestWindow(const std::vector<Word>& words) {
  auto weight = [&](size_t i) -> int {
    if (!words[i].searched) return 0;
    return i > 0 && words[i - 1].searched ? 3 : 1;
  };
  int sum = 0, best = -1;
  size_t first = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    sum += weight(i);
    if (i >= kSnippetWords) sum -= weight(i - kSnippetWords);
    if (sum > best && i + 1 >= std::min(kSnippetWords, words.size())) {
      best = sum;
      first = i + 1 - std::min(kSnippetWords, i + 1);
    }
  }
  return first;
}

// A window that has all that is marked in that one, and begins a few words before it: what is cut off at the end of a
// line are not the words that were searched for.
size_t BeginBefore(const std::vector<Word>& words, size_t first) {
  size_t marked = first;
  while (marked < words.size() && !words[marked].searched) ++marked;
  if (marked == words.size()) return first;
  const size_t begin = marked - std::min(marked, kWordsBefore);
  return std::min(begin, words.size() - std::min(kSnippetWords, words.size()));
}

std::string Snippet(std::string_view text, const std::vector<std::string>& searched) {
  std::vector<Word> words = WordsIn(text);
  if (words.empty()) return "";
  Mark(text, searched, words);
  const size_t first = BeginBefore(words, BestWindow(words)),
               last = std::min(first + kSnippetWords, words.size());
  std::string snippet = first > 0 ? "… " : "";
  size_t at = words[first].begin;
  for (size_t i = first; i < last; ++i) {
    const bool opens = words[i].searched && (i == first || !words[i - 1].searched);
    const bool closes = words[i].searched && (i + 1 == last || !words[i + 1].searched);
    snippet += text.substr(at, words[i].begin - at);
    if (opens) snippet += kMarkOpen;
    snippet += text.substr(words[i].begin, words[i].end - words[i].begin);
    if (closes) snippet += kMarkClose;
    at = words[i].end;
  }
  if (last < words.size()) snippet += " …";
  std::ranges::replace(snippet, '\n', ' ');
  return snippet;
}

}  // namespace

std::string SnippetOf(std::string_view text, std::string_view searched) {
  return Snippet(text, SearchedWords(searched));
}

Passages::Passages(const Database& db, std::string_view searched)
    : db_(db), searched_(SearchedWords(searched)) {}

Result<void> Passages::Load(int64_t article) {
  if (article == loaded_) return {};
  Result<Statement> select = db_.Prepare("SELECT text FROM article WHERE key = ?1");
  if (!select) return tl::unexpected(select.error());
  Result<bool> row = select->Bind(1, article).Step();
  if (!row) return tl::unexpected(row.error());
  text_ = *row ? std::string(select->Text(0)) : std::string();
  loaded_ = article;
  return {};
}

Result<std::string> Passages::Sentence(int64_t article, int64_t start, int64_t end) {
  if (Result<void> loaded = Load(article); !loaded) return tl::unexpected(loaded.error());
  if (start < 0 || end < start) return "";
  const Utf8Index index(text_);
  const Span span{static_cast<uint32_t>(index.Byte(static_cast<size_t>(start))),
                  static_cast<uint32_t>(index.Byte(static_cast<size_t>(end)))};
  return std::string(SentenceAround(text_, span));
}

Result<std::string> Passages::Snippet(int64_t article) {
  if (Result<void> loaded = Load(article); !loaded) return tl::unexpected(loaded.error());
  return acta::Snippet(text_, searched_);
}

}  // namespace acta
