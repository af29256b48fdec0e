// Articles that say the same, wherever they stand: what Store::Put notes of them. views.sql shows it as v_copy.
//
// A text is kept as a sketch, the hashes of its runs of four words (likeness.h), beside the first article that had it:
// to compare two texts costs reading 4 bytes a word and no text. Those that are worth comparing have a band in common;
// of many, the fifty that share most.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/store/sqlite.h"
#include "pipeline/store/statements.h"

namespace acta {

// Within the transaction of Put, of a new article: notes its sketch, and what it is a copy of.
Result<void> NoteCopies(Statements& statements, const std::string& text, const std::string& text_hash,
                        int64_t article);

// Makes known to SQL: acta_sketch(text), a blob; acta_bands(text or sketch), a JSON array; acta_likeness(text, text),
// ["near", 0.83] or null.
Result<void> AddLikenessFunctions(const Database& db);

}  // namespace acta
