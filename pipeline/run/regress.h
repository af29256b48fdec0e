// The regression run: the whole line over a folder of cases, against gold and against what it said before.
//
//   Result<Regression> run = Regress("corpus", tools);
//   WriteRegression(*run, {.details = false}, std::cout);
//   return run->worse() ? 1 : 0;
//
// A case is a folder, at any depth, that holds page.html and gold.json; its id is its path below DIR. The
// baseline, DIR/baseline.jsonl, holds every record that the program read when somebody last accepted it.
// docs/regression.md tells how to read the report. The same cases, packs and program give the same bytes.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/run/kept_record.h"
#include "pipeline/run/read_page.h"
#include "pipeline/run/score.h"
#include "pipeline/text/result.h"

namespace acta {

struct Refusal {
  std::string case_id;
  Error error;
};

struct Regression {
  size_t cases = 0;
  std::vector<std::string> languages;  // of the cases, sorted
  Scores scores;
  std::vector<KeptRecord> records;  // of all cases, in order
  std::vector<Refusal> refusals;    // pages that could not be read: their records count as missed
  bool has_baseline = false;
  std::vector<Difference> differences;

  size_t Count(Difference::What what) const;
  // Whether a record of the baseline was lost or changed, or nobody can know: there is none.
  bool worse() const {
    return !has_baseline || Count(Difference::What::kLost) + Count(Difference::What::kChanged) > 0;
  }
};

// `only`: the cases whose ids begin so, and what the baseline says of them; all cases when it is empty.
// Fails with "usage" when `folder` holds no case or none that is called so, "bad_gold" when a gold.json is none,
// "bad_baseline", or "io".
Result<Regression> Regress(const std::filesystem::path& folder, const Tools& tools,
                           const std::vector<std::string>& only = {});

struct RegressionView {
  bool details = false;  // every miss and every false alarm too
};

void WriteRegression(const Regression& run, const RegressionView& view, std::ostream& out);

// Writes DIR/baseline.jsonl anew, whole or not at all.
Result<void> AcceptRegression(const Regression& run, const std::filesystem::path& folder);

}  // namespace acta
