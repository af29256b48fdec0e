#include "pipeline/clean/strings.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace acta {
namespace {

char LowerLetter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

void AppendCodePoint(std::string& out, UChar32 c) {
  char buffer[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(buffer, size, c);
  out.append(buffer, static_cast<size_t>(size));
}

bool IsBlank(UChar32 c) {
  if (c <= ' ') return c == ' ' || (c >= 9 && c <= 13);
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool IsInvisible(UChar32 c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200E ||
         c == 0x200F || c == 0x2060 || c == 0xFEFF || (c >= 0x202A && c <= 0x202E) || c == 0xFFFC;
}

// Calls `each(code point, begin, end)` for every character; malformed bytes come as U+FFFD.
template <class F>
void ForEachChar(std::string_view text, F each) {
  const auto* data = reinterpret_cast<const uint8_t*>(text.data());
  auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    int32_t begin = i;
    UChar32 c;
    U8_NEXT(data, i, size, c);
    each(c < 0 ? UChar32{0xFFFD} : c, static_cast<size_t>(begin), static_cast<size_t>(i));
  }
}

bool IsWordChar(UChar32 c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalnum(c) || (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0;
}

struct Entity {
  std::string_view name;
  UChar32 value;
};
constexpr std::array<Entity, 22> kEntities = {{
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},        {"quot", '"'},     {"apos", '\''},
    {"nbsp", ' '},     {"ldquo", 0x201C}, {"rdquo", 0x201D},  {"lsquo", 0x2018}, {"rsquo", 0x2019},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"hellip", 0x2026}, {"laquo", 0xAB},   {"raquo", 0xBB},
    {"eacute", 0xE9},  {"egrave", 0xE8},  {"agrave", 0xE0},   {"uuml", 0xFC},    {"ouml", 0xF6},
    {"auml", 0xE4},    {"szlig", 0xDF},
}};

// The character of "amp", "#39" or "#x27"; 0 when it is none.
UChar32 EntityValue(std::string_view name) {
  if (name.starts_with('#')) {
    bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    UChar32 value = 0;
    const char* end = name.data() + name.size();
    auto [stop, error] = std::from_chars(name.data() + (hex ? 2 : 1), end, value, hex ? 16 : 10);
    bool valid =
        error == std::errc() && stop == end && value > 0 && value < 0x110000 && !U_IS_SURROGATE(value);
    return valid ? value : 0;
  }
  for (const Entity& entity : kEntities) {
    if (entity.name == name) return entity.value;
  }
  return 0;
}

}  // namespace

std::string_view Trim(std::string_view text) {
  auto blank_at_front = [&]() -> size_t {
    if (text.empty()) return 0;
    if (static_cast<unsigned char>(text[0]) <= ' ') return 1;
    if (text.starts_with("\xC2\xA0")) return 2;
    for (std::string_view wide : {"\xE2\x80\x8B", "\xEF\xBB\xBF", "\xE3\x80\x80"}) {
      if (text.starts_with(wide)) return 3;
    }
    return 0;
  };
  auto blank_at_back = [&]() -> size_t {
    if (text.empty()) return 0;
    if (static_cast<unsigned char>(text.back()) <= ' ') return 1;
    if (text.ends_with("\xC2\xA0")) return 2;
    for (std::string_view wide : {"\xE2\x80\x8B", "\xEF\xBB\xBF", "\xE3\x80\x80"}) {
      if (text.ends_with(wide)) return 3;
    }
    return 0;
  };
  while (size_t n = blank_at_front()) text.remove_prefix(n);
  while (size_t n = blank_at_back()) text.remove_suffix(n);
  return text;
}

std::string AsciiLower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), LowerLetter);
  return out;
}

std::string FoldCase(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  ForEachChar(text, [&](UChar32 c, size_t, size_t) {
    if (c < 0x80) {
      out += LowerLetter(static_cast<char>(c));
    } else {
      AppendCodePoint(out, u_tolower(c));
    }
  });
  return out;
}

std::string CollapseSpace(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  ForEachChar(text, [&](UChar32 c, size_t begin, size_t end) {
    if (IsBlank(c)) {
      space = true;
    } else if (!IsInvisible(c)) {
      if (space && !out.empty()) out += ' ';
      space = false;
      if (c == 0xFFFD) {
        AppendCodePoint(out, c);
      } else {
        out.append(text.substr(begin, end - begin));
      }
    }
  });
  return out;
}

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  ForEachChar(text, [&](UChar32 c, size_t, size_t) {
    if (IsWordChar(c)) {
      if (c < 0x80) {
        word += LowerLetter(static_cast<char>(c));
      } else {
        AppendCodePoint(word, u_tolower(c));
      }
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  });
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

size_t CountWords(std::string_view text) {
  size_t count = 0;
  bool inside = false;
  ForEachChar(text, [&](UChar32 c, size_t, size_t) {
    bool word = IsWordChar(c);
    count += word && !inside;
    inside = word;
  });
  return count;
}

size_t CountChars(std::string_view text) {
  size_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::string WordKey(std::string_view text) {
  std::string key;
  for (const std::string& word : Words(text)) {
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

bool ContainsNoCase(std::string_view text, std::string_view lower) {
  if (lower.empty() || text.size() < lower.size()) return lower.empty();
  return std::search(text.begin(), text.end(), lower.begin(), lower.end(),
                     [](char a, char b) { return LowerLetter(a) == b; }) != text.end();
}

std::string Unescape(std::string_view text) {
  if (text.find('&') == text.npos) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    size_t end = text[i] == '&' ? text.find(';', i) : text.npos;
    UChar32 value = end != text.npos && end - i < 12 ? EntityValue(text.substr(i + 1, end - i - 1)) : 0;
    if (value == 0) {
      out += text[i++];
    } else {
      AppendCodePoint(out, value);
      i = end + 1;
    }
  }
  return out;
}

}  // namespace acta
