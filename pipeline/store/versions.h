// Pages over time, and articles that say the same: what Store::Put notes beside an article, and how it is asked.
//
//   Result<std::vector<Version>> versions = VersionsOf(db, "https://example.org/news/1");
//   versions->back().article                       // the latest
//
// A page (Visit::page) has a version for each article that was read from it, in the order in which they were first
// seen. Articles whose texts are alike (likeness.h) are copies of each other wherever they stand; views.sql shows
// both as v_version and v_copy.
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

// Within the transaction of Put: notes that `visit` saw the article, and, when it is new, what it is a copy of.
Result<void> NoteVersion(Statements& statements, const Visit& visit, const std::string& url, int64_t article);
Result<void> NoteCopies(Statements& statements, const std::string& text, const std::string& text_hash,
                        int64_t article);

// Whether a later visit of the same input was stored before: then this one is of the past, and changes nothing of what
// the input gives now.
Result<bool> IsOutdated(Statements& statements, const Visit& visit);

// Makes acta_bands(text) and acta_likeness(text, text) known to SQL: a JSON array of the bands; ["near", 0.83] or null.
Result<void> AddLikenessFunctions(const Database& db);

}  // namespace acta
