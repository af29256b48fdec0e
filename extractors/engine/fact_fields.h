// Which captures and constants a rule of a record's kind may name, from the field tables of records.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schemas/vocabulary.h"

namespace acta {

struct FactField {
  std::string name;
  vocabulary::Words one_of;  // empty for free text
};

// The fields of a record kind, and the parts that rules name beside them (`order`, `due`, `support` …).
// Empty for a kind that is no record.
const std::vector<FactField>& FactFields(std::string_view kind);

// Whether units of this kind become records.
inline bool IsFact(std::string_view kind) { return !FactFields(kind).empty(); }

}  // namespace acta
