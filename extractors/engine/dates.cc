// The dates of values.h.

#include <algorithm>
#include <charconv>

#include "extractors/engine/values.h"

namespace acta {
namespace {

constexpr int kLargest = 100'000;  // no part of a date is larger; sums stay far from the ends of int

std::optional<int> Integer(std::string_view text) {
  int value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (value < -kLargest || value > kLargest) return std::nullopt;
  return value;
}

// A part of a date: digits, or a word whose number a lexicon knows.
std::optional<int> IntegerOf(const TreeView& view, uint32_t at, std::string_view name) {
  auto found = view.Find(at, name);
  if (!found) return std::nullopt;
  if (auto digits = Integer(found->text)) return digits;
  for (uint32_t unit : view.Captured(at, name)) {
    if (auto listed = view.Find(unit, "number")) return Integer(listed->text);
  }
  return std::nullopt;
}

// "I", "ii", "IV" as quarters and halves are printed; or digits.
std::optional<int> OrdinalOf(const TreeView& view, uint32_t at, std::string_view name) {
  auto found = view.Find(at, name);
  if (!found) return std::nullopt;
  static constexpr std::pair<std::string_view, int> kRoman[] = {{"I", 1}, {"II", 2}, {"III", 3}, {"IV", 4},
                                                                {"І", 1}, {"ІІ", 2}, {"ІІІ", 3}, {"ІV", 4}};
  for (auto [roman, value] : kRoman) {
    if (found->text == roman) return value;
  }
  return Integer(found->text);
}

// Whether news speaks of this year.
bool IsNear(int year) { return year >= 1900 && year <= 2200; }

int FullYear(int year) { return year < 100 ? 2000 + year : year; }

Date LastOfMonth(int year, int month) {
  return {static_cast<int16_t>(year), static_cast<int8_t>(month),
          static_cast<int8_t>(DaysInMonth(year, month))};
}

// The year for (month, day) that `use` wants, seen from `published`.
int YearFor(const Date& date, const Date& published, DateUse use) {
  int year = published.year;
  auto days = [&](int y) {
    Date candidate{static_cast<int16_t>(y), date.month,
                   std::min<int8_t>(date.day, static_cast<int8_t>(DaysInMonth(y, date.month)))};
    return ToDays(candidate);
  };
  int64_t today = ToDays(published);
  if (use == DateUse::kDeadline) {
    while (days(year) < today - 30) ++year;
    while (days(year - 1) >= today - 30) --year;
  } else {
    while (days(year) > today + 1) --year;
  }
  return year;
}

// Saturdays and Sundays are not counted; holidays, which differ by country and year, are.
Date AfterWorkingDays(const Date& from, int count) {
  int64_t day = ToDays(from);
  for (int left = count; left > 0;) {
    if (Weekday(FromDays(++day)) < 6) --left;
  }
  return FromDays(day);
}

class DateReader {
 public:
  DateReader(const TreeView& view, uint32_t at, std::optional<Date> published, DateUse use)
      : view_(view), at_(at), published_(published), use_(use) {}

  std::optional<DateValue> Read() {
    year_ = IntegerOf(view_, at_, "year_to");
    if (!year_) year_ = IntegerOf(view_, at_, "year");
    if (year_) year_ = FullYear(*year_);
    if (auto offset = IntegerOf(view_, at_, "year_offset"); offset && !year_ && published_) {
      year_ = published_->year + *offset;
      inferred_ = true;
    }
    if (year_ && !IsNear(*year_)) return std::nullopt;
    for (auto part : {&DateReader::Relative, &DateReader::DayOfMonth, &DateReader::Month,
                      &DateReader::Quarter, &DateReader::Half, &DateReader::DayAlone, &DateReader::Year}) {
      if (auto value = (this->*part)()) {
        value->year_inferred = value->year_inferred || inferred_;
        bool near = !value->date.has_year() || IsNear(value->date.year);
        return near && IsValid(value->date) ? value : std::nullopt;
      }
    }
    return std::nullopt;
  }

