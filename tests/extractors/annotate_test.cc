#include "extractors/engine/annotate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "pipeline/text/article.h"

namespace acta {
namespace {

TextSettings Vietnamese() {
  TextSettings settings;
  settings.abbreviations = {"TP", "ThS", "Mr"};
  settings.breaks = ";";
  settings.fold = {{"ё", "е"}, {"Ð", "đ"}};
  settings.endings = {{"oà", "òa"}, {"uỷ", "ủy"}};
  settings.endings_not_after = "q";
  return settings;
}

// "sở|Y|tế": the tokens of a text with bars between; a class is told by TokenClassesOf.
std::string Tokens(std::string_view text) {
  std::vector<Token> tokens;
  Annotator::Tokenize(text, 0, tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += '|';
    out += token.span().In(text);
  }
  return out;
}

std::string Classes(std::string_view text) {
  std::vector<Token> tokens;
  Annotator::Tokenize(text, 0, tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += ' ';
    out += kTokenClassNames[static_cast<int>(token.token_class)];
  }
  return out;
}

// The sentences of a body of one paragraph or several, with " # " between; "~" before one that goes on
// after a break, "¶" before one that opens a paragraph other than the first.
std::string Sentences(const std::string& body) {
  Article article = PlainTextArticle("test", "\n\n" + body);
  Annotated annotated = Annotator(Vietnamese()).Annotate(article);
  std::string out;
  for (const Sentence& s : annotated.sentences) {
    if (!out.empty()) out += " # ";
    if (s.start == Sentence::Start::kContinued) out += "~";
    if (s.start == Sentence::Start::kParagraph && s.first > 0) out += "¶";
    out += Span{annotated.tokens[s.first].begin, annotated.tokens[s.last - 1].end}.In(article.text);
  }
  return out;
}

struct Case {
  const char* in;
  const char* out;
};

TEST(Tokenize, Table) {
  for (auto [in, out] : {
           Case{"", ""},
           {" \t\n\u00A0\u3000", ""},
           {"Sở Y tế", "Sở|Y|tế"},
           {"1.573,1 tỷ", "1|.|573|,|1|tỷ"},
           {"05-NQ/TU", "05|-|NQ|/|TU"},
           {"QH15", "QH|15"},  // letters and digits part
           {"the Chairman's", "the|Chairman|'s"},
           {"the Chairman’s", "the|Chairman|’s"},
           {"'quoted'", "'|quoted|'"},  // a quotation mark is no apostrophe
           {"dogs' ", "dogs|'"},
           {"O'Neil", "O|'Neil"},
           {"“một…”", "“|một|…|”"},
           {"a\u200Bb", "a|b"},         // invisible characters part words and are none
           {"hoa\u0300", "hoa\u0300"},  // a mark belongs to its letter
           {"\u0300", "\u0300"},        // … and stands alone where there is none
           {"№ 5", "№|5"},
           {"١٢", "١|٢"},  // digits of other scripts: one token each
           {"财政部", "财政部"},
       }) {
    EXPECT_EQ(Tokens(in), out) << in;
  }
}

TEST(Tokenize, ClassesTable) {
  for (auto [in, out] : {
           Case{"sở Sở SỞ", "lower Cap UPPER"},
           {"Y", "Cap"},  // one capital is a capitalised word
           {"ThS McDonald eGov", "Cap Cap lower"},
           {"Ðà ĐÀ", "Cap UPPER"},
           {"Указ УКАЗ указ", "Cap UPPER lower"},
           {"财政部", "lower"},  // a script without capitals
           {"5 05", "digits digits"},
           {"% . « 's", "punct punct punct punct lower"},
           {"he's", "lower lower"},
           {"A\u0301", "Cap"},  // a mark counts as no letter
       }) {
    EXPECT_EQ(Classes(in), out) << in;
  }
}

TEST(Tokenize, OffsetIsAdded) {
  std::vector<Token> tokens;
  Annotator::Tokenize("a b", 100, tokens);
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tokens[1].begin, 102u);
  EXPECT_TRUE(tokens[0].spaced);
  EXPECT_TRUE(tokens[1].spaced);
}

TEST(Sentences, Table) {
  for (auto [in, out] : {
           Case{"Một. Hai.", "Một. # Hai."},
           {"Một. hai.", "Một. hai."},                                  // no capital, no end
           {"TP. Hà Nội họp. Ông nói.", "TP. Hà Nội họp. # Ông nói."},  // an abbreviation
           {"Ông A. Petrov nói.", "Ông A. Petrov nói."},                // an initial
           {"Đ. Văn Bình nói.", "Đ. Văn Bình nói."},                    // … of two bytes
           {"kết quả.Các sở họp.", "kết quả. # Các sở họp."},           // a lost blank
           {"www.bao.vn, Http.VN", "www.bao.vn, Http.VN"},  // … but not inside the name of a host
           {"đạt 1.573,1 tỷ. 5 xã họp.", "đạt 1.573,1 tỷ. # 5 xã họp."},
           {"Họp chưa? Rồi! xong", "Họp chưa? # Rồi! xong"},
           {"Một… Hai", "Một… # Hai"},
           {"“Một.” Hai.", "“Một.” # Hai."},  // closing marks belong to their sentence
           {"(Một.) Hai.", "(Một.) # Hai."},
           {"“Một.” ông nói.", "“Một.” ông nói."},
           {"“Một!” Hai.", "“Một!” # Hai."},
           {"(TP.) hai", "(TP.) hai"},
           {"kế hoạch số 5.) và", "kế hoạch số 5.) và"},
           {"giao Sở A; Sở B báo cáo; hết.", "giao Sở A; # ~Sở B báo cáo; # ~hết."},
           {"Một\nHai", "Một # ¶Hai"},  // a line is a paragraph
           {"Một.. Hai", "Một.. # Hai"},
           {".", "."},
           {";;", ";;"},
       }) {
    EXPECT_EQ(Sentences(in), out) << in;
  }
}

TEST(Sentences, WhatRunsOnIsReadInPieces) {
  std::string text;
  for (size_t i = 0; i < 2 * kLongestSentence + 1; ++i) text += "a ";
  Article article = PlainTextArticle("test", "\n\n" + text);
  Annotated annotated = Annotator(Vietnamese()).Annotate(article);
  ASSERT_EQ(annotated.sentences.size(), 3u);
  EXPECT_EQ(annotated.sentences[1].first, kLongestSentence);
  EXPECT_EQ(annotated.sentences[2].last, 2 * kLongestSentence + 1);
  for (const char* marks : {".", ")", ";", "!"}) {
    text.clear();
    for (size_t i = 0; i < 3 * kLongestSentence; ++i) text += marks;
    article = PlainTextArticle("test", "\n\n" + text);
    for (const Sentence& s : Annotator(Vietnamese()).Annotate(article).sentences) {
      EXPECT_LE(s.last - s.first, kLongestSentence);
    }
  }
}

TEST(Sentences, TokensAndSentencesTileRandomTexts) {
  const char* pieces[] = {"a", "Sở", "TP", ".",      ";", " ", "\n",     "!",
                          "5", "’",  "s",  "\u0300", "”", "…", "\u00A0", "é"};
  std::mt19937 random(1);
  Annotator annotator(Vietnamese());
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0, n = static_cast<int>(random() % 40); i < n; ++i)
      text += pieces[random() % std::size(pieces)];
    Article article = PlainTextArticle("test", text);
    Annotated annotated = annotator.Annotate(article);
    // Tokens are in order, do not overlap, and leave only blanks out.
    uint32_t at = 0;
    std::string skipped;
    for (const Token& token : annotated.tokens) {
      ASSERT_LE(at, token.begin);
      ASSERT_LT(token.begin, token.end);
      skipped += Span{at, token.begin}.In(article.text);
      at = token.end;
    }
    skipped += article.text.substr(at);
    EXPECT_EQ(Tokens(skipped), "") << text;
    // Sentences tile the tokens and stay in one paragraph.
    uint32_t next = 0;
    for (const Sentence& s : annotated.sentences) {
      ASSERT_EQ(s.first, next);
      ASSERT_LT(s.first, s.last);
      next = s.last;
      Span paragraph = article.paragraphs[s.paragraph].span;
      EXPECT_TRUE(paragraph.Contains(annotated.tokens[s.first].span()));
      EXPECT_TRUE(paragraph.Contains(annotated.tokens[s.last - 1].span()));
    }
    EXPECT_EQ(next, annotated.tokens.size());
  }
}

