#include "pipeline/fetch/feed.h"

#include <array>

#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/feed_parts.h"

namespace acta {
namespace {

constexpr size_t kLook = 4096;  // how far into a document the first element is looked for

bool IsFeedRoot(std::string_view root) {
  return root == "rss" || root == "rdf" || root == "feed" || root == "urlset" || root == "sitemapindex" ||
         root == "channel";
}

bool LooksLikeJsonFeed(std::string_view text) {
  return text.starts_with('{') &&
         text.substr(0, kLook).find("jsonfeed.org/version") != std::string_view::npos;
}

// Every line that is not blank is a URL (sitemaps.org, "Text file").
bool LooksLikeTextSitemap(std::string_view text, std::string_view content_type) {
  if (!ascii::StartsWithIgnoreCase(ascii::Trim(content_type), "text/plain")) return false;
  std::string_view first = text.substr(0, text.find('\n'));
  return ascii::StartsWithIgnoreCase(first, "http://") || ascii::StartsWithIgnoreCase(first, "https://");
}

std::string WhatItIs(std::string_view text, const std::string& root) {
  if (text.empty()) return "it is empty";
  if (root == "html") return "it is an HTML page";
  // "[[source]]" is TOML: of an array of JSON the first value stands after the bracket.
  const size_t value = text[0] == '[' ? text.find_first_not_of(" \t\r\n", 1) : 0;
  const bool array =
      value > 0 && value != text.npos && std::string_view("{\"]-0123456789").find(text[value]) != text.npos;
  if (text[0] == '{' || array) return "it is JSON, but no JSON Feed";
  if (!root.empty()) return "its first element is <" + Printable(root, 40) + ">";
  return "it is no XML and begins with '" + Printable(text, 40) + "'";
}

}  // namespace

std::string_view FeedKindName(FeedKind kind) {
  static constexpr std::array<std::string_view, 6> kNames = {"rss",       "rdf",     "atom",
                                                             "json_feed", "sitemap", "sitemap_index"};
  return kNames[static_cast<size_t>(kind)];
}

std::string RootElement(std::string_view text) {
  text = text.substr(0, kLook);
  while (true) {
    size_t at = text.find('<');
    if (at == std::string_view::npos || at + 1 >= text.size()) return {};
    text.remove_prefix(at);
    if (text.starts_with("<!--")) {
      size_t end = text.find("-->");
      if (end == std::string_view::npos) return {};
      text.remove_prefix(end);
    } else if (ascii::StartsWithIgnoreCase(text, "<!doctype html")) {
      return "html";
    } else if (ascii::IsAlpha(text[1])) {
      size_t end = text.find_first_of(" \t\r\n/>", 1);
      std::string_view name = text.substr(1, end == std::string_view::npos ? end : end - 1);
      size_t colon = name.rfind(':');
      std::string root = ascii::Lower(colon == std::string_view::npos ? name : name.substr(colon + 1));
      // What broken programs print before the document: <b>Warning</b>: … on line <b>3</b><br />
      bool noise = root == "b" || root == "br" || root == "i" || root == "p";
      if (!noise) return root;
      text.remove_prefix(1);
    } else {
      text.remove_prefix(1);
    }
  }
}

bool LooksLikeFeed(std::string_view bytes, std::string_view content_type) {
  // The beginning is enough, except of gzip data, which is cheap to inflate and bounded.
  bool gzip = bytes.starts_with("\x1F\x8B");
  Result<std::string> text = FeedText(gzip ? bytes : bytes.substr(0, 2 * kLook), content_type);
  if (!text) return false;
  std::string_view trimmed = ascii::Trim(*text);
  if (LooksLikeJsonFeed(trimmed) || LooksLikeTextSitemap(trimmed, content_type)) return true;
  return IsFeedRoot(RootElement(trimmed));
}

bool ClaimsToBeFeed(std::string_view bytes, std::string_view url, std::string_view content_type) {
  auto says = [&](std::string_view word) {
    return ascii::FindIgnoreCase(content_type, word) != std::string_view::npos;
  };
  bool by_type = says("rss+xml") || says("atom+xml") || says("rdf+xml") || says("feed+json") ||
                 says("text/xml") || says("application/xml");
  bool by_name = false;
  if (Result<Url> parsed = ParseUrl(url)) {
    for (std::string_view end : {".xml", ".rss", ".rdf", ".atom"})
      by_name = by_name || parsed->path.ends_with(end);
  }
  if (!by_type && !by_name) return false;
  Result<std::string> text = FeedText(bytes.substr(0, 2 * kLook), content_type);
  return text && RootElement(*text) != "html";
}

Result<Feed> ParseFeed(std::string_view bytes, std::string_view url, std::string_view content_type) {
  Result<std::string> text = FeedText(bytes, content_type);
  if (!text) return tl::unexpected(text.error());
  std::string_view trimmed = ascii::Trim(*text);
  if (LooksLikeTextSitemap(trimmed, content_type)) return ParseTextSitemap(trimmed);
  if (LooksLikeJsonFeed(trimmed)) return ParseJsonFeed(trimmed, url);
  std::string root = RootElement(trimmed);
  if (!IsFeedRoot(root)) {
    return Fail("bad_feed", "no feed" + (url.empty() ? std::string() : " at " + Printable(url)) + ": " +
                                WhatItIs(trimmed, root));
  }
  return ParseXmlFeed(trimmed, url);
}

LinkCollector::LinkCollector(Feed& feed, std::string_view url) : feed_(feed) {
  if (Result<Url> parsed = ParseUrl(url)) feed_url_ = std::move(*parsed);
}

void LinkCollector::Add(std::string_view reference, const std::optional<Url>& base, FeedLink link) {
  const std::optional<Url>& from = base ? base : feed_url_;
  Result<Url> url = ascii::Trim(reference).empty() ? Result<Url>(Fail("bad_url", ""))
                    : from                         ? Join(*from, reference)
                                                   : ParseUrl(reference);
  if (!url) {
    ++feed_.rejected;
    return;
  }
  if (!seen_.insert(IdentityKey(*url)).second) return;
  link.url = url->ToString();
  feed_.links.push_back(std::move(link));
}

Result<Feed> ParseTextSitemap(std::string_view text) {
  Feed feed;
  feed.kind = FeedKind::kSitemap;
  LinkCollector links(feed, "");
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = ascii::Trim(text.substr(0, end));
    if (!line.empty()) links.Add(line, std::nullopt, {});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return feed;
}

}  // namespace acta
