#include "pipeline/cli/ingest.h"

#include <algorithm>
#include <functional>
#include <iostream>
#include <optional>

#include "pipeline/archive/capture_note.h"
#include "pipeline/archive/warc_writer.h"
#include "pipeline/cli/resolution.h"
#include "pipeline/cli/site_rules.h"
#include "pipeline/run/interrupt.h"
#include "pipeline/run/prepare_page.h"
#include "pipeline/run/sources.h"
#include "pipeline/store/store.h"

namespace acta::cli {
namespace {

constexpr int64_t kDrainMs = 10'000;  // for what was asked when the first Ctrl-C came

// Takes what the line gives into the store. What is in a transaction that is still open counts as kept, in the report
// and in the log, when it is committed.
class Keeper {
 public:
  Keeper(Store& store, Monitor& monitor, RunReport& report, bool quiet)
      : store_(store), monitor_(monitor), report_(report), quiet_(quiet) {}

  Result<void> Take(PageReading& reading) {
    Visit visit;
    if (reading.from.page) visit = VisitOf(*reading.from.page);
    visit.source = reading.from.source;
    if (!reading.article) {
      // What was not reached because the run was stopped says nothing about the page.
      if (reading.article.error().kind == "cancelled") return {};
      return Refuse(visit, reading.article.error());
    }
    visit.page = std::move(reading.identity);
    const Waiting one{visit.source, Stored::kNew, reading.records, reading.article->status != "ok", {}};
    Result<Stored> stored = Put(reading, visit);
    if (stored) return Note({one.source, *stored, one.records, one.partial, {}}, {});
    const Error& error = stored.error();
    // What was removed on request is counted and nothing else: a line about it would name it again.
    if (error.kind == "forgotten") {
      Uncount(one);
      ++report_.forgotten;
      return {};
    }
    // A record that the schema does not allow is a fault of the rules, not of the database: one page is refused.
    if (error.kind != "bad_record") return Note(one, tl::unexpected(error));
    const bool took_others = store_.IsCommitted() && !waiting_.empty();
    if (took_others) return Note(one, Fail("db", error.message));
    Uncount(one);
    ++report_.refused;
    ++report_.reasons[error.kind];
    return Refuse(visit, error);
  }

  // Makes safe what was taken.
  Result<void> Commit() {
    Result<void> done = store_.Commit();
    done ? Settle() : Lose();
    return done;
  }

 private:
  // An input that is stored, or noted as refused, once the transaction ends well.
  struct Waiting {
    std::string source;
    Stored stored = Stored::kNew;
    int64_t records = 0;
    bool partial = false;
    std::optional<Error> refused;
  };

  Result<Stored> Put(PageReading& reading, const Visit& visit) {
    Result<ArticleRows>& rows = *reading.rows;
    if (!rows) return tl::unexpected(rows.error());
    return store_.PutRows(*reading.article, std::move(*rows), visit);
  }

  // Notes an input that could not be read, once.
  Result<void> Refuse(const Visit& visit, const Error& error) {
    if (!quiet_) monitor_.Say(visit.source + ": " + error.message);
    return Note({visit.source, {}, 0, false, error}, store_.Refuse(visit, error));
  }

  // `done`: what the store said of it. A failure takes the whole transaction with it.
  Result<void> Note(Waiting one, Result<void> done) {
    waiting_.push_back(std::move(one));
    if (!done) {
      Lose();
    } else if (store_.IsCommitted()) {
      Settle();
    }
    return done;
  }

  void Settle() {
    for (const Waiting& one : waiting_) {
      if (one.refused) {
        monitor_.OnRefused(one.source, *one.refused);
        continue;
      }
      const bool is_new = one.stored == Stored::kNew, same = one.stored == Stored::kUnchanged;
      ++(is_new ? report_.added : same ? report_.unchanged : report_.reread);
      monitor_.OnStored(one.source, is_new ? "new" : same ? "unchanged" : "read_again", one.records);
    }
    waiting_.clear();
  }

  void Lose() {
    for (const Waiting& one : waiting_) Uncount(one);
    report_.unkept += static_cast<int64_t>(waiting_.size());
    waiting_.clear();
  }