 private:
  std::optional<DateValue> Relative() {
    auto days = IntegerOf(view_, at_, "day_offset");
    auto weeks = IntegerOf(view_, at_, "week_offset");
    auto weekday = IntegerOf(view_, at_, "weekday");
    if (auto later = FromNow()) return later;
    if (weekday && MonthNumber()) return WeekdayOfMonth(*weekday);
    if ((!days && !weeks && !weekday) || !published_) return std::nullopt;
    if (days) return DateValue{AddDays(*published_, *days), "day", true};
    int64_t monday = ToDays(*published_) - (Weekday(*published_) - 1) + 7 * weeks.value_or(0);
    int target = weekday.value_or(7);
    // “On Friday” is the next one where something is due, the last one where something is told.
    if (!weeks && weekday && use_ == DateUse::kDeadline && target < Weekday(*published_)) monday += 7;
    if (!weeks && weekday && use_ == DateUse::kPast && target > Weekday(*published_)) monday -= 7;
    return DateValue{FromDays(monday + target - 1), "day", true};
  }

  // "the first Friday of October": the `nth` such weekday of the month, -1 the last. Without `nth` the weekday
  // only goes with a day of the month, which says all.
  std::optional<DateValue> WeekdayOfMonth(int weekday) {
    auto nth = IntegerOf(view_, at_, "nth");
    auto month = MonthNumber();
    if (!nth || *month < 1 || *month > 12) return std::nullopt;
    DateValue value = Complete(LastOfMonth(0, *month), "month");
    value.precision = "day";
    if (!value.date.has_year() || weekday < 1 || weekday > 7 || *nth == 0 || *nth > 5) return std::nullopt;
    int64_t last = ToDays(value.date);
    int64_t first = last - value.date.day + 1;
    int64_t day = *nth > 0 ? first + (weekday - Weekday(FromDays(first)) + 7) % 7 + 7 * (*nth - 1)
                           : last - (Weekday(value.date) - weekday + 7) % 7;
    if (day > last) return std::nullopt;
    value.date = FromDays(day);
    return value;
  }

  // "the 25th": the next such day.
  std::optional<DateValue> DayAlone() {
    auto day = IntegerOf(view_, at_, "day");
    if (!day || *day < 1 || *day > 31 || year_ || !published_) return std::nullopt;
    int index = published_->year * 12 + published_->month - 1 + (*day < published_->day ? 1 : 0);
    Date date = LastOfMonth(index / 12, index % 12 + 1);
    date.day = std::min(date.day, static_cast<int8_t>(*day));
    return DateValue{date, "day", true};
  }

  // "in three weeks": `plus` counted in `plus_unit` from the day of publication.
  std::optional<DateValue> FromNow() {
    auto plus = IntegerOf(view_, at_, "plus");
    auto unit = view_.Find(at_, "plus_unit");
    if (!plus || !unit || !published_ || *plus > 1000) return std::nullopt;
    if (unit->text == "day") return DateValue{AddDays(*published_, *plus), "day", true};
    if (unit->text == "workday") return DateValue{AfterWorkingDays(*published_, *plus), "day", true};
    if (unit->text == "week") return DateValue{AddDays(*published_, 7 * *plus), "day", true};
    int months = published_->year * 12 + published_->month - 1 + *plus * (unit->text == "year" ? 12 : 1);
    Date date{static_cast<int16_t>(months / 12), static_cast<int8_t>(months % 12 + 1), published_->day};
    date.day = std::min(date.day, static_cast<int8_t>(DaysInMonth(date.year, date.month)));
    return DateValue{date, "day", true};
  }

  std::optional<DateValue> DayOfMonth() {
    auto day = IntegerOf(view_, at_, "day");
    auto month = MonthNumber();
    if (!day || !month || *day < 1 || *day > 31 || *month < 1 || *month > 12) return std::nullopt;
    Date date{0, static_cast<int8_t>(*month), static_cast<int8_t>(*day)};
    return Complete(date, "day");
  }

  std::optional<int> MonthNumber() {
    auto month = IntegerOf(view_, at_, "month");
    auto offset = IntegerOf(view_, at_, "month_offset");
    if (month || !offset || !published_) return month;
    int index = published_->year * 12 + published_->month - 1 + *offset;
    year_ = index / 12;
    inferred_ = true;
    return index % 12 + 1;
  }

