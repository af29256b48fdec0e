#include "extractors/engine/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <random>
#include <string>

namespace acta {
namespace {

// A lexicon of phrases in plain words, and look-ups in plain texts.
class PhraseBook {
 public:
  void Add(const std::string& phrase, uint32_t kind = 0) {
    std::vector<uint32_t> words;
    for (const Token& token : TokensOf(phrase)) {
      words.push_back(lexicon_.words().Add(folder_.Fold(token.span().In(phrase))));
    }
    TokenClass first = TokensOf(phrase).front().token_class;
    Capital condition = first == TokenClass::kUpper ? Capital::kAll
                        : first == TokenClass::kCap ? Capital::kFirst
                                                    : Capital::kAny;
    lexicon_.Add(words, condition, kind, {}, lemmas_.emplace_back(phrase));
  }
  void Close() { lexicon_.Close(); }

  // "[uỷ ban]{ủy ban} họp": each phrase found in brackets, with what it was listed as.
  std::string Mark(const std::string& text) const {
    auto tokens = TokensOf(text);
    std::vector<uint32_t> words;
    std::vector<TokenClass> classes;
    for (const Token& token : tokens) {
      words.push_back(lexicon_.words().Find(folder_.Fold(token.span().In(text))));
      classes.push_back(token.token_class);
    }
    std::string out;
    for (size_t i = 0; i < tokens.size();) {
      if (!out.empty()) out += ' ';
      Lexicon::Hit hit = lexicon_.Find(words.data(), classes.data(), i, tokens.size());
      size_t length = std::max<size_t>(hit.tokens, 1);
      std::string printed = text.substr(tokens[i].begin, tokens[i + length - 1].end - tokens[i].begin);
      if (hit.tokens == 0) {
        out += printed;
      } else {
        out += "[" + printed + "]{";
        for (uint32_t reading : lexicon_.phrases()[hit.phrase].readings) {
          if (out.back() != '{') out += ',';
          out += lexicon_.reading(reading).lemma;
        }
        out += '}';
      }
      i += length;
    }
    return out;
  }

 private:
  static std::vector<Token> TokensOf(const std::string& text) {
    std::vector<Token> tokens;
    Annotator::Tokenize(text, 0, tokens);
    return tokens;
  }

  Folder folder_{TextSettings{}};
  std::deque<std::string> lemmas_;
  Lexicon lexicon_;
};

TEST(Lexicon, LongestPhraseWinsAndCapitalsAreConditions) {
  PhraseBook book;
  for (const char* phrase : {"Sở", "sở hữu", "Sở Y tế", "UBND", "UBND tỉnh", "tỉnh", "a", "a a a"})
    book.Add(phrase);
  book.Close();
  for (auto [text, marked] : {
           std::pair{"Sở Y tế họp", "[Sở Y tế]{Sở Y tế} họp"},
           {"Sở Y học", "[Sở]{Sở} Y học"},     // back to the longest that is whole
           {"SỞ Y TẾ", "[SỞ Y TẾ]{Sở Y tế}"},  // capitals satisfy a capital
           {"cơ sở y tế", "cơ sở y tế"},       // a small letter does not
           {"sở hữu", "[sở hữu]{sở hữu}"},
           {"Sở hữu", "[Sở hữu]{sở hữu}"},      // listed small takes any
           {"ubnd tỉnh", "ubnd [tỉnh]{tỉnh}"},  // listed in capitals wants capitals
           {"Ubnd tỉnh", "Ubnd [tỉnh]{tỉnh}"},
           {"UBND tỉnh", "[UBND tỉnh]{UBND tỉnh}"},
           {"UBND Tỉnh", "[UBND Tỉnh]{UBND tỉnh}"},  // only the first word is a condition
           {"a a b", "[a]{a} [a]{a} b"},
           {"a a a a", "[a a a]{a a a} [a]{a}"},
           {"", ""},
       }) {
    EXPECT_EQ(book.Mark(text), marked) << text;
  }
}

TEST(Lexicon, OnePhraseMayHaveSeveralReadings) {
  PhraseBook book;
  book.Add("ban", 1);
  book.Add("Ban", 2);
  book.Close();
  EXPECT_EQ(book.Mark("ban"), "[ban]{ban}");
  EXPECT_EQ(book.Mark("Ban"), "[Ban]{ban,Ban}");  // in the order of the lists
}

TEST(Lexicon, EmptyFindsNothing) {
  PhraseBook book;
  book.Close();
  EXPECT_EQ(book.Mark("a b"), "a b");
}

// The trie and a scan of the list are two ways to one answer.
TEST(Lexicon, AgreesWithAScanOfTheList) {
  std::mt19937 random(7);
  const std::string letters[] = {"a", "b", "B", "C", "DD"};
  for (int round = 0; round < 400; ++round) {
    PhraseBook book;
    std::map<std::vector<std::string>, std::string> list;
    auto words = [&](size_t most) {
      std::vector<std::string> out;
      for (size_t i = 0, n = 1 + random() % most; i < n; ++i)
        out.push_back(letters[random() % std::size(letters)]);
      return out;
    };
    auto join = [](const std::vector<std::string>& parts) {
      std::string out;
      for (const std::string& part : parts) out += (out.empty() ? "" : " ") + part;
      return out;
    };
    for (int i = 0; i < 6; ++i) {
      auto phrase = words(3);
      if (list.emplace(phrase, join(phrase)).second) book.Add(join(phrase));
    }
    book.Close();
    auto text = words(10);
    auto lower = [](std::string word) {
      std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
      return word;
    };
    std::string expected;
    for (size_t i = 0; i < text.size();) {
      size_t longest = 0;
      for (const auto& [phrase, printed] : list) {
        if (phrase.size() <= longest || i + phrase.size() > text.size()) continue;
        bool same = std::equal(phrase.begin(), phrase.end(), text.begin() + static_cast<long>(i),
                               [&](const auto& a, const auto& b) { return lower(a) == lower(b); });
        bool capital = phrase[0] == lower(phrase[0]) ||
                       (phrase[0].size() == 1 && text[i] != lower(text[i])) ||
                       (phrase[0].size() > 1 && text[i].size() > 1 && text[i] != lower(text[i]));
        if (same && capital) longest = phrase.size();
      }
      if (!expected.empty()) expected += ' ';
      size_t length = std::max<size_t>(longest, 1);
      std::vector<std::string> part(text.begin() + static_cast<long>(i),
                                    text.begin() + static_cast<long>(i + length));
      expected += longest > 0 ? "[" + join(part) + "]" : join(part);
      i += length;
    }
    std::string marked = book.Mark(join(text));
    for (size_t open = marked.find('{'); open != marked.npos; open = marked.find('{')) {
      marked.erase(open, marked.find('}') - open + 1);
    }
    ASSERT_EQ(marked, expected) << join(text);
  }
}

TEST(WordTable, KeepsManyWordsApart) {
  WordTable table;
  for (uint32_t i = 0; i < 5000; ++i) EXPECT_EQ(table.Add("w" + std::to_string(i)), i + 1);
  for (uint32_t i = 0; i < 5000; ++i) EXPECT_EQ(table.Add("w" + std::to_string(i)), i + 1);
  EXPECT_EQ(table.size(), 5000u);
  EXPECT_EQ(table.Find("w4999"), 5000u);
  EXPECT_EQ(table.Find("w5000"), 0u);
  EXPECT_EQ(table.Find(""), 0u);
}

}  // namespace
}  // namespace acta
