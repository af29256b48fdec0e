#include "pipeline/store/bulk_load.h"

#include <string>
#include <string_view>

#include "pipeline/store/schema.h"

namespace acta {
namespace {

constexpr std::string_view kScattered[] = {"record_by_id", "find_named_by_name", "find_series_by_series"};

// The indexes of words. FTS5 keeps what comes in memory and writes a segment when that is full, and merges segments by and
// by, each word several times. A load has fewer and larger segments, and they are merged by sixteen, which FTS5 always does.
constexpr std::string_view kWords[] = {"find_text", "find_words"};

struct Merging {
  int automerge;     // as many segments of a kind are merged by and by; 0: none
  int64_t hashsize;  // bytes in memory
};
constexpr Merging kAsEver = {4, 1 << 20};  // FTS5's own
constexpr Merging kInLoad = {0, 4 << 20};

std::string SetMerging(const Merging& merging) {
  std::string sql;
  auto set = [&](std::string_view index, std::string_view option, int64_t value) {
    const std::string name(index);
    sql += "INSERT INTO " + name + " (" + name + ", rank) VALUES ('" + std::string(option) + "', " +
           std::to_string(value) + ");";
  };
  for (std::string_view index : kWords) {
    set(index, "automerge", merging.automerge);
    set(index, "hashsize", merging.hashsize);
  }
  return sql;
}

// "record_by_id ON record (id)", as the schema has it.
std::string Definition(std::string_view index) {
  const size_t begin = kSchemaSql.find("CREATE INDEX " + std::string(index) + " ON ") + 13;
  return std::string(kSchemaSql.substr(begin, kSchemaSql.find(';', begin) - begin));
}

}  // namespace

Result<void> BeginBulkLoad(const Database& db) {
  std::string sql = "BEGIN IMMEDIATE;";
  for (std::string_view index : kScattered) sql += "DROP INDEX IF EXISTS " + std::string(index) + ";";
  return db.Execute(sql + SetMerging(kInLoad) + "COMMIT");
}

Result<void> EndBulkLoad(const Database& db) {
  Result<void> made = db.Execute("PRAGMA threads = 2");  // sort
  for (std::string_view index : kScattered) {
    if (made) made = db.Execute("CREATE INDEX IF NOT EXISTS " + Definition(index));
  }
  if (!made) return made;
  Result<int64_t> in_load =
      db.Integer("SELECT count(*) FROM find_text_config WHERE k = 'automerge' AND v = 0");
  if (!in_load) return tl::unexpected(in_load.error());
  return *in_load ? db.Execute("BEGIN IMMEDIATE;" + SetMerging(kAsEver) + "COMMIT") : Result<void>();
}

}  // namespace acta
