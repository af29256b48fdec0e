// acta ingest --dry-run: what would be asked, and what robots.txt says of it.
#include <iostream>

#include "pipeline/cli/ingest.h"
#include "pipeline/crawl/preview.h"
#include "pipeline/query/write_rows.h"
#include "pipeline/run/interrupt.h"

namespace acta::cli {
namespace {

Rows AsRows(const std::vector<PlannedFetch>& planned) {
  Rows rows;
  rows.columns = {{"source", "name of the source"},
                  {"kind", "feed or page"},
                  {"robots", "allowed, or why it would not be asked"},
                  {"delay_s", "seconds between requests to its host"},
                  {"conditional", "asks only for what changed"},
                  {"url", ""},
                  {"message", "of a refusal", Shown::kPrograms}};
  for (const PlannedFetch& each : planned) {
    const bool refused = !each.refused.kind.empty();
    rows.rows.push_back({each.source, each.kind == UrlKind::kFeed ? "feed" : "page",
                         refused ? each.refused.kind : "allowed", (each.delay_ms + 999) / 1000,
                         each.conditional ? "yes" : "no", each.url,
                         refused ? RowCell(each.refused.message) : RowCell()});
  }
  return rows;
}

}  // namespace

int PreviewSources(const IngestVerb& verb) {
  Interrupt interrupt;
  Result<std::vector<Source>> sources = ChosenSources(verb.sources, verb.only);
  if (!sources) return Complain(sources.error());
  if (Result<void> allowed = RequireContact(verb.fetch); !allowed) return Complain(allowed.error());
  Result<std::unique_ptr<Frontier>> frontier = OpenFrontierForReading(verb.db);
  const bool new_one =
      !frontier && (frontier.error().kind == "db_missing" || frontier.error().kind == "no_frontier");
  if (!frontier && !new_one) return Complain(frontier.error());
  SystemClock clock;
  Result<std::unique_ptr<Fetcher>> fetcher = Fetcher::Create(WithSources(verb.fetch, *sources), &clock);
  if (!fetcher) return Complain(fetcher.error());

  Result<std::vector<PlannedFetch>> planned = PreviewCrawl(**fetcher, frontier ? frontier->get() : nullptr,
                                                           *sources, {verb.limit}, clock, interrupt.token());
  if (!planned) return Complain(planned.error());
  WriteRows(AsRows(*planned), TerminalWidth() > 0 ? RowFormat::kTable : RowFormat::kJsonl, {TerminalWidth()},
            std::cout);
  size_t refused = 0;
  for (const PlannedFetch& each : *planned) refused += !each.refused.kind.empty();
  Say("as " + (*fetcher)->user_agent() + ": " + std::to_string(planned->size() - refused) +
      " would be asked now, " + std::to_string(refused) + " not; nothing was asked but robots.txt");
  if (interrupt.requested()) return kInterrupted;
  return refused == 0 ? kOk : refused < planned->size() ? kPartial : kFailed;
}

}  // namespace acta::cli
