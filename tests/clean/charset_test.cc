#include "pipeline/clean/charset.h"

#include <gtest/gtest.h>

#include <random>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "pipeline/clean/clean.h"
#include "tests/clean/rules_for_tests.h"

namespace acta {
namespace {

constexpr std::string_view kRussian =
    "Утром 20 марта народный комитет провинции провёл очередное заседание, на котором оценил итоги первого "
    "квартала "
    "и определил задачи на второй. Председатель поручил департаментам выполнить план до 30 июня.";
constexpr std::string_view kVietnamese =
    "Sáng 20/3, Ủy ban nhân dân tỉnh tổ chức phiên họp thường kỳ, đánh giá tình hình kinh tế và bàn nhiệm "
    "vụ. Chủ "
    "tịch yêu cầu các sở, ngành hoàn thành kế hoạch trước ngày 30/6.";

std::string Encode(std::string_view utf8, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  std::string out(utf8.size() * 4, '\0');
  UConverter* converter = ucnv_open(encoding, &status);
  int32_t size = ucnv_fromUChars(converter, out.data(), static_cast<int32_t>(out.size()), wide.getBuffer(),
                                 wide.length(), &status);
  ucnv_close(converter);
  EXPECT_TRUE(U_SUCCESS(status)) << encoding;
  out.resize(static_cast<size_t>(size));
  return out;
}

bool IsUtf8(std::string_view text) {
  const auto* data = reinterpret_cast<const uint8_t*>(text.data());
  auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    UChar32 c;
    U8_NEXT(data, i, size, c);
    if (c < 0) return false;
  }
  return true;
}

struct Case {
  const char* name;
  const char* encoding;      // of the bytes
  const char* content_type;  // of the response
  const char* meta;          // in the page
  const char* how;
};

void PrintTo(const Case& value, std::ostream* out) { *out << value.name; }

// HTML Standard 13.2.3.2: mark, transport, prescan, then the bytes themselves.
const Case kCases[] = {
    {"http", "windows-1251", "text/html; charset=windows-1251", "", "http"},
    {"http_quoted", "koi8-r", "text/html;charset=\"KOI8-R\"", "", "http"},
    {"http_before_meta", "windows-1251", "text/html; charset=windows-1251", "<meta charset=koi8-r>", "http"},
    {"meta", "windows-1251", "", "<meta charset=\"windows-1251\">", "meta"},
    {"meta_http_equiv", "koi8-r", "text/html",
     "<META HTTP-EQUIV=Content-Type CONTENT=\"text/html; charset=koi8-r\">", "meta"},
    {"label_cp1251", "windows-1251", "", "<meta charset=cp1251>", "meta"},
    {"ibm866", "ibm-866", "", "<meta charset=ibm866>", "meta"},
    {"undeclared_1251", "windows-1251", "", "", "detected"},
    {"undeclared_koi8", "koi8-r", "", "", "detected"},
    {"wrong_meta", "windows-1251", "", "<meta charset=koi8-r>", "detected"},
    {"wrong_http", "koi8-r", "text/html; charset=windows-1251", "<meta charset=koi8-r>", "meta"},
    {"latin1_declared", "windows-1251", "text/html; charset=iso-8859-1", "", "detected"},
    {"utf8_declared_as_1251", "utf-8", "text/html; charset=windows-1251", "<meta charset=windows-1251>",
     "utf-8 by its bytes"},
    {"1251_declared_as_utf8", "windows-1251", "text/html; charset=utf-8", "", "detected"},
    {"unknown_label", "utf-8", "text/html; charset=unheard-of", "", "utf-8 by its bytes"},
};

class CharsetCases : public testing::TestWithParam<Case> {};

TEST_P(CharsetCases, RussianComesOutRight) {
  const Case& test = GetParam();
  std::string page = "<html><head>" + std::string(test.meta) + "</head><body>" + std::string(kRussian) +
                     std::string(kRussian);
  Result<Decoded> decoded = DecodeHtml(Encode(page, test.encoding), test.content_type);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(ToNfc(decoded->text), page);
  EXPECT_EQ(decoded->how, test.how);
}

INSTANTIATE_TEST_SUITE_P(Table, CharsetCases, testing::ValuesIn(kCases),
                         [](const auto& param) { return std::string(param.param.name); });

TEST(Charset, ByteOrderMarksDecideAlone) {
  for (const char* encoding : {"utf-16le", "utf-16be"}) {
    std::string bytes = Encode("\xEF\xBB\xBF" + std::string(kVietnamese), encoding);
    Result<Decoded> decoded = DecodeHtml(bytes, "text/html; charset=windows-1251");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, kVietnamese);
    EXPECT_EQ(decoded->how, "bom");
  }
  Result<Decoded> utf8 = DecodeHtml("\xEF\xBB\xBF" + std::string(kVietnamese), "text/html; charset=koi8-r");
  ASSERT_TRUE(utf8);
  EXPECT_EQ(utf8->text, kVietnamese);
}

