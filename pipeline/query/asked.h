// What people ask for, in the words that the database has it by.
//
//   PlaceAsked(db, "tỉnh Long Giang", world)        // "Long Giang", as the stories of the database have it
//   BodiesCalled("so tai chinh", "bodies.tsv")      // {"department-of-finance"}: its articles in other languages too
//   PersonAsked(db, "Соболева В.П.", words, table)  // "Вера Соболева", where she is the only one whom it fits
#pragma once

#include <string>
#include <vector>

#include "pipeline/query/asked_words.h"
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

// Of letters that stand for several of these bodies of the catalog ("BTC": the ministry of finance, a Party committee's
// organising commission) a line for people that names the first ones; empty for words, and for letters of one body.
Result<std::string> SeveralBodies(const std::string& asked, const std::vector<std::string>& bodies,
                                  const std::string& catalog);

// Whether a record of the database has the words of the name, the last one as a beginning: then PersonAsked has nothing
// to find.
Result<bool> IsNameKnown(const Database& db, const std::string& name);

// A name by which the database has the person who was asked for with an honorific, by a family name with initials, or in
// the letters of another script. What was asked for when nobody is called so, or several may be.
Result<std::string> PersonAsked(const Database& db, const std::string& asked, const AskedWords& words,
                                const Transcription& table);

// Whether a family name with initials may be the name, both as folded words: "соболева в п" is "вера соболева".
bool FitsInitials(const std::vector<std::string>& asked, std::vector<std::string> name);

}  // namespace acta
