// A unit that is to become a record, and where it stands.
#pragma once

#include <cstdint>
#include <string_view>

namespace acta {

struct FactUnit {
  uint32_t unit = 0;
  uint32_t sentence = 0;
  int container = -1;     // index of the nearest record's unit around it; -1 = none
  std::string_view kind;  // of Pack::kinds
  bool in_task = false;   // inside an order or a task: what is counted there is a goal
};

}  // namespace acta
