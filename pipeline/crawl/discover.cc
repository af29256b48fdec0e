#include "pipeline/crawl/discover.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/url.h"
#include "pipeline/fetch/url_host.h"
#include "pipeline/fetch/xml.h"

namespace acta {
namespace {

std::string_view AttributeOf(const XmlAttributes& attributes, std::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

bool Says(std::string_view text, std::string_view word) {
  return ascii::FindIgnoreCase(text, word) != std::string_view::npos;
}

// A link of the page: where it leads, and what it says.
struct Anchor {
  Url url;
  std::string text;
  bool in_menu = false;  // within <nav>, <header>, <footer>
};

// Collects <a>, <link rel=alternate> and <base>.
class LinkReader : public XmlHandler {
 public:
  explicit LinkReader(Url page) : base_(std::move(page)) {}

  bool Start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "base" && !based_) {
      Result<Url> base = Join(base_, AttributeOf(attributes, "href"));
      if (base) base_ = std::move(*base);
      based_ = true;
    } else if (name == "link") {
      TakeDeclared(attributes);
    } else if (name == "a") {
      EndAnchor();
      StartAnchor(attributes);
    } else if (anchor_ && name == "img") {
      anchor_->text += " " + std::string(AttributeOf(attributes, "alt"));
    } else if (IsMenu(name)) {
      ++menu_depth_;
    }
    if (anchor_) anchor_->text += ' ';
    return true;
  }

  void End(std::string_view name) override {
    if (name == "a") EndAnchor();
    if (IsMenu(name) && menu_depth_ > 0) --menu_depth_;
  }

  void Text(std::string_view text) override {
    if (anchor_ && anchor_->text.size() < 2000) anchor_->text += text;
  }

  void Finish() { EndAnchor(); }

  std::vector<Anchor> anchors;
  std::vector<FeedHint> declared;

 private:
  static bool IsMenu(std::string_view name) { return name == "nav" || name == "header" || name == "footer"; }

  void TakeDeclared(const XmlAttributes& attributes) {
    std::string_view type = AttributeOf(attributes, "type");
    std::string_view rel = AttributeOf(attributes, "rel");
    bool feed_type =
        Says(type, "rss+xml") || Says(type, "atom+xml") || Says(type, "rdf+xml") || Says(type, "feed+json");
    if (!(Says(rel, "alternate") && feed_type) && !ascii::EqualsIgnoreCase(rel, "feed")) return;
    Result<Url> url = Join(base_, AttributeOf(attributes, "href"));
    if (url)
      declared.push_back(
          {url->WithoutFragment(), PlainTextOfHtml(AttributeOf(attributes, "title")), FeedHint::kDeclared});
  }

  void StartAnchor(const XmlAttributes& attributes) {
    std::string_view href = ascii::Trim(AttributeOf(attributes, "href"));
    if (href.empty() || href[0] == '#') return;
    Result<Url> url = Join(base_, href);
    if (!url) return;
    anchor_ = Anchor{std::move(*url), std::string(AttributeOf(attributes, "title")) + " ", menu_depth_ > 0};
  }

  // Of the link's title attribute and its text the longer one counts.
  void EndAnchor() {
    if (!anchor_) return;
    anchor_->text = PlainTextOfHtml(anchor_->text);
    anchors.push_back(std::move(*anchor_));
    anchor_.reset();
  }

