// robots.txt by RFC 9309: which paths of a host a crawler may ask for, and how often.
//
//   RobotsTxt robots = RobotsTxt::Parse("User-agent: *\nDisallow: /private\nAllow:
//   /private/news\nCrawl-delay: 5"); robots.Allows("acta", "/private/x");       // false
//   robots.Allows("acta", "/private/news/1");  // true: the longest rule wins, and Allow wins a tie
//   robots.CrawlDelay("acta");                 // 5 s
//
// What it reads (section 2.2): groups of User-agent, Allow and Disallow lines; groups that name the same
// agent are merged; `*` in a path stands for any characters and a final `$` for the end; comments, blank
// lines and records it does not know change nothing. Beyond the RFC it reads Crawl-delay and Sitemap, and
// forgives what real files hold: a byte order mark, any line end, "useragent", "disalow", a missing colon, several
// agents in a line, HTML tags. "Allow: /a/index.html" allows "/a/" as well.
// Only the first 500 KiB count (section 2.5). Anything is parsed: there is no such thing as a bad robots.txt.
//
// What a fetch of robots.txt means (section 2.3.1) is decided by RobotsTxt::FromStatus.
// Immutable after parsing; safe to share. Matching costs path × rules of the agent in the worst case.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace acta {

class RobotsTxt {
 public:
  static constexpr size_t kMaxBytes = 500 * 1024;

  static RobotsTxt Parse(std::string_view bytes);
  static RobotsTxt AllowAll();
  static RobotsTxt DisallowAll();

  // Section 2.3.1: 2xx is parsed, 4xx allows everything ("unavailable"), everything else disallows
  // everything ("unreachable"); so does 429, by which a host asks for less. After more than five redirects
  // the file counts as unavailable: pass 404.
  static RobotsTxt FromStatus(int status, std::string_view bytes);

  // May `agent` (a product token, "acta"; case does not matter) ask for `path` ("/a?b", percent-encoded
  // or not)? /robots.txt itself always may.
  bool Allows(std::string_view agent, std::string_view path) const;

  // Seconds between requests, when the groups of `agent` (else those of `*`) state it.
  std::optional<double> CrawlDelay(std::string_view agent) const;

  // Sitemap lines, as written, in order.
  const std::vector<std::string>& sitemaps() const { return sitemaps_; }

 private:
  struct Rule {
    std::string pattern;  // in the spelling of NormalizedPath
    bool allow = false;
  };
  struct Group {
    std::vector<std::string> agents;  // lower-case product tokens, or "*"
    std::vector<Rule> rules;
  };
  friend class RobotsParser;

  std::vector<const Group*> GroupsOf(std::string_view agent) const;

  std::vector<Group> groups_;
  std::map<std::string, double> delays_;  // seconds by agent
  std::vector<std::string> sitemaps_;
};

// The path of `url` in the spelling in which rules and paths are compared: escapes in capitals, unreserved
// characters bare, everything above ASCII escaped. Exposed for tests.
std::string NormalizedRobotsPath(std::string_view path, bool is_pattern);

// Does `pattern` ('*' any characters, '$' at the end anchors) match a prefix of `path`? Exposed for tests.
bool RobotsPatternMatches(std::string_view pattern, std::string_view path);

}  // namespace acta
