// One writer at a time, across programs: an advisory lock on "<database>-lock".
//
// SQLite lets writers take turns; acta does not want turns but one owner, so that all checkpoints of the
// log come from one connection. The lock ends with the process, however it ends; the file stays behind.
#pragma once

#include <memory>
#include <string>

#include "pipeline/text/result.h"

namespace acta {

class WriterLock {
 public:
  // Waits up to `patience_ms`. Fails with "db_locked" or "db_unwritable".
  static Result<std::unique_ptr<WriterLock>> Take(const std::string& database, int patience_ms);

  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  ~WriterLock();

 private:
  explicit WriterLock(int file) : file_(file) {}
  int file_;
};

}  // namespace acta
