// One record as a person looks at it: the sentence, and for each value how it is known and from which words.
//
//   Result<std::vector<RecordView>> views = ViewRecord(*db, "acta-0123456789abcdef");
//   for (const RecordView& view : *views) WriteRecord(view, 100, std::cout);
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/query/rows.h"
#include "pipeline/store/sqlite.h"
#include "schemas/records.h"

namespace acta {

// Characters that state a value: bytes of the passage that they stand in.
struct EvidenceMark {
  std::string field;  // "task", "posts.0.title"
  size_t begin, end;
  Basis basis;
};

// A sentence of the article and what of the record it states.
struct EvidencePassage {
  size_t begin;  // byte of the article's text
  std::string text;
  std::vector<EvidenceMark> marks;  // in the order of the fields
};

struct RecordView {
  std::string id, kind, basis, rule, pack;
  std::string source, title, published;
  std::string fetched;  // "2025-09-05T01:02:03Z", or empty
  struct Wrong {
    std::string at, who, why;
  };
  std::optional<Wrong> wrong;             // what a correction says: the questions leave the record out
  std::vector<EvidencePassage> passages;  // that of the record first, then those of its other evidence
  Rows fields;                            // field, value, basis, quote, start, end
  std::string json;                       // the record as in the lines of `acta extract`
};

// The record `id`: one view for each article that has this text. Fails with "not_found".
Result<std::vector<RecordView>> ViewRecord(const Database& db, std::string_view id);

// Writes a view for people: head, passages with a line under each field's characters, values. What the text does not
// print beside the record looks different: ~ and (value) from elsewhere in the article, . and [value] inferred.
// `width` of the terminal; 0 = 100 columns.
void WriteRecord(const RecordView& view, size_t width, std::ostream& out);

// The same as one line of JSON: id, kind, basis, rule, pack, article {source, title, published, fetched}, sentence,
// record (as in the lines of `acta extract`); wrong {at, who, why} of one that a correction calls wrong.
void WriteRecordJson(const RecordView& view, std::ostream& out);

}  // namespace acta
