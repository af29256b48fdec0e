#include "pipeline/cli/resolution.h"

#include <fmt/format.h>

#include "pipeline/cli/common.h"
#include "pipeline/resolve/entity_store.h"
#include "pipeline/run/data_folder.h"
#include "pipeline/run/interrupt.h"

namespace acta::cli {

int BringUpToDate(const ResolutionRun& run) {
  std::optional<Interrupt> interrupt;
  if (!run.stop.stop_possible()) interrupt.emplace();
  const std::stop_token stop = interrupt ? interrupt->token() : run.stop;
  Result<DataFolders> data = FindData(run.packs);
  if (!data) return Complain(data.error());
  Result<World> world = World::Load(data->resolve.string());
  if (!world) return Complain(world.error());
  Progress progress;
  ResolveOptions options;
  options.corrections = run.corrections;
  options.again = run.again;
  options.stop = [&] { return stop.stop_requested(); };
  options.progress = [&](int64_t done, int64_t all) {
    if (done % 50 == 0) progress.Show(fmt::format("resolving {} of {} articles", done, all));
  };
  Result<ResolveReport> report = ResolveStore(run.db, *world, options);
  progress.Clear();
  if (!report) return Complain(report.error());
  if (!run.quiet) {
    Say(fmt::format("resolved {} articles; the database knows {} stories, {} entities, {} tasks",
                    report->articles, report->stories, report->entities, report->tasks));
  }
  return report->stopped ? kInterrupted : kOk;
}

}  // namespace acta::cli
