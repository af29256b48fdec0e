#include "pipeline/crawl/probe.h"

#include <algorithm>
#include <map>
#include <optional>

#include "pipeline/crawl/discover.h"
#include "pipeline/fetch/feed.h"
#include "pipeline/fetch/url.h"

namespace acta {
namespace {

std::string Newest(const std::vector<FeedLink>& links) {
  std::string newest;
  for (const FeedLink& link : links) newest = std::max(newest, link.published);
  return newest;
}

ProbedSource AsProbed(const Page& page, const Feed& feed, int64_t delay_ms) {
  bool sitemap = feed.kind == FeedKind::kSitemap || feed.kind == FeedKind::kSitemapIndex;
  ProbedSource probed;
  probed.url = page.url;
  probed.kind = sitemap ? SourceKind::kSitemap : SourceKind::kFeed;
  probed.title = feed.title;
  probed.form = FeedKindName(feed.kind);
  probed.links = feed.links.size();
  probed.newest = Newest(feed.links);
  probed.repaired = feed.repaired;
  probed.delay_ms = delay_ms;
  return probed;
}

std::optional<ProbedSource> ReadFeed(const FetchOutcome& outcome) {
  if (!outcome.page) return std::nullopt;
  const Page& page = *outcome.page;
  Result<Feed> feed = ParseFeed(page.bytes, page.url, HeaderValue(page.headers, "content-type"));
  if (!feed) return std::nullopt;
  return AsProbed(page, *feed, outcome.delay_ms);
}

std::optional<ProbedSource> AsListing(const FetchOutcome& outcome) {
  std::vector<FeedLink> stories = ListedArticles(outcome.page->bytes, outcome.page->url);
  if (stories.empty()) return std::nullopt;
  ProbedSource listing;
  listing.url = outcome.page->url;
  listing.kind = SourceKind::kListing;
  listing.form = "html";
  listing.links = stories.size();
  listing.delay_ms = outcome.delay_ms;
  return listing;
}

// Where the feeds of a page may be; the sitemaps of robots.txt go before what is only guessed.
std::vector<FeedHint> HintsOf(const Fetcher& fetcher, const Page& page) {
  std::vector<FeedHint> hints = FindFeeds(page.bytes, page.url);
  Result<Url> url = ParseUrl(page.url);
  const RobotsTxt* robots = url ? fetcher.RobotsOf(*url) : nullptr;
  if (robots == nullptr) return hints;
  auto at = std::find_if(hints.begin(), hints.end(),
                         [](const FeedHint& hint) { return hint.reason == FeedHint::kGuessed; });
  for (const std::string& sitemap : robots->sitemaps()) {
    Result<Url> absolute = Join(*url, sitemap);
    if (absolute) at = hints.insert(at, {absolute->ToString(), "", FeedHint::kDeclared}) + 1;
  }
  return hints;
}

}  // namespace

Result<std::vector<ProbedSource>> Probe(Fetcher& fetcher, const std::string& url, std::stop_token stop,
                                        size_t max_feeds) {
  fetcher.Add({.url = url});
  std::optional<FetchOutcome> first = fetcher.Next(stop);
  if (!first) return Fail("cancelled", "stopped before it was fetched");
  if (!first->page) return tl::unexpected(first->page.error());
  if (std::optional<ProbedSource> feed = ReadFeed(*first)) return std::vector<ProbedSource>{std::move(*feed)};

  std::vector<FeedHint> hints = HintsOf(fetcher, *first->page);
  if (hints.size() > max_feeds) hints.resize(max_feeds);
  std::map<std::string, ProbedSource> read;  // by the URL of the hint
  for (const FeedHint& hint : hints) fetcher.Add({.url = hint.url});
  while (std::optional<FetchOutcome> outcome = fetcher.Next(stop)) {
    if (std::optional<ProbedSource> feed = ReadFeed(*outcome))
      read.emplace(outcome->request.url, std::move(*feed));
  }
  std::vector<ProbedSource> found;
  for (const FeedHint& hint : hints) {
    auto feed = read.find(hint.url);
    if (feed == read.end()) continue;
    // What nobody names and names nothing is no feed to follow: the list of the page is.
    if (hint.reason == FeedHint::kGuessed && feed->second.links == 0) continue;
    if (feed->second.title.empty()) feed->second.title = hint.title;
    bool known = std::any_of(found.begin(), found.end(),
                             [&](const ProbedSource& f) { return f.url == feed->second.url; });
    if (!known) found.push_back(std::move(feed->second));
  }
  if (std::optional<ProbedSource> listing = AsListing(*first)) found.push_back(std::move(*listing));
  return found;
}

}  // namespace acta
