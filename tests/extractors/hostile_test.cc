// Texts that nobody writes: they are read to the end, and nothing is found in them that is not there. How long they
// take at 10 MB is measured by tests/bench/extract_bench.cc.

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <functional>

#include "extractors/engine/extract.h"

namespace acta {
namespace {

constexpr size_t kBytes = 1 << 14;  // of a text

const PackSet& AllPacks() {
  static const PackSet packs = [] {
    auto loaded = LoadPacks(std::string(ACTA_SOURCE_DIR) + "/extractors");
    EXPECT_TRUE(loaded) << loaded.error().message;
    return loaded ? std::move(*loaded) : PackSet();
  }();
  return packs;
}

size_t Records(const Facts& facts) {
  size_t count = 0;
  Facts::Lists(facts, [&](const auto& list) { count += list.size(); });
  return count;
}

Article Body(std::string text) {
  Article article = PlainTextArticle("hostile", "\n\n" + std::move(text));
  article.published = "2025-09-10";
  return article;
}

std::string Repeat(std::string_view piece, size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

// Different each time, as names are.
std::string Word(size_t n) {
  std::string out = "X";
  for (; n > 0; n /= 20) out += "bcdfghjklmnpqrstvwxz"[n % 20];
  return out;
}

std::string Numbered(size_t bytes, const std::function<std::string(size_t)>& piece) {
  std::string out;
  for (size_t n = 0; out.size() < bytes; ++n) out += piece(n);
  return out;
}

struct Shape {
  const char* name;
  std::function<std::string(size_t bytes)> text;
};

// Texts in which no reader would find anything.
std::vector<Shape> EmptyShapes() {
  return {
      {"one sentence", [](size_t n) { return Repeat("qwrt zxcv ", n); }},
      {"one word", [](size_t n) { return Repeat("q", n); }},
      {"one number", [](size_t n) { return Repeat("7", n); }},
      {"capitalised words", [](size_t n) { return Numbered(n, [](size_t i) { return Word(i) + " "; }); }},
      {"capitals", [](size_t n) { return Repeat("QWRT ZXCV ", n); }},
      {"brackets", [](size_t n) { return Repeat("(", n / 2) + Repeat(")", n / 2); }},
      {"angle brackets", [](size_t n) { return Repeat("<a|b> {x: y} ", n); }},
      {"full stops", [](size_t n) { return Repeat(".", n); }},
      {"semicolons", [](size_t n) { return Repeat("; ", n); }},
      {"quotation marks", [](size_t n) { return Repeat("“", n) + "”"; }},
      {"blank lines", [](size_t n) { return Repeat("\n \n\t", n); }},
      {"short paragraphs", [](size_t n) { return Repeat("q\n", n); }},
      {"no-break spaces", [](size_t n) { return Repeat("q\u00A0\u200B", n); }},
      {"combining marks", [](size_t n) { return Repeat("q\u0301\u0323\u0300", n); }},
      {"marks alone", [](size_t n) { return Repeat("\u0301", n); }},
      {"emoji", [](size_t n) { return Repeat("😀👩‍👩‍👧 ", n); }},
      {"mixed scripts", [](size_t n) { return Repeat("aбγ日اש Аa ", n); }},
      {"right to left", [](size_t n) { return Repeat("שלום עולם \u202E", n); }},
  };
}

// Texts full of what rules look for.
std::vector<Shape> BusyShapes(const std::string& language) {
  auto number = [](size_t i) { return std::to_string(i); };
  std::vector<Shape> shapes = {
      {"grouped numbers", [](size_t n) { return "1" + Repeat(".111", n); }},
      {"figures", [=](size_t n) { return Numbered(n, [=](size_t i) { return number(i) + "% "; }); }},
      {"days", [](size_t n) { return Repeat("15/9/2025 ", n); }},
      {"slashes and dashes", [](size_t n) { return Repeat("1/A-1-", n); }},
      {"codes", [](size_t n) { return Repeat("1-NQ/TW/", n); }},
  };
  auto add = [&](const char* name, const std::function<std::string(size_t)>& piece) {
    shapes.push_back({name, [piece](size_t n) { return Numbered(n, piece); }});
  };
  if (language == "vi") {
    add("officials", [](size_t i) { return "Chủ tịch UBND tỉnh Nguyễn Văn " + Word(i) + " phát biểu. "; });
    add("officials in one sentence",
        [](size_t i) { return "Chủ tịch UBND tỉnh Nguyễn Văn " + Word(i) + ", "; });
    add("documents", [=](size_t i) { return "Nghị quyết số " + number(i) + "-NQ/TW, "; });
    add("bodies", [](size_t i) { return "UBND xã " + Word(i) + ". "; });
    add("orders", [=](size_t i) {
      return "Chủ tịch UBND tỉnh yêu cầu Sở Y tế báo cáo kết quả trước ngày 15/9/2025 theo Kế hoạch số " +
             number(i) + "/KH-UBND.\n";
    });
    add("orders in one sentence", [](size_t) { return std::string("giao Sở Y tế báo cáo; "); });
    add("goals", [=](size_t i) { return "phấn đấu đến năm 2030 đạt " + number(i) + "% hộ dân; "; });
    add("posts without names", [](size_t) { return std::string("Chủ tịch, Phó Chủ tịch, Giám đốc "); });
  } else if (language == "en") {
    add("officials", [](size_t i) { return "Minister of Finance John " + Word(i) + " said. "; });
    add("officials in one sentence", [](size_t i) { return "Minister of Finance John " + Word(i) + ", "; });
    add("documents", [=](size_t i) { return "Resolution No. " + number(i) + "-NQ/TW, "; });
    add("bodies", [](size_t i) { return "People's Committee of " + Word(i) + " Province. "; });
    add("orders", [=](size_t) {
      return std::string(
          "The Chairman asked the Department of Health to report the results before September 15, 2025.\n");
    });
    add("goals", [=](size_t i) { return "by 2030, at least " + number(i) + " percent of households; "; });
    add("posts without names", [](size_t) { return std::string("Chairman, Vice Chairman, Minister "); });
  } else if (language == "ru") {
    add("officials", [](size_t i) { return "Министр финансов Иван " + Word(i) + " сообщил. "; });
    add("officials in one sentence", [](size_t i) { return "министр финансов Иван " + Word(i) + ", "; });
    add("documents", [=](size_t i) { return "постановление № " + number(i) + "-п, "; });
    add("orders", [](size_t) {
      return std::string(
          "Губернатор поручил Министерству финансов представить отчёт до 15 сентября 2025 года.\n");
    });
    add("goals", [=](size_t i) { return "к 2030 году не менее " + number(i) + "% домохозяйств; "; });
    add("posts without names", [](size_t) { return std::string("министр, губернатор, председатель "); });
  }
  return shapes;
}

class Hostile : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    pack_ = AllPacks().Find(GetParam());
    if (!pack_) GTEST_SKIP() << "there is no pack " << GetParam();
  }
  const Pack* pack_ = nullptr;
};

INSTANTIATE_TEST_SUITE_P(All, Hostile, testing::Values("en", "ru", "vi"),
                         [](const auto& param) { return param.param; });

TEST_P(Hostile, EmptyTextsHoldNothing) {
  for (const Shape& shape : EmptyShapes()) {
    EXPECT_EQ(Records(Extract(Body(shape.text(kBytes)), *pack_)), 0u) << shape.name;
  }
}

TEST_P(Hostile, EveryCharacterOfUnicode) {
  std::string text;
  for (UChar32 c = 0x20; c < 0x110000; ++c) {
    if (U_IS_SURROGATE(c)) continue;
    char buffer[U8_MAX_LENGTH];
    int32_t n = 0;
    U8_APPEND_UNSAFE(buffer, n, c);
    text.append(buffer, static_cast<size_t>(n));
    if (c % 64 == 0) text += ' ';
    if (c % 0x1000 == 0) text += '\n';
  }
  EXPECT_EQ(Records(Extract(Body(text), *pack_)), 0u);
}

// A text in NFD, of bytes that are no UTF-8, of look-alike letters: read or not, but read to the end.
TEST_P(Hostile, OddTextsAreReadToTheEnd) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  ASSERT_TRUE(U_SUCCESS(status));
  for (const Shape& shape : BusyShapes(GetParam())) {
    std::string text = shape.text(4096);
    std::string decomposed;
    nfd->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(decomposed);
    Extract(Body(decomposed), *pack_);
    std::string mixed = text;  // Latin letters by the Cyrillic ones that look like them
    for (size_t at = mixed.find('a'); at != mixed.npos; at = mixed.find('a', at + 2))
      mixed.replace(at, 1, "а");
    Extract(Body(mixed), *pack_);
    std::string cut = text;
    for (size_t i = 7; i < cut.size(); i += 13) cut[i] = '\xFF';
    Extract(Body(cut), *pack_);
  }
}

TEST_P(Hostile, EveryQuoteLiesInItsText) {
  for (const Shape& shape : BusyShapes(GetParam())) {
    Article article = Body(shape.text(kBytes));
    Facts facts = Extract(article, *pack_);
    Facts::Lists(facts, [&](const auto& list) {
      for (const auto& record : list) {
        for (Span span : record.head.mentions) {
          EXPECT_LT(span.begin, span.end) << shape.name;
          EXPECT_LE(span.end, article.text.size()) << shape.name;
        }
      }
    });
  }
}

}  // namespace
}  // namespace acta
