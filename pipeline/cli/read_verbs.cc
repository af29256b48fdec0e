// acta clean, acta extract: files to JSON lines, one for each input, in their order.
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/site_rules.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/run/interrupt.h"
#include "pipeline/run/sources.h"
#include "pipeline/store/text_width.h"
#include "schemas/json.h"

namespace acta::cli {
namespace {

struct ReadVerb {
  std::vector<std::string> files;
  std::string packs, format, site_rules;
  ReadOptions read;
  bool explain = false;
  int workers = 0;
};

void AddCommon(CLI::App& verb, ReadVerb& options) {
  verb.add_option("FILE", options.files,
                  "HTML or plain text, told apart by content; folders; - for standard input")
      ->required();
  AddFormatOption(verb, options.format, {"jsonl"});
  AddPacksOption(verb, options.packs);
  AddReadOptions(verb, options.read);
  verb.add_option("--site-rules", options.site_rules,
                  "A sources.toml whose selectors (body, title, date) go before the general readings")
      ->type_name("FILE");
  verb.add_option("--workers", options.workers, "Threads that read [default: one a processor]")
      ->check(CLI::Range(1, 256));
}

void PrintTrace(const PageReading& reading) {
  std::cerr << reading.from.source << '\n';
  if (!reading.trace.charset.empty()) std::cerr << "  charset " << Harmless(reading.trace.charset) << '\n';
  for (const std::string& note : reading.trace.notes) std::cerr << "  " << Harmless(note) << '\n';
  for (const std::string& cut : reading.trace.cuts) std::cerr << "  " << Harmless(cut) << '\n';
}

int Read(const ReadVerb& verb, LastStage last) {
  Interrupt interrupt;
  Result<DataFolders> data = FindData(verb.packs);
  if (!data) return Complain(data.error());
  Tools tools;
  Result<CleanRules> clean = CleanRules::Load(data->clean.string());
  if (!clean) return Complain(clean.error());
  tools.clean = std::move(*clean);
  if (last == LastStage::kExtract) {
    Result<PackSet> packs = LoadPacks(data->packs.string());
    if (!packs) return Complain(packs.error());
    tools.packs = std::move(*packs);
  }

  LineOptions options;
  options.workers = verb.workers;
  options.last = last;
  options.trace = verb.explain;
  options.read = verb.read;
  if (!verb.site_rules.empty()) {
    Result<std::vector<SiteRules>> sites = LoadSiteRules(verb.site_rules);
    if (!sites) return Complain(sites.error());
    options.read.sites = std::move(*sites);
  }
  options.stop = interrupt.token();
  std::unique_ptr<PageSource> source = OpenSources(verb.files, {});
  auto print = [&](PageReading& reading, RunReport&) -> Result<void> {
    const std::string& name = reading.from.source;
    if (verb.explain) PrintTrace(reading);
    if (!reading.article) {
      Say(name + ": " + reading.article.error().message);
      std::cout << (last == LastStage::kClean ? CleanErrorLine(name, reading.article.error())
                                              : ExtractErrorLine(name, reading.article.error()))
                << '\n';
    } else {
      reading.article->source = name;
      std::cout << (last == LastStage::kClean ? CleanLine(*reading.article)
                                              : ExtractLine(*reading.article, reading.facts))
                << '\n';
    }
    if (!std::cout) return Fail("output", "standard output could not be written");
    return {};
  };
  RunReport report;
  Result<void> done = RunLine(*source, tools, options, print, report);
  if (!done) return Complain(done.error());
  return StatusOf(report, interrupt.requested());
}

}  // namespace

void AddClean(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<ReadVerb>();
  CLI::App* verb = app.add_subcommand("clean", "Pages to articles: title, date, byline, language, text");
  AddCommon(*verb, options);
  verb->add_flag("--explain", options.explain, "Say on standard error what was kept and dropped, and why");
  verb->footer(
      "Prints one JSON line for each input, also for one that is refused (then with \"error\").\n"
      "\n"
      "Examples:\n"
      "  acta clean page.html\n"
      "  acta clean --explain saved/*.html > articles.jsonl\n"
      "  acta clean --site-rules sources.toml --explain page.html\n"
      "  curl -s https://example.org/news/1 | acta clean -");
  verb->callback(
      [&verbs, &options] { verbs.action = [&options] { return Read(options, LastStage::kClean); }; });
}

void AddExtract(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<ReadVerb>();
  CLI::App* verb = app.add_subcommand("extract", "Pages or texts to records with their evidence");
  AddCommon(*verb, options);
  verb->footer(
      "Prints one JSON line for each input, also for one that is refused (then with \"error\").\n"
      "The form is that of schemas/facts.schema.json.\n"
      "\n"
      "Examples:\n"
      "  acta extract page.html\n"
      "  acta extract --published 2025-09-05 notes.txt\n"
      "  acta extract saved/ > records.jsonl");
  verb->callback(
      [&verbs, &options] { verbs.action = [&options] { return Read(options, LastStage::kExtract); }; });
}

}  // namespace acta::cli
