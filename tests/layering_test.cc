// The layers of docs/architecture.md, read off the #include lines: nothing includes what lies to its right.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace acta {
namespace {

namespace fs = std::filesystem;

// A folder of sources and the folders that its files may include, besides its own.
const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"pipeline/text", {}},
    {"schemas", {"pipeline/text"}},
    {"extractors/engine", {"pipeline/text", "schemas"}},
    {"pipeline/fetch", {"pipeline/text"}},
    {"pipeline/clean", {"pipeline/text"}},
    {"pipeline/store", {"pipeline/text", "schemas"}},
    {"pipeline/export", {"pipeline/text", "schemas", "pipeline/store"}},
    {"pipeline/resolve", {"pipeline/text", "schemas", "pipeline/store"}},
    {"pipeline/query", {"pipeline/text", "schemas", "pipeline/store", "pipeline/resolve"}},
    {"pipeline/crawl", {"pipeline/text", "schemas", "pipeline/fetch", "pipeline/store"}},
    {"pipeline/archive", {"pipeline/text", "pipeline/fetch"}},
    {"pipeline/run",
     {"pipeline/text", "schemas", "extractors/engine", "pipeline/fetch", "pipeline/archive", "pipeline/clean",
      "pipeline/store"}},
    {"pipeline/cli",
     {"pipeline/text", "schemas", "extractors/engine", "pipeline/fetch", "pipeline/clean", "pipeline/store",
      "pipeline/archive", "pipeline/crawl", "pipeline/export", "pipeline/query", "pipeline/resolve",
      "pipeline/run"}},
};

struct Include {
  int line = 0;
  std::string path;  // of #include "path"
};

std::vector<Include> IncludesOf(const fs::path& file) {
  constexpr std::string_view kStart = "#include \"";
  std::vector<Include> includes;
  std::ifstream in(file);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (!line.starts_with(kStart)) continue;
    const size_t end = line.find('"', kStart.size());
    includes.push_back({number, line.substr(kStart.size(), end - kStart.size())});
  }
  return includes;
}

// What is wrong with the includes of a file in `folder`, one line each; empty when nothing is.
std::vector<std::string> FaultsOf(const std::string& folder, const std::string& file,
                                  const std::vector<Include>& includes) {
  std::vector<std::string> faults;
  const std::set<std::string>& allowed = kMayInclude.at(folder);
  for (const Include& include : includes) {
    const std::string target = fs::path(include.path).parent_path().string();
    if (target == folder || allowed.contains(target)) continue;
    faults.push_back(file + ":" + std::to_string(include.line) + ": " + folder + " may not include " +
                     include.path);
  }
  return faults;
}

bool IsSource(const fs::path& path) { return path.extension() == ".h" || path.extension() == ".cc"; }

// Every source file of the program by its folder, both relative to the root of the tree.
std::map<std::string, std::vector<std::string>> SourcesByFolder() {
  const fs::path root = ACTA_SOURCE_DIR;
  std::map<std::string, std::vector<std::string>> sources;
  for (const char* top : {"pipeline", "extractors", "schemas"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / top)) {
      if (!entry.is_regular_file() || !IsSource(entry.path())) continue;
      const fs::path path = entry.path().lexically_relative(root);
      sources[path.parent_path().string()].push_back(path.string());
    }
  }
  return sources;
}

TEST(Layering, EveryFolderOfSourcesHasItsPlace) {
  for (const auto& [folder, files] : SourcesByFolder()) {
    EXPECT_TRUE(kMayInclude.contains(folder)) << folder << " has no layer: give it one in kMayInclude";
  }
}

TEST(Layering, NothingIncludesToItsRight) {
  size_t read = 0;
  for (const auto& [folder, files] : SourcesByFolder()) {
    if (!kMayInclude.contains(folder)) continue;
    for (const std::string& file : files) {
      const std::vector<Include> includes = IncludesOf(fs::path(ACTA_SOURCE_DIR) / file);
      read += includes.size();
      for (const std::string& fault : FaultsOf(folder, file, includes)) ADD_FAILURE() << fault;
    }
  }
  EXPECT_GT(read, 100u) << "hardly any #include line was found";
}

TEST(Layering, LayersHaveNoCycle) {
  // Repeatedly take away the layers that include nothing which is left.
  std::map<std::string, std::set<std::string>> left = kMayInclude;
  auto is_free = [&](const auto& layer) {
    return std::ranges::none_of(layer.second, [&](const std::string& other) { return left.contains(other); });
  };
  while (!left.empty()) {
    const auto layer = std::ranges::find_if(left, is_free);
    ASSERT_NE(layer, left.end()) << "the layers include each other, " << left.begin()->first << " among them";
    left.erase(layer);
  }
}

// Where types stand at the beginning of a line, outside of unnamed namespaces: "acta::Place" → files.
std::map<std::string, std::set<std::string>> TypesOf(std::istream& in, const std::string& file) {
  std::map<std::string, std::set<std::string>> types;
  std::string space, line;
  bool unnamed = false;
  for (; std::getline(in, line);) {
    std::istringstream words(line);
    std::string first, name, last;
    words >> first >> name >> last;
    if (first == "namespace" && last != "=") {
      unnamed = name == "{";
      if (!unnamed && last == "{") space = name;
    } else if (line == "}  // namespace") {
      unnamed = false;
    } else if ((line.starts_with("struct ") || line.starts_with("class ")) && line.ends_with('{') &&
               !unnamed) {
      types[space + "::" + name].insert(file);
    }
  }
  return types;
}

// Two types of one name link without a word, and then the one's functions work on the other's values.
TEST(Layering, NoTwoTypesHaveOneName) {
  std::map<std::string, std::set<std::string>> all;
  for (const auto& [folder, _] : kMayInclude) {
    for (const auto& entry : fs::directory_iterator(fs::path(ACTA_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".h" && entry.path().extension() != ".cc") continue;
      std::ifstream in(entry.path());
      for (const auto& [name, files] : TypesOf(in, entry.path().filename()))
        all[name].insert(files.begin(), files.end());
    }
  }
  EXPECT_GT(all.size(), 200u);
  for (const auto& [name, files] : all)
    EXPECT_EQ(files.size(), 1u) << name << " in " << testing::PrintToString(files);
}

TEST(Layering, ATypeIsKnownByItsNamespace) {
  std::istringstream one(
      "namespace acta {\nnamespace {\nnamespace fs = std::filesystem;\nstruct A {\n}  // namespace\nstruct B "
      "{\nstruct C;\n");
  const auto types = TypesOf(one, "one.h");
  ASSERT_EQ(types.size(), 1u);
  EXPECT_EQ(types.begin()->first, "acta::B");
}

TEST(Layering, AFaultIsNamedWithItsLine) {
  const std::vector<Include> includes = {{3, "pipeline/text/span.h"}, {4, "pipeline/store/store.h"}};
  EXPECT_EQ(FaultsOf("pipeline/clean", "pipeline/clean/clean.cc", includes),
            std::vector<std::string>{
                "pipeline/clean/clean.cc:4: pipeline/clean may not include pipeline/store/store.h"});
}

}  // namespace
}  // namespace acta
