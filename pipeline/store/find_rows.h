// What questions look things up by, made of an article and its records: rows of the find_ tables of schemas/store.sql.
// Everything here follows from the article alone; what depends on others is Batch's (batch.h). Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/store/rows.h"
#include "pipeline/text/article.h"
#include "schemas/records.h"

namespace acta {

// A name of a person, a body, a place or an instrument as a record has it, with its key in find_name.
struct FoundName {
  int64_t key = 0;
  std::string name;
};

// Adds the rows of find_named, find_row, find_day and find_series; gives the names that they speak of, each once.
std::vector<FoundName> AddFindRows(const Article& article, const Facts& facts, int64_t article_key,
                                   RowSet& rows);

}  // namespace acta
