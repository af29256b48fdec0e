// What a run did: every input is in one of its numbers.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <string_view>

namespace acta {

struct StageCount {
  int64_t items = 0;
  int64_t bytes = 0;
  std::chrono::nanoseconds time{};  // summed over the workers

  void Add(int64_t size, std::chrono::nanoseconds took) {
    ++items;
    bytes += size;
    time += took;
  }
};

struct RunReport {
  StageCount fetch, clean, extract, sink;  // those that were reached; bytes of the page, then of the text
  int64_t inputs = 0;                      // = read + refused + forgotten + cancelled + unkept
  int64_t read = 0, refused = 0, cancelled = 0;
  int64_t forgotten = 0;  // not stored: removed on request before
  int64_t unkept = 0;     // not stored: the store failed; whatever had been read of them
  int64_t added = 0, unchanged = 0, reread = 0;  // of those read, when they are stored
  int64_t partial = 0;                           // of those read: cut, see the article's status
  int64_t records = 0;
  int64_t corrected = 0;                   // values outside their vocabulary: a fault of a pack
  std::map<std::string, int64_t> reasons;  // refusals by Error::kind
  std::chrono::nanoseconds wall{};
};

// The table at the end of a run: stage, items, MB, seconds of work, MB/s; then what became of the inputs.
// `sink` names the last stage.
void WriteReport(const RunReport& report, std::string_view sink, std::ostream& out);

}  // namespace acta
