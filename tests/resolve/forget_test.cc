// What is removed on request is gone: the store is as if it had never come, no byte is left, and it stays out.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "pipeline/resolve/entity_store.h"
#include "pipeline/resolve/forget.h"
#include "pipeline/resolve/person_names.h"
#include "pipeline/store/check.h"
#include "pipeline/store/forgotten.h"
#include "pipeline/store/open.h"
#include "pipeline/store/store.h"
#include "tests/corpus_page.h"
#include "tests/resolve/world_for_tests.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

constexpr const char* kPages[] = {
    "vi/0001-bon-nghi-quyet-tru-cot",      "en/0001-long-giang-pillar-resolutions",
    "ru/0001-long-giang-four-resolutions", "vi/0002-giai-ngan-dau-tu-cong",
    "en/0002-disbursement-conference",     "ru/0002-disbursement-conference"};

std::string ReadWhole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::string UrlOf(const std::string& page) { return "https://site.example/" + page + ".html"; }

const std::vector<ArticleWithFacts>& Cases() {
  static const std::vector<ArticleWithFacts> cases = [] {
    std::vector<ArticleWithFacts> read;
    for (const std::string name : kPages) {
      Page as;
      as.source = as.url = UrlOf(name);
      read.push_back(ReadCorpusPage(name, std::move(as)));
    }
    return read;
  }();
  return cases;
}

class Forgetting : public testing::Test {
 protected:
  // A store of these pages, resolved.
  std::string StoreOf(const std::string& name, const std::vector<size_t>& pages) {
    const std::string path = folder_.path(name);
    {
      Store store = Store::Open(path).value();
      for (size_t n : pages) EXPECT_TRUE(Put(store, n));
      EXPECT_TRUE(store.Close());
    }
    Resolve(path);
    return path;
  }

  static Result<Stored> Put(Store& store, size_t n) {
    const ArticleWithFacts& one = Cases()[n];
    return store.Put(one.article, one.facts, {one.article.source});
  }

  static void Resolve(const std::string& path) { ASSERT_TRUE(ResolveStore(path, TheWorld(), {})); }

  static Result<ForgetPlan> Plan(const std::string& path, const std::string& named,
                                 ForgetOptions options = {}) {
    return PlanForget(OpenForReading(path).value(), named, options);
  }

  static ForgetPlan Forget(const std::string& path, const std::string& named, ForgetOptions options = {}) {
    Result<ForgetPlan> plan = Plan(path, named, options);
    EXPECT_TRUE(plan) << plan.error().message;
    if (!plan) return {};
    const Result<void> done = acta::Forget(path, TheWorld(), *plan, options, 1);
    EXPECT_TRUE(done) << done.error().message;
    Resolve(path);
    const Result<void> scrubbed = Scrub(path);
    EXPECT_TRUE(scrubbed) << scrubbed.error().message;
    return *plan;
  }

  static std::string Dump(const std::string& path) {
    std::ostringstream out;
    EXPECT_TRUE(DumpStore(OpenForReading(path).value(), out));
    return out.str();
  }

  // Rows of every table that questions look things up by; when an article came apart.
  static std::string Derived(const std::string& path) {
    Database db = OpenForReading(path).value();
    std::string rows;
    for (const char* sql : {"SELECT article || ' ' || current || ' ' || coalesce(source, '') || ' ' || "
                            "records FROM find_article ORDER BY 1",
                            "SELECT key || ' ' || name FROM find_name ORDER BY 1",
                            "SELECT article || ' ' || name || ' ' || uses FROM find_named ORDER BY 1",
                            "SELECT question || ' ' || day || ' ' || record FROM find_row ORDER BY 1",
                            "SELECT name || ' ' || form || ' ' || uses FROM find_form ORDER BY 1",
                            "SELECT band || ' ' || article FROM find_band ORDER BY 1",
                            "SELECT article || ' ' || other || ' ' || kind FROM find_copy ORDER BY 1"}) {
      Statement statement = db.Prepare(sql).value();
      while (statement.Step().value()) rows += std::string(statement.Text(0)) + "\n";
    }
    return rows;
  }

  TempFolder folder_;
};

TEST_F(Forgetting, AStoreWithoutAPageIsAsIfItHadNeverCome) {
  const std::string path = StoreOf("a.db", {0, 1, 2, 3, 4, 5}), without = StoreOf("b.db", {0, 1, 2, 4, 5});
  ASSERT_NE(Dump(path), Dump(without));
  const ForgetPlan plan = Forget(path, UrlOf(kPages[3]));
  ASSERT_EQ(plan.articles.size(), 1u);
  EXPECT_GT(plan.articles[0].records, 5);
  EXPECT_EQ(Dump(path), Dump(without));
  EXPECT_EQ(Derived(path), Derived(without));
  EXPECT_EQ(CheckStore(OpenForReading(path).value())->faults, std::vector<std::string>());
  EXPECT_EQ(ReadWhole(path).find("giai-ngan-dau-tu-cong"), std::string::npos)
      << "not even the address is left";
}

