// Names of bodies in three languages: what they say, and which body that is.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/resolve/world_for_tests.h"

namespace acta {
namespace {

struct Row {
  const char* body;
  std::vector<const char*> names;
};

// Listed names, names in another order, of other kinds of body, raised to a ministry.
const Row kNames[] = {
    {"department-of-justice",
     {"Sở Tư pháp", "Department of Justice", "Justice Department", "Департамент юстиции"}},
    {"department-of-tourism", {"Sở Du lịch", "Tourism Department", "Министерство туризма"}},
    {"department-of-culture-and-sports", {"Sở Văn hóa và Thể thao", "Министерство культуры и спорта"}},
    {"department-of-labour-invalids-and-social-affairs",
     {"Sở Lao động - Thương binh và Xã hội", "Department of Labor, War Invalids and Social Affairs",
      "Департамент по делам труда, инвалидов войны и социальным вопросам"}},
    {"provincial-party-standing-committee",
     {"Ban Thường vụ Tỉnh ủy", "Standing Committee of the Provincial Party Committee",
      "Provincial Party Standing Committee", "Постоянный комитет провинциального комитета партии"}},
    {"provincial-party-organisation-commission",
     {"Ban Tổ chức Tỉnh ủy", "Organization Commission of the Provincial Party Committee",
      "Организационный отдел обкома партии"}},
    {"provincial-fatherland-front-committee",
     {"Ủy ban MTTQ Việt Nam tỉnh", "Provincial Vietnam Fatherland Front Committee",
      "Комитет Отечественного фронта Вьетнама провинции"}},
    {"national-assembly-office", {"Văn phòng Quốc hội", "NA Office", "Канцелярия НС"}},
    {"national-assembly-party-standing-committee",
     {"Ban Thường vụ Đảng ủy Quốc hội", "NA Party Committee's Standing Board",
      "Постоянное бюро партийного комитета НС"}},
    {"central-military-standing-board",
     {"Ban Thường vụ Quân ủy Trung ương", "Standing Board of the Central Military Commission",
      "Постоянное бюро Центральной военной комиссии"}},
    {"na-committee-deputy-affairs",
     {"Ủy ban Công tác đại biểu", "NA Committee for Deputy Affairs", "Комиссия НС по делам депутатов"}},
    {"central-propaganda-and-mass-mobilisation-commission",
     {"Ban Tuyên giáo và Dân vận Trung ương",
      "Отдел ЦК КПВ по пропаганде, политическому воспитанию и работе с народными массами"}},
    {"central-steering-committee-temporary-housing",
     {"Ban Chỉ đạo Trung ương triển khai xóa nhà tạm, nhà dột nát trên phạm vi cả nước",
      "Центральный руководящий комитет по ликвидации временных и ветхих домов по всей стране"}},
    {"commune-party-committee", {"Đảng ủy xã", "Commune Party Committee", "Коммунальный партийный комитет"}},
    {"commune-peoples-committee", {"UBND xã", "Commune People's Committee", "Коммунальный народный комитет"}},
};

bool Bears(const char* name, std::string_view body) {
  const std::vector<const Body*> found = TheWorld().bodies.Find(name, "");
  return std::any_of(found.begin(), found.end(), [&](const Body* one) { return one->id == body; });
}

TEST(Bodies, OneBodyInThreeLanguages) {
  for (const Row& row : kNames) {
    for (const char* name : row.names) EXPECT_TRUE(Bears(name, row.body)) << name << " = " << row.body;
  }
}

TEST(Bodies, APlaceIsTakenOffAndSaysTheLevel) {
  const BodyCatalog& bodies = TheWorld().bodies;
  const auto first = [&](const char* name, const char* place, const char* unit) {
    const std::vector<const Body*> found = bodies.Find(name, place, unit);
    return found.empty() ? std::string() : found.front()->id;
  };
  EXPECT_EQ(first("An Giang Provincial People's Committee", "An Giang", "province"),
            "provincial-peoples-committee");
  EXPECT_EQ(first("People's Committee of An Giang", "An Giang", "province"), "provincial-peoples-committee");
  EXPECT_EQ(first("Hanoi People's Committee", "Hanoi", "city"), "city-peoples-committee");
  EXPECT_EQ(first("Ханойский народный комитет", "Ханойский", "city"), "city-peoples-committee");
}

TEST(Bodies, NeighboursAreKeptApart) {
  EXPECT_FALSE(Bears("Office of the Provincial People's Committee", "provincial-peoples-committee"));
  EXPECT_FALSE(Bears("Party Committee of the Provincial People's Committee", "provincial-peoples-committee"));
  EXPECT_FALSE(Bears("Sở Văn hóa và Thể thao", "department-of-culture-sports-and-tourism"));
  EXPECT_FALSE(Bears("Провинциальный народный совет", "provincial-peoples-committee"));
  EXPECT_FALSE(Bears("Министерство внутренних дел", "department-of-justice"));
}

// A row of the table is one body of a place: not its office or standing committee, not the centre's of the same name, and
// no kind of which a place has many.
TEST(Bodies, NoTwoBodiesShareARow) {
  const std::pair<const char*, const char*> pairs[] = {
      {"Huyện ủy", "Ban Thường vụ Huyện ủy"},
      {"Đảng ủy xã", "Ban Thường vụ Đảng ủy xã"},
      {"Ban Chỉ đạo Phòng thủ dân sự quốc gia", "Văn phòng Ban Chỉ đạo Phòng thủ dân sự quốc gia"},
      {"Ủy ban An toàn giao thông Quốc gia", "Ban An toàn giao thông tỉnh"},
      {"Bệnh viện Phổi", "Bệnh viện Mắt"},
      {"Sư đoàn 5", "Trung đoàn 5"},
      {"Quân khu 4", "Đảng ủy Quân khu 4"},
      {"Phòng Xây dựng", "Phòng Khoa học và Công nghệ"},
      {"Ban Quản lý dự án 85", "Ban Quản lý dự án Thăng Long"}};
  for (const auto& [first, second] : pairs) {
    for (const Body* body : TheWorld().bodies.Find(first, "")) {
      EXPECT_FALSE(Bears(second, body->id)) << first << " = " << second;
    }
  }
}

// Bodies that no table lists are one when their names say the same and nothing is left over.
TEST(Bodies, WhatIsNotListedIsReadForWhatItSays) {
  const BodyCatalog& bodies = TheWorld().bodies;
  const BodyReading vi = bodies.Read("Tổ công tác số 3", ""), en = bodies.Read("Working Group No. 3", ""),
                    ru = bodies.Read("Рабочая группа № 3", ""),
                    other = bodies.Read("Working Group No. 4", "");
  EXPECT_TRUE(vi.whole()) << vi.Key();
  EXPECT_EQ(vi.Key(), en.Key());
  EXPECT_EQ(vi.Key(), ru.Key());
  EXPECT_NE(vi.Key(), other.Key());
  EXPECT_FALSE(bodies.Read("Working Group on Lotus Growing", "").whole()) << "words are left over";
}

// A committee for a resolution is known by it, by its level and by nothing else that a language says.
TEST(Bodies, ACommitteeIsKnownByTheResolutionThatItImplements) {
  const BodyCatalog& bodies = TheWorld().bodies;
  const std::string key =
      bodies.Read("Ban Chỉ đạo quốc gia triển khai Nghị quyết số 57-NQ/TW của Bộ Chính trị", "").Key();
  for (const char* name :
       {"national steering committee for implementing the Politburo's Resolution No. 57-NQ/TW on innovation",
        "National Steering Committee for the Implementation of Resolution 57",
        "Национальный руководящий комитет по реализации резолюции Политбюро № 57-NQ/TW об инновациях"}) {
    EXPECT_EQ(bodies.Read(name, "").Key(), key) << name;
  }
  for (const char* other : {"Ban Chỉ đạo thực hiện Nghị quyết số 57-NQ/TW", "Ban Chỉ đạo Đề án 06",
                            "national steering committee for implementing Resolution No. 68-NQ/TW",
                            "Ban Chỉ đạo quốc gia tổng kết Nghị quyết số 57-NQ/TW",
                            "Ban Chỉ đạo quốc gia về an toàn thực phẩm theo Nghị quyết số 57"}) {
    EXPECT_NE(bodies.Read(other, "").Key(), key) << other;
  }
}

// The only steering committee of a version is the other's, though only one of them says its level; of other kinds a
// level that is not said is another.
TEST(Bodies, TheOnlySteeringCommitteeOfEachVersionIsOne) {
  const auto one = [](const char* kind, const char* english, const char* russian, const char* level) {
    const Account en = AccountBuilder("en", "en", "2025-08-23", "nghe-an").Body(english, kind, "province");
    const Account ru = AccountBuilder("ru", "ru", "2025-08-23", "nghe-an").Body(russian, kind, level);
    const StoryResolution story = ResolveStory({&en, &ru}, TheWorld());
    return story.links[0].form == story.links[1].form;
  };
  const char *committee = "Steering Committee for Lotus Growing", *russian = "руководящий комитет по лотосам";
  EXPECT_TRUE(one("steering_committee", committee, russian, ""));
  EXPECT_TRUE(one("steering_committee", committee, russian, "province"));
  EXPECT_FALSE(one("steering_committee", committee, russian, "commune"));
  EXPECT_FALSE(one("agency", "Lotus Agency", "агентство лотосов", ""));
}

}  // namespace
}  // namespace acta
