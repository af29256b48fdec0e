// Web addresses by the WHATWG URL Standard, for the two schemes that acta fetches: http and https.
//
//   Result<Url> page = ParseUrl("HTTPS://Example.org:443/a/../b?x=1#top");   // https://example.org/b?x=1#top
//   Result<Url> link = Join(*page, "../c d");                                // https://example.org/c%20d
//   std::string key = IdentityKey(*link);                                    // the same page, the same key
//
// The parser is as lenient as a browser (tabs, backslashes, missing slashes, `0x7f.1`, `%65xample.org`,
// Unicode hosts by UTS 46), and what it returns is canonical: libcurl is only ever given Url::ToString(),
// so that the host which is checked is the host which is asked.
//
// Differences from the standard: bytes that are no UTF-8 are percent-encoded as they stand (sites in legacy
// charsets mean just that); user names and passwords are parsed and dropped, never sent.
//
// All functions are pure, linear in their input, and safe to call from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/text/result.h"

namespace acta {

// One canonical URL. `host` is lower-case ASCII: a name, a dotted quad, or an IPv6 address in brackets.
struct Url {
  std::string scheme;    // "http" or "https"
  std::string host;      // never empty
  uint16_t port = 0;     // the effective port: 80 or 443 where the text names none
  std::string path;      // begins with '/', percent-encoded, without dot segments
  std::string query;     // without '?'; see has_query
  std::string fragment;  // without '#'
  bool has_query = false;

  std::string ToString() const;  // whole, with the fragment
  std::string WithoutFragment() const;
  std::string Origin() const;  // "https://example.org" or "http://127.0.0.1:8080": the scope of robots.txt
  std::string PathAndQuery() const;  // what robots.txt rules are matched against
  bool is_ip_literal() const;        // the host is an address, not a name

  friend bool operator==(const Url&, const Url&) = default;
};

// Fails with kind "bad_url" (malformed, or no host) or "bad_scheme" (anything but http and https).
Result<Url> ParseUrl(std::string_view text);

// `reference` as a browser would resolve it on a page at `base`. Fails like ParseUrl.
Result<Url> Join(const Url& base, std::string_view reference);

// The URL under which a page is known to acta: no fragment, no tracking or session parameters (the table is
// in url_identity.cc), the others in the order of their names, percent-encoding in one spelling, no empty query or
// path segment, no dot at the end of the host. For telling pages apart, not for asking for them.
// Idempotent: ParseUrl(IdentityKey(u)) has the same key.
std::string IdentityKey(const Url& url);

// `text` for a message: control characters and escape codes replaced, cut to `limit` bytes.
std::string Printable(std::string_view text, size_t limit = 200);

}  // namespace acta
