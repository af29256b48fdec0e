// Pages that are edited, copies of articles, and what differs.
#include "pipeline/store/versions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "pipeline/store/align.h"
#include "pipeline/store/check.h"
#include "pipeline/store/diff.h"
#include "pipeline/store/keys.h"
#include "pipeline/store/open.h"
#include "pipeline/store/record_read.h"
#include "tests/schemas/sample_facts.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// A text of forty distinct words to a paragraph, after the sample's.
Article Long(const std::string& url, int seed, int paragraphs = 5) {
  Article article = SampleArticle(url);
  for (int p = 0; p < paragraphs; ++p) {
    for (int w = 0; w < 40; ++w) article.text += "từ" + std::to_string(seed * 1000 + p * 40 + w) + " ";
    article.text += ".\n";
  }
  article.paragraphs.clear();
  SplitParagraphs(article);
  return article;
}

class Versions : public testing::Test {
 protected:
  int64_t Put(const Article& article, int64_t at, const std::string& page = "") {
    EXPECT_TRUE(store_->Put(article, SampleFacts(article), {article.source, at, 200, false, page}));
    return ArticleKey(article);
  }
  Database Read() const { return OpenForReading(folder_.path("a.db")).value(); }
  std::vector<std::string> Column(const std::string& sql) const {
    Database db = Read();
    Statement select = db.Prepare(sql).value();
    std::vector<std::string> out;
    while (select.Step().value()) out.emplace_back(select.Text(0));
    return out;
  }

  TempFolder folder_;
  std::unique_ptr<Store> store_ = std::make_unique<Store>(Store::Open(folder_.path("a.db")).value());
};

TEST_F(Versions, AnEditedArticleKeepsWhatItSaidBefore) {
  const Article first = Long("https://h/1", 1), second = Long("https://h/1", 2);
  const int64_t before = Put(first, 1000), now = Put(second, 2000);
  Put(second, 3000);
  const std::vector<Version> versions = VersionsOf(Read(), "https://h/1").value();
  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions[0].article, before);
  EXPECT_FALSE(versions[0].current);
  EXPECT_EQ(versions[1].article, now);
  EXPECT_TRUE(versions[1].current);
  EXPECT_EQ(versions[1].n, 2);
  EXPECT_EQ(versions[1].of, 2);
  EXPECT_EQ(versions[1].first_seen, 2000);
  EXPECT_EQ(versions[1].last_seen, 3000);
  EXPECT_EQ(VersionOf(Read(), before)->n, 1) << "a record names its article, and that its version";
  EXPECT_TRUE(LoadExtraction(Read(), before)) << "with its records";
  EXPECT_EQ(VersionOf(Read(), 5).error().kind, "not_found");
  EXPECT_TRUE(VersionsOf(Read(), "https://h/2")->empty());
}

TEST_F(Versions, AReplayOfThePastSetsNothingBack) {
  const int64_t now = Put(Long("https://h/1", 2), 2000), before = Put(Long("https://h/1", 1), 1000);
  const std::vector<Version> versions = VersionsOf(Read(), "https://h/1").value();
  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions[0].article, before);
  EXPECT_EQ(versions[1].article, now);
  EXPECT_TRUE(versions[1].current);
  EXPECT_FALSE(versions[0].current);
  EXPECT_THAT(Column("SELECT fetched_at FROM visit"), ElementsAre("2000"));
}

TEST_F(Versions, UrlsOfOnePageShareItsVersions) {
  Article mobile = Long("https://m.h/1", 1);
  Put(Long("https://h/1", 1), 1000, "https://h/1");
  Put(mobile, 1500, "https://h/1");
  EXPECT_EQ(VersionsOf(Read(), "https://m.h/1")->size(), 2u);
  EXPECT_THAT(Column("SELECT other_source FROM v_copy"), ElementsAre()) << "versions of a page are no copies";
}

