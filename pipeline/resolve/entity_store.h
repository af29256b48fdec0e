// The entities of a database, kept in step with its articles.
//
//   Result<ResolveReport> report = ResolveStore("acta.db", world, {});
//
// Only articles that are new, or were read anew, are resolved; each touches its story and the blocks of its names,
// nothing else. The outcome is the same as if all articles had come at once: after any history, two databases with
// the same articles and corrections have the same rows. A batch of articles is a transaction, so a run that is
// stopped, even by a kill, is completed by the next. Takes the writer's lock of the file.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "pipeline/resolve/corrections.h"
#include "pipeline/resolve/world.h"
#include "pipeline/text/result.h"

namespace acta {

struct ResolveOptions {
  std::string corrections;       // path of the file; empty: "<database>.corrections.jsonl"
  bool again = false;            // forget what was resolved and begin anew
  std::function<bool()> stop{};  // asked after each article
  std::function<void(int64_t done, int64_t all)> progress{};  // after each article
};

struct ResolveReport {
  int64_t articles = 0;                          // resolved in this run
  int64_t stories = 0, entities = 0, tasks = 0;  // in the database now
  bool stopped = false;
};

Result<ResolveReport> ResolveStore(const std::string& path, const World& world,
                                   const ResolveOptions& options);

// Where the corrections of a database are kept unless something else is said.
std::string CorrectionsPath(const std::string& database, const std::string& named);

}  // namespace acta
