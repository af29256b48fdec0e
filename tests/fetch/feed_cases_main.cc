// feed_cases DIR: writes every document of feed_cases.h to a file, and "cases.json" with their names, files and
// content types, for compare_feeds.mjs.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/fetch/feed_cases.h"

int main(int argc, char** argv) {
  using namespace acta;
  if (argc != 2) return 2;
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
  nlohmann::ordered_json list = nlohmann::json::array();
  auto write = [&](const std::vector<FeedCase>& cases, bool well_formed) {
    for (const FeedCase& c : cases) {
      const std::string file = std::to_string(list.size()) + (c.document.starts_with('{') ? ".json" : ".xml");
      std::ofstream(folder / file, std::ios::binary) << c.document;
      list.push_back(
          {{"name", c.name}, {"file", file}, {"type", c.content_type}, {"well_formed", well_formed}});
    }
  };
  write(WellFormedFeeds(), true);
  write(DefectiveFeeds(), false);
  std::ofstream out(folder / "cases.json");
  out << list.dump(1) << '\n';
  return out ? 0 : 1;
}