TEST(Charset, Utf16WithoutAMark) {
  Result<Decoded> decoded = DecodeHtml(Encode("<html><body><p>" + std::string(kVietnamese), "utf-16le"), "");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->charset, "utf-16le");
}

TEST(Charset, OldVietnameseFontsAreConverted) {
  std::string tcvn3 =
      "Uû ban nh©n d©n tØnh tæ chøc phiªn häp th­êng kú, ®¸nh gi¸ t×nh h×nh kinh tÕ, x· héi vµ bµn nhiÖm vô";
  tcvn3 += ". " + tcvn3;
  EXPECT_EQ(ConvertLegacy(tcvn3), "tcvn3");
  std::string once =
      "Uỷ ban nhân dân tỉnh tổ chức phiên họp thường kỳ, đánh giá tình hình kinh tế, xã hội và bàn nhiệm vụ";
  EXPECT_EQ(tcvn3, once + ". " + once);
  std::string vni =
      "Uûy ban nhaân daân tænh toå chöùc phieân hoïp thöôøng kyø, ñaùnh giaù tình hình kinh teá vaø baøn "
      "nhieäm vuï";
  EXPECT_EQ(ConvertLegacy(vni), "vni");
  EXPECT_EQ(ToNfc(vni),
            "Ủy ban nhân dân tỉnh tổ chức phiên họp thường kỳ, đánh giá tình hình kinh tế và bàn nhiệm vụ");
  std::string twice;  // UTF-8 read as windows-1252 and stored again
  std::string text = "Thủ tướng yêu cầu các tỉnh, thành phố tập trung thực hiện nhiệm vụ phát triển kinh tế";
  for (unsigned char c : text) {
    // windows-1252 has no letter for 81, 8D, 8F, 90, 9D; Latin-1 keeps them as controls
    icu::UnicodeString wide(static_cast<UChar>(c));
    if (c >= 0x80 && c < 0xA0)
      wide = icu::UnicodeString(reinterpret_cast<const char*>(&c), 1, "windows-1252");
    wide.toUTF8String(twice);
  }
  EXPECT_EQ(ConvertLegacy(twice), "mojibake");
  EXPECT_EQ(twice, text);
}

// Bytes of VISCII, which no converter here knows: read as windows-1252 its letters are not Vietnamese.
TEST(Charset, VietnameseThatCannotBeToldIsRefused) {
  const std::string viscii =
      "\xFCy ban nh\xE2n d\xE2n t\xEFnh giao S\xF7 Kinh t\xAA tham m\xDFu trong nhi\xAEm v\xF8 thu ng\xE2n "
      "s\xE1"
      "ch, "
      "theo d\xF5i vi\xAE"
      "c trao quy\xAB"
      "n cho c\xE1"
      "c qu\xA7n, huy\xAEn sau khi chung s\xD1"
      "c th\xF1"
      "c hi\xAEn "
      "k\xAA ho\xD5"
      "ch khai th\xE1"
      "c t\xE0i nguy\xEAn, tranh th\xFC ngu\xB0n v\xAFn trung \xDF\xBDng v\xE0 thay \xB1\xB0i c\xE1"
      "ch l\xE0m. ";
  Page page;
  page.bytes = "<html><head><title>Tin</title></head><body><div class=content><p>" + viscii + "</p><p>" +
               viscii + viscii + "</p></div></body></html>";
  Result<Article> article = CleanPage(page, RulesForTests());
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().kind, "not_text");
  EXPECT_NE(article.error().message.find("old font encoding"), std::string::npos) << article.error().message;
  Result<std::string> text = DecodeText(viscii + viscii, "");
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().kind, "not_text");
}

