#include "extractors/engine/annotate.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "extractors/engine/utf.h"

namespace acta {
namespace {

enum class CharClass : uint8_t { kSpace, kLower, kUpper, kMark, kDigit, kOther };

CharClass Classify(UChar32 c) {
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::kUpper;
    case U_LOWERCASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return CharClass::kLower;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return CharClass::kMark;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::kDigit;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_UNASSIGNED:
      return CharClass::kSpace;
    default:
      return CharClass::kOther;
  }
}

constexpr UChar32 kFastClasses = 0x2200;

// Classes of the letters that news is written in, made once; ICU answers for the rest.
const std::array<CharClass, kFastClasses>& FastClasses() {
  static const auto table = [] {
    std::array<CharClass, kFastClasses> classes{};
    for (UChar32 c = 0; c < kFastClasses; ++c) classes[static_cast<size_t>(c)] = Classify(c);
    return classes;
  }();
  return table;
}

bool IsApostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }

bool IsLetterClass(CharClass c) { return c == CharClass::kLower || c == CharClass::kUpper; }

// Reads a run of letters from `i` on; returns its end and tells the class of the word.
int32_t ReadLetters(const char* s, int32_t i, int32_t n, TokenClass& token_class) {
  const auto& fast = FastClasses();
  int letters = 0, upper = 0;
  bool first_upper = false;
  while (i < n) {
    int32_t next = i;
    UChar32 c;
    U8_NEXT_OR_FFFD(s, next, n, c);
    CharClass k = c < kFastClasses ? fast[static_cast<size_t>(c)] : Classify(c);
    if (k == CharClass::kUpper) {
      if (letters == 0) first_upper = true;
      ++upper;
    } else if (k != CharClass::kLower && k != CharClass::kMark) {
      break;
    }
    letters += k != CharClass::kMark;
    i = next;
  }
  if (upper == letters && letters > 1) {
    token_class = TokenClass::kUpper;
  } else {
    token_class = first_upper ? TokenClass::kCap : TokenClass::kLower;
  }
  return i;
}

}  // namespace

Folder::Folder(const TextSettings& settings) : table_(kTableSize) {
  for (char32_t c = 0; c < kTableSize; ++c) {
    table_[c] = static_cast<char16_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
  }
  table_[0x2019] = table_[0x02BC] = table_[0x2018] = u'\'';
  for (char32_t dash : {0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015}) table_[dash] = u'-';
  for (char32_t quote : {0x201C, 0x201D, 0x201E, 0x00AB, 0x00BB}) table_[quote] = u'"';
  for (const auto& [from, to] : settings.fold) {
    char32_t source = ToUtf32(from).at(0);
    char32_t target = ToUtf32(to).at(0);
    if (source >= kTableSize) continue;
    table_[source] = static_cast<char16_t>(target);
    char32_t lower = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(source), U_FOLD_CASE_DEFAULT));
    char32_t upper = static_cast<char32_t>(u_toupper(static_cast<UChar32>(source)));
    if (lower < kTableSize) table_[lower] = static_cast<char16_t>(target);
    if (upper < kTableSize) table_[upper] = static_cast<char16_t>(target);
  }
  for (const auto& [from, to] : settings.endings) endings_.emplace_back(ToUtf32(from), ToUtf32(to));
  endings_not_after_ = ToUtf32(settings.endings_not_after);
}

void Folder::Fold(std::string_view word, std::string& out) const {
  size_t start = out.size();
  int32_t n = static_cast<int32_t>(word.size());
  char32_t last[3] = {0, 0, 0};  // the last three letters, for `endings`
  for (int32_t i = 0; i < n;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(word.data(), i, n, c);
    UChar32 key = c < static_cast<UChar32>(kTableSize) ? table_[static_cast<size_t>(c)]
                                                       : u_foldCase(c, U_FOLD_CASE_DEFAULT);
    if (key < 0x80) {
      out.push_back(static_cast<char>(key));
    } else {
      AppendUtf8(static_cast<char32_t>(key), out);
    }
    last[0] = last[1], last[1] = last[2], last[2] = static_cast<char32_t>(key);
  }
  if (last[2] < 0x80) return;
  for (const auto& [from, to] : endings_) {
    if (from.size() != 2 || last[1] != from[0] || last[2] != from[1]) continue;
    if (endings_not_after_.find(last[0]) != endings_not_after_.npos) return;
    size_t bytes = static_cast<size_t>(U8_LENGTH(static_cast<UChar32>(from[0])) +
                                       U8_LENGTH(static_cast<UChar32>(from[1])));
    out.resize(std::max(start, out.size() - bytes));
    for (char32_t c : to) AppendUtf8(c, out);
    return;
  }
}

Annotator::Annotator(const TextSettings& settings)
    : abbreviations_(settings.abbreviations), breaks_(settings.breaks) {
  std::sort(abbreviations_.begin(), abbreviations_.end());
}

