#include "pipeline/crawl/discover.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace acta {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Feeds(std::string_view html, FeedHint::Reason reason) {
  std::vector<std::string> urls;
  for (const FeedHint& hint : FindFeeds(html, "https://tinh.example/a/")) {
    if (hint.reason == reason) urls.push_back(hint.url);
  }
  return urls;
}

std::vector<std::string> Stories(std::string_view html,
                                 std::string_view url = "https://tinh.example/tin-tuc") {
  std::vector<std::string> urls;
  for (const FeedLink& link : ListedArticles(html, url)) urls.push_back(link.url);
  return urls;
}

TEST(FindFeeds, Declared) {
  EXPECT_THAT(Feeds("<head><link rel='alternate' type='application/rss+xml' href='rss'><LINK REL=alternate "
                    "TYPE=application/atom+xml HREF=/atom>"
                    "<link rel=alternate type='application/feed+json' href='https://f.example/j'><link "
                    "rel='stylesheet' type='text/css' href='x.css'>"
                    "<link rel='alternate' hreflang='en' href='/en'><link rel=alternate "
                    "type='application/rss+xml' href='/comments/feed/'>"
                    "<link rel='alternate' type='application/rss+xml' href='rss#again'></head>",
                    FeedHint::kDeclared),
              ElementsAre("https://tinh.example/a/rss", "https://tinh.example/atom", "https://f.example/j"));
}

TEST(FindFeeds, ByBase) {
  EXPECT_THAT(Feeds("<base href='/b/'><link rel=alternate type='application/rss+xml' href='rss'>",
                    FeedHint::kDeclared),
              ElementsAre("https://tinh.example/b/rss"));
}

TEST(FindFeeds, LinkedAndGuessed) {
  std::string_view html =
      "<a href='/rss/home.rss'>x</a><a href='/rss-feeds.html'>RSS</a><a href='/press'>Press</a><a "
      "href='/tin?type=rss'>t</a>";
  EXPECT_THAT(Feeds(html, FeedHint::kLinked),
              ElementsAre("https://tinh.example/rss/home.rss", "https://tinh.example/rss-feeds.html",
                          "https://tinh.example/tin?type=rss"));
  EXPECT_THAT(Feeds(html, FeedHint::kGuessed), testing::Contains("https://tinh.example/sitemap.xml"));
  EXPECT_THAT(FindFeeds(html, "nonsense"), IsEmpty());
}

TEST(FindFeeds, ScriptsAndCommentsAreNoLinks) {
  EXPECT_THAT(
      Feeds("<script>document.write(\"<link rel=alternate type='application/rss+xml' href='/s'>\")</script>"
            "<!-- <link rel=alternate type='application/rss+xml' href='/c'> -->"
            "<link rel=alternate type='application/rss+xml' href='/r'>",
            FeedHint::kDeclared),
      ElementsAre("https://tinh.example/r"));
}

// A portal's list of news as portals build it: a menu, headlines with pictures, paging, a footer.
constexpr std::string_view kPortal =
    R"html(<!doctype html><html><head><title>Tin</title><style>a > b { }</style></head><body>
<header><nav><a href="/">Trang chủ</a><a href="/gioi-thieu">Giới thiệu chung về tỉnh và các huyện</a><a href="/tin-tuc">Tin tức</a></nav></header>
<div class=list>
 <a href="/tin-tuc/chu-tich-tinh-tiep-doan-cong-tac-12345.html"><img src=a.jpg></a>
 <h3><a href="/tin-tuc/chu-tich-tinh-tiep-doan-cong-tac-12345.html">Chủ tịch tỉnh tiếp đoàn công tác của Bộ Y tế</a></h3>
 <h3><a href='https://www.tinh.example/chi-tiet?id=778899'>Hội nghị triển khai nhiệm vụ quý hai</a></h3>
 <h3><a href=/vi/news/2024/03/21/hop-bao>Họp báo</a></h3>
 <h3><a href="bai-viet-ngan">Hội đồng nhân dân tỉnh khai mạc kỳ họp thứ mười hai</a></h3>
 <a href="/tin-tuc?page=2">Trang sau của danh sách tin tức này</a><a href="javascript:void(0)">In trang này ra giấy</a>
 <a href="/files/quyet-dinh-so-12-qd-ubnd.pdf">Quyết định số 12 của Ủy ban nhân dân tỉnh</a>
 <a href="https://other.example/mot-bai-viet-rat-dai-999">Một bài viết rất dài của báo khác</a>
 <a href="#top">Về đầu trang của danh sách tin này</a><a href="mailto:a@b">Gửi thư điện tử cho ban biên tập</a>
</div>
<footer><a href="/lien-he">Liên hệ</a><a href="/so-do-cong">Sơ đồ cổng</a></footer></body></html>)html";

TEST(ListedArticles, StoriesOfAPortal) {
  EXPECT_THAT(
      Stories(kPortal),
      ElementsAre("https://tinh.example/tin-tuc/chu-tich-tinh-tiep-doan-cong-tac-12345.html",
                  "https://www.tinh.example/chi-tiet?id=778899", "https://tinh.example/bai-viet-ngan"));
  EXPECT_EQ(ListedArticles(kPortal, "https://tinh.example/tin-tuc")[0].title,
            "Chủ tịch tỉnh tiếp đoàn công tác của Bộ Y tế");
}

TEST(ListedArticles, RussianAndEnglish) {
  EXPECT_THAT(
      Stories("<ul><li><a href='/news/1045/'>Губернатор провёл совещание по вопросам развития</a><li><a "
              "href='/about'>О регионе</a>"
              "<li><a href='/en/governor-meets-the-delegation-of-farmers'>Governor meets farmers</a></ul>",
              "https://region.example/news"),
      ElementsAre("https://region.example/news/1045/",
                  "https://region.example/en/governor-meets-the-delegation-of-farmers"));
}

TEST(ListedArticles, AMenuAloneGivesNothing) {
  EXPECT_THAT(Stories("<nav><a href='/a'>Home</a><a href='/b'>About the ministry and its work "
                      "today</a></nav><a href='/c'>Contact</a>"),
              IsEmpty());
  EXPECT_THAT(Stories(""), IsEmpty());
}

TEST(Discover, AnyBytesAreRead) {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string html(kPortal);
    for (int k = 0; k < 8; ++k) {
      size_t at = random() % html.size();
      if (random() % 2 == 0)
        html[at] = static_cast<char>(random());
      else
        html.erase(at, random() % 50);
    }
    for (const FeedLink& link : ListedArticles(html, "https://tinh.example/"))
      ASSERT_TRUE(link.url.starts_with("http")) << link.url;
    FindFeeds(html, "https://tinh.example/");
  }
}

TEST(Discover, LargePagesAreLinear) {
  std::string html;
  for (int i = 0; i < 50'000; ++i)
    html += "<div><a href='/tin-tuc-cua-tinh-so-" + std::to_string(i) + "'><b>tin";
  EXPECT_GT(ListedArticles(html, "https://tinh.example/").size(), 25'000u);
}

}  // namespace
}  // namespace acta