TEST(Charset, WhatCanBeToldIsReadable) {
  for (std::string text :
       {std::string(kVietnamese), std::string(kRussian),
        std::string(
            "Trung khai mạc, theo đó các sở giao kế hoạch thu cho huyện trong quý, sau khi tham mưu. "),
        std::string(
            "Trung tướng Trần Hoài Trung, Chính uỷ Quân khu, Bí thư Đảng uỷ Quân khu; Thượng tướng Lê "
            "Minh Khai, Tham mưu trưởng; Đại tá Đỗ Quang Thanh, Chủ nhiệm Hậu cần. "),
        std::string("Forseti Íslands þakkaði öllum þeim sem tóku þátt í starfinu á liðnu ári og óskaði þeim "
                    "heilla. ")}) {
    for (int i = 0; i < 3; ++i) text += text;
    EXPECT_TRUE(CheckReadable(text, "")) << text;
  }
}

TEST(Charset, OrdinaryTextIsNotTakenForAnOldFont) {
  for (std::string text :
       {std::string(kVietnamese), std::string(kRussian),
        std::string("Où est la bibliothèque ? Les élèves ont déjà été reçus à l’école près du théâtre, "
                    "c’était très agréable, "
                    "naïve maïs canoë, où la fête a été gâchée par la tempête, à côté du château."),
        std::string("Die Größe der Straßen überraschte für gewöhnlich die müßigen Gäste, die später über "
                    "Köln fuhren.")}) {
    std::string before = text;
    EXPECT_EQ(ConvertLegacy(text), "") << text;
    EXPECT_EQ(text, before);
  }
}

TEST(Charset, PlainTextInUtf8IsUnchanged) {
  std::string file = std::string(kVietnamese) + "\r\n\r\n\t" + std::string(kRussian) + "\n";
  Result<std::string> text = DecodeText(file, "");
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, file);
  EXPECT_EQ(*DecodeText(Encode(file, "windows-1251").substr(0, 0) + Encode(kRussian, "koi8-r"), ""),
            kRussian);
  EXPECT_EQ(*DecodeText("Sa\xCC\x81ng", ""), "Sáng");  // decomposed
}

TEST(Charset, ErrorsSayWhatTheBytesAre) {
  EXPECT_EQ(DecodeHtml("", "").error().kind, "empty");
  EXPECT_EQ(DecodeHtml("%PDF-1.4 …", "").error().kind, "not_text");
  EXPECT_EQ(DecodeHtml(std::string(500, '\x01'), "").error().kind, "not_text");
  EXPECT_EQ(DecodeText(std::string("PK\x03\x04 zip", 8), "").error().kind, "not_text");
}

TEST(Charset, AnyBytesGiveValidUtf8OrAnError) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random() % 400, '\0');
    int low = round % 3 == 0 ? 0 : 32;
    for (char& c : bytes)
      c = static_cast<char>(low + static_cast<int>(random() % static_cast<unsigned>(256 - low)));
    Result<Decoded> decoded = DecodeHtml(bytes, round % 2 ? "text/html; charset=utf-8" : "");
    if (decoded) {
      EXPECT_TRUE(IsUtf8(decoded->text));
      EXPECT_EQ(ToNfc(ToNfc(decoded->text)), ToNfc(decoded->text));
    }
  }
}

TEST(Charset, PrescanFindsTheMetaLateInTheHead) {
  EXPECT_EQ(PrescanMeta("<html><head>" + std::string(5000, ' ') + "<meta charset=koi8-r>"), "koi8-r");
  EXPECT_EQ(PrescanMeta("<meta charset='utf-16'>"), "utf-8");
  EXPECT_EQ(PrescanMeta("<?xml version=\"1.0\" encoding=\"windows-1251\"?><html>"), "windows-1251");
  EXPECT_EQ(PrescanMeta("<meta name=description content=charset>"), "");
}

}  // namespace
}  // namespace acta
