#include "pipeline/cli/ingest.h"

#include <algorithm>
#include <iostream>

#include "pipeline/archive/capture_note.h"
#include "pipeline/archive/warc_writer.h"
#include "pipeline/cli/site_rules.h"
#include "pipeline/run/interrupt.h"
#include "pipeline/run/prepare_page.h"
#include "pipeline/run/sources.h"
#include "pipeline/store/store.h"

namespace acta::cli {
namespace {

constexpr int64_t kDrainMs = 10'000;  // for what was asked when the first Ctrl-C came

// Takes what the line gives into the store.
class Keeper {
 public:
  Keeper(Store& store, Monitor& monitor, bool quiet) : store_(store), monitor_(monitor), quiet_(quiet) {}

  Result<void> operator()(PageReading& reading, RunReport& report) {
    Visit visit;
    if (reading.from.page) visit = VisitOf(*reading.from.page);
    visit.source = reading.from.source;
    if (!reading.article) {
      // What was not reached because the run was stopped says nothing about the page.
      if (reading.article.error().kind == "cancelled") return {};
      return Refuse(visit, reading.article.error());
    }
    visit.page = std::move(reading.identity);
    Result<Stored> stored = Put(reading, visit);
    if (stored) {
      Note(*stored, reading, report);
      return {};
    }
    if (stored.error().kind == "forgotten") {
      LeaveOut(reading, report);
      return {};
    }
    // A record that the schema does not allow is a fault of the rules, not of the database: one page is refused.
    if (stored.error().kind != "bad_record") return tl::unexpected(stored.error());
    --report.read;
    ++report.refused;
    ++report.reasons[stored.error().kind];
    return Refuse(visit, stored.error());
  }

 private:
  Result<Stored> Put(PageReading& reading, const Visit& visit) {
    Result<ArticleRows>& rows = *reading.rows;
    if (!rows) return tl::unexpected(rows.error());
    return store_.PutRows(*reading.article, std::move(*rows), visit);
  }

  // Notes an input that could not be read, once.
  Result<void> Refuse(const Visit& visit, const Error& error) {
    if (!quiet_) monitor_.Say(visit.source + ": " + error.message);
    monitor_.OnRefused(visit.source, error);
    return store_.Refuse(visit, error);
  }

  // What was removed on request is counted and nothing else: a line about it would name it again.
  static void LeaveOut(const PageReading& reading, RunReport& report) {
    --report.read;
    ++report.forgotten;
    report.partial -= reading.article->status != "ok";
    report.records -= reading.records;
  }

  void Note(Stored stored, const PageReading& reading, RunReport& report) {
    const bool is_new = stored == Stored::kNew, same = stored == Stored::kUnchanged;
    ++(is_new ? report.added : same ? report.unchanged : report.reread);
    const char* how = is_new ? "new" : same ? "unchanged" : "read_again";
    monitor_.OnStored(reading.from.source, how, reading.records);
  }

