// What questions look things up by, written beside what was read: the find_ tables of schemas/store.sql. Used by
// Store alone.
//
// Everything here follows from the article and its records, times apart. find_article.current and .source follow the
// inputs by triggers of the schema.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "pipeline/store/sqlite.h"
#include "pipeline/text/article.h"
#include "schemas/records.h"

namespace acta {

class FindWriter {
 public:
  // `db` must stay where it is for as long as the writer lives. `run`: when this run began, seconds since 1970.
  FindWriter(const Database& db, int64_t run) : db_(db), run_(run) {}

  // Notes a new article: its card and its words. Inside a transaction, as all that follows.
  Result<void> AddArticle(const Article& article, int64_t key);

  // Notes the names and series of the records of an article, which are in the store, and how many there are.
  Result<void> AddRecords(const Article& article, const Facts& facts, int64_t article_key);

 private:
  Result<void> AddName(int64_t record, std::string_view name, std::string_view field);
  template <class... Values>
  Result<void> Run(const char* sql, const Values&... values);

  const Database& db_;
  int64_t run_;
  std::unordered_map<std::string_view, Statement> statements_;  // by their SQL, which is literal
};

}  // namespace acta
