// acta regress: cases with gold, and what has changed since the baseline.
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/run/regress.h"

namespace acta::cli {
namespace {

struct RegressVerb {
  std::string folder, packs;
  std::vector<std::string> only;
  bool accept = false;
  RegressionView view;
};

int RunRegress(const RegressVerb& verb) {
  Result<DataFolders> data = FindData(verb.packs);
  if (!data) return Complain(data.error());
  Result<Tools> tools = LoadTools(*data);
  if (!tools) return Complain(tools.error());
  Result<Regression> run = Regress(verb.folder, *tools, verb.only);
  if (!run) {
    Complain(run.error());
    return kUsage;
  }
  WriteRegression(*run, verb.view, std::cout);
  if (!verb.accept) return run->worse() ? kFailed : kOk;
  Result<void> accepted = AcceptRegression(*run, verb.folder);
  if (!accepted) return Complain(accepted.error());
  Say("accepted: " + std::to_string(run->records.size()) + " records are the baseline now");
  return kOk;
}

}  // namespace

void AddRegress(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<RegressVerb>();
  CLI::App* verb =
      app.add_subcommand("regress", "Read a folder of cases; compare with gold and with the baseline");
  verb->add_option("DIR", options.folder, "Cases: folders with page.html and gold.json")->required();
  CLI::Option* only =
      verb->add_option("CASE", options.only, "Cases whose names, paths below DIR, begin so [default: all]");
  verb->add_flag("--accept", options.accept, "Make what was read the baseline")->excludes(only);
  verb->add_flag("--details", options.view.details, "Show every miss and every false alarm");
  AddPacksOption(*verb, options.packs);
  verb->footer(
      "Examples:\n"
      "  acta regress corpus\n"
      "  acta regress my/cases --details\n"
      "  acta regress corpus vi/0003 en --details\n"
      "\n"
      "Exit status: 0 nothing of the baseline is lost or changed, 1 something is or there is no baseline,\n"
      "2 the cases cannot be read.");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return RunRegress(options); }; });
}

}  // namespace acta::cli
