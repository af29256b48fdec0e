// Where the program's data is: the folder that holds `extractors/`.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/text/result.h"

namespace acta {

// The folder of the language packs, the first of these that is there:
//
//   1. `given`, the value of --packs, when it is not empty;
//   2. $ACTA_HOME/extractors;
//   3. <folder of the program>/../share/acta/extractors, of an installed program;
//   4. extractors/ in the nearest folder above the program, of a program in its build tree.
//
// Fails with "config", naming the places that were tried.
Result<std::filesystem::path> FindPacks(const std::string& given);

}  // namespace acta
