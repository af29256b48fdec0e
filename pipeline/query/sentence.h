// The sentence around a value: what a reader wants to see as its proof.
#pragma once

#include <string_view>

#include "pipeline/text/span.h"

namespace acta {

// The sentence of `text` that holds `span` (bytes), within its line, without blanks at its ends. Ends at
// [.!?…] before a blank and a capital, digit or quotation mark, unless the word before it has the form of an
// abbreviation: "г.", "TP.", "No.", "ул.".
std::string_view SentenceAround(std::string_view text, Span span);

}  // namespace acta
