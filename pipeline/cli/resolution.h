// Brings the entities of a database up to date: what `resolve --db`, `ingest` and `entity` share.
#pragma once

#include <stop_token>
#include <string>

namespace acta::cli {

struct ResolutionRun {
  std::string db, packs;
  std::string corrections;  // path; empty: beside the database
  bool again = false;       // forget what was resolved before
  bool quiet = false;       // say nothing but errors
  std::stop_token stop{};   // of the run that it belongs to; none: Ctrl-C is listened for here
};

// Exit status; what was done is said on standard error.
int BringUpToDate(const ResolutionRun& run);

}  // namespace acta::cli
