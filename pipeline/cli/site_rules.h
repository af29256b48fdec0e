// The selectors of sources.toml, as the cleaner takes them.
//
//   Result<std::vector<SiteRules>> sites = LoadSiteRules("sources.toml");
#pragma once

#include <string>
#include <vector>

#include "pipeline/clean/site_rules.h"
#include "pipeline/crawl/sources.h"

namespace acta::cli {

// Of the sources that have any; they hold for the host of the source's URL. Fails with kind "config" for a wrong
// selector and for two sources of one host that both have some.
Result<std::vector<SiteRules>> SiteRulesOf(const std::vector<Source>& sources);
Result<std::vector<SiteRules>> LoadSiteRules(const std::string& path);

}  // namespace acta::cli
