// The pages of corpus/, for benchmarks.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace acta {

// Paths of all page.html below corpus/, sorted.
inline std::vector<std::string> CorpusFiles() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(ACTA_SOURCE_DIR "/corpus")) {
    if (entry.path().filename() == "page.html") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace acta
