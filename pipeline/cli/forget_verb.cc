// acta forget: a page or a person removed on request, with all that depends on it, and kept out from then on.
#include <ctime>
#include <filesystem>
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/resolution.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/resolve/forget.h"
#include "pipeline/run/data_folder.h"
#include "pipeline/store/open.h"
#include "pipeline/store/text_width.h"

namespace acta::cli {
namespace {

namespace fs = std::filesystem;

struct ForgetVerb {
  std::string db, packs, named;
  ForgetOptions options;
  bool dry_run = false, undo = false;
};

void Print(const char* head, const std::vector<ForgetPlan::Article>& articles) {
  if (articles.empty()) return;
  std::cout << head << '\n';
  for (const ForgetPlan::Article& one : articles) {
    std::cout << "  " << (one.published.empty() ? "no day    " : one.published) << "  "
              << Harmless(one.source) << "  " << Harmless(one.title) << "  (" << one.records << " records)\n";
  }
}

void Print(const ForgetPlan& plan, bool dry_run) {
  const bool person = plan.of == ForgetPlan::Of::kPerson;
  if (person) {
    std::cout << "printed as\n";
    for (const std::string& name : plan.names) std::cout << "  " << Harmless(name) << '\n';
  }
  Print(dry_run ? "would be removed" : "removed", plan.articles);
  Print(person ? "kept: of a namesake" : "kept: copies on other pages (--copies removes them too)",
        plan.elsewhere);
  int64_t records = 0;
  for (const ForgetPlan::Article& one : plan.articles) records += one.records;
  std::cout << plan.articles.size() << " articles, " << records << " records, " << plan.values << " values, "
            << plan.mentions << " mentions, " << plan.inputs.size() << " addresses"
            << (plan.corrections.empty() ? ""
                                         : ", " + std::to_string(plan.corrections.size()) + " corrections")
            << (dry_run ? " would be removed" : " removed");
  std::cout << (plan.barred ? dry_run ? " and kept out from then on\n" : " and kept out from now on\n"
                            : "; the name is not kept out, for it is a namesake's too\n");
}

// Copies of the database that acta made before it got another schema.
void NameBackups(const std::string& db) {
  std::error_code error;
  const fs::path path(db);
  for (const fs::directory_entry& entry :
       fs::directory_iterator(path.has_parent_path() ? path.parent_path() : fs::path("."), error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(path.filename().string() + ".v") && name.ends_with(".bak"))
      Say(entry.path().string() + " is a copy of the database of earlier days and still has it; delete it");
  }
}

// The database is closed again: what follows writes it.
Result<ForgetPlan> Plan(const ForgetVerb& verb) {
  Result<Database> db = OpenForReading(verb.db);
  if (!db) return tl::unexpected(db.error());
  return PlanForget(*db, verb.named, verb.options);
}

int Undo(const ForgetVerb& verb) {
  Result<int64_t> undone = Unforget(verb.db, verb.named);
  if (!undone) return Complain(undone.error());
  if (*undone == 0)
    return Complain({"not_found", "\"" + verb.named + "\" was not forgotten in this database"});
  Say("it is let in again; ingest it to have it back");
  return kOk;
}

int RunForget(const ForgetVerb& verb) {
  if (verb.undo) return Undo(verb);
  Result<ForgetPlan> planned = Plan(verb);
  if (!planned) return Complain(planned.error());
  const ForgetPlan& plan = *planned;
  if (verb.dry_run) {
    Print(plan, true);
    return kOk;
  }
  Result<DataFolders> data = FindData(verb.packs);
  if (!data) return Complain(data.error());
  Result<World> world = World::Load(data->resolve.string());
  if (!world) return Complain(world.error());
  Result<void> done = Forget(verb.db, *world, plan, verb.options, static_cast<int64_t>(std::time(nullptr)));
  if (!done) return Complain(done.error());
  if (const int status = BringUpToDate({verb.db, verb.packs, verb.options.corrections, false, true});
      status != kOk) {
    return status;
  }
  done = Scrub(verb.db);
  Print(plan, false);
  if (!done) return Complain(done.error());
  NameBackups(verb.db);
  return kOk;
}

}  // namespace

void AddForget(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<ForgetVerb>();
  CLI::App* verb = app.add_subcommand(
      "forget", "Remove a page or a person on request, with all that depends on it, and keep it out");
  verb->add_option(
          "WHAT", options.named,
          "Address of a page, path of a file, name of a person in any spelling, or id of an official")
      ->required();
  AddDbOption(*verb, options.db);
  verb->add_flag("--dry-run", options.dry_run, "Show what would be removed, change nothing");
  verb->add_flag("--copies", options.options.copies, "Of a page: what says the same on other pages, too");
  verb->add_flag("--all", options.options.namesakes, "Of a name that several people bear: all of them");
  verb->add_flag("--undo", options.undo, "Let it in again; what was removed has to be ingested again");
  verb->add_option("--corrections", options.options.corrections,
                   "File of corrections [default: <database>.corrections.jsonl]")
      ->type_name("FILE");
  AddPacksOption(*verb, options.packs);
  verb->footer(
      "A page goes with all its versions. Of a person every article goes that prints the name, with all it "
      "says: a\n"
      "text is never changed. The bytes are overwritten and the file is written anew; no ingest brings them "
      "back.\n"
      "Archives (WARC), exports and backups of your own are not touched. docs/store.md tells more.\n"
      "\n"
      "Examples:\n"
      "  acta forget https://news.example.org/1.html --dry-run\n"
      "  acta forget \"Tran Van Binh\" --db province.db\n"
      "  acta forget official-18b37287b42dedc7\n"
      "  acta forget \"Tran Van Binh\" --undo");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return RunForget(options); }; });
}

}  // namespace acta::cli
