// Civil dates of the proleptic Gregorian calendar, with the year left open when the text leaves it open.
// No clock, no time zone: "today" is always a parameter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace acta {

// year 0 = not known ("????-09-20"). A default Date is not valid.
struct Date {
  int16_t year = 0;
  int8_t month = 0;  // 1 … 12
  int8_t day = 0;    // 1 … 31

  bool has_year() const { return year != 0; }
  friend auto operator<=>(const Date&, const Date&) = default;
};

int DaysInMonth(int year, int month);  // year 0 counts as a leap year
bool IsValid(const Date& date);

// "2025-09-20" or "????-09-20"; the inverse of ParseIsoDate for valid dates.
std::string ToIso(const Date& date);

// Accepts YYYY-MM-DD and ????-MM-DD, nothing before or after. nullopt when malformed or impossible.
std::optional<Date> ParseIsoDate(std::string_view text);

// Days since 1970-01-01; the year must be known. FromDays is the inverse.
int64_t ToDays(const Date& date);
Date FromDays(int64_t days);
Date AddDays(const Date& date, int64_t days);
int Weekday(const Date& date);  // 1 = Monday … 7 = Sunday

}  // namespace acta
