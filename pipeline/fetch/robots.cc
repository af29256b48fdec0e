#include "pipeline/fetch/robots.h"

#include <algorithm>
#include <charconv>

#include "pipeline/fetch/ascii.h"

namespace acta {
namespace {

enum class Key { kUserAgent, kAllow, kDisallow, kCrawlDelay, kSitemap, kOther };

// Spellings met in the wild, lower case.
constexpr struct {
  std::string_view spelling;
  Key key;
} kKeys[] = {
    {"user-agent", Key::kUserAgent}, {"useragent", Key::kUserAgent},    {"user agent", Key::kUserAgent},
    {"allow", Key::kAllow},          {"disallow", Key::kDisallow},      {"dissallow", Key::kDisallow},
    {"dissalow", Key::kDisallow},    {"disalow", Key::kDisallow},       {"diasllow", Key::kDisallow},
    {"disallaw", Key::kDisallow},    {"crawl-delay", Key::kCrawlDelay}, {"crawldelay", Key::kCrawlDelay},
    {"sitemap", Key::kSitemap},      {"site-map", Key::kSitemap},
};

Key KeyOf(std::string_view name) {
  for (const auto& entry : kKeys) {
    if (ascii::EqualsIgnoreCase(name, entry.spelling)) return entry.key;
  }
  return Key::kOther;
}

constexpr size_t kMaxLine = 16 * 1024;  // what follows in a line is not read: no address is as long

struct Line {
  Key key = Key::kOther;
  std::string_view value;  // of the text that was parsed
};

// A web page is often served for robots.txt, or its rules within one: "Disallow: /a<br>".
std::string WithoutTags(std::string_view line) {
  std::string out;
  while (!line.empty()) {
    size_t open = line.find('<');
    size_t close = open == std::string_view::npos ? open : line.find('>', open);
    out += line.substr(0, close == std::string_view::npos ? close : open);
    if (close == std::string_view::npos) break;
    line.remove_prefix(close + 1);
  }
  return out;
}

// "Disallow: /a # why" → {kDisallow, "/a"}. Without a colon the first space separates, if nothing follows
// the value.
Line ParseLine(std::string_view line) {
  line = ascii::Trim(line.substr(0, line.find('#')));
  size_t colon = line.find(':');
  if (colon != std::string_view::npos) {
    return {KeyOf(ascii::Trim(line.substr(0, colon))), ascii::Trim(line.substr(colon + 1))};
  }
  size_t space = line.find_first_of(" \t");
  if (space == std::string_view::npos) return {};
  std::string_view value = ascii::Trim(line.substr(space));
  if (value.find_first_of(" \t") != std::string_view::npos) return {};
  return {KeyOf(line.substr(0, space)), value};
}

// "one, two": the agents of a line.
std::vector<std::string_view> AgentsOf(std::string_view value) {
  std::vector<std::string_view> agents;
  while (true) {
    size_t comma = value.find(',');
    agents.push_back(ascii::Trim(value.substr(0, comma)));
    if (comma == std::string_view::npos) return agents;
    value.remove_prefix(comma + 1);
  }
}

// The product token at the beginning of `value`: letters, '_' and '-' (section 2.2.1); "*" stays.
std::string ProductToken(std::string_view value) {
  if (!value.empty() && value[0] == '*' && (value.size() == 1 || ascii::IsSpace(value[1]))) return "*";
  size_t end = 0;
  while (end < value.size() && (ascii::IsAlpha(value[end]) || value[end] == '_' || value[end] == '-')) ++end;
  return ascii::Lower(value.substr(0, end));
}

std::optional<double> ParseDelay(std::string_view value) {
  double seconds = 0;
  auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error != std::errc() || !(seconds >= 0) || seconds > 1e9) return std::nullopt;
  return seconds;
}

bool IsUnreserved(unsigned char c) {
  return ascii::IsAlpha(static_cast<char>(c)) || ascii::IsDigit(static_cast<char>(c)) || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

bool IsGenDelim(unsigned char c) {
  return std::string_view(":/?[]@").find(static_cast<char>(c)) != std::string_view::npos;
}

// A robots.txt saved as UTF-16, which begins with its byte order mark: what is not ASCII becomes '?'.
std::string AsciiOfUtf16(std::string_view bytes) {
  bool little = bytes[0] == '\xFF';
  std::string out;
  for (size_t i = 2; i + 1 < bytes.size(); i += 2) {
    char low = bytes[little ? i : i + 1], high = bytes[little ? i + 1 : i];
    out += high == 0 && static_cast<unsigned char>(low) < 0x80 ? low : '?';
  }
  return out;
}

}  // namespace

// An escape of an unreserved character means the character (RFC 3986, 2.3); after '?' so does an escape of
// a delimiter, since "?u=https://a" and "?u=https%3A%2F%2Fa" are one address (RFC 9309, 2.2.2). A '*' or '$'
// that is no sign of the rule language is escaped, so that a rule can name it as %2A or %24.
std::string NormalizedRobotsPath(std::string_view path, bool is_pattern) {
  std::string out;
  out.reserve(path.size());
  bool in_query = false;
  for (size_t i = 0; i < path.size(); ++i) {
    auto byte = static_cast<unsigned char>(path[i]);
    int high = byte == '%' && i + 2 < path.size() ? ascii::HexDigit(path[i + 1]) : -1;
    int low = high >= 0 ? ascii::HexDigit(path[i + 2]) : -1;
    if (low >= 0) {
      auto meant = static_cast<unsigned char>(high * 16 + low);
      if (IsUnreserved(meant) || (in_query && IsGenDelim(meant))) {
        out += static_cast<char>(meant);
      } else {
        ascii::AppendPercent(out, meant);
      }
      i += 2;
    } else if (byte <= 0x20 || byte >= 0x7F || byte == '%' || (byte == '*' && !is_pattern) ||
               (byte == '$' && !(is_pattern && i + 1 == path.size()))) {
      ascii::AppendPercent(out, byte);
    } else {
      out += static_cast<char>(byte);
      in_query = in_query || byte == '?';
    }
  }
  return out;
}

// Between two stars only literals stand, and the earliest place for each literal is the best one, except
// for the last literal of an anchored pattern, which must stand at the end: no backtracking.
bool RobotsPatternMatches(std::string_view pattern, std::string_view path) {
  bool anchored = !pattern.empty() && pattern.back() == '$';
  if (anchored) pattern.remove_suffix(1);
  size_t at = 0;
  bool floating = false;
  while (true) {
    size_t star = pattern.find('*');
    std::string_view literal = pattern.substr(0, star);
    bool last = star == std::string_view::npos;
    if (last && anchored) {
      if (path.size() < at + literal.size()) return false;
      return floating ? path.ends_with(literal) : path.substr(at) == literal;
    }
    if (floating) {
      at = path.find(literal, at);
      if (at == std::string_view::npos) return false;
    } else if (!path.substr(at).starts_with(literal)) {
      return false;
    }
    if (last) return true;
    at += literal.size();
    floating = true;
    pattern.remove_prefix(star + 1);
  }
}

// Builds groups line by line: User-agent lines in a row open one group, a rule closes the row. Since
// Crawl-delay is no record of the RFC, it must not close the row (2.2.4); but it is meant for the agents
// above it alone.
class RobotsParser {
 public:
  void Read(const Line& line) {
    switch (line.key) {
      case Key::kUserAgent:
        if (!in_agents_) robots_.groups_.emplace_back();
        if (!in_agents_ || delay_seen_) delay_agents_.clear();
        in_agents_ = true;
        delay_seen_ = false;
        for (std::string_view agent : AgentsOf(line.value)) AddAgent(ProductToken(agent));
        break;
      case Key::kAllow:
      case Key::kDisallow:
        in_agents_ = false;
        AddRule(line);
        break;
      case Key::kCrawlDelay:
        delay_seen_ = true;
        AddDelay(line.value);
        break;
      case Key::kSitemap:
        if (!line.value.empty()) robots_.sitemaps_.emplace_back(line.value);
        break;
      case Key::kOther:
        break;
    }
  }

