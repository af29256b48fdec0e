// Articles that wait to be written in one go, in two steps. Used by Store alone.
//
// Keys are hashes, so every article touches other pages of the file, a page or two in each table. Written in the order of
// their keys, table by table, a thousand at once cost a fraction of what they cost one by one. Their names and what their
// texts are compared by are hashes of their own, each on another page: they are small, and wait for the commit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pipeline/store/article_rows.h"
#include "pipeline/store/copies.h"
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

  // Whether so much waits that it is to be written: a thousand articles, or 32 MB.
  bool IsFull() const;

  // Writes the rows that wait. Inside a transaction, after the inputs of the articles.
  Result<void> Write();
  // The same, and the rest of all that came since the last commit.
  Result<void> WriteAll();
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
  Result<void> KeepForCommit();

  Statements& statements_;
  RowWriter writer_;
  int64_t run_;
  std::vector<Waiting> waiting_;
  std::unordered_map<int64_t, size_t> places_;  // in waiting_, by the key
  size_t bytes_ = 0;
  std::vector<FoundName> names_;             // that wait for the commit
  std::vector<Banded> banded_;               // the same
  std::unordered_set<int64_t> known_names_;  // in the file or in names_, not all
};

}  // namespace acta
