#include "pipeline/store/store.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <limits>
#include <random>
#include <sstream>

#include "pipeline/store/check.h"
#include "pipeline/store/keys.h"
#include "pipeline/store/open.h"
#include "pipeline/store/record_read.h"
#include "tests/schemas/sample_facts.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

std::string DumpOf(const std::string& path) {
  Database db = OpenForReading(path).value();
  std::ostringstream out;
  EXPECT_TRUE(DumpStore(db, out));
  return out.str();
}

// A store of articles that differ in URL and text.
Article Numbered(int n) {
  Article article = SampleArticle("https://example.test/" + std::to_string(n));
  article.text += "Bài số " + std::to_string(n) + ".\n";
  SplitParagraphs(article);
  return article;
}

Facts FactsOf(const Article& article, int n) {
  return n % 2 ? SampleFacts(article) : EveryField(article).Make();
}

void PutNumbered(Store& store, int n) {
  Article article = Numbered(n);
  ASSERT_TRUE(store.Put(article, FactsOf(article, n), {article.source, 1000 + n, 200}));
}

TEST(Store, GivesBackWhatItWasGiven) {
  TempFolder folder;
  Article article = SampleArticle();
  article.captions = {"Ảnh: quang cảnh \"cuộc họp\""};
  Facts facts = EveryField(article).Make();
  {
    Store store = Store::Open(folder.path("a.db")).value();
    Result<Stored> stored = store.Put(article, facts, {article.source});
    ASSERT_TRUE(stored) << stored.error().message;
    EXPECT_EQ(*stored, Stored::kNew);
  }
  Database db = OpenForReading(folder.path("a.db")).value();
  Result<Extraction> reading = LoadExtraction(db, ArticleKey(article));
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(reading->facts, facts);
  EXPECT_EQ(ExtractLine(reading->article, reading->facts), ExtractLine(article, facts));
  EXPECT_EQ(reading->article.captions, article.captions);
  EXPECT_EQ(reading->article.paragraphs.size(), article.paragraphs.size());
}

TEST(Store, TwiceChangesNothing) {
  TempFolder folder;
  const std::string path = folder.path("a.db");
  for (int round = 0; round < 2; ++round) {
    Store store = Store::Open(path).value();
    Article article = Numbered(1);
    Result<Stored> stored = store.Put(article, FactsOf(article, 1), {article.source, 1000 + round});
    EXPECT_EQ(*stored, round ? Stored::kUnchanged : Stored::kNew);
    ASSERT_TRUE(store.Close());
    static std::string first;
    if (round == 0) first = DumpOf(path);
    EXPECT_EQ(DumpOf(path), first);
  }
}

TEST(Store, AnyOrderAndAnyBatchGiveTheSameDump) {
  TempFolder folder;
  std::vector<int> order = {0, 1, 2, 3, 4, 5, 6, 7};
  std::string first;
  for (int round = 0; round < 4; ++round) {
    const std::string path = folder.path(std::to_string(round) + ".db");
    {
      StoreOptions options;
      options.batch = 1 + 3 * round;
      Store store = Store::Open(path, options).value();
      for (int n : order) PutNumbered(store, n);
      ASSERT_TRUE(
          store.Refuse({"https://example.test/x"}, {"timeout", "after " + std::to_string(round) + " s"}));
    }
    if (round == 0) first = DumpOf(path);
    EXPECT_EQ(DumpOf(path), first) << "round " << round;
    std::shuffle(order.begin(), order.end(), std::mt19937(static_cast<unsigned>(round) + 7));
  }
  EXPECT_NE(first.find("Sở Tài chính"), std::string::npos);
}

TEST(Store, AnotherPackReplacesTheRecords) {
  TempFolder folder;
  Article article = SampleArticle();
  Facts facts = SampleFacts(article);
  Store store = Store::Open(folder.path("a.db")).value();
  ASSERT_TRUE(store.Put(article, facts, {article.source}));
  facts.pack = "vi next";
  facts.agencies.pop_back();
  EXPECT_EQ(store.Put(article, facts, {article.source}).value(), Stored::kReread);
  Database db = OpenForReading(folder.path("a.db")).value();
  EXPECT_EQ(LoadExtraction(db, ArticleKey(article))->facts, facts);
}

