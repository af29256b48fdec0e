// Dates as pages print and encode them, read into one form.
//
//   FindDate("Thứ Năm, 21/03/2024 | 08:15 GMT+7", rules)->ToIso()    // "2024-03-21T08:15+07:00"
//   FindDate("Фам Банг• 1 сентября 2024 г.", rules)->ToIso()         // "2024-09-01"
//
// Read: ISO 8601 and RFC 3339, RFC 2822, Java's and JavaScript's Date.toString, numeric dates (day first,
// month first only where AM/PM or a number above 12 says so), month names of dates.tsv, Vietnamese "ngày 21
// tháng 3 năm 2024", CJK dates; times beside them; offsets as "+07:00", "GMT+7", "Z". No zone is converted:
// the day is the day that stands there. Dates without a year are not publication dates and give nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/clean/rules.h"
#include "pipeline/text/date.h"

namespace acta {

struct Stamp {
  Date date;
  std::string time;    // "", "08:15" or "08:15:30"
  std::string offset;  // "", "Z" or "+07:00"
  size_t begin = 0;    // bytes of the text that were read for the date
  size_t end = 0;

  std::string ToIso() const;
};

// The first date of `text` that names day, month and year 1990 … 2100; nullopt when there is none.
std::optional<Stamp> FindDate(std::string_view text, const CleanRules& rules);

// A date in a URL: /2024/03/21/, /2024-03-21-…, /20240321…; day, month and year must all be there.
std::optional<Stamp> FindDateInUrl(std::string_view url);

}  // namespace acta
