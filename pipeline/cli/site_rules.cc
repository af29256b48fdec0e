#include "pipeline/cli/site_rules.h"

#include "pipeline/fetch/url.h"

namespace acta::cli {

Result<std::vector<SiteRules>> SiteRulesOf(const std::vector<Source>& sources) {
  std::vector<SiteRules> sites;
  for (const Source& source : sources) {
    if (source.body.empty() && source.title.empty() && source.date.empty()) continue;
    Result<Url> url = ParseUrl(source.url);
    if (!url) return tl::unexpected(url.error());
    SiteRules site;
    site.host = url->host.starts_with("www.") ? url->host.substr(4) : url->host;
    for (auto [text, selector] : {std::pair{&source.body, &site.body}, std::pair{&source.title, &site.title},
                                  std::pair{&source.date, &site.date}}) {
      Result<Selector> parsed = ParseSelector(*text);
      if (!parsed) return Fail("config", "source '" + source.name + "': " + parsed.error().message);
      *selector = std::move(*parsed);
    }
    if (FindSite(sites, site.host) != nullptr) {
      return Fail("config", "source '" + source.name + "': an earlier source has selectors for " + site.host);
    }
    sites.push_back(std::move(site));
  }
  return sites;
}

Result<std::vector<SiteRules>> LoadSiteRules(const std::string& path) {
  Result<std::vector<Source>> sources = LoadSources(path);
  if (!sources) return tl::unexpected(sources.error());
  return SiteRulesOf(*sources);
}

}  // namespace acta::cli
