#include <algorithm>
#include <array>
#include <vector>

#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/url.h"
#include "pipeline/fetch/url_host.h"

namespace acta {
namespace {

// Query parameters that say where a reader came from or who the reader is, never which page it is.
// A name that ends in '*' stands for everything that begins so. Lower case.
constexpr std::array<std::string_view, 38> kTrackingParameters = {
    "utm_*",      "fbclid",    "gclid",        "gclsrc",      "dclid",       "gbraid",     "wbraid",
    "msclkid",    "yclid",     "ysclid",       "twclid",      "ttclid",      "igshid",     "mc_cid",
    "mc_eid",     "mkt_tok",   "_openstat",    "_hsenc",      "_hsmi",       "_ga",        "_gl",
    "_ke",        "vero_id",   "vero_conv",    "wickedid",    "oly_anon_id", "oly_enc_id", "rb_clickid",
    "s_cid",      "zarsrc",    "zanpid",       "at_campaign", "at_medium",   "pk_*",       "mtm_*",
    "jsessionid", "phpsessid", "aspsessionid*"};

bool IsTracking(std::string_view pair) {
  std::string name = ascii::Lower(PercentDecode(pair.substr(0, pair.find('='))));
  return std::any_of(kTrackingParameters.begin(), kTrackingParameters.end(), [&](std::string_view entry) {
    if (entry.back() != '*') return name == entry;
    return name.starts_with(entry.substr(0, entry.size() - 1));
  });
}

bool IsUnreserved(char c) {
  return ascii::IsAlpha(c) || ascii::IsDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

// RFC 3986, section 6.2.2: escapes in capitals, and none for characters that need none. What stands bare though
// the RFC has it escaped is escaped, so is a '%' that begins no escape, lest it begin one with what follows.
std::string OneSpelling(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      if (std::string_view("[]|^`").find(text[i]) == std::string_view::npos) {
        out += text[i];
      } else {
        ascii::AppendPercent(out, static_cast<unsigned char>(text[i]));
      }
      continue;
    }
    std::string decoded = PercentDecode(text.substr(i, 3));
    bool is_escape = decoded.size() == 1 && i + 2 < text.size();
    if (is_escape) i += 2;
    if (is_escape && IsUnreserved(decoded[0])) {
      out += decoded[0];
    } else {
      ascii::AppendPercent(out, static_cast<unsigned char>(decoded[0]));
    }
  }
  return out;
}

std::string WithoutSessionParameter(std::string path) {
  size_t at = ascii::FindIgnoreCase(path, ";jsessionid=");
  if (at == std::string::npos) return path;
  size_t end = path.find_first_of("/;", at + 1);
  path.erase(at, end == std::string::npos ? end : end - at);
  return path;
}

// Servers read "/a//b" as "/a/b".
std::string WithoutEmptySegments(std::string path) {
  auto repeated = [](char a, char b) { return a == '/' && b == '/'; };
  path.erase(std::unique(path.begin(), path.end(), repeated), path.end());
  return path;
}

std::string_view NameOf(std::string_view pair) { return pair.substr(0, pair.find('=')); }

// The parameters that say which page it is, by their names: their order, and an '=' without a value, say nothing.
std::string TellingQuery(std::string_view query) {
  std::vector<std::string_view> pairs;
  while (!query.empty()) {
    size_t end = std::min(query.find('&'), query.size());
    std::string_view pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (NameOf(pair).empty() || IsTracking(pair)) continue;
    if (NameOf(pair).size() + 1 == pair.size()) pair.remove_suffix(1);
    pairs.push_back(pair);
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](std::string_view a, std::string_view b) { return NameOf(a) < NameOf(b); });
  std::string out;
  for (std::string_view pair : pairs) (out += out.empty() ? "" : "&") += pair;
  return out;
}

}  // namespace

std::string IdentityKey(const Url& url) {
  Url key = url;
  if (key.host.size() > 1 && key.host.ends_with('.') && !key.host.ends_with("..")) key.host.pop_back();
  key.fragment.clear();
  key.path = OneSpelling(WithoutEmptySegments(WithoutSessionParameter(key.path)));
  key.query = TellingQuery(OneSpelling(key.query));
  key.has_query = !key.query.empty();
  return key.ToString();
}

}  // namespace acta
