// What a page of a site leads to: its feeds, and, where a site has none, the articles that a listing page
// names.
//
//   for (const FeedHint& hint : FindFeeds(page.bytes, page.url)) try(hint.url);
//   std::vector<FeedLink> articles = ListedArticles(page.bytes, page.url);
//
// Both read any HTML, broken or not, in linear time; relative links go by <base> and the page's URL. Pure
// functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/fetch/feed.h"

namespace acta {

// A URL that may be a feed; whether it is one, ParseFeed says.
struct FeedHint {
  enum Reason : uint8_t {
    kDeclared,  // <link rel="alternate" type="application/rss+xml"> and its like
    kLinked,    // an <a> whose address or text speaks of a feed
    kGuessed,   // where sites usually have one
  };
  std::string url;
  std::string title;
  Reason reason = kDeclared;
};

// The most likely first, each once: declared, linked, then guesses. Feeds of comments are left out.
std::vector<FeedHint> FindFeeds(std::string_view html, std::string_view url);

// Links to articles, in page order, each once: links within the site whose address or text looks like a
// story, not like a menu. `title` is the longest text of the link. Recall goes before precision: a page that
// is no article is seen for what it is later, one that was never fetched is lost.
std::vector<FeedLink> ListedArticles(std::string_view html, std::string_view url);

}  // namespace acta
