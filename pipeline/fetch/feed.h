// Feeds and sitemaps: which pages a site says are new.
//
//   Result<Feed> feed = ParseFeed(page.bytes, page.url, HeaderValue(page.headers, "content-type"));
//   for (const FeedLink& link : feed->links) fetcher.Add({.url = link.url});
//
// Reads RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1 and 1.1, sitemaps, sitemap
// indexes (whose links are sitemaps) and news sitemaps (sitemaps.org), plain-text sitemaps; gzip-compressed
// or not; in any charset that ICU knows, declared by byte order mark, HTTP or XML. XML that is not
// well-formed is read a second time leniently (`repaired`): stray '&', HTML entities, control characters,
// unclosed tags, text around the document, a cut end.
//
// Relative links are resolved by xml:base, else by the feed's own URL; links that are no http(s) URL are
// counted, repeated ones dropped. All functions are pure and safe to call from any thread; time and memory
// are linear in the input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/result.h"

namespace acta {

enum class FeedKind : uint8_t { kRss, kRdf, kAtom, kJsonFeed, kSitemap, kSitemapIndex };

std::string_view FeedKindName(
    FeedKind kind);  // "rss", "rdf", "atom", "json_feed", "sitemap", "sitemap_index"

struct FeedLink {
  std::string url;        // absolute, canonical
  std::string title;      // plain text, "" when not stated
  std::string published;  // "2024-03-21T08:15:00+07:00" (feed_date.h), "" when not stated or no date
  std::string language;   // as stated for the item, else for the feed: "vi", "ru-RU"; or ""

  friend bool operator==(const FeedLink&, const FeedLink&) = default;
};

struct Feed {
  FeedKind kind = FeedKind::kRss;
  std::string title;
  std::string language;
  std::vector<FeedLink> links;  // in the feed's order
  int rejected = 0;             // items without a usable link
  bool repaired = false;        // the document was not well-formed
};

// Is this a feed at all? Looks at the first element or key, not at what the server calls it. A feed page that
// is broken further on is a feed; an HTML page never is.
bool LooksLikeFeed(std::string_view bytes, std::string_view content_type = {});

// Does the server, or else the end of the URL, say that this is a feed ("application/rss+xml", "/news.xml")?
// Then a document that is neither feed nor HTML is a broken feed, not a page.
bool ClaimsToBeFeed(std::string_view bytes, std::string_view url, std::string_view content_type);

// `url`: where the feed was had, the base of relative links ("" when unknown: then links must be absolute).
// Fails with kind "bad_feed" when it is no feed, "too_large" when it inflates beyond 64 MiB.
Result<Feed> ParseFeed(std::string_view bytes, std::string_view url, std::string_view content_type = {});

}  // namespace acta
