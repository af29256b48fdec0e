// Where the program's data is: language packs and the cleaner's tables.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/text/result.h"

namespace acta {

struct DataFolders {
  std::filesystem::path packs;    // holds a folder per language
  std::filesystem::path clean;    // holds phrases.tsv …
  std::filesystem::path resolve;  // holds bodies.tsv …
};

// The data's home is the first of these that is there:
//
//   1. $ACTA_HOME, when it is set;
//   2. <folder of the program>/../share/acta, of an installed program;
//   3. the nearest folder above the program whose extractors/ holds packs, of a program in its build tree.
//
// `packs`, the value of --packs, when it is not empty, is taken in place of the home's packs. Fails with
// "config" when something is not there: what was named is taken at its word, nothing else is tried then.
Result<DataFolders> FindData(const std::string& packs);

}  // namespace acta
