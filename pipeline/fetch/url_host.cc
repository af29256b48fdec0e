#include "pipeline/fetch/url_host.h"

#include <arpa/inet.h>
#include <unicode/idna.h>
#include <unicode/stringpiece.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/url.h"

namespace acta {
namespace {

tl::unexpected<Error> BadHost(std::string_view text, std::string_view why) {
  return Fail("bad_url", "bad host '" + Printable(text) + "': " + std::string(why));
}

bool IsForbiddenInDomain(unsigned char c) {
  return c <= 0x20 || c == 0x7F ||
         std::string_view("#/:<>?@[\\]^|%").find(static_cast<char>(c)) != std::string_view::npos;
}

// UTS 46 ToASCII as the URL Standard calls it: not transitional, lengths and hyphens not checked.
std::optional<std::string> DomainToAscii(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::IDNA> idna(icu::IDNA::createUTS46Instance(
      UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII, status));
  if (U_FAILURE(status)) return std::nullopt;
  constexpr uint32_t kForgiven = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
                                 UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
                                 UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo info;
  idna->nameToASCII_UTF8(name, sink, info, status);
  if (U_FAILURE(status) || (info.getErrors() & ~kForgiven) != 0 || ascii.empty()) return std::nullopt;
  return ascii;
}

// One part of an IPv4 address: decimal, octal with a leading 0, or hexadecimal with 0x.
std::optional<uint64_t> Ipv4Part(std::string_view part) {
  if (part.empty()) return std::nullopt;
  int base = 10;
  if (part.size() >= 2 && part[0] == '0' && ascii::Lower(part[1]) == 'x') {
    base = 16;
    part.remove_prefix(2);
  } else if (part.size() >= 2 && part[0] == '0') {
    base = 8;
    part.remove_prefix(1);
  }
  uint64_t value = 0;
  for (char c : part) {
    int digit = ascii::HexDigit(c);
    if (digit < 0 || digit >= base) return std::nullopt;
    value = value * base + digit;
    if (value > UINT32_MAX) value = uint64_t{1} << 40;  // too large for any place, and cannot overflow
  }
  return value;
}

std::vector<std::string_view> Split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (size_t at; (at = text.find(by)) != std::string_view::npos; text.remove_prefix(at + 1)) {
    parts.push_back(text.substr(0, at));
  }
  parts.push_back(text);
  return parts;
}

// A name whose last label is a number is an IPv4 address or nothing.
bool EndsInNumber(std::string_view host) {
  std::vector<std::string_view> parts = Split(host, '.');
  if (parts.back().empty()) {
    if (parts.size() == 1) return false;
    parts.pop_back();
  }
  std::string_view last = parts.back();
  if (!last.empty() && last.find_first_not_of("0123456789") == std::string_view::npos) return true;
  return last.size() >= 2 && ascii::EqualsIgnoreCase(last.substr(0, 2), "0x") && Ipv4Part(last).has_value();
}

std::optional<std::string> CanonicalIpv4(std::string_view host) {
  std::vector<std::string_view> parts = Split(host, '.');
  if (parts.back().empty() && parts.size() > 1) parts.pop_back();
  if (parts.size() > 4) return std::nullopt;
  uint64_t address = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    std::optional<uint64_t> value = Ipv4Part(parts[i]);
    if (!value) return std::nullopt;
    bool last = i + 1 == parts.size();
    uint64_t limit = last ? uint64_t{1} << (8 * (4 - i)) : 256;
    if (*value >= limit) return std::nullopt;
    address += last ? *value : *value << (8 * (3 - i));
  }
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) {
    out += std::to_string(address >> shift & 255);
    if (shift > 0) out += '.';
  }
  return out;
}

// RFC 5952, the longest run of zeros as "::", always in hexadecimal.
std::optional<std::string> CanonicalIpv6(std::string_view inside) {
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, std::string(inside).c_str(), bytes.data()) != 1) return std::nullopt;
  std::array<unsigned, 8> pieces{};
  for (size_t i = 0; i < 8; ++i) pieces[i] = bytes[2 * i] << 8 | bytes[2 * i + 1];
  size_t best = 8, best_size = 1;
  for (size_t i = 0; i < 8; ++i) {
    size_t end = i;
    while (end < 8 && pieces[end] == 0) ++end;
    if (end - i > best_size) best = i, best_size = end - i;
  }
  std::string out = "[";
  for (size_t i = 0; i < 8; ++i) {
    if (i == best) {
      out += i == 0 ? "::" : ":";
      i += best_size - 1;
      continue;
    }
    out += ascii::HexNumber(pieces[i]);
    if (i < 7) out += ':';
  }
  return out + "]";
}

}  // namespace

std::string PercentDecode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && ascii::HexDigit(text[i + 1]) >= 0 &&
        ascii::HexDigit(text[i + 2]) >= 0) {
      out += static_cast<char>(ascii::HexDigit(text[i + 1]) * 16 + ascii::HexDigit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

Result<std::string> CanonicalHost(std::string_view text) {
  if (text.empty()) return Fail("bad_url", "the URL has no host");
  if (text.front() == '[') {
    if (text.back() != ']') return BadHost(text, "'[' without ']'");
    std::optional<std::string> address = CanonicalIpv6(text.substr(1, text.size() - 2));
    if (!address) return BadHost(text, "no IPv6 address");
    return *address;
  }
  std::string name = PercentDecode(text);
  bool plain = name.find("xn--") == std::string::npos;
  for (char& c : name) {
    plain = plain && static_cast<unsigned char>(c) < 0x80;
    c = ascii::Lower(c);
  }
  if (!plain || name.find("xn--") != std::string::npos) {
    std::optional<std::string> ascii_name = DomainToAscii(name);
    if (!ascii_name) return BadHost(text, "no valid international name");
    name = *ascii_name;
  }
  for (char c : name) {
    if (IsForbiddenInDomain(static_cast<unsigned char>(c))) return BadHost(text, "character not allowed");
  }
  if (!EndsInNumber(name)) return name;
  std::optional<std::string> address = CanonicalIpv4(name);
  if (!address) return BadHost(text, "no IPv4 address");
  return *address;
}

}  // namespace acta
