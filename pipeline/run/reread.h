// Articles of a store read again by today's packs, without fetching, and what that changes.
//
//   Result<RereadReport> report = Reread(store, db, packs, options, [](const Difference& d) { … });
//
// An article whose pack has not changed is left alone. Each article is one transaction: a run that was stopped is
// completed by the next. With `dry_run` nothing is written.
#pragma once

#include <functional>
#include <stop_token>

#include "pipeline/run/kept_record.h"
#include "pipeline/store/store.h"

namespace acta {

struct RereadOptions {
  std::string language{};  // only articles in it; empty = all
  bool dry_run = false;
  std::stop_token stop{};
  std::function<void(int64_t done, int64_t all)> progress{};
};

struct RereadReport {
  int64_t articles = 0, same_pack = 0, unread = 0;  // unread: no pack for its language any more
  int64_t read = 0, differing = 0;                  // read again; of them with another reading
  int64_t lost = 0, changed = 0, found = 0;         // records
};

// `store` is null for a dry run. Fails as LoadExtraction and Store::Reread do.
Result<RereadReport> Reread(Store* store, const Database& db, const PackSet& packs,
                            const RereadOptions& options,
                            const std::function<void(const Difference&)>& visit);

}  // namespace acta