TEST_F(Versions, CopiesAreFoundWhereverTheyStandAndInAnyOrder) {
  const Article original = Long("https://a/1", 1);
  Article copy = Long("https://b/x", 1), edited = Long("https://c/y", 1), other = Long("https://d/z", 3);
  edited.text += "Theo báo của tỉnh bạn.\n";
  edited.paragraphs.clear();
  SplitParagraphs(edited);
  Article part = Long("https://e/p", 1, 3);
  std::vector<Article> articles = {original, copy, edited, other, part};
  std::vector<std::string> seen;
  for (int order = 0; order < 2; ++order) {
    TempFolder folder;
    {
      Store store = Store::Open(folder.path("a.db")).value();
      for (const Article& article : articles)
        EXPECT_TRUE(store.Put(article, SampleFacts(article), {article.source, 1000}));
    }
    Database db = OpenForReading(folder.path("a.db")).value();
    Statement select =
        db.Prepare("SELECT source || ' ' || kind || ' ' || other_source FROM v_copy ORDER BY 1").value();
    std::vector<std::string> pairs;
    while (select.Step().value()) pairs.emplace_back(select.Text(0));
    if (order == 0) seen = pairs;
    EXPECT_EQ(pairs, seen);
    std::reverse(articles.begin(), articles.end());
  }
  EXPECT_THAT(seen, testing::IsSupersetOf({"https://a/1 same https://b/x", "https://b/x same https://a/1",
                                           "https://a/1 near https://c/y", "https://c/y near https://b/x"}));
  for (const std::string& pair : seen) EXPECT_EQ(pair.find("https://d/z"), std::string::npos) << pair;
}

TEST(Align, KeepsTheLongestCommonSubsequence) {
  using Pairs = std::vector<std::pair<size_t, size_t>>;
  EXPECT_EQ(CommonSubsequence({}, {"a"}), Pairs{});
  EXPECT_EQ(CommonSubsequence({"a", "b", "c", "d"}, {"a", "x", "c", "d"}), (Pairs{{0, 0}, {2, 2}, {3, 3}}));
  EXPECT_EQ(CommonSubsequence({"a", "b", "c"}, {"b", "c", "a"}), (Pairs{{1, 0}, {2, 1}}));
  EXPECT_EQ(CommonSubsequence({"x", "a"}, {"a", "y"}, 0), Pairs{}) << "over the limit";
  EXPECT_EQ(WordsInCommon("a b c d", "a b x d"), 0.75);
  EXPECT_EQ(WordsInCommon("", "a"), 0);
}

TEST(Diff, ShowsTextAndRecordsSideBySide) {
  const Article before = SampleArticle();
  Article now = before;
  const auto replace = [&](const std::string& from, const std::string& to) {
    now.text.replace(now.text.find(from), from.size(), to);
  };
  replace("15/9/2025", "30/9/2025");
  now.text += "Thêm một đoạn mới\x1b[31m vào cuối bài.\n";
  now.paragraphs.clear();
  SplitParagraphs(now);
  Facts changed = SampleFacts(before);
  ASSERT_FALSE(changed.deadlines.empty());
  changed.deadlines[0].date->value = *ParseIsoDate("2025-09-30");
  const ArticleDiff diff = CompareArticles({before, SampleFacts(before)}, {now, changed});
  std::vector<char> marks;
  for (const DiffRow& row : diff.text) marks.push_back(static_cast<char>(row.mark));
  EXPECT_THAT(marks, ElementsAre(' ', '|', '>'));
  size_t same = 0, deadlines = 0;
  for (const RecordDiff& record : diff.records) {
    same += record.mark == DiffMark::kSame;
    if (record.mark == DiffMark::kSame) continue;
    EXPECT_EQ(record.mark, DiffMark::kChanged) << record.left << record.right;
    deadlines += record.kind == "deadline";
  }
  EXPECT_GT(same, 0u);
  EXPECT_EQ(deadlines, 1u);

  std::ostringstream out;
  WriteDiff(diff, {"left", "right", 100, false}, out);
  EXPECT_THAT(out.str(), HasSubstr("[15/9/2025.]"));
  EXPECT_THAT(out.str(), HasSubstr("[30/9/2025.]"));
  EXPECT_THAT(out.str(), HasSubstr("date: [2025-09-15"));
  EXPECT_THAT(out.str(), HasSubstr("2 of 3 paragraphs and 1 of "));
  EXPECT_EQ(out.str().find('\x1b'), std::string::npos);

  const ArticleDiff none = CompareArticles({before, SampleFacts(before)}, {before, SampleFacts(before)});
  EXPECT_EQ(none.Changes(), 0u);
}

}  // namespace
}  // namespace acta
