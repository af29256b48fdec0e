// Names of places as articles write them and as people ask for them: in three languages, inflected, with a unit word.
//
//   PlaceNamed("Анзянге", day, world)                  // {"an-giang", "An Giang", "printed"}
//   PlaceAsked(db, "tỉnh Long Giang", world)           // "Long Giang", as the stories of the database have it
//
// The gazetteer (gazetteer.h) knows the provinces by their spellings; a place that it lacks is known by its letters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/resolve/account.h"
#include "pipeline/resolve/world.h"
#include "pipeline/store/sqlite.h"

namespace acta {

// The place of a name that stands in the article: as the gazetteer has it, else as it is written.
PlaceUse PlaceNamed(std::string_view name, std::optional<Date> day, const World& world);

// Whether a word in lower case says that the name beside it is a province's: "tỉnh", "province", "провинции".
bool IsUnitWord(std::string_view word);

// Whether a place's key (PlaceKey) in Cyrillic letters spells the Vietnamese name, in the nominative or inflected:
// "лонгзянге" and "Long Giang".
bool SpellsPlace(const std::string& cyrillic_key, const std::string& name, const World& world);

// Whether a story of the database has the place by this name, marks and case apart: then PlaceAsked has nothing to find.
Result<bool> IsStoryPlace(const Database& db, const std::string& name);

// The name by which the stories of the database have the place that was asked for, in any spelling; the words that were
// asked for, unit words apart, when no story has it. Fails when the database cannot be read.
Result<std::string> PlaceAsked(const Database& db, const std::string& asked, const World& world);

}  // namespace acta
