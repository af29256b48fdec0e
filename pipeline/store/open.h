// The store for reading: by queries, checks, dumps, and pages that show it.
#pragma once

#include <string>

#include "pipeline/store/sqlite.h"

namespace acta {

// Opens an existing store for reading, with the SQL functions of the queries (sql_functions.h). Works while
// a writer writes, and on a store in a folder that cannot be written. Errors as in sqlite.h, schema.h.
Result<Database> OpenForReading(const std::string& path);

}  // namespace acta
