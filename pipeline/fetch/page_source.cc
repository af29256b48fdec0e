#include "pipeline/fetch/page_source.h"

#include <deque>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace acta {
namespace {

class InMemory : public PageSource {
 public:
  explicit InMemory(std::vector<SourcedPage> pages) : pages_(pages.begin(), pages.end()) {}

  std::optional<SourcedPage> Next(std::stop_token stop) override {
    if (pages_.empty() || stop.stop_requested()) return std::nullopt;
    SourcedPage page = std::move(pages_.front());
    pages_.pop_front();
    return page;
  }

 private:
  std::deque<SourcedPage> pages_;
};

class Web : public PageSource {
 public:
  Web(std::unique_ptr<Fetcher> fetcher, std::vector<std::string> urls, size_t limit)
      : fetcher_(std::move(fetcher)), limit_(limit) {
    for (std::string& url : urls) Ask(url, {url, std::nullopt, 0});
  }

  std::optional<SourcedPage> Next(std::stop_token stop) override {
    while (std::optional<FetchOutcome> outcome = fetcher_->Next(stop)) {
      Asked asked = std::move(asked_.at(outcome->request.source));
      asked_.erase(outcome->request.source);
      SourcedPage next{asked.input, outcome->request.url, std::move(outcome->page), std::move(asked.link),
                       ""};
      if (next.page && IsFeed(*next.page)) {
        std::optional<Error> error = Expand(*next.page, asked);
        if (!error) continue;
        next.page = tl::unexpected(std::move(*error));
      }
      if (next.page) next.page->source = next.source;
      return next;
    }
    return std::nullopt;
  }

 private:
  static constexpr int kMaxDepth = 2;  // 0: argument, 1: sitemap of an index, 2: page

  struct Asked {
    std::string input;
    std::optional<FeedLink> link;
    int depth;
  };

  void Ask(const std::string& url, Asked asked) {
    std::string key = std::to_string(next_key_++);
    asked_.emplace(key, std::move(asked));
    fetcher_->Add({.url = url, .source = key});
  }

  static bool IsFeed(const Page& page) {
    std::string_view type = HeaderValue(page.headers, "content-type");
    return LooksLikeFeed(page.bytes, type) || ClaimsToBeFeed(page.bytes, page.url, type);
  }

  std::optional<Error> Expand(const Page& page, const Asked& asked) {
    if (asked.depth == kMaxDepth)
      return Error{"nested_feed", "a feed named it as a page, but it is itself a feed"};
    Result<Feed> feed = ParseFeed(page.bytes, page.url, HeaderValue(page.headers, "content-type"));
    if (!feed) return feed.error();
    if (feed->links.empty())
      return Error{"empty_feed", "the feed names no page (" + std::to_string(feed->rejected) +
                                     " items without a usable link)"};
    int depth = feed->kind == FeedKind::kSitemapIndex ? asked.depth + 1 : kMaxDepth;
    size_t taken = 0;
    for (FeedLink& link : feed->links) {
      if (limit_ > 0 && taken == limit_) break;
      Result<Url> url = ParseUrl(link.url);
      if (!url || !seen_.insert(IdentityKey(*url)).second) continue;
      ++taken;
      std::string address = link.url;
      Ask(address, {asked.input, std::move(link), depth});
    }
    return std::nullopt;
  }

  std::unique_ptr<Fetcher> fetcher_;
  size_t limit_;
  uint64_t next_key_ = 0;
  std::unordered_map<std::string, Asked> asked_;
  std::unordered_set<std::string> seen_;  // pages that feeds named
};

}  // namespace

std::unique_ptr<PageSource> MemorySource(std::vector<SourcedPage> pages) {
  return std::make_unique<InMemory>(std::move(pages));
}

std::unique_ptr<PageSource> WebSource(std::unique_ptr<Fetcher> fetcher, std::vector<std::string> urls,
                                      size_t limit) {
  return std::make_unique<Web>(std::move(fetcher), std::move(urls), limit);
}

}  // namespace acta
