// Statements to tasks: what is to be done once, however often it was said.
//
//   for (const Task& task : GroupStatements(statements)) …
//
// Statements are one task when a story bundles them, or when they lay nearly the same words, in one language, on
// one body, or when people say so. Pure; the order of statements does not matter.
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
  bool disputed = false;  // statements of one day name different days; what a newer version replaced is none
  struct Said {
    TaskStatement statement;
    std::string what;  // assigned, repeated, extended, reported
    Reason reason;
  };
  std::vector<Said> statements;  // in order of time
};

// What people decided of statements, by ids of records; of several the later holds.
struct StatementDecision {
  bool one = true;  // they say one task; else they say one that no other statement says
  std::vector<std::string> records;
  Reason reason;
};

std::vector<Task> GroupStatements(const std::vector<TaskStatement>& statements,
                                  const std::vector<StatementDecision>& decisions = {});

// Whether two statements of two articles lay one task on somebody: nearly the same words of one language, among them
// the same names and figures, half a year apart at most. So "inspect the works at An Phú" and "… at Bình Minh" are two,
// and what repeats a formula is not chained to one task that grows with the store. Symmetric.
bool SameTask(const TaskStatement& a, const TaskStatement& b);

// The half of a year (12 bits), whom it is laid on (24), and some of the words with all names and figures (28): two
// statements that are SameTask are found, nearly always, by a key of the one among the near keys of the other, which
// are of the halves around too. In this order, so that the keys of a time lie together, and those of a body in it: what is written of the news of a
// day is a few pages of the index, however much was written before.
std::vector<uint64_t> TaskKeys(const TaskStatement& statement);
std::vector<uint64_t> NearTaskKeys(const TaskStatement& statement);

}  // namespace acta
