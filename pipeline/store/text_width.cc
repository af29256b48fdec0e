#include "pipeline/store/text_width.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace acta {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view kEllipsis = "…";

// Calls each(character, its bytes); bytes that are not UTF-8 come one by one as U+FFFD.
template <class Each>
void ForEachCharacter(std::string_view text, Each&& each) {
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    const int32_t begin = at;
    UChar32 c;
    U8_NEXT(text.data(), at, size, c);
    each(c < 0 ? UChar32{0xFFFD} : c,
         text.substr(static_cast<size_t>(begin), static_cast<size_t>(at - begin)));
  }
}

size_t Width(UChar32 c) {
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

}  // namespace

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  ForEachCharacter(text, [&](UChar32 c, std::string_view) { width += Width(c); });
  return width;
}

std::string FitWidth(std::string_view text, size_t columns) {
  if (DisplayWidth(text) <= columns) return std::string(text);
  if (columns == 0) return "";
  size_t width = 0;
  std::string fitting;
  bool full = false;
  ForEachCharacter(text, [&](UChar32 c, std::string_view bytes) {
    full = full || width + Width(c) > columns - 1;
    if (full) return;
    width += Width(c);
    fitting += bytes;
  });
  return fitting.append(kEllipsis);
}

std::string Harmless(std::string_view text) {
  std::string harmless;
  ForEachCharacter(text, [&](UChar32 c, std::string_view bytes) {
    if (u_isUWhiteSpace(c)) {
      harmless += ' ';
    } else if (u_charType(c) == U_CONTROL_CHAR || c == 0xFFFD) {
      harmless += kReplacement;
    } else if (u_charType(c) == U_FORMAT_CHAR && c != 0x200C && c != 0x200D) {
      // Only the joiners stay: they carry meaning in some scripts and turn nothing.
    } else {
      harmless += bytes;
    }
  });
  return harmless;
}

}  // namespace acta
