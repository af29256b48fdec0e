// One life of the crawl of the soak: soak_child DATABASE HOSTS PAGES PORT. Follows the feeds of the sites, stores what
// comes, ends when nothing is due. Prints how many inputs it had. The soak kills it.
#include <cstdio>
#include <cstdlib>

#include "pipeline/archive/page_identity.h"
#include "pipeline/crawl/crawl.h"
#include "pipeline/run/line.h"
#include "pipeline/store/store.h"
#include "tests/soak/site.h"
#include "tests/soak/soak_line.h"

int main(int argc, char** argv) {
  using namespace acta;
  if (argc != 5) return 2;
  const soak::Site site(std::atoi(argv[2]), std::atoi(argv[3]));
  std::vector<Source> sources;
  for (int host = 0; host < site.hosts(); ++host) {
    Source source;
    source.name = "h" + std::to_string(host);
    source.url = site.Url(host, "/feed.xml", std::atoi(argv[4]));
    source.kind = SourceKind::kFeed;
    sources.push_back(source);
  }
  Result<DataFolders> data = FindData("");
  Result<Tools> tools = data ? LoadTools(*data) : tl::unexpected(data.error());
  StoreOptions storing;  // as `acta ingest` does with what comes from a site
  storing.batch = kManyArticles;
  storing.load = kNoLoad;
  Result<Store> store = Store::Open(argv[1], std::move(storing));
  if (!tools || !store)
    return std::fprintf(stderr, "soak: %s\n", (tools ? store.error() : tools.error()).message.c_str()), 3;

  SystemClock clock;
  FetchOptions fetch;
  fetch.allow_private = true;
  fetch.private_delay_ms = 50;  // the floor
  fetch.backoff_ms = 200;
  fetch.max_wait_ms = 2000;  // the cap
  fetch.host_rest_ms = 1000;
  fetch.robots_ttl_ms = 3'600'000;
  Result<std::unique_ptr<Fetcher>> fetcher = Fetcher::Create(fetch, &clock);
  Result<std::unique_ptr<Frontier>> frontier = OpenFrontier(argv[1]);
  if (!fetcher || !frontier) return 4;
  CrawlOptions options;
  options.schedule.page_retry_s = 1;
  options.schedule.first_interval_s = options.schedule.max_interval_s = 86400;  // a feed is read once …
  options.schedule.min_interval_s = 86400;
  auto crawl = Crawl::Create(std::move(*fetcher), std::move(*frontier), sources, options, clock);
  if (!crawl) return 5;
  RunReport report;
  LineOptions line;
  line.commit = [&] { return store->Commit(); };
  Result<void> done = RunLine(**crawl, *tools, line, soak::KeepIn(*store), report);
  (*crawl)->Finish();
  crawl->reset();
  Result<void> closed = store->Close();
  if (!done || !closed)
    return std::fprintf(stderr, "soak: %s\n", (done ? closed.error() : done.error()).message.c_str()), 6;
  std::printf("%lld\n", static_cast<long long>(report.inputs));
  return 0;
}