int64_t Found(const std::string& path, const std::string& table, const std::string& words) {
  Database db = OpenForReading(path).value();
  return db.Integer("SELECT count(*) FROM " + table + " WHERE " + table + " MATCH '\"" + words + "\"'")
      .value();
}

// Words wait until the transaction is committed; those of an article that is refused meanwhile do not stay.
TEST(Store, AWordOutsideItsVocabularyRefusesItsArticleAlone) {
  TempFolder folder;
  const std::string path = folder.path("a.db");
  StoreOptions options;
  options.batch = 100;
  {
    Store store = Store::Open(path, options).value();
    PutNumbered(store, 1);
    Article bad = Numbered(2);
    bad.text += "Riêng bài thứ hai.\n";
    Facts facts = SampleFacts(bad);
    facts.agencies[0].name->value = "Sở Hải quan";
    facts.directives[0].strength->value = "shout";
    Result<Stored> stored = store.Put(bad, facts, {bad.source});
    ASSERT_FALSE(stored);
    EXPECT_EQ(stored.error().kind, "bad_record");
    EXPECT_NE(stored.error().message.find("directive.strength"), std::string::npos) << stored.error().message;
    PutNumbered(store, 3);
    Article good = Numbered(4);
    facts = SampleFacts(good);
    facts.agencies[1].name->value = "Sở Hải quan";  // the name that went is new again
    ASSERT_TRUE(store.Put(good, facts, {good.source}));
    ASSERT_TRUE(store.Close());
  }
  EXPECT_EQ(Found(path, "find_text", "bai so"), 3);
  EXPECT_EQ(Found(path, "find_text", "rieng bai"), 0);
  EXPECT_EQ(Found(path, "find_words", "so hai quan"), 1);
  Database db = OpenForReading(path).value();
  EXPECT_EQ(db.Integer("SELECT count(*) FROM find_name WHERE name = 'Sở Hải quan'").value(), 1);
  EXPECT_EQ(CheckStore(db)->faults, std::vector<std::string>());
}

// A text of its own, but for two that say the same at other URLs.
Article Distinct(int n) {
  Article article = SampleArticle("https://example.test/" + std::to_string(n));
  article.text = article.title + "\n\n";
  for (int word = 0; word < 8; ++word)
    article.text += "w" + std::to_string(n % 1040) + std::to_string(word) + " ";
  SplitParagraphs(article);
  return article;
}

