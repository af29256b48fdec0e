// What a word is made of, wherever texts are cut into words.
#pragma once

#include <unicode/uchar.h>

namespace acta {

// Letters, digits, and marks that combine with them. False of a negative `c`, which ICU gives for bytes that are not UTF-8.
inline bool IsOfWord(UChar32 c) { return c >= 0 && (u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK); }

}  // namespace acta
