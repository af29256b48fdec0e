// Names of places as articles write them: in three languages, inflected.
//
//   PlaceNamed("Анзянге", day, world)   // {"an-giang", "An Giang", "printed"}
//
// The gazetteer (gazetteer.h) knows the provinces by their spellings; a place that it lacks is known by its letters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/resolve/account.h"
#include "pipeline/resolve/world.h"

namespace acta {

// The place of a name that stands in the article: as the gazetteer has it, else as it is written.
PlaceUse PlaceNamed(std::string_view name, std::optional<Date> day, const World& world);

// Whether a place's key (PlaceKey) in Cyrillic letters spells the Vietnamese name, in the nominative or inflected:
// "лонгзянге" and "Long Giang".
bool SpellsPlace(const std::string& cyrillic_key, const std::string& name, const World& world);

}  // namespace acta
