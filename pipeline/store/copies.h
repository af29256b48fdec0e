// Articles that say the same, wherever they stand: what Store::Put notes of them. views.sql shows it as v_copy.
//
// A text is kept as a sketch, the hashes of its runs of four words (likeness.h), beside the first article that had it:
// to compare two texts costs reading 4 bytes a word and no text. Those that are worth comparing have a band in common;
// of many, the fifty that share most.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pipeline/store/sqlite.h"
#include "pipeline/store/statements.h"
#include "pipeline/text/likeness.h"

namespace acta {

// What is compared of an article. The references must outlive it.
struct Sketched {
  int64_t article;
  const std::string& text_hash;
  const ShingleSet& shingles;
  const std::vector<int64_t>& bands;
};

// Of new articles, whose rows are written: notes their sketches, and what they are copies of, among themselves and of
// those that were there. Within a transaction.
Result<void> NoteCopies(Statements& statements, std::span<const Sketched> articles);

// Makes known to SQL: acta_sketch(text), a blob; acta_bands(text or sketch), a JSON array; acta_likeness(text, text),
// ["near", 0.83] or null.
Result<void> AddLikenessFunctions(const Database& db);

}  // namespace acta
