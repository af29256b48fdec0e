// The errors that a reader of the records would not forgive, in Vietnamese.

#include <gtest/gtest.h>

#include <algorithm>

#include "extractors/engine/extract.h"

namespace acta {
namespace {

const Pack& Vietnamese() {
  static const Pack pack = [] {
    auto loaded = LoadPack(std::string(ACTA_SOURCE_DIR) + "/extractors", "vi");
    EXPECT_TRUE(loaded) << loaded.error().message;
    return std::move(*loaded);
  }();
  return pack;
}

Facts Read(const std::string& body, const char* published = "2025-09-10") {
  Article article = PlainTextArticle("vi", "\n\n" + body);
  article.published = published;
  return Extract(article, Vietnamese());
}

const Official* Find(const Facts& facts, std::string_view name) {
  auto found = std::find_if(facts.officials.begin(), facts.officials.end(),
                            [&](const Official& one) { return one.name->value == name; });
  return found == facts.officials.end() ? nullptr : &*found;
}

std::string CapacityOf(const Facts& facts, std::string_view name) {
  const Official* official = Find(facts, name);
  if (!official || official->posts.empty() || !official->posts.front().capacity) return "";
  return official->posts.front().capacity->value;
}

std::vector<double> Values(const Facts& facts) {
  std::vector<double> values;
  for (const Target& one : facts.targets) values.push_back(one.value->value);
  return values;
}

TEST(Vietnamese, TellsFormerActingAndLateChairmenFromTheChairman) {
  Facts facts = Read(
      "Dự lễ có nguyên Chủ tịch UBND tỉnh Hồ Sỹ Đạt. Quyền Chủ tịch UBND tỉnh Phùng Thế Hưng phát biểu. "
      "Gia đình cố Chủ tịch UBND tỉnh Trần Văn Bình dự. Chủ tịch UBND huyện Lê Thị Hoa cảm ơn.");
  EXPECT_EQ(CapacityOf(facts, "Hồ Sỹ Đạt"), "former");
  EXPECT_EQ(CapacityOf(facts, "Phùng Thế Hưng"), "acting");
  EXPECT_EQ(CapacityOf(facts, "Trần Văn Bình"), "deceased");
  EXPECT_EQ(CapacityOf(facts, "Lê Thị Hoa"), "current");
}

TEST(Vietnamese, ADepartmentAdvisesTheCommitteeAndDoesNotOrderIt) {
  Facts facts = Read("Sở Y tế tham mưu UBND tỉnh ban hành kế hoạch trước ngày 30/9/2025.");
  for (const Directive& one : facts.directives) {
    for (const auto& assignee : one.assignees) EXPECT_NE(assignee.value, "UBND tỉnh");
  }
}

TEST(Vietnamese, NotYetFinishedIsNotDone) {
  Facts facts = Read("Đến nay còn 3 nhiệm vụ chưa hoàn thành, quá hạn.");
  for (const Progress& one : facts.progress) EXPECT_NE(one.state->value, "done");
}

TEST(Vietnamese, ADeadlineInJanuaryToldInDecemberIsNextYears) {
  Facts facts = Read("Chủ tịch UBND tỉnh yêu cầu các sở báo cáo trước ngày 15/01.", "2025-12-20");
  ASSERT_EQ(facts.deadlines.size(), 1u);
  EXPECT_EQ(ToIso(facts.deadlines[0].date->value), "2026-01-15");
}

TEST(Vietnamese, AmountsAreMultipliedOut) {
  EXPECT_EQ(Values(Read("Thu ngân sách đạt 6.295 tỷ đồng.")), std::vector<double>{6295e9});
  EXPECT_EQ(Values(Read("Thu ngân sách đạt 1.573,1 tỷ đồng.")), std::vector<double>{1573.1e9});
}

TEST(Vietnamese, ScoresTelephonesAndCountersAreNoTargets) {
  EXPECT_TRUE(Read("Đội tuyển Việt Nam thắng 3-1. Liên hệ 0203.3555.112. 15.402 lượt xem.").targets.empty());
}

TEST(Vietnamese, JournalistsAreNoOfficials) {
  Facts facts = Read("Giám đốc Sở Y tế Lê Thị Hoa phát biểu. Ảnh: Gia Hân\nPV: Nguyễn Văn Nam");
  EXPECT_NE(Find(facts, "Lê Thị Hoa"), nullptr);
  EXPECT_EQ(Find(facts, "Nguyễn Văn Nam"), nullptr);
  EXPECT_EQ(facts.officials.size(), 1u);
}

TEST(Vietnamese, DatesOfMeetingsAndPeriodsOfPlansAreNoDeadlines) {
  EXPECT_TRUE(Read("Sáng 25/9, UBND tỉnh họp về Kế hoạch giai đoạn 2026-2030, tầm nhìn đến năm 2045.")
                  .deadlines.empty());
}

TEST(Vietnamese, AppointmentsAreNoOrders) {
  Facts facts =
      Read("Ban Thường vụ Tỉnh ủy phân công đồng chí Vi Văn Chuyên giữ chức Trưởng Ban Tổ chức Tỉnh ủy.");
  EXPECT_TRUE(facts.directives.empty());
}

TEST(Vietnamese, FiguresThatContradictEachOtherAreKeptAsPrinted) {
  Facts facts = Read("Tỉnh đã giải ngân 500 tỷ đồng. Tỉnh đã giải ngân 550 tỷ đồng.");
  EXPECT_EQ(Values(facts), (std::vector<double>{500e9, 550e9}));
}

TEST(Vietnamese, ATermFromAnEventHasNoDay) {
  Facts facts =
      Read("Chủ tịch UBND tỉnh yêu cầu Sở Y tế báo cáo trong vòng 10 ngày kể từ ngày nhận văn bản.");
  ASSERT_EQ(facts.deadlines.size(), 1u);
  EXPECT_FALSE(facts.deadlines[0].date);
  ASSERT_TRUE(facts.deadlines[0].anchor);
  EXPECT_EQ(facts.deadlines[0].anchor->count->value, 10);
}

TEST(Vietnamese, WhoOrderedIsCarriedFromOrderToOrder) {
  Facts facts = Read(
      "UBND thành phố giao Sở Y tế rà soát hồ sơ. Đồng thời chủ động giám sát dịch bệnh.\n"
      "Sở Xây dựng cũng phải khẩn trương triển khai kết luận.");
  ASSERT_EQ(facts.directives.size(), 3u);
  for (const Directive& one : facts.directives) {
    ASSERT_TRUE(one.issuer);
    EXPECT_EQ(one.issuer->value, "UBND thành phố");
  }
  EXPECT_EQ(facts.directives[1].assignees.front().value, "Sở Y tế");
  EXPECT_EQ(facts.directives[2].assignees.front().value, "Sở Xây dựng");
}

}  // namespace
}  // namespace acta