  RobotsTxt Take() { return std::move(robots_); }

 private:
  void AddAgent(std::string token) {
    if (token.empty()) return;
    delay_agents_.push_back(token);
    robots_.groups_.back().agents.push_back(std::move(token));
  }

  // Rules before the first User-agent belong to nobody; an empty path rules nothing. Who allows the index page
  // of a folder allows the folder, which is that page's other address.
  void AddRule(const Line& line) {
    if (robots_.groups_.empty() || line.value.empty()) return;
    std::vector<RobotsTxt::Rule>& rules = robots_.groups_.back().rules;
    rules.push_back({NormalizedRobotsPath(line.value, true), line.key == Key::kAllow});
    const std::string& path = rules.back().pattern;
    size_t slash = path.rfind('/');
    if (line.key == Key::kAllow && slash != std::string::npos &&
        std::string_view(path).substr(slash + 1).starts_with("index.htm")) {
      rules.push_back({path.substr(0, slash + 1) + "$", true});
    }
  }

  void AddDelay(std::string_view value) {
    std::optional<double> stated = ParseDelay(value);
    if (!stated) return;
    for (const std::string& agent : delay_agents_) {
      double& delay = robots_.delays_[agent];
      delay = std::max(delay, *stated);
    }
  }

  RobotsTxt robots_;
  bool in_agents_ = false;
  bool delay_seen_ = false;                // since the last User-agent
  std::vector<std::string> delay_agents_;  // whom a Crawl-delay would be for
};

RobotsTxt RobotsTxt::Parse(std::string_view bytes) {
  bytes = bytes.substr(0, kMaxBytes);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return Parse(AsciiOfUtf16(bytes));
  for (std::string_view mark : {"\xEF\xBB\xBF", "\xEF\xBB", "\xEF"}) {  // whole, or cut by some editor
    if (bytes.starts_with(mark)) {
      bytes.remove_prefix(mark.size());
      break;
    }
  }
  RobotsParser parser;
  while (!bytes.empty()) {
    size_t end = bytes.find_first_of("\r\n");
    std::string_view line = bytes.substr(0, std::min(end, kMaxLine));
    parser.Read(line.find('<') == std::string_view::npos ? ParseLine(line) : ParseLine(WithoutTags(line)));
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + 1);
  }
  return parser.Take();
}

