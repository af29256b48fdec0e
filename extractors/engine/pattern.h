// Rule patterns: regular expressions over kinds of units.
//
//   pattern  := sequence ('|' sequence)*
//   sequence := (field ':')? atom ('*' | '+' | '?' | '{m}' | '{m,}' | '{m,n}')? …
//   atom     := '<' set '>'      one unit;  set := '^'? term ('|' term)*,  term := '^'? kind ('&' '^'? kind)*
//            |  '"words"'        these words, folded, one unit each
//            |  '(' pattern ')'
//            |  '(?=' pattern ')'    here such units must follow, '(?!' pattern ')' must not: neither takes them
//            |  '.'              any unit
//            |  '@' name         a part of that name, as if it stood here in brackets
//
// A '^' at the head of a set negates the whole of it; in front of another kind, that kind alone; <^a&^b>
// is neither. Kinds are readings (of lexicons, text patterns, rules) and the classes lower, Cap, UPPER,
// digits, punct. Blanks are free; '#' starts a comment. A pattern that can match nothing is an error,
// and so is a look ahead that can, that captures something, or that stands in another, also by a part.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/engine/alphabet.h"
#include "pipeline/text/result.h"

namespace acta {

// One kind of a set, maybe negated.
struct KindTest {
  std::string kind{};
  bool negated = false;
  size_t at = 0;       // byte of the pattern, for error messages
  std::string part{};  // the part of the pattern that names it, if one does
};

struct PatternNode {
  enum class Type { kSet, kAny, kSequence, kAlternation, kRepeat, kCapture, kLook } type = Type::kSequence;
  std::vector<PatternNode> children{};         // sequence, alternation; one for repeat, capture and look
  std::vector<std::vector<KindTest>> terms{};  // set: any term whose tests all hold
  bool negated = false;                        // set, look
  int min = 1, max = 1;                        // repeat; max -1 = without limit
  std::string field{};                         // capture
  size_t at = 0;
};

// Whether a match may take no unit.
bool CanBeEmpty(const PatternNode& node);

struct PatternError {
  size_t at = 0;  // byte of the pattern
  std::string message;
};

// What patterns share, by name.
using PatternParts = std::map<std::string, PatternNode, std::less<>>;

// Words inside quotes become sets of one kind, the quoted word: "và" -> kind `"và"`.
tl::expected<PatternNode, PatternError> ParsePattern(std::string_view text, const PatternParts& parts = {});

// A part, which may match nothing, and may use `parts` in its turn.
tl::expected<PatternNode, PatternError> ParsePart(std::string_view text, const PatternParts& parts);

// Calls visit(const KindTest&) for every kind that the pattern names.
template <class Visit>
void VisitKinds(const PatternNode& node, Visit&& visit) {
  for (const auto& term : node.terms) {
    for (const KindTest& test : term) visit(test);
  }
  for (const PatternNode& child : node.children) VisitKinds(child, visit);
}

}  // namespace acta
