#include "pipeline/crawl/preview.h"

#include <limits>
#include <utility>

#include "pipeline/crawl/crawl.h"

namespace acta {
namespace {

// What is due of the enabled sources: of the frontier, and what this run would enter into it.
Result<std::vector<KnownUrl>> DueOf(Frontier* frontier, const std::vector<Source>& sources, size_t limit,
                                    int64_t now) {
  std::vector<std::string> followed;
  for (const Source& source : sources) {
    if (source.enabled) followed.push_back(source.name);
  }
  if (followed.empty()) return std::vector<KnownUrl>();
  Result<std::unique_ptr<Frontier>> fresh = OpenFrontier(":memory:");
  if (!fresh) return tl::unexpected(fresh.error());
  if (Result<int> entered = (*fresh)->Discover(SourceUrls(sources), now); !entered) {
    return tl::unexpected(entered.error());
  }
  Result<std::vector<KnownUrl>> due = (*fresh)->Due(now, limit, followed);
  if (!due || frontier == nullptr) return due;

  std::vector<KnownUrl> merged;
  for (KnownUrl& known : *due) {
    Result<bool> there = frontier->Knows(known.key);
    if (!there) return tl::unexpected(there.error());
    if (!*there) merged.push_back(std::move(known));
  }
  Result<std::vector<KnownUrl>> waiting = frontier->Due(now, limit, followed);
  if (!waiting) return waiting;
  for (KnownUrl& known : *waiting) merged.push_back(std::move(known));
  if (merged.size() > limit) merged.resize(limit);
  return merged;
}

}  // namespace

Result<std::vector<PlannedFetch>> PreviewCrawl(Fetcher& fetcher, Frontier* frontier,
                                               const std::vector<Source>& sources,
                                               const PreviewOptions& options, Clock& clock,
                                               std::stop_token stop) {
  // SQLite counts in signed 64 bits.
  const size_t limit = options.limit > 0 ? options.limit : std::numeric_limits<int32_t>::max();
  Result<std::vector<KnownUrl>> due = DueOf(frontier, sources, limit, clock.NowMs() / 1000);
  if (!due) return tl::unexpected(due.error());
  if (frontier != nullptr) {
    if (Result<std::vector<HostPace>> kept = KeepPaces(*frontier, fetcher, clock); !kept)
      return tl::unexpected(kept.error());
    fetcher.UseRobotsMemory(frontier);  // which is open for reading: keeps nothing
  }
  std::vector<PlannedFetch> planned(due->size());
  for (size_t i = 0; i < due->size(); ++i) {
    const KnownUrl& known = (*due)[i];
    planned[i].source = known.source;
    planned[i].url = known.url;
    planned[i].kind = known.kind;
    planned[i].conditional = !known.etag.empty() || !known.last_modified.empty();
    planned[i].refused = {"cancelled", "stopped before it was judged"};
    fetcher.Add({.url = known.url, .source = std::to_string(i), .robots_only = true});
  }
  while (std::optional<FetchOutcome> outcome = fetcher.Next(stop)) {
    PlannedFetch& each = planned[std::stoul(outcome->request.source)];
    each.refused = outcome->page ? Error() : outcome->page.error();
    each.delay_ms = outcome->delay_ms;
  }
  return planned;
}

}  // namespace acta
