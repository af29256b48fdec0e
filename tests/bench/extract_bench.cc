// Annotation and extraction, per language, over the texts of the corpus, beside one RE2 pass over the same bytes.
//
//   build/release/tests/bench/acta_bench --benchmark_filter=Extract
//
// The goals: annotation and extraction at 10 MB/s and in at most three times the time of FindAndConsume, the time
// of a byte the same from 1 KB to 10 MB, all packs loaded in 60 ms.

#include <benchmark/benchmark.h>
#include <re2/re2.h>
#include <sys/resource.h>
#include <unicode/utf.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "extractors/engine/extract.h"
#include "pipeline/clean/clean.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

const std::string kRoot = ACTA_SOURCE_DIR;

// The cleaned texts of a language's cases, one after the other, again and again up to `bytes`.
std::string CorpusText(const std::string& language, size_t bytes) {
  static const CleanRules rules = std::move(CleanRules::Load(kRoot + "/pipeline/clean/data").value());
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(kRoot + "/corpus/" + language))
    pages.push_back(entry.path() / "page.html");
  std::sort(pages.begin(), pages.end());
  std::string all;
  for (const fs::path& path : pages) {
    std::ifstream in(path, std::ios::binary);
    Page page;
    page.bytes.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    if (auto article = CleanPage(page, rules)) all += std::string(article->body()) + "\n";
  }
  std::string text;
  while (text.size() < bytes) text += all.substr(0, std::min(all.size(), bytes - text.size()));
  return text;
}

Article ArticleOf(std::string_view body, const std::string& language) {
  while (!body.empty() && (static_cast<unsigned char>(body.back()) & 0x80)) body.remove_suffix(1);
  while (!body.empty() && (static_cast<unsigned char>(body.front()) & 0xC0) == 0x80) body.remove_prefix(1);
  Article article = PlainTextArticle("bench", "\n\n" + std::string(body));
  article.published = "2025-09-12";
  article.language = language;
  return article;
}

// The same text, 1 MiB or more of it, as articles of so many bytes: what a byte costs differs by size alone.
std::vector<Article> Articles(const std::string& language, size_t bytes) {
  const std::string text = CorpusText(language, std::max<size_t>(bytes, 1 << 20));
  std::vector<Article> articles;
  for (size_t at = 0; at < text.size(); at += bytes)
    articles.push_back(ArticleOf(std::string_view(text).substr(at, bytes), language));
  return articles;
}

const PackSet& Packs() {
  static const PackSet packs = std::move(LoadPacks(kRoot + "/extractors").value());
  return packs;
}

void Annotate(benchmark::State& state, const std::string& language) {
  Article article = ArticleOf(CorpusText(language, static_cast<size_t>(state.range(0))), language);
  for (auto _ : state) benchmark::DoNotOptimize(Packs().Find(language)->annotator->Annotate(article));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * article.text.size()));
}

void ExtractFacts(benchmark::State& state, const std::string& language) {
  const std::vector<Article> articles = Articles(language, static_cast<size_t>(state.range(0)));
  size_t bytes = 0;
  for (const Article& article : articles) bytes += article.text.size();
  for (auto _ : state) {
    for (const Article& article : articles)
      benchmark::DoNotOptimize(Extract(article, *Packs().Find(language)));
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * bytes));
}

void FindAndConsume(benchmark::State& state, const std::string& language) {
  Article article = ArticleOf(CorpusText(language, static_cast<size_t>(state.range(0))), language);
  const RE2 pattern("(\\pL+|\\d+)");
  for (auto _ : state) {
    re2::StringPiece rest(article.text), word;
    while (RE2::FindAndConsume(&rest, pattern, &word)) benchmark::DoNotOptimize(word);
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * article.text.size()));
}

void Load(benchmark::State& state, const std::string& language) {
  for (auto _ : state) benchmark::DoNotOptimize(LoadPack(kRoot + "/extractors", language));
}

void LoadAll(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(LoadPacks(kRoot + "/extractors"));
}

// ---- texts that nobody writes

constexpr size_t kHostileBytes = 10 << 20;

std::string Repeat(std::string_view piece, size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (size_t i = 0; i < times; ++i) out += piece;
  return out;
}

std::string EveryCharacter() {
  std::string text;
  for (UChar32 c = 0x21; c < 0x110000; ++c) {
    if (U_IS_SURROGATE(c)) continue;
    char buffer[U8_MAX_LENGTH];
    int32_t n = 0;
    U8_APPEND_UNSAFE(buffer, n, c);
    text.append(buffer, static_cast<size_t>(n));
    if (c % 64 == 0) text += ' ';
  }
  return text;
}

struct Hostile {
  const char* name;
  std::string (*text)();
};

constexpr Hostile kHostile[] = {
    {"one_sentence", [] { return Repeat("qwrt zxcv ", kHostileBytes / 10); }},
    {"100000_capitalised_words", [] { return Repeat("Qwrt Zxcv ", 50'000); }},
    {"50000_nested_brackets", [] { return Repeat("(", 50'000) + Repeat(")", 50'000); }},
    {"every_character", EveryCharacter},
    {"combining_marks", [] { return Repeat("a\u0301\u0323 ", kHostileBytes / 6); }},
    {"nfd",
     [] {
       return Repeat("Chu\u0309 ti\u0323ch UBND ti\u0309nh giao So\u031B\u0309 Y te\u0302\u0301. ",
                     kHostileBytes / 50);
     }},
    {"look_alike_letters",
     [] { return Repeat("Мinistеr оf Finаnсе Jоhn Smith, Cục Bаo chí; ", kHostileBytes / 58); }},
    {"mixed_scripts", [] { return Repeat("aбγ日اש Аa ", kHostileBytes / 17); }},
    {"figures", [] { return Repeat("1.234,5% 15/9/2025 12/KH-UBND ", kHostileBytes / 30); }},
};

void ReadHostile(benchmark::State& state, const std::string& language, const Hostile& hostile) {
  Article article = PlainTextArticle("bench", "\n\n" + hostile.text());
  article.published = "2025-09-12";
  for (auto _ : state) benchmark::DoNotOptimize(Extract(article, *Packs().Find(language)));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * article.text.size()));
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;  // of the run so far
}

void RegisterAll() {
  for (const auto& [language, pack] : Packs().packs()) {
    const std::string name = language;
    benchmark::RegisterBenchmark(("FindAndConsume/" + name).c_str(), FindAndConsume, name)
        ->Arg(1 << 20)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(("Annotate/" + name).c_str(), Annotate, name)
        ->Arg(1 << 20)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(("Extract/" + name).c_str(), ExtractFacts, name)
        ->Arg(1 << 10)
        ->Arg(1 << 15)
        ->Arg(1 << 20)
        ->Arg(10 << 20)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(("LoadPack/" + name).c_str(), Load, name)->Unit(benchmark::kMillisecond);
  }
  for (const auto& [language, pack] : Packs().packs()) {
    for (const Hostile& hostile : kHostile) {
      benchmark::RegisterBenchmark(("Hostile/" + language + "/" + hostile.name).c_str(), ReadHostile,
                                   language, hostile)
          ->Unit(benchmark::kMillisecond)
          ->Iterations(1);
    }
  }
  benchmark::RegisterBenchmark("LoadPacks", LoadAll)->Unit(benchmark::kMillisecond)->UseRealTime();
}

}  // namespace
}  // namespace acta

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  acta::RegisterAll();
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
