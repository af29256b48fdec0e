// Two articles side by side: their paragraphs, and the records that were read from them.
//
//   ArticleDiff diff = CompareArticles(before->article …);
//   WriteDiff(diff, 120, std::cout);
//
// Paragraphs are aligned by their longest common subsequence; between two that are kept, those that share words stand
// beside each other as one that changed. Records are the same when all that is known of them is, changed when they
// agree in what names them or in half of what is known of them.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "pipeline/text/result.h"
#include "schemas/json.h"

namespace acta {

enum class DiffMark : char { kSame = ' ', kChanged = '|', kLeft = '<', kRight = '>' };

struct DiffRow {
  DiffMark mark;
  std::string left, right;  // empty where there is none
};

struct RecordDiff {
  DiffMark mark;
  std::string kind;         // "directive"
  std::string left, right;  // a JSON object of what is known, without ids and evidence
  std::string left_id, right_id;
};

struct ArticleDiff {
  std::vector<DiffRow> text;        // in the order of the texts
  std::vector<RecordDiff> records;  // by kind, in the order of the articles

  size_t Changes() const;  // rows of both that are not kSame
};

// Pure. Time: the product of the numbers of paragraphs that differ, of which 2,000 a side are aligned; what is more
// is taken as changed.
ArticleDiff CompareArticles(const Extraction& left, const Extraction& right);

struct DiffView {
  std::string left, right;  // headings
  size_t width = 120;       // columns of both sides together
  bool all = false;         // what is the same too, whole; else a paragraph before and after a change
};

// Two columns: what changed within a paragraph stands in [brackets]. Nothing of a page reaches the terminal as it is.
void WriteDiff(const ArticleDiff& diff, const DiffView& view, std::ostream& out);

}  // namespace acta
