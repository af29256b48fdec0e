// Speed of the whole cleaning job against a bare Gumbo parse of the same filtered bytes, in one run:
//
//   clean_bench FILE...      prints pages/s, MB/s and the ratio; the best of five rounds counts
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

#include <gumbo.h>

#include "pipeline/clean/clean.h"

namespace {

double Seconds(auto work) {
  auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
  acta::Result<acta::CleanRules> rules = acta::CleanRules::Load(ACTA_CLEAN_DATA);
  if (!rules) return std::fprintf(stderr, "%s\n", rules.error().message.c_str()), 2;
  std::vector<acta::Page> pages;
  std::vector<std::string> filtered;
  size_t bytes = 0;
  for (int i = 1; i < argc; ++i) {
    acta::Page page;
    std::ifstream in(argv[i], std::ios::binary);
    page.bytes.assign(std::istreambuf_iterator<char>(in), {});
    bytes += page.bytes.size();
    if (auto decoded = acta::DecodeHtml(page.bytes, ""); decoded)
      filtered.push_back(acta::FilterMarkup(decoded->text, {}).markup);
    pages.push_back(std::move(page));
  }
  double bare = 1e9;
  double whole = 1e9;
  for (int round = 0; round < 5; ++round) {
    bare = std::min(bare, Seconds([&] {
                      for (const std::string& markup : filtered) {
                        GumboOptions options = kGumboDefaultOptions;
                        options.max_errors = 0;
                        gumbo_destroy_output(
                            &options, gumbo_parse_with_options(&options, markup.data(), markup.size()));
                      }
                    }));
    whole = std::min(whole, Seconds([&] {
                       for (const acta::Page& page : pages) (void)acta::CleanPage(page, *rules);
                     }));
  }
  std::printf(
      "%zu pages  %.1f MB  bare parse %.3f s  whole job %.3f s  ratio %.2f  %.0f pages/s  %.1f MB/s\n",
      pages.size(), static_cast<double>(bytes) / 1e6, bare, whole, whole / bare,
      static_cast<double>(pages.size()) / whole, static_cast<double>(bytes) / 1e6 / whole);
}
