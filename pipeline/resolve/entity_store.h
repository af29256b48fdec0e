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

// What was looked at to resolve the articles of a run. An article's share must not grow with the store.
struct ResolveEffort {
  int64_t articles = 0;                       // compared with one that came, as versions of one story
  int64_t statements = 0;                     // compared with one that came, as one task
  int64_t forms = 0;                          // clustered, new ones and those of their blocks
  int64_t rows = 0;                           // asked for or written
  int64_t pages_read = 0, pages_written = 0;  // of the database file, without those that were in memory
};

struct ResolveReport {
  int64_t articles = 0;                          // resolved in this run
  int64_t stories = 0, entities = 0, tasks = 0;  // in the database now
  bool stopped = false;
  ResolveEffort effort;
};

Result<ResolveReport> ResolveStore(const std::string& path, const World& world,
                                   const ResolveOptions& options);

// Where the corrections of a database are kept unless something else is said.
std::string CorrectionsPath(const std::string& database, const std::string& named);

}  // namespace acta
