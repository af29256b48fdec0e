// A crawl for crawl_kill_test.cc to kill: crawl_child FEED_URL DATABASE STORED DELAY_MS. Writes a line to
// STORED for each page, as a store would, before it says Done().
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "pipeline/crawl/crawl.h"

int main(int argc, char** argv) {
  using namespace acta;
  if (argc != 5) return 2;
  SystemClock clock;
  FetchOptions options;
  options.allow_private = true;
  options.private_delay_ms = std::atoll(argv[4]);
  Result<std::unique_ptr<Fetcher>> fetcher = Fetcher::Create(options, &clock);
  Result<std::unique_ptr<Frontier>> frontier = OpenFrontier(argv[2]);
  if (!fetcher || !frontier) return 3;
  Source source;
  source.name = "s";
  source.url = argv[1];
  auto crawl = Crawl::Create(std::move(*fetcher), std::move(*frontier), {source}, {}, clock);
  if (!crawl) return 4;
  int stored = open(argv[3], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  while (auto page = (*crawl)->Next()) {
    if (!page->page) continue;
    std::string line = page->source.substr(page->source.rfind('/')) + "\n";
    if (write(stored, line.data(), line.size()) != static_cast<ssize_t>(line.size())) return 5;
    (*crawl)->Done(page->ticket);
  }
  close(stored);
  return (*crawl)->report().frontier_error ? 6 : 0;
}
