// Where a record stands and what states its values, as record.mentions and record.evidence keep it: JSON that the views
// `mention` and `evidence` spread into rows for any SQLite tool.
//
//   mentions   [[752, 774]]                                       the places after the first
//   evidence   {"task": [[170, 206]], "date": [[192, 206, "inferred"]], "assignees": [[148, 155], [157, 169]]}
//
// Places are pairs of code points, from 0, the end left out. A basis stands beside a place where the text does not print
// the value. One text for all values of a record: a row for each was half of what storing an article cost.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schemas/records.h"

namespace acta {

// A place in code points.
struct PlaceInText {
  int64_t start = 0, end = 0;
  Basis basis = Basis::kPrinted;

  friend bool operator==(const PlaceInText&, const PlaceInText&) = default;
};

// Mentions and the places of a list follow each other as they come; fields are written by name, so that the text is the
// same whoever writes it.
class PlacesWriter {
 public:
  void Mention(PlaceInText place);
  void Value(std::string_view field, PlaceInText place);

  std::string Mentions() const;  // empty when there is none
  std::string Evidence() const;

 private:
  std::string mentions_;
  std::vector<std::pair<std::string, std::string>> values_;  // field, its places
};

// What was written; nothing when the text is no such JSON.
std::optional<std::vector<PlaceInText>> ReadMentions(std::string_view json);
std::optional<std::map<std::string, std::vector<PlaceInText>, std::less<>>> ReadEvidence(
    std::string_view json);

}  // namespace acta
