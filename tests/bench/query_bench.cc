// How long the questions take in a large store, in the library, process start apart.
//
//   acta_query_bench [ARTICLES] [FILE] [LABEL]   100000 articles in a file that is made and removed; FILE is kept, and
//                                                asked as it is when it is there already; LABEL: only what has it
//
// Prints the size for each article and, for each question, the median and the longest of 21 times, and the median of the
// processor's time. Exit status 1 when the latter is over 50 ms: the clock tells more of what else the machine does.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <vector>

#include "pipeline/query/question.h"
#include "pipeline/store/open.h"
#include "tests/bench/big_store.h"

namespace acta {
namespace {

constexpr double kGoalMs = 50;
constexpr int kTimes = 21;

struct Asked {
  const char* question;
  const char* label;
  Filter filter;
};

std::vector<Asked> Asking() {
  const Date from{2025, 9, 1}, to{2025, 9, 30};
  return {
      {"due", "a month", {.from = from, .to = to, .limit = 100}},
      {"due", "a month, a province", {.from = from, .to = to, .place = "tinh7", .limit = 100}},
      {"due", "a body", {.agency = "so du lich tinh7", .limit = 100}},
      {"due",
       "a body of all provinces, a month",
       {.from = from, .to = to, .agency = "so du lich", .limit = 100}},
      {"due", "a resolution", {.resolution = "57-NQ/TW", .limit = 100}},
      {"due", "everything, the first page", {.limit = 100}},
      {"overdue", "a body", {.agency = "so tu phap tinh7", .today = Date{2025, 10, 1}, .limit = 100}},
      {"overdue", "since a month", {.from = from, .today = Date{2025, 10, 1}, .limit = 100}},
      {"progress", "a month", {.from = from, .to = to, .limit = 100}},
      {"resolution", "of the centre", {.name = "57-NQ/TW", .limit = 100}},
      {"resolution", "of a province", {.name = "500214/KH-UBND", .limit = 100}},
      {"official", "a person", {.name = "Tran Quoc Thinh tinh7", .limit = 100}},
      {"targets", "a month", {.from = from, .to = to, .limit = 100}},
      {"posts", "a person", {.name = "Tran Quoc Thinh tinh7", .limit = 100}},
      {"agency", "a body", {.name = "so tu phap tinh7", .limit = 100}},
      {"changes", "everything, the first page", {.limit = 100}},
      {"new", "the last run", {.since = "last", .limit = 100}},
      {"requests", "a month", {.from = from, .to = to, .limit = 100}},
      {"search", "two words", {.name = "dang uy", .limit = 20}},
      {"search", "a phrase", {.name = "\"phat trien kinh te tu nhan\"", .limit = 20}},
      {"search", "a rare word", {.name = "tinh7 57-nq/tw", .limit = 20}},
      {"coverage", "everything", {}},
  };
}

struct Times {
  double wall_ms, cpu_ms;  // the processor's time tells more on a busy machine
};

double CpuMs() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Times AskOnce(const Database& db, const Asked& asked, size_t& rows) {
  const auto begin = std::chrono::steady_clock::now();
  const double cpu = CpuMs();
  Result<Rows> answer = Ask(db, *FindQuestion(asked.question), asked.filter);
  const auto end = std::chrono::steady_clock::now();
  if (!answer) {
    fmt::print(stderr, "{}: {}\n", asked.question, answer.error().message);
    std::exit(2);
  }
  rows = answer->rows.size();
  return {std::chrono::duration<double, std::milli>(end - begin).count(), CpuMs() - cpu};
}

int Run(const std::string& path, std::string_view label) {
  Result<Database> db = OpenForReading(path);
  if (!db) {
    fmt::print(stderr, "{}\n", db.error().message);
    return 2;
  }
  fmt::print("{:<12} {:<34} {:>6} {:>10} {:>10} {:>10}\n", "question", "asked of", "rows", "median ms",
             "longest", "cpu ms");
  int slow = 0;
  for (const Asked& asked : Asking()) {
    if (std::string_view(asked.label).find(label) == label.npos) continue;
    std::vector<double> wall, cpu;
    size_t rows = 0;
    for (int n = 0; n < kTimes; ++n) {
      const Times times = AskOnce(*db, asked, rows);
      wall.push_back(times.wall_ms);
      cpu.push_back(times.cpu_ms);
    }
    std::sort(wall.begin(), wall.end());
    std::sort(cpu.begin(), cpu.end());
    const double median = wall[wall.size() / 2], busy = cpu[cpu.size() / 2];
    slow += busy > kGoalMs;
    fmt::print("{:<12} {:<34} {:>6} {:>10.1f} {:>10.1f} {:>10.1f}{}\n", asked.question, asked.label, rows,
               median, wall.back(), busy, busy > kGoalMs ? "  over" : "");
    std::fflush(stdout);
  }
  return slow > 0 ? 1 : 0;
}

int Main(int argc, char** argv) {
  const int64_t articles = argc > 1 ? std::atoll(argv[1]) : 100'000;
  const bool kept = argc > 2;
  const std::string path =
      kept ? argv[2]
           : (std::filesystem::temp_directory_path() / ("acta-query-bench-" + std::to_string(articles)))
                 .string();
  if (!std::filesystem::exists(path)) {
    Result<BigStore> big = MakeBigStore(path, articles);
    if (!big) {
      fmt::print(stderr, "{}\n", big.error().message);
      return 2;
    }
    fmt::print("{} articles, {} records in {:.0f} s; {:.1f} KB an article\n", big->articles, big->records,
               big->seconds, static_cast<double>(big->bytes) / 1024 / static_cast<double>(big->articles));
  }
  const int status = Run(path, argc > 3 ? argv[3] : "");
  if (!kept) {
    for (const char* rest : {"", "-wal", "-shm", "-lock"}) std::filesystem::remove(path + rest);
  }
  return status;
}

}  // namespace
}  // namespace acta

int main(int argc, char** argv) { return acta::Main(argc, argv); }
