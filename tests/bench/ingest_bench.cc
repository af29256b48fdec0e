// How fast lines of `acta extract` are stored: articles a second, processor time and bytes of an article.
//
//   acta_ingest_bench [ARTICLES] [WORKERS] [FOLDER]     20000 articles, one worker a processor
//
// FOLDER keeps the lines, which are stored as they are when they are there already, and the database; without it both
// are removed.
//
// The articles are those of corpus/, again and again with other words: in each copy the small letters of words without
// a capital are exchanged, so that names and numbers stay what they are and no two texts are alike. The lines are made
// before the clock starts; then they are read, parsed and stored as `acta ingest LINES.jsonl --no-resolve` does it.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <random>

#include "pipeline/run/data_folder.h"
#include "pipeline/run/line.h"
#include "pipeline/run/line_source.h"
#include "pipeline/run/prepare_page.h"
#include "pipeline/run/sources.h"
#include "pipeline/store/store.h"
#include "schemas/identity.h"
#include "schemas/json.h"
#include "schemas/walk.h"
#include "tests/bench/corpus_files.h"
#include "tests/bench/processor_time.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = ACTA_SOURCE_DIR;

struct Reading {
  Article article;
  Facts facts;
};

Result<std::vector<Reading>> ReadCorpus(const Tools& tools) {
  std::vector<Reading> readings;
  RunReport report;
  auto keep = [&](PageReading& reading, RunReport&) -> Result<void> {
    if (reading.article) readings.push_back({std::move(*reading.article), std::move(reading.facts)});
    return {};
  };
  Result<void> done = RunLine(*OpenSources(CorpusFiles(), {}), tools, {}, keep, report);
  if (!done) return tl::unexpected(done.error());
  return readings;
}

// Exchanges letters for others of as many bytes, so that no span moves.
class Exchange {
 public:
  explicit Exchange(unsigned n) {
    std::mt19937 random(n);
    for (size_t i = 0; i < letters_.size(); ++i) letters_[i] = static_cast<char>('a' + i);
    for (std::string_view group : {"bcdghklmnpqrstvx", "aeiouy"}) {
      std::string other(group);
      std::shuffle(other.begin(), other.end(), random);
      for (size_t i = 0; i < group.size(); ++i) letters_[static_cast<size_t>(group[i] - 'a')] = other[i];
    }
    std::iota(cyrillic_.begin(), cyrillic_.end(), '\0');
    std::shuffle(cyrillic_.begin(), cyrillic_.end(), random);
  }

  void In(std::string& text) const {
    auto of_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80); };
    for (size_t at = 0; at < text.size();) {
      size_t end = at;
      while (end < text.size() && of_word(text[end])) ++end;
      if (end > at && !HasCapital(std::string_view(text).substr(at, end - at))) {
        for (size_t n = at; n < end; ++n) InLetter(text, n);
      }
      at = std::max(end, at + 1);
    }
  }

 private:
  static constexpr char kFirst = '\xD0', kSecond = '\xD1';  // the bytes that Cyrillic letters begin with

  static bool HasCapital(std::string_view word) {
    for (size_t n = 0; n < word.size(); ++n) {
      if (word[n] >= 'A' && word[n] <= 'Z') return true;
      if (word[n] == kFirst && n + 1 < word.size() && (word[n + 1] & 0x3F) < 0x30) return true;
    }
    return false;
  }

  // The letter that begins at `n`, if it is one of those that change: а to п, р to я, a to z.
  void InLetter(std::string& text, size_t n) const {
    const char c = text[n];
    if (c >= 'a' && c <= 'z') text[n] = letters_[static_cast<size_t>(c - 'a')];
    if ((c != kFirst && c != kSecond) || n + 1 == text.size()) return;
    char& next = text[n + 1];
    const int high = next & 0x30;
    if (c == kFirst ? high == 0x30 : high == 0x00)
      next = static_cast<char>((next & 0xF0) | cyrillic_[static_cast<size_t>(next & 0x0F)]);
  }

  std::array<char, 26> letters_{};
  std::array<char, 16> cyrillic_{};
};

template <class Part>
void ExchangeValues(Part& part, const Exchange& exchange) {
  Part::Fields(part, [&](const Field& field, auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, Maybe<std::string>>) {
      if (value && field.one_of.empty()) exchange.In(value->value);
    } else if constexpr (std::is_same_v<Value, Many<std::string>>) {
      for (auto& one : value) exchange.In(one.value);
    } else if constexpr (OptionalPart<Value>) {
      if (value) ExchangeValues(*value, exchange);
    } else if constexpr (PartsField<Value>) {
      for (auto& one : value) ExchangeValues(one, exchange);
    }
  });
}

