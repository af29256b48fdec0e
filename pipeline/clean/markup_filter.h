// Takes out of a page, before it is parsed, what the parse would only carry along: the bodies of scripts and
// styles (half of a page's bytes, two thirds of the parse), and what only a bomb contains: nesting and
// attribute lists that no browser keeps. The tree of what is left is otherwise the tree of the page.
//
//   FilteredMarkup filtered = FilterMarkup(page_utf8, FilterLimits{});
//   ParseHtml(filtered.markup, …);   ReadJsonLd(filtered.json_ld);
//
// The scanner follows the tokenizer of the HTML standard (13.2.5) as far as it matters for where a body
// ends: quoted attribute values, comments, CDATA in foreign content, <textarea>, <title> and the other raw
// text elements, scripts that contain "<!-- <script>", and bodies that never end.
// Linear in the input; never fails; safe to call from several threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace acta {

struct FilterLimits {
  size_t bytes = 4u << 20;  // of the filtered markup
  int depth = 1500;         // open containers (<div>, <b>, …); browsers stop at 512
  int attributes = 500;     // of one tag
};

struct FilteredMarkup {
  std::string markup;
  std::vector<std::string_view> json_ld;  // bodies of <script type="application/ld+json">, in order
  std::vector<std::string_view> scripts;  // bodies of all other scripts, for pages that a script fills
  std::string cut;                        // "", or what had to be cut: "depth", "attributes", "size"
};

// The views of the result point into `markup`.
FilteredMarkup FilterMarkup(std::string_view markup, const FilterLimits& limits);

}  // namespace acta
