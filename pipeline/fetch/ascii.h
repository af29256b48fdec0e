// Characters of protocols: ASCII rules, independent of the locale. All are pure and constant time per byte.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace acta::ascii {

inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }
inline bool IsAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
inline char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// 0 … 15, or -1.
inline int HexDigit(char c) {
  if (IsDigit(c)) return c - '0';
  char lower = Lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

inline std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = Lower(c);
  return out;
}

inline bool EqualsIgnoreCase(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return Lower(x) == Lower(y); });
}

inline bool StartsWithIgnoreCase(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && EqualsIgnoreCase(text.substr(0, prefix.size()), prefix);
}

// Position of `needle` in `text` regardless of case, or npos.
inline size_t FindIgnoreCase(std::string_view text, std::string_view needle) {
  auto at = std::search(text.begin(), text.end(), needle.begin(), needle.end(),
                        [](char x, char y) { return Lower(x) == Lower(y); });
  return at == text.end() && !needle.empty() ? std::string_view::npos
                                             : static_cast<size_t>(at - text.begin());
}

inline std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

// Lower-case hexadecimal without leading zeros.
inline std::string HexNumber(unsigned value) {
  std::string out;
  do {
    out.insert(out.begin(), "0123456789abcdef"[value & 15]);
    value >>= 4;
  } while (value != 0);
  return out;
}

// Appends "%XX" for the byte `c`.
inline void AppendPercent(std::string& out, unsigned char c) {
  out += '%';
  out += "0123456789ABCDEF"[c >> 4];
  out += "0123456789ABCDEF"[c & 15];
}

}  // namespace acta::ascii
