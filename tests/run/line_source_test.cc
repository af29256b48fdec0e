// Lines of `acta extract` as a source: in the order of the file, and in that of the keys of their articles.
#include "pipeline/run/line_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "pipeline/store/keys.h"
#include "schemas/json.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

Article About(int n) {
  Article article;
  article.source = article.url = "https://a.example/" + std::to_string(n);
  article.title = "Title " + std::to_string(n);
  article.text = article.title + "\n\nText.\n";
  return article;
}

std::string LineOf(const Article& article) { return ExtractLine(article, {}) + "\n"; }

// The titles of what the source gives; "LINE!" of a line that is none.
std::vector<std::string> TitlesOf(PageSource& source) {
  std::vector<std::string> titles;
  while (std::optional<SourcedPage> page = source.Next()) {
    const std::optional<Article> article =
        page->page ? ArticleOfLine(page->page->bytes) : std::optional<Article>();
    titles.push_back(article ? article->title : page->source.substr(page->source.rfind(':') + 1) + "!");
  }
  return titles;
}

TEST(LineSource, TheOrderOfTheFileOrOfTheKeys) {
  TempFolder folder;
  std::string lines;
  std::vector<Article> articles;
  std::vector<std::string> of_file;
  for (int n = 0; n < 20; ++n) {
    articles.push_back(About(n));
    of_file.push_back(articles.back().title);
    lines += LineOf(articles.back()) + (n % 3 ? "" : "\n");
  }
  lines.pop_back();  // the last line need not end
  const std::string path = folder.Write("a.jsonl", lines);
  EXPECT_EQ(TitlesOf(*LineSource(path)), of_file);

  std::ranges::sort(articles, {}, ArticleKey);
  std::vector<std::string> of_keys;
  for (const Article& article : articles) of_keys.push_back(article.title);
  EXPECT_EQ(TitlesOf(*LineSource(path, LineOrder::kOfKeys)), of_keys);
}

// What an input gave last must come last, whatever the keys are.
TEST(LineSource, LinesOfOneSourceOrPageKeepTheirOrder) {
  TempFolder folder;
  std::string lines;
  std::vector<std::string> titles;
  for (int n = 0; n < 12; ++n) {
    Article article = About(n);
    (n % 2 ? article.source : article.url) = "https://a.example/same";
    article.source = n > 6 ? "https://a.example/same" : article.source;
    titles.push_back(article.title);
    lines += LineOf(article);
  }
  const std::string path = folder.Write("a.jsonl", lines);
  EXPECT_EQ(TitlesOf(*LineSource(path, LineOrder::kOfKeys)), titles);
}

TEST(LineSource, LinesThatAreNoneComeFirstUnderTheirNumbers) {
  TempFolder folder;
  const std::string path =
      folder.Write("a.jsonl", LineOf(About(1)) + "no json\n\n{\"a\": 1}\n" + LineOf(About(1)));
  EXPECT_EQ(TitlesOf(*LineSource(path)), (std::vector<std::string>{"Title 1", "2!", "4!", "Title 1"}));
  EXPECT_EQ(TitlesOf(*LineSource(path, LineOrder::kOfKeys)),
            (std::vector<std::string>{"2!", "4!", "Title 1", "Title 1"}));
}

}  // namespace
}  // namespace acta
