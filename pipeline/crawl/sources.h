// sources.toml: which sites are followed, and how.
//
//   [[source]]
//   name = "province"                      # unique; in reports and in the frontier
//   url  = "https://province.example/rss"  # a feed, a sitemap, or a page that lists news
//   kind = "auto"                          # auto (default), feed, sitemap, listing, page
//   language = "vi"                        # optional: of pages that do not say
//   enabled = true                         # optional
//   every = "2h"                           # optional: first interval between visits, then it adapts
//   delay = "5s"                           # optional: between requests to its host; s, m, h, d
//   tls_exception = true                   # optional: its certificate is not verified; its records say so
//   body = "div#content .text"             # optional, as are title and date: where they stand on the pages of its
//   title = "h2.news-title"                #   host, for a site that nothing general can read (clean/site_rules.h)
//   date = "span.posted"
//
//   Result<std::vector<Source>> sources = ParseSources(text, "sources.toml");
//
// Errors have kind "config" and name file, line and column; an unknown key is one. Pure functions, but for the two that are
// given a path.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/result.h"

namespace acta {

enum class SourceKind : uint8_t { kAuto, kFeed, kSitemap, kListing, kPage };

struct Source {
  std::string name;
  std::string url;
  SourceKind kind = SourceKind::kAuto;
  std::string language;
  bool enabled = true;
  int64_t every_s = 0;  // 0: the usual
  int64_t delay_ms = 0;
  bool tls_exception = false;
  std::string body = {}, title = {}, date = {};  // selectors, checked where the cleaner gets them

  friend bool operator==(const Source&, const Source&) = default;
};

std::string_view SourceKindName(SourceKind kind);

// `file` is for messages only.
Result<std::vector<Source>> ParseSources(std::string_view text, const std::string& file);

// One source as a block of sources.toml, to be appended to the file; ParseSources reads it back as it is.
std::string SourceAsToml(const Source& source);

// The whole file. Fails with "config" also when it cannot be read, or is over 4 MiB.
Result<std::vector<Source>> LoadSources(const std::string& path);

// Appends sources to the file, which is made when there is none: all or none of them, and what is in it stays
// as it was written. Fails with "config" when the result would not be read back, "unwritable" otherwise.
Result<void> AppendSources(const std::string& path, const std::vector<Source>& sources);

// A name that none of `sources` bears: of the URL's host, with a number when need be.
std::string FreeSourceName(const std::string& wish, const std::vector<Source>& sources);

// The feeds of a subscription list (OPML 1.0 and 2.0, folders opened), broken XML tolerated. Names are the
// titles, made unique; outlines without a usable xmlUrl are counted in `rejected`. Fails with kind
// "bad_opml".
struct Subscriptions {
  std::vector<Source> sources;
  int rejected = 0;
};
Result<Subscriptions> ParseOpml(std::string_view bytes);

// The sources as a subscription list, OPML 2.0; what a list cannot say (kind, delay, …) is left out.
std::string SourcesAsOpml(const std::vector<Source>& sources);

}  // namespace acta
