#include "pipeline/store/scattered_indexes.h"

#include <string>
#include <string_view>

#include "pipeline/store/schema.h"

namespace acta {
namespace {

constexpr std::string_view kScattered[] = {"record_by_id", "find_named_by_name", "find_series_by_series"};

// "record_by_id ON record (id)", as the schema has it.
std::string Definition(std::string_view index) {
  const size_t begin = kSchemaSql.find("CREATE INDEX " + std::string(index) + " ON ") + 13;
  return std::string(kSchemaSql.substr(begin, kSchemaSql.find(';', begin) - begin));
}

}  // namespace

Result<void> DropScatteredIndexes(const Database& db) {
  std::string sql = "BEGIN IMMEDIATE;";
  for (std::string_view index : kScattered) sql += "DROP INDEX IF EXISTS " + std::string(index) + ";";
  return db.Execute(sql + "COMMIT");
}

Result<void> MakeScatteredIndexes(const Database& db) {
  Result<void> made = db.Execute("PRAGMA threads = 2");  // sort
  for (std::string_view index : kScattered) {
    if (made) made = db.Execute("CREATE INDEX IF NOT EXISTS " + Definition(index));
  }
  return made;
}

}  // namespace acta
