// The few operations on UTF-8 text that every part of the cleaner needs. ASCII unless said otherwise.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace acta {

// Without white space at both ends; also takes U+00A0, U+200B, U+FEFF and U+3000 for white space.
std::string_view Trim(std::string_view text);

std::string AsciiLower(std::string_view text);

// Lower case by Unicode's simple mapping (ICU), for comparison.
std::string FoldCase(std::string_view text);

// Runs of white space (U+00A0 and its kin included) become one space; zero-width characters, soft hyphens
// and C0/C1 controls vanish; the ends are trimmed.
std::string CollapseSpace(std::string_view text);

// Lower-case words (runs of letters and digits) of a text; the key by which two lines are compared.
std::vector<std::string> Words(std::string_view text);
size_t CountWords(std::string_view text);
size_t CountChars(std::string_view text);  // code points

// Words joined by one space: equal for texts that differ in case, punctuation and spacing only.
std::string WordKey(std::string_view text);

bool ContainsNoCase(std::string_view text, std::string_view lower);

// Character references (&amp; &#8217; &nbsp; …) replaced; for text that was escaped twice (JSON-LD, meta).
std::string Unescape(std::string_view text);

}  // namespace acta
