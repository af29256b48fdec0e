// The shipped rules of the cleaner, loaded once for a test program.
#pragma once

#include <cstdlib>
#include <iostream>

#include "pipeline/clean/rules.h"

namespace acta {

inline const CleanRules& RulesForTests() {
  static const CleanRules rules = [] {
    Result<CleanRules> loaded = CleanRules::Load(ACTA_SOURCE_DIR "/pipeline/clean/data");
    if (!loaded) {
      std::cerr << loaded.error().message << "\n";
      std::exit(2);
    }
    return *std::move(loaded);
  }();
  return rules;
}

}  // namespace acta
