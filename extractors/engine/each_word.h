// The words of a text that single blanks part.
//
//   ForEachWord("an giang", [&](std::string_view word) { … });
#pragma once

#include <algorithm>
#include <string_view>

namespace acta {

template <class Visit>
void ForEachWord(std::string_view text, Visit&& visit) {
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    visit(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace acta
