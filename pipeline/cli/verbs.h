// The verbs of the program, each in a file of its own: its options, its examples, its run.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace acta::cli {

// What the verbs need to live as long as the program: their options, and what was chosen.
class Verbs {
 public:
  // Options that live until the end; CLI11 writes into them while it parses.
  template <class Options>
  Options& Own() {
    auto kept = std::make_unique<Kept<Options>>();
    Options& options = kept->options;
    kept_.push_back(std::move(kept));
    return options;
  }

  // What to do once the arguments are understood; returns the exit status.
  std::function<int()> action;

 private:
  struct AnyKept {
    virtual ~AnyKept() = default;
  };
  template <class Options>
  struct Kept : AnyKept {
    Options options;
  };
  std::vector<std::unique_ptr<AnyKept>> kept_;
};

// Each adds its verb to `app`; when the verb is chosen, verbs.action is set.
void AddFetch(CLI::App& app, Verbs& verbs);
void AddClean(CLI::App& app, Verbs& verbs);
void AddExtract(CLI::App& app, Verbs& verbs);
void AddIngest(CLI::App& app, Verbs& verbs);
void AddRun(CLI::App& app, Verbs& verbs);
void AddStatus(CLI::App& app, Verbs& verbs);
void AddSources(CLI::App& app, Verbs& verbs);
void AddQuery(CLI::App& app, Verbs& verbs);
void AddSql(CLI::App& app, Verbs& verbs);
void AddShow(CLI::App& app, Verbs& verbs);
void AddCheck(CLI::App& app, Verbs& verbs);
void AddDiff(CLI::App& app, Verbs& verbs);
void AddDump(CLI::App& app, Verbs& verbs);
void AddRobots(CLI::App& app, Verbs& verbs);
void AddExport(CLI::App& app, Verbs& verbs);
void AddRules(CLI::App& app, Verbs& verbs);
void AddEntity(CLI::App& app, Verbs& verbs);
void AddResolve(CLI::App& app, Verbs& verbs);
void AddForget(CLI::App& app, Verbs& verbs);
void AddReextract(CLI::App& app, Verbs& verbs);
void AddRegress(CLI::App& app, Verbs& verbs);
void AddMan(CLI::App& app, Verbs& verbs);
void AddCompletions(CLI::App& app, Verbs& verbs);
void AddCorpus(CLI::App& app, Verbs& verbs);

// Shows the settings of the others, which `add_verbs` adds; `file` is the value of --config.
void AddConfig(CLI::App& app, Verbs& verbs, const std::string& file, void (*add_verbs)(CLI::App&, Verbs&));

}  // namespace acta::cli
