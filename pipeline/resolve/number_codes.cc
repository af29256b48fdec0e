#include "pipeline/resolve/number_codes.h"

#include <vector>

#include "pipeline/resolve/table.h"

namespace acta {

Result<NumberCodes> NumberCodes::Load(const std::string& path) {
  NumberCodes table;
  Result<void> read = ReadTable(path, 3, [&](const std::vector<std::string>& row) {
    const bool is_new = table.codes_.emplace(std::pair(row[0], row[1]), row[2]).second;
    return is_new ? std::string() : "a " + row[0] + " of " + row[1] + " stands twice";
  });
  if (!read) return tl::unexpected(read.error());
  return table;
}

std::string NumberCodes::Of(const std::string& kind, const std::string& body) const {
  const auto found = codes_.find({kind, body});
  return found == codes_.end() ? "" : found->second;
}

}  // namespace acta
