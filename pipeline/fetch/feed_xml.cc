#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/feed_date.h"
#include "pipeline/fetch/feed_parts.h"
#include "pipeline/fetch/xml.h"

namespace acta {
namespace {

constexpr size_t kMaxDepth = 256;

// The vocabularies that feeds are written in. kCore: the feed's own (RSS, RDF, Atom, sitemap).
enum class Vocabulary { kCore, kDublinCore, kNews, kOther };

struct Namespace {
  std::string prefix;  // "" for the default
  std::string uri;
};

// Feeds bind prefixes as they like, forget to bind the usual ones, and misspell the names; the words in the
// name decide, and without a name the prefix.
Vocabulary VocabularyOf(std::string_view prefix, std::optional<std::string_view> uri) {
  auto says = [](std::string_view text, std::string_view word) {
    return ascii::FindIgnoreCase(text, word) != std::string_view::npos;
  };
  if (uri) {
    if (says(*uri, "purl.org/dc/")) return Vocabulary::kDublinCore;
    if (says(*uri, "sitemap-news")) return Vocabulary::kNews;
    if (says(*uri, "sitemap-image") || says(*uri, "sitemap-video") || says(*uri, "sitemap-mobile"))
      return Vocabulary::kOther;
    if (says(*uri, "Atom") || says(*uri, "purl.org/rss") || says(*uri, "my.netscape.com") ||
        says(*uri, "sitemap") || says(*uri, "rdf-syntax") || says(*uri, "backend.userland.com") ||
        says(*uri, "blogs.law.harvard.edu") || says(*uri, "purl.org/net/rss")) {
      return says(*uri, "modules") ? Vocabulary::kOther : Vocabulary::kCore;
    }
    return prefix.empty() ? Vocabulary::kCore : Vocabulary::kOther;
  }
  if (prefix.empty() || prefix == "atom" || prefix == "rss" || prefix == "rdf") return Vocabulary::kCore;
  if (prefix == "dc" || prefix == "dcterms") return Vocabulary::kDublinCore;
  return prefix == "news" ? Vocabulary::kNews : Vocabulary::kOther;
}

std::string_view Attribute(const XmlAttributes& attributes, std::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

// Candidates for the link of an item; the first in this order that is not empty is taken.
enum LinkRank { kOriginal, kAlternate, kPlainLink, kPermalink, kAbout, kContentSource, kLinkRanks };

struct Item {
  std::string links[kLinkRanks];
  std::string title, published, updated, language;
};

class FeedBuilder : public XmlHandler {
 public:
  FeedBuilder(Feed& feed, std::string_view url) : feed_(feed), links_(feed, url) {
    if (Result<Url> parsed = ParseUrl(url)) base_.push_back(std::move(*parsed));
  }

  bool Start(std::string_view name, const XmlAttributes& attributes) override;
  void End(std::string_view name) override;
  void Text(std::string_view text) override {
    if (capture_depth_ > 0) text_ += text;
  }

  // Also takes an item that the end of a cut document left open.
  void Finish() { EndItem(); }
  bool is_feed() const { return root_seen_; }
  bool too_deep() const { return too_deep_; }

 private:
  struct Open {
    std::string local;
    Vocabulary vocabulary;
    size_t namespaces;  // how many there were before
    bool has_base, has_language;
  };

  bool StartRoot(const std::string& local);
  void StartField(const Open& element, const XmlAttributes& attributes);
  void EndField(const Open& element, std::string text);
  void EndItem();
  void TakeLinkElement(const XmlAttributes& attributes);
  bool IsItem(const Open& element) const;
  bool IsField(const Open& element) const;
  static bool HoldsForeign(const Open& element);
  std::string ResolvedAgainstBase(std::string_view reference) const;

  Feed& feed_;
  LinkCollector links_;
  std::vector<Open> open_;
  std::vector<Namespace> namespaces_;
  std::vector<Url> base_;
  std::vector<std::string> languages_;
  std::optional<Item> item_;
  std::string text_;
  std::string permalink_flag_;
  size_t capture_depth_ = 0;  // depth of the element whose text is wanted; 0: none
  size_t foreign_depth_ = 0;  // depth of an element that HoldsForeign(); 0: none
  bool root_seen_ = false, too_deep_ = false;
};

bool FeedBuilder::StartRoot(const std::string& local) {
  if (local == "rss" || local == "channel")
    feed_.kind = FeedKind::kRss;
  else if (local == "rdf")
    feed_.kind = FeedKind::kRdf;
  else if (local == "feed")
    feed_.kind = FeedKind::kAtom;
  else if (local == "urlset")
    feed_.kind = FeedKind::kSitemap;
  else if (local == "sitemapindex")
    feed_.kind = FeedKind::kSitemapIndex;
  else
    return false;
  return true;
}

bool FeedBuilder::IsItem(const Open& element) const {
  if (element.vocabulary != Vocabulary::kCore) return false;
  const std::string& name = element.local;
  switch (feed_.kind) {
    case FeedKind::kAtom:
      return name == "entry";
    case FeedKind::kSitemap:
      return name == "url";
    case FeedKind::kSitemapIndex:
      return name == "sitemap";
    default:
      return name == "item" || name == "entry";
  }
}

bool FeedBuilder::IsField(const Open& element) const {
  static constexpr std::string_view kCoreFields[] = {"title",   "link", "guid",     "pubdate", "published",
                                                     "updated", "date", "modified", "issued",  "created",
                                                     "id",      "loc",  "lastmod",  "language"};
  static constexpr std::string_view kOtherFields[] = {"date",     "issued", "created",          "modified",
                                                      "language", "title",  "publication_date", "origlink",
                                                      "pubdate"};
  auto listed = [&](const auto& list) {
    return std::find(std::begin(list), std::end(list), element.local) != std::end(list);
  };
  if (element.vocabulary == Vocabulary::kCore) return listed(kCoreFields);
  if (element.vocabulary == Vocabulary::kOther) return element.local == "origlink";
  return listed(kOtherFields);
}

// Elements with titles and links that are not the item's or the feed's.
bool FeedBuilder::HoldsForeign(const Open& element) {
  static constexpr std::string_view kNames[] = {"image",  "textinput", "author",  "contributor",
                                                "source", "content",   "summary", "description",
                                                "cloud",  "generator"};
  return element.vocabulary == Vocabulary::kCore &&
         std::find(std::begin(kNames), std::end(kNames), element.local) != std::end(kNames);
}

std::string FeedBuilder::ResolvedAgainstBase(std::string_view reference) const {
  reference = ascii::Trim(reference);
  if (reference.empty()) return {};
  Result<Url> url = base_.empty() ? ParseUrl(reference) : Join(base_.back(), reference);
  return url ? url->ToString() : std::string(reference);
}

bool FeedBuilder::Start(std::string_view name, const XmlAttributes& attributes) {
  Open element{"", Vocabulary::kCore, namespaces_.size(), false, false};
  for (const auto& [key, value] : attributes) {
    if (key == "xmlns") namespaces_.push_back({"", value});
    if (key.starts_with("xmlns:")) namespaces_.push_back({key.substr(6), value});
    if (key == "xml:base") {
      Result<Url> base = base_.empty() ? ParseUrl(value) : Join(base_.back(), value);
      if (base) base_.push_back(std::move(*base)), element.has_base = true;
    }
    if (key == "xml:lang") languages_.push_back(value), element.has_language = true;
  }
  size_t colon = name.find(':');
  std::string prefix(colon == std::string_view::npos ? std::string_view() : name.substr(0, colon));
  element.local = ascii::Lower(colon == std::string_view::npos ? name : name.substr(colon + 1));
  auto bound = std::find_if(namespaces_.rbegin(), namespaces_.rend(),
                            [&](const Namespace& n) { return n.prefix == prefix; });
  element.vocabulary = VocabularyOf(
      prefix, bound == namespaces_.rend() ? std::nullopt : std::optional<std::string_view>(bound->uri));

  if (!root_seen_) root_seen_ = StartRoot(element.local);
  open_.push_back(std::move(element));
  if (open_.size() > kMaxDepth) return too_deep_ = true, false;
  if (root_seen_) StartField(open_.back(), attributes);
  return true;
}

void FeedBuilder::StartField(const Open& element, const XmlAttributes& attributes) {
  if (IsItem(element)) {  // also where something before it was never closed
    EndItem();
    capture_depth_ = foreign_depth_ = 0;
    item_.emplace();
    item_->links[kAbout] = ResolvedAgainstBase(Attribute(attributes, "rdf:about"));
    return;
  }
  if (capture_depth_ > 0 || foreign_depth_ > 0) return;  // markup within a title, things of somebody else
  if (item_ && element.vocabulary == Vocabulary::kCore) {
    if (element.local == "link") TakeLinkElement(attributes);
    if (element.local == "content")
      item_->links[kContentSource] = ResolvedAgainstBase(Attribute(attributes, "src"));
  }
  if (HoldsForeign(element)) {
    foreign_depth_ = open_.size();
  } else if (IsField(element)) {
    permalink_flag_ = ascii::Lower(Attribute(attributes, "isPermaLink"));
    capture_depth_ = open_.size();
    text_.clear();
  }
}

void FeedBuilder::TakeLinkElement(const XmlAttributes& attributes) {
  std::string_view href = Attribute(attributes, "href");
  std::string_view rel = Attribute(attributes, "rel");
  if (href.empty() || (!rel.empty() && !ascii::EqualsIgnoreCase(rel, "alternate"))) return;
  std::string_view type = Attribute(attributes, "type");
  bool html = type.empty() || ascii::FindIgnoreCase(type, "html") != std::string_view::npos;
  if (item_->links[kAlternate].empty() && html) item_->links[kAlternate] = ResolvedAgainstBase(href);
  if (item_->links[kPlainLink].empty() && !html) item_->links[kPlainLink] = ResolvedAgainstBase(href);
}

void FeedBuilder::End(std::string_view) {
  if (open_.empty()) return;
  Open element = std::move(open_.back());
  size_t depth = open_.size();
  open_.pop_back();
  if (capture_depth_ == depth) {
    capture_depth_ = 0;
    EndField(element, std::exchange(text_, {}));
  }
  if (foreign_depth_ == depth) foreign_depth_ = 0;
  if (IsItem(element) && capture_depth_ == 0) EndItem();
  if (element.has_base) base_.pop_back();
  if (element.has_language) languages_.pop_back();
  namespaces_.resize(element.namespaces);
}

void FeedBuilder::EndField(const Open& element, std::string text) {
  const std::string& name = element.local;
  std::string trimmed(ascii::Trim(text));
  if (trimmed.empty()) return;
  if (!item_) {
    if (name == "title" && feed_.title.empty()) feed_.title = PlainTextOfHtml(text);
    if (name == "language" && feed_.language.empty()) feed_.language = trimmed;
    return;
  }
  if (name == "title") {
    if (item_->title.empty() || element.vocabulary == Vocabulary::kCore) item_->title = PlainTextOfHtml(text);
  } else if (name == "link" || name == "loc") {
    if (item_->links[kPlainLink].empty()) item_->links[kPlainLink] = ResolvedAgainstBase(trimmed);
  } else if (name == "origlink") {
    item_->links[kOriginal] = ResolvedAgainstBase(trimmed);
  } else if (name == "guid" || name == "id") {
    bool address =
        ascii::StartsWithIgnoreCase(trimmed, "http://") || ascii::StartsWithIgnoreCase(trimmed, "https://");
    bool stated = name == "guid" && permalink_flag_ == "true";
    if ((address || stated) && permalink_flag_ != "false")
      item_->links[kPermalink] = ResolvedAgainstBase(trimmed);
  } else if (name == "language") {
    item_->language = trimmed;
  } else if (name == "updated" || name == "modified" || name == "lastmod") {
    if (item_->updated.empty()) item_->updated = trimmed;
  } else if (item_->published.empty()) {  // pubDate, published, issued, created, date, publication_date
    item_->published = trimmed;
  }
}

void FeedBuilder::EndItem() {
  if (!item_) return;
  Item item = std::move(*item_);
  item_.reset();
  FeedLink link;
  link.title = std::move(item.title);
  for (const std::string& stated : {item.published, item.updated}) {
    if (auto time = ParseFeedTime(stated); time && link.published.empty()) link.published = time->text;
  }
  link.language = !item.language.empty() ? item.language
                  : !languages_.empty()  ? languages_.back()
                                         : feed_.language;
  auto best = std::find_if(std::begin(item.links), std::end(item.links),
                           [](const std::string& l) { return !l.empty(); });
  links_.Add(best == std::end(item.links) ? "" : *best, std::nullopt, std::move(link));
}

}  // namespace

Result<Feed> ParseXmlFeed(std::string_view text, std::string_view url) {
  Feed feed;
  FeedBuilder strict(feed, url);
  Result<bool> read = ReadXml(text, strict);
  if (read && strict.is_feed()) return feed;
  if (strict.too_deep())
    return Fail("bad_feed", "elements nested more than " + std::to_string(kMaxDepth) + " deep");
  feed = Feed();
  feed.repaired = true;
  FeedBuilder lenient(feed, url);
  ReadBrokenXml(text, lenient);
  lenient.Finish();
  if (lenient.too_deep())
    return Fail("bad_feed", "elements nested more than " + std::to_string(kMaxDepth) + " deep");
  if (!lenient.is_feed())
    return Fail("bad_feed", "no feed: " + (read ? std::string("no feed element") : read.error().message));
  return feed;
}

}  // namespace acta
