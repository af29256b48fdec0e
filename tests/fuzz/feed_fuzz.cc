// Any bytes are a feed or an error; links are canonical, each page once, dates are dates.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>

#include "pipeline/fetch/feed.h"
#include "pipeline/fetch/feed_date.h"
#include "pipeline/fetch/url.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace acta;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static constexpr std::string_view kTypes[] = {"", "text/plain", "text/xml; charset=koi8-r",
                                                "application/json"};
  std::string_view type = kTypes[size % 4];
  LooksLikeFeed(bytes, type);
  Result<Feed> feed = ParseFeed(bytes, "https://a.example/feed", type);
  if (!feed) {
    if (feed.error().message.empty()) std::abort();
    return 0;
  }
  std::set<std::string> keys;
  for (const FeedLink& link : feed->links) {
    Result<Url> url = ParseUrl(link.url);
    if (!url || url->ToString() != link.url) std::abort();
    if (!keys.insert(IdentityKey(*url)).second) std::abort();
    if (!link.published.empty() && ParseFeedTime(link.published)->text != link.published) std::abort();
  }
  return 0;
}
