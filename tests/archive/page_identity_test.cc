// When two URLs are one page.
#include "pipeline/archive/page_identity.h"

#include <gtest/gtest.h>

namespace acta {
namespace {

std::string Identity(const std::string& url, const std::string& canonical = "") {
  Article article;
  article.url = url;
  article.canonical_url = canonical;
  return PageIdentity(article, "a/file.html");
}

TEST(PageIdentity, SpellingsOfOneUrl) {
  const std::string page = "https://tinh.example/tin/123-hop-giao-ban.html";
  for (const char* url :
       {"http://tinh.example/tin/123-hop-giao-ban.html", "https://www.tinh.example/tin/123-hop-giao-ban.html",
        "https://m.tinh.example/tin/123-hop-giao-ban.html?utm_source=rss&fbclid=x",
        "https://TINH.example:443/tin/./123-hop-giao-ban.html#top",
        "https://tinh.example/tin/123-hop-giao%2Dban.html"})
    EXPECT_EQ(Identity(url), page) << url;
  EXPECT_NE(Identity("https://tinh.example/tin/124-hop-giao-ban.html"), page);
  EXPECT_NE(Identity("https://tinh.example:8443/tin/123-hop-giao-ban.html"), page);
  EXPECT_NE(Identity(page + "?page=2"), page);
  EXPECT_EQ(Identity(""), "a/file.html");
  EXPECT_EQ(Identity("ftp://tinh.example/x"), "a/file.html");
  EXPECT_EQ(Identity("http://m.example/1"), "https://m.example/1") << "a name, not a prefix";
}

TEST(PageIdentity, CanonicalUrlsThatMayBeBelieved) {
  struct Case {
    const char *url, *canonical;
    bool believed;
  };
  const Case cases[] = {
      {"https://h.example/amp/tin/hop-giao-ban-thang-9", "https://h.example/tin/hop-giao-ban-thang-9", true},
      {"https://h.example/index.php?option=com&id=48213", "https://h.example/tin/48213-hop-giao-ban", true},
      {"https://h.example/print/48213", "https://h.example/tin/hop-48213.html", true},
      {"https://m.h.example/tin/48213.html", "https://www.h.example/tin/48213.html", true},
      {"https://h.example/tin/hop-giao-ban.html?page=2", "https://h.example/tin/hop-giao-ban.html", true},
      // The front page or a section for every article.
      {"https://h.example/tin/48213", "https://h.example/", false},
      {"https://h.example/tin/48213", "https://h.example/tin", false},
      {"https://h.example/news/48213", "https://h.example/news/", false},
      {"https://h.example/2025/09/hop", "https://h.example/2025/09/khac", false},
      // The original elsewhere: this is a copy.
      {"https://copy.example/tin/48213", "https://h.example/tin/48213", false},
      {"https://h.example/tin/48213", "no url", false},
      {"https://h.example/tin/48213", "https://h.example/tin/48214", false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Identity(c.url, c.canonical), c.believed ? Identity(c.canonical) : Identity(c.url))
        << c.url << " " << c.canonical;
  }
}

}  // namespace
}  // namespace acta
