// The pages of corpus/, read as the program reads them.
//
//   Page as;
//   as.source = as.url = "https://site.example/1";
//   const ArticleWithFacts one = ReadCorpusPage("vi/0002-giai-ngan-dau-tu-cong", std::move(as));
//
// The packs are loaded once a program. A page that cannot be read ends the test with an exception.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "pipeline/run/read_page.h"

namespace acta {

struct ArticleWithFacts {
  Article article;
  Facts facts;
};

// Folders of corpus/LANGUAGE, as "vi/0001-bon-nghi-quyet-tru-cot", sorted.
inline std::vector<std::string> CorpusPages(const std::string& language) {
  std::vector<std::string> pages;
  for (const auto& folder : std::filesystem::directory_iterator(ACTA_SOURCE_DIR "/corpus/" + language))
    pages.push_back(language + "/" + folder.path().filename().string());
  std::sort(pages.begin(), pages.end());
  return pages;
}

// `as`: where the page is said to come from; its bytes are those of the corpus.
inline ArticleWithFacts ReadCorpusPage(const std::string& page, Page as) {
  static const std::string root = ACTA_SOURCE_DIR;
  static const Tools tools = LoadTools({root + "/extractors", root + "/pipeline/clean/data", {}}).value();
  std::ifstream in(root + "/corpus/" + page + "/page.html", std::ios::binary);
  as.bytes.assign(std::istreambuf_iterator<char>(in), {});
  Article article = ReadPage(as, tools.clean, {}).value();
  Facts facts = ReadFacts(article, tools.packs).value();
  return {std::move(article), std::move(facts)};
}

}  // namespace acta
