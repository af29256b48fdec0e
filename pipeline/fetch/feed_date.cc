#include "pipeline/fetch/feed_date.h"

#include <array>
#include <cstdio>
#include <vector>

#include "pipeline/fetch/ascii.h"

namespace acta {
namespace {

struct Fields {
  int year = -1, month = 0, day = 0;
  int hour = -1, minute = 0, second = 0;
  std::optional<int> zone_minutes;
};

// A date text as runs of digits, runs of letters (any byte above ASCII is a letter) and single signs.
struct Token {
  enum Kind { kNumber, kWord, kSign } kind;
  std::string_view text;
  int64_t value = 0;  // of a number
};

std::vector<Token> Tokenize(std::string_view text) {
  std::vector<Token> tokens;
  auto is_letter = [](char c) { return ascii::IsAlpha(c) || static_cast<unsigned char>(c) >= 0x80; };
  for (size_t i = 0; i < text.size();) {
    size_t end = i + 1;
    if (ascii::IsDigit(text[i])) {
      int64_t value = text[i] - '0';
      for (; end < text.size() && ascii::IsDigit(text[end]); ++end) {
        if (value < 100'000'000'000'000) value = value * 10 + (text[end] - '0');
      }
      tokens.push_back({Token::kNumber, text.substr(i, end - i), value});
    } else if (is_letter(text[i])) {
      while (end < text.size() && is_letter(text[end])) ++end;
      tokens.push_back({Token::kWord, text.substr(i, end - i)});
    } else if (!ascii::IsSpace(text[i])) {
      tokens.push_back({Token::kSign, text.substr(i, 1)});
    }
    i = end;
  }
  return tokens;
}

int MonthOf(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kEnglish = {"jan", "feb", "mar", "apr", "may", "jun",
                                                                "jul", "aug", "sep", "oct", "nov", "dec"};
  static constexpr std::array<std::string_view, 12> kRussian = {"янв", "фев", "мар", "апр", "ма",  "июн",
                                                                "июл", "авг", "сен", "окт", "ноя", "дек"};
  for (size_t i = 0; i < 12; ++i) {
    if (ascii::StartsWithIgnoreCase(word, kEnglish[i])) return static_cast<int>(i) + 1;
  }
  for (size_t i = 0; i < 12; ++i) {
    if (word.starts_with(kRussian[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

// RFC 822 zones in minutes; nullopt for a word that is no zone.
std::optional<int> ZoneOf(std::string_view word) {
  static constexpr struct {
    std::string_view name;
    int hours;
  } kZones[] = {{"z", 0},    {"ut", 0},   {"utc", 0},  {"gmt", 0},  {"est", -5}, {"edt", -4}, {"cst", -6},
                {"cdt", -5}, {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7}, {"cet", 1},  {"cest", 2},
                {"bst", 1},  {"eet", 2},  {"eest", 3}, {"msk", 3},  {"ict", 7},  {"jst", 9},  {"kst", 9}};
  for (const auto& zone : kZones) {
    if (ascii::EqualsIgnoreCase(word, zone.name)) return zone.hours * 60;
  }
  return std::nullopt;
}

int FullYear(const Token& token) {
  int64_t year = token.value;
  if (token.text.size() == 2) return static_cast<int>(year < 70 ? 2000 + year : 1900 + year);
  if (token.text.size() != 4) return -1;
  return static_cast<int>(year);
}

// Reads tokens from the left; what it does not understand makes the whole text no date.
class Reader {
 public:
  explicit Reader(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  std::optional<Fields> Read() {
    Fields fields;
    if (!ReadDate(fields)) return std::nullopt;
    SkipSeparators();
    if (basic_ && (IsNumber(0, 4) || IsNumber(0, 6))) {
      ReadBasicTime(fields);
    } else if (AtTime() && !ReadTime(fields)) {
      return std::nullopt;
    }
    ReadZone(fields);
    if (fields.year < 0 && IsNumber(0)) fields.year = FullYear(tokens_[at_]);  // asctime: the year is last
    return fields;
  }

 private:
  bool IsNumber(size_t ahead, size_t digits = 0) const {
    if (at_ + ahead >= tokens_.size() || tokens_[at_ + ahead].kind != Token::kNumber) return false;
    return digits == 0 || tokens_[at_ + ahead].text.size() == digits;
  }
  bool IsWord(size_t ahead) const {
    return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].kind == Token::kWord;
  }
  bool IsSign(size_t ahead, std::string_view signs) const {
    return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].kind == Token::kSign &&
           signs.find(tokens_[at_ + ahead].text[0]) != std::string_view::npos;
  }
  int Value(size_t ahead) const {
    return static_cast<int>(std::min<int64_t>(tokens_[at_ + ahead].value, 1'000'000));
  }
  bool AtTime() const { return IsNumber(0) && IsSign(1, ":") && IsNumber(2); }

  void SkipSeparators() {
    while (at_ < tokens_.size() && !IsNumber(0) && !IsSign(0, "+-")) {
      if (IsWord(0) && ZoneOf(tokens_[at_].text) && !ascii::EqualsIgnoreCase(tokens_[at_].text, "t")) return;
      ++at_;
    }
  }

  bool ReadDate(Fields& fields) {
    while (at_ < tokens_.size() && !IsNumber(0) && !(IsWord(0) && MonthOf(tokens_[at_].text) > 0)) ++at_;
    if (IsNumber(0, 4) && IsSign(1, "-/.") && IsNumber(2) && IsSign(3, "-/.") && IsNumber(4)) {
      fields.year = Value(0), fields.month = Value(2), fields.day = Value(4);
      at_ += 5;
    } else if (IsNumber(0, 4) && IsSign(1, "-") && IsNumber(2, 3)) {  // ISO 8601: the day of the year
      fields.year = Value(0);
      if (Value(2) < 1 || fields.year < 1) return false;
      const Date day = AddDays({static_cast<int16_t>(fields.year), 1, 1}, Value(2) - 1);
      if (day.year != fields.year) return false;
      fields.month = day.month, fields.day = day.day;
      at_ += 3;
    } else if (IsNumber(0, 8)) {  // ISO 8601 basic
      basic_ = true;
      fields.year = static_cast<int>(tokens_[at_].value / 10000);
      fields.month = static_cast<int>(tokens_[at_].value / 100 % 100);
      fields.day = static_cast<int>(tokens_[at_].value % 100);
      ++at_;
    } else if (IsNumber(0) && IsSign(1, "-/.") && IsNumber(2) && IsSign(3, "-/.") && IsNumber(4)) {
      fields.day = Value(0), fields.month = Value(2), fields.year = FullYear(tokens_[at_ + 4]);
      at_ += 5;
    } else if (IsNumber(0)) {
      return ReadDayMonthYear(fields);
    } else {
      return ReadMonthDay(fields);
    }
    return true;
  }

  bool ReadDayMonthYear(Fields& fields) {  // "21 Mar 2024", "21-Mar-24", "21 tháng 3 năm 2024"
    fields.day = Value(0);
    ++at_;
    while (IsSign(0, "-./,")) ++at_;
    if (!IsWord(0)) return false;
    bool numbered = (tokens_[at_].text == "tháng" || tokens_[at_].text == "Tháng") && IsNumber(1);
    fields.month = numbered ? Value(1) : MonthOf(tokens_[at_].text);
    at_ += numbered ? 2 : 1;
    while (IsSign(0, "-./,") || (IsWord(0) && tokens_[at_].text == "năm")) ++at_;
    if (!IsNumber(0)) return false;
    fields.year = FullYear(tokens_[at_]);
    ++at_;
    return true;
  }

  bool ReadMonthDay(Fields& fields) {  // "March 21, 2024", "Mar 21 08:15:00 2024"
    if (!IsWord(0) || !IsNumber(1)) return false;
    fields.month = MonthOf(tokens_[at_].text);
    fields.day = Value(1);
    at_ += 2;
    while (IsSign(0, ",")) ++at_;
    if (IsNumber(0, 4) && !AtTime()) {
      fields.year = FullYear(tokens_[at_]);
      ++at_;
    }
    return true;
  }

  bool ReadTime(Fields& fields) {
    fields.hour = Value(0);
    fields.minute = Value(2);
    at_ += 3;
    if (IsSign(0, ":") && IsNumber(1)) {
      fields.second = Value(1);
      at_ += 2;
      if (IsSign(0, ".,") && IsNumber(1)) at_ += 2;  // a fraction
    }
    if (IsWord(0) && ascii::EqualsIgnoreCase(tokens_[at_].text, "pm") && fields.hour < 12) fields.hour += 12;
    if (IsWord(0) && ascii::EqualsIgnoreCase(tokens_[at_].text, "am") && fields.hour == 12) fields.hour = 0;
    if (IsWord(0) && (ascii::EqualsIgnoreCase(tokens_[at_].text, "pm") ||
                      ascii::EqualsIgnoreCase(tokens_[at_].text, "am")))
      ++at_;
    return true;
  }

  void ReadBasicTime(Fields& fields) {  // "0815", "081500"
    int value = Value(0);
    bool seconds = tokens_[at_].text.size() == 6;
    fields.second = seconds ? value % 100 : 0;
    if (seconds) value /= 100;
    fields.hour = value / 100;
    fields.minute = value % 100;
    ++at_;
  }

  void ReadZone(Fields& fields) {
    if (fields.hour < 0) return;
    if (IsWord(0) && ascii::EqualsIgnoreCase(tokens_[at_].text, "etc") && IsSign(1, "/"))
      at_ += 2;  // Etc/GMT
    if (IsWord(0)) {
      std::optional<int> named = ZoneOf(tokens_[at_].text);
      if (!named) return;
      fields.zone_minutes = named;
      ++at_;
    }
    if (!IsSign(0, "+-") || !IsNumber(1)) return;
    int sign = tokens_[at_].text == "-" ? -1 : 1;
    int value = Value(1);
    bool minutes_apart = tokens_[at_ + 1].text.size() <= 2;
    at_ += 2;
    int minutes = minutes_apart ? value * 60 : value / 100 * 60 + value % 100;
    if (minutes_apart && IsSign(0, ":") && IsNumber(1)) {
      minutes += Value(1);
      at_ += 2;
    }
    if (minutes <= 14 * 60) fields.zone_minutes = sign * minutes;
  }

  std::vector<Token> tokens_;
  size_t at_ = 0;
  bool basic_ = false;  // ISO 8601 without separators
};

std::string ZoneText(int minutes) {
  char out[32];
  int size = minutes < 0 ? -minutes : minutes;
  std::snprintf(out, sizeof out, "%c%02d:%02d", minutes < 0 ? '-' : '+', size / 60, size % 60);
  return out;
}

FeedTime FromUnix(int64_t seconds) {
  FeedTime time;
  int64_t days = seconds / 86400, rest = seconds % 86400;
  time.day = FromDays(days);
  time.unix_seconds = seconds;
  char clock[64];
  std::snprintf(clock, sizeof clock, "T%02d:%02d:%02d+00:00", static_cast<int>(rest / 3600),
                static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60));
  time.text = ToIso(time.day) + clock;
  return time;
}

}  // namespace

std::optional<FeedTime> ParseFeedTime(std::string_view text) {
  text = ascii::Trim(text);
  if (text.size() > 200) return std::nullopt;
  std::vector<Token> tokens = Tokenize(text);
  if (tokens.size() == 1 && tokens[0].kind == Token::kNumber) {
    if (tokens[0].text.size() == 10) return FromUnix(tokens[0].value);
    if (tokens[0].text.size() == 13) return FromUnix(tokens[0].value / 1000);
  }
  std::optional<Fields> fields = Reader(std::move(tokens)).Read();
  if (!fields || fields->year < 1 || fields->month > 12 || fields->day > 31) return std::nullopt;
  if (fields->hour > 24 || fields->minute > 59 || fields->second > 60) return std::nullopt;
  FeedTime time;
  time.day = {static_cast<int16_t>(fields->year), static_cast<int8_t>(fields->month),
              static_cast<int8_t>(fields->day)};
  if (fields->year > 9999 || !IsValid(time.day)) return std::nullopt;
  time.text = ToIso(time.day);
  if (fields->hour < 0) return time;
  if (fields->hour == 24) {  // ISO 8601: the end of the day
    fields->hour = 0;
    time.day = AddDays(time.day, 1);
    time.text = ToIso(time.day);
  }
  char clock[64];
  std::snprintf(clock, sizeof clock, "T%02d:%02d:%02d", fields->hour, fields->minute, fields->second);
  time.text += clock;
  if (fields->zone_minutes) time.text += ZoneText(*fields->zone_minutes);
  time.unix_seconds = ToDays(time.day) * 86400 + fields->hour * 3600 + fields->minute * 60 + fields->second -
                      fields->zone_minutes.value_or(0) * 60;
  return time;
}

}  // namespace acta
