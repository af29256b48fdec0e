// The database in the formats that other programs read.
//
//   Result<ExportCount> count = Export(*db, ExportFormat::kFtm, {.from = "2025-09-01"}, std::cout);
//
// | format | is | an item |
// | --- | --- | --- |
// | jsonl | JSON lines of acta's own, schemas/export.schema.json | a record with its article and its evidence |
// | csv | RFC 4180, one kind of record | a record |
// | ftm | FollowTheMoney entities, JSON lines | Article, Person, PublicBody, Position, Occupancy, UnknownLink, Mention |
// | popolo | one JSON document, schemas/popolo.schema.json | persons, organizations, posts, memberships, events, areas |
// | annotations | W3C Web Annotations, JSON-LD lines | a value of a record and the characters that state it |
//
// Only current articles, without records that a correction calls wrong. Ids follow from content: the same database has
// the same ids on every machine, so exports may be put together. The order is stable. Articles are read one by one;
// people, bodies and posts are gathered in memory.
#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "pipeline/store/sqlite.h"
#include "pipeline/text/result.h"

namespace acta {

enum class ExportFormat { kJsonl, kCsv, kFtm, kPopolo, kAnnotations };

inline constexpr std::string_view kExportFormatNames[] = {"jsonl", "csv", "ftm", "popolo", "annotations"};

std::optional<ExportFormat> ParseExportFormat(std::string_view name);

// Which articles and records. Empty = all.
struct ExportFilter {
  std::string from{}, to{};  // first and last day of publication, ISO; articles without a day pass neither
  std::string language{};    // ISO 639-1
  std::string kind{};        // "deadline" …; a CSV needs one
};

struct ExportOptions {
  // CSV exactly as stored and without a byte order mark: for programs, not for spreadsheets.
  bool raw = false;
};

struct ExportCount {
  int64_t articles = 0, items = 0;
};

// Fails with "usage" for a CSV without a kind, as LoadExtraction does, or with "unwritable".
Result<ExportCount> Export(const Database& db, ExportFormat format, const ExportFilter& filter,
                           const ExportOptions& options, std::ostream& out);

// The same into a file, which is there whole or not at all: it is written beside its place, then moved.
Result<ExportCount> ExportToFile(const Database& db, ExportFormat format, const ExportFilter& filter,
                                 const ExportOptions& options, const std::string& path);

}  // namespace acta
