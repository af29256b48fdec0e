// acta ingest and acta run: the options of the whole line.
#include <filesystem>

#include "pipeline/cli/ingest.h"
#include "pipeline/cli/verbs.h"

namespace acta::cli {
namespace {

constexpr const char* kSourcesFile = "sources.toml";

void AddCommonOptions(CLI::App& verb, IngestVerb& options) {
  AddDbOption(verb, options.db);
  AddPacksOption(verb, options.packs);
  AddReadOptions(verb, options.read);
  AddFetchOptions(verb, options.fetch);
  verb.add_option("--source", options.only, "Only the source of this name; may be repeated")
      ->type_name("NAME")
      ->allow_extra_args(false);
  verb.add_option("--since", options.since,
                  "Leave out pages that a feed dates earlier than the day, month or year")
      ->type_name("YYYY-MM-DD")
      ->check(CheckPeriod);
  verb.add_option("--max-error-rate", options.max_error_rate,
                  "End early when a larger share of the URLs failed (of at least 20) [default: 1, never]")
      ->check(CheckBetween(0, 1))
      ->type_name("0..1");
  verb.add_flag("--dry-run", options.dry_run,
                "Say what the sources would be asked now, as robots.txt allows; ask nothing else");
  verb.add_option("--warc", options.warc, "Keep what is fetched in WARC files in this folder")
      ->type_name("DIR");
  verb.add_option("--workers", options.workers, "Threads that read [default: one a processor]")
      ->check(CLI::Range(1, 256));
  verb.add_flag("-q,--quiet", options.monitor.quiet, "No tables at the end, no line for a refused input");
  verb.add_flag("--no-resolve", options.no_resolve, "Leave the entities for a later acta resolve --db");
  AddMonitorOptions(verb, options.monitor);
}

int Ingest(IngestVerb verb) {
  if (!verb.inputs.empty()) {
    const bool of_sources =
        !verb.sources.empty() || !verb.only.empty() || !verb.since.empty() || verb.dry_run;
    if (of_sources) {
      return Complain(
          {"usage", "--sources, --source, --since and --dry-run go with sources.toml, not with SOURCE"});
    }
    return IngestInputs(verb);
  }
  if (verb.sources.empty()) {
    if (!std::filesystem::exists(kSourcesFile)) {
      return Complain({"usage", "SOURCE is required, or --sources FILE (there is no sources.toml here)"});
    }
    verb.sources = kSourcesFile;
  }
  return verb.dry_run ? PreviewSources(verb) : IngestSources(verb);
}

int Run(IngestVerb verb) {
  if (verb.sources.empty()) verb.sources = kSourcesFile;
  verb.keep_running = true;
  return verb.dry_run ? PreviewSources(verb) : IngestSources(verb);
}

}  // namespace

void AddIngest(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<IngestVerb>();
  CLI::App* verb = app.add_subcommand("ingest", "Fetch, clean, read and store");
  verb->add_option("SOURCE", options.inputs,
                   "Page URLs, feed or sitemap URLs, files, folders, WARC files, lines of extract\n"
                   "(*.jsonl), or - for a list of these on standard input");
  verb->add_option("--sources", options.sources,
                   "Instead of SOURCE: follow what this file names, once [default: sources.toml, if there]")
      ->type_name("FILE");
  AddCommonOptions(*verb, options);
  verb->add_option("--limit", options.limit,
                   "Only the first pages of each feed; with sources, so many pages in all")
      ->type_name("N");
  verb->footer(
      "Each article is stored whole or not at all; what is stored already is left as it is, so a run that "
      "was\n"
      "stopped, even by a kill, is completed by running it again. With sources, what is known and when it is "
      "to be\n"
      "asked again is kept in the database, too. The tables at the end account for every input.\n"
      "\n"
      "Examples:\n"
      "  acta ingest https://example.org/rss.xml --contact me@example.org\n"
      "  acta ingest saved/ notes.txt --db province.db\n"
      "  acta ingest https://example.org/rss.xml --contact me@example.org --warc warc/\n"
      "  acta ingest warc/*.warc.gz --db again.db\n"
      "  acta ingest - < urls.txt\n"
      "  acta ingest --sources sources.toml --contact me@example.org --max-error-rate 0.5\n"
      "  acta ingest --dry-run --since 2026-01-01\n"
      "  acta ingest http://127.0.0.1:8000/feed.xml --allow-private");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return Ingest(options); }; });
}

void AddRun(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<IngestVerb>();
  CLI::App* verb = app.add_subcommand("run", "Follow the sources until stopped");
  verb->add_option("--sources", options.sources, "What to follow [default: sources.toml]")->type_name("FILE");
  AddCommonOptions(*verb, options);
  verb->add_option("--limit", options.limit, "End after so many pages")->type_name("N");
  verb->footer(
      "Stays, and asks each source when it is due: more often where it changes, less where it does not. The "
      "first\n"
      "Ctrl-C (or SIGTERM) lets what was begun finish and ends with status 0, the second ends at once.\n"
      "\n"
      "Examples:\n"
      "  acta run --contact me@example.org\n"
      "  acta run --sources sources.toml --log - --log-format jsonl --metrics-port 9464");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return Run(options); }; });
}

}  // namespace acta::cli
