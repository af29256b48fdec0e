// The man page and the completions say what --help says, and shells read them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <set>

#include "tests/run/program.h"

namespace acta {
namespace {

using testing::HasSubstr;

// The words that begin the lines of a part of --help: "Subcommands:" until the next part.
std::vector<std::string> Listed(const std::string& help, const std::string& part) {
  std::vector<std::string> words;
  std::istringstream in(help);
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(" ")) inside = line == part;
    std::string word;
    if (inside && line.starts_with("  ") && line[2] != ' ' && std::istringstream(line) >> word)
      words.push_back(word);
  }
  return words;
}

std::set<std::string> LongOptions(const std::string& help) {
  std::set<std::string> options;
  for (std::string word : Listed(help, "Options:")) {
    const size_t at = word.find("--");
    if (at != word.npos) options.insert(word.substr(at, word.find(',', at) - at));
  }
  return options;
}

// Every verb with its help: "query due" → text.
std::vector<std::pair<std::vector<std::string>, std::string>> AllVerbs() {
  std::vector<std::pair<std::vector<std::string>, std::string>> all;
  std::vector<std::vector<std::string>> next = {{}};
  while (!next.empty()) {
    const std::vector<std::string> verb = next.back();
    next.pop_back();
    std::vector<std::string> arguments = verb;
    arguments.push_back("--help");
    const std::string help = RunActa(arguments).out;
    for (const std::string& name : Listed(help, "Subcommands:")) {
      next.push_back(verb);
      next.back().push_back(name);
    }
    all.emplace_back(verb, help);
  }
  return all;
}

// What a shell command prints.
std::string Shell(const std::string& command) {
  std::string out;
  FILE* pipe = popen(("bash -c '" + command + "' 2>&1").c_str(), "r");
  if (!pipe) return "no shell";
  char buffer[4096];
  for (size_t n = 0; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, n);
  pclose(pipe);
  return out;
}

TEST(Guide, ManPageAndCompletionsNameEveryVerbAndOption) {
  const std::string man = RunActa({"man"}).out;
  const std::string shells[] = {RunActa({"completions", "bash"}).out, RunActa({"completions", "zsh"}).out};
  const std::string fish = RunActa({"completions", "fish"}).out;
  const auto verbs = AllVerbs();
  EXPECT_GT(verbs.size(), 40u);
  for (const auto& [verb, help] : verbs) {
    std::string path = "acta";
    for (const std::string& word : verb) path += " " + word;
    if (!verb.empty()) {
      EXPECT_THAT(man, HasSubstr("\n.SS " + path + "\n"));
      EXPECT_THAT(fish, HasSubstr("-a " + verb.back() + " "));
      for (const std::string& shell : shells) EXPECT_THAT(shell, HasSubstr("'" + path + "'"));
    }
    EXPECT_THAT(help, HasSubstr("Examples:")) << path;
    EXPECT_LT(help.find("Examples:"), help.find("Options:")) << path;
    for (const std::string& option : LongOptions(help)) {
      std::string in_roff = "\\fB";
      for (char c : option) in_roff += c == '-' ? std::string("\\-") : std::string(1, c);
      EXPECT_THAT(man, HasSubstr(in_roff + "\\fR")) << path;
      EXPECT_THAT(fish, HasSubstr("-l " + option.substr(2))) << path;
      for (const std::string& shell : shells) EXPECT_THAT(shell, HasSubstr(option)) << path;
    }
  }
}

TEST(Guide, BashCompletesVerbsOptionsAndWords) {
  TempFolder folder;
  const std::string script = folder.Write("acta.bash", RunActa({"completions", "bash"}).out);
  const auto complete = [&](const std::string& words, int at) {
    return Shell("source " + script + "; COMP_WORDS=(" + words + "); COMP_CWORD=" + std::to_string(at) +
                 "; _acta; echo ${COMPREPLY[@]}");
  };
  EXPECT_EQ(Shell("bash -n " + script), "");
  EXPECT_EQ(complete("acta quer", 1), "query\n");
  EXPECT_EQ(complete("acta query over", 2), "overdue\n");
  EXPECT_EQ(complete("acta query due --for", 3), "--format\n");
  EXPECT_EQ(complete("acta query due --format js", 4), "json jsonl\n");
  EXPECT_EQ(complete("acta query due --db a.db --stren", 5), "--strength\n");
  EXPECT_EQ(complete("acta query due --db x", 4), "\n") << "a file is for the shell to find";
}

TEST(Guide, TheManPageIsReadByMan) {
  if (Shell("command -v groff").empty()) GTEST_SKIP() << "groff is not here";
  TempFolder folder;
  const std::string page = folder.Write("acta.1", RunActa({"man"}).out);
  EXPECT_EQ(Shell("groff -man -Tutf8 -Kutf8 -ww -z " + page), "");
}

TEST(Guide, AnUnknownShellIsAnError) { EXPECT_EQ(RunActa({"completions", "tcsh"}).status, 2); }

}  // namespace
}  // namespace acta
