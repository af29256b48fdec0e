// acta ingest: the whole line, from sources to the database.
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/run/interrupt.h"
#include "pipeline/run/sources.h"
#include "pipeline/store/store.h"

namespace acta::cli {
namespace {

struct IngestVerb {
  std::vector<std::string> sources;
  std::string db, packs;
  ReadOptions read;
  FetchOptions fetch;
  size_t limit = 0;
  int workers = 0;
  bool quiet = false;
};

// Notes an input that could not be read, once.
Result<void> Refuse(Store& store, const Visit& visit, const Error& error, bool quiet) {
  if (!quiet) Say(visit.source + ": " + error.message);
  return store.Refuse(visit, error);
}

Result<void> Keep(Store& store, PageReading& reading, RunReport& report, bool quiet) {
  Visit visit;
  if (reading.from.page) visit = VisitOf(*reading.from.page);
  visit.source = reading.from.source;
  if (!reading.article) {
    // What was not reached because the run was stopped says nothing about the page.
    if (reading.article.error().kind == "cancelled") return {};
    return Refuse(store, visit, reading.article.error(), quiet);
  }
  Result<Stored> stored = store.Put(*reading.article, reading.facts, visit);
  if (stored) {
    ++(*stored == Stored::kNew         ? report.added
       : *stored == Stored::kUnchanged ? report.unchanged
                                       : report.reread);
    return {};
  }
  // A record that the schema does not allow is a fault of the rules, not of the database: one page is refused.
  if (stored.error().kind != "bad_record") return tl::unexpected(stored.error());
  --report.read;
  ++report.refused;
  ++report.reasons[stored.error().kind];
  return Refuse(store, visit, stored.error(), quiet);
}

int Ingest(const IngestVerb& verb) {
  Interrupt interrupt;
  Result<DataFolders> data = FindData(verb.packs);
  if (!data) return Complain(data.error());
  Result<Tools> tools = LoadTools(*data);
  if (!tools) return Complain(tools.error());
  Result<Store> store = Store::Open(verb.db);
  if (!store) return Complain(store.error());

  RunReport report;
  Result<void> done;
  {
    Progress progress;
    LineOptions options;
    options.workers = verb.workers;
    options.read = verb.read;
    options.stop = interrupt.token();
    options.progress = [&](const RunReport& so_far) { progress.Show(so_far); };
    std::unique_ptr<PageSource> source = OpenSources(verb.sources, verb.fetch, verb.limit);
    auto keep = [&](PageReading& reading, RunReport& so_far) {
      return Keep(*store, reading, so_far, verb.quiet);
    };
    done = RunLine(*source, *tools, options, keep, report);
  }
  Result<void> closed = store->Close();
  if (!verb.quiet || !done) WriteReport(report, "store", std::cerr);
  if (!done) return Complain(done.error());
  if (!closed) return Complain(closed.error());
  return StatusOf(report, interrupt.requested());
}

}  // namespace

void AddIngest(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<IngestVerb>();
  CLI::App* verb = app.add_subcommand("ingest", "Fetch, clean, read and store");
  verb->add_option("SOURCE", options.sources, "Page URLs, feed or sitemap URLs, files, folders")->required();
  AddDbOption(*verb, options.db);
  AddPacksOption(*verb, options.packs);
  AddReadOptions(*verb, options.read);
  AddFetchOptions(*verb, options.fetch);
  verb->add_option("--limit", options.limit, "Only the first pages of each feed")->type_name("N");
  verb->add_option("--workers", options.workers, "Threads that read [default: one a processor]")
      ->check(CLI::Range(1, 256));
  verb->add_flag("-q,--quiet", options.quiet, "No table at the end, no line for a refused input");
  verb->footer(
      "Each article is stored whole or not at all; what is stored already is left as it is, so a run that "
      "was\n"
      "stopped, even by a kill, is completed by running it again. The table at the end accounts for every "
      "input.\n"
      "\n"
      "Examples:\n"
      "  acta ingest https://example.org/rss.xml --contact me@example.org\n"
      "  acta ingest saved/ notes.txt --db province.db\n"
      "  acta ingest http://127.0.0.1:8000/feed.xml --allow-private");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return Ingest(options); }; });
}

}  // namespace acta::cli
