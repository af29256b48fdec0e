#include "pipeline/cli/sources_check.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "pipeline/crawl/discover.h"
#include "pipeline/crawl/probe.h"
#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/url.h"
#include "pipeline/run/interrupt.h"
#include "pipeline/run/read_page.h"
#include "pipeline/run/sources.h"
#include "pipeline/store/text_width.h"

namespace acta::cli {
namespace {

using Json = nlohmann::ordered_json;

// One thing that was understood: "kind", "url", "title", "links" … as the kind has them; or "error".
using Findings = std::vector<Json>;

Json LinkAsJson(const FeedLink& link) {
  return {
      {"url", link.url}, {"title", link.title}, {"published", link.published}, {"language", link.language}};
}

Json FailureOf(const Error& error) { return {{"error", error.message}, {"error_kind", error.kind}}; }

Json FeedAsJson(const Feed& feed, bool links) {
  Json line = {{"kind", FeedKindName(feed.kind)}, {"title", feed.title},       {"language", feed.language},
               {"links", feed.links.size()},      {"rejected", feed.rejected}, {"repaired", feed.repaired}};
  if (links) {
    Json& all = line["entries"] = Json::array();
    for (const FeedLink& link : feed.links) all.push_back(LinkAsJson(link));
  }
  return line;
}

Json RobotsAsJson(const std::string& bytes, const std::string& agent, bool links) {
  const RobotsTxt robots = RobotsTxt::Parse(bytes);
  const std::optional<double> delay = robots.CrawlDelay(agent);
  Json line = {{"kind", "robots"},
               {"agent", agent},
               {"allows_root", robots.Allows(agent, "/")},
               {"crawl_delay", delay ? Json(*delay) : Json()},
               {"links", robots.sitemaps().size()}};
  if (links) line["sitemaps"] = robots.sitemaps();
  return line;
}

// A web page: the feeds that it names, and the stories that it lists.
Json HtmlAsJson(const Page& page, const std::string& base, bool links) {
  const std::vector<FeedHint> hints = FindFeeds(page.bytes, base);
  const std::vector<FeedLink> stories = ListedArticles(page.bytes, base);
  Json feeds = Json::array();
  for (const FeedHint& hint : hints) {
    if (hint.reason != FeedHint::kGuessed) feeds.push_back(hint.url);
  }
  Json line = {{"kind", "listing"}, {"feeds", feeds}, {"links", stories.size()}};
  if (links) {
    Json& all = line["entries"] = Json::array();
    for (const FeedLink& link : stories) all.push_back(LinkAsJson(link));
  }
  return line;
}

Json OpmlAsJson(const Subscriptions& list, bool links) {
  Json line = {{"kind", "opml"}, {"links", list.sources.size()}, {"rejected", list.rejected}};
  if (links) {
    Json& all = line["entries"] = Json::array();
    for (const Source& source : list.sources) all.push_back({{"url", source.url}, {"title", source.name}});
  }
  return line;
}

// Is this a robots.txt? By its name, or because its first lines read like one.
bool LooksLikeRobots(const std::string& path, std::string_view bytes) {
  const size_t slash = path.find_last_of('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  if (name.find("robots") != std::string::npos && name.ends_with(".txt")) return true;
  const std::string head = ascii::Lower(bytes.substr(0, 4096));
  return head.find("user-agent") != std::string::npos && head.find("allow") != std::string::npos &&
         head.find('<') == std::string::npos;
}

Json FileAsJson(const std::string& path, const Page& page, const SourceCheck& check) {
  const std::string base = check.base.empty() ? page.url : check.base;
  std::string_view type = HeaderValue(page.headers, "content-type");
  if (type.empty() && path.ends_with(".txt")) type = "text/plain";
  if (LooksLikeRobots(path, page.bytes)) return RobotsAsJson(page.bytes, check.agent, check.links);
  if (Result<Subscriptions> list = ParseOpml(page.bytes)) return OpmlAsJson(*list, check.links);
  Result<Feed> feed = ParseFeed(page.bytes, base, type);
  if (feed) return FeedAsJson(*feed, check.links);
  if (!LooksLikeFeed(page.bytes, type) && LooksLikeHtml(page.bytes, type) && !base.empty()) {
    return HtmlAsJson(page, base, check.links);
  }
  return FailureOf(feed.error());
}

Findings CheckFile(const std::string& path, const SourceCheck& check) {
  Findings found;
  std::unique_ptr<PageSource> files = FileSource({path});
  while (std::optional<SourcedPage> next = files->Next()) {
    Json line = next->page ? FileAsJson(next->source, *next->page, check) : FailureOf(next->page.error());
    line["source"] = next->source;
    found.push_back(std::move(line));
  }
  return found;
}

Findings CheckUrl(const std::string& name, const std::string& url, const FetchOptions& fetch,
                  std::stop_token stop) {
  Result<std::unique_ptr<Fetcher>> fetcher = Fetcher::Create(fetch);
  Result<std::vector<ProbedSource>> probed =
      fetcher ? Probe(**fetcher, url, stop) : tl::unexpected(fetcher.error());
  Findings found;
  if (probed && probed->empty()) {
    probed = tl::unexpected(Error{"bad_feed", url + ": no feed, no sitemap and no list of stories"});
  }
  if (!probed) {
    found.push_back(FailureOf(probed.error()));
  } else {
    for (const ProbedSource& each : *probed) {
      found.push_back({{"kind", each.form == "html" ? "listing" : each.form},
                       {"url", each.url},
                       {"title", each.title},
                       {"links", each.links},
                       {"newest", each.newest},
                       {"repaired", each.repaired},
                       {"delay_s", static_cast<double>(each.delay_ms) / 1000}});
    }
  }
  for (Json& line : found) line["source"] = name;
  return found;
}

std::string TextOf(const Json& line, const char* key) {
  auto value = line.find(key);
  if (value == line.end() || value->is_null()) return "";
  return value->is_string() ? value->get<std::string>() : value->dump();
}

// Lines for eyes: one per finding, its links indented below.
void PrintForEyes(const Json& line) {
  std::cout << Harmless(TextOf(line, "source")) << ": ";
  if (line.contains("error")) {
    std::cout << TextOf(line, "error_kind") << ": " << Harmless(TextOf(line, "error")) << '\n';
    return;
  }
  std::cout << TextOf(line, "kind") << ", " << TextOf(line, "links") << " links";
  for (const char* key : {"title", "newest", "language", "delay_s", "crawl_delay", "allows_root", "agent"}) {
    const std::string text = TextOf(line, key);
    if (!text.empty()) std::cout << ", " << key << ' ' << Harmless(text);
  }
  if (line.value("repaired", false)) std::cout << ", not well-formed";
  const std::string url = TextOf(line, "url");
  if (!url.empty()) std::cout << "\n  " << Harmless(url);
  std::cout << '\n';
  if (line.contains("feeds")) {
    for (const Json& feed : line["feeds"])
      std::cout << "  feed " << Harmless(feed.get<std::string>()) << '\n';
  }
  for (const char* list : {"entries", "sitemaps"}) {
    if (!line.contains(list)) continue;
    for (const Json& entry : line[list]) {
      if (entry.is_string()) {
        std::cout << "  " << Harmless(entry.get<std::string>()) << '\n';
      } else {
        std::cout << "  " << Harmless(TextOf(entry, "published")) << "\t" << Harmless(TextOf(entry, "url"))
                  << "\t" << Harmless(TextOf(entry, "title")) << '\n';
      }
    }
  }
}

void Print(const Json& line, const std::string& format) {
  if (format == "jsonl") {
    Json ordered = {{"source", line.at("source")}};
    ordered.update(line);
    std::cout << ordered.dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl;
  } else {
    PrintForEyes(line);
    std::cout << std::flush;
  }
}

// A name of a source, else nothing.
const Source* Named(const std::vector<Source>& sources, const std::string& name) {
  auto found = std::find_if(sources.begin(), sources.end(), [&](const Source& s) { return s.name == name; });
  return found == sources.end() ? nullptr : &*found;
}

}  // namespace

int CheckSources(const SourceCheck& check) {
  Interrupt interrupt;
  Result<std::vector<Source>> sources = LoadSources(check.sources);
  if (!sources && check.inputs.empty()) return Complain(sources.error());
  std::vector<std::string> inputs = check.inputs;
  if (inputs.empty()) {
    for (const Source& source : *sources) {
      if (source.enabled) inputs.push_back(source.name);
    }
  }
  const FetchOptions fetch = sources ? WithSources(check.fetch, *sources) : check.fetch;
  size_t good = 0, bad = 0;
  for (const std::string& input : inputs) {
    if (interrupt.requested()) return kInterrupted;
    const Source* source = sources ? Named(*sources, input) : nullptr;
    Findings found;
    if (source || IsUrl(input)) {
      if (Result<void> allowed = RequireContact(fetch); !allowed) return Complain(allowed.error());
      found = CheckUrl(input, source ? source->url : input, fetch, interrupt.token());
    } else {
      found = CheckFile(input, check);
    }
    for (const Json& line : found) {
      ++(line.contains("error") ? bad : good);
      Print(line, check.format);
    }
  }
  if (interrupt.requested()) return kInterrupted;
  return bad == 0 ? kOk : good > 0 ? kPartial : kFailed;
}

}  // namespace acta::cli
