// The cleaner alone on the command line, for measuring: `clean_driver clean [--explain] FILE...` prints one
// JSON line per file. Not installed; the product's verb is `acta clean`.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string_view>

#include <nlohmann/json.hpp>

#include "pipeline/clean/clean.h"

namespace {

nlohmann::ordered_json ToJson(const acta::Article& article) {
  return {{"source", article.source},
          {"title", article.title},
          {"byline", article.byline},
          {"published", article.published},
          {"site", article.site},
          {"language", article.language},
          {"text", article.body()},
          {"canonical_url", article.canonical_url},
          {"source_url", article.source_url},
          {"captions", article.captions},
          {"status", article.status}};
}

}  // namespace

int main(int argc, char** argv) {
  acta::Result<acta::CleanRules> rules = acta::CleanRules::Load(ACTA_CLEAN_DATA);
  if (!rules) {
    std::cerr << rules.error().message << "\n";
    return 2;
  }
  bool explain = false;
  for (int i = 2; i < argc; ++i) {
    std::string_view argument = argv[i];
    if (argument == "--format") {
      ++i;
      continue;
    }
    if (argument == "--explain") {
      explain = true;
      continue;
    }
    acta::Page page;
    page.source = argument;
    std::ifstream in(page.source, std::ios::binary | std::ios::ate);
    page.bytes.resize(in ? static_cast<size_t>(in.tellg()) : 0);
    in.seekg(0);
    in.read(page.bytes.data(), static_cast<std::streamsize>(page.bytes.size()));
    acta::CleanTrace trace;
    acta::Result<acta::Article> article = acta::CleanPage(page, *rules, explain ? &trace : nullptr);
    nlohmann::ordered_json json =
        article ? ToJson(*article)
                : nlohmann::ordered_json{{"source", page.source}, {"error", article.error().kind}};
    std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    for (const std::string& note : trace.notes) std::cerr << note << "\n";
    for (const std::string& cut : trace.cuts) std::cerr << "  cut " << cut << "\n";
  }
}
