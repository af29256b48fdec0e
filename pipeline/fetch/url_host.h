// The host of a URL: names by UTS 46, IPv4 in every spelling, IPv6. See url.h; only url.cc needs this.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/text/result.h"

namespace acta {

// "EXAMPLE.org" → "example.org", "bücher.de" → "xn--bcher-kva.de", "0x7f.1" → "127.0.0.1",
// "[::FFFF:1.2.3.4]" → "[::ffff:102:304]". Fails with kind "bad_url".
// WHATWG URL Standard, sections "host parsing" and "IPv4 parser".
Result<std::string> CanonicalHost(std::string_view text);

// "%41" → "A"; a '%' that begins no escape stays.
std::string PercentDecode(std::string_view text);

}  // namespace acta
