// Two readings of the same articles, record by record: what was lost, changed, found.
//
//   KeepRecords("vi/0001", article, facts, packs, now);
//   for (const Difference& difference : CompareRecords(before, now)) WriteDifference(difference, std::cout);
//
// What is compared is what a reader sees: ids, rules and offsets may differ.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "extractors/engine/extract.h"
#include "pipeline/text/article.h"
#include "schemas/records.h"

namespace acta {

// A record as it is kept for comparison, and in a baseline: one line of JSON.
struct KeptRecord {
  std::string case_id, kind;
  std::string fields;    // JSON object of what is known; compared as it is
  std::string key;       // the field by which a reader names it
  std::string sentence;  // in which it stands

  friend bool operator==(const KeptRecord&, const KeptRecord&) = default;
};

struct Difference {
  enum class What { kLost, kChanged, kFound } what;
  KeptRecord before, now;  // one of them empty, unless changed
};

// Appends the records of an article, in their order. A pack must read its language.
void KeepRecords(const std::string& case_id, const Article& article, const Facts& facts, const PackSet& packs,
                 std::vector<KeptRecord>& out);

// By case and kind. Records that are alike (one name, one sentence, most words) count as changed.
std::vector<Difference> CompareRecords(const std::vector<KeptRecord>& before,
                                       const std::vector<KeptRecord>& now);

// A line with what happened, the fields that differ, the sentence.
void WriteDifference(const Difference& difference, std::ostream& out);

}  // namespace acta
