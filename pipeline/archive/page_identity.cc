#include "pipeline/archive/page_identity.h"

#include <algorithm>
#include <vector>

#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/url.h"

namespace acta {
namespace {

// "www.", "m.", "amp.", "mobile." before a name that is one without them.
std::string_view BareHost(std::string_view host) {
  for (std::string_view prefix : {"www.", "m.", "amp.", "mobile."}) {
    if (host.starts_with(prefix) && host.find('.', prefix.size()) != std::string_view::npos)
      return host.substr(prefix.size());
  }
  return host;
}

// The last part of the path, without an ending such as ".html".
std::string_view LastPart(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  path = path.substr(path.rfind('/') + 1);
  return path.substr(0, path.find_last_of('.'));
}

// Numbers of at least four digits: the ids of articles.
std::vector<std::string_view> Numbers(std::string_view text) {
  std::vector<std::string_view> numbers;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && ascii::IsDigit(text[end])) ++end;
    if (end - at >= 4) numbers.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return numbers;
}

bool Believable(const Url& canonical, const Url& url) {
  if (BareHost(canonical.host) != BareHost(url.host)) return false;
  if (IdentityKey(canonical) == IdentityKey(url)) return true;
  const std::string_view part = LastPart(canonical.path);
  const std::string whole = url.PathAndQuery();
  if (part.size() >= 4 && whole.find(part) != std::string::npos) {
    // "/news" is a part of "/news/12345": the section, unless it ends the URL too.
    return LastPart(url.path) == part || !Numbers(part).empty() || part.size() >= 16;
  }
  const std::vector<std::string_view> ids = Numbers(whole);
  const std::string stated = canonical.PathAndQuery();
  return std::any_of(ids.begin(), ids.end(), [&](std::string_view id) {
    // A year is no id.
    return (id.size() > 4 || id < "1900" || id > "2099") && stated.find(id) != std::string::npos;
  });
}

std::string Normal(Url url) {
  url.host = std::string(BareHost(url.host));
  if (url.scheme == "http" && url.port == 80) {
    url.scheme = "https";
    url.port = 443;
  }
  return IdentityKey(url);
}

}  // namespace

std::string PageIdentity(const Article& article, const std::string& source) {
  Result<Url> url = ParseUrl(article.url);
  if (!url) return source;
  Result<Url> canonical = ParseUrl(article.canonical_url);
  return Normal(canonical && Believable(*canonical, *url) ? *canonical : *url);
}

}  // namespace acta
