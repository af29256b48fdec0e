// Questions to the store, each answered as rows. Shared by the command line and by pages.
//
//   Result<Database> db = OpenForReading("acta.db");
//   Result<Rows> rows = QueryDue(*db, {.from = Date{2025, 9, 1}, .to = Date{2025, 9, 30}});
//
// Read-only. The order of rows is stable: the same store and filter give the same rows. Filters combine.
// A filter that a question has no column for is ignored by it; Questions() says which ones it knows.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/store/rows.h"
#include "pipeline/store/sqlite.h"
#include "pipeline/text/date.h"

namespace acta {

struct Filter {
  std::optional<Date> from{}, to{};  // inclusive; a day without a year passes when it can lie between them
  std::string name{};                // the official or resolution that is asked about; empty = all
  std::string agency{};              // words of a body: among the assignees, the issuer, the post's body
  std::string official{};            // words of the issuer's name
  std::string resolution{};          // a number or words of a title
  std::string language{};            // ISO 639-1
  std::string source{};              // part of the URL or path
  std::string strength{}, basis{};   // a word of the vocabulary
  int64_t limit = -1;                // -1 = all
  int64_t offset = 0;
};

// What is due: columns due, precision, assignees, task, issuer, under, quote (the sentence), source.
Result<Rows> QueryDue(const Database& db, const Filter& filter);

// What officials are and did: date, official, what (post, chaired, ordered, signed), detail, role, body,
// capacity, quote, source.
Result<Rows> QueryOfficial(const Database& db, const Filter& filter);

// Who cites a resolution and what was ordered in relation to it: number, kind, title, relation, issuer,
// assignees, task, due, quote, source.
Result<Rows> QueryResolution(const Database& db, const Filter& filter);

struct Question {
  std::string_view name;     // "due"
  std::string_view doc;      // one line
  std::string_view subject;  // what `Filter::name` is called, or empty when the question has none
  Result<Rows> (*ask)(const Database&, const Filter&);
};

std::span<const Question> Questions();

}  // namespace acta
