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

inline constexpr uint32_t kNoBlock = ~uint32_t{0};

struct Headline {
  std::string text;
  uint32_t block = kNoBlock;
};

Headline FindHeadline(const PageView& view, const Reading& reading);

// "Title - Site name" without the site: a part that names `site`, or that is short beside the rest.
std::string WithoutSite(std::string_view title, std::string_view site);

}  // namespace acta
