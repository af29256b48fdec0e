// acta sql: a SELECT of the user's own.
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/query/sql.h"
#include "pipeline/query/write_rows.h"
#include "pipeline/store/open.h"

namespace acta::cli {
namespace {

struct SqlVerb {
  std::string db, format, sql;
  double seconds = 10;
  bool raw = false;
};

int Run(const SqlVerb& verb) {
  Result<Database> db = OpenForReading(verb.db);
  if (!db) return Complain(db.error());
  std::vector<std::string> names;
  Result<Rows> rows = RunSql(*db, verb.sql, {.seconds = verb.seconds}, names);
  if (!rows) return Complain(rows.error());
  WriteRows(*rows, *ParseRowFormat(verb.format),
            {TerminalWidth(), verb.raw, !verb.raw && TerminalWidth() == 0}, std::cout);
  return kOk;
}

}  // namespace

void AddSql(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<SqlVerb>();
  CLI::App* verb = app.add_subcommand("sql", "A SELECT of your own, read-only and bounded in time");
  verb->add_option("SELECT", options.sql, "One statement that reads")->required();
  AddDbOption(*verb, options.db);
  AddFormatOption(*verb, options.format,
                  std::vector<std::string>(std::begin(kRowFormatNames), std::end(kRowFormatNames)));
  verb->add_option("--timeout", options.seconds, "Seconds that it may take [default: 10]")
      ->check(CheckBetween(0.001, 86400))
      ->type_name("SECONDS");
  verb->add_flag("--raw", options.raw, "CSV exactly as stored, without a byte order mark");
  verb->footer(
      "The views v_due, v_official, v_resolution … keep their columns: docs/store.md.\n"
      "Exit status 124 when the time is up.\n\n"
      "Examples:\n"
      "  acta sql \"SELECT due, task FROM v_due WHERE due < '2025-10-01' ORDER BY due\"\n"
      "  acta sql \"SELECT host, count(*) FROM v_article GROUP BY host\" --format csv\n"
      "  acta sql \"SELECT name FROM agency WHERE acta_fold(name) LIKE '%y te%'\"");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return Run(options); }; });
}

}  // namespace acta::cli
