// Text to tokens and sentences: one linear pass, no allocation per token.
//
//   Annotator annotator(settings);            // the language's abbreviations and folding, once
//   Annotated annotated = annotator.Annotate(article);
//   for (const Sentence& s : annotated.sentences) { … annotated.tokens[s.first] … }
//
// A token is a run of letters (with their marks), a run of digits, an apostrophe with the letters after
// it ("'s"), or one other visible character. Tokens tile everything visible; spaces belong to none.
// Immutable after construction; safe to share between threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/text/article.h"
#include "pipeline/text/span.h"

namespace acta {

enum class TokenClass : uint8_t { kLower, kCap, kUpper, kDigits, kPunct };
inline constexpr int kTokenClasses = 5;
inline constexpr std::string_view kTokenClassNames[kTokenClasses] = {"lower", "Cap", "UPPER", "digits",
                                                                     "punct"};

struct Token {
  uint32_t begin = 0, end = 0;  // bytes of the text
  TokenClass token_class = TokenClass::kPunct;
  bool spaced = false;  // a blank stands before it

  Span span() const { return {begin, end}; }
};

struct Sentence {
  uint32_t first = 0, last = 0;  // tokens, last exclusive; never empty
  uint32_t paragraph = 0;        // index into Article::paragraphs
  enum class Start : uint8_t { kPlain, kParagraph, kContinued } start = Start::kPlain;
};
inline constexpr size_t kSentenceStarts = 3;
// In tokens. What runs on longer is no sentence; it is read in pieces, so that no text is slow.
inline constexpr size_t kLongestSentence = 1000;

struct Annotated {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

// How a language writes, from language.toml.
struct TextSettings {
  std::vector<std::string> abbreviations;  // words after which a full stop does not end a sentence
  std::string breaks;                      // marks after which the sentence goes on as a new one: ;
  std::vector<std::pair<std::string, std::string>> fold;     // one letter by another: ё е
  std::vector<std::pair<std::string, std::string>> endings;  // at the end of a word: oà òa
  std::string endings_not_after;                             // letters before which `endings` do not apply: q
};

// The key by which words are compared: lower case, the language's letter folding, typographic
// apostrophes and dashes made plain.
class Folder {
 public:
  explicit Folder(const TextSettings& settings);

  // Appends the key of `word` to `out`. `word` must be valid UTF-8.
  void Fold(std::string_view word, std::string& out) const;
  std::string Fold(std::string_view word) const {
    std::string out;
    Fold(word, out);
    return out;
  }

 private:
  static constexpr char32_t kTableSize = 0x2200;
  std::vector<char16_t> table_;  // letters below kTableSize to their keys
  std::vector<std::pair<std::u32string, std::u32string>> endings_;
  std::u32string endings_not_after_;
};

class Annotator {
 public:
  explicit Annotator(const TextSettings& settings);

  Annotated Annotate(const Article& article) const;

  // Tokens of a text without sentences: lexicon phrases and examples.
  static void Tokenize(std::string_view text, uint32_t offset, std::vector<Token>& out);

 private:
  // Whether the mark at `at` ends its sentence, among the tokens [first, last) of its paragraph.
  bool EndsSentence(std::string_view text, const std::vector<Token>& tokens, size_t first, size_t at,
                    size_t last) const;
  // Adds the sentences of the tokens from `first` to the end.
  void SplitSentences(std::string_view text, uint32_t paragraph, size_t first, Annotated& out) const;

  std::vector<std::string> abbreviations_;  // sorted
  std::string breaks_;
};

}  // namespace acta
