// Pages made to hurt: each is answered, within two seconds of processor time and 256 MB where no sanitizer slows it
// down, with an article or an error that says what was cut.
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <random>

#include <sys/resource.h>

#include "pipeline/clean/clean.h"
#include "tests/bench/processor_time.h"
#include "tests/clean/rules_for_tests.h"

namespace acta {
namespace {

std::string Repeat(std::string_view text, size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string Numbered(size_t count, const std::function<std::string(size_t)>& make) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += make(i);
  return out;
}

// How often a bomb repeats itself. Sanitizers look at every byte, and a tenth of a bomb takes the same ways.
constexpr size_t Many(size_t count) {
#if defined(__SANITIZE_ADDRESS__)
  return count / 10;
#else
  return count;
#endif
}

const char kText[] =
    "<p>A sentence of an article that is long enough to be taken for running text, and one more.</p>";

struct Bomb {
  const char* name;
  std::string (*make)();
};

void PrintTo(const Bomb& value, std::ostream* out) { *out << value.name; }

const Bomb kBombs[] = {
    {"divs", [] { return Repeat("<div>", Many(200'000)) + kText; }},
    {"formatting", [] { return Repeat("<i><b>", Many(80'000)) + kText; }},
    {"fonts",
     [] {
       return Numbered(Many(30'000), [](size_t i) { return "<font color=" + std::to_string(i) + "><p>"; });
     }},
    {"attributes",
     [] {
       return "<p " + Numbered(Many(80'000), [](size_t i) { return "a" + std::to_string(i) + "=v "; }) + ">" +
              kText;
     }},
    {"text", [] { return Repeat(kText, Many(1'100'000)); }},
    {"many_long_lines",
     [] { return Repeat("<p>" + Repeat("A word and one more ", Many(60'000)) + "\n", 6); }},
    {"one_line", [] { return "<p>" + std::string(Many(20'000'000), 'a'); }},
    {"entities", [] { return "<p>" + Repeat("&amp;&#8217;&nbsp;&notit;", Many(400'000)); }},
    {"open_entities", [] { return "<p>" + Repeat("&amp", Many(1'500'000)); }},
    {"unclosed_tag", [] { return "<div class=\"" + std::string(Many(5'000'000), 'x'); }},
    {"tables", [] { return Repeat("<table><tr><td>", Many(50'000)) + kText; }},
    {"foster_parents", [] { return "<table>" + Repeat("<a>x", Many(100'000)); }},
    {"paragraphs", [] { return Repeat("<p>", Many(1'000'000)); }},
    {"breaks", [] { return Repeat("<br>", Many(1'500'000)); }},
    {"comments", [] { return Repeat("<!--", Many(1'000'000)); }},
    {"open_scripts", [] { return Repeat("<script><!--<script>", Many(100'000)); }},
    {"json",
     [] { return "<script type=application/ld+json>" + Repeat("[", Many(1'000'000)) + "</script>" + kText; }},
    {"classes",
     [] {
       return "<div class=\"" +
              Numbered(Many(300'000), [](size_t i) { return "share-x" + std::to_string(i) + " "; }) + "\">" +
              kText;
     }},
    {"spans",
     [] {
       return Numbered(Many(200'000),
                       [](size_t i) { return "<span class=c" + std::to_string(i) + ">w</span> "; });
     }},
    {"foreign", [] { return Repeat("<math><mtext><svg><desc>", Many(30'000)); }},
    {"templates", [] { return Repeat("<template>", Many(100'000)); }},
    {"repeated_lines", [] { return "<body>" + Repeat(kText, Many(60'000)); }},
    {"long_paragraphs",
     [] {
       return Numbered(Many(10'000), [](size_t i) {
         return "<p>" + Repeat("Sentence " + std::to_string(i) + " of a paragraph that goes on. ", 12);
       });
     }},
};

class BombTest : public testing::TestWithParam<Bomb> {};

TEST_P(BombTest, IsAnsweredInTime) {
  Page page;
  page.bytes = GetParam().make();
  double start = ThreadSeconds();
  Result<Article> article = CleanPage(page, RulesForTests());
  double took = ThreadSeconds() - start;
#if defined(__SANITIZE_ADDRESS__)
  (void)took;
#else
  EXPECT_LT(took, 2.0);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  EXPECT_LT(usage.ru_maxrss / 1024, 384) << "MB, the bomb itself included";
#endif
  if (article) {
    EXPECT_TRUE(article->status == "ok" || article->status.starts_with("truncated: ")) << article->status;
  } else {
    EXPECT_EQ(article.error().kind, "no_article") << article.error().message;
  }
}

INSTANTIATE_TEST_SUITE_P(All, BombTest, testing::ValuesIn(kBombs),
                         [](const auto& param) { return std::string(param.param.name); });

TEST(Limits, TheRecordSaysWhatWasCut) {
  Page page;
  page.bytes = Repeat("<div>", 30'000) + kText;
  Result<Article> deep = CleanPage(page, RulesForTests());
  ASSERT_TRUE(deep) << deep.error().message;
  EXPECT_EQ(deep->status, "truncated: depth");
  page.bytes = Repeat(kText, 10) + std::string(9u << 20, ' ') + kText;
  Result<Article> large = CleanPage(page, RulesForTests());
  ASSERT_TRUE(large);
  EXPECT_EQ(large->status, "truncated: size");
}

// A parse that is stopped leaves the page readable as lines.
TEST(Limits, AStoppedParseIsReadAsLines) {
  Page page;
  page.bytes = "<html><head><title>The title of the page</title></head><body>" +
               Repeat("<b title=x></b>", 60'000) + Numbered(200, [](size_t i) {
                 return "<p>Sentence number " + std::to_string(i) +
                        " of an article that is long enough to be running text.</p>";
               });
  CleanOptions options;
  options.parse.arena_bytes = 2u << 20;
  Result<Article> article = CleanPage(page, RulesForTests(), nullptr, options);
  ASSERT_TRUE(article) << article.error().message;
  EXPECT_EQ(article->status, "truncated: memory");
  EXPECT_EQ(article->title, "The title of the page");
  EXPECT_EQ(article->paragraphs.size(), 201u);
}

TEST(Limits, RandomBytesAndRandomTagsNeverCrash) {
  std::mt19937 random(11);
  const char* const pieces[] = {"<div>",      "</div>",
                                "<p>",        "<b>",
                                "</b>",       "<table>",
                                "<td>",       "</table>",
                                "<a href=x>", "<form>",
                                "text ",      "<li>",
                                "</ul>",      "<h1>",
                                "<!--",       "-->",
                                "<script>",   "</script>",
                                "&amp;",      "<article>",
                                "<br>",       "<time datetime=2024-01-02>",
                                "\xD0",       "<figure>"};
  for (int round = 0; round < 200; ++round) {
    Page page;
    for (int i = 0; i < 300; ++i) page.bytes += pieces[random() % std::size(pieces)];
    (void)CleanPage(page, RulesForTests());
    page.bytes.assign(random() % 2000, '\0');
    for (char& c : page.bytes) c = static_cast<char>(random());
    (void)CleanPage(page, RulesForTests());
  }
}

// A transfer may end anywhere: inside a tag, an entity, a character, a script.
TEST(Limits, EveryPrefixOfAPageIsAnswered) {
  std::ifstream in(ACTA_SOURCE_DIR "/corpus/pages/vi-01-nukeviet/source.html", std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  ASSERT_GT(whole.size(), 2000u);
#if defined(__SANITIZE_ADDRESS__)
  constexpr size_t kStep = 7;
#else
  constexpr size_t kStep = 1;
#endif
  size_t articles = 0;
  for (size_t size = 0; size <= whole.size(); size += kStep) {
    Page page;
    page.bytes = whole.substr(0, size);
    Result<Article> article = CleanPage(page, RulesForTests());
    articles += article.has_value();
    if (!article) {
      EXPECT_TRUE(article.error().kind == "empty" || article.error().kind == "no_article")
          << article.error().kind;
    }
  }
  EXPECT_GT(articles, 100u);
}

TEST(Limits, ErrorsHaveKinds) {
  Page page;
  EXPECT_EQ(CleanPage(page, RulesForTests()).error().kind, "empty");
  page.bytes = "%PDF-1.7";
  EXPECT_EQ(CleanPage(page, RulesForTests()).error().kind, "not_text");
  page.bytes = "<html><body><a href=/>Home</a></body></html>";
  EXPECT_EQ(CleanPage(page, RulesForTests()).error().kind, "no_article");
}

}  // namespace
}  // namespace acta
