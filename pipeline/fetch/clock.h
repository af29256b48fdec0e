// Time as a parameter: the fetcher waits for hosts by a clock that tests can turn.
#pragma once

#include <cstdint>
#include <functional>

namespace acta {

class Clock {
 public:
  virtual ~Clock() = default;

  // Milliseconds since 1970, UTC. Never goes back.
  virtual int64_t NowMs() const = 0;

  // Lets time pass, to `until_ms` at the latest. `wait` really waits for the given milliseconds and may
  // return early; a clock of a test turns itself forward instead.
  virtual void WaitUntil(int64_t until_ms, const std::function<void(int64_t ms)>& wait) = 0;
};

// The time of this machine at construction, advanced by the monotonic clock. Safe to share.
class SystemClock : public Clock {
 public:
  SystemClock();
  int64_t NowMs() const override;
  void WaitUntil(int64_t until_ms, const std::function<void(int64_t ms)>& wait) override;

 private:
  int64_t offset_ms_;
};

}  // namespace acta