Reading Another(Reading reading, int n) {
  const Exchange exchange(static_cast<unsigned>(n));
  Article& article = reading.article;
  exchange.In(article.text);
  exchange.In(article.title);
  article.source = article.url = fmt::format("https://site{}.example/{}", n % 63, n);
  article.canonical_url.clear();
  article.source_url.clear();
  WalkRecords(reading.facts, [&](auto& record) { ExchangeValues(record, exchange); });
  AssignIds(article, reading.facts);
  return reading;
}

// What the program has read from files and written to them, in bytes; 0 where the system does not say.
struct Traffic {
  double read = 0, written = 0;
};

Traffic TrafficSoFar() {
  Traffic traffic;
  std::ifstream in("/proc/self/io");
  std::string name;
  for (double bytes; in >> name >> bytes;) {
    if (name == "rchar:") traffic.read = bytes;
    if (name == "wchar:") traffic.written = bytes;
  }
  return traffic;
}

Result<void> Measure(const std::string& lines, const std::string& path, const Tools& tools, int workers) {
  StoreOptions storing;
  storing.batch = kManyArticles;  // as `acta ingest` does with files
  Result<Store> store = Store::Open(path, storing);
  if (!store) return tl::unexpected(store.error());
  double storing_s = 0;  // of the thread that stores
  auto keep = [&](PageReading& reading, RunReport&) -> Result<void> {
    if (!reading.article) return tl::unexpected(reading.article.error());
    const double before = ThreadSeconds();
    Result<Stored> stored =
        store->PutRows(*reading.article, std::move(reading.rows->value()), {reading.article->source});
    storing_s += ThreadSeconds() - before;
    if (!stored) return tl::unexpected(stored.error());
    return {};
  };
  LineOptions options;
  options.workers = workers;
  options.prepare = PreparePage;
  RunReport report;
  const auto begin = std::chrono::steady_clock::now();
  const double before = ProcessorSeconds();
  const Traffic traffic_before = TrafficSoFar();
  Result<void> done = RunLine(*LineSource(lines, LineOrder::kOfKeys), tools, options, keep, report);
  const double closing = ThreadSeconds();
  if (done) done = store->Close();
  if (!done) return done;
  storing_s += ThreadSeconds() - closing;
  const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  const double cpu = ProcessorSeconds() - before;
  const auto articles = static_cast<double>(report.read), bytes = static_cast<double>(fs::file_size(path));
  fmt::print("{} articles, {:.1f} records and {:.1f} KB of JSON each\n", report.read,
             static_cast<double>(report.records) / articles,
             static_cast<double>(fs::file_size(lines)) / 1024 / articles);
  fmt::print(
      "{:.0f} articles/s; processor {:.2f} ms an article, {:.2f} of it storing; {:.1f} KB of database an "
      "article\n",
      articles / wall, 1e3 * cpu / articles, 1e3 * storing_s / articles, bytes / 1024 / articles);
  const Traffic traffic = TrafficSoFar();
  fmt::print("{:.0f} KB read and {:.0f} KB written an article\n",
             (traffic.read - traffic_before.read) / 1024 / articles,
             (traffic.written - traffic_before.written) / 1024 / articles);
  return {};
}

Result<void> WriteLines(const std::string& path, int articles, const Tools& tools) {
  Result<std::vector<Reading>> corpus = ReadCorpus(tools);
  if (!corpus) return tl::unexpected(corpus.error());
  std::ofstream out(path, std::ios::binary);
  for (int n = 0; n < articles; ++n) {
    const Reading one = Another((*corpus)[static_cast<size_t>(n) % corpus->size()], n);
    out << ExtractLine(one.article, one.facts) << '\n';
  }
  return {};
}

Result<void> Run(const fs::path& folder, int articles, int workers) {
  Result<Tools> tools = LoadTools({kRoot / "extractors", kRoot / "pipeline/clean/data"});
  if (!tools) return tl::unexpected(tools.error());
  const std::string lines = folder / "lines.jsonl";
  if (!fs::exists(lines)) {
    if (Result<void> written = WriteLines(lines, articles, *tools); !written) return written;
  }
  for (const char* rest : {"", "-wal", "-shm", "-lock"})
    fs::remove(folder / ("ingest.db" + std::string(rest)));
  return Measure(lines, folder / "ingest.db", *tools, workers);
}

}  // namespace
}  // namespace acta

int main(int argc, char** argv) {
  const bool kept = argc > 3;
  const std::filesystem::path folder =
      kept ? std::filesystem::path(argv[3])
           : std::filesystem::temp_directory_path() / ("acta-ingest-bench-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  const acta::Result<void> done =
      acta::Run(folder, argc > 1 ? std::atoi(argv[1]) : 20'000, argc > 2 ? std::atoi(argv[2]) : 0);
  if (!kept) std::filesystem::remove_all(folder);
  if (!done) fmt::print(stderr, "{}\n", done.error().message);
  return done ? 0 : 2;
}
