// What an article costs to resolve as the database grows: it should not cost more.
//
//   resolve_bench [ARTICLES ...]                  default 1000 10000; 100000 takes half an hour and some gigabytes
//   resolve_bench --keep FILE [ARTICLES ...]      the store is kept, and the next call goes on from what it holds
//
// Articles come as in life, day by day (province_news.h). For each size the last thousand articles are measured: their
// share of wall and processor time, with the reading of their records. A growing cost is a bug.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <random>
#include <string_view>

#include "pipeline/resolve/entity_store.h"
#include "pipeline/store/store.h"
#include "tests/bench/province_news.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

double Seconds(std::chrono::steady_clock::time_point since) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

// Articles that the store holds, 0 when there is none.
uint32_t Stored(const std::string& path) {
  Result<Database> db = Database::Open(path, Database::Mode::kRead);
  return db ? static_cast<uint32_t>(db->Integer("SELECT count(*) FROM article").value_or(0)) : 0;
}

int Main(int argc, char** argv) {
  std::vector<uint32_t> sizes;
  const bool keep = argc > 2 && std::string_view(argv[1]) == "--keep";
  for (int i = keep ? 3 : 1; i < argc; ++i)
    sizes.push_back(static_cast<uint32_t>(std::strtoul(argv[i], nullptr, 10)));
  if (sizes.empty()) sizes = {1000, 10000};
  const World world = World::Load(std::string(ACTA_SOURCE_DIR) + "/pipeline/resolve/data").value();
  const ProvinceNews news = ProvinceNews::FromCorpus(world);
  const fs::path path =
      keep ? fs::path(argv[2])
           : fs::temp_directory_path() / fmt::format("acta-resolve-bench-{}.db", std::random_device{}());
  std::cout
      << "          ----- of one article of the last thousand: -------------------------------------- in "
         "all:\n"
         "articles     ms  ms of processor  articles, statements, forms compared   rows  pages read  written"
         "  entities  stories   tasks\n";
  uint32_t done = Stored(path.string());
  for (uint32_t size : sizes) {
    // All but the last thousand first, so that what is measured is an article that comes to a store of this size.
    for (uint32_t until : {size > 1000 ? size - 1000 : 0, size}) {
      if (until <= done) continue;
      StoreOptions options;
      options.batch = 200;
      Store store = Store::Open(path.string(), options).value();
      const uint32_t before = done;
      for (; done < until; ++done) {
        const ArticleWithFacts copy = news.At(done);
        if (auto stored = store.Put(copy.article, copy.facts, {copy.article.source}); !stored) {
          std::cerr << stored.error().message << '\n';
          return 1;
        }
      }
      if (!store.Close()) return 1;
      const auto begin = std::chrono::steady_clock::now();
      const std::clock_t busy = std::clock();
      const Result<ResolveReport> report = ResolveStore(path.string(), world, {});
      if (!report) {
        std::cerr << report.error().message << '\n';
        return 1;
      }
      if (done == size) {
        const auto each = [&](auto sum) { return static_cast<double>(sum) / (done - before); };
        const ResolveEffort& effort = report->effort;
        std::cout << fmt::format(
                         "{:8} {:6.2f} {:16.2f} {:9.2f} {:11.2f} {:6.2f} {:16.0f} {:11.1f} {:8.1f} {:9} {:8} "
                         "{:7}\n",
                         size, 1000 * each(Seconds(begin)), 1000 * each(std::clock() - busy) / CLOCKS_PER_SEC,
                         each(effort.articles), each(effort.statements), each(effort.forms),
                         each(effort.rows), each(effort.pages_read), each(effort.pages_written),
                         report->entities, report->stories, report->tasks)
                  << std::flush;
      }
    }
  }
  if (keep) return 0;
  for (const char* tail : {"", "-wal", "-shm", "-lock"}) fs::remove(path.string() + tail);
  return 0;
}

}  // namespace
}  // namespace acta

int main(int argc, char** argv) { return acta::Main(argc, argv); }
