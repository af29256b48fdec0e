// The load of the whole line: pages per second from WARC files and from loopback, with the store and without it, the
// share of each stage, and the memory over many pages.
//
//   acta_load [--pages 20000] [--workers 2] [--html FOLDER] [--folder DIR] [--from warc|loopback|both]
//
// The pages are those of FOLDER (corpus/ unless told), again and again with another number in them, so that each is
// an article of its own. Every measurement is a process of its own (acta_load --measure …), which the server is not a
// part of, so that its memory is what the line needs. Run it in a Release build on a quiet machine.
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string_view>
#include <vector>

#include "pipeline/archive/capture_note.h"
#include "pipeline/archive/warc_source.h"
#include "pipeline/archive/warc_writer.h"
#include "pipeline/clean/html_tree.h"
#include "pipeline/run/line.h"
#include "pipeline/store/store.h"
#include "tests/bench/processor_time.h"
#include "tests/soak/server.h"
#include "tests/soak/soak_line.h"

namespace acta::soak {
namespace {

namespace fs = std::filesystem;

struct Options {
  int pages = 20'000, workers = 2;
  std::string html = ACTA_SOURCE_DIR "/corpus", folder, from = "both";
  // Of a process that measures: "warc", "warc+store", "loopback" or "loopback+store", and the port of the server.
  std::string measure;
  int port = 0;
};

std::vector<std::string> ReadPages(const std::string& folder) {
  std::vector<std::string> pages;
  Result<std::vector<std::string>> files =
      FilesBelow(folder, [](const std::string& path) { return path.ends_with(".html"); });
  for (const std::string& file : files ? *files : std::vector<std::string>()) {
    std::ifstream in(file, std::ios::binary);
    pages.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return pages;
}

// The n-th page: one of `pages`, with a sentence of its own at the end of its first paragraph.
std::string PageText(const std::vector<std::string>& pages, int n) {
  std::string page = pages[static_cast<size_t>(n) % pages.size()];
  const size_t end = page.find("</p>");
  if (end != std::string::npos) page.insert(end, " No. " + std::to_string(n) + ".");
  return page;
}

constexpr int kHosts = 50;

std::string UrlOf(int n, int port) {
  return "http://" + Site::Address(n % kHosts) + ":" + std::to_string(port) + "/" + std::to_string(n) +
         ".html";
}

void WriteWarcs(const std::vector<std::string>& pages, const Options& options) {
  Result<std::unique_ptr<WarcWriter>> writer = WarcWriter::Create({options.folder + "/warc", "acta_load"});
  const Headers headers = {{"content-type", "text/html"}};
  for (int n = 0; writer && n < options.pages; ++n) {
    const Url url = *ParseUrl(UrlOf(n, 80));
    const std::string body = PageText(pages, n);
    SourcedPage given;
    given.source = given.input = given.page->url = url.ToString();
    given.page->capture = (*writer)->Note({.url = url,
                                           .at_ms = 1'700'000'000'000 + n,
                                           .peer_address = "",
                                           .request = "",
                                           .status = 200,
                                           .headers = headers,
                                           .body = body});
    given.page->fetched_at = 1'700'000'000 + n;
    const std::string capture = given.page->capture;
    std::vector<SourcedPage> one;
    one.push_back(std::move(given));
    auto noting = ArchivingSource(MemorySource(std::move(one)), **writer);
    noting->Next();
  }
}

// Resident memory now, in MB.
double MemoryNow() {
  std::ifstream in("/proc/self/statm");
  int64_t pages = 0, resident = 0;
  in >> pages >> resident;
  return static_cast<double>(resident * sysconf(_SC_PAGESIZE)) / 1e6;
}

// The most that it was.
double MemoryPeak() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

void Measure(const char* name, PageSource& source, const Tools& tools, const Options& options, bool files,
             bool with_store) {
  const std::string db = options.folder + "/load.db";
  for (const char* end : {"", "-wal", "-shm", "-lock"}) fs::remove(db + end);
  std::optional<Store> store;
  if (with_store) {
    // As `acta ingest` does with files, and with what comes from a site.
    StoreOptions storing;
    storing.batch = kManyArticles;
    if (!files) storing.load = kNoLoad;
    Result<Store> opened = Store::Open(db, storing);
    if (!opened) return void(std::printf("%s: %s\n", name, opened.error().message.c_str()));
    store = std::move(*opened);
  }
  RunReport report;
  std::map<int64_t, double> memory;
  LineOptions line;
  line.workers = options.workers;
  if (store) line.prepare = PreparePage;
  if (store && !files) line.commit = [&] { return store->Commit(); };
  const int64_t step = std::max(1, options.pages / 10);
  line.progress = [&](const RunReport& so_far) { memory.try_emplace(so_far.inputs / step, MemoryNow()); };
  const PageSink nothing = [](PageReading&, RunReport&) -> Result<void> { return {}; };
  const PageSink keep = store ? KeepIn(*store) : nothing;
  const double before = ProcessorSeconds();
  Result<void> done = RunLine(source, tools, line, keep, report);
  const double processor = ProcessorSeconds() - before;
  if (!done) std::printf("%s: %s\n", name, done.error().message.c_str());
  auto seconds = [](std::chrono::nanoseconds time) { return std::chrono::duration<double>(time).count(); };
  const double all = seconds(report.clean.time) + seconds(report.extract.time) + seconds(report.sink.time) +
                     seconds(report.fetch.time);
  std::printf("%-9s %-13s %6.0f pages/s  (%lld inputs, %lld read, %.1f MB, %.1f s, %lld records)\n", name,
              with_store ? "with store" : "without store",
              static_cast<double>(report.inputs) / seconds(report.wall),
              static_cast<long long>(report.inputs), static_cast<long long>(report.read),
              static_cast<double>(report.fetch.bytes) / 1e6, seconds(report.wall),
              static_cast<long long>(report.records));
  std::printf(
      "          work: source %.0f %%, clean %.0f %%, extract %.0f %%, store %.0f %%; a page: %.2f + %.2f + "
      "%.2f + %.2f ms\n",
      100 * seconds(report.fetch.time) / all, 100 * seconds(report.clean.time) / all,
      100 * seconds(report.extract.time) / all, 100 * seconds(report.sink.time) / all,
      1e3 * seconds(report.fetch.time) / static_cast<double>(report.inputs),
      1e3 * seconds(report.clean.time) / static_cast<double>(report.inputs),
      1e3 * seconds(report.extract.time) / static_cast<double>(report.inputs),
      1e3 * seconds(report.sink.time) / static_cast<double>(report.inputs));
  std::printf("          processor: %.2f ms a page, %.0f pages/s for each core\n",
              1e3 * processor / static_cast<double>(report.inputs),
              static_cast<double>(report.inputs) / processor);
  std::printf("          memory, MB:");
  for (const auto& [inputs, resident] : memory) std::printf(" %.0f", resident);
  std::printf("; at most %.0f\n", MemoryPeak());
}

// What nothing can go below: the HTML parser alone, in processor time as above.
void MeasureFloor(const std::vector<std::string>& pages) {
  const double before = ProcessorSeconds();
  int count = 0;
  for (; ProcessorSeconds() - before < 2; ++count)
    (void)ParseHtml(pages[static_cast<size_t>(count) % pages.size()], {});
  const double seconds = ProcessorSeconds() - before;
  std::printf("the parser of HTML alone: %.2f ms a page, %.0f pages/s for each core\n", 1e3 * seconds / count,
              count / seconds);
}

// One measurement: this process.
int MeasureHere(const Options& options) {
  Result<DataFolders> data = FindData("");
  Result<Tools> tools = data ? LoadTools(*data) : tl::unexpected(data.error());
  if (!tools) return std::printf("load: %s\n", tools.error().message.c_str()), 1;
  const bool with_store = options.measure.ends_with("+store");
  if (options.measure.starts_with("warc")) {
    Result<std::vector<std::string>> files =
        FilesBelow(options.folder + "/warc", [](const std::string&) { return true; });
    if (!files) return std::printf("load: %s\n", files.error().message.c_str()), 1;
    Measure("WARC", *WarcSource(*files), *tools, options, true, with_store);
    return 0;
  }
  FetchOptions fetch;
  fetch.allow_private = true;
  std::vector<std::string> urls;
  for (int n = 0; n < options.pages; ++n) urls.push_back(UrlOf(n, options.port));
  auto source = WebSource(std::move(*Fetcher::Create(fetch)), std::move(urls));
  Measure("loopback", *source, *tools, options, false, with_store);
  return 0;
}

// The same in a process of its own.
bool MeasureApart(const Options& options, const std::string& what, int port = 0) {
  std::vector<std::string> words = {"acta_load",
                                    "--measure",
                                    what,
                                    "--pages",
                                    std::to_string(options.pages),
                                    "--workers",
                                    std::to_string(options.workers),
                                    "--folder",
                                    options.folder,
                                    "--port",
                                    std::to_string(port)};
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  pid_t child = -1;
  int status = 0;
  return posix_spawn(&child, "/proc/self/exe", nullptr, nullptr, argv.data(), environ) == 0 &&
         waitpid(child, &status, 0) == child && status == 0;
}

int Run(const Options& options) {
  const std::vector<std::string> pages = ReadPages(options.html);
  if (pages.empty()) return std::printf("load: no pages below %s\n", options.html.c_str()), 1;
  std::printf("%zu pages of %s, %d in all, %d workers\n", pages.size(), options.html.c_str(), options.pages,
              options.workers);
  MeasureFloor(pages);
  bool done = true;
  if (options.from != "loopback") {
    WriteWarcs(pages, options);
    done = MeasureApart(options, "warc") && MeasureApart(options, "warc+store");
  }
  if (done && options.from != "warc") {
    Server server(kHosts, [&](int, std::string_view path, int, int) -> Answer {
      if (path == "/robots.txt") return {"HTTP/1.1 404 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"};
      const std::string body = PageText(pages, std::atoi(std::string(path.substr(1)).c_str()));
      return {"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\nContent-Length: " +
              std::to_string(body.size()) + "\r\n\r\n" + body};
    });
    done = MeasureApart(options, "loopback", server.port()) &&
           MeasureApart(options, "loopback+store", server.port());
  }
  return done ? 0 : 1;
}

}  // namespace
}  // namespace acta::soak

int main(int argc, char** argv) {
  acta::soak::Options options;
  options.folder = std::filesystem::temp_directory_path() / ("acta-load-" + std::to_string(getpid()));
  const std::map<std::string, int*> numbers = {
      {"--pages", &options.pages}, {"--workers", &options.workers}, {"--port", &options.port}};
  const std::map<std::string, std::string*> words = {{"--html", &options.html},
                                                     {"--folder", &options.folder},
                                                     {"--from", &options.from},
                                                     {"--measure", &options.measure}};
  for (int i = 1; i < argc; i += 2) {
    const auto number = numbers.find(argv[i]);
    const auto word = words.find(argv[i]);
    if (number == numbers.end() && word == words.end())
      return std::fprintf(stderr, "load: unknown option %s\n", argv[i]), 2;
    if (i + 1 == argc) return std::fprintf(stderr, "load: %s wants a value\n", argv[i]), 2;
    if (number != numbers.end()) *number->second = std::atoi(argv[i + 1]);
    if (word != words.end()) *word->second = argv[i + 1];
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  if (!options.measure.empty()) return acta::soak::MeasureHere(options);
  std::filesystem::create_directories(options.folder);
  const int status = acta::soak::Run(options);
  std::filesystem::remove_all(options.folder);
  return status;
}
