// What is wrong in a pack that loads all the same: lines of lexicons and parts of patterns that nothing reads, and lines
// that stand twice.
//
//   for (const PackMistake& one : *LintPack(folder, "vi")) std::cout << one.place.ToString() << ": " << one.message;
//
// A kind is read when a rule or a group of a text pattern names it, the engine does, or language.toml lists it among
// `text.unread` (its phrases only keep their words from others, or carry an attribute); an attribute when the engine or a
// record has a field of its name, or a rule captures one. A phrase stands twice when two lines of one pack say it of one
// kind: the first alone would count. Numbers (months, weekdays, scales) must be numbers.
#pragma once

#include <string>
#include <vector>

#include "extractors/engine/pack.h"
#include "pipeline/text/result.h"

namespace acta {

struct PackMistake {
  Place place;
  std::string message;  // with what was meant, where a known word is near
};

// In order of files and lines. Fails as LoadPack does where files cannot be read. Reads no text; milliseconds.
Result<std::vector<PackMistake>> LintPack(const std::string& folder, const std::string& language);

}  // namespace acta
