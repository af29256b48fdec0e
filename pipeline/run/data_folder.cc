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

// A build tree mirrors the folders of the source tree, so a folder of the right name is not enough.
bool HoldsPacks(const fs::path& path) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(path, ignored)) {
    if (fs::is_regular_file(entry.path() / "language.toml", ignored)) return true;
  }
  return false;
}

Result<fs::path> FindHome() {
  if (const char* named = std::getenv("ACTA_HOME"); named && *named) {
    if (IsFolder(named)) return fs::path(named);
    return Fail("config", std::string("ACTA_HOME: ") + named + " is not a folder");
  }
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  std::vector<fs::path> places = {folder.parent_path() / "share" / "acta"};
  for (fs::path above = folder; above.has_relative_path(); above = above.parent_path())
    places.push_back(above);
  for (const fs::path& place : places) {
    if (HoldsPacks(place / "extractors")) return place;
  }
  return Fail("config", "no data was found near " + folder.string() + "; name its folder in ACTA_HOME");
}

}  // namespace

Result<DataFolders> FindData(const std::string& packs) {
  if (!packs.empty() && !IsFolder(packs)) return Fail("config", "--packs: " + packs + " is not a folder");
  Result<fs::path> home = FindHome();
  if (!home) return tl::unexpected(home.error());
  DataFolders folders{packs.empty() ? *home / "extractors" : fs::path(packs), *home / "clean",
                      *home / "resolve"};
  if (!IsFolder(folders.clean)) folders.clean = *home / "pipeline" / "clean" / "data";  // of a source tree
  if (!IsFolder(folders.resolve)) folders.resolve = *home / "pipeline" / "resolve" / "data";
  return folders;
}

}  // namespace acta