  Url base_;
  bool based_ = false;
  int menu_depth_ = 0;
  std::optional<Anchor> anchor_;
};

bool SpeaksOfAFeed(const Anchor& anchor) {
  std::string path = ascii::Lower(anchor.url.PathAndQuery());
  for (std::string_view end :
       {"/rss", "/feed", "/atom", ".rss", ".rdf", ".atom", "/rss/", "/feed/", "rss.xml", "feed.xml",
        "atom.xml", "feed.json", "rss.aspx", "rss.php", ".rss.html"}) {
    if (path.ends_with(end)) return true;
  }
  return ascii::EqualsIgnoreCase(anchor.text, "rss") || ascii::EqualsIgnoreCase(anchor.text, "atom") ||
         ascii::StartsWithIgnoreCase(anchor.text, "rss ") || Says(path, "type=rss") ||
         Says(path, "format=feed") || (path.ends_with(".xml") && (Says(path, "rss") || Says(path, "feed")));
}

bool IsCommentFeed(const FeedHint& hint) {
  return Says(hint.url, "/comments/") || Says(hint.url, "comments=") || Says(hint.title, "comments feed");
}

// ---- articles of a listing page

size_t Words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (char c : text) {
    bool space = ascii::IsSpace(c);
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

size_t LongestDigitRun(std::string_view text) {
  size_t longest = 0, run = 0;
  for (char c : text) {
    run = ascii::IsDigit(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

std::string_view LastSegment(std::string_view path) {
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);
}

bool IsOtherMedium(std::string_view path) {
  static constexpr std::array<std::string_view, 22> kEnds = {
      ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".pdf", ".doc", ".docx", ".xls", ".xlsx",
      ".ppt", ".pptx", ".zip", ".rar", ".mp3",  ".mp4", ".avi", ".css", ".js",   ".xml", ".rss"};
  std::string lower = ascii::Lower(path);
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return lower.ends_with(end); });
}

// "page=2", "/page/2", "/trang-3": the same list, further on.
bool IsNextPage(const Url& url) {
  std::string text = ascii::Lower(url.PathAndQuery());
  for (std::string_view word :
       {"page=", "/page/", "/page-", "paged=", "/trang-", "/trang/", "pageindex=", "offset=", "/tag/",
        "/tags/", "/search", "/login", "/dang-nhap", "/author/", "share", "print=", "/print/"}) {
    if (text.find(word) != std::string::npos) return true;
  }
  return false;
}

// Evidence that a link leads to a story; 3 is enough.
int StoryScore(const Anchor& anchor, const Url& page) {
  const Url& url = anchor.url;
  std::string_view slug = LastSegment(url.path);
  size_t words = Words(anchor.text);
  size_t hyphens = static_cast<size_t>(
      std::count_if(slug.begin(), slug.end(), [](char c) { return c == '-' || c == '_' || c == '+'; }));
  size_t digits = LongestDigitRun(url.PathAndQuery());
  int score = words >= 8 ? 3 : words >= 5 ? 2 : words >= 4 ? 1 : 0;
  score += hyphens >= 5 ? 3 : hyphens == 4 ? 2 : 0;
  if (digits >= 4)
    score += 2;
  else if (digits >= 2 && url.has_query)
    score += 1;
  if (url.path.size() > page.path.size() && url.path.starts_with(page.path) && page.path.size() > 1)
    score += 1;
  if (anchor.in_menu) score -= 2;
  if (words == 0 && hyphens < 4) score -= 2;  // a picture says nothing
  return score;
}

std::string_view WithoutWww(std::string_view host) {
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host;
}

bool WithinSite(const Url& url, const Url& page) {
  std::string_view host = WithoutWww(url.host), own = WithoutWww(page.host);
  return host == own || (host.ends_with(own) && host[host.size() - own.size() - 1] == '.');
}

}  // namespace

std::vector<FeedHint> FindFeeds(std::string_view html, std::string_view url) {
  Result<Url> page = ParseUrl(url);
  if (!page) return {};
  LinkReader reader(*page);
  ReadHtml(html, reader);
  reader.Finish();
  std::vector<FeedHint> hints = std::move(reader.declared);
  for (const Anchor& anchor : reader.anchors) {
    if (SpeaksOfAFeed(anchor))
      hints.push_back({anchor.url.WithoutFragment(), anchor.text, FeedHint::kLinked});
  }
  for (const char* usual : {"/rss", "/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/sitemap.xml"}) {
    hints.push_back({Join(*page, usual)->ToString(), "", FeedHint::kGuessed});
  }
  std::unordered_set<std::string> seen;
  std::erase_if(hints, [&](const FeedHint& hint) {
    return IsCommentFeed(hint) || !seen.insert(IdentityKey(*ParseUrl(hint.url))).second;
  });
  return hints;
}

std::vector<FeedLink> ListedArticles(std::string_view html, std::string_view url) {
  Result<Url> page = ParseUrl(url);
  if (!page) return {};
  LinkReader reader(*page);
  ReadHtml(html, reader);
  reader.Finish();
  // A story is often linked twice, by its picture and by its headline: what either says counts for both.
  std::vector<Anchor> links;
  std::unordered_map<std::string, size_t> index;
  std::string self = IdentityKey(*page);
  for (Anchor& anchor : reader.anchors) {
    std::string key = IdentityKey(anchor.url);
    if (key == self || !WithinSite(anchor.url, *page) || IsOtherMedium(anchor.url.path) ||
        IsNextPage(anchor.url))
      continue;
    if (anchor.url.path == "/" && !anchor.url.has_query) continue;
    auto [at, is_new] = index.emplace(std::move(key), links.size());
    if (is_new) {
      links.push_back(std::move(anchor));
    } else {
      Anchor& known = links[at->second];
      known.in_menu = known.in_menu && anchor.in_menu;
      if (anchor.text.size() > known.text.size()) known.text = std::move(anchor.text);
    }
  }
  std::vector<FeedLink> articles;
  for (Anchor& link : links) {
    if (StoryScore(link, *page) >= 3)
      articles.push_back({link.url.WithoutFragment(), std::move(link.text), "", ""});
  }
  return articles;
}

}  // namespace acta
