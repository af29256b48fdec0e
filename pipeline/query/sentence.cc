#include "pipeline/query/sentence.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace acta {
namespace {

UChar32 CharacterAt(std::string_view text, size_t at) {
  UChar32 c = U_SENTINEL;
  auto i = static_cast<int32_t>(at);
  if (at < text.size()) U8_NEXT(text.data(), i, static_cast<int32_t>(text.size()), c);
  return c;
}

UChar32 CharacterBefore(std::string_view text, size_t at, size_t* begin) {
  UChar32 c = U_SENTINEL;
  auto i = static_cast<int32_t>(at);
  if (at > 0) U8_PREV(text.data(), 0, i, c);
  *begin = static_cast<size_t>(i);
  return c;
}

bool IsQuote(UChar32 c) {
  return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F);
}

// The word right before `at` has the form of an abbreviation: one letter ("г"), two of which the first is
// a capital ("TP", "No"), or two Cyrillic ones ("ул").
bool AbbreviationBefore(std::string_view line, size_t at) {
  int letters = 0;
  UChar32 first = 0;
  for (UChar32 c = CharacterBefore(line, at, &at); c >= 0 && u_isalnum(c);
       c = CharacterBefore(line, at, &at)) {
    if (u_isdigit(c) || ++letters > 2) return false;
    first = c;
  }
  bool cyrillic = first >= 0x400 && first < 0x530;
  return letters == 1 || (letters == 2 && (cyrillic || u_isupper(first)));
}

// `at` is one past a mark of [.!?…]: does a sentence end there?
bool EndsSentence(std::string_view line, size_t mark, size_t at) {
  const size_t after_mark = at;
  while (IsQuote(CharacterAt(line, at)) || CharacterAt(line, at) == ')') {
    auto next = static_cast<int32_t>(at);
    U8_FWD_1(line.data(), next, static_cast<int32_t>(line.size()));
    at = static_cast<size_t>(next);
  }
  const bool closed = at > after_mark;
  if (at >= line.size() || line[at] != ' ') return at >= line.size();
  while (at < line.size() && line[at] == ' ') ++at;
  UChar32 next = CharacterAt(line, at);
  bool opens =
      u_isupper(next) || u_isdigit(next) || IsQuote(next) || next == '(' || next == 0x2013 || next == '-';
  return opens && (closed || line[mark] != '.' || !AbbreviationBefore(line, mark));
}

}  // namespace

std::string_view SentenceAround(std::string_view text, Span span) {
  size_t begin = text.rfind('\n', span.begin ? span.begin - 1 : 0);
  begin = begin == text.npos || span.begin == 0 ? 0 : begin + 1;
  size_t end = std::min(text.find('\n', span.end), text.size());
  std::string_view line = text.substr(begin, end - begin);
  const size_t from = span.begin - begin, to = span.end - begin;

  size_t first = 0, last = line.size();
  for (size_t i = 0; i < line.size(); ++i) {
    bool ellipsis = line.substr(i, 3) == "…";
    if (line[i] != '.' && line[i] != '!' && line[i] != '?' && !ellipsis) continue;
    size_t after = i + (ellipsis ? 3 : 1);
    if (!EndsSentence(line, i, after)) continue;
    while (after < line.size() && line[after] != ' ') ++after;  // closing quotation marks
    if (after <= from) first = after;
    if (after >= to) {
      last = after;
      break;
    }
  }
  std::string_view sentence = line.substr(first, last - first);
  while (!sentence.empty() && sentence.front() == ' ') sentence.remove_prefix(1);
  while (!sentence.empty() && (sentence.back() == ' ' || sentence.back() == '\r')) sentence.remove_suffix(1);
  return sentence;
}

}  // namespace acta
