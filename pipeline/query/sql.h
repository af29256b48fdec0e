// SQL of the user's own: read-only, bounded in time and size.
//
//   Result<Rows> rows = RunSql(*db, "SELECT due, task FROM v_due WHERE due < '2025-10-01'", {.seconds = 5});
//
// One statement that reads: SELECT, WITH, VALUES, EXPLAIN. Everything else is refused before it runs, by SQLite's own
// authorizer: no writing, no ATTACH, no PRAGMA but those that describe tables, no loading of code. The functions of
// fold.h are there: acta_fold, acta_cites, acta_number, acta_host.
//
// Fails with "sql" (not understood, with SQLite's words), "sql_denied" (does more than read), "sql_timeout",
// "sql_too_large" (more rows than allowed). The database is as usable after a failure as before.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/query/rows.h"
#include "pipeline/store/sqlite.h"

namespace acta {

struct SqlLimits {
  double seconds = 10;
  int64_t rows = 1'000'000;
};

// `names` owns the names of the columns, which Rows only points at; it must outlive the rows.
Result<Rows> RunSql(const Database& db, std::string_view sql, const SqlLimits& limits,
                    std::vector<std::string>& names);

}  // namespace acta
