#include "pipeline/clean/language.h"

#include <gtest/gtest.h>

#include "tests/clean/rules_for_tests.h"

namespace acta {
namespace {

TEST(Language, Table) {
  struct {
    const char* text;
    const char* language;
  } cases[] = {
      {"Sáng 20/3, UBND tỉnh tổ chức phiên họp thường kỳ, đánh giá tình hình kinh tế.", "vi"},
      {"Pho Chu tich UBND tinh yeu cau cac so, nganh hoan thanh ke hoach truoc ngay 30/6 va bao cao ket qua "
       "cho tinh.",
       "vi"},
      {"The provincial People’s Committee met on March 20 to review the results of the first quarter.", "en"},
      {"Chairman Nguyễn Hoàng Giang asked the departments of Quảng Ngãi to complete the plan before the end "
       "of the year.",
       "en"},
      {"Народный комитет провинции провёл заседание, на котором оценил итоги квартала.", "ru"},
      {"Председатель Народного комитета Ле Куанг Минь поручил выполнить план № 12/KH-UBND до 30 июня.", "ru"},
      {"Народний комітет провінції провів засідання, на якому підбив підсумки першого кварталу.", "uk"},
      {"Die Landesregierung hat am Montag einen neuen Plan für die Schulen vorgestellt und beschlossen.",
       "de"},
      {"Le gouvernement a présenté lundi un nouveau plan pour les écoles de la région.", "fr"},
      {"Deadline: 15 March 2026.", "en"},
      {"Due date: 20/10/2025", "en"},
      {"Hạn: 15/3/2026", "vi"},
      {"Plazo: 15/3/2026", ""},
      {"", ""},
      {"12/03/2024", ""},
  };
  for (const auto& test : cases)
    EXPECT_EQ(DetectLanguage(test.text, RulesForTests()), test.language) << test.text;
}

}  // namespace
}  // namespace acta
