// UTF-8 to code points and back, for the few places that look at single letters.
#pragma once

#include <unicode/utf8.h>

#include <string>
#include <string_view>

namespace acta {

// Ill-formed bytes become U+FFFD.
inline std::u32string ToUtf32(std::string_view text) {
  std::u32string out;
  for (int32_t i = 0, n = static_cast<int32_t>(text.size()); i < n;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(text.data(), i, n, c);
    out.push_back(static_cast<char32_t>(c));
  }
  return out;
}

// Where the first byte stands that is no UTF-8; npos when all are.
inline size_t FirstIllFormed(std::string_view text) {
  for (int32_t i = 0, n = static_cast<int32_t>(text.size()); i < n;) {
    const int32_t begin = i;
    UChar32 c;
    U8_NEXT(text.data(), i, n, c);
    if (c < 0) return static_cast<size_t>(begin);
  }
  return text.npos;
}

inline void AppendUtf8(char32_t c, std::string& out) {
  char buffer[U8_MAX_LENGTH];
  int32_t n = 0;
  U8_APPEND_UNSAFE(buffer, n, static_cast<UChar32>(c));
  out.append(buffer, static_cast<size_t>(n));
}

}  // namespace acta
