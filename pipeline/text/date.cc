#include "pipeline/text/date.h"

#include <charconv>
#include <cstdio>

namespace acta {
namespace {

bool IsLeap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

std::optional<int> Digits(std::string_view text) {
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text[0] == '-') return std::nullopt;
  return value;
}

}  // namespace

int DaysInMonth(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && (year == 0 || IsLeap(year)) ? 29 : kDays[month - 1];
}

bool IsValid(const Date& date) {
  return date.year >= 0 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= DaysInMonth(date.year, date.month);
}

std::string ToIso(const Date& date) {
  char out[32];
  if (date.has_year()) {
    std::snprintf(out, sizeof out, "%04d-%02d-%02d", date.year, date.month, date.day);
  } else {
    std::snprintf(out, sizeof out, "?\?\?\?-%02d-%02d", date.month, date.day);
  }
  return out;
}

std::optional<Date> ParseIsoDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  Date date;
  if (text.substr(0, 4) != "?\?\?\?") {
    auto year = Digits(text.substr(0, 4));
    if (!year || *year == 0) return std::nullopt;
    date.year = static_cast<int16_t>(*year);
  }
  auto month = Digits(text.substr(5, 2));
  auto day = Digits(text.substr(8, 2));
  if (!month || !day) return std::nullopt;
  date.month = static_cast<int8_t>(*month);
  date.day = static_cast<int8_t>(*day);
  if (!IsValid(date)) return std::nullopt;
  return date;
}

// Both conversions follow the era arithmetic of the Gregorian calendar: 400 years are 146,097 days, and
// a year that begins in March keeps the leap day last.
int64_t ToDays(const Date& date) {
  int64_t year = date.year - (date.month <= 2);
  int64_t era = (year >= 0 ? year : year - 399) / 400;
  int64_t year_of_era = year - era * 400;
  int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

Date FromDays(int64_t days) {
  days += 719468;
  int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  int64_t day_of_era = days - era * 146097;
  int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t shifted_month = (5 * day_of_year + 2) / 153;
  Date date;
  date.day = static_cast<int8_t>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  date.month = static_cast<int8_t>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  date.year = static_cast<int16_t>(year_of_era + era * 400 + (date.month <= 2));
  return date;
}

Date AddDays(const Date& date, int64_t days) { return FromDays(ToDays(date) + days); }

int Weekday(const Date& date) { return static_cast<int>(((ToDays(date) + 3) % 7 + 7) % 7) + 1; }

}  // namespace acta
