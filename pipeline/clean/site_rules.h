// What somebody has written down about one site that nothing general can read: where its body, title and date are.
//
//   std::vector<SiteRules> sites = {{"province.example", *ParseSelector("div#content .text"), {}, {}}};
//   Result<Article> article = CleanPage(page, rules, nullptr, {.sites = &sites});
//
// A rule goes before the general readings; one that finds nothing on a page leaves it to them, and the trace says so.
// Selectors are a part of CSS (Selectors Level 4): compounds of a tag, `#id`, `.class`, `[name]`, `[name=value]`,
// joined by spaces ("somewhere below") and separated by commas ("or"). Tags are those of text: div, td, h1, time …
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/clean/html_tree.h"
#include "pipeline/text/result.h"

namespace acta {

// "td.text[data-x=1]". Empty parts are not asked for.
struct Compound {
  Tag tag = Tag::kOther;  // kOther = any
  std::string id;
  std::vector<std::string> classes;
  std::vector<std::pair<std::string, std::string>> attributes;  // name, value; "" = any
};
using Descent = std::vector<Compound>;  // outermost first

struct Selector {
  std::string text;  // as written; empty = no rule
  std::vector<Descent> any_of;
};

struct SiteRules {
  std::string host;  // lower case, without "www."
  Selector body, title, date;
};

// Fails with kind "selector" and says at which character. An empty text is an empty selector.
Result<Selector> ParseSelector(std::string_view text);

// The outermost elements that fit, in order. Time: nodes × depth × compounds of a descent.
std::vector<NodeId> Select(const HtmlTree& tree, const Selector& selector);

// The rules for this host ("www." is ignored), or null.
const SiteRules* FindSite(const std::vector<SiteRules>& sites, std::string_view host);

}  // namespace acta
