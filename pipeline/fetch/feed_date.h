// The dates of feeds, sitemaps and HTTP headers, as they are really written.
//
//   ParseFeedTime("Thu, 21 Mar 2024 08:15:00 +0700")->text   // "2024-03-21T08:15:00+07:00"
//   ParseFeedTime("2024-03-21T08:15Z")->text                 // "2024-03-21T08:15:00+00:00"
//   ParseFeedTime("21/03/2024 08:15")->text                  // "2024-03-21T08:15:00", no zone stated
//   ParseFeedTime("2024-03")                                 // nullopt: no day
//
// Reads RFC 822/5322 (two-digit years, named and military zones, missing weekdays, seconds and zones, full
// month names, Vietnamese and Russian day-first dates), RFC 850 and asctime (RFC 9110), ISO 8601/W3C-DTF with
// their usual slips (space for T, comma or dot fractions, +0700, "UTC"), and Unix times. Pure; linear; no
// locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/text/date.h"

namespace acta {

struct FeedTime {
  std::string text;  // as Article::published: a date, or a date and time with its zone if stated
  Date day;          // as stated, in the zone stated
  std::optional<int64_t> unix_seconds;  // when a time is stated; without a zone it counts as UTC
};

std::optional<FeedTime> ParseFeedTime(std::string_view text);

}  // namespace acta
