// acta man, acta completions: what an installation brings besides the program, made from the verbs themselves.
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/guide.h"
#include "pipeline/cli/verbs.h"

namespace acta::cli {

void AddMan(CLI::App& app, Verbs& verbs) {
  CLI::App* verb = app.add_subcommand("man", "Print the man page");
  verb->footer("Examples:\n  acta man > ~/.local/share/man/man1/acta.1\n  acta man | man -l -");
  verb->callback([&app, &verbs] {
    verbs.action = [&app] {
      std::cout << ManualPage(GuideOf(app), ACTA_VERSION);
      return kOk;
    };
  });
}

void AddCompletions(CLI::App& app, Verbs& verbs) {
  auto& shell = verbs.Own<std::string>();
  CLI::App* verb = app.add_subcommand("completions", "Print the completions for a shell");
  verb->add_option("SHELL", shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  verb->footer(
      "Examples:\n"
      "  source <(acta completions bash)\n"
      "  acta completions bash > ~/.local/share/bash-completion/completions/acta\n"
      "  acta completions zsh > ~/.zfunc/_acta\n"
      "  acta completions fish > ~/.config/fish/completions/acta.fish");
  verb->callback([&app, &shell, &verbs] {
    verbs.action = [&app, &shell] {
      std::cout << Completion(GuideOf(app), shell);
      return kOk;
    };
  });
}

}  // namespace acta::cli
