// Ctrl-C as a request: the first one asks the run to finish what it has begun, the second one ends it.
//
//   Interrupt interrupt;                  // before any other thread is made
//   RunLine(source, tools, {.stop = interrupt.token()}, …);
//   if (interrupt.requested()) return ExitCode::kInterrupted;
#pragma once

#include <stop_token>
#include <thread>

namespace acta {

class Interrupt {
 public:
  // Takes SIGINT and SIGTERM from this thread and those that it makes later, for a thread of its own.
  Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt();

  std::stop_token token() const { return stop_.get_token(); }
  bool requested() const { return stop_.stop_requested(); }

 private:
  std::stop_source stop_;
  std::jthread listener_;
};

}  // namespace acta
