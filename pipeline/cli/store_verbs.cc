// acta show, acta check, acta dump: the database looked at as it is.
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/query/record_view.h"
#include "pipeline/store/check.h"
#include "pipeline/store/open.h"
#include "pipeline/store/text_width.h"
#include "schemas/identity.h"

namespace acta::cli {
namespace {

struct StoreVerb {
  std::string db, id, format;
};

// Why an id is none of a record, and where to look what it is.
Error NoRecord(const std::string& id) {
  const auto is = [&](std::string_view kind) { return id.starts_with(std::string(kind) + "-"); };
  const std::string no_record = "\"" + id + "\" is no id of a record; ";
  if (is("task")) {
    return {"usage", no_record +
                         "what was said of a task: acta sql \"SELECT id, said, what, stated_due, quote FROM "
                         "v_task WHERE task_id = '" +
                         id + "'\""};
  }
  if (is("official") || is("agency") || is("resolution"))
    return {"usage", no_record + "an entity is shown by: acta entity show " + id};
  return {"usage", no_record + "one looks like acta-0123456789abcdef"};
}

int Show(const StoreVerb& verb) {
  if (!IsRecordId(verb.id)) return Complain(NoRecord(verb.id));
  Result<Database> db = OpenForReading(verb.db);
  if (!db) return Complain(db.error());
  Result<std::vector<RecordView>> views = ViewRecord(*db, verb.id);
  if (!views) return Complain(views.error());
  for (size_t i = 0; i < views->size(); ++i) {
    const RecordView& view = (*views)[i];
    if (verb.format == "json") {
      WriteRecordJson(view, std::cout);
      continue;
    }
    if (i) std::cout << '\n';
    WriteRecord(view, TerminalWidth(), std::cout);
  }
  return kOk;
}

int Check(const StoreVerb& verb) {
  Result<Database> db = OpenForReading(verb.db);
  if (!db) return Complain(db.error());
  Result<StoreCheck> check = CheckStore(*db);
  if (!check) return Complain(check.error());
  for (const std::string& fault : check->faults) std::cout << Harmless(fault) << '\n';
  std::cout << check->inputs << " inputs, " << check->articles << " articles, " << check->records
            << " records, " << check->values << " values and " << check->mentions
            << " mentions against their texts: "
            << (check->faults.empty() ? "no fault" : std::to_string(check->faults.size()) + " faults")
            << '\n';
  return check->faults.empty() ? kOk : kFailed;
}

int Dump(const StoreVerb& verb) {
  Result<Database> db = OpenForReading(verb.db);
  if (!db) return Complain(db.error());
  Result<void> dumped = DumpStore(*db, std::cout);
  return dumped ? kOk : Complain(dumped.error());
}

}  // namespace

void AddShow(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<StoreVerb>();
  CLI::App* verb =
      app.add_subcommand("show", "A record whole: its sentence, each value and the words that state it");
  verb->add_option("ID", options.id, "As printed by query and extract")->required();
  AddDbOption(*verb, options.db);
  AddFormatOption(*verb, options.format, {"table", "json"});
  verb->footer(
      "Examples:\n  acta show acta-0123456789abcdef\n  acta show acta-0123456789abcdef --format json");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return Show(options); }; });
}

void AddCheck(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<StoreVerb>();
  CLI::App* verb =
      app.add_subcommand("check", "Is the database whole, and does every quote stand in its text?");
  AddDbOption(*verb, options.db);
  verb->footer(
      "Exit status 1 when a fault was found.\n\nExamples:\n  acta check\n  acta check --db province.db");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return Check(options); }; });
}

void AddDump(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<StoreVerb>();
  CLI::App* verb =
      app.add_subcommand("dump", "The content of the database as text, the same for the same content");
  AddDbOption(*verb, options.db);
  verb->footer(
      "Times of visits are left out: two runs over the same pages give the same dump.\n\n"
      "Examples:\n  acta dump --db a.db > a.txt");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return Dump(options); }; });
}

}  // namespace acta::cli
