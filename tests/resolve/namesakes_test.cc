// Namesakes: people, bodies and instruments that bear one name and are not one. No false merge.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/resolve/world_for_tests.h"

namespace acta {
namespace {

TEST(Namesakes, OneNameInTwoProvinces) {
  const OneWorld all = ResolveAll(
      {AccountBuilder("1", "vi", "2025-03-01", "an-giang").Person("Nguyễn Văn Hùng", "chair", "UBND tỉnh"),
       AccountBuilder("2", "vi", "2025-03-01", "lao-cai").Person("Nguyễn Văn Hùng", "chair", "UBND tỉnh"),
       AccountBuilder("3", "en", "2025-06-01", "lao-cai")
           .Person("Nguyen Van Hung", "chair", "Provincial People's Committee"),
       AccountBuilder("4", "ru", "2025-09-01", "").Person("Нгуен Ван Хунг", "chair")},
      TheWorld());
  EXPECT_NE(EntityOf(all, "1/Nguyễn Văn Hùng"), EntityOf(all, "2/Nguyễn Văn Hùng"));
  EXPECT_EQ(EntityOf(all, "2/Nguyễn Văn Hùng"), EntityOf(all, "3/Nguyen Van Hung"));
  EXPECT_NE(EntityOf(all, "4/Нгуен Ван Хунг"), EntityOf(all, "1/Nguyễn Văn Hùng")) << "it could be either";
  EXPECT_NE(EntityOf(all, "4/Нгуен Ван Хунг"), EntityOf(all, "2/Nguyễn Văn Hùng"));
}

TEST(Namesakes, OneNameInTwoOfficesOfAProvince) {
  const OneWorld all = ResolveAll(
      {AccountBuilder("1", "vi", "2025-03-01", "an-giang").Person("Trần Thị Hoa", "director", "Sở Y tế"),
       AccountBuilder("2", "vi", "2025-03-09", "an-giang").Person("Trần Thị Hoa", "director", "Sở Tư pháp")},
      TheWorld());
  EXPECT_NE(EntityOf(all, "1/Trần Thị Hoa"), EntityOf(all, "2/Trần Thị Hoa"));
}

TEST(Namesakes, TheOnlyOneOfTheNameIsTakenForItWithoutAPlace) {
  const OneWorld all = ResolveAll(
      {AccountBuilder("1", "vi", "2025-03-01", "an-giang").Person("Hồ Văn Mừng", "chair", "UBND tỉnh"),
       AccountBuilder("2", "ru", "2025-05-01", "").Person("Хо Ван Мунг", "chair")},
      TheWorld());
  EXPECT_EQ(EntityOf(all, "1/Hồ Văn Mừng"), EntityOf(all, "2/Хо Ван Мунг"));
}

TEST(Namesakes, BodiesAreOfTheirProvinceAndTheirTime) {
  const OneWorld all = ResolveAll(
      {AccountBuilder("1", "vi", "2024-05-01", "thai-binh")
           .Body("UBND tỉnh", "peoples_committee", "province"),
       AccountBuilder("2", "vi", "2025-08-01", "hung-yen").Body("UBND tỉnh", "peoples_committee", "province"),
       AccountBuilder("3", "en", "2025-08-02", "hung-yen")
           .Body("Provincial People's Committee", "peoples_committee", "province"),
       AccountBuilder("4", "vi", "2025-08-02", "").Body("UBND tỉnh", "peoples_committee", "province")},
      TheWorld());
  EXPECT_NE(EntityOf(all, "1/UBND tỉnh"), EntityOf(all, "2/UBND tỉnh"));
  EXPECT_EQ(EntityOf(all, "2/UBND tỉnh"), EntityOf(all, "3/Provincial People's Committee"));
  for (const char* other : {"1/UBND tỉnh", "2/UBND tỉnh"})
    EXPECT_NE(EntityOf(all, "4/UBND tỉnh"), EntityOf(all, other));
}

// What is told of the end of the body, "" while it stands.
std::string EndOf(const OneWorld& all, const std::string& record) {
  const std::string id = EntityOf(all, record);
  for (const Entity& entity : all.entities) {
    if (entity.id == id) return entity.reasons.front().evidence;
  }
  return "no entity";
}

TEST(Namesakes, SuccessorsAreToldAndNotMerged) {
  const OneWorld all = ResolveAll({AccountBuilder("1", "vi", "2024-05-01", "thai-binh")
                                       .Body("UBND tỉnh", "peoples_committee", "province")
                                       .Body("Sở Kế hoạch và Đầu tư", "department", "province")
                                       .Body("Bộ Tài nguyên và Môi trường", "ministry", "central"),
                                   AccountBuilder("2", "vi", "2025-08-01", "hung-yen")
                                       .Body("UBND tỉnh", "peoples_committee", "province")
                                       .Body("Sở Tài chính", "department", "province")
                                       .Body("Bộ Nông nghiệp và Môi trường", "ministry", "central")},
                                  TheWorld());
  const std::pair<const char*, const char*> kNext[] = {
      {"1/UBND tỉnh", "2/UBND tỉnh"},
      {"1/Sở Kế hoạch và Đầu tư", "2/Sở Tài chính"},
      {"1/Bộ Tài nguyên và Môi trường", "2/Bộ Nông nghiệp và Môi trường"}};
  for (const auto& [old, now] : kNext) {
    EXPECT_NE(EntityOf(all, old), EntityOf(all, now)) << old;
    EXPECT_NE(EndOf(all, old).find(EntityOf(all, now)), std::string::npos) << old << ": " << EndOf(all, old);
    EXPECT_EQ(EndOf(all, now), "") << now;
  }
  EXPECT_TRUE(EndOf(all, "1/UBND tỉnh").starts_with("until 2025-06-30")) << EndOf(all, "1/UBND tỉnh");
}

TEST(Namesakes, AMinistryThatAProvinceOrdersAboutIsItsDepartment) {
  const OneWorld all = ResolveAll(
      {AccountBuilder("1", "ru", "2025-08-01", "an-giang")
           .Body("Народный комитет провинции", "peoples_committee", "province")
           .Body("Министерство юстиции", "ministry", "", true),
       AccountBuilder("2", "vi", "2025-06-01", "an-giang").Body("Sở Tư pháp", "department", "province"),
       AccountBuilder("3", "vi", "2025-06-01", "").Body("Bộ Tư pháp", "ministry", "central"),
       AccountBuilder("4", "ru", "2025-08-01", "").Body("Министерство юстиции", "ministry", "", true)},
      TheWorld());
  EXPECT_EQ(EntityOf(all, "1/Министерство юстиции"), EntityOf(all, "2/Sở Tư pháp"));
  EXPECT_EQ(EntityOf(all, "4/Министерство юстиции"), EntityOf(all, "3/Bộ Tư pháp"));
}

// A provincial paper that reprints an order of the centre makes no departments of ministries.
TEST(Namesakes, AMinistryThatTheCentreOrdersAboutStaysAMinistry) {
  const auto assigned = [](const char* role) {
    Article article =
        PlainTextArticle("test", "Шторм\n\nФам Минь Чинь поручил Министерству финансов доложить.");
    Facts facts;
    Official& official = facts.officials.emplace_back();
    official.name = At<std::string>{"Фам Минь Чинь", {}};
    official.posts.emplace_back().role = At<std::string>{role, {}};
    facts.agencies.emplace_back().name = At<std::string>{"Министерство финансов", {}};
    Directive& directive = facts.directives.emplace_back();
    directive.issuer = At<std::string>{"Фам Минь Чинь", {}};
    directive.assignees.push_back(At<std::string>{"Министерство финансов", {}});
    return AccountOf(article, facts, TheWorld()).bodies.at(0).assigned;
  };
  EXPECT_FALSE(assigned("prime_minister"));
  EXPECT_TRUE(assigned("chair"));
}

TEST(Namesakes, OneNumberInTwoProvincesAndTwoYears) {
  const OneWorld all = ResolveAll(
      {AccountBuilder("1", "vi", "2024-02-01", "an-giang").Document("2/QD-UBND", "decision", "2024-01-05"),
       AccountBuilder("2", "vi", "2025-02-01", "an-giang").Document("2/QD-UBND", "decision", "2025-01-07"),
       AccountBuilder("3", "vi", "2025-02-01", "lao-cai").Document("2/QD-UBND", "decision", "2025-01-07"),
       AccountBuilder("4", "vi", "2025-03-01", "an-giang").Document("2/QD-UBND", "decision"),
       AccountBuilder("5", "ru", "2025-03-01", "").Document("57-NQ/TW", "resolution"),
       AccountBuilder("6", "vi", "2025-03-01", "an-giang").Document("57-NQ/TW", "resolution", "2024-12-22")},
      TheWorld());
  const std::string first = EntityOf(all, "1/2/QD-UBND"), second = EntityOf(all, "2/2/QD-UBND");
  EXPECT_NE(first, second) << "numbers begin anew each year";
  EXPECT_NE(second, EntityOf(all, "3/2/QD-UBND")) << "each province has its own";
  EXPECT_NE(EntityOf(all, "4/2/QD-UBND"), first) << "without a year it could be either";
  EXPECT_NE(EntityOf(all, "4/2/QD-UBND"), second);
  EXPECT_EQ(EntityOf(all, "5/57-NQ/TW"), EntityOf(all, "6/57-NQ/TW")) << "the Politburo has one";
}

// A number without its code is the one in full where the kind and a central issuer leave one way to write it.
TEST(Namesakes, AShortNumberOfACentralIssuer) {
  const OneWorld all = ResolveAll(
      {AccountBuilder("1", "en", "2025-12-15", "quang-tri").Document("692/TB-VPCP", "notice", "2025-12-14"),
       AccountBuilder("2", "vi", "2025-12-15", "quang-tri")
           .Document("692", "notice", "", "Văn phòng Chính phủ"),
       AccountBuilder("3", "ru", "2025-12-15", "").Document("68", "resolution", "", "Политбюро"),
       AccountBuilder("4", "vi", "2025-12-15", "an-giang").Document("68-NQ/TW", "resolution"),
       AccountBuilder("5", "vi", "2025-12-15", "an-giang").Document("692", "notice", "", "UBND tỉnh"),
       AccountBuilder("6", "vi", "2025-12-15", "an-giang").Document("68", "resolution")},
      TheWorld());
  EXPECT_EQ(EntityOf(all, "1/692/TB-VPCP"), EntityOf(all, "2/692"));
  EXPECT_EQ(EntityOf(all, "3/68"), EntityOf(all, "4/68-NQ/TW"));
  EXPECT_NE(EntityOf(all, "1/692/TB-VPCP"), EntityOf(all, "5/692"));
  EXPECT_NE(EntityOf(all, "4/68-NQ/TW"), EntityOf(all, "6/68"));
}

TEST(Namesakes, OfficialsOfMergedProvincesStayApart) {
  const OneWorld all = ResolveAll(
      {AccountBuilder("1", "vi", "2024-05-01", "thai-binh").Person("Nguyễn Văn Nam", "chair", "UBND tỉnh"),
       AccountBuilder("2", "vi", "2025-08-01", "hung-yen").Person("Nguyễn Văn Nam", "chair", "UBND tỉnh"),
       AccountBuilder("3", "en", "2025-08-05", "").Person("Nguyen Van Nam")},
      TheWorld());
  EXPECT_NE(EntityOf(all, "1/Nguyễn Văn Nam"), EntityOf(all, "2/Nguyễn Văn Nam"));
  for (const char* other : {"1/Nguyễn Văn Nam", "2/Nguyễn Văn Nam"})
    EXPECT_NE(EntityOf(all, "3/Nguyen Van Nam"), EntityOf(all, other)) << "it could be either";
}

TEST(Namesakes, MarksTellNamesApart) {
  const OneWorld all = ResolveAll(
      {AccountBuilder("1", "vi", "2025-03-01", "an-giang").Person("Lê Thị Hoa", "chair", "UBND tỉnh"),
       AccountBuilder("2", "vi", "2025-04-01", "an-giang").Person("Lê Thị Hòa", "vice_chair", "UBND tỉnh"),
       AccountBuilder("3", "en", "2025-05-01", "an-giang")
           .Person("Le Thi Hoa", "chair", "Provincial People's Committee")},
      TheWorld());
  EXPECT_NE(EntityOf(all, "1/Lê Thị Hoa"), EntityOf(all, "2/Lê Thị Hòa"));
  EXPECT_NE(EntityOf(all, "3/Le Thi Hoa"), EntityOf(all, "2/Lê Thị Hòa")) << "it could be either";
  EXPECT_NE(EntityOf(all, "3/Le Thi Hoa"), EntityOf(all, "1/Lê Thị Hoa"));
}

TEST(Namesakes, OneNameAtTheCentreAndInAProvince) {
  const OneWorld all = ResolveAll(
      {AccountBuilder("1", "vi", "2025-03-01", "").Person("Trần Hồng Hà", "deputy_prime_minister"),
       AccountBuilder("2", "vi", "2025-03-09", "lao-cai").Person("Trần Hồng Hà", "director", "Sở Y tế")},
      TheWorld());
  EXPECT_NE(EntityOf(all, "1/Trần Hồng Hà"), EntityOf(all, "2/Trần Hồng Hà"));
}

TEST(Namesakes, NumbersOfMergedProvincesAndOfTwoBodiesStayApart) {
  const OneWorld all = ResolveAll(
      {AccountBuilder("1", "vi", "2025-02-01", "thai-binh")
           .Document("15/NQ-HDND", "resolution", "2025-01-20"),
       AccountBuilder("2", "vi", "2025-08-01", "hung-yen").Document("15/NQ-HDND", "resolution", "2025-01-20"),
       AccountBuilder("3", "vi", "2025-08-09", "hung-yen").Document("15/QD-UBND", "decision", "2025-07-20"),
       AccountBuilder("4", "vi", "2025-08-09", "").Document("15/NQ-HDND", "resolution")},
      TheWorld());
  const std::string old = EntityOf(all, "1/15/NQ-HDND"), now = EntityOf(all, "2/15/NQ-HDND");
  EXPECT_NE(old, now) << "the province of today did not issue what the old one did";
  EXPECT_NE(now, EntityOf(all, "3/15/QD-UBND"));
  EXPECT_NE(EntityOf(all, "4/15/NQ-HDND"), old) << "nothing says whose it is";
  EXPECT_NE(EntityOf(all, "4/15/NQ-HDND"), now);
}

TEST(Namesakes, OneDepartmentInTwoProvincesInAnyLanguage) {
  const OneWorld all = ResolveAll(
      {AccountBuilder("1", "vi", "2025-08-01", "an-giang").Body("Sở Tư pháp", "department", "province"),
       AccountBuilder("2", "en", "2025-08-01", "lao-cai")
           .Body("Department of Justice", "department", "province"),
       AccountBuilder("3", "ru", "2025-08-01", "an-giang")
           .Body("Департамент юстиции", "department", "province"),
       AccountBuilder("4", "vi", "2025-08-01", "").Body("Sở Tư pháp", "department", "province")},
      TheWorld());
  EXPECT_EQ(EntityOf(all, "1/Sở Tư pháp"), EntityOf(all, "3/Департамент юстиции"));
  EXPECT_NE(EntityOf(all, "1/Sở Tư pháp"), EntityOf(all, "2/Department of Justice"));
  for (const char* other : {"1/Sở Tư pháp", "2/Department of Justice"})
    EXPECT_NE(EntityOf(all, "4/Sở Tư pháp"), EntityOf(all, other));
}

// A body that no table has is the only one of its kind in the other version, unless it says another field.
TEST(Namesakes, ACommitteeOfTheAssemblyIsNotTheAssembly) {
  const auto together = [](const char* english, const char* russian) {
    const Account en = AccountBuilder("1", "en", "2025-09-30", "").Body(english, "assembly", "central");
    const Account ru = AccountBuilder("2", "ru", "2025-09-30", "").Body(russian, "assembly", "central");
    const StoryResolution story = ResolveStory({&en, &ru}, TheWorld());
    return story.links.at(0).form == story.links.at(1).form;
  };
  EXPECT_FALSE(together("NA Economic Watch", "Национальное собрание"));
  EXPECT_TRUE(together("Parliament House", "Национальное собрание"));
  EXPECT_TRUE(together("NA’s Economic and Financial Committee",
                       "Экономический и финансовый комитет Национального собрания"));
}

Account Read(const std::string& source, const std::string& language, const std::string& text,
             const std::string& ministry) {
  Article article;
  article.source = source;
  article.language = language;
  article.text = text;
  Facts facts;
  Agency& agency = facts.agencies.emplace_back();
  agency.head.id = source + "/ministry";
  agency.name = At<std::string>{ministry, {}};
  agency.kind = At<std::string>{"ministry", {}};
  agency.level = At<std::string>{"central", {}};
  return AccountOf(article, facts, TheWorld());
}

TEST(Namesakes, MinistriesOfTwoStates) {
  const std::string kMinistry = "Министерство строительства";
  const OneWorld all = ResolveAll(
      {Read("home", "vi", "Bộ Xây dựng trình đề án.", "Bộ Xây dựng"),
       Read("of home", "ru", "Министерство строительства Вьетнама внесло проект.", kMinistry),
       Read("russia", "ru", "Министерство строительства России внесло проект.", kMinistry),
       Read("russia again", "ru", "Проект закона РФ внесло Министерство строительства.", kMinistry),
       Read("nowhere", "ru", "Губернатор поручил Министерству строительства внести проект.", kMinistry)},
      TheWorld());
  const std::string home = EntityOf(all, "home/ministry"), russia = EntityOf(all, "russia/ministry");
  EXPECT_EQ(EntityOf(all, "of home/ministry"), home);
  EXPECT_NE(russia, home);
  EXPECT_EQ(EntityOf(all, "russia again/ministry"), russia);
  EXPECT_NE(EntityOf(all, "nowhere/ministry"), home) << "what could be two stays apart";
  EXPECT_NE(EntityOf(all, "nowhere/ministry"), russia);
}

TEST(States, AreNamedByTheirWords) {
  const States& states = TheWorld().states;
  EXPECT_EQ(states.Of("В Российской Федерации"), "russia");
  EXPECT_EQ(states.Of("Талантливые люди и российский рынок"), "") << "no capital";
  EXPECT_EQ(states.Of("Из России во Вьетнам"), "vietnam") << "home wins";
  EXPECT_EQ(states.Of("Between India and China"), "") << "which of them?";
  EXPECT_TRUE(states.HostedAtHome("https://angiang.gov.vn/news"));
  EXPECT_FALSE(states.HostedAtHome("https://example.org/a.vn"));
}

TEST(Namesakes, TheOrderOfArticlesDoesNotMatter) {
  std::vector<Account> accounts = {
      AccountBuilder("1", "vi", "2025-03-01", "an-giang")
          .Person("Nguyễn Văn Hùng", "chair", "UBND tỉnh")
          .Document("2/QD-UBND", "decision"),
      AccountBuilder("2", "en", "2025-03-01", "an-giang")
          .Person("Nguyen Van Hung", "chair", "Provincial People's Committee")
          .Person("Le Thi Lan"),
      AccountBuilder("3", "ru", "2025-03-02", "").Person("Нгуен Ван Хунг").Person("Ле Тхи Лан"),
      AccountBuilder("4", "vi", "2025-03-02", "lao-cai")
          .Person("Nguyễn Văn Hưng", "chair", "UBND tỉnh")
          .Person("Lê Thị Lan")};
  auto picture = [](const OneWorld& all) {
    std::string text;
    for (const Entity& entity : all.entities) {
      text += entity.id;
      for (const Form& form : entity.forms) text += " " + form.key + " " + form.name;
      text += '\n';
    }
    return text;
  };
  const std::string expected = picture(ResolveAll(accounts, TheWorld()));
  std::vector<size_t> order = {0, 1, 2, 3};
  do {
    std::vector<Account> shuffled;
    for (size_t n : order) shuffled.push_back(accounts[n]);
    EXPECT_EQ(picture(ResolveAll(shuffled, TheWorld())), expected);
  } while (std::next_permutation(order.begin(), order.end()));
}

}  // namespace
}  // namespace acta
