// Who wrote the article: names joined by "; ", without "By", "Tác giả", posts and house names around them.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/clean/compose.h"
#include "pipeline/clean/headline.h"
#include "pipeline/clean/page_view.h"

namespace acta {

// Trust: JSON-LD persons, <meta name=author>, elements named as bylines near the headline, then what
// ComposeText found in the text (labels, a signature). "" when the page names nobody.
std::string FindByline(const PageView& view, const Headline& headline, const Reading& reading,
                       const std::string& in_text);

// Two to five capitalised words: what a signature under a text looks like. "By" may stand before it.
bool LooksLikeName(std::string_view text);

// "By Nam Anh and Lê Hoa" -> "Nam Anh; Lê Hoa".
std::string SplitNames(std::string_view text);

}  // namespace acta
