#include "pipeline/fetch/page_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "tests/fetch/fake_clock.h"
#include "tests/fetch/hostile_server.h"

namespace acta {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// A folder of its own for each test, gone afterwards.
class PageSourceTest : public testing::Test {
 protected:
  PageSourceTest() : folder_(fs::path(testing::TempDir()) / ("acta-source-" + std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~PageSourceTest() override { fs::remove_all(folder_); }

  std::string Write(const std::string& name, std::string_view bytes) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }

  static std::vector<SourcedPage> All(PageSource& source) {
    std::vector<SourcedPage> pages;
    while (auto page = source.Next()) pages.push_back(std::move(*page));
    return pages;
  }

  fs::path folder_;
};

TEST_F(PageSourceTest, FilesAndFolders) {
  Write("b/2.html", "two");
  Write("b/1.html", "one");
  Write("b/.hidden/x.html", "no");
  Write("b/.x.html", "no");
  std::string single = Write("single.txt", "");
  auto pages = All(*FileSource({single, (folder_ / "b").string(), (folder_ / "missing").string()}));
  ASSERT_EQ(pages.size(), 4u);
  EXPECT_EQ(pages[0].source, single);
  EXPECT_EQ(pages[0].page->bytes, "");
  EXPECT_EQ(pages[1].page->bytes, "one");
  EXPECT_EQ(pages[1].input, (folder_ / "b").string());
  EXPECT_EQ(pages[2].page->bytes, "two");
  EXPECT_EQ(pages[2].page->source, (folder_ / "b/2.html").string());
  EXPECT_EQ(pages[3].page.error().kind, "not_found");
}

TEST_F(PageSourceTest, FilesThatCannotBeRead) {
  fs::create_directories(folder_ / "empty");
  auto empty = All(*FileSource({(folder_ / "empty").string()}));
  ASSERT_EQ(empty.size(), 1u);
  EXPECT_EQ(empty[0].page.error(),
            (Error{"empty_folder", (folder_ / "empty").string() + ": no file in this folder"}));
  auto large =
      All(*FileSource({Write("large", std::string(1001, 'x')), Write("fits", std::string(1000, 'x'))}, 1000));
  EXPECT_EQ(large[0].page.error().kind, "too_large");
  EXPECT_TRUE(large[1].page);
}

TEST_F(PageSourceTest, SavedPageComesBackWhole) {
  Page page;
  page.source = "http://example.org/feed.xml";
  page.url = "http://example.org/tin/b%C3%A0i?id=1";
  page.status = 200;
  page.headers = {{"content-type", "text/html; charset=windows-1251"},
                  {"x-odd", "\xFF\x01"},
                  {"set-cookie", "a"},
                  {"set-cookie", "b"}};
  page.bytes = std::string("\0\xFF<p>", 5);
  page.fetched_at = 1'700'000'000;
  page.tls_unverified = true;
  Result<std::string> path = SavePage(page, (folder_ / "saved").string());
  ASSERT_TRUE(path) << path.error().message;
  EXPECT_EQ(SavePage(page, (folder_ / "saved").string()), path);  // the same URL, the same file
  auto pages = All(*FileSource({(folder_ / "saved").string()}));
  ASSERT_EQ(pages.size(), 1u);
  const Page& again = *pages[0].page;
  EXPECT_EQ(again.bytes, page.bytes);
  EXPECT_EQ(again.url, page.url);
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.fetched_at, page.fetched_at);
  EXPECT_TRUE(again.tls_unverified);
  EXPECT_EQ(again.headers.size(), 4u);
  EXPECT_EQ(HeaderValue(again.headers, "content-type"), "text/html; charset=windows-1251");
  EXPECT_EQ(again.source, *path);
}

TEST_F(PageSourceTest, FileNamesNeverLeaveTheFolder) {
  Page page;
  page.url = "http://example.org/../../etc/passwd";
  Result<std::string> path = SavePage(page, folder_.string());
  ASSERT_TRUE(path);
  EXPECT_EQ(fs::path(*path).parent_path(), folder_);
  page.url = "../../x/y";
  EXPECT_EQ(fs::path(*SavePage(page, folder_.string())).parent_path(), folder_);
  EXPECT_EQ(SavePage(page, Write("file", "x") + "/sub").error().kind, "unwritable");
}

TEST_F(PageSourceTest, ABrokenSidecarIsSaid) {
  for (const char* sidecar : {"", "{", "[]", "{\"url\": 1}", "null"}) {
    std::string file = Write("x.html", "x");
    Write("x.html.json", sidecar);
    auto pages = All(*FileSource({file}));
    ASSERT_EQ(pages.size(), 1u);
    EXPECT_EQ(pages[0].page.error().kind, "bad_sidecar") << sidecar;
  }
  Write("x.html.json", R"({"url": "http://a/", "headers": [["A", "b"], ["c"], 7, [1, 2]], "status": "x"})");
  auto pages = All(*FileSource({(folder_ / "x.html").string()}));
  ASSERT_TRUE(pages[0].page);
  EXPECT_EQ(pages[0].page->headers, (Headers{{"a", "b"}}));
}

TEST_F(PageSourceTest, MemoryGivesWhatItHolds) {
  std::vector<SourcedPage> pages(2);
  pages[0].source = "a";
  pages[1].page = Fail("dns", "no such host");
  auto source = MemorySource(std::move(pages));
  EXPECT_EQ(source->Next()->source, "a");
  EXPECT_EQ(source->Next()->page.error().kind, "dns");
  EXPECT_FALSE(source->Next());
}

class WebSourceTest : public testing::Test {
 protected:
  std::vector<SourcedPage> All(std::vector<std::string> urls, size_t limit = 0) {
    FetchOptions options;
    options.allow_private = true;
    auto source = WebSource(*Fetcher::Create(options, &clock_), std::move(urls), limit);
    std::vector<SourcedPage> pages;
    while (auto page = source->Next()) pages.push_back(std::move(*page));
    return pages;
  }

  FakeClock clock_;
  HostileServer server_;
};

TEST_F(WebSourceTest, AFeedIsItsPages) {
  server_.On(
      "/feed.xml",
      Reply(200,
            "<rss version='2.0'><channel><title>T</title>"
            "<item><title>One</title><link>/1</link><pubDate>Thu, 21 Mar 2024 08:15:00 +0700</pubDate></item>"
            "<item><title>Two</title><link>/2?utm_source=rss</link></item>"
            "<item><title>Gone</title><link>/3</link></item>"
            "<item><title>One again</title><link>/1#x</link></item></channel></rss>",
            "Content-Type: application/rss+xml\r\n"));
  server_.On("/1", Reply(200, "<p>one"));
  server_.On("/2", Reply(200, "<p>two"));
  std::vector<SourcedPage> pages = All({server_.Url("/feed.xml")});
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_EQ(pages[0].input, server_.Url("/feed.xml"));
  EXPECT_EQ(pages[0].source, server_.Url("/1"));
  EXPECT_EQ(pages[0].page->source, server_.Url("/1"));
  EXPECT_EQ(pages[0].page->bytes, "<p>one");
  EXPECT_EQ(pages[0].link->published, "2024-03-21T08:15:00+07:00");
  EXPECT_EQ(pages[1].link->title, "Two");
  EXPECT_EQ(pages[2].page.error().kind, "http_404");
  EXPECT_EQ(All({server_.Url("/feed.xml")}, 1).size(), 1u);
}

TEST_F(WebSourceTest, SitemapIndexAndPages) {
  server_.On("/index.xml", Reply(200, "<sitemapindex><sitemap><loc>" + server_.Url("/s.xml") +
                                          "</loc></sitemap></sitemapindex>"));
  server_.On("/s.xml", Reply(200, "<urlset><url><loc>" + server_.Url("/1") + "</loc></url></urlset>"));
  server_.On("/1", Reply(200, "<p>one"));
  std::vector<SourcedPage> pages = All({server_.Url("/index.xml"), server_.Url("/1")});
  std::multiset<std::string> inputs;
  for (const SourcedPage& page : pages)
    inputs.insert(page.input + " " + (page.page ? page.page->bytes : page.page.error().kind));
  EXPECT_EQ(inputs, (std::multiset<std::string>{server_.Url("/1") + " <p>one",
                                                server_.Url("/index.xml") + " <p>one"}));
}

TEST_F(WebSourceTest, AnIndexOfItselfEnds) {
  server_.On("/index.xml", [n = std::make_shared<int>(0)](Connection& c) {
    Reply(200, "<sitemapindex><sitemap><loc>/index.xml?" + std::to_string(++*n) +
                   "</loc></sitemap></sitemapindex>")(c);
  });
  std::vector<SourcedPage> pages = All({server_.Url("/index.xml")});
  ASSERT_EQ(pages.size(), 1u);
  EXPECT_EQ(pages[0].page.error().kind, "nested_feed");
  EXPECT_EQ(server_.log().size(), 4u);  // robots.txt, and each level once
}

TEST_F(WebSourceTest, AFeedThatIsNoneIsAnError) {
  server_.On("/a", Reply(200, "sorry, no news today", "Content-Type: application/rss+xml\r\n"));
  server_.On("/b.xml", Reply(200, "{\"error\": 5}", "Content-Type: text/plain\r\n"));
  server_.On("/c.xml", Reply(200, "<!doctype html><p>a page with an odd name", "Content-Type: text/xml\r\n"));
  server_.On("/d", Reply(200, "plain text", "Content-Type: text/plain\r\n"));
  std::map<std::string, std::string> said;
  for (const SourcedPage& page :
       All({server_.Url("/a"), server_.Url("/b.xml"), server_.Url("/c.xml"), server_.Url("/d")})) {
    said[page.input] = page.page ? "ok" : page.page.error().kind + ": " + page.page.error().message;
  }
  EXPECT_EQ(said[server_.Url("/a")], "bad_feed: no feed at " + server_.Url("/a") +
                                         ": it is no XML and begins with 'sorry, no news today'");
  EXPECT_EQ(said[server_.Url("/b.xml")],
            "bad_feed: no feed at " + server_.Url("/b.xml") + ": it is JSON, but no JSON Feed");
  EXPECT_EQ(said[server_.Url("/c.xml")], "ok");
  EXPECT_EQ(said[server_.Url("/d")], "ok");
}

TEST_F(WebSourceTest, EveryInputIsAccountedFor) {
  server_.On("/empty.xml", Reply(200, "<rss><channel><item><title>no link</title></item></channel></rss>"));
  server_.On("/html", Reply(200, "<!doctype html><p>page"));
  std::map<std::string, std::string> kinds;
  for (const SourcedPage& page : All({server_.Url("/empty.xml"), server_.Url("/html"),
                                      server_.Url("/missing"), "nonsense", "nonsense"})) {
    kinds[page.input] += page.page ? "ok" : page.page.error().kind;
  }
  EXPECT_EQ(kinds, (std::map<std::string, std::string>{{server_.Url("/empty.xml"), "empty_feed"},
                                                       {server_.Url("/html"), "ok"},
                                                       {server_.Url("/missing"), "http_404"},
                                                       {"nonsense", "bad_urlbad_url"}}));
}

}  // namespace
}  // namespace acta
