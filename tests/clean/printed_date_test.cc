#include "pipeline/clean/printed_date.h"

#include <gtest/gtest.h>

#include "tests/clean/rules_for_tests.h"

namespace acta {
namespace {

struct Case {
  const char* text;
  const char* iso;  // "" = no publication date in it
};

const Case kPrinted[] = {
    // newspapers and portals of Vietnam: day first
    {"Thứ Năm, 21/03/2024 | 08:15 GMT+7", "2024-03-21T08:15+07:00"},
    {"Thứ năm, 26/7/2018, 00:00 (GMT+7)", "2018-07-26T00:00+07:00"},
    {"Thứ 3, Ngày 16/07/2024 -", "2024-07-16"},
    {"Thứ 5, Ngày 20/05/2021, 15:00", "2021-05-20T15:00"},
    {"05/03/2021", "2021-03-05"},
    {"Báo Tuyên QuangBáo Tuyên Quang24/07/2025", "2025-07-24"},
    {"Việt NamViệt Nam18/03/2024", "2024-03-18"},
    {"04:35 15/03/2016", "2016-03-15T04:35"},
    {"21:55, 03/04/2024", "2024-04-03T21:55"},
    {"12-09-2018 12:43", "2018-09-12T12:43"},
    {"28-08-2025, 19:45 (GMT+7)", "2025-08-28T19:45+07:00"},
    {"Tuesday, 19-11-2019, 11:37 (GMT+7)", "2019-11-19T11:37+07:00"},
    {"Ngày đăng: 08/07/2024  11:38", "2024-07-08T11:38"},
    {"Lượt xem: 7370 | Gửi lúc: 05/12/2013 15:42:27", "2013-12-05T15:42:27"},
    {"PostDate: 09/10/2019; 30 CountView", "2019-10-09"},
    {"ngày 21 tháng 3 năm 2024", "2024-03-21"},
    {"17h30, 4 tháng 8, 2021", "2021-08-04T17:30"},
    // month first, by its tell
    {"8/16/2021 1:54:45 PM", "2021-08-16T13:54:45"},
    {"9/6/2024 12:05:00 AM", "2024-09-06T00:05:00"},
    {"05/31/2021", "2021-05-31"},
    {"Tue Apr 01 14:11:00 GMT+07:00 2025", "2025-04-01T14:11:00+07:00"},
    {"May 21, 2016 10:04 AM GMT+7", "2016-05-21T10:04+07:00"},
    {"August 10, 2016 11:26 AM GMT+7", "2016-08-10T11:26+07:00"},
    {". October 2, 2025 08:24", "2025-10-02T08:24"},
    {"2nd March 2024", "2024-03-02"},
    {"Thu, 21 Mar 2024 08:15:00 +0700", "2024-03-21T08:15:00+07:00"},
    // Russian portals
    {"Фам Банг• 1 сентября 2024 г.", "2024-09-01"},
    {"07:58 26.04.2022", "2022-04-26T07:58"},
    {"13.11.2006, 21:23", "2006-11-13T21:23"},
    {"19 ноября 2008 14:43", "2008-11-19T14:43"},
    {"03.10.2019г.", "2019-10-03"},
    {"Дата: 10:09, 25-05-2022.", "2022-05-25T10:09"},
    {"Дата создания: 25.07.2013 13:14", "2013-07-25T13:14"},
    // machines
    {"2024-03-21T08:15:00+07:00", "2024-03-21T08:15:00+07:00"},
    {"2024-03-21T08:15:00.123Z", "2024-03-21T08:15:00Z"},
    {"2024-03-21 08:15:00", "2024-03-21T08:15:00"},
    {"20240321", "2024-03-21"},
    {"2024年3月21日", "2024-03-21"},
    // other languages
    {"21. März 2024, 10:15 Uhr", "2024-03-21T10:15"},
    {"21 de marzo de 2024", "2024-03-21"},
    {"le 1er août 2023", "2023-08-01"},
    // not dates of publication
    {"07/09 10:22", ""},
    {"31/02/2024", ""},
    {"12/KH-UBND", ""},
    {"Nghị quyết số 05-NQ/TU", ""},
    {"1.234.567", ""},
    {"ngày 28/11/2525", ""},
    {"nhiệm kỳ 2020-2025", ""},
    {"", ""},
};

TEST(PrintedDate, Table) {
  for (const Case& test : kPrinted) {
    std::optional<Stamp> stamp = FindDate(test.text, RulesForTests());
    EXPECT_EQ(stamp ? stamp->ToIso() : "", test.iso) << test.text;
  }
}

TEST(PrintedDate, InUrls) {
  const Case cases[] = {
      {"https://a.example/2024/03/21/title.html", "2024-03-21"},
      {"https://a.example/tin/2024-03-21-title", "2024-03-21"},
      {"https://a.example/x-20240321101500.htm", "2024-03-21"},
      {"https://a.example/202403/title", ""},
      {"https://a.example/title-1234567.html", ""},
      {"https://a2024.example/", ""},
  };
  for (const Case& test : cases) {
    std::optional<Stamp> stamp = FindDateInUrl(test.text);
    EXPECT_EQ(stamp ? stamp->ToIso() : "", test.iso) << test.text;
  }
}

}  // namespace
}  // namespace acta
