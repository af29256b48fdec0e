// What questions look things up by, written beside what was read: the find_ tables of schemas/store.sql. Used by
// Store alone.
//
// Everything here follows from the article and its records, times apart. find_article.current and .source follow the
// inputs by triggers of the schema.
//
// An index of words likes its rows in ascending order, and keys are hashes: the words wait in memory until Flush, which
// puts them into the file sorted, before the transaction is committed.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/store/statements.h"
#include "pipeline/text/article.h"
#include "schemas/records.h"

namespace acta {

class FindWriter {
 public:
  // `statements` must stay where it is for as long as the writer lives. `run`: when this run began, seconds since 1970.
  FindWriter(Statements& statements, int64_t run) : statements_(statements), run_(run) {}

  // Notes a new article: its card and its words. Inside a transaction, as all that follows.
  Result<void> AddArticle(const Article& article, int64_t key);

  // Notes the names and series of the records of an article, which are in the store, and how many there are.
  Result<void> AddRecords(const Article& article, const Facts& facts, int64_t article_key);

  // What came since the last Mark is dropped, as its rows are.
  void Mark() { marked_texts_ = texts_.size(), marked_names_ = names_.size(); }
  void UndoToMark();
  // The transaction is undone, and with it all that waits.
  void UndoAll();

  // Writes the words that wait. The last thing before a commit.
  Result<void> Flush();

 private:
  struct Text {
    int64_t article;
    std::string title, body;  // folded
  };
  struct Name {
    int64_t key;
    std::string name;
  };

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  Result<void> AddName(int64_t record, std::string_view name, std::string_view field);

  Statements& statements_;
  int64_t run_;
  std::vector<Text> texts_;  // that wait
  std::vector<Name> names_;
  size_t marked_texts_ = 0, marked_names_ = 0;
  std::unordered_map<std::string, int64_t, Hash, std::equal_to<>>
      known_;  // names in the file and their keys, not all
};

}  // namespace acta
