// Whom a name means, and in which ways the name is printed.
//
//   Result<PersonNames> person = FindPerson(db, "tran quoc thinh", false);
//   person->names      // "Trần Quốc Thịnh", "Tran Quoc Thinh", "Чан Куок Тхинь"
//
// A name is compared blind to case and marks with all that records call an official; marks that are given must be
// there. Reads only.
#pragma once

#include <string>
#include <vector>

#include "pipeline/store/sqlite.h"

namespace acta {

// An entity that bears a name.
struct Namesake {
  std::string id, name, place;  // place may be empty
  int64_t articles = 0;
};

// Entities of a type ("official", "agency", "resolution"; empty: any) that are called so, by any of their names; those
// whose name is the one that was given before those that have its words.
Result<std::vector<Namesake>> FindNamesakes(const Database& db, const std::string& name,
                                            const std::string& type);

// "2 are called …" with a line for each, to choose from.
std::string Listed(const std::string& named, const std::vector<Namesake>& namesakes);

// Whether it has the form of the id of an entity: "official-18b37287b42dedc7".
bool IsEntityId(const std::string& named);

struct PersonNames {
  std::string entity;              // empty when the name was given and it is nobody else's
  std::vector<std::string> names;  // as printed; at least the one that was given
};

// `named`: a name, or the id of an official. Fails with "usage" when it means several people (unless `all`), with
// "not_found" when no official has the id. A name that no record has stands for itself.
Result<PersonNames> FindPerson(const Database& db, const std::string& named, bool all);

}  // namespace acta