RobotsTxt RobotsTxt::AllowAll() { return RobotsTxt(); }

RobotsTxt RobotsTxt::DisallowAll() { return Parse("User-agent: *\nDisallow: /"); }

RobotsTxt RobotsTxt::FromStatus(int status, std::string_view bytes) {
  if (status >= 200 && status < 300) return Parse(bytes);
  if (status >= 400 && status < 500 && status != 429) return AllowAll();
  return DisallowAll();
}

// Section 2.2.1: all groups that name the agent together; only without one, those of '*'.
std::vector<const RobotsTxt::Group*> RobotsTxt::GroupsOf(std::string_view agent) const {
  std::vector<const Group*> named, general;
  std::string token = ascii::Lower(agent);
  for (const Group& group : groups_) {
    auto names = [&](std::string_view name) {
      return std::find(group.agents.begin(), group.agents.end(), name) != group.agents.end();
    };
    if (names(token)) named.push_back(&group);
    if (names("*")) general.push_back(&group);
  }
  return named.empty() ? general : named;
}

bool RobotsTxt::Allows(std::string_view agent, std::string_view path) const {
  std::string target = NormalizedRobotsPath(path.substr(0, path.find('#')), false);
  if (target.empty()) target.push_back('/');
  if (target == "/robots.txt") return true;
  size_t best = 0;
  bool allowed = true;
  for (const Group* group : GroupsOf(agent)) {
    for (const Rule& rule : group->rules) {
      if (rule.pattern.size() < best || !RobotsPatternMatches(rule.pattern, target)) continue;
      allowed = rule.allow || (rule.pattern.size() == best && allowed);
      best = rule.pattern.size();
    }
  }
  return allowed;
}

std::optional<double> RobotsTxt::CrawlDelay(std::string_view agent) const {
  std::string token = ascii::Lower(agent);
  bool named = std::any_of(groups_.begin(), groups_.end(), [&](const Group& group) {
    return std::find(group.agents.begin(), group.agents.end(), token) != group.agents.end();
  });
  auto delay = delays_.find(named ? token : "*");
  if (delay == delays_.end()) return std::nullopt;
  return delay->second;
}

}  // namespace acta
