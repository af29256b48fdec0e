// What people ask for, in the words that the database has it by.
//
//   PlaceAsked(db, "tỉnh Long Giang", world)        // "Long Giang", as the stories of the database have it
//   BodiesCalled("so tai chinh", "bodies.tsv")      // {"department-of-finance"}: its articles in other languages too
#pragma once

#include <string>
#include <vector>

#include "pipeline/resolve/world.h"
#include "pipeline/store/sqlite.h"

namespace acta {

// Whether a story of the database has the place by this name, marks and case apart: then PlaceAsked has nothing to find.
Result<bool> IsStoryPlace(const Database& db, const std::string& name);

// The name by which the stories of the database have the place that was asked for, in any spelling; the words that were
// asked for, words for a province apart, when no story has it. Fails when the database cannot be read.
Result<std::string> PlaceAsked(const Database& db, const std::string& asked, const World& world);

// The bodies of the catalog that have the words in one of their names, as they follow each other, the last one a
// beginning; for Filter::agency_bodies.
Result<std::vector<std::string>> BodiesCalled(const std::string& asked, const std::string& catalog);

}  // namespace acta
