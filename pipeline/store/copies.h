// Articles that say the same, wherever they stand: what Store::Put notes of them. views.sql shows it as v_copy.
//
// A text is kept as a sketch, the hashes of its runs of four words (likeness.h), beside the first article that had it:
// to compare two texts costs reading 4 bytes a word and no text. Those that are worth comparing have a band in common;
// of many, the fifty that share most.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/row_writer.h"
#include "pipeline/store/sqlite.h"
#include "pipeline/store/statements.h"

namespace acta {

// Keeps the sketch (SketchOf) of a new article, whose row is written. False when its text has one already, that of another article.
// Within a transaction.
Result<bool> NoteSketch(Statements& statements, int64_t article, const std::string& text_hash,
                        std::string_view sketch);

// A new article, whose sketch is kept.
struct Banded {
  int64_t article;
  std::vector<int64_t> bands;
  bool own_sketch;  // what NoteSketch said
};

// Notes what the articles are copies of, among themselves and of those that were there: the more at once the better,
// because bands are hashes. In the same transaction.
Result<void> NoteCopies(Statements& statements, RowWriter& writer, std::span<const Banded> articles);

// Makes known to SQL: acta_sketch(text), a blob; acta_bands(text or sketch), a JSON array; acta_likeness(text, text),
// ["near", 0.83] or null.
Result<void> AddLikenessFunctions(const Database& db);

}  // namespace acta
