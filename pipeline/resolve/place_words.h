// Words that tell of a place by what they do beside its name: place_words.tsv.
//
//   Result<PlaceWords> words = PlaceWords::Load(folder + "/place_words.tsv");
//   words->Is(PlaceWord::kProvinceBefore, "tỉnh");  // its name follows
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/result.h"

namespace acta {

// As the table explains them, in its order.
enum class PlaceWord {
  kProvinceBefore,
  kProvinceAfter,
  kProvincial,
  kUnit,
  kLink,
  kOpening,
  kCaseEnding,
  kNominative,
  kAdjective,
  kAdjectiveNominative,
  kPaperBefore,
  kPaperAfter,
};

class PlaceWords {
 public:
  // Fails with "rules" where a use is not one of these, stands twice or is missing.
  static Result<PlaceWords> Load(const std::string& path);

  // Of all languages, in the order of the table.
  std::span<const std::string> Of(PlaceWord use) const { return words_[static_cast<size_t>(use)]; }

  // `word` in lower case.
  bool Is(PlaceWord use, std::string_view word) const;

  // Whether the name beside the word is a province's.
  bool TellsProvince(std::string_view word) const;

 private:
  std::array<std::vector<std::string>, 12> words_;
};

}  // namespace acta
