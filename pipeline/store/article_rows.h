// An article with its records, worked out for the file: everything that can be made of them without asking it.
//
//   Result<ArticleRows> rows = RowsOf(article, facts);      // on any thread
//   store.PutRows(article, std::move(*rows), visit);        // on the one that writes
//
// Pure, and more than half of what storing an article costs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/find_rows.h"
#include "pipeline/store/rows.h"
#include "pipeline/text/article.h"
#include "pipeline/text/result.h"
#include "schemas/records.h"

namespace acta {

// Kinds of paragraphs, in the order of ParagraphKind, as rows name them.
inline constexpr std::string_view kParagraphKinds[] = {"title", "body", "heading", "list_item", "caption"};

// What filters and lists need of an article: its row of find_article.
struct ArticleCard {
  std::string url, host, day, language;  // each may be empty
  bool partial = false;
  int64_t records = 0;
};

struct ArticleRows {
  int64_t key = 0;
  std::string text_hash, pack;
  RowSet page;     // the article itself and its paragraphs: they never change
  RowSet records;  // and what they are found by: those of another pack take their place
  ArticleCard card;
  std::vector<FoundName> names;
  std::string title, body;  // folded, for find_text
  std::string sketch;       // what its text is compared by, and the bands of it (likeness.h)
  std::vector<int64_t> bands;
};

// Every record must have its id. Fails with "bad_record" (record_rows.h).
Result<ArticleRows> RowsOf(const Article& article, const Facts& facts);

}  // namespace acta
