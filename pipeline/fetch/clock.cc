#include "pipeline/fetch/clock.h"

#include <algorithm>
#include <chrono>

namespace acta {
namespace {

template <class C>
int64_t Milliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(C::now().time_since_epoch()).count();
}

}  // namespace

SystemClock::SystemClock()
    : offset_ms_(Milliseconds<std::chrono::system_clock>() - Milliseconds<std::chrono::steady_clock>()) {}

int64_t SystemClock::NowMs() const { return Milliseconds<std::chrono::steady_clock>() + offset_ms_; }

void SystemClock::WaitUntil(int64_t until_ms, const std::function<void(int64_t ms)>& wait) {
  wait(std::max<int64_t>(0, until_ms - NowMs()));
}

}  // namespace acta
