#include "pipeline/run/interrupt.h"

#include <unistd.h>
#include <csignal>
#include <ctime>

namespace acta {
namespace {

constexpr int kInterruptedExit = 130;  // as of a shell: 128 + SIGINT

sigset_t Signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

Interrupt::Interrupt() {
  sigset_t signals = Signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  listener_ = std::jthread([this, signals](std::stop_token ended) {
    while (!ended.stop_requested()) {
      timespec pause{0, 50'000'000};
      if (sigtimedwait(&signals, nullptr, &pause) < 0) continue;
      if (stop_.stop_requested()) _exit(kInterruptedExit);
      stop_.request_stop();
    }
  });
}

Interrupt::~Interrupt() {
  listener_.request_stop();
  listener_.join();
  sigset_t signals = Signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace acta
