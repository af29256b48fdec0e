#include "pipeline/query/asked.h"

#include <algorithm>
#include <set>

#include "pipeline/query/parameters.h"
#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/place_names.h"
#include "pipeline/resolve/table.h"

namespace acta {
namespace {

// "tỉnh Long Giang" → "Long Giang"; as people type it, without marks too.
std::string WithoutProvince(const std::string& asked, const PlaceWords& known) {
  std::set<std::string> tell;
  for (PlaceWord use : {PlaceWord::kProvinceBefore, PlaceWord::kProvinceAfter, PlaceWord::kProvincial}) {
    for (const std::string& word : known.Of(use)) tell.insert(Ascii(word));
  }
  std::vector<std::string> words = Split(asked, ' ');
  std::erase(words, "");
  while (words.size() > 1 && tell.contains(Ascii(words.front()))) words.erase(words.begin());
  while (words.size() > 1 && tell.contains(Ascii(words.back()))) words.pop_back();
  return Joined(words);
}

}  // namespace

Result<bool> IsStoryPlace(const Database& db, const std::string& name) {
  Result<Statement> same = db.Prepare(
      "SELECT 1 FROM (SELECT DISTINCT place, place_name FROM story) WHERE acta_fold(place_name) = "
      "acta_fold(?1)");
  return same ? same->Bind(1, name).Step() : tl::unexpected(same.error());
}

Result<std::string> PlaceAsked(const Database& db, const std::string& asked, const World& world) {
  const std::string name = WithoutProvince(asked, world.place_words);
  const PlaceUse place = PlaceNamed(name, std::nullopt, world);
  if (!place.basis.empty()) return place.name;
  if (!HasCyrillic(place.key)) return name;
  Result<Statement> stories =
      db.Prepare("SELECT DISTINCT place_name FROM story WHERE place_name IS NOT NULL ORDER BY 1");
  if (!stories) return tl::unexpected(stories.error());
  Result<bool> row = stories->Step();
  for (; row && *row; row = stories->Step()) {
    if (std::string told(stories->Text(0)); SpellsPlace(place.key, told, world)) return told;
  }
  if (!row) return tl::unexpected(row.error());
  return name;
}

Result<std::vector<std::string>> BodiesCalled(const std::string& asked, const std::string& catalog) {
  std::vector<std::string> bodies;
  const std::string words = " " + FoldedWords(asked);
  if (words.size() == 1) return bodies;
  Result<void> read = ReadTable(catalog, 9, [&](const std::vector<std::string>& row) {
    const bool called = std::any_of(row.begin() + 3, row.begin() + 6, [&](const std::string& names) {
      return std::ranges::any_of(Variants(names), [&](const std::string& name) {
        return (" " + FoldedWords(name)).find(words) != std::string::npos;
      });
    });
    if (called) bodies.push_back(row[0]);
    return std::string();
  });
  return read ? Result<std::vector<std::string>>(std::move(bodies)) : tl::unexpected(read.error());
}

}  // namespace acta
