#include "pipeline/cli/wrong_arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>

#include "pipeline/text/suggestion.h"

namespace acta::cli {
namespace {

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
std::string_view FirstExtra(const std::vector<std::string>& words, const std::vector<std::string>& extras,
                            bool option) {
  for (const std::string_view word : words) {
    if (word.starts_with('-') == option && std::ranges::find(extras, word) != extras.end()) return word;
  }
  return {};
}

// The first of `words` that stands where a verb should and is none; nullopt when the verb is just missing.
std::optional<Error> UnknownVerb(const CLI::App& app, const std::vector<std::string>& words) {
  const CLI::App& at = LastVerb(app);
  const std::string_view word = FirstExtra(words, at.remaining(), /*option=*/false);
  if (word.empty()) return std::nullopt;
  return Error{"usage", fmt::format("\"{}\" is no verb of {}{}; see {} --help", word, at.get_name(),
                                    Suggestion(word, VerbsOf(at), "", ""), at.get_name())};
}

// The first option that the verb does not have; nullopt when what was not expected is no option.
std::optional<Error> UnknownOption(const CLI::App& app, const std::vector<std::string>& words) {
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
Error Explained(const CLI::App& app, const CLI::ParseError& error) {
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

}  // namespace

Error WrongArguments(const CLI::App& app, const std::vector<std::string>& words,
                     const CLI::ParseError& error) {
  const auto is = [&](CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); };
  std::optional<Error> unknown;
  if (is(CLI::ExitCodes::RequiredError)) unknown = UnknownVerb(app, words);
  if (is(CLI::ExitCodes::ExtrasError)) unknown = UnknownOption(app, words);
  return unknown ? *unknown : Explained(app, error);
}

}  // namespace acta::cli
