// The corpus against its baseline: a commit that loses a record on purpose brings a new baseline along.

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "pipeline/run/data_folder.h"
#include "pipeline/run/regress.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

const std::string kRoot = ACTA_SOURCE_DIR;

Tools LoadedTools() {
  auto tools = LoadTools({kRoot + "/extractors", kRoot + "/pipeline/clean/data"});
  EXPECT_TRUE(tools) << tools.error().message;
  return std::move(*tools);
}

TEST(Corpus, LosesAndChangesNoRecordOfTheBaseline) {
  auto run = Regress(kRoot + "/corpus", LoadedTools());
  ASSERT_TRUE(run) << run.error().message;
  ASSERT_TRUE(run->has_baseline) << "corpus/baseline.jsonl is gone: nobody would know what is lost";
  for (const Difference& one : run->differences) {
    if (one.what == Difference::What::kFound) continue;
    const bool lost = one.what == Difference::What::kLost;
    ADD_FAILURE() << one.before.case_id << (lost ? " lost " : " changed ") << one.before.kind << " "
                  << one.before.fields << (lost ? "" : "\n  to " + one.now.fields) << "\n  "
                  << one.before.sentence;
  }
  EXPECT_FALSE(run->worse());
}

TEST(Corpus, WithoutABaselineNobodyKnows) {
  TempFolder folder;
  std::filesystem::copy(kRoot + "/corpus/en/0002-disbursement-conference", folder.path("one"));
  auto run = Regress(folder.path(), LoadedTools());
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_TRUE(run->worse());
  ASSERT_TRUE(AcceptRegression(*run, folder.path()));
  run = Regress(folder.path(), LoadedTools());
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_FALSE(run->worse());
}

TEST(Corpus, TwoRunsSayTheSame) {
  Tools tools = LoadedTools();
  auto report = [&] {
    auto run = Regress(kRoot + "/corpus", tools);
    EXPECT_TRUE(run) << run.error().message;
    std::ostringstream out;
    if (run) WriteRegression(*run, {.details = true}, out);
    return out.str();
  };
  std::string first = report();
  EXPECT_GT(first.size(), 1000u);
  EXPECT_EQ(first, report());
}

TEST(Corpus, NamedCasesAloneAreReadAndCompared) {
  Tools tools = LoadedTools();
  auto all = Regress(kRoot + "/corpus", tools),
       some = Regress(kRoot + "/corpus", tools, {"en/0001", "vi/0002"});
  ASSERT_TRUE(all && some);
  EXPECT_EQ(some->cases, 2u);
  EXPECT_EQ(some->languages, (std::vector<std::string>{"en", "vi"}));
  std::vector<KeptRecord> expected;
  for (const KeptRecord& one : all->records) {
    if (one.case_id.starts_with("en/0001") || one.case_id.starts_with("vi/0002")) expected.push_back(one);
  }
  ASSERT_EQ(some->records.size(), expected.size());
  EXPECT_EQ(some->Count(Difference::What::kLost), 0u);  // the baseline of other cases is left out
  auto none = Regress(kRoot + "/corpus", tools, {"xx"});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error(), (Error{"usage", kRoot + "/corpus: no case is called xx…"}));
}

TEST(Corpus, AFolderWithoutCasesIsAnError) {
  auto run = Regress(kRoot + "/docs", LoadedTools());
  ASSERT_FALSE(run);
  EXPECT_EQ(run.error(),
            (Error{"usage", kRoot + "/docs: no case in it (a folder with page.html and gold.json)"}));
}

}  // namespace
}  // namespace acta
