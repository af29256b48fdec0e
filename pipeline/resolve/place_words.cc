#include "pipeline/resolve/place_words.h"

#include <algorithm>

#include "pipeline/resolve/table.h"

namespace acta {
namespace {

constexpr std::array<std::string_view, 12> kWordUses = {
    "province-before", "province-after", "provincial", "unit",      "link",
    "opening",         "case-ending",    "nominative", "adjective", "adjective-nominative",
    "paper-before",    "paper-after"};

}  // namespace

Result<PlaceWords> PlaceWords::Load(const std::string& path) {
  PlaceWords table;
  Result<void> read = ReadTable(path, 4, [&](const std::vector<std::string>& row) -> std::string {
    const auto use = std::ranges::find(kWordUses, row[0]);
    if (use == kWordUses.end()) return "\"" + row[0] + "\" is no use of a word";
    std::vector<std::string>& words = table.words_[static_cast<size_t>(use - kWordUses.begin())];
    if (!words.empty()) return "\"" + row[0] + "\" stands twice";
    for (size_t language = 1; language < row.size(); ++language) {
      for (std::string& word : Variants(row[language])) words.push_back(std::move(word));
    }
    return words.empty() ? "\"" + row[0] + "\" has no word" : "";
  });
  if (!read) return tl::unexpected(read.error());
  const auto missing = std::ranges::find_if(table.words_, &std::vector<std::string>::empty);
  if (missing == table.words_.end() &&
      table.Of(PlaceWord::kAdjective).size() != table.Of(PlaceWord::kAdjectiveNominative).size())
    return Fail("rules", path + ": \"adjective\" and \"adjective-nominative\" are of unlike length");
  if (missing == table.words_.end()) return table;
  return Fail("rules", path + ": \"" +
                           std::string(kWordUses[static_cast<size_t>(missing - table.words_.begin())]) +
                           "\" is missing");
}

bool PlaceWords::Is(PlaceWord use, std::string_view word) const {
  return std::ranges::find(Of(use), word) != Of(use).end();
}

bool PlaceWords::TellsProvince(std::string_view word) const {
  return Is(PlaceWord::kProvinceBefore, word) || Is(PlaceWord::kProvinceAfter, word) ||
         Is(PlaceWord::kProvincial, word);
}

}  // namespace acta
