#include "pipeline/query/asked.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "pipeline/query/parameters.h"
#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/person_name.h"
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

// Whether a name in one script may be a name in the other, with or without what stands between the first and the last
// word of a Russian one.
bool SpellsName(const std::string& asked, const std::string& name, const Transcription& table) {
  if (HasCyrillic(asked) == HasCyrillic(name)) return false;
  auto alike = [&](const std::string& one, const std::string& other) {
    return NameCost(ParseName(one, "", table), ParseName(other, "", table), table).has_value();
  };
  const std::vector<std::string> words = WrittenWords(asked), names = WrittenWords(name);
  if (words.size() < 2) return false;
  if (words.size() == names.size()) return alike(asked, name);
  return words.size() == 2 && names.size() == 3 && alike(asked, names.front() + " " + names.back());
}

}  // namespace

Result<bool> IsStoryPlace(const Database& db, const std::string& name) {
  Result<Statement> same = db.Prepare(R"sql(
      SELECT 1 FROM (SELECT DISTINCT place, place_name FROM story)
      WHERE acta_fold(place_name) = acta_fold(?1))sql");
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

Result<std::string> SeveralBodies(const std::string& asked, const std::vector<std::string>& bodies,
                                  const std::string& catalog) {
  const std::u32string letters = Letters(asked);
  const bool short_form = letters.size() > 1 && std::ranges::all_of(letters, [](char32_t c) {
                            return u_isupper(static_cast<UChar32>(c));
                          });
  if (!short_form || bodies.size() < 2) return std::string();
  constexpr size_t kNamed = 3;
  std::string names;
  size_t named = 0;
  Result<void> read = ReadTable(catalog, 9, [&](const std::vector<std::string>& row) {
    if (std::ranges::find(bodies, row[0]) == bodies.end() || ++named > kNamed) return std::string();
    names += (names.empty() ? "" : ", ") + Variants(row[3]).front();
    return std::string();
  });
  if (!read) return tl::unexpected(read.error());
  return "\"" + asked + "\" stands for several bodies: " + names + (named > kNamed ? " …" : "") +
         "; a name in words is one of them";
}

Result<bool> IsNameKnown(const Database& db, const std::string& name) {
  Result<Statement> known = db.Prepare("SELECT 1 FROM find_words WHERE find_words MATCH ?1");
  return known ? known->Bind(1, PhraseOf(name)).Step() : tl::unexpected(known.error());
}

bool FitsInitials(const std::vector<std::string>& asked, std::vector<std::string> name) {
  std::vector<std::string> initials;
  for (const std::string& word : asked) {
    if (Letters(word).size() == 1) {
      initials.push_back(word);
    } else if (const auto same = std::ranges::find(name, word); same != name.end()) {
      name.erase(same);
    } else {
      return false;
    }
  }
  if (initials.empty() || initials.size() == asked.size() || name.empty() || name.size() > initials.size())
    return false;
  return std::ranges::equal(
      name, std::span(initials).first(name.size()),
      [](const std::string& word, const std::string& initial) { return word.starts_with(initial); });
}

Result<std::string> PersonAsked(const Database& db, const std::string& asked, const AskedWords& words,
                                const Transcription& table) {
  const std::string name = words.NameIn(asked);
  if (name != asked) {
    Result<bool> known = IsNameKnown(db, name);
    if (!known) return tl::unexpected(known.error());
    if (*known) return name;
  }
  const std::vector<std::string> folded = WordsOf(name);
  Result<Statement> people = db.Prepare(R"sql(
      SELECT e.key, n.value
      FROM entity e, json_each(json_array(e.name, e.name_en, e.name_ru)) n
      WHERE e.type = 'official' AND n.value IS NOT NULL
      ORDER BY e.key, n.id)sql");
  if (!people) return tl::unexpected(people.error());
  std::map<int64_t, std::string> found;
  Result<bool> row = people->Step();
  for (; row && *row; row = people->Step()) {
    const std::string one(people->Text(1));
    if (FitsInitials(folded, WordsOf(one)) || SpellsName(name, one, table))
      found.try_emplace(people->Int(0), one);
  }
  if (!row) return tl::unexpected(row.error());
  return found.size() == 1 ? found.begin()->second : asked;
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
