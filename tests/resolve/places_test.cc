// Where an article plays: by its host, its headline, its text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "pipeline/resolve/article_place.h"
#include "pipeline/resolve/place_names.h"
#include "pipeline/resolve/place_tokens.h"
#include "pipeline/resolve/place_words.h"
#include "tests/resolve/world_for_tests.h"

namespace acta {
namespace {

PlaceUse PlaceOf(const std::string& url, const std::string& text) {
  Article article = PlainTextArticle("test", text);
  article.url = url;
  return ArticlePlace(article, {}, TheWorld());
}

TEST(Places, AHostBearsTheNameOfItsProvince) {
  const std::string text = "Hội nghị tổng kết công tác năm\n\nSáng 5/1, UBND tỉnh tổ chức hội nghị.";
  for (const char* url : {"https://angiang.gov.vn/tin/1", "https://sotuphap.angiang.gov.vn/tin/1",
                          "https://baoangiang.com.vn/tin-1.html", "https://en.baoangiang.com.vn/1"}) {
    EXPECT_EQ(PlaceOf(url, text).key, "an-giang") << url;
    EXPECT_EQ(PlaceOf(url, text).basis, "site") << url;
  }
  for (const char* url : {"https://moj.gov.vn/tin/1", "https://baochinhphu.vn/1", "https://nhandan.vn/1",
                          "https://angiangtourism.example/1", "http://127.0.0.1:8000/1", ""}) {
    EXPECT_FALSE(PlaceOf(url, text).known()) << url;
  }
}

TEST(Places, AHostThatNoTableKnowsIsNamedInTheHeadline) {
  const char* portal = "https://quangthai.gov.vn/1";
  EXPECT_EQ(PlaceOf(portal, "Quảng Thái: tàu thuyền vào bờ trước 15 giờ\n\nCông điện.").name, "Quảng Thái");
  EXPECT_FALSE(PlaceOf(portal, "Tàu thuyền vào bờ trước 15 giờ\n\nCông điện.").known());
  EXPECT_FALSE(PlaceOf("https://nhandan.vn/1", "Báo Nhân Dân họp\n\nTin.").known()) << "no portal";
}

TEST(Places, WordsAreTokensWithTheirPlaces) {
  const auto tokens = PlaceTokens("Từ Hà-Nội – “Анзянг”, 12\xFF/KH");
  std::vector<std::string> told;
  for (const PlaceToken& token : tokens)
    told.push_back(token.lower + (token.capital ? "^" : "") + (token.joined ? "+" : ""));
  EXPECT_THAT(told, testing::ElementsAre("từ^", "hà^+", "nội^+", "анзянг^", "12", "kh^"));
  EXPECT_EQ(tokens[2].begin, 9u);
  EXPECT_EQ(tokens[2].Key(), "noi");
  EXPECT_EQ(NameOf(tokens, 1, 2), "Hà Nội");
}

TEST(Places, AnAdjectiveIsNamedInTheNominative) {
  const std::pair<const char*, const char*> names[] = {
      {"Верхнеокской", "Верхнеокская"}, {"Верхнеокская", "Верхнеокская"}, {"Заозёрского", "Заозёрский"},
      {"Долгоцким", "Долгоцкий"},       {"Лонгзянг", "Лонгзянг"},         {"Long Giang", "Long Giang"}};
  for (const auto& [name, nominative] : names)
    EXPECT_EQ(PlaceNamed(name, std::nullopt, TheWorld()).name, nominative) << name;
  EXPECT_EQ(PlaceNamed("Верхнеокской", std::nullopt, TheWorld()).key, "верхнеокская");
  EXPECT_EQ(PlaceNamed("Ханойского", std::nullopt, TheWorld()).name, "Hà Nội");
}

TEST(Places, ATableOfWordsSaysWhatIsWrongWithIt) {
  const std::string path = testing::TempDir() + "place_words.tsv";
  const auto fault = [&](const std::string& rows) {
    std::ofstream(path) << "use\tvi\ten\tru\n" << rows;
    const Result<PlaceWords> words = PlaceWords::Load(path);
    return words ? std::string() : words.error().message;
  };
  EXPECT_THAT(fault("unit\txã\tward\t-\n"), testing::HasSubstr("\"province-before\" is missing"));
  EXPECT_THAT(fault("unit\txã\tward\t-\nunit\txã\t-\t-\n"), testing::HasSubstr(":3: \"unit\" stands twice"));
  EXPECT_THAT(fault("units\txã\tward\t-\n"), testing::HasSubstr(":2: \"units\" is no use of a word"));
  EXPECT_THAT(fault("unit\t-\t-\t-\n"), testing::HasSubstr("\"unit\" has no word"));
}

TEST(Places, WhoNamesTwoProvincesIsAtHome) {
  const auto abroad = [](const std::string& text) {
    Article article = PlainTextArticle("test", text);
    article.language = "ru";
    return AccountOf(article, {}, TheWorld()).abroad;
  };
  EXPECT_EQ(abroad("Тайфун\n\nВетер в провинциях Тханьхоа и Куангчи ослаб."), "");
  EXPECT_EQ(abroad("Тайфун\n\nВетер в области ослаб."), "?");
}

// No table has the communes: a text says where the one lies whose body it names, or it is not known.
TEST(Places, ACommuneLiesWhereTheTextSaysSo) {
  const auto place_of = [](const std::string& text, const char* unit, const char* level) {
    Facts facts;
    Agency agency;
    agency.level = At<std::string>{level, {}};
    agency.place = At<std::string>{unit, {}};
    facts.agencies.push_back(agency);
    return ArticlePlace(PlainTextArticle("test", text), facts, TheWorld()).key;
  };
  const std::string far(2000, ' ');
  EXPECT_EQ(place_of("Họp bàn phòng chống lũ\n\nUBND xã Hòa Lộc họp." + far + "Lũ về xã Hòa Lộc (Thanh Hóa).",
                     "Hòa Lộc", "commune"),
            "thanh-hoa");
  EXPECT_EQ(place_of("Họp\n\nĐảng ủy xã Tân Hội, huyện Châu Lộc, An Giang họp.", "Tân Hội", "commune"),
            "an-giang");
  EXPECT_EQ(place_of("Flood\n\nThe committee of Hoa Loc commune, Thanh Hoa met.", "Hoa Loc", "commune"),
            "thanh-hoa");
  EXPECT_EQ(place_of("Паводок\n\nВода пришла в коммуну Хоа Лок (Тханьхоа).", "Хоа Лок", "commune"),
            "thanh-hoa");
  for (const char* text :
       {"Họp\n\nUBND xã Hòa Lộc họp. Lũ về Thanh Hóa.", "Họp\n\nUBND xã Hòa Lộc và Thanh Hóa họp.",
        "Họp\n\nXã Tân Hội (Thanh Hóa) và UBND xã Hòa Lộc họp."}) {
    EXPECT_EQ(place_of(text, "Hòa Lộc", "commune"), "") << text;
  }
  EXPECT_EQ(place_of("Họp\n\nXã Hòa Lộc (Thanh Hóa), xã Hòa Lộc (An Giang) họp.", "Hòa Lộc", "commune"), "")
      << "two of the name";
}

TEST(Places, ANameBeforeProvincial) {
  EXPECT_EQ(PlaceOf("", "Decisions announced\n\nThe Lac An Provincial Party Committee met.").name, "Lac An");
  EXPECT_EQ(PlaceOf("", "Floods\n\nIn Nghe An province, a flood came.").key, "nghe-an");
  EXPECT_EQ(PlaceOf("", "Floods\n\nIn Lac An province, a flood came.").name, "Lac An");
  for (const char* text :
       {"Decisions announced\n\nThe Provincial Party Committee met.",
        "Decisions announced\n\nThe Permanent Deputy Provincial Secretary spoke. The province agreed."}) {
    EXPECT_FALSE(PlaceOf("", text).known()) << text;
  }
}

}  // namespace
}  // namespace acta
