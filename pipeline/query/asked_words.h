// The words that people write before a name or a number and that are no part of it, from the packs' lexicons.
//
//   Result<AskedWords> words = AskedWords::Load(folders.packs);
//   words->NumberIn("nghị quyết 57")            // "57"
//   words->NameIn("Mr. Tran Quoc Thinh")        // "Tran Quoc Thinh"
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "pipeline/text/result.h"

namespace acta {

class AskedWords {
 public:
  // Reads the lexicons of all packs in the folder, those of people and of documents. Fails with "config".
  static Result<AskedWords> Load(const std::string& packs);

  // The number without the kinds of documents, their codes and the number signs of any language before its first digit;
  // "57 NQ/TW" as it is written, "57-NQ/TW". What has no digit, or other words before it, as it is.
  std::string NumberIn(const std::string& asked) const;

  // The name without the honorifics of any language before it. What is nothing else, as it is.
  std::string NameIn(const std::string& asked) const;

 private:
  std::set<std::string, std::less<>> documents_, honorifics_;  // phrases of folded words
};

}  // namespace acta
