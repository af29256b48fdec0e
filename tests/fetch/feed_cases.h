// Feeds of every form and with every defect that feeds have, as two tables: the document, and what is read
// from it. feed_test.cc reads them; feed_cases_main.cc writes them to files, for other readers of feeds.
#pragma once

#include <string>
#include <vector>

namespace acta {

inline constexpr const char* kFeedUrl = "https://tin.example/rss/feed.xml";  // where they were had

struct FeedCase {
  const char* name;
  std::string document;
  // "rss! Title (1 rejected)" — '!' for a repaired document — then a line "url|title|published|language" for
  // each link; or the kind of error.
  std::string expected;
  const char* content_type = "";
};

const std::vector<FeedCase>& WellFormedFeeds();
const std::vector<FeedCase>& DefectiveFeeds();

std::string RssOf(const std::string& items);
std::string AtomOf(const std::string& entries);

}  // namespace acta