TEST_F(Forgetting, APersonGoesWithEveryArticleThatPrintsTheName) {
  const std::string path = StoreOf("a.db", {0, 1, 2, 3, 4, 5}), without = StoreOf("b.db", {3, 4, 5});
  const char* names[] = {"Trần Quốc Thịnh", "Tran Quoc Thinh", "Чан Куок Тхин"};
  for (const char* name : names) ASSERT_NE(ReadWhole(path).find(name), std::string::npos) << name;
  const ForgetPlan plan = Forget(path, "tran quoc THINH");
  EXPECT_EQ(plan.articles.size(), 3u);
  EXPECT_TRUE(plan.barred);
  const std::string bytes = ReadWhole(path) + ReadWhole(path + "-wal");
  for (const char* name : names) EXPECT_EQ(bytes.find(name), std::string::npos) << name;
  for (const char* part : {"Quốc Thịnh", "Quoc Thinh", "quoc thinh", "Куок Тхин", "куок тхин"})
    EXPECT_EQ(bytes.find(part), std::string::npos) << part;
  EXPECT_EQ(Dump(path), Dump(without));
  EXPECT_EQ(Derived(path), Derived(without));
  // The index of words has none that only those articles had.
  Database db = Database::Open(path, Database::Mode::kWrite).value();
  ASSERT_TRUE(db.Execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'find_text', 'row')"));
  EXPECT_EQ(db.Integer("SELECT count(*) FROM temp.words WHERE term IN ('thinh', 'тхинь', 'куок')").value(),
            0);
}

TEST_F(Forgetting, WhatWasForgottenStaysOut) {
  const std::string path = StoreOf("a.db", {0, 1, 2, 3, 4, 5});
  Forget(path, "Trần Quốc Thịnh");
  Forget(path, UrlOf(kPages[3]));
  const std::string before = Dump(path);
  {
    Store store = Store::Open(path).value();
    for (size_t n : {0, 1, 2, 3}) EXPECT_EQ(Put(store, n).error().kind, "forgotten") << kPages[n];
    EXPECT_EQ(Put(store, 4).value(), Stored::kUnchanged);
    Visit elsewhere{"http://www.site.example/" + std::string(kPages[3]) + ".html#top"};
    EXPECT_EQ(store.Put(Cases()[3].article, Cases()[3].facts, elsewhere).error().kind, "forgotten");
    EXPECT_TRUE(store.Refuse({UrlOf(kPages[3])}, {"timeout", "no answer"}));
    EXPECT_TRUE(store.Refuse({"https://site.example/ong-tran-quoc-thinh.html"}, {"timeout", "no answer"}));
  }
  EXPECT_EQ(Dump(path), before);

  EXPECT_GT(Unforget(path, UrlOf(kPages[3])).value(), 0);
  EXPECT_EQ(Unforget(path, UrlOf(kPages[3])).value(), 0);
  Store store = Store::Open(path).value();
  EXPECT_EQ(Put(store, 3).value(), Stored::kNew);
  EXPECT_EQ(Put(store, 0).error().kind, "forgotten");
  ASSERT_TRUE(store.Close());
  EXPECT_GT(Unforget(path, "Chan Quoc Nobody").value() + Unforget(path, "TRAN QUOC THINH").value(), 3)
      << "the spellings of one request go together";
  store = Store::Open(path).value();
  EXPECT_EQ(Put(store, 2).value(), Stored::kNew);
}

TEST_F(Forgetting, AllVersionsOfAPageGo) {
  const std::string path = StoreOf("a.db", {4, 5});
  Article edited = Cases()[3].article;
  {
    Store store = Store::Open(path).value();
    ASSERT_TRUE(Put(store, 3));
    edited.title += " (cập nhật)";
    ASSERT_EQ(store.Put(edited, {}, {edited.source}).value(), Stored::kNew);
  }
  Resolve(path);
  const ForgetPlan plan = Forget(path, "http://SITE.example/" + std::string(kPages[3]) + ".html");
  EXPECT_EQ(plan.articles.size(), 2u);
  EXPECT_EQ(Dump(path), Dump(StoreOf("b.db", {4, 5})));
}

TEST_F(Forgetting, CopiesStayUnlessTheyAreAskedFor) {
  const std::string path = StoreOf("a.db", {3, 4, 5});
  Article copy = Cases()[3].article;
  copy.url = copy.source = "https://other.example/copy.html";
  copy.canonical_url.clear();
  {
    Store store = Store::Open(path).value();
    ASSERT_TRUE(store.Put(copy, Cases()[3].facts, {copy.source}));
  }
  Result<ForgetPlan> one = Plan(path, UrlOf(kPages[3])),
                     both = Plan(path, UrlOf(kPages[3]), {.copies = true});
  ASSERT_TRUE(one && both);
  EXPECT_EQ(one->articles.size(), 1u);
  ASSERT_EQ(one->elsewhere.size(), 1u);
  EXPECT_EQ(one->elsewhere[0].source, copy.url);
  EXPECT_EQ(both->articles.size(), 2u);
  // What finds copies is handed on to the copy: a third one is known as one.
  Forget(path, UrlOf(kPages[3]));
  Store store = Store::Open(path).value();
  Article third = copy;
  third.url = third.source = "https://third.example/copy.html";
  ASSERT_TRUE(store.Put(third, Cases()[3].facts, {third.source}));
  ASSERT_TRUE(store.Close());
  EXPECT_EQ(OpenForReading(path)->Integer("SELECT count(*) FROM find_copy WHERE kind = 'same'").value(), 1);
}

