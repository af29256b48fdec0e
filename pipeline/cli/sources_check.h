// acta sources check: what acta understands of a source, or of a file that describes one.
#pragma once

#include <string>
#include <vector>

#include "pipeline/cli/ingest.h"

namespace acta::cli {

struct SourceCheck {
  std::string sources, format, base;
  std::string agent = "acta";
  std::vector<std::string> inputs;  // none: the enabled sources
  bool links = false;
  FetchOptions fetch;
};

// Returns the exit status.
int CheckSources(const SourceCheck& check);

}  // namespace acta::cli
