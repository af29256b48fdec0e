#include "pipeline/clean/markup_filter.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "pipeline/clean/html_tree.h"

namespace acta {
namespace {

// The tree as a line per node, script and style bodies left out.
std::string Dump(std::string_view markup) {
  Result<HtmlTree> tree = ParseHtml(markup, {});
  if (!tree) return tree.error().kind;
  std::string out;
  for (NodeId n = 1; n < tree->size(); ++n) {
    const Node& node = tree->node(n);
    Tag parent = tree->node(node.parent).tag;
    if (node.tag == Tag::kText && (parent == Tag::kScript || parent == Tag::kStyle)) continue;
    out += std::to_string(static_cast<int>(node.tag)) + " <" + std::to_string(static_cast<int>(parent)) +
           " " + std::string(node.text) + "\n";
  }
  return out;
}

const char* const kPages[] = {
    "<p>one<script>var a = '<p>two</p>';</script>three",
    "<script>if (a < b && c > d) document.write(\"<div>\")</script><p>x",
    "<style>p > a { content: '</p>' }</style><p>x",
    "<p>a<script><!-- <script> </script> --></script>b",
    "<p>a<script><!-- <script> </script> b</script>c",
    "<p>a<script><!-- x --> </script>b<p>c",
    "<p>a<!-- <script> --><b>b</b><!-- </script> -->c",
    "<p>a<script>never closed <p>b",
    "<textarea><script>x</script></textarea><p>y",
    "<title><style>x</title><p>y</p>",
    "<p title=\"<script>\">a</p><p title='</script>'>b",
    "<a href=x?a=<script>>t</a><p>b",
    "<svg><style>.a{fill:red}</style><script>x<y</script></svg><p>after",
    "<svg><title>a</title><p>out</svg><style>p{}</style><p>b",
    "<math><mi>x</mi></math><style>a</style>b",
    "<svg><![CDATA[ <script> ]]></svg><p>b",
    "<![CDATA[ <script> ]]><p>b",
    "<? <script> ?><p>b",
    "</ <script>><p>b",
    "<iframe><script>x</script></iframe><p>b",
    "<noscript><img><script>a</script></noscript><p>b",
    "<SCRIPT TYPE=x>a</SCRIPT\n><p>b",
    "<script/>a</script>b",
    "<scriptx>a</scriptx><p>b",
    "<style></style><script></script><p>",
    "<p>a</script>b</style>c",
    "<!--><script>a</script>--><p>b",
    "<xmp><script></xmp><p>b",
    "<plaintext><script>a",
    "<div <script>a</script>>b",
    "<",
    "<a",
    "<script",
    "<script>",
    "<!--",
    "<!",
    "</",
    "</script",
    "<p a='",
    "<p a",
};

TEST(MarkupFilter, TheTreeIsOtherwiseTheSame) {
  for (const char* page : kPages) {
    FilteredMarkup filtered = FilterMarkup(page, {});
    EXPECT_EQ(Dump(filtered.markup), Dump(page)) << page;
    EXPECT_EQ(filtered.cut, "") << page;
  }
}

TEST(MarkupFilter, SoItIsForWholePages) {
  for (const auto& entry : std::filesystem::directory_iterator(ACTA_SOURCE_DIR "/corpus/pages")) {
    std::ifstream in(entry.path() / "source.html", std::ios::binary);
    std::string page{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(Dump(FilterMarkup(page, {}).markup), Dump(page)) << entry.path();
  }
}

// Pieces that interact, in all combinations of three: the generator finds what a list of cases forgets.
TEST(MarkupFilter, SoItIsForAllSmallPages) {
  const std::string pieces[] = {"<script>",   "</script>",   "<!--",  "-->",    "<p>",
                                "<style>",    "</style>",    "<svg>", "</svg>", "x",
                                "<textarea>", "</textarea>", "'",     "<b a=\""};
  for (const std::string& a : pieces) {
    for (const std::string& b : pieces) {
      for (const std::string& c : pieces) {
        std::string page = a + b + c + "<i>y</i>" + b + a;
        EXPECT_EQ(Dump(FilterMarkup(page, {}).markup), Dump(page)) << page;
      }
    }
  }
}

TEST(MarkupFilter, KeepsJsonLdAndScriptsAside) {
  std::string page = "<script type=\"application/ld+json\">{\"a\":1}</script><script>" +
                     std::string(2000, 'x') + "</script>";
  FilteredMarkup filtered = FilterMarkup(page, {});
  ASSERT_EQ(filtered.json_ld.size(), 1u);
  EXPECT_EQ(filtered.json_ld[0], "{\"a\":1}");
  EXPECT_EQ(filtered.scripts.size(), 1u);
  EXPECT_LT(filtered.markup.size(), 100u);
}

TEST(MarkupFilter, CutsWhatOnlyABombHas) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  FilteredMarkup filtered = FilterMarkup(deep + "text", {});
  EXPECT_EQ(filtered.cut, "depth");
  EXPECT_TRUE(filtered.markup.ends_with("text"));
  std::string wide = "<p";
  for (int i = 0; i < 5000; ++i) wide += " a" + std::to_string(i) + "=1";
  filtered = FilterMarkup(wide + ">text", {});
  EXPECT_EQ(filtered.cut, "attributes");
  EXPECT_TRUE(filtered.markup.ends_with(">text"));
  FilterLimits small;
  small.bytes = 100;
  filtered = FilterMarkup("<p>" + std::string(200, 'x'), small);
  EXPECT_EQ(filtered.cut, "size");
  EXPECT_EQ(filtered.markup.size(), 100u);
}

}  // namespace
}  // namespace acta
