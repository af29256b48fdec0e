// The language a text is written in, not the one its page declares.
//
//   DetectLanguage("Sáng 21/3, UBND tỉnh tổ chức hội nghị …", rules)    // "vi"
//
// ISO 639-1; "" when the text is too short or undecided. Letters decide first (Vietnamese marks, Cyrillic and
// what is not Russian in it), then function words (words.tsv), then CLD2 for all other languages.
// Reads at most 20 KB; safe to call from several threads.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/clean/rules.h"

namespace acta {

std::string DetectLanguage(std::string_view text, const CleanRules& rules);

}  // namespace acta
