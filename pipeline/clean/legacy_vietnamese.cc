#include "pipeline/clean/legacy_vietnamese.h"

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <vector>

#include "pipeline/clean/strings.h"

namespace acta {
namespace {

constexpr size_t kSampleBytes = 80'000;  // bytes that are looked at: an old page is hardly longer

struct Letter {
  uint16_t from;
  uint16_t to;
};

// TCVN 5712:1993, third table ("ABC" fonts): capitals with tones have fonts of their own.
constexpr std::array<Letter, 74> kTcvn3 = {{
    {0xA1, 0x0102}, {0xA2, 0x00C2}, {0xA3, 0x00CA}, {0xA4, 0x00D4}, {0xA5, 0x01A0}, {0xA6, 0x01AF},
    {0xA7, 0x0110}, {0xA8, 0x0103}, {0xA9, 0x00E2}, {0xAA, 0x00EA}, {0xAB, 0x00F4}, {0xAC, 0x01A1},
    {0xAD, 0x01B0}, {0xAE, 0x0111}, {0xB5, 0x00E0}, {0xB6, 0x1EA3}, {0xB7, 0x00E3}, {0xB8, 0x00E1},
    {0xB9, 0x1EA1}, {0xBB, 0x1EB1}, {0xBC, 0x1EB3}, {0xBD, 0x1EB5}, {0xBE, 0x1EAF}, {0xC6, 0x1EB7},
    {0xC7, 0x1EA7}, {0xC8, 0x1EA9}, {0xC9, 0x1EAB}, {0xCA, 0x1EA5}, {0xCB, 0x1EAD}, {0xCC, 0x00E8},
    {0xCE, 0x1EBB}, {0xCF, 0x1EBD}, {0xD0, 0x00E9}, {0xD1, 0x1EB9}, {0xD2, 0x1EC1}, {0xD3, 0x1EC3},
    {0xD4, 0x1EC5}, {0xD5, 0x1EBF}, {0xD6, 0x1EC7}, {0xD7, 0x00EC}, {0xD8, 0x1EC9}, {0xDC, 0x0129},
    {0xDD, 0x00ED}, {0xDE, 0x1ECB}, {0xDF, 0x00F2}, {0xE1, 0x1ECF}, {0xE2, 0x00F5}, {0xE3, 0x00F3},
    {0xE4, 0x1ECD}, {0xE5, 0x1ED3}, {0xE6, 0x1ED5}, {0xE7, 0x1ED7}, {0xE8, 0x1ED1}, {0xE9, 0x1ED9},
    {0xEA, 0x1EDD}, {0xEB, 0x1EDF}, {0xEC, 0x1EE1}, {0xED, 0x1EDB}, {0xEE, 0x1EE3}, {0xEF, 0x00F9},
    {0xF1, 0x1EE7}, {0xF2, 0x0169}, {0xF3, 0x00FA}, {0xF4, 0x1EE5}, {0xF5, 0x1EEB}, {0xF6, 0x1EED},
    {0xF7, 0x1EEF}, {0xF8, 0x1EE9}, {0xF9, 0x1EF1}, {0xFA, 0x1EF3}, {0xFB, 0x1EF7}, {0xFC, 0x1EF9},
    {0xFD, 0x00FD}, {0xFE, 0x1EF5},
}};

constexpr uint16_t kGrave = 0x300, kAcute = 0x301, kCircumflex = 0x302, kTilde = 0x303, kBreve = 0x306;
constexpr uint16_t kHook = 0x309, kDot = 0x323;

// VNI: a letter that follows its vowel stands for one or two marks.
struct VniMark {
  uint16_t from;
  uint16_t first;
  uint16_t second;  // 0 = none
};
constexpr std::array<VniMark, 17> kVniMarks = {{
    {0xF8, kGrave, 0},
    {0xF9, kAcute, 0},
    {0xFB, kHook, 0},
    {0xF5, kTilde, 0},
    {0xEF, kDot, 0},
    {0xE2, kCircumflex, 0},
    {0xE1, kCircumflex, kAcute},
    {0xE0, kCircumflex, kGrave},
    {0xE5, kCircumflex, kHook},
    {0xE3, kCircumflex, kTilde},
    {0xE4, kCircumflex, kDot},
    {0xEA, kBreve, 0},
    {0xE9, kBreve, kAcute},
    {0xE8, kBreve, kGrave},
    {0xFA, kBreve, kHook},
    {0xFC, kBreve, kTilde},
    {0xEB, kBreve, kDot},
}};
// VNI: letters on their own.
constexpr std::array<Letter, 14> kVniLetters = {{
    {0xF1, 0x0111},
    {0xD1, 0x0110},
    {0xF6, 0x01B0},
    {0xD6, 0x01AF},
    {0xF4, 0x01A1},
    {0xD4, 0x01A0},
    {0xED, 0x00ED},
    {0xEC, 0x00EC},
    {0xE6, 0x1EC9},
    {0xF3, 0x0129},
    {0xF2, 0x1ECB},
    {0xEE, 0x1EF5},
    {0xCD, 0x00CD},
    {0xD2, 0x1ECA},
}};

std::vector<UChar32> CodePoints(std::string_view text) {
  std::vector<UChar32> out;
  out.reserve(text.size());
  const auto* data = reinterpret_cast<const uint8_t*>(text.data());
  auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    UChar32 c;
    U8_NEXT(data, i, size, c);
    out.push_back(c < 0 ? 0xFFFD : c);
  }
  return out;
}

void Append(std::string& out, UChar32 c) {
  char buffer[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(buffer, size, c);
  out.append(buffer, static_cast<size_t>(size));
}

bool IsAsciiLetter(UChar32 c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
UChar32 LatinLower(UChar32 c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) ? c + 32 : c; }
bool IsVowel(UChar32 c) {
  c = LatinLower(c);
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

const VniMark* VniMarkOf(UChar32 c) {
  for (const VniMark& mark : kVniMarks) {
    if (LatinLower(c) == mark.from) return &mark;
  }
  return nullptr;
}

// A character that windows-1252 or Latin-1 can give.
bool IsSymbol(UChar32 c) {
  return (c >= 0xA8 && c <= 0xAE && c != 0xAB) || c == 0xB5 || c == 0xB6 || c == 0xB8 || c == 0xB9;
}

std::string ConvertTcvn3(std::string_view text) {
  std::array<uint16_t, 256> table{};
  for (const Letter& letter : kTcvn3) table[letter.from] = letter.to;
  std::string out;
  out.reserve(text.size() * 3 / 2);
  for (UChar32 c : CodePoints(text))
    Append(out, c < 256 && table[static_cast<size_t>(c)] ? table[static_cast<size_t>(c)] : c);
  return out;
}

std::string ConvertVni(std::string_view text) {
  std::string out;
  out.reserve(text.size() * 3 / 2);
  UChar32 before = 0;
  for (UChar32 c : CodePoints(text)) {
    const VniMark* mark = c >= 0xC0 && c <= 0xFF ? VniMarkOf(c) : nullptr;
    bool follows =
        mark != nullptr && (IsVowel(before) || LatinLower(before) == 0xF6 || LatinLower(before) == 0xF4);
    UChar32 letter = c;
    for (const Letter& known : kVniLetters) {
      if (!follows && known.from == c) letter = known.to;
    }
    if (follows) {
      Append(out, mark->first);
      if (mark->second != 0) Append(out, mark->second);
    } else {
      Append(out, letter);
    }
    before = follows ? 0 : c;
  }
  return out;
}

// Each character back to the byte of windows-1252 it came from; what comes out must be UTF-8 again.
std::string ConvertMojibake(std::string_view text) {
  std::vector<UChar> wide;
  wide.reserve(text.size());
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("windows-1252", &status);
  if (U_FAILURE(status)) return std::string(text);
  for (UChar32 c : CodePoints(text)) {
    char byte = 0;
    auto unit = static_cast<UChar>(c);
    status = U_ZERO_ERROR;
    if (c < 0x100) {
      out += static_cast<char>(c);
    } else if (c < 0x10000 && ucnv_fromUChars(converter, &byte, 1, &unit, 1, &status) == 1 && byte != 0x1A) {
      out += byte;
    } else {
      Append(out, c);
    }
  }
  ucnv_close(converter);
  std::string valid;
  for (UChar32 c : CodePoints(out)) Append(valid, c);
  return valid;
}

// windows-1258 where it differs from windows-1252.
constexpr std::array<Letter, 15> k1258 = {{
    {0xC3, 0x0102},
    {0xE3, 0x0103},
    {0xCC, 0x0300},
    {0xD2, 0x0309},
    {0xDE, 0x0303},
    {0xEC, 0x0301},
    {0xF2, 0x0323},
    {0xD5, 0x01A0},
    {0xF5, 0x01A1},
    {0xDD, 0x01AF},
    {0xFD, 0x01B0},
    {0xD0, 0x0110},
    {0xF0, 0x0111},
    {0xFE, 0x20AB},
    {0xC0, 0x00C0},
}};

std::string Convert1258(std::string_view text) {
  std::string out;
  out.reserve(text.size() * 3 / 2);
  for (UChar32 c : CodePoints(text)) {
    for (const Letter& letter : k1258) {
      if (letter.from == c) {
        c = letter.to;
        break;
      }
    }
    Append(out, c);
  }
  return out;
}

struct Telling {
  size_t letters = 0;
  size_t tcvn3 = 0;     // symbols between letters
  size_t vni = 0;       // vowel and mark
  size_t mojibake = 0;  // "á»", "áº", "Ä‘", "Æ°"
  size_t tones = 0;     // a vowel and a combining tone of windows-1258, seen as Ì Ò Þ ì ò
  size_t unicode = 0;   // letters that only real Vietnamese has
};

Telling Count(std::string_view text) {
  Telling count;
  UChar32 before = 0;
  std::vector<UChar32> points = CodePoints(text);
  for (size_t i = 0; i < points.size(); ++i) {
    UChar32 c = points[i];
    count.letters += IsAsciiLetter(c) && i > 0 && !IsAsciiLetter(before);
    count.unicode += (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x0111;
    bool next = i + 1 < points.size() && IsAsciiLetter(points[i + 1]);
    count.tcvn3 += IsSymbol(c) && IsAsciiLetter(before) && (next || c >= 0xB5);
    count.vni += c >= 0xE0 && c <= 0xFF && IsVowel(before) && before < 0x80 && VniMarkOf(c) != nullptr;
    bool vowel = IsVowel(before) || before == 0xE2 || before == 0xEA || before == 0xF4 || before == 0xFD ||
                 before == 0xF5 || before == 0xE3;
    count.tones += vowel && (c == 0xCC || c == 0xD2 || c == 0xDE || c == 0xEC || c == 0xF2);
    count.mojibake += (before == 0xE1 && (c == 0xBB || c == 0xBA)) ||
                      (before == 0xC6 && (c == 0xB0 || c == 0xA1)) ||
                      (before == 0xC4 && (c == 0x2018 || c == 0x91));
    before = c;
  }
  return count;
}

// Frequent words of Vietnamese without marks, which other languages hardly have …
constexpr std::array<std::string_view, 24> kPlainWords = {
    "trong", "theo", "khi", "nhau", "thanh", "sinh", "kinh", "nhanh", "trung", "chung", "giao", "quan",
    "nghe",  "cho",  "sau", "xung", "quanh", "minh", "linh", "khai",  "thu",   "tham",  "trao", "thay"};
// … and with them.
constexpr std::array<std::string_view, 28> kMarkedWords = {
    "và",  "của", "các",  "được", "với",  "một",   "người", "không", "đã",   "để",
    "từ",  "năm", "về",   "ngày", "tại",  "tỉnh",  "hội",   "nghị",  "việc", "huyện",
    "dân", "số",  "thực", "hiện", "phát", "triển", "những", "này"};

template <size_t N>
bool IsOneOf(const std::array<std::string_view, N>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// ạ … ỹ, as UTF-8: no letter of an old font is one of these before it is converted.
bool HasVietnameseLetter(std::string_view word) {
  for (std::string_view lead : {"\xE1\xBA", "\xE1\xBB"}) {
    if (word.find(lead) != word.npos) return true;
  }
  return false;
}

}  // namespace

bool IsUnreadableVietnamese(std::string_view text, std::string_view legacy) {
  size_t words = 0, plain = 0, marked = 0, beyond_ascii = 0, unicode = 0;
  for (const std::string& word : Words(text.substr(0, kSampleBytes))) {
    ++words;
    plain += IsOneOf(kPlainWords, word);
    marked += IsOneOf(kMarkedWords, word);
    beyond_ascii += std::any_of(word.begin(), word.end(), [](char c) { return (c & 0x80) != 0; });
    unicode += HasVietnameseLetter(word);
  }
  constexpr size_t kLeast = 40;  // words; fewer prove nothing
  return words >= kLeast && plain * 30 >= words && beyond_ascii * 5 >= words && marked * 33 < words &&
         // Lists of names and titles are Vietnamese without its frequent words.
         (!legacy.empty() || unicode * 10 < words);
}

std::string LegacyVietnameseOf(std::string_view text) {
  // Almost every page fails one cheap test: these encodings leave Latin-1 letters, which are C2 or C3 in UTF-8.
  std::string_view sample = text.substr(0, kSampleBytes);
  auto latin1 = static_cast<size_t>(std::count(sample.begin(), sample.end(), '\xC2') +
                                    std::count(sample.begin(), sample.end(), '\xC3'));
  auto vietnamese = static_cast<size_t>(std::count(sample.begin(), sample.end(), '\xE1'));
  if (latin1 < 20 || vietnamese * 4 > latin1) return "";
  Telling count = Count(sample);
  if (count.unicode * 4 > count.tcvn3 + count.vni + count.mojibake) return "";
  size_t needed = std::max<size_t>(10, count.letters / 100);
  if (count.tones >= std::max<size_t>(10, count.letters / 20) && count.tones > count.vni)
    return "windows-1258";
  if (count.mojibake >= needed) return "mojibake";
  if (count.tcvn3 >= needed && count.tcvn3 > count.vni) return "tcvn3";
  // French and the like also write "aï"; Vietnamese in VNI marks every second word.
  return count.vni >= std::max<size_t>(10, count.letters / 20) ? "vni" : "";
}

std::string ConvertLegacyVietnamese(std::string_view text, std::string_view encoding) {
  if (encoding == "tcvn3") return ConvertTcvn3(text);
  if (encoding == "windows-1258") return Convert1258(text);
  if (encoding == "vni") return ConvertVni(text);
  if (encoding == "mojibake") return ConvertMojibake(text);
  return std::string(text);
}

}  // namespace acta
