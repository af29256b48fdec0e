// What a page states about itself in a machine's words: <meta>, <link>, JSON-LD (schema.org), microdata.
// Collected once, judged elsewhere (headline.h, byline.h, published.h).
//
//   PageData data = ReadPageData(tree, filtered.json_ld);
//   data.Meta("og:title")        // "" when the page does not say
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/clean/html_tree.h"

namespace acta {

// An article (or page) as JSON-LD describes it. Texts have their character references resolved and white
// space collapsed; empty = not said.
struct LinkedArticle {
  bool is_article = false;  // NewsArticle and its kin; otherwise WebPage
  std::string headline, description, body, published, modified, publisher, language, url;
  std::vector<std::string> authors;
  bool people = false;  // `authors` are of type Person
};

struct PageData {
  std::vector<std::pair<std::string, std::string>> metas;  // name or property, lower case → content, in order
  LinkedArticle linked;   // the one that describes this page's article; all empty when none does
  std::string canonical;  // <link rel=canonical>, as written
  std::string title;      // <title>
  std::string html_language;
  std::string base;  // <base href>

  std::string_view Meta(std::string_view name) const;  // first non-empty content
  std::string_view Meta(std::initializer_list<std::string_view> names) const;
};

// Malformed JSON-LD is repaired where only line ends and trailing commas are wrong, else passed over.
PageData ReadPageData(const HtmlTree& tree, const std::vector<std::string_view>& json_ld);

}  // namespace acta
