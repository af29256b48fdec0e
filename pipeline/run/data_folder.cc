#include "pipeline/run/data_folder.h"

#include <cstdlib>
#include <vector>

namespace acta {
namespace {

namespace fs = std::filesystem;

bool IsFolder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

// What the user named is taken at its word: when it is not there, nothing else is tried.
Result<fs::path> Named(const fs::path& path, const std::string& by) {
  if (IsFolder(path)) return path;
  return Fail("config", by + ": " + path.string() + " is not a folder");
}

}  // namespace

Result<fs::path> FindPacks(const std::string& given) {
  if (!given.empty()) return Named(given, "--packs");
  if (const char* home = std::getenv("ACTA_HOME"); home && *home) return Named(fs::path(home) / "extractors", "ACTA_HOME");

  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path folder = program.parent_path();
  std::vector<fs::path> places = {folder.parent_path() / "share" / "acta" / "extractors"};
  for (fs::path above = folder; above.has_relative_path(); above = above.parent_path()) {
    places.push_back(above / "extractors");
  }
  for (const fs::path& place : places) {
    if (IsFolder(place)) return place;
  }
  return Fail("config", "the language packs were not found near " + folder.string() +
                            "; name their folder with --packs or in ACTA_HOME");
}

}  // namespace acta
