// The documents keep up with the program: verbs, tasks and links that they name are there, and the other way round.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
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
    verbs.merge(FindAll(ReadFile(entry.path()), R"re(app\.add_subcommand\(\s*"([a-z]+)")re"));
  }
  EXPECT_GE(verbs.size(), 20u);
  for (const std::string& verb : verbs) {
    EXPECT_TRUE(RE2::PartialMatch(readme, R"((?m)(^|`)(\$ )?acta )" + verb + R"(\b)")) << "acta " << verb;
  }
}

TEST(Docs, TheReadmeNamesOnlyTasksThatRunKnows) {
  const std::set<std::string> known = FindAll(ReadFile(kRoot / "run"), R"((?m)^  ([a-z][a-z-]*)\))");
  const std::set<std::string> named = FindAll(ReadFile(kRoot / "README.md"), R"(\./run ([a-z]+))");
  EXPECT_GE(named.size(), 3u);
  for (const std::string& task : named) EXPECT_TRUE(known.contains(task)) << "./run " << task;
}

// The anchor that a heading has, as the readers of Markdown on the web make it: letters, digits, "-" and "_" of it, in
// lower case, "-" for each space.
std::string AnchorOf(const std::string& heading) {
  std::string anchor;
  for (const char c : heading) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) || c == '-' || c == '_')
      anchor += static_cast<char>(std::tolower(byte));
    if (c == ' ') anchor += '-';
  }
  return anchor;
}

std::set<std::string> AnchorsOf(const fs::path& document) {
  std::set<std::string> anchors;
  std::istringstream lines(ReadFile(document));
  bool code = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) code = !code;
    const size_t text = line.find_first_not_of('#');
    if (code || text == 0 || text == line.npos || line[text] != ' ') continue;
    anchors.insert(AnchorOf(line.substr(text + 1)));
  }
  return anchors;
}

TEST(Docs, EveryLinkLeadsSomewhere) {
  size_t links = 0, anchors = 0;
  for (const fs::path& document : Documents()) {
    for (const std::string& link : FindAll(ReadFile(document), R"(\]\(([^): ]+)\))")) {
      ++links;
      const std::string file = link.substr(0, link.find('#'));
      const fs::path to = file.empty() ? document : document.parent_path() / file;
      EXPECT_TRUE(fs::exists(to)) << document << ": " << link;
      if (file == link) continue;
      ++anchors;
      EXPECT_TRUE(AnchorsOf(to).contains(link.substr(file.size() + 1))) << document << ": " << link;
    }
  }
  EXPECT_GE(links, 5u);
  EXPECT_GE(anchors, 3u);
}

TEST(Docs, TheLibrariesAreAllNamed) {
  const std::string readme = ReadFile(kRoot / "README.md");
  for (const fs::directory_entry& entry : fs::directory_iterator(kRoot / "pipeline")) {
    if (!entry.is_directory()) continue;
    const std::string name = entry.path().filename().string();
    EXPECT_TRUE(RE2::PartialMatch(readme, "\\| `pipeline/[^|]*\\b" + name + "`")) << name;
  }
}

// The program says them, and two documents.
TEST(Docs, TheExitStatusesAreThoseOfTheProgram) {
  const std::set<std::string> known =
      FindAll(ReadFile(kRoot / "pipeline" / "cli" / "common.h"), R"((?m)^  k[A-Z][a-z]+ = ([0-9]+),)");
  EXPECT_GE(known.size(), 8u);
  for (const char* document : {"README.md", "docs/cli.md"}) {
    const std::string text = ReadFile(kRoot / document);
    std::string table = text.substr(text.find(document[0] == 'R' ? "| Exit status |" : "## Exit status"));
    table = table.substr(0, table.find("\n\n", 40));
    EXPECT_EQ(FindAll(table, R"((?m)^\| ([0-9]+) \|)"), known) << document;
  }
}

}  // namespace
}  // namespace acta