TEST_F(Forgetting, CorrectionsThatNameThePersonLoseTheirWords) {
  const std::string path = StoreOf("a.db", {0, 1, 2, 3, 4, 5});
  const std::string file = CorrectionsPath(path, "");
  Result<std::vector<Namesake>> found =
      FindNamesakes(OpenForReading(path).value(), "Trần Quốc Thịnh", "official");
  ASSERT_TRUE(found && !found->empty());
  ASSERT_TRUE(Append(file, {0, "wrong", "2026-01-01", "lan", "no record", {"acta-0123456789abcdef"}, "{}"}));
  ASSERT_TRUE(Append(file, {0, "split", "2026-01-01", "lan", "not Trần Quốc Thịnh", {"a|b|c"}, "{}"}));
  Resolve(path);
  Forget(path, "Trần Quốc Thịnh");
  EXPECT_EQ(ReadWhole(file).find("Thịnh"), std::string::npos);
  EXPECT_EQ(ReadWhole(path).find("Thịnh"), std::string::npos);
  Corrections corrections = Corrections::Load(file).value();
  ASSERT_EQ(corrections.all().size(), 2u) << "lines keep their numbers";
  ASSERT_EQ(corrections.InForce().size(), 1u);
  EXPECT_EQ(corrections.InForce()[0]->why, "no record");
}

TEST_F(Forgetting, ADryRunChangesNothingAndWrongNamesAreErrors) {
  const std::string path = StoreOf("a.db", {0, 1, 2, 3, 4, 5});
  const std::string before = Dump(path);
  EXPECT_EQ(Plan(path, "Trần Quốc Thịnh")->articles.size(), 3u);
  EXPECT_EQ(Plan(path, "Чана Куока Тхиня")->articles.size(), 3u) << "in any case of the noun";
  EXPECT_EQ(Plan(path, "Nguyễn Văn Không Có").error().kind, "not_found");
  EXPECT_EQ(Plan(path, "https://site.example/none.html").error().kind, "not_found");
  EXPECT_EQ(Plan(path, "Thịnh").error().kind, "usage") << "one word is no name";
  EXPECT_EQ(Plan(path, "official-0000000000000000").error().kind, "not_found");
  EXPECT_EQ(Plan(path, "agency-0000000000000000").error().kind, "usage");
  EXPECT_EQ(Dump(path), before);
}

TEST(WordsOfName, Table) {
  const auto equal = [](const char* a, const char* b) { return WordsOfName(a) == WordsOfName(b); };
  EXPECT_TRUE(equal("Nguyễn Thị Hoà", "nguyễn thị HÒA")) << "the tone on either letter";
  EXPECT_TRUE(equal("Trần  Văn\nBình", "trần-văn-bình"));
  EXPECT_FALSE(equal("Trần Thị Hà", "Trần Thị Hạ"));
  EXPECT_FALSE(equal("Trần", "Tran"));
  EXPECT_FALSE(equal("Đỗ Mười", "Do Muoi"));
  for (const char* form : {"Чан Куок Тхиня", "Чану Куоку Тхиню", "Чаном Куоком Тхинем"})
    EXPECT_TRUE(equal("Чан Куок Тхинь", form)) << form;
  EXPECT_TRUE(equal("Нгуен Ван Хоа", "Нгуена Вана Хоа"));
  EXPECT_FALSE(equal("Нгуен Ван Хоа", "Нгуен Ван Хо"));
  EXPECT_TRUE(equal("Пётр Иванов", "Петром Ивановым"));
}

TEST(NameFinder, FindsWholeWordsOnly) {
  NameFinder finder;
  finder.Add("Tran Van Binh");
  EXPECT_TRUE(finder.Stands("Mr TRAN VAN BINH, Vice Chairman"));
  EXPECT_TRUE(finder.Stands("https://site.example/2025/tran-van-binh-123.html"));
  EXPECT_FALSE(finder.Stands("Tran Van Binhh"));
  EXPECT_FALSE(finder.Stands("Trần Văn Bình")) << "marks tell people apart";
  EXPECT_FALSE(NameFinder().Stands("anything"));
}

TEST(AddressKey, Table) {
  EXPECT_EQ(AddressKey("HTTP://WWW.Example.org/A/#x"), "example.org/A");
  EXPECT_EQ(AddressKey("https://example.org"), "example.org");
  EXPECT_EQ(AddressKey("saved/Page 1.html"), "saved/Page 1.html");
}

}  // namespace
}  // namespace acta
