// Removing on request: a page with all its versions, or a person with every article that prints the name.
//
//   Result<ForgetPlan> plan = PlanForget(db, "Trần Quốc Thịnh", {});     // what would go; changes nothing
//   Result<void> done = Forget("acta.db", world, *plan, now);            // it goes, and does not come back
//   ResolveStore("acta.db", world, {});                                  // what stays is told anew
//   Result<void> scrubbed = Scrub("acta.db");                            // no byte of it is left in the file
//
// An article says one thing as a whole, and its text is never changed, so an article that prints a forgotten name
// goes whole, with its records and everything that follows from it. After all three steps the store has the rows
// that it would have had if those articles had never come (a property that is tested).
//
// PlanForget reads only. It fails with "usage" when a name means several people, or an id no person, and with
// "not_found" when nobody has the id or nothing of it is stored.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/resolve/world.h"
#include "pipeline/store/sqlite.h"

namespace acta {

struct ForgetOptions {
  bool copies = false;      // of a page: like articles of other pages, too
  bool namesakes = false;   // of a name that several people bear: all of them
  std::string corrections;  // path of the file; empty: "<database>.corrections.jsonl"
};

struct ForgetPlan {
  enum class Of { kPage, kPerson } of = Of::kPage;

  struct Article {
    int64_t key = 0;
    std::string source, published, title;
    int64_t records = 0;
  };
  std::vector<Article> articles;    // by day and source
  std::vector<std::string> inputs;  // addresses and paths that go with them, or that were never read
  std::vector<std::string> names;   // of a person: the ways in which the name is printed
  std::vector<Article>
      elsewhere;  // stay: copies of a page on other pages; of a person, a namesake's articles
  std::vector<int64_t> corrections;  // lines of the file of corrections that name the person
  bool barred = true;                // whether what goes is kept out from now on
  int64_t mentions = 0, values = 0;  // that go with the records
  int64_t known_before =
      0;  // entries of `forgotten` that there are already: a second call finishes the first
};

// `named`: an address or a path as it was given to ingest, the id of an official (official-…), or a person's name in
// any spelling.
Result<ForgetPlan> PlanForget(const Database& db, const std::string& named, const ForgetOptions& options);

// Removes what is planned in one transaction and notes in the table `forgotten` that it stays out. Lines of the file of
// corrections that name the person become lines without effect. Takes the writer's lock.
Result<void> Forget(const std::string& path, const World& world, const ForgetPlan& plan,
                    const ForgetOptions& options, int64_t now);

// Lets in again what was removed by the request that named it, in any of its spellings; how many entries were taken
// back. What was removed has to be ingested again.
Result<int64_t> Unforget(const std::string& path, const std::string& named);

// Writes the whole file anew, so that nothing of what was ever deleted is left in free pages, search indexes or the
// log. Costs about what copying the file costs. Fails with "db_locked" while others read.
Result<void> Scrub(const std::string& path);

}  // namespace acta
