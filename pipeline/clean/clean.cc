#include "pipeline/clean/clean.h"

#include <algorithm>

#include "pipeline/clean/blocks.h"
#include "pipeline/clean/byline.h"
#include "pipeline/clean/compose.h"
#include "pipeline/clean/headline.h"
#include "pipeline/clean/page_data.h"
#include "pipeline/clean/page_view.h"
#include "pipeline/clean/printed_date.h"
#include "pipeline/clean/published.h"
#include "pipeline/clean/reading.h"
#include "pipeline/clean/stated_body.h"
#include "pipeline/clean/strings.h"

namespace acta {
namespace {

// Title, an empty line, then the lines; every span counts bytes of the result.
void FillText(const Composed& composed, Article& article) {
  auto add = [&](std::string_view line, ParagraphKind kind) {
    auto begin = static_cast<uint32_t>(article.text.size());
    article.text += line;
    article.paragraphs.push_back({Span{begin, static_cast<uint32_t>(article.text.size())}, kind});
  };
  if (!article.title.empty()) add(article.title, ParagraphKind::kTitle);
  article.text += "\n";
  for (const Line& line : composed.lines) {
    article.text += "\n";
    add(line.text, line.kind);
  }
}

// Of http and https only; relative references are resolved against the page as far as their form is simple.
std::string AbsoluteUrl(std::string_view reference, std::string_view base) {
  if (reference.starts_with("http://") || reference.starts_with("https://")) return std::string(reference);
  size_t scheme = base.find("://");
  if (scheme == base.npos || reference.empty()) return "";
  if (reference.starts_with("//")) return std::string(base.substr(0, scheme + 1)) + std::string(reference);
  if (!reference.starts_with('/')) return "";
  return std::string(base.substr(0, base.find('/', scheme + 3))) + std::string(reference);
}

std::string HostOf(std::string_view url) {
  size_t scheme = url.find("://");
  if (scheme == url.npos) return "";
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/:?#"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

std::string SiteOf(const PageData& data, std::string_view url) {
  std::string_view stated = data.Meta({"og:site_name", "application-name", "al:ios:app_name"});
  if (!stated.empty()) return std::string(stated);
  if (!data.linked.publisher.empty()) return data.linked.publisher;
  for (std::string_view from : {url, std::string_view(data.canonical), data.Meta("og:url")}) {
    if (std::string host = HostOf(from); !host.empty()) return host;
  }
  return "";
}

// The page as lines without structure: what is left when its parse had to be stopped.
std::string AsLines(std::string_view markup) {
  std::string lines = "<body>";
  size_t at = 0;
  while (at < markup.size()) {
    size_t open = std::min(markup.find('<', at), markup.size());
    lines.append(markup.substr(at, open - at));
    if (open == markup.size()) break;
    size_t close = std::min(markup.find('>', open), markup.size() - 1);
    std::string_view tag = markup.substr(open, close + 1 - open);
    std::string name = AsciiLower(tag.substr(1, 8));
    if (name.starts_with("/")) name.erase(0, 1);
    for (std::string_view block : {"p", "div", "br", "li", "td", "tr", "h1", "h2", "h3", "table", "ul"}) {
      if (name.starts_with(block) &&
          (name.size() == block.size() || !std::isalnum(static_cast<unsigned char>(name[block.size()])))) {
        lines += "<p>";
        break;
      }
    }
    if (name.starts_with("title") || name.starts_with("meta ")) lines.append(tag);
    at = close + 1;
  }
  return lines;
}

struct Parsed {
  HtmlTree tree;
  std::string markup;  // what the tree points into
  std::string cut;
};

Result<Parsed> Parse(FilteredMarkup& filtered, const ParseLimits& limits) {
  Parsed parsed;
  parsed.markup = std::move(filtered.markup);
  parsed.cut = filtered.cut;
  Result<HtmlTree> tree = ParseHtml(parsed.markup, limits);
  if (!tree) {
    parsed.cut = tree.error().kind == "parse_time" ? "time" : "memory";
    constexpr size_t kLines = 1u << 20;
    parsed.markup = AsLines(std::string_view(parsed.markup).substr(0, kLines));
    tree = ParseHtml(parsed.markup, {limits.arena_bytes, limits.deadline / 4});
    if (!tree) return tl::unexpected(tree.error());
  }
  parsed.tree = std::move(*tree);
  return parsed;
}

// JSON-LD's articleBody; for a page whose markup shows next to nothing, what its scripts would show.
StatedBody FindStatedBody(const PageView& view, const Reading& reading,
                          const std::vector<std::string_view>& scripts) {
  constexpr double kNextToNothing = 500;
  constexpr size_t kLeastScript = 1500;
  if (!view.data.linked.body.empty()) return StatedBody(view.data.linked.body);
  if (reading.weight > kNextToNothing) return {};
  std::string body = BodyInScripts(scripts, kLeastScript);
  if (!body.empty()) view.Note("stated body: found in a script");
  return StatedBody(body);
}

// The rules for the host of the page: of its URL, else as the page states it.
const SiteRules* SiteOfPage(const std::vector<SiteRules>* sites, const PageData& data, std::string_view url) {
  if (sites == nullptr) return nullptr;
  for (std::string_view from : {url, std::string_view(data.canonical), data.Meta("og:url")}) {
    if (std::string host = HostOf(from); !host.empty()) return FindSite(*sites, host);
  }
  return nullptr;
}

// The elements that a rule names; says in the trace when there are none.
std::vector<NodeId> Named(const PageView& view, const Selector& selector, std::string_view what) {
  if (selector.text.empty()) return {};
  std::vector<NodeId> found = Select(view.tree, selector);
  view.Note("site rule: " + std::string(what) + " " + selector.text +
            (found.empty() ? " is not on the page" : ""));
  return found;
}

Reading ReadingOf(const HtmlTree& tree, const BlockList& list, const std::vector<NodeId>& roots) {
  Reading reading;
  for (NodeId root : roots) {
    BlockRange range{list.First(root), list.Last(tree, root)};
    if (range.first == range.second) continue;
    for (uint32_t i = range.first; i < range.second; ++i) reading.weight += Weight(list.blocks[i]);
    reading.ranges.push_back(range);
    reading.roots.push_back(root);
  }
  return reading;
}

// Replaces `reading` by what the site rule names, if there is text; an element that is called an aside is
// believed all the same.
void ReadBySite(const PageView& view, const SiteRules& site, BlockList& list, Reading& reading) {
  const std::vector<NodeId> roots = Named(view, site.body, "body");
  Reading named = ReadingOf(view.tree, list, roots);
  if (named.weight <= 0 && !roots.empty()) {
    BlockList relaxed = MakeBlocks(view.tree, view.rules, AsideNames::kIgnore);
    named = ReadingOf(view.tree, relaxed, roots);
    if (named.weight > 0) list = std::move(relaxed);
  }
  if (named.weight <= 0) return;
  named.why = "site rule " + site.body.text;
  reading = std::move(named);
}

void TitleBySite(const PageView& view, const SiteRules& site, Headline& headline) {
  for (NodeId n : Named(view, site.title, "title")) {
    std::string text(CollapseSpace(view.tree.node(n).tag == Tag::kMeta
                                       ? std::string(view.tree.Get(n, "content"))
                                       : view.tree.TextOf(n, 2000)));
    if (text.empty()) continue;
    headline.text = std::move(text);
    const uint32_t at = view.list.First(n);
    if (at < view.list.blocks.size() && WordKey(view.list.blocks[at].text) == WordKey(headline.text))
      headline.block = at;
    return;
  }
}

// "" when the rule finds no date.
std::string DateBySite(const PageView& view, const SiteRules& site) {
  for (NodeId n : Named(view, site.date, "date")) {
    for (std::string_view attribute : {"datetime", "content"}) {
      if (auto stamp = FindDate(view.tree.Get(n, attribute), view.rules)) return stamp->ToIso();
    }
    if (auto stamp = FindDate(view.tree.TextOf(n, 500), view.rules)) return stamp->ToIso();
  }
  return "";
}

}  // namespace

Result<Article> CleanPage(const Page& page, const CleanRules& rules, CleanTrace* trace,
                          const CleanOptions& options) {
  bool too_long = page.bytes.size() > options.bytes;
  Result<Decoded> decoded = DecodeHtml(std::string_view(page.bytes).substr(0, options.bytes),
                                       HeaderValue(page.headers, "content-type"));
  if (!decoded) return tl::unexpected(decoded.error());
  FilteredMarkup filtered = FilterMarkup(decoded->text, options.filter);
  std::string legacy = ConvertLegacy(filtered.markup);
  // Marks that stand alone, U+0300 to U+036F in UTF-8; rare, and a reason to look closer.
  if (filtered.markup.find('\xCC') != std::string::npos || filtered.markup.find('\xCD') != std::string::npos)
    filtered.markup = ToNfc(std::move(filtered.markup));
  if (trace != nullptr)
    trace->charset =
        decoded->charset + " (" + decoded->how + ")" + (legacy.empty() ? "" : ", then " + legacy);
  Result<Parsed> parsed = Parse(filtered, options.parse);
  if (!parsed) return tl::unexpected(parsed.error());

  PageData data = ReadPageData(parsed->tree, filtered.json_ld);
  BlockList list = MakeBlocks(parsed->tree, rules);
  PageView view{parsed->tree, list, data, rules, page.url, trace};
  Reading reading = ChooseReading(parsed->tree, list, FindAnchor(data, list));
  constexpr double kLittle = 250;  // characters; less makes one doubt the names that were believed
  if (reading.weight < kLittle) {
    BlockList relaxed = MakeBlocks(parsed->tree, rules, AsideNames::kIgnore);
    Reading more = ChooseReading(parsed->tree, relaxed, FindAnchor(data, relaxed));
    if (more.weight > 1.5 * reading.weight) {
      if (trace != nullptr) trace->notes.push_back("relaxed: names of asides ignored");
      list = std::move(relaxed);
      reading = std::move(more);
    }
  }
  const SiteRules* site = SiteOfPage(options.sites, data, page.url);
  if (site != nullptr) ReadBySite(view, *site, list, reading);
  view.Note("body: " + reading.why);
  Headline headline = FindHeadline(view, reading);
  if (site != nullptr) TitleBySite(view, *site, headline);
  StatedBody stated = FindStatedBody(view, reading, filtered.scripts);
  Composed composed = ComposeText(view, reading, headline, stated);
  std::string cut = too_long ? "size" : parsed->cut;
  if (composed.lines.empty()) {
    return Fail("no_article", "the page has no running text that could be an article" +
                                  (cut.empty() ? "" : " (truncated: " + cut + ")"));
  }

  Article article;
  article.source = page.source;
  article.url = page.url;
  article.title = ToNfc(headline.text);
  article.byline = ToNfc(FindByline(view, headline, reading, composed.byline));
  if (site != nullptr) article.published = DateBySite(view, *site);
  if (article.published.empty()) article.published = FindPublished(view, reading, headline);
  article.site = ToNfc(SiteOf(data, page.url));
  article.canonical_url =
      AbsoluteUrl(!data.canonical.empty() ? std::string_view(data.canonical) : data.Meta("og:url"), page.url);
  article.source_url = composed.source_url;
  article.captions = std::move(composed.captions);
  FillText(composed, article);
  if (Result<void> readable = CheckReadable(article.text, legacy); !readable)
    return tl::unexpected(readable.error());
  article.language = DetectLanguage(article.text, rules);
  if (!cut.empty()) article.status = "truncated: " + cut;
  return article;
}

}  // namespace acta
