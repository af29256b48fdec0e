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

TEST(Vietnamese, BaIsNoMan) {
  Facts facts = Read(
      "Giám đốc Sở Y tế Lê Thị Hoa phát biểu. Chủ tịch UBND tỉnh Trần Văn Bình chủ trì cuộc họp.\nBà yêu cầu "
      "Sở "
      "Tài chính báo cáo.");
  ASSERT_EQ(facts.directives.size(), 1u);
  EXPECT_EQ(facts.directives.front().issuer ? facts.directives.front().issuer->value : "-", "Lê Thị Hoa");
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

TEST(Vietnamese, TheDeputyWhoSignedIsNotTheIssuer) {
  Facts facts = Read(
      "Phó Chủ tịch UBND tỉnh Trần Văn Bình vừa ký Công văn số 15/UBND-KT yêu cầu Sở Y tế rà soát hồ sơ.");
  ASSERT_EQ(facts.resolutions.size(), 1u);
  ASSERT_TRUE(facts.resolutions[0].signer);
  EXPECT_EQ(facts.resolutions[0].signer->value, "Trần Văn Bình");
  EXPECT_TRUE(!facts.resolutions[0].issuer || facts.resolutions[0].issuer->value != "Trần Văn Bình");
  ASSERT_EQ(facts.directives.size(), 1u);
  ASSERT_TRUE(facts.directives[0].issuer);
  EXPECT_EQ(facts.directives[0].issuer->value, "UBND tỉnh");
}

TEST(Vietnamese, DeputiesInSmallLettersAreNoChairmen) {
  Facts facts =
      Read("Dự họp có các phó Chủ tịch Võ Đức Trong, Dương Văn Thắng và phó bí thư Tỉnh ủy Lê Thị Hoa.");
  ASSERT_EQ(facts.officials.size(), 3u);
  for (const Official& one : facts.officials) {
    for (const Post& post : one.posts) {
      EXPECT_NE(post.role->value, "chair") << one.name->value;
      EXPECT_NE(post.role->value, "secretary") << one.name->value;
    }
  }
}

TEST(Vietnamese, TheNextOnesPostIsNotTheLastOnes) {
  Facts facts = Read(
      "Dự họp có đồng chí Dương Anh Phong, UVBTV phó Chủ tịch UBND phường, đồng chí Trương Thế Kiều, Bí thư "
      "Đoàn.");
  const Official* kieu = Find(facts, "Trương Thế Kiều");
  ASSERT_TRUE(kieu);
  for (const Post& post : kieu->posts) EXPECT_EQ(post.role->value, "secretary");
}

TEST(Vietnamese, DirectorsOfCompaniesAreNoOfficials) {
  EXPECT_FALSE(Find(Read("Ông Nguyễn Văn An, Giám đốc Công ty cổ phần Hoa Sen, cho biết."), "Nguyễn Văn An"));
}

TEST(Vietnamese, TwoNamesakesStayTwo) {
  Facts facts = Read("Chủ tịch UBND tỉnh Trần Văn Bình và Trần Thị Bình, Giám đốc Sở Y tế dự.");
  EXPECT_TRUE(Find(facts, "Trần Văn Bình"));
  EXPECT_TRUE(Find(facts, "Trần Thị Bình"));
}

TEST(Vietnamese, ACaptionsDateIsNoDeadline) {
  EXPECT_TRUE(Read("Chủ tịch UBND tỉnh kiểm tra dự án ngày 15/9. Ảnh: Minh Tuấn").deadlines.empty());
}

TEST(Vietnamese, EachStateOfTasksGoesWithItsOwnFigure) {
  Facts facts =
      Read("Có 3.280 nhiệm vụ (trong hạn thực hiện là 3.138 nhiệm vụ, quá hạn thực hiện là 142 nhiệm vụ).");
  std::vector<std::pair<std::string, double>> states;
  for (const Progress& one : facts.progress) states.emplace_back(one.state->value, one.value->value);
  std::vector<std::pair<std::string, double>> want = {{"on_schedule", 3138}, {"late", 142}};
  EXPECT_EQ(states, want);
}

TEST(Vietnamese, ARangeOfRatesIsNoDayAndNoFigureOfItsEnd) {
  Facts facts = Read("Tỷ lệ nghèo đa chiều duy trì mức giảm 1-1,5%/năm.");
  EXPECT_TRUE(facts.deadlines.empty());
  for (const Target& one : facts.targets) {  // whole, or not at all
    EXPECT_EQ(one.value->value, 1);
    EXPECT_EQ(one.value_max ? one.value_max->value : 0, 1.5);
  }
}

TEST(Vietnamese, NobodyOrdersHimself) {
  Facts facts = Read(
      "Chính phủ vừa ban hành Nghị quyết số 77/NQ-CP.\nChính phủ thống nhất đánh giá kinh tế tiếp tục ổn "
      "định.");
  EXPECT_TRUE(facts.directives.empty());
}

TEST(Vietnamese, AMeetingThatIsReportedIsNoOrder) {
  EXPECT_TRUE(Read("Sáng 29/8, UBND phường tổ chức họp giao ban và triển khai nhiệm vụ tháng 9/2025.")
                  .directives.empty());
}

TEST(Vietnamese, AddresseesPartedBySemicolonsAreToldTogether) {
  Facts facts = Read(
      "UBND tỉnh yêu cầu Giám đốc Sở Y tế; Chủ tịch UBND các xã, phường; Công an tỉnh rà soát hồ sơ trước "
      "ngày "
      "15/12/2025.");
  ASSERT_EQ(facts.directives.size(), 1u);
  EXPECT_EQ(facts.directives[0].issuer->value, "UBND tỉnh");
  std::vector<std::string> told;
  for (const auto& one : facts.directives[0].assignees) told.push_back(one.value);
  EXPECT_EQ(told,
            (std::vector<std::string>{"Giám đốc Sở Y tế", "Chủ tịch UBND các xã, phường", "Công an tỉnh"}));
}

TEST(Vietnamese, NamesThatOpenABodyAndNamesOfTheHighlandsAreWhole) {
  Facts facts = Read(
      "Chủ tịch UBND tỉnh Trần Công Chánh chủ trì. Ông Lê Minh Trường, Phó Giám đốc Sở Y tế báo cáo. "
      "Phó Bí thư Tỉnh ủy Y Thanh Hà Niê Kđăm dự. Chủ tịch Ủy ban Mặt trận Tổ quốc xã Cao Thị Huyền cảm ơn.");
  for (const char* name : {"Trần Công Chánh", "Lê Minh Trường", "Y Thanh Hà Niê Kđăm", "Cao Thị Huyền"})
    EXPECT_NE(Find(facts, name), nullptr) << name;
  EXPECT_EQ(facts.officials.size(), 4u);
}

TEST(Vietnamese, WhoWasElectedAndWhoWasRelievedOfThePostBeforeTheName) {
  Facts facts = Read(
      "Thủ tướng phê chuẩn kết quả bầu Phó Chủ tịch UBND tỉnh nhiệm kỳ 2021 - 2026 đối với: ông Đặng Quốc "
      "Vinh, "
      "bà Dương Thị Thắng. Thủ tướng phê chuẩn việc miễn nhiệm chức danh Ủy viên UBND tỉnh nhiệm kỳ 2021 - "
      "2026 "
      "đối với ông Nguyễn Ngọc Ân, nguyên Giám đốc Sở Y tế.");
  EXPECT_EQ(CapacityOf(facts, "Đặng Quốc Vinh"), "appointed");
  EXPECT_EQ(CapacityOf(facts, "Dương Thị Thắng"), "appointed");
  EXPECT_EQ(CapacityOf(facts, "Nguyễn Ngọc Ân"), "relieved");
}

TEST(Vietnamese, AnAmountIsNotOffByAThousand) {
  EXPECT_EQ(Values(Read("Thu ngân sách phường đạt 8.254,817 triệu đồng.")), std::vector<double>{8254817e3});
  EXPECT_EQ(Values(Read("Tổng vốn đầu tư đạt hơn 1,35 triệu tỷ đồng.")), std::vector<double>{1.35e15});
  EXPECT_EQ(Values(Read("Tổng vốn đầu tư đạt 35 nghìn tỷ đồng.")), std::vector<double>{35e12});
}

TEST(Vietnamese, WhatWasDoneIsNoGoal) {
  Facts facts =
      Read("Công an xã bắt giữ 12 đối tượng, đạt 92,4%. Tổng số hồ sơ tiếp nhận trong năm là 2.945 hồ sơ.",
           "2026-01-15");
  ASSERT_EQ(facts.targets.size(), 3u);
  for (const Target& one : facts.targets) EXPECT_EQ(one.status->value, "result") << one.quote->value;
  EXPECT_TRUE(facts.directives.empty());
}

TEST(Vietnamese, AProposalGoesUpAndIsNoOrderOfTheBodyThatGetsIt) {
  Facts facts = Read(
      "Thanh tra tỉnh đã ban hành Kết luận số 15/KL-TTr, kiến nghị UBND tỉnh chỉ đạo xử lý trách nhiệm.");
  ASSERT_EQ(facts.directives.size(), 1u);
  EXPECT_EQ(facts.directives[0].issuer->value, "Thanh tra tỉnh");
  ASSERT_EQ(facts.directives[0].assignees.size(), 1u);
  EXPECT_EQ(facts.directives[0].assignees[0].value, "UBND tỉnh");
  EXPECT_EQ(facts.directives[0].strength->value, "propose");
}

TEST(Vietnamese, TheDepartmentThatAdvisesHasTheTask) {
  Facts facts =
      Read("Chủ tịch UBND tỉnh giao Sở Y tế tham mưu UBND tỉnh ban hành kế hoạch trước ngày 30/9/2025.");
  ASSERT_EQ(facts.directives.size(), 1u);
  ASSERT_EQ(facts.directives[0].assignees.size(), 1u);
  EXPECT_EQ(facts.directives[0].assignees[0].value, "Sở Y tế");
}

TEST(Vietnamese, AFigureSaysWhatItMeasures) {
  Facts facts = Read("Tỷ lệ giải quyết hồ sơ đúng hạn đạt 99,57%.");
  ASSERT_EQ(facts.targets.size(), 1u);
  ASSERT_TRUE(facts.targets[0].indicator);
  EXPECT_EQ(facts.targets[0].indicator->value, "Tỷ lệ giải quyết hồ sơ đúng hạn");
  EXPECT_EQ(facts.targets[0].quote->value, "đạt 99,57%");
}

TEST(Vietnamese, AHeadlineCallsTheIssuerByAShorterName) {
  Article article = PlainTextArticle(
      "vi",
      "Thủ tướng yêu cầu xem xét, giải quyết kiến nghị của 4 tỉnh\n\nThủ tướng Chính phủ vừa chỉ đạo các bộ, "
      "ngành liên quan xem xét, giải quyết một số kiến nghị của các tỉnh miền Trung.");
  article.published = "2025-09-10";
  Facts facts = Extract(article, Vietnamese());
  ASSERT_EQ(facts.directives.size(), 1U);
  EXPECT_EQ(facts.directives.front().issuer->value, "Thủ tướng Chính phủ");
}

TEST(Vietnamese, APlaceIsToldByItsNameAlone) {
  Facts facts = Read("Thủ tướng yêu cầu TPHCM tập trung phát triển du lịch.");
  ASSERT_EQ(facts.directives.size(), 1U);
  ASSERT_EQ(facts.directives.front().assignees.size(), 1U);
  EXPECT_EQ(facts.directives.front().assignees.front().value, "TPHCM");
}

TEST(Vietnamese, WhoIsToldIsNotWhoOrders) {
  Facts facts = Read("Kho bạc Nhà nước được yêu cầu thanh toán trước ngày 30/9/2025.");
  ASSERT_EQ(facts.directives.size(), 1u);
  EXPECT_FALSE(facts.directives[0].issuer);
  ASSERT_EQ(facts.directives[0].assignees.size(), 1u);
  EXPECT_EQ(facts.directives[0].assignees[0].value, "Kho bạc Nhà nước");
}

TEST(Vietnamese, TheNextSentenceSaysWhoPresided) {
  Facts facts = Read(
      "Sáng 5/9, UBND xã Mường Lạn họp, giao Phòng Kinh tế xã rà soát quỹ đất. Đồng chí Trần Văn Bình, Chủ "
      "tịch "
      "UBND xã chủ trì, yêu cầu Trạm Y tế xã báo cáo kết quả.");
  ASSERT_EQ(facts.events.size(), 1u);
  EXPECT_EQ(facts.events[0].date->value, (Date{2025, 9, 5}));
  ASSERT_TRUE(facts.events[0].chair);
  EXPECT_EQ(facts.events[0].chair->value, "Trần Văn Bình");
  ASSERT_EQ(facts.directives.size(), 2u);
  EXPECT_EQ(facts.directives[0].issuer->value, "UBND xã Mường Lạn");
  EXPECT_EQ(facts.directives[1].issuer->value, "Trần Văn Bình");
}

TEST(Vietnamese, AnEventOfNobodyGivesNoOrder) {
  Facts facts = Read("Sáng 5/9, hội nghị trực tuyến toàn tỉnh giao Sở Y tế báo cáo kết quả.");
  ASSERT_EQ(facts.directives.size(), 1u);
  EXPECT_FALSE(facts.directives[0].issuer);
}

}  // namespace
}  // namespace acta
