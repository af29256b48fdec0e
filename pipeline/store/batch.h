// Articles that wait to be written in one go, in two steps. Used by Store alone.
//
// Keys are hashes, so every article touches other pages of the file, a page or two in each table. Written in the order of
// their keys, table by table, hundreds at once cost a fraction of what they cost one by one. Their texts wait for thousands:
// FTS5 writes a segment of its index each time that it is asked to. Their names and what their texts are compared by are
// hashes of their own, each on another page: they are small, and wait for the commit.
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
  Batch(Statements& statements, int64_t run) : statements_(statements), writer_(statements), run_(run) {}

  // `is_new`: the file has no such article yet; else it has one without records.
  void Add(ArticleRows rows, bool is_new);
  // The article, while it waits; null when it does not.
  const ArticleRows* Find(int64_t key) const;
  // An input that gave a waiting article; the first one names the article that has no URL.
  void NoteSource(int64_t key, std::string_view source);

  // Whether so much waits that it is to be written: 100 articles, or 4 MB.
  bool IsFull() const;

  // Writes the rows that wait. Inside a transaction, after the inputs of the articles.
  Result<void> Write();
  // The same, and the texts and the rest of all that came since the last commit.
  Result<void> WriteAll();
  // Nothing waits any more, and what was written since the last commit is undone.
  void Clear();

 private:
  struct Waiting {
    ArticleRows rows;
    bool is_new = false;
    std::string source;
  };

  struct FoldedText {
    int64_t key = 0;  // of the article
    std::string title, body;
  };

  void Empty();  // no rows wait
  Result<void> WriteRows();
  Result<void> WriteNames();
  Result<void> WriteCards();
  Result<void> WriteTexts();
  Result<void> KeepForLater();

  Statements& statements_;
  RowWriter writer_;
  int64_t run_;
  std::vector<Waiting> waiting_;
  std::unordered_map<int64_t, size_t> places_;  // in waiting_, by the key
  size_t bytes_ = 0;
  std::vector<FoldedText> texts_;            // that wait for more, or for the commit
  size_t text_bytes_ = 0;                    // of texts_
  std::vector<FoundName> names_;             // that wait for the commit
  std::vector<Banded> banded_;               // the same
  std::unordered_set<int64_t> known_names_;  // in the file or in names_, not all
};

}  // namespace acta