  Store& store_;
  Monitor& monitor_;
  bool quiet_;
};

// Files can be read again for nothing; what comes from a site or a pipe is made safe as it comes, what has gathered in one
// transaction (LineOptions::commit).
bool AllAreFiles(const std::vector<std::string>& inputs) {
  return !inputs.empty() && std::none_of(inputs.begin(), inputs.end(), [](const std::string& input) {
    return input == "-" || input.find("://") != input.npos;
  });
}

// What a run needs besides its source of pages.
struct Equipment {
  Tools tools;
  Store store;
  std::vector<SiteRules> sites = {};
  std::unique_ptr<WarcWriter> archive = {};  // null: none is kept
};

Result<Equipment> Equip(const IngestVerb& verb) {
  Result<DataFolders> data = FindData(verb.packs);
  if (!data) return tl::unexpected(data.error());
  Result<Tools> tools = LoadTools(*data);
  if (!tools) return tl::unexpected(tools.error());
  StoreOptions options;
  options.batch = kManyArticles;
  if (!AllAreFiles(verb.inputs)) options.load = kNoLoad;
  Result<Store> store = Store::Open(verb.db, std::move(options));
  if (!store) return tl::unexpected(store.error());
  Equipment equipment{std::move(*tools), std::move(*store)};
  if (!verb.warc.empty()) {
    Result<std::unique_ptr<WarcWriter>> archive = WarcWriter::Create({verb.warc, "acta/" ACTA_VERSION});
    if (!archive) return tl::unexpected(archive.error());
    equipment.archive = std::move(*archive);
  }
  return equipment;
}

// The exit status of a run that has `status` when nothing failed at its end: neither the line, the store nor the archive.
int Ended(const Result<void>& done, const Result<void>& closed, const Equipment& equipment, int status) {
  if (!done) return Complain(done.error());
  if (!closed) return Complain(closed.error());
  if (const auto error = equipment.archive ? equipment.archive->error() : std::nullopt)
    return Complain(*error);
  return status;
}

Result<void> RunWhole(const IngestVerb& verb, PageSource& source, Equipment& equipment, Monitor& monitor,
                      std::stop_token stop, RunReport& report) {
  LineOptions options;
  options.workers = verb.workers;
  options.read = verb.read;
  options.read.sites = equipment.sites;
  options.stop = std::move(stop);
  options.prepare = PreparePage;
  if (!AllAreFiles(verb.inputs)) options.commit = [&equipment] { return equipment.store.Commit(); };
  options.progress = [&](const RunReport& so_far) { monitor.OnInput(so_far); };
  return RunLine(source, equipment.tools, options, Keeper(equipment.store, monitor, verb.monitor.quiet),
                 report);
}

CrawlOptions CrawlOptionsOf(const IngestVerb& verb, Monitor& monitor) {
  CrawlOptions options;
  options.limit = verb.limit;
  options.since = verb.since;
  options.max_error_rate = verb.max_error_rate;
  options.keep_running = verb.keep_running;
  options.on_visit = [&monitor](const CrawlVisit& visit) { monitor.OnVisit(visit); };
  return options;
}

// The exit status of a crawl: by its failures, and by how it ended.
int StatusOfCrawl(const IngestVerb& verb, const CrawlReport& crawl, const RunReport& report,
                  bool interrupted) {
  if (crawl.frontier_error) return Complain(*crawl.frontier_error);
  if (crawl.too_many_errors) {
    Say("more failures than --max-error-rate allows: ended early; what is left stays due");
    return kPartial;
  }
  if (interrupted) return verb.keep_running ? kOk : kInterrupted;
  if (report.refused == 0 && crawl.failures() == 0) return kOk;
  return crawl.successes() > 0 ? kPartial : kFailed;
}

}  // namespace

int IngestInputs(const IngestVerb& verb) {
  Interrupt interrupt;
  Result<Equipment> equipment = Equip(verb);
  if (!equipment) return Complain(equipment.error());
  Result<std::unique_ptr<Monitor>> monitor = Monitor::Start(verb.monitor, verb.db);
  if (!monitor) return Complain(monitor.error());
  (*monitor)->Begin("ingest", static_cast<int64_t>(verb.inputs.size()));

  RunReport report;
  std::unique_ptr<PageSource> source = OpenSources(
      verb.inputs,
      {verb.fetch, verb.limit, equipment->archive.get(), /*list_on_stdin=*/true, LineOrder::kOfKeys});
  Result<void> done = RunWhole(verb, *source, *equipment, **monitor, interrupt.token(), report);
  Result<void> closed = equipment->store.Close();
  const int status = StatusOf(report, interrupt.requested());
  (*monitor)->End(report, status);
  if (!verb.monitor.quiet || !done) WriteReport(report, "store", std::cerr);
  if (!verb.monitor.quiet) {
    for (const std::string& note : source->Notes()) std::cerr << "  " << note << '\n';
  }
  return Ended(done, closed, *equipment, status);
}

int IngestSources(const IngestVerb& verb) {
  Interrupt interrupt;
  Result<std::vector<Source>> sources = ChosenSources(verb.sources, verb.only);
  if (!sources) return Complain(sources.error());
  if (Result<void> allowed = RequireContact(verb.fetch); !allowed) return Complain(allowed.error());
  Result<std::vector<SiteRules>> sites = SiteRulesOf(*sources);
  if (!sites) return Complain(sites.error());
  Result<Equipment> equipment = Equip(verb);
  if (!equipment) return Complain(equipment.error());
  equipment->sites = std::move(*sites);
  Result<std::unique_ptr<Monitor>> monitor = Monitor::Start(verb.monitor, verb.db);
  if (!monitor) return Complain(monitor.error());

  SystemClock clock;
  FetchOptions fetch = WithSources(verb.fetch, *sources);
  fetch.drain_ms = kDrainMs;
  fetch.exchanges = equipment->archive.get();
  Result<std::unique_ptr<Fetcher>> fetcher = Fetcher::Create(std::move(fetch), &clock);
  if (!fetcher) return Complain(fetcher.error());
  Result<std::unique_ptr<Frontier>> frontier = OpenFrontier(verb.db);
  if (!frontier) return Complain(frontier.error());
  auto crawl = Crawl::Create(std::move(*fetcher), std::move(*frontier), *sources,
                             CrawlOptionsOf(verb, **monitor), clock);
  if (!crawl) return Complain(crawl.error());
  (*monitor)->Follow(**crawl);
  (*monitor)->Begin(verb.keep_running ? "run" : "ingest", static_cast<int64_t>(sources->size()));

  RunReport report;
  std::unique_ptr<PageSource> archiving;
  if (equipment->archive) archiving = ArchivingSource(**crawl, *equipment->archive);
  PageSource& source = archiving ? *archiving : **crawl;
  Result<void> done = RunWhole(verb, source, *equipment, **monitor, interrupt.token(), report);
  (*crawl)->Finish();
  const CrawlReport crawled = (*crawl)->report();
  const int status = done ? StatusOfCrawl(verb, crawled, report, interrupt.requested()) : kStore;
  (*monitor)->End(report, status);
  crawl->reset();  // its connection before the store's: the last one out writes the log back
  Result<void> closed = equipment->store.Close();
  if (!verb.monitor.quiet || !done) {
    WriteHosts(crawled, std::cerr);
    WriteReport(report, "store", std::cerr);
  }
  return Ended(done, closed, *equipment, status);
}

Result<std::vector<Source>> ChosenSources(const std::string& path, const std::vector<std::string>& only) {
  Result<std::vector<Source>> all = LoadSources(path);
  if (!all || only.empty()) return all;
  std::vector<Source> chosen;
  for (const std::string& name : only) {
    auto found = std::find_if(all->begin(), all->end(), [&](const Source& s) { return s.name == name; });
    if (found == all->end()) return Fail("usage", "no source is named \"" + name + "\" in " + path);
    chosen.push_back(*found);
    chosen.back().enabled = true;  // named is meant
  }
  return chosen;
}

Result<void> RequireContact(const FetchOptions& fetch) {
  if (!fetch.contact.empty() || fetch.allow_private) return {};
  return Fail("config",
              "say who you are: --contact with your mail address or web page (or contact = in acta.toml, or "
              "$ACTA_CONTACT) is told to the sites that are asked");
}

}  // namespace acta::cli
