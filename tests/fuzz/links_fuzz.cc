// Any bytes are a page: its links are canonical and within the site.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "pipeline/crawl/discover.h"
#include "pipeline/fetch/url.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace acta;
  std::string_view html(reinterpret_cast<const char*>(data), size);
  for (const FeedLink& link : ListedArticles(html, "https://a.example/news")) {
    Result<Url> url = ParseUrl(link.url);
    if (!url || url->ToString() != link.url || !url->host.ends_with("a.example")) std::abort();
  }
  for (const FeedHint& hint : FindFeeds(html, "https://a.example/news")) {
    if (!ParseUrl(hint.url)) std::abort();
  }
  return 0;
}
