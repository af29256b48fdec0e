// Two readers and a writer at once: each answer is of one state of the store, and nobody waits for good.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "pipeline/query/question.h"
#include "pipeline/store/open.h"
#include "pipeline/store/store.h"
#include "tests/schemas/sample_facts.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

TEST(Readers, AskWhileAWriterWrites) {
  constexpr int kArticles = 60;
  TempFolder folder;
  const std::string path = folder.path("a.db");
  { ASSERT_TRUE(Store::Open(path)); }
  std::atomic<bool> done = false;
  std::atomic<int> answers = 0;
  std::vector<std::string> faults[2];
  auto read = [&](int n) {
    Result<Database> db = OpenForReading(path);
    if (!db) return faults[n].push_back(db.error().message);
    size_t before = 0;
    do {
      Result<Rows> due = Ask(*db, *FindQuestion("due"), {.agency = "so y te"});
      Result<Rows> found = Ask(*db, *FindQuestion("search"), {.name = "giao ban"});
      if (!due || !found) return faults[n].push_back(due ? found.error().message : due.error().message);
      if (due->rows.size() < before) faults[n].push_back("a row went away");
      // An article and its records come together: what search finds later has its deadlines.
      if (found->rows.size() < due->rows.size()) faults[n].push_back("records without their article");
      before = due->rows.size();
      ++answers;
    } while (!done);
  };
  std::thread first(read, 0), second(read, 1);
  {
    Store store = Store::Open(path).value();
    for (int n = 0; n < kArticles; ++n) {
      const Article article = SampleArticle("https://example.test/" + std::to_string(n));
      EXPECT_TRUE(store.Put(article, SampleFacts(article), {article.source}));
    }
  }
  done = true;
  first.join();
  second.join();
  for (const auto& reader : faults) EXPECT_EQ(reader, std::vector<std::string>());
  EXPECT_GT(answers, 2);
  Database db = OpenForReading(path).value();
  EXPECT_EQ(Ask(db, *FindQuestion("due"), {})->rows.size(), static_cast<size_t>(kArticles));
}

}  // namespace
}  // namespace acta
