// What the formats are written from: current articles with their records as JSON, and the entities they speak of.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "pipeline/export/export.h"

namespace acta::exporting {

using Json = nlohmann::ordered_json;

// A person, body or instrument of the store. Without `acta resolve` each record is an entity of its own.
struct Entity {
  std::string id, name, name_en, name_ru, kind, place;
};

struct Reading {
  std::string source;     // URL, or the path of a file
  std::string text_hash;  // SHA-256 of the text, hexadecimal
  Json line;              // as of `acta extract`: article, officials, …; wrong records left out
  std::map<std::string, Entity> entities;  // by record id: officials, agencies, resolutions

  const Json& article() const { return line["article"]; }
  std::string day() const;  // of publication, ISO; empty when not known
};

// Calls visit for every article that passes the filter, by ascending key, until it fails.
Result<void> ForEachReading(const Database& db, const ExportFilter& filter,
                            const std::function<Result<void>(const Reading&)>& visit);

// The plural, as in the lines of `acta extract`, of each kind of record, in their order.
struct Kind {
  std::string_view name, plural;
};
inline constexpr Kind kKinds[] = {{"official", "officials"},     {"agency", "agencies"},
                                  {"resolution", "resolutions"}, {"target", "targets"},
                                  {"deadline", "deadlines"},     {"directive", "directives"},
                                  {"progress", "progress"},      {"event", "events"}};

// A text, or "" for null.
std::string TextOf(const Json& value);

// JSON on one line; bytes that are no UTF-8 cannot make it fail.
std::string OneLine(const Json& value);

// "acta-" and 40 hexadecimal digits of a SHA-256 over both.
std::string ExportId(std::string_view schema, std::string_view key);

bool IsWebUrl(std::string_view source);

// The writers; each counts its articles and items.
Result<ExportCount> WriteJsonl(const Database& db, const ExportFilter& filter, std::ostream& out);
Result<ExportCount> WriteCsv(const Database& db, const ExportFilter& filter, bool raw, std::ostream& out);
Result<ExportCount> WriteFtm(const Database& db, const ExportFilter& filter, std::ostream& out);
Result<ExportCount> WritePopolo(const Database& db, const ExportFilter& filter, std::ostream& out);
Result<ExportCount> WriteAnnotations(const Database& db, const ExportFilter& filter, std::ostream& out);

}  // namespace acta::exporting
