// The straight line: a source of pages, N workers that read them, one sink in order.
//
//   RunReport report;
//   RunLine(*source, tools, {.workers = 4}, [&](PageReading& page, RunReport&) { … }, report);
//
// The source is pulled and the sink called by one thread at a time, the sink in the order of the source; in
// between, workers clean and extract. At most `in_flight` pages are in memory. What the sink sees does not
// depend on the number of workers.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>

#include "pipeline/fetch/page_source.h"
#include "pipeline/run/read_page.h"
#include "pipeline/run/report.h"
#include "pipeline/store/article_rows.h"
#include "schemas/records.h"

namespace acta {

// What one input came to.
struct PageReading {
  SourcedPage from;  // its bytes are dropped once they are read
  size_t page_bytes = 0;
  Result<Article> article;  // an article, or why there is none
  Facts facts;              // empty unless the line extracts; the sink has them unless `prepare` took them
  int64_t records = 0;      // how many they are
  CleanTrace trace;         // filled when the options ask for it
  // What PreparePage makes of it (prepare_page.h), if the line prepares: which page it is, and what is stored.
  std::string identity;
  std::optional<Result<ArticleRows>> rows;
};

// How far the line goes.
enum class LastStage { kClean, kExtract };

struct LineOptions {
  int workers = 0;       // 0 = as many as the machine has processors
  size_t in_flight = 0;  // 0 = 32 for each worker
  LastStage last = LastStage::kExtract;
  bool trace = false;
  ReadOptions read{};
  // What else is to be done of a page that was read before the sink sees it. Called by the workers at the same time.
  std::function<void(PageReading&)> prepare{};
  // Makes safe what the sink was given. With it, pages that come while the sink is busy are given to it together, then
  // this is called, and then only is the source told that they are Done: a store writes many in one transaction when
  // many wait, and each as it comes when none does. On the sink's thread.
  std::function<Result<void>()> commit{};
  std::stop_token stop{};
  std::function<void(const RunReport&)> progress{};  // after one input or several, on the sink's thread
};

// The sink. An Error ends the run: what is in flight is dropped, and counted as not reached. What the report says of the
// page in hand is counted before it is given, so a sink that does not take it sets the report right.
using PageSink = std::function<Result<void>(PageReading&, RunReport&)>;

// `report` counts also what was done before an Error. An exhausted or stopped source is no error.
Result<void> RunLine(PageSource& source, const Tools& tools, const LineOptions& options, const PageSink& sink,
                     RunReport& report);

}  // namespace acta