  std::optional<DateValue> Month() {
    auto month = MonthNumber();
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    Date date = LastOfMonth(year_.value_or(0), *month);
    if (auto part = view_.Find(at_, "part")) {
      if (part->text == "begin") date.day = 10;
      if (part->text == "middle") date.day = 20;
    }
    date.year = 0;
    return Complete(date, "month");
  }

  std::optional<DateValue> Quarter() {
    auto quarter = OrdinalOf(view_, at_, "quarter");
    if (auto offset = IntegerOf(view_, at_, "quarter_offset"); !quarter && offset && published_) {
      int index = published_->year * 4 + (published_->month - 1) / 3 + *offset;
      year_ = index / 4;
      inferred_ = true;
      quarter = index % 4 + 1;
    }
    if (!quarter || *quarter < 1 || *quarter > 4) return std::nullopt;
    return Complete(LastOfMonth(0, *quarter * 3), "quarter");
  }

  std::optional<DateValue> Half() {
    // "the first nine months"
    if (auto months = IntegerOf(view_, at_, "months"); months && *months >= 1 && *months <= 12)
      return Complete(LastOfMonth(0, *months), "half_year");
    auto half = OrdinalOf(view_, at_, "half");
    if (auto offset = IntegerOf(view_, at_, "half_offset"); !half && offset && published_) {
      int index = published_->year * 2 + (published_->month - 1) / 6 + *offset;
      year_ = index / 2;
      inferred_ = true;
      half = index % 2 + 1;
    }
    if (!half || *half < 1 || *half > 2) return std::nullopt;
    return Complete(LastOfMonth(0, *half * 6), "half_year");
  }

  std::optional<DateValue> Year() {
    // “By the end of the year”, in an article of no known day: the year stays open.
    const bool open = !year_ && !published_ && IntegerOf(view_, at_, "year_offset") == 0;
    if (!year_ && !open) return std::nullopt;
    const int year = year_.value_or(0);
    Date date = LastOfMonth(year, 12);
    if (auto part = view_.Find(at_, "part")) {
      if (part->text == "begin") date = LastOfMonth(year, 3);
      if (part->text == "middle") date = LastOfMonth(year, 6);
    }
    auto printed = view_.Find(at_, "precision");
    return DateValue{date, std::string(printed ? printed->text : "year"), false};
  }

  // Adds the year and clamps the day.
  DateValue Complete(Date date, const char* precision) {
    DateValue value{date, precision, false};
    if (auto printed = view_.Find(at_, "precision")) value.precision = printed->text;
    if (year_) {
      value.date.year = static_cast<int16_t>(*year_);
    } else if (published_) {
      value.date.year = static_cast<int16_t>(YearFor(date, *published_, use_));
      value.year_inferred = true;
    }
    int last = DaysInMonth(value.date.year, date.month);
    if (value.date.day > last || (precision != std::string_view("day") && !view_.Find(at_, "part"))) {
      value.date.day = static_cast<int8_t>(last);
    }
    return value;
  }

  const TreeView& view_;
  uint32_t at_;
  std::optional<Date> published_;
  DateUse use_;
  std::optional<int> year_;
  bool inferred_ = false;
};

}  // namespace

std::optional<DateValue> ReadDate(const TreeView& view, uint32_t at, std::optional<Date> published,
                                  DateUse use) {
  return DateReader(view, at, published, use).Read();
}

bool WasRunning(const DateValue& date, const Date& day) {
  if (date.precision == "day" || date.date < day) return false;
  Date first = date.date;
  first.day = 1;
  if (date.precision == "quarter") first.month = static_cast<int8_t>(std::max(1, first.month - 2));
  if (date.precision == "half_year") first.month = first.month > 6 ? 7 : 1;
  if (date.precision == "year") first.month = 1;
  return first <= day;
}

std::optional<DateValue> ReadDue(const TreeView& view, uint32_t at, std::optional<Date> published) {
  auto due = view.Captured(at, "due");
  auto date = ReadDate(view, due.empty() ? at : due.front(), published, DateUse::kDeadline);
  if (date && published && date->date.has_year() && date->date < *published) return std::nullopt;
  return date;
}

At<Date> DateAt(const DateValue& value, Span span) {
  return {value.date, span, value.year_inferred ? Basis::kInferred : Basis::kPrinted};
}

}  // namespace acta
