// Memory that is taken in small pieces and given back all at once.
//
// Allocate() returns nullptr when the cap of bytes is met or the deadline has passed; `stopped_by` then says
// which. The deadline counts processor time of the calling thread, so that a busy machine changes no result.
// Nothing that lives in an arena has its destructor run. One thread at a time.
#pragma once

#include <time.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace acta {

class Arena {
 public:
  enum class Stop { kNone, kMemory, kTime };

  Arena(size_t cap, std::chrono::milliseconds deadline) : cap_(cap), until_(ThreadTime() + deadline) {}
  ~Arena() {
    for (char* block : blocks_) std::free(block);
  }
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // `size` bytes, aligned for any scalar; nullptr when a limit is met.
  void* Allocate(size_t size) {
    size = (size + kAlign - 1) & ~(kAlign - 1);
    if ((++calls_ & kClockMask) == 0 && ThreadTime() > until_) {
      stop_ = Stop::kTime;
      return nullptr;
    }
    if (size > left_ && !Grow(size)) return nullptr;
    last_ = next_;
    next_ += size;
    left_ -= size;
    return last_;
  }

  // Takes the piece back if it was the last one handed out; otherwise nothing happens.
  void Release(void* piece) {
    if (piece == nullptr || piece != last_) return;
    left_ += static_cast<size_t>(next_ - last_);
    next_ = last_;
    last_ = nullptr;
  }

  Stop stopped_by() const { return stop_; }
  size_t bytes() const { return taken_; }

 private:
  static constexpr size_t kAlign = alignof(std::max_align_t);
  static constexpr size_t kBlock = size_t{256} << 10;
  static constexpr uint32_t kClockMask = 511;  // the clock is read every 512 calls

  static std::chrono::nanoseconds ThreadTime() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
  }

  bool Grow(size_t size) {
    size_t block = size > kBlock ? size : kBlock;
    char* memory = taken_ + block > cap_ ? nullptr : static_cast<char*>(std::malloc(block));
    if (memory == nullptr) {
      stop_ = Stop::kMemory;
      return false;
    }
    blocks_.push_back(memory);
    taken_ += block;
    next_ = memory;
    left_ = block;
    return true;
  }

  size_t cap_;
  std::chrono::nanoseconds until_;
  std::vector<char*> blocks_;
  char* next_ = nullptr;
  char* last_ = nullptr;
  size_t left_ = 0;
  size_t taken_ = 0;
  uint32_t calls_ = 0;
  Stop stop_ = Stop::kNone;
};

}  // namespace acta
