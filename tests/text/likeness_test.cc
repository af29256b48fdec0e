// Likeness of texts: by hand, and on edits of generated articles whose truth is known.
#include "pipeline/text/likeness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstdio>
#include <random>
#include <set>
#include <string>

namespace acta {
namespace {

Likeness Like(std::string_view a, std::string_view b) { return Compare(Shingles(a), Shingles(b)); }

TEST(Likeness, WordsCountAndNothingElse) {
  const std::string text = "Sở Y tế báo cáo kết quả trước ngày 15/9/2025, theo Quyết định số 57.";
  EXPECT_EQ(Like(text, "SỞ Y TẾ – báo cáo\n\nkết quả (trước ngày 15/9/2025) theo Quyết định số 57").kind,
            Likeness::kSame);
  EXPECT_EQ(Like("Отчёт о реформе за год", "отчёт О РЕФОРМЕ, за год!").kind, Likeness::kSame);
  EXPECT_NE(Like(text, "Sở Y tế báo cáo kết quả trước ngày 16/9/2025, theo Quyết định số 57.").kind,
            Likeness::kSame);
  EXPECT_NE(Like("mà có là", "ma co la").kind, Likeness::kSame) << "marks make other words";
  EXPECT_EQ(Like("", "").kind, Likeness::kNone);
  EXPECT_EQ(Like("", "a").kind, Likeness::kNone);
  EXPECT_EQ(Like("one two", "One, two").kind, Likeness::kSame) << "shorter than a shingle";
  EXPECT_EQ(Like("\xff\xfe", "...").kind, Likeness::kNone);
  EXPECT_TRUE(Bands(Shingles("")).empty());
}

TEST(Likeness, ShinglesAreTheSameOnEveryMachine) {
  const ShingleSet shingles = Shingles("Ủy ban nhân dân tỉnh");
  ASSERT_EQ(shingles.size(), 2u);
  EXPECT_EQ(shingles, Shingles("ủy BAN nhân dân tỉnh"));
  for (int64_t band : Bands(shingles)) EXPECT_GE(band, 0);
  EXPECT_EQ(Bands(shingles).size(), kBands);
}

TEST(Likeness, ASketchStandsForItsText) {
  const ShingleSet shingles = Shingles("Sở Y tế báo cáo kết quả trước ngày 15/9/2025");
  EXPECT_EQ(SketchOf(shingles).size(), 4 * shingles.size());
  EXPECT_EQ(ShinglesOf(SketchOf(shingles)), shingles);
  EXPECT_EQ(SketchOf({0x04030201, 0xFFFEFDFC}), "\x01\x02\x03\x04\xFC\xFD\xFE\xFF") << "little-endian";
  EXPECT_TRUE(ShinglesOf("12345").empty());
  EXPECT_TRUE(ShinglesOf("").empty());
}

// Articles of words that recur as words do, of paragraphs of which some stand in every article of a site.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {
    for (int i = 0; i < 4; ++i) boilerplate_.push_back(Paragraph());
  }

  using Text = std::vector<std::vector<std::string>>;  // paragraphs of words

  Text Article(int paragraphs) {
    Text text;
    for (int i = 0; i < paragraphs; ++i) text.push_back(Paragraph());
    text.insert(text.begin(), boilerplate_[Draw(4)]);
    text.push_back(boilerplate_[Draw(4)]);
    return text;
  }

  // What newsrooms do to a text; `kind` chooses.
  Text Edited(Text text, int kind) {
    const size_t middle = 1 + Draw(text.size() - 2);
    switch (kind) {
      case 0:  // a few words
        for (int i = 0; i < 4; ++i) text[1 + Draw(text.size() - 2)][0] = Word();
        break;
      case 1:  // one word in thirty
        for (auto& paragraph : text) {
          for (auto& word : paragraph) {
            if (Draw(30) == 0) word = Word();
          }
        }
        break;
      case 2:  // a paragraph more
        text.insert(text.begin() + static_cast<long>(middle), Paragraph());
        break;
      case 3:  // a paragraph less
        text.erase(text.begin() + static_cast<long>(middle));
        break;
      case 4:  // a paragraph written anew
        text[middle] = Paragraph();
        break;
      case 5:  // other frame: the copy on another site
        text.front() = {Word(), Word(), Word()};
        text.back() = {Word(), Word(), Word(), Word()};
        break;
      default:  // paragraphs in another order
        std::shuffle(text.begin(), text.end(), random_);
    }
    return text;
  }

