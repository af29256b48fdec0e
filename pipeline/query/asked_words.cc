#include "pipeline/query/asked_words.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <span>
#include <vector>

#include "pipeline/query/parameters.h"
#include "pipeline/text/of_word.h"

namespace acta {
namespace {

constexpr std::string_view kOfDocuments[] = {"doc_kind", "doc_noun", "doc_code", "no"};

// "федеральный@adj-m закон@m" → "федеральный закон": a lexicon says behind @ how a word is inflected.
std::string WithoutEndings(std::string_view phrase) {
  std::string plain;
  bool ending = false;
  for (char c : phrase) {
    ending = c == '@' || (ending && c != ' ');
    if (!ending) plain += c;
  }
  return plain;
}

// How many of the words the longest of the phrases is that they begin with; 0: none.
size_t PhraseAt(std::span<const std::string> words, const std::set<std::string, std::less<>>& phrases) {
  constexpr size_t kLongest = 6;
  for (size_t count = std::min(words.size(), kLongest); count > 0; --count) {
    if (phrases.contains(Joined(words.first(count)))) return count;
  }
  return 0;
}

// The text behind its first `count` words.
std::string_view Behind(std::string_view text, size_t count) {
  bool in_word = false;
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    const int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    const bool of_word = IsOfWord(c);
    if (of_word && !in_word && count-- == 0) return text.substr(static_cast<size_t>(begin));
    in_word = of_word;
  }
  return {};
}

}  // namespace

Result<AskedWords> AskedWords::Load(const std::string& packs) {
  AskedWords words;
  std::error_code error;
  for (const auto& pack : std::filesystem::directory_iterator(packs, error)) {
    for (const char* name : {"documents.tsv", "names.tsv"}) {
      std::ifstream lexicon(pack.path() / "lexicon" / name);
      for (std::string line; std::getline(lexicon, line);) {
        const size_t end = std::min(line.find('\t'), line.size());
        const std::string_view kind(line.data(), end);
        const bool of_document = std::ranges::find(kOfDocuments, kind) != std::end(kOfDocuments);
        if (end == line.size() || (!of_document && kind != "honorific")) continue;
        const std::string_view rest = std::string_view(line).substr(end + 1);
        const std::string phrase = FoldedWords(WithoutEndings(rest.substr(0, rest.find('\t'))));
        if (!phrase.empty()) (of_document ? words.documents_ : words.honorifics_).insert(phrase);
      }
    }
  }
  return error ? Result<AskedWords>(Fail("config", packs + ": " + error.message())) : words;
}

std::string AskedWords::NumberIn(const std::string& asked) const {
  const size_t digit = std::min(asked.find_first_of("0123456789"), asked.size());
  if (digit == asked.size()) return asked;
  const std::vector<std::string> before = WordsOf(asked.substr(0, digit));
  size_t passed = 0;
  while (passed < before.size()) {
    const size_t words = PhraseAt(std::span(before).subspan(passed), documents_);
    if (words == 0) return asked;
    passed += words;
  }
  std::string number = asked.substr(digit);
  number.erase(number.find_last_not_of(' ') + 1);
  // A blank between the digits and the code is where the sign between them was left out.
  const size_t blank = number.find_first_not_of("0123456789");
  if (blank < number.size() && number[blank] == ' ') {
    const size_t next = number.find_first_not_of(' ', blank);
    const bool signed_already = std::string_view("-/").find(number[next]) != std::string_view::npos;
    if (!signed_already && number.find(' ', next) == number.npos) number.replace(blank, next - blank, "-");
  }
  return number;
}

std::string AskedWords::NameIn(const std::string& asked) const {
  const std::vector<std::string> words = WordsOf(asked);
  size_t passed = 0;
  while (const size_t found = PhraseAt(std::span(words).subspan(passed), honorifics_)) passed += found;
  return passed == 0 || passed == words.size() ? asked : std::string(Behind(asked, passed));
}

}  // namespace acta
