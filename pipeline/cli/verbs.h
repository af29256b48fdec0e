// The verbs of the program, each in a file of its own: its options, its examples, its run.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace acta::cli {

// What the program does once its arguments are understood; returns the exit status.
using Action = std::function<int()>;

// Each adds its verb to `app`; when the verb is chosen, `action` is set.
void AddFetch(CLI::App& app, Action& action);
void AddClean(CLI::App& app, Action& action);
void AddExtract(CLI::App& app, Action& action);
void AddIngest(CLI::App& app, Action& action);
void AddQuery(CLI::App& app, Action& action);
void AddShow(CLI::App& app, Action& action);
void AddCheck(CLI::App& app, Action& action);
void AddDump(CLI::App& app, Action& action);
void AddRules(CLI::App& app, Action& action);

}  // namespace acta::cli