TEST(Fold, Table) {
  Folder folder(Vietnamese());
  for (auto [in, out] : {
           Case{"Sở", "sở"},
           {"SỞ", "sở"},
           {"Ёлка", "елка"},
           {"ПРИКАЗ", "приказ"},
           {"hoà", "hòa"},
           {"HOÀ", "hòa"},
           {"uỷ", "ủy"},
           {"Uỷ", "ủy"},
           {"quỷ", "quỷ"},    // after q the u is no vowel
           {"hoàn", "hoàn"},  // not at the end of the word
           {"Ðà", "đà"},      // an Icelandic eth for the Vietnamese letter
           {"’s", "'s"},
           {"–", "-"},
           {"”", "\""},
           {"", ""},
           {"A", "a"},
           {"oà", "òa"},
           {"Ω𐐀", "ω𐐨"},  // beyond the table
       }) {
    EXPECT_EQ(folder.Fold(in), out) << in;
  }
}

TEST(Fold, IsIdempotentOverUnicode) {
  Folder folder(Vietnamese());
  for (char32_t c = 1; c < 0x11000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string letter;
    if (c < 0x80) {
      letter = {static_cast<char>(c)};
    } else if (c < 0x800) {
      letter = {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    } else if (c < 0x10000) {
      letter = {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                static_cast<char>(0x80 | (c & 0x3F))};
    } else {
      letter = {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
                static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
    }
    std::string once = folder.Fold("o" + letter);
    ASSERT_EQ(folder.Fold(once), once) << std::hex << static_cast<uint32_t>(c);
  }
}

}  // namespace
}  // namespace acta
