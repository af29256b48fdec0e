// The questions themselves, each defined in the file of its family.
#pragma once

#include "pipeline/query/question.h"

namespace acta {

extern const Question kDue, kOverdue, kChanges;       // due.cc
extern const Question kOfficial, kPosts;              // people.cc
extern const Question kResolution;                    // documents.cc
extern const Question kAgency, kProgress, kRequests;  // work.cc
extern const Question kTargets;                       // figures.cc
extern const Question kNew, kSearch, kCoverage;       // articles.cc

// Columns that most answers end with.
inline constexpr QuestionColumn kQuote{{"quote", "the sentence that says so"}, "", CellKind::kSentence};
inline constexpr QuestionColumn kSource{{"source", "where it was read"}, "v.source"};
inline constexpr QuestionColumn kPublished{{"published", "the day of the article", Shown::kWhole},
                                           "v.published"};
inline constexpr QuestionColumn kKnown{
    {"basis", "how the record is known at its weakest: printed, resolved, inferred", Shown::kWhole},
    "v.basis"};
inline constexpr QuestionColumn kId{{"id", "the record; see it whole with: acta show ID", Shown::kPrograms},
                                    "v.id"};

// The rows of a question that has one for a statement: v of find_row, r the record, f the card of its article. `joins`
// comes before WHERE.
#define ACTA_ROWS_JOINED(question, joins)                                                          \
  "find_row v JOIN record r ON r.key = v.record JOIN find_article f ON f.article = v.article AND " \
  "f.current " joins " WHERE v.question = '" question                                              \
  "' AND NOT EXISTS (SELECT 1 FROM wrong_record w WHERE w.id = r.id)"
#define ACTA_ROWS(question) ACTA_ROWS_JOINED(question, "")

// By day, the statements of one article together; the order in which find_row lies.
#define ACTA_ROWS_ORDER "v.day, v.article, v.record, v.part, v.other"

// The conditions of such rows. A day without a year sorts after all others and passes when it can lie between.
#define ACTA_ROW_CONDITIONS                                                                                 \
  {FilterBy::kFrom, "v.day >= :from"}, {FilterBy::kTo, "v.day <= :to OR v.day >= '?'"},                     \
      {FilterBy::kBetween, "v.day BETWEEN :from AND :to"},                                                  \
      {FilterBy::kYearless,                                                                                 \
       "v.day >= '?' AND (v.day BETWEEN :yearless_from AND :yearless_to OR "                                \
       "v.day BETWEEN :yearless_from2 AND :yearless_to2)"},                                                 \
      {FilterBy::kPlace, "v.article IN (SELECT article FROM place_article)"},                               \
      {FilterBy::kAgency, "v.record IN (SELECT record FROM agency_record)"},                                \
      {FilterBy::kOfficial, "v.record IN (SELECT record FROM official_record)"},                            \
      {FilterBy::kLanguage, "f.language = :language"}, {FilterBy::kSource, "instr(f.source, :source) > 0"}, \
  {                                                                                                         \
    FilterBy::kBasis, "r.basis = :basis"                                                                    \
  }
#define ACTA_UNDER_CONDITION \
  { FilterBy::kResolution, "v.record IN (SELECT record FROM document_record)" }

}  // namespace acta
