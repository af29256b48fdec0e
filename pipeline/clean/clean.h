// From the bytes of a news page to its article: text, title, byline, date, site, language.
//
//   Result<CleanRules> rules = CleanRules::Load(data_folder);
//   Result<Article> article = CleanPage(page, *rules);
//   if (!article) Report(article.error());        // "empty", "not_text", "no_article"
//
// The way of a page: DecodeHtml -> FilterMarkup -> ParseHtml -> ReadPageData, MakeBlocks -> ChooseReading ->
// FindHeadline -> ComposeText -> byline, date, language. Each step is a function of its input in a file of its own.
//
// Bounded for any input: what is over a limit is cut and Article::status says so ("truncated: size", "depth",
// "attributes", "time", "memory"); a page whose parse was stopped is read once more as lines without a tree.
// Functions here share nothing but `rules` and are safe to call from several threads.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/clean/charset.h"
#include "pipeline/clean/html_tree.h"
#include "pipeline/clean/language.h"
#include "pipeline/clean/markup_filter.h"
#include "pipeline/clean/rules.h"
#include "pipeline/clean/site_rules.h"
#include "pipeline/text/article.h"
#include "pipeline/text/page.h"
#include "pipeline/text/result.h"

namespace acta {

struct CleanOptions {
  size_t bytes = 8u << 20;  // of the page that are read; more is "truncated: size"
  FilterLimits filter;
  ParseLimits parse;
  const std::vector<SiteRules>* sites = nullptr;  // go before the general readings, each on its own host
};

// What the cleaner did, for `acta clean --explain`: one line each, in order.
struct CleanTrace {
  std::string charset;             // "windows-1251 (meta)"
  std::vector<std::string> notes;  // which block won and why, where title, byline and date come from
  std::vector<std::string> cuts;   // "dropped [phrases.tsv: Tin liên quan] Tin liên quan"
};

Result<Article> CleanPage(const Page& page, const CleanRules& rules, CleanTrace* trace = nullptr,
                          const CleanOptions& options = {});

}  // namespace acta
