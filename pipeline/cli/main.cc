// acta: government news pages to records with evidence. The verbs stand in verbs.h.
#include "pipeline/cli/common.h"
#include "pipeline/cli/guide.h"
#include "pipeline/cli/settings.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/cli/wrong_arguments.h"
#include "pipeline/store/schema.h"

namespace acta::cli {
namespace {

void AddVerbs(CLI::App& app, Verbs& verbs) {
  for (auto add :
       {AddIngest,    AddRun,   AddSources, AddStatus,  AddQuery,   AddSql,         AddShow,   AddDiff,
        AddExport,    AddFetch, AddClean,   AddExtract, AddResolve, AddEntity,      AddRobots, AddForget,
        AddReextract, AddRules, AddRegress, AddCorpus,  AddMan,     AddCompletions, AddCheck,  AddDump}) {
    add(app, verbs);
  }
}

int Main(int argc, char** argv) {
  CLI::App app("Government news pages to records with the words that state them.", "acta");
  app.set_version_flag("--version",
                       "acta " ACTA_VERSION " (store schema " + std::to_string(SchemaVersion()) + ")");
  app.formatter(ExamplesFirst());
  app.require_subcommand(1);
  std::string settings;
  app.add_option("--config", settings,
                 "Settings; stands before the verb [default: $ACTA_CONFIG, ./acta.toml, "
                 "~/.config/acta/acta.toml, /etc/acta/acta.toml]")
      ->type_name("FILE");
  app.footer(
      "Examples:\n"
      "  acta ingest https://example.org/feed.xml --contact me@example.org\n"
      "  acta query due --from 2025-09-01 --to 2025-09-30\n"
      "  acta extract page.html\n"
      "\n"
      "Each verb has its own --help. Exit status: 0 done, 1 failed, 2 wrong arguments, 3 some inputs\n"
      "refused, 5 rules or settings wrong, 6 database, 124 sql: out of time, 130 interrupted.");

  Verbs verbs;
  AddVerbs(app, verbs);
  AddConfig(app, verbs, settings, AddVerbs);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // --help and --version are no errors; they print to standard output.
    if (error.get_exit_code() != 0) return Complain(WrongArguments(app, {argv + 1, argv + argc}, error));
    return app.exit(error) == 0 ? kOk : kUsage;
  }
  for (const std::string& wrong : MisspeltVariables(app)) Say(wrong);
  if (auto applied = ApplySettings(app, settings); !applied) return Complain(applied.error());
  const int status = verbs.action();
  return FlushOutput() ? status : kFailed;
}

}  // namespace
}  // namespace acta::cli

int main(int argc, char** argv) { return acta::cli::Main(argc, argv); }
