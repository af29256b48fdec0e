// Facts to rows, by the field tables of records.h.
#pragma once

#include <cstdint>

#include "pipeline/store/rows.h"
#include "pipeline/text/article.h"
#include "pipeline/text/result.h"
#include "schemas/records.h"

namespace acta {

// Adds the rows of all records of one article: `record`, the table of each kind, and those of lists, parts and links.
//
// What the schema would refuse is refused here, because rows are written together with those of other articles: a word
// outside its vocabulary, a required value that is missing, an id that two records have, a link to a record that is none
// of the article. All of it is "bad_record"; `rows` is then of no use. Pure.
Result<void> AddRecordRows(const Article& article, const Facts& facts, int64_t article_key, RowSet& rows);

}  // namespace acta