  // The line has counted it as read, or as refused.
  void Uncount(const Waiting& one) {
    if (one.refused) {
      --report_.refused;
      if (--report_.reasons[one.refused->kind] == 0) report_.reasons.erase(one.refused->kind);
      return;
    }
    --report_.read;
    report_.partial -= one.partial;
    report_.records -= one.records;
  }

  Store& store_;
  Monitor& monitor_;
  RunReport& report_;
  bool quiet_;
  std::vector<Waiting> waiting_;
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

Result<void> RunWhole(const IngestVerb& verb, PageSource& source, Equipment& equipment, Keeper& keeper,
                      Monitor& monitor, std::stop_token stop, RunReport& report) {
  LineOptions options;
  options.workers = verb.workers;
  options.read = verb.read;
  options.read.sites = equipment.sites;
  options.stop = std::move(stop);
  options.prepare = PreparePage;
  if (!AllAreFiles(verb.inputs)) options.commit = [&keeper] { return keeper.Commit(); };
  options.progress = [&](const RunReport& so_far) { monitor.OnInput(so_far); };
  auto keep = [&keeper](PageReading& reading, RunReport&) { return keeper.Take(reading); };
  Result<void> done = RunLine(source, equipment.tools, options, keep, report);
  return done ? keeper.Commit() : done;
}

// What was stored is resolved, unless the run failed or was told to end; the next run then does it.
int Resolved(const IngestVerb& verb, int status, const Interrupt& interrupt) {
  if (verb.no_resolve || (status != kOk && status != kPartial)) return status;
  // `acta run` resolves after the first Ctrl-C; the second ends that too.
  const std::stop_source never;
  ResolutionRun run;
  run.db = verb.db;
  run.packs = verb.packs;
  run.quiet = true;
  run.stop = interrupt.requested() ? never.get_token() : interrupt.token();
  const int resolved = BringUpToDate(run);
  return resolved == kOk ? status : resolved;
}

// Ends either kind of run, once its source is done with the database: closes what is open, and then tells log, metrics,
// table and caller one and the same. `done`: how the line ended; `status`: of what it read, when nothing failed.
int EndRun(const IngestVerb& verb, Equipment& equipment, Monitor& monitor, const RunReport& report,
           Result<void> done, const std::function<int()>& status, const std::function<void()>& say_more,
           const Interrupt& interrupt) {
  monitor.Settle();
  Result<void> closed = equipment.store.Close();
  if (done) done = closed;
  if (const auto error = equipment.archive ? equipment.archive->error() : std::nullopt; error && done)
    done = tl::unexpected(*error);
  const bool tell = !verb.monitor.quiet || !done;
  if (tell) WriteReport(report, "store", std::cerr);
  if (tell && say_more) say_more();
  const int ended = done ? Resolved(verb, status(), interrupt) : Complain(done.error());
  monitor.End(report, ended);
  return ended;
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
  Keeper keeper(equipment->store, **monitor, report, verb.monitor.quiet);
  std::unique_ptr<PageSource> source = OpenSources(
      verb.inputs,
      {verb.fetch, verb.limit, equipment->archive.get(), /*list_on_stdin=*/true, LineOrder::kOfKeys});
  Result<void> done = RunWhole(verb, *source, *equipment, keeper, **monitor, interrupt.token(), report);
  auto status = [&] { return StatusOf(report, interrupt.requested()); };
  auto say_notes = [&] {
    for (const std::string& note : source->Notes()) std::cerr << "  " << note << '\n';
  };
  return EndRun(verb, *equipment, **monitor, report, done, status, say_notes, interrupt);
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
  Keeper keeper(equipment->store, **monitor, report, verb.monitor.quiet);
  Result<void> done = RunWhole(verb, source, *equipment, keeper, **monitor, interrupt.token(), report);
  (*crawl)->Finish();
  (*monitor)->Settle();
  const CrawlReport crawled = (*crawl)->report();
  crawl->reset();  // its connection before the store's: the last one out writes the log back
  if (!verb.monitor.quiet || !done) WriteHosts(crawled, std::cerr);
  auto status = [&] { return StatusOfCrawl(verb, crawled, report, interrupt.requested()); };
  return EndRun(verb, *equipment, **monitor, report, done, status, {}, interrupt);
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
