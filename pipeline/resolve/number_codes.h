// What follows the digits of a document's number, by its kind and by who issues it: a resolution of the Politburo is
// "…-NQ/TW".
//
//   Result<NumberCodes> codes = NumberCodes::Load(folder + "/number_codes.tsv");
//   codes->Of("resolution", "politburo");  // "-NQ/TW"; "" where numbers do not follow from it
#pragma once

#include <map>
#include <string>
#include <utility>

#include "pipeline/text/result.h"

namespace acta {

class NumberCodes {
 public:
  static Result<NumberCodes> Load(const std::string& path);

  // `body`: an id of the catalog.
  std::string Of(const std::string& kind, const std::string& body) const;

 private:
  std::map<std::pair<std::string, std::string>, std::string> codes_;
};

}  // namespace acta
