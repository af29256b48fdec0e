#include "pipeline/store/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

namespace acta {

Result<std::unique_ptr<WriterLock>> WriterLock::Take(const std::string& database, int patience_ms) {
  const std::string path = database + "-lock";
  int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) {
    return Fail("db_unwritable", database + " cannot be written: " + path + ": " + std::strerror(errno) +
                                     "; check that the folder exists and its permissions");
  }
  std::unique_ptr<WriterLock> lock(new WriterLock(file));
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience_ms);
  while (flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) {
      return Fail("db_unwritable", path + " cannot be locked: " + std::strerror(errno));
    }
    if (std::chrono::steady_clock::now() >= until) {
      return Fail("db_locked",
                  database + " is being written by another acta; try again when it has finished");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return lock;
}

WriterLock::~WriterLock() { close(file_); }

}  // namespace acta
