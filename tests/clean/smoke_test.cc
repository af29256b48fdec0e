#include <gtest/gtest.h>

#include "pipeline/clean/clean.h"

namespace acta {
namespace {

TEST(Smoke, APageBecomesAnArticle) {
  Result<CleanRules> rules = CleanRules::Load(ACTA_SOURCE_DIR "/pipeline/clean/data");
  ASSERT_TRUE(rules) << rules.error().message;
  Page page;
  page.bytes =
      "<html><head><title>Hội nghị tổng kết công tác năm - Cổng thông tin</title></head><body>"
      "<div class=menu><a href=/>Trang chủ</a></div><h1>Hội nghị tổng kết công tác năm</h1>"
      "<div class=date>Thứ Năm, 21/03/2024 | 08:15 GMT+7</div><div class=content>"
      "<p>Sáng 21/3, Ủy ban nhân dân tỉnh tổ chức hội nghị tổng kết công tác năm và triển khai nhiệm vụ năm tới.</p>"
      "<p>Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ngành báo cáo kết quả trước ngày 15/9/2024.</p>"
      "<p>Tin liên quan</p><ul><li><a href=/2>Một tin khác của ngày hôm qua</a></li></ul></div></body></html>";
  Result<Article> article = CleanPage(page, *rules);
  ASSERT_TRUE(article) << article.error().message;
  EXPECT_EQ(article->title, "Hội nghị tổng kết công tác năm");
  EXPECT_EQ(article->published, "2024-03-21T08:15+07:00");
  EXPECT_EQ(article->language, "vi");
  EXPECT_EQ(article->paragraphs.size(), 3u);
}

}  // namespace
}  // namespace acta