void Annotator::Tokenize(std::string_view text, uint32_t offset, std::vector<Token>& out) {
  const auto& fast = FastClasses();
  const char* s = text.data();
  int32_t n = static_cast<int32_t>(text.size());
  bool spaced = true;
  for (int32_t i = 0; i < n;) {
    int32_t begin = i;
    UChar32 c;
    U8_NEXT_OR_FFFD(s, i, n, c);
    CharClass k = c < kFastClasses ? fast[static_cast<size_t>(c)] : Classify(c);
    Token token;
    if (k == CharClass::kSpace) {
      spaced = true;
      continue;
    }
    if (IsLetterClass(k)) {
      i = ReadLetters(s, begin, n, token.token_class);
    } else if (k == CharClass::kDigit) {
      token.token_class = TokenClass::kDigits;
      while (i < n && s[i] >= '0' && s[i] <= '9') ++i;
    } else if (IsApostrophe(c) && !spaced) {
      TokenClass ignored;
      int32_t end = ReadLetters(s, i, n, ignored);
      if (end > i) i = end, token.token_class = TokenClass::kLower;
    }
    token.begin = offset + static_cast<uint32_t>(begin);
    token.end = offset + static_cast<uint32_t>(i);
    token.spaced = spaced;
    spaced = false;
    out.push_back(token);
  }
}

namespace {

// Whether a mark closes what was opened before: it belongs to the sentence that it stands behind.
bool IsClosing(std::string_view mark) {
  for (std::string_view closing : {"”", "»", "\"", "’", ")", "]"}) {
    if (mark == closing) return true;
  }
  return false;
}

}  // namespace

// A terminator ends the sentence unless it stands inside a number, an abbreviation, an initial or a
// host name; a missing blank is forgiven between a word in small letters and a capitalised one.
bool Annotator::EndsSentence(std::string_view text, const std::vector<Token>& tokens, size_t first, size_t at,
                             size_t last) const {
  std::string_view mark = tokens[at].span().In(text);
  bool stop = mark == ".";
  if (!stop && mark != "!" && mark != "?" && mark != "…") return false;
  size_t after = at + 1;
  while (after < last && !tokens[after].spaced && IsClosing(tokens[after].span().In(text))) ++after;
  if (after >= last) return true;
  const Token& next = tokens[after];
  bool capital = next.token_class == TokenClass::kCap || next.token_class == TokenClass::kUpper;
  if (!stop) return capital;
  if (at == first) return false;
  if (after > at + 1) return capital && next.spaced;
  std::string_view next_text = next.span().In(text);
  if (next_text == "." || next_text == "/" || next_text == "," || next_text == ";") return false;
  const Token& before = tokens[at - 1];
  bool item_number =
      at == first + 1 && before.token_class == TokenClass::kDigits && before.span().size() <= 3;
  if (item_number && next.spaced) return false;
  std::string_view word = before.span().In(text);
  bool initial = before.token_class == TokenClass::kCap &&
                 U8_COUNT_TRAIL_BYTES(static_cast<uint8_t>(word[0])) + 1u == word.size();
  if (initial || std::binary_search(abbreviations_.begin(), abbreviations_.end(), word)) return false;
  if (next.spaced)
    return capital || next.token_class == TokenClass::kPunct || next.token_class == TokenClass::kDigits;
  return before.token_class == TokenClass::kLower && next.token_class == TokenClass::kCap;
}

void Annotator::SplitSentences(std::string_view text, uint32_t paragraph, size_t first,
                               Annotated& out) const {
  const std::vector<Token>& tokens = out.tokens;
  size_t last = tokens.size(), begin = first;
  auto start = Sentence::Start::kParagraph;
  auto end_after = [&](size_t i, Sentence::Start next) {
    out.sentences.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(i + 1), paragraph, start});
    begin = i + 1;
    start = next;
  };
  for (size_t i = first; i < last; ++i) {
    if (i - begin + 1 == kLongestSentence) {
      end_after(i, Sentence::Start::kPlain);
      continue;
    }
    if (tokens[i].token_class != TokenClass::kPunct) continue;
    bool breaks = breaks_.find(text[tokens[i].begin]) != breaks_.npos;
    if (!breaks && !EndsSentence(text, tokens, first, i, last)) continue;
    // Closing marks right after the full stop belong to the sentence.
    while (i + 1 < last && i - begin + 1 < kLongestSentence &&
           tokens[i + 1].token_class == TokenClass::kPunct && !tokens[i + 1].spaced) {
      ++i;
    }
    end_after(i, breaks ? Sentence::Start::kContinued : Sentence::Start::kPlain);
  }
  if (begin < last) end_after(last - 1, start);
}

Annotated Annotator::Annotate(const Article& article) const {
  Annotated out;
  std::string_view text = article.text;
  out.tokens.reserve(text.size() / 4);
  out.sentences.reserve(text.size() / 100);
  for (uint32_t p = 0; p < article.paragraphs.size(); ++p) {
    Span span = article.paragraphs[p].span;
    size_t first = out.tokens.size();
    Tokenize(span.In(text), span.begin, out.tokens);
    SplitSentences(text, p, first, out);
  }
  return out;
}

}  // namespace acta
