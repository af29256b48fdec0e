#include "pipeline/archive/warc_record.h"

#include <fmt/format.h>
#include <openssl/rand.h>

#include <array>
#include <charconv>
#include <chrono>

#include "pipeline/fetch/ascii.h"

namespace acta {
namespace {

std::string_view WithoutBrackets(std::string_view text) {
  if (text.size() >= 2 && text.front() == '<' && text.back() == '>') return text.substr(1, text.size() - 2);
  return text;
}

bool TakeNumber(std::string_view& text, size_t digits, int& value) {
  if (text.size() < digits) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc() || end != text.data() + digits || value < 0) return false;
  text.remove_prefix(digits);
  return true;
}

bool TakeSign(std::string_view& text, char sign) {
  if (!text.starts_with(sign)) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::string WarcRecord::type() const { return ascii::Lower(Field("warc-type")); }

std::string_view WarcRecord::target() const { return WithoutBrackets(Field("warc-target-uri")); }

std::string FormatRecord(const WarcRecord& record) {
  std::string out = "WARC/1.1\r\n";
  for (const auto& [name, value] : record.fields) {
    out += name + ": ";
    for (char c : value) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    out += "\r\n";
  }
  out += "Content-Length: " + std::to_string(record.block.size()) + "\r\n\r\n";
  return out + record.block + "\r\n\r\n";
}

std::string FormatWarcDate(int64_t ms) {
  using namespace std::chrono;
  const sys_time<milliseconds> time{milliseconds(ms)};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  std::string out = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                clock.hours().count(), clock.minutes().count(), clock.seconds().count());
  if (const auto part = clock.subseconds().count()) out += fmt::format(".{:03}", part);
  return out + "Z";
}

int64_t ParseWarcDate(std::string_view text) {
  using namespace std::chrono;
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0;
  const bool ok = TakeNumber(text, 4, year) && TakeSign(text, '-') && TakeNumber(text, 2, month) &&
                  TakeSign(text, '-') && TakeNumber(text, 2, day) && TakeSign(text, 'T') &&
                  TakeNumber(text, 2, hour) && TakeSign(text, ':') && TakeNumber(text, 2, minute) &&
                  TakeSign(text, ':') && TakeNumber(text, 2, second);
  if (!ok) return 0;
  if (TakeSign(text, '.')) {
    int scale = 100;
    for (; !text.empty() && ascii::IsDigit(text[0]); text.remove_prefix(1), scale /= 10)
      ms += (text[0] - '0') * scale;
  }
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || hour > 23 || minute > 59 || second > 60) return 0;
  const auto time = sys_days(date) + hours(hour) + minutes(minute) + seconds(second) + milliseconds(ms);
  return duration_cast<milliseconds>(time.time_since_epoch()).count();
}

std::string NewRecordId() {
  std::array<unsigned char, 16> bytes{};
  RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x40);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);
  std::string out = "<urn:uuid:";
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
    out += fmt::format("{:02x}", bytes[i]);
  }
  return out + ">";
}

}  // namespace acta
