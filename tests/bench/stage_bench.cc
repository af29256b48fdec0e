// Each stage of the line over the pages of the corpus: items/s (pages) and bytes/s of what goes in, one core each.
//
//   ./run bench --benchmark_filter=Stage
//
// Read: files to pages. Clean: pages to articles. Extract: articles to records. Store: articles with records into a
// new database. Line: all of them, on one worker and on two. Fetching from a server is measured by ./run soak.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>

#include "pipeline/run/line.h"
#include "pipeline/run/sources.h"
#include "pipeline/store/store.h"
#include "tests/bench/corpus_files.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

const Tools& CorpusTools() {
  static const Tools tools = [] {
    const fs::path root = ACTA_SOURCE_DIR;
    return std::move(LoadTools({root / "extractors", root / "pipeline/clean/data"}).value());
  }();
  return tools;
}

std::vector<Page> ReadPages() {
  std::vector<Page> pages;
  std::unique_ptr<PageSource> source = OpenSources(CorpusFiles(), {});
  while (std::optional<SourcedPage> next = source->Next({}))
    if (next->page) pages.push_back(std::move(*next->page));
  return pages;
}

struct Reading {
  Article article;
  Facts facts;
};

std::vector<Reading> ReadAll() {
  std::vector<Reading> readings;
  for (const Page& page : ReadPages()) {
    Result<Article> article = ReadPage(page, CorpusTools().clean, {});
    if (!article) continue;
    Result<Facts> facts = ReadFacts(*article, CorpusTools().packs);
    if (facts) readings.push_back({std::move(*article), std::move(*facts)});
  }
  return readings;
}

void Rate(benchmark::State& state, size_t items, size_t bytes) {
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * items));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * bytes));
}

size_t BytesOf(const std::vector<Page>& pages) {
  size_t bytes = 0;
  for (const Page& page : pages) bytes += page.bytes.size();
  return bytes;
}

size_t BytesOf(const std::vector<Reading>& readings) {
  size_t bytes = 0;
  for (const Reading& reading : readings) bytes += reading.article.text.size();
  return bytes;
}

void StageRead(benchmark::State& state) {
  std::vector<Page> pages;
  for (auto _ : state) pages = ReadPages();
  Rate(state, pages.size(), BytesOf(pages));
}

void StageClean(benchmark::State& state) {
  const std::vector<Page> pages = ReadPages();
  for (auto _ : state)
    for (const Page& page : pages) benchmark::DoNotOptimize(ReadPage(page, CorpusTools().clean, {}));
  Rate(state, pages.size(), BytesOf(pages));
}

void StageExtract(benchmark::State& state) {
  const std::vector<Reading> readings = ReadAll();
  for (auto _ : state)
    for (const Reading& reading : readings)
      benchmark::DoNotOptimize(ReadFacts(reading.article, CorpusTools().packs));
  Rate(state, readings.size(), BytesOf(readings));
}

fs::path NewDatabase() {
  const fs::path folder = fs::temp_directory_path() / ("acta-stage-bench-" + std::to_string(getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder / "bench.db";
}

void StageStore(benchmark::State& state) {
  const std::vector<Reading> readings = ReadAll();
  fs::path db;
  for (auto _ : state) {
    state.PauseTiming();
    db = NewDatabase();
    state.ResumeTiming();
    Result<Store> store = Store::Open(db);
    for (const Reading& reading : readings) {
      Visit visit;
      visit.source = reading.article.source;
      if (!store || !store->Put(reading.article, reading.facts, visit)) state.SkipWithError("not stored");
    }
    if (store) benchmark::DoNotOptimize(store->Close());
  }
  fs::remove_all(db.parent_path());
  Rate(state, readings.size(), BytesOf(readings));
}

void Line(benchmark::State& state) {
  const std::vector<std::string> files = CorpusFiles();
  fs::path db;
  RunReport report;
  for (auto _ : state) {
    db = NewDatabase();
    report = {};
    Result<Store> store = Store::Open(db);
    auto keep = [&](PageReading& reading, RunReport&) -> Result<void> {
      if (!reading.article) return {};
      Visit visit;
      visit.source = reading.from.source;
      Result<Stored> stored = store->Put(*reading.article, reading.facts, visit);
      if (!stored) return tl::unexpected(stored.error());
      return {};
    };
    LineOptions options;
    options.workers = static_cast<int>(state.range(0));
    if (!store || !RunLine(*OpenSources(files, {}), CorpusTools(), options, keep, report))
      state.SkipWithError("the line failed");
  }
  fs::remove_all(db.parent_path());
  Rate(state, static_cast<size_t>(report.read), static_cast<size_t>(report.clean.bytes));
}

BENCHMARK(StageRead)->Unit(benchmark::kMillisecond);
BENCHMARK(StageClean)->Unit(benchmark::kMillisecond);
BENCHMARK(StageExtract)->Unit(benchmark::kMillisecond);
BENCHMARK(StageStore)->Unit(benchmark::kMillisecond);
BENCHMARK(Line)->Name("StageLine")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace acta
