// What a mistake in a pack is told with: the place, the line, a caret, and the word that was meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/result.h"

namespace acta {

// "file:line:column: message", the line, and a caret under the column.
Error RuleError(const std::string& file, int line, int column, const std::string& message,
                const std::string& source);

// In how many letters two names differ.
int EditDistance(std::string_view a, std::string_view b);

// "; did you mean <x>?" for the nearest known name, or "". Words in quotation marks are not suggested.
template <class Range>
std::string Suggestion(std::string_view name, const Range& known, std::string_view open,
                       std::string_view close) {
  std::string best;
  int best_distance = 3;
  for (const auto& candidate : known) {
    std::string_view other(candidate);
    if (other.starts_with('"')) continue;
    if (int distance = EditDistance(name, other); distance < best_distance) {
      best_distance = distance;
      best = other;
    }
  }
  if (best.empty()) return {};
  return "; did you mean " + std::string(open) + best + std::string(close) + "?";
}

}  // namespace acta
