// The title of the article, and where on the page it stands.
//
//   Headline headline = FindHeadline(view, reading);
//   headline.text      // "Hội nghị tổng kết …", without the name of the site
//   headline.block     // index of the block that shows it, or kNoBlock
#pragma once

#include <string>

#include "pipeline/clean/page_view.h"
#include "pipeline/clean/reading.h"

namespace acta {

struct Headline {
  std::string text;
  uint32_t block = kNoBlock;
};

// The first block that repeats what the page says its title is, before anything is known of the text;
// kNoBlock when there is none.
uint32_t FindAnchor(const PageData& data, const BlockList& list);

Headline FindHeadline(const PageView& view, const Reading& reading);

// "Title - Site name" without the site: a part that names `site`, that begins as names of sites do (with
// `rules`), or that is short beside the rest.
std::string WithoutSite(std::string_view title, std::string_view site, const CleanRules* rules = nullptr);

}  // namespace acta
