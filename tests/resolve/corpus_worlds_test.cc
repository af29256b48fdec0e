// The corpus through a database: any order of arrival, any number of runs, any history give the same rows.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <random>
#include <sstream>

#include "pipeline/resolve/entity_store.h"
#include "pipeline/store/check.h"
#include "pipeline/store/open.h"
#include "pipeline/store/store.h"
#include "tests/bench/province_news.h"
#include "tests/resolve/world_for_tests.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

const std::vector<ArticleWithFacts>& Corpus() {
  static const std::vector<ArticleWithFacts> articles = [] {
    std::vector<ArticleWithFacts> read;
    for (const std::string language : {"vi", "en", "ru"}) {
      for (const std::string& page : CorpusPages(language)) {
        Page as;
        as.source = page.substr(page.find('/') + 1) + "." + language;
        read.push_back(ReadCorpusPage(page, std::move(as)));
      }
    }
    return read;
  }();
  return articles;
}

void Put(const std::string& path, const std::vector<size_t>& cases) {
  Store store = Store::Open(path).value();
  for (size_t n : cases) {
    const ArticleWithFacts& one = Corpus()[n];
    ASSERT_TRUE(store.Put(one.article, one.facts, {one.article.source}));
  }
  ASSERT_TRUE(store.Close());
}

// Another pack, which finds nothing.
void PutNothing(const std::string& path) {
  Store store = Store::Open(path).value();
  for (const ArticleWithFacts& one : Corpus()) {
    Facts none;
    none.pack = "other 1";
    ASSERT_EQ(store.Put(one.article, none, {one.article.source}).value(), Stored::kReread);
  }
  ASSERT_TRUE(store.Close());
}

void Resolve(const std::string& path, bool again = false) {
  ResolveOptions options;
  options.again = again;
  const Result<ResolveReport> report = ResolveStore(path, TheWorld(), options);
  ASSERT_TRUE(report) << report.error().message;
}

std::string Dump(const std::string& path) {
  std::ostringstream out;
  EXPECT_TRUE(DumpStore(OpenForReading(path).value(), out));
  return out.str();
}

// "" when they are equal, else the first line in which they differ, of both.
std::string Difference(const std::string& a, const std::string& b) {
  std::istringstream first(a), second(b);
  std::string one, other;
  while (true) {
    const bool more = static_cast<bool>(std::getline(first, one)),
               also = static_cast<bool>(std::getline(second, other));
    if (!more && !also) return "";
    if (one != other || more != also) return one + "\n" + other;
  }
}

std::vector<size_t> All() {
  std::vector<size_t> all(Corpus().size());
  for (size_t n = 0; n < all.size(); ++n) all[n] = n;
  return all;
}

TEST(CorpusWorlds, AnyOrderAndAnyNumberOfRunsGiveTheSameRows) {
  TempFolder folder;
  ASSERT_GT(Corpus().size(), 20u);
  Put(folder.path("once.db"), All());
  Resolve(folder.path("once.db"));
  const std::string expected = Dump(folder.path("once.db"));
  std::mt19937 random(20260301);
  for (size_t runs : {2, 12}) {
    std::vector<size_t> order = All();
    std::shuffle(order.begin(), order.end(), random);
    const std::string path = folder.path("runs" + std::to_string(runs) + ".db");
    for (size_t run = 0; run < runs; ++run) {
      const size_t from = order.size() * run / runs, to = order.size() * (run + 1) / runs;
      Put(path, {order.begin() + static_cast<std::ptrdiff_t>(from),
                 order.begin() + static_cast<std::ptrdiff_t>(to)});
      Resolve(path);
    }
    EXPECT_EQ(Difference(Dump(path), expected), "") << runs << " runs";
  }
}

// The Russian version calls the provincial Party committee by two names, one of them beside the post alone.
TEST(CorpusWorlds, APostIsOneInAllVersionsOfAStory) {
  TempFolder folder;
  const std::string path = folder.path("acta.db");
  Put(path, All());
  Resolve(path);
  Database db = OpenForReading(path).value();
  Statement posts = db.Prepare(
                          "SELECT body, first_seen, last_seen, articles FROM v_tenure "
                          "WHERE name = 'Trần Quốc Thịnh' AND role = 'deputy_secretary'")
                        .value();
  ASSERT_TRUE(posts.Step().value());
  EXPECT_FALSE(posts.IsNull(0));
  EXPECT_EQ(posts.Text(1), "2025-09-12");
  EXPECT_EQ(posts.Text(2), "2025-09-13");
  EXPECT_EQ(posts.Int(3), 3);
  EXPECT_FALSE(posts.Step().value()) << posts.Text(0);
}

TEST(CorpusWorlds, ReadingAnewGivesWhatReadingOnceGives) {
  TempFolder folder;
  const std::string path = folder.path("acta.db");
  Put(path, All());
  Resolve(path);
  const std::string expected = Dump(path);
  PutNothing(path);
  Resolve(path);
  EXPECT_EQ(OpenForReading(path).value().Integer("SELECT count(*) FROM entity").value(), 0);
  Put(path, All());
  Resolve(path);
  EXPECT_EQ(Difference(Dump(path), expected), "");
  Resolve(path, true);
  EXPECT_EQ(Difference(Dump(path), expected), "") << "begun anew";
}

