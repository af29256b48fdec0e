// Whether the examples of a pack notice what is taken out of its rules.
//
//   MutationReport report = MutatePack(pack);  // of LoadPack(folder, "vi", PackUse::kMutating)
//   for (const Survivor& one : report.survivors) …      // "vi/agency.toml:27: without `<sep>?`"
//
// Each rule is taken out as a whole; then each branch of an alternation, each kind of a set and each optional
// part, one at a time. A change that no example and no counter-example of the rule notices has survived: an
// example is missing, or the part is not needed.
#pragma once

#include <string>
#include <vector>

#include "extractors/engine/pack.h"

namespace acta {

struct Survivor {
  Place place;
  std::string what;
};

struct MutationReport {
  size_t rules = 0, rules_noticed = 0;
  size_t parts = 0, parts_noticed = 0;
  std::vector<Survivor> survivors;
};

// A pack that was loaded for it (PackUse::kMutating), and is left as it was. Milliseconds for each change; `stride` > 1
// takes every so many-th rule only.
MutationReport MutatePack(Pack& pack, size_t stride = 1);

}  // namespace acta
