// A clock that stands still until somebody waits for it. Safe to read from other threads.
#pragma once

#include <atomic>

#include "pipeline/fetch/clock.h"

namespace acta {

class FakeClock : public Clock {
 public:
  int64_t NowMs() const override { return now_ms_; }
  void WaitUntil(int64_t until_ms, const std::function<void(int64_t ms)>&) override {
    Advance(until_ms - NowMs());
  }
  void Advance(int64_t ms) {
    if (ms > 0) now_ms_ += ms;
  }

 private:
  std::atomic<int64_t> now_ms_ = 1'700'000'000'000;
};

}  // namespace acta
