// acta corpus: cases for the regression run.
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/run/corpus_case.h"
#include "pipeline/run/interrupt.h"
#include "pipeline/run/sources.h"

namespace acta::cli {
namespace {

struct CorpusVerb {
  std::vector<std::string> pages;
  std::string folder = "corpus", packs;
  ReadOptions read;
  FetchOptions fetch;
};

int Add(const CorpusVerb& verb) {
  Interrupt interrupt;
  Result<DataFolders> data = FindData(verb.packs);
  if (!data) return Complain(data.error());
  Result<Tools> tools = LoadTools(*data);
  if (!tools) return Complain(tools.error());
  RunReport report;
  std::unique_ptr<PageSource> source = OpenSources(verb.pages, {.fetch = verb.fetch});
  while (std::optional<SourcedPage> next = source->Next(interrupt.token())) {
    ++report.inputs;
    Result<NewCase> added = next->page ? AddCase(*next->page, verb.folder, *tools, verb.read)
                                       : Result<NewCase>(tl::unexpected(next->page.error()));
    if (!added) {
      ++report.refused;
      Say(next->source + ": " + added.error().message);
      continue;
    }
    ++report.read;
    std::cout << added->folder.string() << '\n';
    Say(std::to_string(added->records) + " records drafted; correct " +
        (added->folder / "draft.json").string() + " into gold.json");
  }
  return StatusOf(report, interrupt.requested());
}

}  // namespace

void AddCorpus(CLI::App& app, Verbs& verbs) {
  CLI::App* corpus = app.add_subcommand("corpus", "Make cases for acta regress");
  corpus->require_subcommand(1);
  corpus->footer("Examples:\n  acta corpus add page.html --to corpus/en");
  auto& options = verbs.Own<CorpusVerb>();
  CLI::App* add =
      corpus->add_subcommand("add", "A page and the program's reading of it, as a draft to correct");
  add->add_option("PAGE", options.pages, "Files, folders or URLs")->required();
  add->add_option("--to", options.folder, "The folder of cases")->type_name("DIR")->capture_default_str();
  AddPacksOption(*add, options.packs);
  AddReadOptions(*add, options.read);
  AddFetchOptions(*add, options.fetch);
  add->footer(
      "Prints the folder of each new case: page.html and draft.json. Correct the draft by hand, name it "
      "gold.json,\n"
      "and `acta regress` reads the case. What the program overlooked is not in its draft.\n"
      "\n"
      "Examples:\n"
      "  acta corpus add saved/page.html\n"
      "  acta corpus add https://example.org/news/1 --contact me@example.org --to my/cases");
  add->callback([&verbs, &options] { verbs.action = [&options] { return Add(options); }; });
}

}  // namespace acta::cli
