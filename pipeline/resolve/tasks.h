// Statements to tasks: what is to be done once, however often it was said.
//
//   for (const Task& task : GroupStatements(statements)) …
//
// Statements are one task when a story bundles them, or when they lay nearly the same words, in one language, on
// one body. Pure; the order of statements does not matter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/resolve/links.h"

namespace acta {

struct Task {
  std::string id;                      // "task-" and 16 hexadecimal digits
  std::string action, language;        // of the statement with most authority, of these the first
  std::vector<std::string> assignees;  // keys of forms, of all statements
  std::string due, first_due;
  bool disputed = false;  // statements of one day name different days
  struct Said {
    TaskStatement statement;
    std::string what;  // assigned, repeated, extended, reported
    Reason reason;
  };
  std::vector<Said> statements;  // in order of time
};

std::vector<Task> GroupStatements(const std::vector<TaskStatement>& statements);

// Whether two statements of two articles lay one task on somebody: nearly the same words of one language, half a
// year apart at most. Symmetric.
bool SameTask(const TaskStatement& a, const TaskStatement& b);

// Hashes of whom it is laid on, of the half of a year and of some of the words. Two statements that are SameTask are
// found, nearly always, by a key of the one among the near keys of the other, which are of the halves around too.
std::vector<uint64_t> TaskKeys(const TaskStatement& statement);
std::vector<uint64_t> NearTaskKeys(const TaskStatement& statement);

}  // namespace acta
