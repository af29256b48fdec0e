#include "pipeline/run/line.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "pipeline/run/line_source.h"
#include "schemas/json.h"
#include "schemas/walk.h"

namespace acta {
namespace {

using Steady = std::chrono::steady_clock;

// So many that the other workers have room while one of them stores what has gathered (pipeline/store/batch.cc).
constexpr size_t kInFlight = 32;  // for each worker

// How much gathers at most before it is given to a sink that commits.
constexpr size_t kMostGathered = 64;
constexpr size_t kMostGatheredBytes = 4 << 20;  // of texts

// What one thread did before Give() is seen by the thread that calls Take() after it. TBB promises the same between
// two filters; said again here, ThreadSanitizer sees it too, although Debian's TBB is not built for it.
class HandOver {
 public:
  void Give() { turns_.fetch_add(1, std::memory_order_release); }
  void Take() const { static_cast<void>(turns_.load(std::memory_order_acquire)); }

 private:
  std::atomic<uint32_t> turns_ = 0;
};

// For a filter that runs one page at a time: each page's turn sees what the turns before did.
class Turn {
 public:
  explicit Turn(HandOver& turns) : turns_(turns) { turns_.Take(); }
  ~Turn() { turns_.Give(); }
  Turn(const Turn&) = delete;

 private:
  HandOver& turns_;
};

// A page on its way, with the time that each stage took for it.
struct Item {
  HandOver hand_over;
  PageReading reading;
  std::chrono::nanoseconds fetch{}, clean{}, extract{};
  bool extracted = false;
  size_t corrected = 0;  // values that left their vocabulary
};
// TBB copies what passes between filters: a pointer is cheap to copy. The last filter frees it.
using ItemPtr = Item*;

size_t TextOf(const Item& item) { return item.reading.article ? item.reading.article->text.size() : 0; }

template <class Work>
std::chrono::nanoseconds Timed(Work&& work) {
  const auto begin = Steady::now();
  work();
  return Steady::now() - begin;
}

// A line of `acta extract`: read already, elsewhere.
void ReadLine(Item& item) {
  PageReading& reading = item.reading;
  item.extract = Timed([&] {
    Result<Extraction> extraction = ParseExtractLine(reading.from.page->bytes);
    if (!extraction) {
      reading.article = tl::unexpected(extraction.error());
      std::string refused = SourceOfLine(reading.from.page->bytes);
      if (!refused.empty()) reading.from.source = std::move(refused);
      return;
    }
    reading.article = std::move(extraction->article);
    reading.facts = std::move(extraction->facts);
    item.extracted = true;
  });
  reading.from.page->bytes = {};
  if (reading.article && !reading.article->source.empty()) reading.from.source = reading.article->source;
}

void Read(Item& item, const Tools& tools, const LineOptions& options) {
  PageReading& reading = item.reading;
  if (!reading.from.page) {
    reading.article = tl::unexpected(reading.from.page.error());
    return;
  }
  if (HeaderValue(reading.from.page->headers, "content-type") == kExtractedLine) return ReadLine(item);
  item.clean = Timed([&] {
    reading.article =
        ReadPage(*reading.from.page, tools.clean, options.read, options.trace ? &reading.trace : nullptr);
  });
  reading.from.page->bytes = {};
  if (!reading.article) return;
  // A feed knows things that its pages do not always say.
  if (const auto& link = reading.from.link) {
    if (reading.article->published.empty()) reading.article->published = link->published;
    if (reading.article->language.empty()) reading.article->language = link->language.substr(0, 2);
  }
  if (options.last != LastStage::kExtract) return;
  item.extract = Timed([&] {
    Result<Facts> facts = ReadFacts(*reading.article, tools.packs, &item.corrected);
    if (facts) {
      reading.facts = std::move(*facts);
      item.extracted = true;
    } else {
      reading.article = tl::unexpected(facts.error());
    }
  });
}

void Count(const Item& item, RunReport& report) {
  const PageReading& reading = item.reading;
  const auto page_bytes = static_cast<int64_t>(reading.page_bytes);
  ++report.inputs;
  if (reading.from.page) {
    report.fetch.Add(page_bytes, item.fetch);
    report.clean.Add(page_bytes, item.clean);
  }
  if (!reading.article) {
    const std::string& kind = reading.article.error().kind;
    if (kind == "cancelled") {
      ++report.cancelled;
    } else {
      ++report.refused;
      ++report.reasons[kind];
    }
    return;
  }
  ++report.read;
  report.partial += reading.article->status != "ok";
  if (item.extracted) report.extract.Add(static_cast<int64_t>(reading.article->text.size()), item.extract);
  report.corrected += static_cast<int64_t>(item.corrected);
  report.records += reading.records;
}

// The end of the line: gives pages to the sink, one or several at once.
class Sink {
 public:
  Sink(PageSource& source, const LineOptions& options, const PageSink& sink, RunReport& report)
      : source_(source), options_(options), sink_(sink), report_(report), begin_(Steady::now()) {}

