// Names that were asked for and that nothing in the database bears: misspelt mostly, and no absence.
//
//   UnknownNames(db, due, {.agency = "so dulich"})     // no body is called "so dulich"; did you mean "Sở Du lịch"?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/query/filter.h"
#include "pipeline/query/question.h"
#include "pipeline/store/sqlite.h"

namespace acta {

// A line for people, with the names that are nearest; empty when all that was asked for is known. Cheap when it is.
Result<std::string> UnknownNames(const Database& db, const Question& question, const Filter& filter);

// Of `known`, as they stand there, those nearest to what was asked, the nearest first: with a letter or two wrong, of a
// part of the words, or with the words in another order. At most three, and none that is far.
std::vector<std::string> NearestNames(std::string_view asked, const std::vector<std::string>& known);

}  // namespace acta
