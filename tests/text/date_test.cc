#include "pipeline/text/date.h"

#include <gtest/gtest.h>

namespace acta {
namespace {

TEST(Date, IsoRoundTripsOverACentury) {
  Date first{1970, 1, 1};
  EXPECT_EQ(ToDays(first), 0);
  for (int64_t day = -20000; day < 60000; ++day) {
    Date date = FromDays(day);
    ASSERT_TRUE(IsValid(date)) << day;
    ASSERT_EQ(ToDays(date), day);
    ASSERT_EQ(ParseIsoDate(ToIso(date)), date);
  }
}

TEST(Date, YearMayBeOpen) {
  auto date = ParseIsoDate("\?\?\?\?-02-29");
  ASSERT_TRUE(date);
  EXPECT_FALSE(date->has_year());
  EXPECT_EQ(ToIso(*date), "\?\?\?\?-02-29");
}

TEST(Date, RefusesWhatIsNoDate) {
  for (const char* text : {"", "2025", "2025-13-01", "2025-02-29", "2025-00-10", "0000-01-01", "2025-1-01",
                           "2025-01-01T", "-025-01-01", "2025-+1-01", "\?\?\?-01-01"}) {
    EXPECT_FALSE(ParseIsoDate(text)) << text;
  }
}

TEST(Date, Weekdays) {
  EXPECT_EQ(Weekday({2026, 11, 21}), 6);
  EXPECT_EQ(Weekday({1970, 1, 1}), 4);
  EXPECT_EQ(Weekday({1969, 12, 31}), 3);
  EXPECT_EQ(Weekday({2024, 2, 29}), 4);
}

}  // namespace
}  // namespace acta
