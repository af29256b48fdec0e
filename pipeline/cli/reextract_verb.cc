// acta reextract: the stored articles read again by today's rules, without fetching.
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/resolution.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/run/interrupt.h"
#include "pipeline/run/reread.h"
#include "pipeline/store/open.h"

namespace acta::cli {
namespace {

struct ReextractVerb {
  std::string db, packs;
  RereadOptions options;
  bool quiet = false;
};

int Reextract(const ReextractVerb& verb) {
  Interrupt interrupt;
  Result<DataFolders> data = FindData(verb.packs);
  if (!data) return Complain(data.error());
  Result<PackSet> packs = LoadPacks(data->packs.string());
  if (!packs) return Complain(packs.error());
  Result<Database> db = OpenForReading(verb.db);  // first: a database that is not there is not made
  if (!db) return Complain(db.error());
  std::optional<Store> store;
  if (!verb.options.dry_run) {
    Result<Store> opened = Store::Open(verb.db);
    if (!opened) return Complain(opened.error());
    store = std::move(*opened);
  }

  RereadOptions options = verb.options;
  options.stop = interrupt.token();
  Result<RereadReport> report =
      Reread(store ? &*store : nullptr, *db, *packs, options, [&](const Difference& one) {
        if (!verb.quiet) WriteDifference(one, std::cout);
      });
  Result<void> closed = store ? store->Close() : Result<void>();
  if (!report) return Complain(report.error());
  if (!closed) return Complain(closed.error());
  if (store && report->read > 0) {
    ResolutionRun resolution;
    resolution.db = verb.db;
    resolution.packs = verb.packs;
    resolution.quiet = verb.quiet;
    if (const int status = BringUpToDate(resolution); status != kOk) return status;
  }
  std::cout << report->articles << " articles: " << report->same_pack << " read by today's packs already, "
            << report->read << (options.dry_run ? " would be" : "") << " read again, " << report->unread
            << " without a pack; " << report->differing << " differ: " << report->lost << " records lost, "
            << report->changed << " changed, " << report->found << " found\n";
  return interrupt.requested() ? kInterrupted : kOk;
}

}  // namespace

void AddReextract(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<ReextractVerb>();
  CLI::App* verb = app.add_subcommand(
      "reextract", "Read the stored articles again by today's rules, and show what that changes");
  AddDbOption(*verb, options.db);
  AddPacksOption(*verb, options.packs);
  verb->add_option("--language", options.options.language, "Only articles in this language: vi, en, ru");
  verb->add_flag("--dry-run", options.options.dry_run, "Show what would change, change nothing");
  verb->add_flag("-q,--quiet", options.quiet, "Only the numbers at the end");
  verb->footer(
      "Nothing is fetched. Articles that today's packs have read already are left alone, so a run that was "
      "stopped\n"
      "is completed by running it again. Each record names the pack that made it.\n"
      "\n"
      "Examples:\n"
      "  acta reextract --dry-run\n"
      "  acta reextract --language vi --db province.db > changes.txt");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return Reextract(options); }; });
}

}  // namespace acta::cli