  // `last`: no other page is on its way now.
  Result<void> Take(std::unique_ptr<Item> item, bool last) {
    bytes_ += TextOf(*item);
    gathered_.push_back(std::move(item));
    if (options_.commit && !last && gathered_.size() < kMostGathered && bytes_ < kMostGatheredBytes)
      return {};
    Result<void> status = Give();
    gathered_.clear();
    bytes_ = 0;
    return status;
  }

  // Counts a page that came after a failure.
  void Drop() {
    ++report_.inputs;
    ++report_.cancelled;
  }

  void SetWall() { report_.wall = Steady::now() - begin_; }

 private:
  Result<void> Give() {
    Result<void> status;
    for (const auto& item : gathered_) {
      if (!status) {
        Drop();
        continue;
      }
      Count(*item, report_);
      const auto size = static_cast<int64_t>(TextOf(*item));
      report_.sink.Add(size, Timed([&] { status = sink_(item->reading, report_); }));
    }
    if (status && options_.commit) report_.sink.time += Timed([&] { status = options_.commit(); });
    SetWall();
    for (const auto& item : gathered_) {
      if (status && !item->reading.from.ticket.empty()) source_.Done(item->reading.from.ticket);
    }
    if (options_.progress) options_.progress(report_);
    return status;
  }

  PageSource& source_;
  const LineOptions& options_;
  const PageSink& sink_;
  RunReport& report_;
  Steady::time_point begin_;
  std::vector<std::unique_ptr<Item>> gathered_;
  size_t bytes_ = 0;
};

}  // namespace

Result<void> RunLine(PageSource& source, const Tools& tools, const LineOptions& options, const PageSink& sink,
                     RunReport& report) {
  const int workers = options.workers > 0
                          ? options.workers
                          : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  const size_t in_flight = options.in_flight ? options.in_flight : static_cast<size_t>(workers) * kInFlight;
  Sink end(source, options, sink, report);
  Result<void> status;
  std::atomic<bool> failed = false;
  std::atomic<int64_t> on_their_way = 0;  // pages that were pulled and not put
  HandOver pulling, putting;
  pulling.Give();
  putting.Give();

  auto pull = [&](tbb::flow_control& flow) -> ItemPtr {
    Turn turn(pulling);
    auto item = std::make_unique<Item>();
    std::optional<SourcedPage> next;
    item->fetch = Timed([&] {
      if (!failed) next = source.Next(options.stop);
    });
    if (!next) {
      flow.stop();
      return nullptr;
    }
    item->reading.from = std::move(*next);
    if (item->reading.from.page) item->reading.page_bytes = item->reading.from.page->bytes.size();
    item->hand_over.Give();
    ++on_their_way;
    return item.release();
  };
  auto read = [&](ItemPtr item) {
    item->hand_over.Take();
    if (!failed) Read(*item, tools, options);
    WalkRecords(item->reading.facts, [&](const auto&) { ++item->reading.records; });
    if (!failed && item->reading.article && options.prepare) options.prepare(item->reading);
    item->hand_over.Give();
    return item;
  };
  auto put = [&](ItemPtr pointer) {
    Turn turn(putting);
    pointer->hand_over.Take();
    std::unique_ptr<Item> item(pointer);
    const bool last = --on_their_way == 0;
    if (failed) return end.Drop();
    status = end.Take(std::move(item), last);
    if (!status) failed = true;
  };

  tbb::task_scheduler_handle scheduler{tbb::attach{}};
  {
    // Without it TBB has no more threads than processors, and says so on standard error.
    tbb::global_control threads(tbb::global_control::max_allowed_parallelism, static_cast<size_t>(workers));
    tbb::task_arena arena(workers);
    arena.execute([&] {
      tbb::parallel_pipeline(in_flight,
                             tbb::make_filter<void, ItemPtr>(tbb::filter_mode::serial_in_order, pull) &
                                 tbb::make_filter<ItemPtr, ItemPtr>(tbb::filter_mode::parallel, read) &
                                 tbb::make_filter<ItemPtr, void>(tbb::filter_mode::serial_in_order, put));
    });
  }
  tbb::finalize(scheduler, std::nothrow);  // no thread outlives the run
  pulling.Take();
  putting.Take();
  end.SetWall();
  return status;
}

}  // namespace acta