// More than what waits in memory at once: names and copies come at the commit.
TEST(Store, OneTransactionOfManyEqualsManyOfFew) {
  TempFolder folder;
  for (int batch : {70, 10'000}) {
    StoreOptions options;
    options.batch = batch;
    Store store = Store::Open(folder.path(std::to_string(batch) + ".db"), options).value();
    for (int n = 0; n < 1050; ++n) {
      const Article article = Distinct(n);
      ASSERT_TRUE(store.Put(article, {}, {article.source}));
    }
    ASSERT_TRUE(store.Close());
  }
  EXPECT_EQ(DumpOf(folder.path("70.db")), DumpOf(folder.path("10000.db")));
  Database db = OpenForReading(folder.path("10000.db")).value();
  EXPECT_EQ(db.Integer("SELECT count(*) FROM find_copy WHERE kind = 'same'").value(), 10);
}

int64_t ScatteredIndexes(const std::string& path) {
  return OpenForReading(path)
      ->Integer(
          "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name IN ('record_by_id', "
          "'find_named_by_name', 'find_series_by_series')")
      .value();
}

bool MergesWords(const std::string& path) {
  return OpenForReading(path)
             ->Integer(
                 "SELECT (SELECT count(*) FROM find_text_config WHERE k = 'automerge' AND v = 0) "
                 "+ (SELECT count(*) FROM find_words_config WHERE k = 'automerge' AND v = 0)")
             .value() == 0;
}

TEST(Store, ABulkLoadMakesItsScatteredIndexesAtTheEnd) {
  TempFolder folder;
  const std::string path = folder.path("a.db");
  StoreOptions options;
  options.batch = 2;
  options.load = 4;
  for (int n = 0; n < 6; ++n) {
    Store store = Store::Open(path, options).value();
    EXPECT_EQ(ScatteredIndexes(path), 3) << "a run that brings little does not begin a load";
    PutNumbered(store, n);
  }
  {
    Store store = Store::Open(path, options).value();
    for (int n = 6; n < 12; ++n) PutNumbered(store, n);
    EXPECT_EQ(ScatteredIndexes(path), 0);
    EXPECT_FALSE(MergesWords(path));
    EXPECT_EQ(CheckStore(OpenForReading(path).value())->faults, std::vector<std::string>());
    // It ends without being closed, as when it is killed.
  }
  EXPECT_EQ(ScatteredIndexes(path), 0);
  ASSERT_TRUE(Store::Open(path, options)->Close());
  EXPECT_EQ(ScatteredIndexes(path), 3) << "made when the store is opened again";
  EXPECT_TRUE(MergesWords(path));
  {
    Store store = Store::Open(path, options).value();
    for (int n = 12; n < 18; ++n) PutNumbered(store, n);
    ASSERT_TRUE(store.Close());
  }
  EXPECT_EQ(ScatteredIndexes(path), 3);
}

TEST(Store, ACommitMakesSafeWhatWasPut) {
  TempFolder folder;
  const std::string path = folder.path("a.db");
  StoreOptions options;
  options.batch = kManyArticles;
  options.load = kNoLoad;
  Store store = Store::Open(path, options).value();
  ASSERT_TRUE(store.Commit()) << "of nothing";
  auto articles = [&] {
    return OpenForReading(path)
        ->Integer("SELECT count(*) FROM article JOIN find_article ON article = key")
        .value();
  };
  for (int n = 0; n < 4; n += 2) {
    PutNumbered(store, n), PutNumbered(store, n + 1);
    EXPECT_EQ(articles(), n);
    ASSERT_TRUE(store.Commit());
    EXPECT_EQ(articles(), n + 2);
    EXPECT_EQ(CheckStore(OpenForReading(path).value())->faults, std::vector<std::string>());
  }
}

// The first reading of the article still waits when the second comes.
TEST(Store, TwoReadingsInOneBatchLeaveTheSecond) {
  TempFolder folder;
  Article article = SampleArticle();
  Facts first = SampleFacts(article), second = first;
  second.pack = "vi next";
  second.agencies.pop_back();
  StoreOptions options;
  options.batch = 100;
  {
    Store store = Store::Open(folder.path("a.db"), options).value();
    EXPECT_EQ(store.Put(article, first, {article.source}).value(), Stored::kNew);
    EXPECT_EQ(store.Put(article, first, {article.source}).value(), Stored::kUnchanged);
    EXPECT_EQ(store.Put(article, second, {article.source}).value(), Stored::kReread);
    EXPECT_EQ(store.Put(article, second, {article.source}).value(), Stored::kUnchanged);
    ASSERT_TRUE(store.Close());
  }
  Database db = OpenForReading(folder.path("a.db")).value();
  EXPECT_EQ(LoadExtraction(db, ArticleKey(article))->facts, second);
  EXPECT_EQ(CheckStore(db)->faults, std::vector<std::string>());
  EXPECT_EQ(db.Integer("SELECT records FROM find_article").value(),
            db.Integer("SELECT count(*) FROM record").value());
}

// What the schema would refuse is refused before it meets the rows of other articles.
TEST(Store, WhatTheSchemaRefusesIsRefusedAlone) {
  struct Case {
    const char* says;
    void (*spoil)(Facts& facts);
  };
  const Case cases[] = {
      {"two records have the id",
       [](Facts& facts) { facts.agencies[1].head.id = facts.agencies[0].head.id; }},
      {"agency.name is missing", [](Facts& facts) { facts.agencies[0].name.reset(); }},
      {"which is no record of its article",
       [](Facts& facts) { facts.directives[0].links.deadlines = {"acta-0123456789abcdef"}; }},
  };
  TempFolder folder;
  StoreOptions options;
  options.batch = 100;
  {
    Store store = Store::Open(folder.path("a.db"), options).value();
    PutNumbered(store, 1);
    for (const Case& c : cases) {
      Article article = SampleArticle();
      Facts facts = SampleFacts(article);
      c.spoil(facts);
      Result<Stored> stored = store.Put(article, facts, {article.source});
      ASSERT_FALSE(stored) << c.says;
      EXPECT_EQ(stored.error().kind, "bad_record");
      EXPECT_NE(stored.error().message.find(c.says), std::string::npos) << stored.error().message;
    }
    PutNumbered(store, 2);
  }
  Database db = OpenForReading(folder.path("a.db")).value();
  EXPECT_EQ(db.Integer("SELECT count(*) FROM article").value(), 2);
  EXPECT_EQ(CheckStore(db)->faults, std::vector<std::string>());
}

TEST(Store, TheRecordsOfAnArticleLieTogether) {
  const int64_t article = 1'000'000'000'000'000'000;
  EXPECT_EQ(RecordKey(article, "acta-0000000000100000"), article + 1);
  EXPECT_EQ(RecordKey(article, "acta-ffffffffffffffff"), article + (int64_t{1} << 44) - 1);
  EXPECT_EQ(RecordKey(std::numeric_limits<int64_t>::max(), "acta-0000000000100000"), 0) << "never negative";
  const int64_t other = RecordKey(article, "an id of another program");
  EXPECT_GE(other, article);
  EXPECT_LT(other, article + (int64_t{1} << 44));
}

TEST(Store, TheSameTextAtTwoUrlsIsTwoArticlesWithEqualIds) {
  TempFolder folder;
  Store store = Store::Open(folder.path("a.db")).value();
  for (const char* url : {"https://one.test/", "https://two.test/"}) {
    Article article = SampleArticle(url);
    ASSERT_TRUE(store.Put(article, SampleFacts(article), {url}));
  }
  Database db = OpenForReading(folder.path("a.db")).value();
  EXPECT_EQ(db.Integer("SELECT count(*) FROM article").value(), 2);
  EXPECT_EQ(db.Integer("SELECT count(DISTINCT id) * 2 = count(*) FROM record").value(), 1);
}

TEST(Store, ARefusalIsCountedAndDoesNotEraseAnEarlierReading) {
  TempFolder folder;
  Store store = Store::Open(folder.path("a.db")).value();
  Article article = SampleArticle();
  ASSERT_TRUE(store.Put(article, SampleFacts(article), {article.source}));
  ASSERT_TRUE(store.Refuse({article.source}, {"timeout", "no answer"}));
  ASSERT_TRUE(store.Refuse({"b.html"}, {"empty", "b.html is empty"}));
  Database db = OpenForReading(folder.path("a.db")).value();
  EXPECT_EQ(db.Integer("SELECT count(*) FROM input WHERE outcome = 'ok' AND article IS NOT NULL").value(), 1);
  EXPECT_EQ(db.Integer("SELECT count(*) FROM input WHERE outcome = 'refused' AND reason = 'empty'").value(),
            1);
  EXPECT_EQ(db.Integer("SELECT count(*) FROM visit WHERE message = 'no answer'").value(), 1);
}

TEST(Store, EveryQuoteOfTheStoreStandsInItsText) {
  TempFolder folder;
  {
    Store store = Store::Open(folder.path("a.db")).value();
    for (int n = 0; n < 4; ++n) PutNumbered(store, n);
  }
  Database db = OpenForReading(folder.path("a.db")).value();
  StoreCheck report = CheckStore(db).value();
  EXPECT_EQ(report.faults, std::vector<std::string>());
  EXPECT_EQ(report.articles, 4);
  EXPECT_GT(report.values, 100);
}

// What a fault in the file makes the check say.
TEST(Store, TheCheckFindsFaults) {
  struct Case {
    const char* sql;
    const char* says;
  };
  const Case cases[] = {
      {"UPDATE record SET quote = quote || 'x'", "does not quote the text"},
      {"UPDATE record SET start = start + 1", "does not quote the text"},
      {"UPDATE record SET evidence = json_remove(evidence, '$.task')", "has no evidence"},
      {"UPDATE record SET evidence = json_remove(evidence, '$.assignees[1]')", "has no evidence"},
      {"UPDATE record SET evidence = '{\"name\":[[7,99999]]}' WHERE kind = 'official'",
       "an offset is outside the text"},
      {"UPDATE record SET evidence = 'x'", "its evidence is no table of places"},
      {"UPDATE record SET mentions = '[1]'", "its mentions are no list of places"},
      {"UPDATE deadline SET task = NULL", "evidence for values that are not there"},
      {"UPDATE article SET title = 'x'", "its key is not that of its content"},
      {"UPDATE article SET text_hash = 'x'", "its text hash is wrong"},
      {"UPDATE record SET id = 'acta-0123456789abcdef' WHERE kind = 'event'",
       "its key is not that of its id"},
      {"PRAGMA ignore_check_constraints = ON; UPDATE directive SET strength = 'shout'",
       "a word outside its vocabulary"},
      {"PRAGMA foreign_keys = OFF; DELETE FROM record WHERE kind = 'event'",
       "refers to one that is not there"},
  };
  for (const Case& c : cases) {
    TempFolder folder;
    const std::string path = folder.path("a.db");
    {
      Store store = Store::Open(path).value();
      PutNumbered(store, 1);
    }
    ASSERT_TRUE(Database::Open(path, Database::Mode::kWrite)->Execute(c.sql)) << c.sql;
    Database db = OpenForReading(path).value();
    StoreCheck check = CheckStore(db).value();
    std::string all;
    for (const std::string& fault : check.faults) all += fault + "\n";
    EXPECT_NE(all.find(c.says), std::string::npos) << c.sql << "\n" << all;
  }
}

// Stores ten articles and kills itself at the n-th step. Returns false when it got through.
bool RunAndDie(const std::string& path, int die_at, int batch = 1) {
  pid_t child = fork();
  if (child == 0) {
    int steps = 0;
    StoreOptions options;
    options.batch = batch;
    options.at_step = [&](std::string_view) {
      if (++steps == die_at) kill(getpid(), SIGKILL);
    };
    Result<Store> store = Store::Open(path, options);
    if (!store) _exit(2);
    for (int n = 0; n < 3; ++n) PutNumbered(*store, n);
    (void)store->Refuse({"refused.html"}, {"empty", "empty"});
    (void)store->Close();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_FALSE(WIFEXITED(status) && WEXITSTATUS(status) != 0);
  return WIFSIGNALED(status);
}

TEST(Store, KilledAtEveryStepAndRunAgainEqualsOneQuietRun) {
  TempFolder folder;
  ASSERT_FALSE(RunAndDie(folder.path("quiet.db"), 0));
  const std::string quiet = DumpOf(folder.path("quiet.db"));
  int step = 1;
  for (; step < 100; ++step) {
    const std::string path = folder.path("killed" + std::to_string(step) + ".db");
    const bool killed = RunAndDie(path, step);
    if (killed) {
      // What stands there now is whole.
      Database db = OpenForReading(path).value();
      EXPECT_EQ(CheckStore(db)->faults, std::vector<std::string>()) << "step " << step;
    }
    ASSERT_FALSE(RunAndDie(path, 0));
    EXPECT_EQ(DumpOf(path), quiet) << "step " << step;
    if (!killed) break;
  }
  EXPECT_GT(step, 15);
  EXPECT_LT(step, 100);
}

TEST(Store, KilledAtEveryStepOfABatchAndRunAgainEqualsOneQuietRun) {
  TempFolder folder;
  ASSERT_FALSE(RunAndDie(folder.path("quiet.db"), 0));
  const std::string quiet = DumpOf(folder.path("quiet.db"));
  int step = 1;
  for (bool killed = true; killed && step < 100; ++step) {
    const std::string path = folder.path("killed" + std::to_string(step) + ".db");
    killed = RunAndDie(path, step, 2);
    if (killed) {
      Database db = OpenForReading(path).value();
      EXPECT_EQ(CheckStore(db)->faults, std::vector<std::string>()) << "step " << step;
    }
    ASSERT_FALSE(RunAndDie(path, 0, 2));
    EXPECT_EQ(DumpOf(path), quiet) << "step " << step;
  }
  EXPECT_GT(step, 12);
  EXPECT_LT(step, 100);
}

}  // namespace
}  // namespace acta