TEST(CorpusWorlds, OtherTablesLeaveNothingBehind) {
  TempFolder folder;
  const std::string path = folder.path("acta.db");
  Put(path, All());
  Resolve(path);
  const std::string expected = Dump(path);
  {
    Database db = Database::Open(path, Database::Mode::kWrite).value();
    ASSERT_TRUE(
        db.Execute("UPDATE story_article SET tables = 'of old'; UPDATE entity SET name = name || ' of old'"));
  }
  Resolve(path);
  EXPECT_EQ(Difference(Dump(path), expected), "");
}

TEST(CorpusWorlds, NewsOfManyProvincesIsTheSameInAnyRuns) {
  constexpr uint32_t kArticles = 90;
  static const ProvinceNews news = ProvinceNews::FromCorpus(TheWorld());
  TempFolder folder;
  std::vector<uint32_t> order(kArticles);
  std::iota(order.begin(), order.end(), 0);
  std::mt19937 random(20260302);
  std::string expected;
  for (size_t runs : {1, 6}) {
    const std::string path = folder.path("news" + std::to_string(runs) + ".db");
    for (size_t run = 0; run < runs; ++run) {
      Store store = Store::Open(path).value();
      for (size_t n = kArticles * run / runs; n < kArticles * (run + 1) / runs; ++n) {
        const ArticleWithFacts one = news.At(order[n]);
        ASSERT_TRUE(store.Put(one.article, one.facts, {one.article.source}));
      }
      ASSERT_TRUE(store.Close());
      Resolve(path);
    }
    if (expected.empty()) expected = Dump(path);
    EXPECT_EQ(Difference(Dump(path), expected), "") << runs << " runs";
    std::shuffle(order.begin(), order.end(), random);
  }
  const Database db = OpenForReading(folder.path("news1.db")).value();
  auto count = [&](const char* sql) { return db.Integer(sql).value(); };
  EXPECT_GT(count("SELECT count(*) FROM task_statement WHERE rule = 'same_words'"), 0)
      << "tasks over stories";
  EXPECT_GT(count("SELECT count(*) FROM story_article WHERE evidence <> ''"), 0) << "stories of two papers";
}

TEST(CorpusWorlds, CorrectionsHoldAndCanBeTakenBack) {
  TempFolder folder;
  const std::string path = folder.path("acta.db"), file = CorrectionsPath(path, "");
  Put(path, All());
  Resolve(path);
  const std::string before = Dump(path);
  auto first = [&](const char* sql) {
    Database db = OpenForReading(path).value();
    Statement row = db.Prepare(sql).value();
    EXPECT_TRUE(row.Step().value()) << sql;
    return std::string(row.Text(0));
  };
  auto count = [&](const char* sql) { return OpenForReading(path).value().Integer(sql).value(); };
  const std::string a = first("SELECT form FROM entity_form WHERE type = 'official' ORDER BY form LIMIT 1"),
                    b = first(
                        "SELECT form FROM entity_form WHERE type = 'official' ORDER BY form DESC LIMIT 1"),
                    record = first(
                        "SELECT r.id FROM record r JOIN entity_use u ON u.record = r.key JOIN entity_form f "
                        "ON f.key = u.form "
                        "WHERE f.type = 'agency' GROUP BY f.key HAVING count(*) > 1 ORDER BY f.form LIMIT 1");
  const int64_t entities = count("SELECT count(*) FROM entity");
  const auto correct = [&](const char* what, std::vector<std::string> subjects) {
    ASSERT_TRUE(Append(file, {0, what, "2026-03-01T09:00:00Z", "lan", "a test", std::move(subjects), "{}"}));
    Resolve(path);
  };
  correct("merge", {a, b});
  EXPECT_EQ(count("SELECT count(*) FROM entity"), entities - 1);
  correct("split", {record});
  EXPECT_EQ(count("SELECT count(*) FROM entity"), entities);
  correct("wrong", {record});
  EXPECT_EQ(count("SELECT count(*) FROM wrong_record"), 1);
  EXPECT_EQ(count(("SELECT count(*) FROM v_record WHERE id = '" + record + "'").c_str()), 0);

  const std::string corrected = Dump(path);
  Resolve(path, true);
  EXPECT_EQ(Difference(Dump(path), corrected), "") << "corrections survive a reading anew";
  {
    // Another database that meets the same file from the beginning, and the articles in another order.
    const std::string other = folder.path("other.db");
    std::filesystem::copy_file(file, CorrectionsPath(other, ""));
    std::vector<size_t> order = All();
    std::shuffle(order.begin(), order.end(), std::mt19937(7));
    const auto middle = order.begin() + static_cast<std::ptrdiff_t>(order.size() / 2);
    for (const auto& part :
         {std::vector<size_t>(order.begin(), middle), std::vector<size_t>(middle, order.end())}) {
      Put(other, part);
      Resolve(other);
    }
    EXPECT_EQ(Difference(Dump(other), corrected), "") << "the same file, another history";
  }
  PutNothing(path);
  Resolve(path);
  Put(path, All());
  Resolve(path);
  EXPECT_EQ(Difference(Dump(path), corrected), "") << "corrections survive another pack";

  for (const char* line : {"1", "2", "3"}) correct("undo", {line});
  const std::string undone = Dump(path);
  Resolve(path, true);
  EXPECT_EQ(Difference(Dump(path), undone), "") << "what undoing changes is what telling anew gives";
  EXPECT_EQ(count("SELECT count(*) FROM entity"), entities);
  EXPECT_EQ(count("SELECT count(*) FROM wrong_record"), 0);
  EXPECT_EQ(count("SELECT count(*) FROM correction"), 6) << "nothing is taken out of the file";
}

}  // namespace
}  // namespace acta
