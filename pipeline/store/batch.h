// Articles that wait to be written in one go. Used by Store alone.
//
// Keys are hashes, so every article touches other pages of the file, a page or two in each table. Written in the order of
// their keys, table by table, many at once cost a fraction of what they cost one by one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pipeline/store/article_rows.h"
#include "pipeline/store/row_writer.h"
#include "pipeline/store/statements.h"

namespace acta {

class Batch {
 public:
  // `statements` must stay where it is for as long as the batch lives. `run`: when this run began, seconds since 1970.
  Batch(Statements& statements, int64_t run) : statements_(statements), writer_(statements.db()), run_(run) {}

  // `is_new`: the file has no such article yet; else it has one without records.
  void Add(ArticleRows rows, bool is_new);
  // The article, while it waits; null when it does not.
  const ArticleRows* Find(int64_t key) const;
  // An input that gave a waiting article; the first one names the article that has no URL.
  void NoteSource(int64_t key, std::string_view source);

  bool empty() const { return waiting_.empty(); }
  size_t bytes() const { return bytes_; }  // of memory, about

  // Writes all that waits. Inside a transaction, after the inputs of the articles.
  Result<void> Write();
  // Nothing waits any more, and what was written since the last commit is undone.
  void Clear();

 private:
  struct Waiting {
    ArticleRows rows;
    bool is_new = false;
    std::string source;
  };

  void Empty();  // nothing waits
  Result<void> WriteRows();
  Result<void> WriteNames();
  Result<void> WriteCards();
  Result<void> WriteTexts();
  Result<void> WriteCopies();

  Statements& statements_;
  RowWriter writer_;
  int64_t run_;
  std::vector<Waiting> waiting_;
  std::unordered_map<int64_t, size_t> places_;  // in waiting_, by the key
  size_t bytes_ = 0;
  std::unordered_set<int64_t> known_names_;  // in the file, not all
};

}  // namespace acta
