// What a single line of a page is: running text, links, a label, a signature, one of the known phrases.
// Pure functions of the line and its place in the tree; composing decides what follows from them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/clean/page_view.h"
#include "pipeline/clean/printed_date.h"

namespace acta {

// Ends with a mark that closes a sentence, quotation marks and colons included.
bool EndsSentence(std::string_view text);

// The phrase of phrases.tsv that the line is or begins with, as far as its length lets it be one; nullptr when none.
const PagePhrase* PhraseOf(const PageView& view, const Block& block);

// "Tác giả: Thanh Hà" -> "Thanh Hà": what stands behind the colon, or behind the words of the phrase.
std::string AfterPhrase(const PagePhrase& phrase, std::string_view text);

// The first http(s) address in the line, or "".
std::string UrlIn(const Block& block);

// A line that is links and little else; in lists, an item of a list of links.
bool IsLinks(const PageView& view, const Block& block);

// A line of numbers, a lone date, or a short line in an element that is named as a byline or a date.
bool IsLabel(const PageView& view, const Block& block);

// A short line that is mostly a date.
bool IsDateLine(const PageView& view, const Block& block);

// A name under the text, set apart by weight, slant or side.
bool IsSignature(const Block& block);

}  // namespace acta
