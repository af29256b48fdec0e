#include "pipeline/fetch/url.h"

#include <algorithm>
#include <optional>

#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/url_host.h"

namespace acta {
namespace {

// The percent-encode sets of the URL Standard, beyond controls, space and everything above ASCII.
constexpr std::string_view kPathSet = "\"#<>?^`{}";
constexpr std::string_view kQuerySet = "\"#<>'";
constexpr std::string_view kFragmentSet = "\"<>`";

void AppendEncoded(std::string& out, std::string_view text, std::string_view set) {
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || set.find(c) != std::string_view::npos) {
      ascii::AppendPercent(out, byte);
    } else {
      out += c;
    }
  }
}

uint16_t DefaultPort(std::string_view scheme) { return scheme == "https" ? 443 : 80; }

bool IsSlash(char c) { return c == '/' || c == '\\'; }

// The input without surrounding controls and spaces, and without tabs and line ends anywhere.
std::string Stripped(std::string_view text) {
  auto is_edge = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!text.empty() && is_edge(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_edge(text.back())) text.remove_suffix(1);
  std::string out(text);
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

// "http" of "http://…", lower case; nullopt when `text` begins with no scheme.
std::optional<std::string> SchemeOf(std::string_view text) {
  size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !ascii::IsAlpha(text[0])) return std::nullopt;
  for (char c : text.substr(0, colon)) {
    if (!ascii::IsAlpha(c) && !ascii::IsDigit(c) && c != '+' && c != '-' && c != '.') return std::nullopt;
  }
  return ascii::Lower(text.substr(0, colon));
}

bool IsSingleDot(std::string_view segment) {
  return segment == "." || ascii::EqualsIgnoreCase(segment, "%2e");
}

bool IsDoubleDot(std::string_view segment) {
  return segment == ".." || ascii::EqualsIgnoreCase(segment, ".%2e") ||
         ascii::EqualsIgnoreCase(segment, "%2e.") || ascii::EqualsIgnoreCase(segment, "%2e%2e");
}

// `path` after `directory` ("/a/b/", with its last slash), dot segments resolved, encoded.
std::string ResolvedPath(std::string directory, std::string_view path) {
  std::string out = std::move(directory);
  while (true) {
    size_t end = 0;
    while (end < path.size() && !IsSlash(path[end])) ++end;
    std::string_view segment = path.substr(0, end);
    bool last = end == path.size();
    if (IsDoubleDot(segment)) {
      out.pop_back();
      out.resize(out.empty() ? 0 : out.rfind('/') + 1);
      if (out.empty()) out = "/";
    } else if (!IsSingleDot(segment)) {
      AppendEncoded(out, segment, kPathSet);
      if (!last) out += '/';
    }
    if (last) return out;
    path.remove_prefix(end + 1);
  }
}

// Takes "?query#fragment" off the end of `text` into `url`; what is left is the path.
std::string_view TakeQueryAndFragment(std::string_view text, Url& url) {
  size_t hash = text.find('#');
  url.fragment.clear();
  if (hash != std::string_view::npos) {
    AppendEncoded(url.fragment, text.substr(hash + 1), kFragmentSet);
    text = text.substr(0, hash);
  }
  size_t mark = text.find('?');
  url.has_query = mark != std::string_view::npos;
  url.query.clear();
  if (url.has_query) {
    AppendEncoded(url.query, text.substr(mark + 1), kQuerySet);
    text = text.substr(0, mark);
  }
  return text;
}

Result<uint16_t> ParsePort(std::string_view digits, std::string_view scheme) {
  if (digits.empty()) return DefaultPort(scheme);
  uint32_t port = 0;
  for (char c : digits) {
    if (!ascii::IsDigit(c)) return Fail("bad_url", "bad port '" + Printable(digits) + "'");
    port = port * 10 + (c - '0');
    if (port > 65535) return Fail("bad_url", "port out of range: '" + Printable(digits) + "'");
  }
  return static_cast<uint16_t>(port);
}

