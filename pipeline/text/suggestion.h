// The word that was meant where one is not known: of a rule, of a lexicon, on the command line.
//
//   "no verb “ingset”" + Suggestion("ingset", verbs, "“", "”")   // …; did you mean “ingest”?
//
// Pure, safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace acta {

// In how many letters two names differ; of UTF-8 in how many bytes.
int EditDistance(std::string_view a, std::string_view b);
int EditDistance(std::u32string_view a, std::u32string_view b);

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
