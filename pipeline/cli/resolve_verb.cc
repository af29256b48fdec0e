// acta resolve: files to the people, bodies and instruments that they speak of, one JSON line each.
#include <iostream>
#include <nlohmann/json.hpp>

#include "pipeline/cli/common.h"
#include "pipeline/cli/resolution.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/resolve/resolve.h"
#include "pipeline/run/interrupt.h"
#include "pipeline/run/sources.h"

namespace acta::cli {
namespace {

struct ResolveVerb {
  std::vector<std::string> files;
  std::string packs, format, db, corrections;
  ReadOptions read;
  bool again = false;
  int workers = 0;
  bool explain = false;
};

// Where an entity is named: each name of each source once, in the order of the sources.
nlohmann::ordered_json Mentions(const std::vector<const UseLink*>& uses, bool explain) {
  auto mentions = nlohmann::ordered_json::array();
  for (const UseLink* use : uses) {
    nlohmann::ordered_json mention = {{"source", use->article}, {"name", use->name}};
    if (explain) {
      mention["rule"] = use->reason.rule;
      mention["strength"] = use->reason.strength;
      mention["evidence"] = use->reason.evidence;
    }
    mentions.push_back(std::move(mention));
  }
  return mentions;
}

nlohmann::ordered_json Line(const Entity& entity,
                            const std::map<std::string, std::vector<const UseLink*>>& by_form, bool explain) {
  std::vector<const UseLink*> uses;
  auto forms = nlohmann::ordered_json::array();
  for (size_t n = 0; n < entity.forms.size(); ++n) {
    const Form& form = entity.forms[n];
    if (const auto found = by_form.find(form.key); found != by_form.end()) {
      uses.insert(uses.end(), found->second.begin(), found->second.end());
    }
    forms.push_back({{"name", form.name},
                     {"language", form.language},
                     {"scope", form.scope},
                     {"rule", entity.reasons[n].rule},
                     {"strength", entity.reasons[n].strength},
                     {"evidence", entity.reasons[n].evidence}});
  }
  nlohmann::ordered_json line = {{"entity", entity.id},
                                 {"type", ToString(entity.type)},
                                 {"name", entity.forms.front().name},
                                 {"mentions", Mentions(uses, explain)}};
  if (explain) line["forms"] = std::move(forms);
  return line;
}

void Print(const OneWorld& all, bool explain) {
  std::map<std::string, std::vector<const UseLink*>> by_form;
  for (const StoryResolution& story : all.stories) {
    for (const UseLink& link : story.links) by_form[link.form].push_back(&link);
  }
  for (const Entity& entity : all.entities) std::cout << Line(entity, by_form, explain).dump() << '\n';
}

int Resolve(const ResolveVerb& verb) {
  if (verb.files.empty()) return BringUpToDate({verb.db, verb.packs, verb.corrections, verb.again, false});
  Interrupt interrupt;
  Result<DataFolders> data = FindData(verb.packs);
  if (!data) return Complain(data.error());
  Result<World> world = World::Load(data->resolve.string());
  if (!world) return Complain(world.error());
  Result<Tools> tools = LoadTools(*data);
  if (!tools) return Complain(tools.error());

  std::vector<Account> accounts;
  auto keep = [&](PageReading& page, RunReport&) -> Result<void> {
    const std::string& name = page.from.source;
    if (!page.article) {
      Say(name + ": " + page.article.error().message);
      return {};
    }
    page.article->source = name;
    accounts.push_back(AccountOf(*page.article, page.facts, *world));
    return {};
  };
  LineOptions options;
  options.workers = verb.workers;
  options.read = verb.read;
  options.stop = interrupt.token();
  std::unique_ptr<PageSource> source = OpenSources(verb.files, {});
  RunReport report;
  if (Result<void> done = RunLine(*source, *tools, options, keep, report); !done)
    return Complain(done.error());
  Print(ResolveAll(accounts, *world), verb.explain);
  return StatusOf(report, interrupt.requested());
}

}  // namespace

void AddResolve(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<ResolveVerb>();
  CLI::App* verb =
      app.add_subcommand("resolve", "Pages or texts to the people, bodies and instruments they speak of");
  verb->add_option("FILE", options.files,
                   "HTML or plain text, told apart by content; folders; - for standard input");
  AddDbOption(*verb, options.db);
  verb->add_option("--corrections", options.corrections,
                   "File of corrections [default: <database>.corrections.jsonl]")
      ->type_name("FILE");
  verb->add_flag("--again", options.again, "Of the database: forget what was resolved and begin anew");
  AddFormatOption(*verb, options.format, {"jsonl"});
  AddPacksOption(*verb, options.packs);
  AddReadOptions(*verb, options.read);
  verb->add_option("--workers", options.workers, "Threads that read [default: one a processor]")
      ->check(CLI::Range(1, 256));
  verb->add_flag("--explain", options.explain, "Add to each name why it is taken for the entity");
  verb->footer(
      "Prints one JSON line for each entity over all FILEs: \"entity\" (id), \"type\" (official, agency,\n"
      "resolution), \"name\", \"mentions\" [{\"source\", \"name\"}]. What cannot be told for sure stays "
      "apart.\n"
      "Without FILE, brings the entities of the database up to date, as ingest does when it ends.\n"
      "\n"
      "Examples:\n"
      "  acta resolve vi.html en.html ru.html\n"
      "  acta resolve --explain saved/ > entities.jsonl\n"
      "  acta resolve --db province.db");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return Resolve(options); }; });
}

}  // namespace acta::cli