  // Another article on the same form: the same sentences, every fifth word another (names, numbers, days).
  Text SameForm(Text text) {
    for (auto& paragraph : text) {
      for (size_t i = 0; i < paragraph.size(); i += 5) paragraph[i] = Word();
    }
    return text;
  }

  static std::string Join(const Text& text) {
    std::string out;
    for (const auto& paragraph : text) {
      for (const std::string& word : paragraph) out += word + " ";
      out += "\n";
    }
    return out;
  }

  size_t Draw(size_t below) { return std::uniform_int_distribution<size_t>(0, below - 1)(random_); }

 private:
  // The commoner the lower its number.
  std::string Word() {
    const double u = std::uniform_real_distribution<double>(0, 1)(random_);
    return "w" + std::to_string(static_cast<int>(3000 * u * u * u));
  }
  std::vector<std::string> Paragraph() {
    std::vector<std::string> words;
    for (size_t i = 0, n = 30 + Draw(40); i < n; ++i) words.push_back(Word());
    return words;
  }

  std::mt19937 random_;
  std::vector<std::vector<std::string>> boilerplate_;
};

struct Score {
  int found = 0, missed = 0, wrong = 0;
  double recall() const { return static_cast<double>(found) / (found + missed); }
  double precision() const { return found == 0 ? 0 : static_cast<double>(found) / (found + wrong); }
};

TEST(Likeness, OnGeneratedEditsItFindsMoreThanSimHashAndIsNotFooled) {
  constexpr int kArticles = 210;
  Writer writer(7);
  Score bands;
  std::vector<Score> simhash(17);  // by the bits that may differ
  struct Known {
    ShingleSet shingles;
    std::vector<int64_t> bands;
    uint64_t simhash;
  };
  auto know = [](const Writer::Text& text) {
    Known known{Shingles(Writer::Join(text)), {}, 0};
    known.bands = Bands(known.shingles);
    known.simhash = SimHash(known.shingles);
    return known;
  };
  auto count = [](Score& score, bool copy, bool found) {
    if (copy) ++(found ? score.found : score.missed);
    if (!copy && found) ++score.wrong;
  };
  auto compare = [&](const Known& a, const Known& b, bool copy) {
    bool candidate = false;  // band for band: a band's hash knows its number
    for (size_t i = 0; i < kBands; ++i) candidate = candidate || a.bands[i] == b.bands[i];
    count(bands, copy, candidate && Compare(a.shingles, b.shingles).kind != Likeness::kNone);
    const int bits = std::popcount(a.simhash ^ b.simhash);
    for (int limit = 0; limit < 17; ++limit) count(simhash[static_cast<size_t>(limit)], copy, bits <= limit);
  };
  std::vector<Known> originals;
  for (int i = 0; i < kArticles; ++i) {
    const Writer::Text text = writer.Article(4 + static_cast<int>(writer.Draw(8)));
    const Known original = know(text);
    compare(original, know(writer.Edited(text, i % 7)), true);
    compare(original, know(writer.SameForm(text)), false);
    for (const Known& other : originals) compare(original, other, false);
    originals.push_back(original);
  }
  const Score* best = &simhash[0];
  auto f1 = [](const Score& s) { return 2.0 * s.found / (2.0 * s.found + s.missed + s.wrong); };
  for (const Score& score : simhash) best = f1(score) > f1(*best) ? &score : best;
  RecordProperty("precision", std::to_string(bands.precision()));
  RecordProperty("recall", std::to_string(bands.recall()));
  std::printf(
      "bands: precision %.3f, recall %.3f; SimHash at its best of %d bits: precision %.3f, recall %.3f\n",
      bands.precision(), bands.recall(), static_cast<int>(best - simhash.data()), best->precision(),
      best->recall());
  EXPECT_GE(bands.precision(), 0.99);
  EXPECT_GE(bands.recall(), 0.95);
  EXPECT_GT(f1(bands), f1(*best));
}

TEST(Likeness, APartIsFoundInTheWhole) {
  Writer writer(11);
  int found = 0;
  for (int i = 0; i < 50; ++i) {
    Writer::Text text = writer.Article(10);
    const ShingleSet whole = Shingles(Writer::Join(text));
    text.resize(6);
    const ShingleSet part = Shingles(Writer::Join(text));
    EXPECT_GE(Compare(whole, part).kind, Likeness::kPart);
    const std::vector<int64_t> a = Bands(whole), b = Bands(part);
    const std::set<int64_t> known(a.begin(), a.end());
    found += std::any_of(b.begin(), b.end(), [&](int64_t band) { return known.contains(band); });
  }
  EXPECT_GE(found, 43);
}

}  // namespace
}  // namespace acta
