// Brings the entities of a database up to date: what `resolve --db`, `ingest` and `entity` share.
#pragma once

#include <string>

namespace acta::cli {

struct ResolutionRun {
  std::string db, packs;
  std::string corrections;  // path; empty: beside the database
  bool again = false;       // forget what was resolved before
  bool quiet = false;       // say nothing but errors
};

// Exit status; what was done is said on standard error.
int BringUpToDate(const ResolutionRun& run);

}  // namespace acta::cli
