// Whole pages: corpus/pages/<id>/source.html must give corpus/pages/<id>/expected.json. A folder added there is
// a test added here. The expectations are written by hand; no program writes them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <nlohmann/json.hpp>

#include "pipeline/clean/clean.h"
#include "tests/clean/rules_for_tests.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

const fs::path kPages = fs::path(ACTA_SOURCE_DIR) / "corpus" / "pages";

std::vector<std::string> PageIds() {
  std::vector<std::string> ids;
  for (const auto& entry : fs::directory_iterator(kPages)) {
    if (fs::exists(entry.path() / "expected.json")) ids.push_back(entry.path().filename());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> Lines(std::string_view text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

class PagesTest : public testing::TestWithParam<std::string> {};

TEST_P(PagesTest, GivesWhatAReaderSees) {
  nlohmann::json expected = nlohmann::json::parse(ReadFile(kPages / GetParam() / "expected.json"));
  Page page;
  page.source = GetParam();
  page.bytes = ReadFile(kPages / GetParam() / "source.html");
  if (expected.contains("content_type")) page.headers.emplace_back("content-type", expected["content_type"]);
  Result<Article> article = CleanPage(page, RulesForTests());
  ASSERT_TRUE(article) << article.error().message;
  EXPECT_EQ(article->title, expected["title"]);
  EXPECT_EQ(article->byline, expected["byline"]);
  EXPECT_EQ(article->published, expected["published"]);
  EXPECT_EQ(article->language, expected["language"]);
  EXPECT_EQ(Lines(article->body()), expected["text"].get<std::vector<std::string>>());
  if (!expected["site"].empty() && expected["site"] != "") {
    EXPECT_EQ(article->site, expected["site"]);
  }
  if (expected.contains("captions")) {
    EXPECT_EQ(article->captions, expected["captions"].get<std::vector<std::string>>());
  }
  if (expected.contains("source_url")) {
    EXPECT_EQ(article->source_url, expected["source_url"]);
  }
  EXPECT_EQ(article->status, "ok");
}

// Paragraphs tile the lines of the text that are not blank.
TEST_P(PagesTest, ParagraphsAreTheLines) {
  Page page;
  page.bytes = ReadFile(kPages / GetParam() / "source.html");
  Result<Article> article = CleanPage(page, RulesForTests());
  ASSERT_TRUE(article);
  std::vector<std::string> from_spans;
  for (const Paragraph& paragraph : article->paragraphs)
    from_spans.emplace_back(paragraph.span.In(article->text));
  std::vector<std::string> lines = Lines(article->text);
  std::erase(lines, "");
  EXPECT_EQ(from_spans, lines);
  EXPECT_EQ(article->paragraphs.front().kind, ParagraphKind::kTitle);
}

INSTANTIATE_TEST_SUITE_P(Corpus, PagesTest, testing::ValuesIn(PageIds()), [](const auto& param) {
  std::string name = param.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
});

TEST(PagesTest, TenLayoutsInEachLanguage) {
  std::map<std::string, int> count;
  for (const std::string& id : PageIds()) ++count[id.substr(0, 2)];
  for (const char* language : {"vi", "en", "ru"}) EXPECT_GE(count[language], 10) << language;
}

// A connection that broke: every beginning of a page gives an article or an error, and valid text.
TEST(PagesTest, EveryPrefixIsAnswered) {
  for (const char* id :
       {"vi-01-nukeviet", "ru-02-windows-1251", "en-08-generated-classes", "vi-09-short-utf16"}) {
    std::string bytes = ReadFile(kPages / id / "source.html");
    for (size_t size = 0; size < bytes.size(); size += 61) {
      Page page;
      page.bytes = bytes.substr(0, size);
      Result<Article> article = CleanPage(page, RulesForTests());
      if (!article) {
        static const std::set<std::string> kKinds = {"empty", "not_text", "no_article"};
        EXPECT_TRUE(kKinds.contains(article.error().kind)) << article.error().kind;
      }
    }
  }
}

TEST(PagesTest, TheTraceSaysWhy) {
  Page page;
  page.bytes = ReadFile(kPages / "vi-01-nukeviet" / "source.html");
  CleanTrace trace;
  ASSERT_TRUE(CleanPage(page, RulesForTests(), &trace));
  EXPECT_EQ(trace.charset, "utf-8 (meta)");
  EXPECT_FALSE(trace.notes.empty());
  EXPECT_EQ(trace.notes.front().substr(0, 6), "body: ");
}

}  // namespace
}  // namespace acta
