// What the program's verbs and options are, read off the tree that parses them: the one description from which --help,
// the man page and the completions of shells are made.
//
//   const Guide guide = GuideOf(app);
//   std::cout << ManualPage(guide, "0.1.0");
//   std::cout << Completion(guide, "bash");
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

namespace acta::cli {

struct GuideOption {
  std::vector<std::string> names;    // "--db", "-o"; of an argument without dashes "NAME"
  std::string value;                 // "FILE"; empty for a flag
  std::vector<std::string> choices;  // the only values, when it has such
  std::string help;
  bool required = false;
  bool many = false;  // may be given several times

  bool takes_value() const { return !value.empty() || !choices.empty(); }
  bool takes_path() const { return value == "FILE" || value == "DIR"; }
};

struct Guide {
  std::string path;  // "acta query due"
  std::string name;  // "due"
  std::string help;  // one line
  std::string notes, examples;
  std::vector<GuideOption> arguments, options;
  std::vector<Guide> verbs;
};

Guide GuideOf(const CLI::App& app);

// A page of section 1 of the manual, in roff (man(7)). Names every verb and option.
std::string ManualPage(const Guide& guide, const std::string& version);

// A script that completes verbs, options and their words; `shell` is "bash", "zsh" or "fish", else it is empty.
std::string Completion(const Guide& guide, const std::string& shell);

// Prints --help with the examples before the options.
std::shared_ptr<CLI::FormatterBase> ExamplesFirst();

}  // namespace acta::cli
