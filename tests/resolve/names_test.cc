// Names in three scripts: what may be one name, what is kept apart.
#include <gtest/gtest.h>

#include "pipeline/resolve/name_groups.h"
#include "tests/resolve/world_for_tests.h"

namespace acta {
namespace {

PersonName Name(const std::string& name, const std::string& language) {
  return ParseName(name, language, TheWorld().transcription);
}

struct Spelling {
  const char *vietnamese, *plain, *cyrillic;
};

// Usual spellings, spellings of other schools, slips of machines, and cases of the noun.
constexpr Spelling kOneName[] = {{"Hồ Văn Mừng", "Ho Van Mung", "Хо Ван Мынг"},
                                 {"Hồ Văn Mừng", "Ho Van Mung", "Хо Ван Мунгу"},
                                 {"Trần Quốc Thịnh", "Tran Quoc Thinh", "Чан Куок Тхиня"},
                                 {"Trần Quốc Thịnh", "Tran Quoc Thinh", "Чан Куок Тхинем"},
                                 {"Trần Quốc Thịnh", "Tran Quoc Thinh", "Тран Куок Тхинх"},
                                 {"Lê Thị Bích Hợp", "Le Thi Bich Hop", "Ле Тхи Бик Хоп"},
                                 {"Võ Chí Công", "Vo Chi Cong", "Во Ти Конг"},
                                 {"Phan Đình Trạc", "Phan Dinh Trac", "Фан Динь Чак"},
                                 {"Nguyễn Hoà Bình", "Nguyen Hoa Binh", "Нгуен Хоа Бинь"},
                                 {"Đặng Quốc Khánh", "Dang Quoc Khanh", "Данг Куок Кханя"},
                                 {"Giàng Páo Mỷ", "Giang Pao My", "Жанг Пао Ми"},
                                 {"Quách Thị Xuyến", "Quach Thi Xuyen", "Куать Тхи Суен"},
                                 {"Lý Nhơn Đức", "Ly Nhon Duc", "Ли Ньон Дык"},
                                 {"Dương Văn Ước", "Duong Van Uoc", "Зыонг Ван Ыок"},
                                 {"Huỳnh Như Ý", "Huynh Nhu Y", "Хюинь Ны И"},
                                 {"Vũ Đại Thắng", "Vu Dai Thang", "Ву Дай Тханга"},
                                 {"Hồ Chí Minh", "Ho Chi Minh", "Хо Ши Мин"}};

TEST(Names, OneNameInThreeScripts) {
  const Transcription& table = TheWorld().transcription;
  for (const Spelling& row : kOneName) {
    const PersonName vi = Name(row.vietnamese, "vi"), en = Name(row.plain, "en"),
                     ru = Name(row.cyrillic, "ru");
    EXPECT_TRUE(NameCost(vi, en, table)) << row.vietnamese << " = " << row.plain;
    EXPECT_TRUE(NameCost(vi, ru, table)) << row.vietnamese << " = " << row.cyrillic << " as " << ru.key;
    EXPECT_TRUE(NameCost(en, ru, table)) << row.plain << " = " << row.cyrillic;
    EXPECT_EQ(NameCost(vi, ru, table), NameCost(ru, vi, table)) << "the cost is symmetric";
    EXPECT_EQ(vi.block, ru.block) << row.vietnamese;
    EXPECT_EQ(en.block, ru.block) << row.plain;
  }
}

TEST(Names, LookAlikesAreKeptApart) {
  const Transcription& table = TheWorld().transcription;
  constexpr std::pair<const char*, const char*> kApart[] = {{"Hồ Văn Mừng", "Хо Ван Манг"},
                                                            {"Trần Quốc Thịnh", "Чан Куок Тхань"},
                                                            {"Lê Minh Hưng", "Ле Минь Хоанг"},
                                                            {"Nguyễn Văn Thắng", "Нгуен Ван Тхань"},
                                                            {"Phạm Bình Minh", "Фам Бинь Минь Тхи"},
                                                            {"Đỗ Bá Tỵ", "До Ба Ту"},
                                                            {"Vũ Thu Hà", "Ву Тху Хай"},
                                                            {"Nguyễn Văn Nam", "Нгуен Ван Ан"}};
  for (const auto& [vi, ru] : kApart)
    EXPECT_FALSE(NameCost(Name(vi, "vi"), Name(ru, "ru"), table)) << vi << " = " << ru;
  EXPECT_FALSE(NameCost(Name("Nguyễn Văn Hùng", "vi"), Name("Nguyễn Văn Hưng", "vi"), table));
  EXPECT_TRUE(NameCost(Name("Nguyễn Hoà", "vi"), Name("Nguyễn Hòa", "vi"), table))
      << "the tone's place is a habit";
}

TEST(Names, NamesOfOtherCountries) {
  const Transcription& table = TheWorld().transcription;
  EXPECT_TRUE(NameCost(Name("Vladimir Putin", "en"), Name("Владимир Путин", "ru"), table));
  EXPECT_TRUE(NameCost(Name("Alexander Petrov", "vi"), Name("Александр Петров", "ru"), table));
  EXPECT_FALSE(NameCost(Name("Vladimir Petrov", "en"), Name("Владимир Путин", "ru"), table));
}

// The group, as a list of what was given, in which the n-th name is.
size_t GroupOf(const std::vector<NameGroup>& groups, size_t n) {
  for (size_t g = 0; g < groups.size(); ++g) {
    for (const auto& member : groups[g].members) {
      if (member.name == n) return g;
    }
  }
  return groups.size();
}

TEST(Names, WhatCouldBeTwoStaysByItself) {
  const PersonName names[] = {Name("Nguyễn Mạnh Hùng", "vi"), Name("Nguyễn Mạnh Hưng", "vi"),
                              Name("Nguyen Manh Hung", "en"), Name("Нгуен Мань Хынг", "ru"),
                              Name("Нгуен Мань Хунг", "ru")};
  std::vector<const PersonName*> all;
  for (const PersonName& name : names) all.push_back(&name);
  const std::vector<NameGroup> groups = GroupNames(all, TheWorld().transcription);
  EXPECT_NE(GroupOf(groups, 0), GroupOf(groups, 1));
  EXPECT_NE(GroupOf(groups, 2), GroupOf(groups, 0)) << "plain letters do not say which of the two";
  EXPECT_NE(GroupOf(groups, 2), GroupOf(groups, 1));
  EXPECT_EQ(GroupOf(groups, 3), GroupOf(groups, 1)) << "ынг is only Hưng";
  EXPECT_NE(GroupOf(groups, 4), GroupOf(groups, 0)) << "унг is both";
}

}  // namespace
}  // namespace acta
