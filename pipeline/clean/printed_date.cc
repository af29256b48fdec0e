#include "pipeline/clean/printed_date.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>

#include "pipeline/clean/strings.h"

namespace acta {
namespace {

// Compiled once; RE2 objects are immutable and shared between threads.
struct DatePatterns {
  RE2 iso{R"((?:^|[^\d])((?:19|20)\d\d)\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?:[^\d]|$|T))"};
  RE2 compact{R"((?:^|[^\d])((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?\d{4,6}Z?|[^\d]|$))"};
  RE2 numeric{R"((\d{1,2})\s?[/.\-–]\s?(\d{1,2})\s?[/.\-–]\s?(\d{4}|\d{2})(?:[^\d]|$))"};
  RE2 day_month{
      R"((\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:of|de|d'|tháng)\s*|\s*[-–,./]?\s*)(\p{L}{3,}|\d{1,2})\.?(?:\s+(?:de|del|năm|of)\s+|\s*[-–,./']?\s*)((?:19|20)\d\d)(?:[^\d]|$))"};
  RE2 month_day{R"((\p{L}{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*[,.]?\s+((?:19|20)\d\d)(?:[^\d]|$))"};
  RE2 to_string{R"((\p{L}{3})\s+(\d{1,2})\s+[\d:]{5,8}\s+[A-Z+:\d\-]{1,10}\s+((?:19|20)\d\d)(?:[^\d]|$))"};
  RE2 vietnamese{R"((\d{1,2})\s*tháng\s*(\d{1,2})\s*(?:,|năm|/|-)?\s*((?:19|20)\d\d)(?:[^\d]|$))"};
  RE2 time{
      R"((?:^|[^\d:.])([01]?\d|2[0-3])\s?(?::|h|giờ|\.)\s?([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?\s?(AM|PM|am|pm|a\.m\.|p\.m\.|SA|CH)?)"};
  RE2 offset{R"(^\s*\(?\s*(?:(?:GMT|UTC)\s?)?([+\-−])(\d{1,2}):?(\d\d)?)"};
  RE2 half_day{R"((?i)(?:[^\p{L}]|\d)(?:AM|PM|a\.m|p\.m)(?:[^\p{L}]|$))"};
  RE2 url{R"([/\-_.=](20\d\d)[/\-_.]?([01]\d)[/\-_.]?([0-3]\d)(?:[^\d]|$|\d{3,}))"};
  RE2 url_loose{R"(/(20\d\d)/([01]?\d)/([0-3]?\d)(?:[^\d]|$))"};
};

const DatePatterns& Dates() {
  static const DatePatterns patterns;
  return patterns;
}

int ToInt(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<Stamp> Make(int year, int month, int day, std::string_view text, std::string_view from,
                          std::string_view to) {
  if (year < 100) year += year < 70 ? 2000 : 1900;
  Date date{static_cast<int16_t>(year), static_cast<int8_t>(std::min(month, 99)),
            static_cast<int8_t>(std::min(day, 99))};
  if (year < 1990 || year > 2100 || !IsValid(date)) return std::nullopt;
  Stamp stamp;
  stamp.date = date;
  stamp.begin = static_cast<size_t>(from.data() - text.data());
  stamp.end = static_cast<size_t>(to.data() + to.size() - text.data());
  return stamp;
}

std::optional<int> MonthOf(std::string_view word, const CleanRules& rules) {
  const DateWordEntry* entry = rules.FindDateWord(FoldCase(word));
  if (entry == nullptr || entry->kind != DateWord::kMonth) return std::nullopt;
  return entry->value;
}

using Piece = re2::StringPiece;
std::string_view View(const Piece& piece) { return {piece.data(), piece.size()}; }

// Every match of a three-part pattern goes through `read` until one gives a date.
template <class F>
std::optional<Stamp> FirstOf(const RE2& pattern, std::string_view text, F read) {
  Piece input(text.data(), text.size());
  Piece a, b, c;
  while (RE2::PartialMatch(input, pattern, &a, &b, &c)) {
    if (std::optional<Stamp> stamp = read(View(a), View(b), View(c))) return stamp;
    input.remove_prefix(static_cast<size_t>(a.data() + a.size() - input.data()));
  }
  return std::nullopt;
}

std::optional<Stamp> Numeric(std::string_view text, std::string_view a, std::string_view b,
                             std::string_view c) {
  if (a.data() > text.data() &&
      (std::isdigit(static_cast<unsigned char>(a.data()[-1])) || a.data()[-1] == '/'))
    return std::nullopt;
  int first = ToInt(a);
  int second = ToInt(b);
  bool slash = std::string_view(a.data() + a.size(), 1) == "/";
  bool half_day = slash && RE2::PartialMatch(Piece(text.data(), text.size()), Dates().half_day);
  bool month_first = (half_day && first <= 12) || (second > 12 && first <= 12);
  if (c.size() == 2 && ToInt(c) > 40) return std::nullopt;
  return month_first ? Make(ToInt(c), first, second, text, a, c) : Make(ToInt(c), second, first, text, a, c);
}

std::optional<Stamp> FindDay(std::string_view text, const CleanRules& rules) {
  std::optional<Stamp> best;
  auto offer = [&](std::optional<Stamp> stamp) {
    if (stamp && (!best || stamp->begin < best->begin)) best = stamp;
  };
  offer(FirstOf(Dates().iso, text,
                [&](auto y, auto m, auto d) { return Make(ToInt(y), ToInt(m), ToInt(d), text, y, d); }));
  offer(FirstOf(Dates().numeric, text, [&](auto a, auto b, auto c) { return Numeric(text, a, b, c); }));
  offer(FirstOf(Dates().vietnamese, text,
                [&](auto d, auto m, auto y) { return Make(ToInt(y), ToInt(m), ToInt(d), text, d, y); }));
  offer(FirstOf(Dates().day_month, text, [&](auto d, auto name, auto y) -> std::optional<Stamp> {
    std::optional<int> month = MonthOf(name, rules);
    return month ? Make(ToInt(y), *month, ToInt(d), text, d, y) : std::nullopt;
  }));
  auto month_first = [&](auto name, auto d, auto y) -> std::optional<Stamp> {
    std::optional<int> month = MonthOf(name, rules);
    return month ? Make(ToInt(y), *month, ToInt(d), text, name, y) : std::nullopt;
  };
  offer(FirstOf(Dates().month_day, text, month_first));
  offer(FirstOf(Dates().to_string, text, month_first));
  if (!best)
    offer(FirstOf(Dates().compact, text,
                  [&](auto y, auto m, auto d) { return Make(ToInt(y), ToInt(m), ToInt(d), text, y, d); }));
  return best;
}

std::string TwoDigits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string OffsetAt(std::string_view rest) {
  if (rest.starts_with("Z") || rest.starts_with(" Z")) return "Z";
  std::string sign, hours, minutes;
  if (!RE2::PartialMatch(Piece(rest.data(), rest.size()), Dates().offset, &sign, &hours, &minutes)) return "";
  int hour = ToInt(hours);
  if (hour > 14) return "";
  return (sign == "+" ? "+" : "-") + TwoDigits(hour) + ":" + (minutes.empty() ? "00" : minutes);
}

// The time of day beside the date, and the offset behind the time.
void AddTime(std::string_view text, Stamp& stamp) {
  auto read = [&](std::string_view part) {
    Piece hour, minute, second, half;
    if (!RE2::PartialMatch(Piece(part.data(), part.size()), Dates().time, &hour, &minute, &second, &half))
      return false;
    int h = ToInt(View(hour));
    bool pm = !half.empty() && (half[0] == 'P' || half[0] == 'p' || half[0] == 'C');
    bool am = !half.empty() && !pm;
    if (pm && h < 12) h += 12;
    if (am && h == 12) h = 0;
    stamp.time = TwoDigits(h) + ":" + std::string(View(minute));
    if (!second.empty()) stamp.time += ":" + std::string(View(second));
    const Piece& last = !half.empty() ? half : !second.empty() ? second : minute;
    std::string_view rest = part.substr(static_cast<size_t>(last.data() + last.size() - part.data()));
    if (rest.starts_with('.')) {  // fractions of a second
      size_t i = 1;
      while (i < rest.size() && std::isdigit(static_cast<unsigned char>(rest[i]))) ++i;
      rest.remove_prefix(i);
    }
    stamp.offset = OffsetAt(rest);
    return true;
  };
  constexpr size_t kNear = 40;  // bytes
  if (stamp.end - stamp.begin > 14 && read(text.substr(stamp.begin, stamp.end - stamp.begin)))
    return;  // Java's form
  if (!read(text.substr(stamp.end, kNear))) {
    size_t begin = stamp.begin > kNear ? stamp.begin - kNear : 0;
    read(text.substr(begin, stamp.begin - begin));
  }
}

}  // namespace

std::string Stamp::ToIso() const {
  std::string iso = acta::ToIso(date);
  if (!time.empty()) iso += "T" + time + offset;
  return iso;
}

std::optional<Stamp> FindDate(std::string_view text, const CleanRules& rules) {
  if (text.size() > 400) text = text.substr(0, 400);
  if (text.find_first_of("0123456789") == text.npos) return std::nullopt;
  std::optional<Stamp> stamp = FindDay(text, rules);
  if (stamp) AddTime(text, *stamp);
  return stamp;
}

std::optional<Stamp> FindDateInUrl(std::string_view url) {
  size_t host = url.find("://");
  std::string_view path = host == url.npos ? url : url.substr(std::min(url.find('/', host + 3), url.size()));
  for (const RE2* pattern : {&Dates().url_loose, &Dates().url}) {
    auto stamp = FirstOf(*pattern, path, [&](auto y, auto m, auto d) {
      return Make(ToInt(y), ToInt(m), ToInt(d), path, y, d);
    });
    if (stamp) return stamp;
  }
  return std::nullopt;
}

}  // namespace acta
