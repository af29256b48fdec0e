// The documents keep up with the program: verbs, tasks and links that they name are there, and the other way round.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace acta {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = ACTA_SOURCE_DIR;

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The first group of every match of `pattern` in `text`.
std::set<std::string> FindAll(const std::string& text, const std::string& pattern) {
  std::set<std::string> found;
  re2::StringPiece rest(text);
  std::string group;
  const RE2 regex(pattern);
  while (RE2::FindAndConsume(&rest, regex, &group)) found.insert(group);
  return found;
}

std::vector<fs::path> Documents() {
  std::vector<fs::path> documents = {kRoot / "README.md", kRoot / "corpus" / "README.md"};
  for (const fs::directory_entry& entry : fs::directory_iterator(kRoot / "docs")) {
    if (entry.path().extension() == ".md") documents.push_back(entry.path());
  }
  return documents;
}

TEST(Docs, TheReadmeNamesEveryVerb) {
  const std::string readme = ReadFile(kRoot / "README.md");
  std::set<std::string> verbs;
  for (const fs::directory_entry& entry : fs::directory_iterator(kRoot / "pipeline" / "cli")) {
    verbs.merge(FindAll(ReadFile(entry.path()), R"re(app\.add_subcommand\("([a-z]+)")re"));
  }
  EXPECT_GE(verbs.size(), 8u);
  for (const std::string& verb : verbs) {
    EXPECT_TRUE(RE2::PartialMatch(readme, R"(\bacta )" + verb + R"(\b)")) << "acta " << verb;
  }
}

TEST(Docs, TheReadmeNamesOnlyTasksThatRunKnows) {
  const std::set<std::string> known = FindAll(ReadFile(kRoot / "run"), R"((?m)^  ([a-z][a-z-]*)\))");
  const std::set<std::string> named = FindAll(ReadFile(kRoot / "README.md"), R"(\./run ([a-z]+))");
  EXPECT_GE(named.size(), 3u);
  for (const std::string& task : named) EXPECT_TRUE(known.contains(task)) << "./run " << task;
}

TEST(Docs, EveryLinkLeadsSomewhere) {
  size_t links = 0;
  for (const fs::path& document : Documents()) {
    for (const std::string& link : FindAll(ReadFile(document), R"(\]\(([^)#: ]+)\))")) {
      ++links;
      EXPECT_TRUE(fs::exists(document.parent_path() / link)) << document << ": " << link;
    }
  }
  EXPECT_GE(links, 5u);
}

}  // namespace
}  // namespace acta
