#include <nlohmann/json.hpp>

#include "pipeline/fetch/feed_date.h"
#include "pipeline/fetch/feed_parts.h"
#include "pipeline/fetch/xml.h"

namespace acta {
namespace {

using Json = nlohmann::json;

// The string at `key`, or "" when there is none.
std::string String(const Json& object, const char* key) {
  auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

bool IsWebAddress(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

void AddItem(const Json& item, const Feed& feed, LinkCollector& links) {
  if (!item.is_object()) return links.Add("", std::nullopt, {});
  std::string reference = String(item, "url");
  if (reference.empty()) reference = String(item, "external_url");
  if (reference.empty() && IsWebAddress(String(item, "id"))) reference = String(item, "id");
  FeedLink link;
  link.title = PlainTextOfHtml(String(item, "title"));
  std::string published = String(item, "date_published");
  if (published.empty()) published = String(item, "date_modified");
  if (auto time = ParseFeedTime(published)) link.published = time->text;
  link.language = String(item, "language");
  if (link.language.empty()) link.language = feed.language;
  links.Add(reference, std::nullopt, std::move(link));
}

}  // namespace

Result<Feed> ParseJsonFeed(std::string_view text, std::string_view url) {
  Json document = Json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false);
  if (!document.is_object()) return Fail("bad_feed", "the JSON Feed is broken JSON");
  Feed feed;
  feed.kind = FeedKind::kJsonFeed;
  feed.title = PlainTextOfHtml(String(document, "title"));
  feed.language = String(document, "language");
  LinkCollector links(feed, url);
  auto items = document.find("items");
  if (items == document.end() || !items->is_array())
    return Fail("bad_feed", "the JSON Feed has no list of items");
  for (const Json& item : *items) AddItem(item, feed, links);
  return feed;
}

}  // namespace acta