// `text` follows "scheme:" and any slashes.
Result<Url> ParseAuthority(std::string scheme, std::string_view text) {
  Url url;
  url.scheme = std::move(scheme);
  std::string_view rest = TakeQueryAndFragment(text, url);
  size_t end = 0;
  while (end < rest.size() && !IsSlash(rest[end])) ++end;
  std::string_view authority = rest.substr(0, end);
  if (size_t at = authority.rfind('@'); at != std::string_view::npos) authority.remove_prefix(at + 1);

  size_t bracket = authority.rfind(']');
  size_t colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
  std::string_view port = colon == std::string_view::npos ? std::string_view() : authority.substr(colon + 1);
  Result<std::string> host = CanonicalHost(authority.substr(0, colon));
  if (!host) return tl::unexpected(host.error());
  Result<uint16_t> number = ParsePort(port, url.scheme);
  if (!number) return tl::unexpected(number.error());
  url.host = std::move(*host);
  url.port = *number;
  url.path = ResolvedPath("/", end < rest.size() ? rest.substr(end + 1) : std::string_view());
  return url;
}

Result<Url> ParseRelative(const Url& base, std::string_view text) {
  size_t slashes = 0;
  while (slashes < text.size() && IsSlash(text[slashes])) ++slashes;
  if (slashes >= 2) return ParseAuthority(base.scheme, text.substr(slashes));
  Url url = base;
  std::string_view path = TakeQueryAndFragment(text, url);
  if (path.empty()) {
    if (!url.has_query) {
      url.has_query = base.has_query;
      url.query = base.query;
    }
  } else if (slashes == 1) {
    url.path = ResolvedPath("/", path.substr(1));
  } else {
    url.path = ResolvedPath(base.path.substr(0, base.path.rfind('/') + 1), path);
  }
  return url;
}

Result<Url> Parse(std::string_view raw, const Url* base) {
  std::string text = Stripped(raw);
  std::optional<std::string> scheme = SchemeOf(text);
  if (!scheme) {
    if (base != nullptr) return ParseRelative(*base, text);
    return Fail("bad_url", text.empty() ? "empty URL"
                                        : "no URL: '" + Printable(text) + "' (http:// or https:// missing?)");
  }
  if (*scheme != "http" && *scheme != "https") {
    return Fail("bad_scheme", "scheme '" + Printable(*scheme) + "' is not fetched, only http and https: '" +
                                  Printable(text) + "'");
  }
  std::string_view rest = std::string_view(text).substr(scheme->size() + 1);
  if (base != nullptr && base->scheme == *scheme) return ParseRelative(*base, rest);
  while (!rest.empty() && IsSlash(rest[0])) rest.remove_prefix(1);
  return ParseAuthority(*scheme, rest);
}

}  // namespace

Result<Url> ParseUrl(std::string_view text) { return Parse(text, nullptr); }

Result<Url> Join(const Url& base, std::string_view reference) { return Parse(reference, &base); }

std::string Url::Origin() const {
  std::string out = scheme + "://" + host;
  if (port != DefaultPort(scheme)) out += ":" + std::to_string(port);
  return out;
}

std::string Url::PathAndQuery() const { return has_query ? path + "?" + query : path; }

std::string Url::WithoutFragment() const { return Origin() + PathAndQuery(); }

std::string Url::ToString() const {
  return fragment.empty() ? WithoutFragment() : WithoutFragment() + "#" + fragment;
}

bool Url::is_ip_literal() const {
  return host.front() == '[' || host.find_first_not_of("0123456789.") == std::string::npos;
}

std::string Printable(std::string_view text, size_t limit) {
  std::string out;
  for (size_t i = 0; i < text.size() && out.size() < limit; ++i) {
    auto byte = static_cast<unsigned char>(text[i]);
    // C0 and DEL, and C1 in its UTF-8 form (C2 80 … C2 9F).
    bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    out += byte < 0x20 || byte == 0x7F || c1 ? '?' : text[i];
    if (c1) ++i;
  }
  if (out.size() < limit) return out;
  while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0) == 0x80) out.pop_back();
  if (!out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0) out.pop_back();
  return out + "…";
}

}  // namespace acta
