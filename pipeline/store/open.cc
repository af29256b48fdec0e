#include "pipeline/store/open.h"

#include <sqlite3.h>

#include <filesystem>

#include "pipeline/store/fold.h"
#include "pipeline/store/schema.h"

namespace acta {
namespace {

// A store that nobody has open has no log beside it. Where the folder cannot be written, SQLite cannot
// make one either, and is told that the file will not change under it.
Result<Database> OpenUnchanging(const std::string& path) {
  std::string uri = "file:";
  for (char c : path) {
    if (c == '?' || c == '#' || c == '%') {
      constexpr char kHex[] = "0123456789ABCDEF";
      uri += {'%', kHex[static_cast<unsigned char>(c) >> 4], kHex[c & 15]};
    } else {
      uri += c;
    }
  }
  return Database::Open(path, Database::Mode::kRead, 5000, uri + "?immutable=1");
}

}  // namespace

Result<Database> OpenForReading(const std::string& path) {
  if (std::filesystem::is_directory(path))
    return Fail("db_missing", path + " is a folder; name a file with --db");
  Result<Database> db = Database::Open(path, Database::Mode::kRead);
  if (!db) return db;
  Result<void> ours = RequireStore(*db);
  if (!ours && ours.error().kind == "db_unwritable" && !std::filesystem::exists(path + "-wal")) {
    db = OpenUnchanging(path);
    if (!db) return db;
    ours = RequireStore(*db);
  }
  if (!ours) return tl::unexpected(ours.error());
  if (Result<void> added = AddSqlFunctions(*db); !added) return tl::unexpected(added.error());
  // A question comes back to the same pages; SQLite keeps 2 MB of them unless told otherwise.
  if (Result<void> set = db->Execute("PRAGMA cache_size = -65536"); !set) return tl::unexpected(set.error());
  // Where a search for names is expected to give many, SQLite reads a whole table to make a Bloom filter of it; the
  // names are few, and the reading cost more than all the rest. This is the only switch that it has for it.
  constexpr int kBloomFilter = 0x00080000;
  sqlite3_test_control(SQLITE_TESTCTRL_OPTIMIZATIONS, db->handle(), kBloomFilter);
  return db;
}

}  // namespace acta
