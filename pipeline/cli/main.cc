// acta: government news pages to records with evidence. The verbs stand in verbs.h.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iostream>
#include <span>

#include "pipeline/cli/common.h"
#include "pipeline/cli/guide.h"
#include "pipeline/cli/settings.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/store/schema.h"
#include "pipeline/text/suggestion.h"

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

const CLI::App& LastVerb(const CLI::App& app) {  // that was understood
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return *at;
}

std::vector<std::string> VerbsOf(const CLI::App& at) {
  std::vector<std::string> verbs;
  for (const CLI::App* verb : at.get_subcommands(std::function<bool(const CLI::App*)>{}))
    verbs.push_back(verb->get_name());
  return verbs;
}

// The first of `words` that is among `extras` and is, or is not, an option; "" when there is none.
std::string_view FirstExtra(std::span<char* const> words, const std::vector<std::string>& extras,
                            bool option) {
  for (const std::string_view word : words) {
    if (word.starts_with('-') == option && std::ranges::find(extras, word) != extras.end()) return word;
  }
  return {};
}

// The first of `words` that stands where a verb should and is none; nullopt when the verb is just missing.
std::optional<Error> UnknownVerb(const CLI::App& app, std::span<char* const> words) {
  const CLI::App& at = LastVerb(app);
  const std::string_view word = FirstExtra(words, at.remaining(), /*option=*/false);
  if (word.empty()) return std::nullopt;
  return Error{"usage", fmt::format("\"{}\" is no verb of {}{}; see {} --help", word, at.get_name(),
                                    Suggestion(word, VerbsOf(at), "", ""), at.get_name())};
}

// The first option that the verb does not have; nullopt when what was not expected is no option.
std::optional<Error> UnknownOption(const CLI::App& app, std::span<char* const> words) {
  const CLI::App& at = LastVerb(app);
  const std::string_view word = FirstExtra(words, at.remaining(/*recurse=*/true), /*option=*/true);
  if (word.empty()) return std::nullopt;
  const std::string name(word.substr(0, word.find('=')));
  std::vector<std::string> options;
  for (const CLI::Option* option : at.get_options()) options.push_back(option->get_name());
  return Error{"usage", fmt::format("{} has no option {}{}; see {} --help", at.get_name(), name,
                                    Suggestion(name, options, "", ""), at.get_name())};
}

// What is wrong, of which verb, and where its help is: "query due: --format: xml not in {table, …}; see acta query due
// --help". A verb that is missing is one of a list.
Error WrongArguments(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& at = LastVerb(app);
  std::string path;  // "query due "
  for (const CLI::App* verb = &at; verb != &app; verb = verb->get_parent())
    path = verb->get_name() + " " + path;
  const std::vector<std::string> verbs = VerbsOf(at);
  const bool no_verb =
      !verbs.empty() && error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError);
  const std::string what =
      no_verb ? fmt::format("a verb is missing, one of {}", fmt::join(verbs, ", ")) : error.what();
  const std::string where = path.empty() ? "" : path.substr(0, path.size() - 1) + ": ";
  return {"usage", fmt::format("{}{}; see acta {}--help", where, what, path)};
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
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError)) {
      if (const auto unknown = UnknownVerb(app, {argv + 1, argv + argc})) return Complain(*unknown);
    }
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError)) {
      if (const auto unknown = UnknownOption(app, {argv + 1, argv + argc})) return Complain(*unknown);
    }
    if (error.get_exit_code() != 0) return Complain(WrongArguments(app, error));
    return app.exit(error) == 0 ? kOk : kUsage;
  }
  if (auto applied = ApplySettings(app, settings); !applied) return Complain(applied.error());
  const int status = verbs.action();
  return FlushOutput() ? status : kFailed;
}

}  // namespace
}  // namespace acta::cli

int main(int argc, char** argv) { return acta::cli::Main(argc, argv); }
