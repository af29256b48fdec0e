// Pages over time: what Store::Put notes of the page that an article was read from, and how it is asked.
//
//   Result<std::vector<Version>> versions = VersionsOf(db, "https://example.org/news/1");
//   versions->back().article                       // the latest
//
// A page (Visit::page) has a version for each article that was read from it, in the order in which they were first
// seen; views.sql shows it as v_version. Articles that say the same on different pages: copies.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/store/sqlite.h"
#include "pipeline/store/statements.h"
#include "pipeline/store/store.h"

namespace acta {

struct Version {
  std::string page;
  int64_t article = 0;                    // key
  int64_t n = 0, of = 0;                  // the n-th of so many, from 1
  int64_t first_seen = 0, last_seen = 0;  // seconds since 1970, UTC; 0 when unknown
  bool current = false;                   // what an input gave last
};

// The versions of a page, oldest first. `named`: a page, or an input (a URL or path as it was given). Empty when
// nothing of the name is there.
Result<std::vector<Version>> VersionsOf(const Database& db, const std::string& named);

// The version that an article is. Fails with "not_found".
Result<Version> VersionOf(const Database& db, int64_t article);

// Within the transaction of Put: notes that `visit` saw the article.
Result<void> NoteVersion(Statements& statements, const Visit& visit, const std::string& url, int64_t article);

// Whether a later visit of the same input was stored before: then this one is of the past, and changes nothing of what
// the input gives now.
Result<bool> IsOutdated(Statements& statements, const Visit& visit);

}  // namespace acta
