// acta config show: which settings a verb would run with, and where each comes from.
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/settings.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/cli/wrong_arguments.h"
#include "pipeline/query/write_rows.h"

namespace acta::cli {
namespace {

using AddVerbsFunction = void (*)(CLI::App&, Verbs&);

struct ConfigVerb {
  const std::string* file = nullptr;  // of --config
  AddVerbsFunction add_verbs = nullptr;
  std::string format;
  std::vector<std::string> command;  // the verb and its arguments
};

// What is asked for is the settings, not a run: nothing else need be there.
void RequireNothing(CLI::App& app) {
  for (CLI::Option* option : app.get_options()) option->required(false);
  for (CLI::App* verb : app.get_subcommands(std::function<bool(CLI::App*)>{})) RequireNothing(*verb);
}

// The settings of `command` ({"run", "--limit", "5"}); fails with "usage" when it is none.
Result<std::vector<Setting>> SettingsOf(const ConfigVerb& verb, const std::vector<std::string>& command) {
  CLI::App app("", "acta");
  Verbs verbs;
  verb.add_verbs(app, verbs);
  app.require_subcommand(1);
  RequireNothing(app);
  try {
    app.parse(std::vector<std::string>(command.rbegin(), command.rend()));  // as CLI11 takes them
  } catch (const CLI::ParseError& error) {
    return tl::unexpected(WrongArguments(app, command, error));
  }
  return ApplySettings(app, *verb.file);
}

// Every verb that can be run, as its words: {"ingest"}, {"query", "due"} …
void ListVerbs(const CLI::App& app, std::vector<std::string> words,
               std::vector<std::vector<std::string>>& all) {
  const std::vector<const CLI::App*> verbs = app.get_subcommands(std::function<bool(const CLI::App*)>{});
  if (verbs.empty() && !words.empty()) all.push_back(words);
  for (const CLI::App* verb : verbs) {
    words.push_back(verb->get_name());
    ListVerbs(*verb, words, all);
    words.pop_back();
  }
}

// The commands that are asked about: `words` itself, or all that begin so when it ends at a verb of verbs.
std::vector<std::vector<std::string>> CommandsOf(const ConfigVerb& verb,
                                                 const std::vector<std::string>& words) {
  CLI::App app("", "acta");
  Verbs verbs;
  verb.add_verbs(app, verbs);
  const CLI::App* at = &app;
  for (const std::string& word : words) {
    const auto below = at->get_subcommands([&](const CLI::App* each) { return each->get_name() == word; });
    if (below.empty()) return {words};
    at = below.front();
  }
  std::vector<std::vector<std::string>> commands;
  ListVerbs(*at, words, commands);
  if (commands.empty()) commands.push_back(words);
  return commands;
}

void Append(Rows& rows, const std::string& verb, const std::vector<Setting>& settings, bool defaults_too) {
  for (const Setting& each : settings) {
    if (!defaults_too && each.from == "default") continue;
    rows.rows.push_back({verb, each.option, each.value.empty() ? RowCell() : RowCell(each.value), each.from});
  }
}

int ShowConfig(const ConfigVerb& verb) {
  Rows rows;
  rows.columns = {{"verb", "which has the option"},
                  {"option", "its long name, and its key in acta.toml"},
                  {"value", ""},
                  {"from", "argument, environment variable, line of the file, or default"}};
  for (const std::vector<std::string>& command : CommandsOf(verb, verb.command)) {
    Result<std::vector<Setting>> settings = SettingsOf(verb, command);
    if (!settings) return Complain(settings.error());
    std::string name;
    for (const std::string& word : command) {
      if (word.starts_with('-')) break;
      name += (name.empty() ? "" : " ") + word;
    }
    Append(rows, name, *settings, !verb.command.empty());
  }
  const std::string file = SettingsFile(*verb.file);
  Say(file.empty() ? "there is no settings file" : "settings file: " + file);
  WriteRows(rows, *ParseRowFormat(verb.format), {TerminalWidth()}, std::cout);
  return kOk;
}

}  // namespace

void AddConfig(CLI::App& app, Verbs& verbs, const std::string& file, AddVerbsFunction add_verbs) {
  auto& options = verbs.Own<ConfigVerb>();
  options.file = &file;
  options.add_verbs = add_verbs;
  CLI::App* config = app.add_subcommand("config", "The settings, and where each comes from");
  config->require_subcommand(1);
  config->footer("Examples:\n  acta config show run");
  CLI::App* show = config->add_subcommand("show", "What a verb would run with");
  AddFormatOption(*show, options.format, {"table", "list", "json", "jsonl", "csv", "markdown"});
  show->prefix_command();
  show->footer(
      "After the options of its own comes the command that is asked about: its verb, and arguments if you "
      "like.\n"
      "A verb of several, as query, is all of them. Without one: what the environment and the settings file "
      "say, of every verb.\n"
      "\n"
      "Examples:\n"
      "  acta config show\n"
      "  acta config show run\n"
      "  acta config show --format jsonl ingest --limit 5\n"
      "  acta --config test.toml config show query due");
  show->callback([&verbs, &options, show] {
    options.command = show->remaining();
    verbs.action = [&options] { return ShowConfig(options); };
  });
}

}  // namespace acta::cli
