// The parts of the feed reader (feed.h), one per form; internal to pipeline/fetch.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "pipeline/fetch/feed.h"
#include "pipeline/fetch/url.h"

namespace acta {

// The document as UTF-8 without byte order mark: gunzipped if need be, decoded by its mark, the charset of
// `content_type`, its XML declaration, else UTF-8; what is then no UTF-8 is taken as windows-1252.
// Fails with kind "too_large" (beyond 64 MiB) or "bad_feed" (gzip broken off at once).
Result<std::string> FeedText(std::string_view bytes, std::string_view content_type);

// The name of the first element without prefix, lower case ("rss", "feed", "html"), skipping what may stand
// before it; "" when there is none near the beginning.
std::string RootElement(std::string_view text);

// `text` is UTF-8; `url` is the base of relative links.
Result<Feed> ParseXmlFeed(std::string_view text, std::string_view url);
Result<Feed> ParseJsonFeed(std::string_view text, std::string_view url);
Result<Feed> ParseTextSitemap(std::string_view text);

// Collects the links of one feed: resolves, drops repetitions, counts what is no link.
class LinkCollector {
 public:
  LinkCollector(Feed& feed, std::string_view url);

  // `reference` relative to `base` (an absolute URL), or to the feed's own URL without one.
  void Add(std::string_view reference, const std::optional<Url>& base, FeedLink link);

 private:
  Feed& feed_;
  std::optional<Url> feed_url_;
  std::unordered_set<std::string> seen_;
};

}  // namespace acta
