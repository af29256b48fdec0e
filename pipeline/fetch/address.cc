#include "pipeline/fetch/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace acta {
namespace {

using Bytes16 = std::array<uint8_t, 16>;

struct Range4 {
  uint32_t base;
  int bits;
  AddressClass kind;
};

constexpr uint32_t V4(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
  return a << 24 | b << 16 | c << 8 | d;
}

constexpr AddressClass kPrivate = AddressClass::kPrivate;
constexpr AddressClass kReserved = AddressClass::kReserved;

constexpr Range4 kRanges4[] = {
    {V4(0, 0, 0, 0), 8, kPrivate},         // this host: Linux connects it to loopback
    {V4(10, 0, 0, 0), 8, kPrivate},        // RFC 1918
    {V4(100, 64, 0, 0), 10, kPrivate},     // carrier-grade NAT, RFC 6598
    {V4(127, 0, 0, 0), 8, kPrivate},       // loopback
    {V4(169, 254, 0, 0), 16, kPrivate},    // link-local, and where clouds keep their metadata
    {V4(172, 16, 0, 0), 12, kPrivate},     // RFC 1918
    {V4(192, 0, 0, 0), 24, kReserved},     // IETF protocol assignments
    {V4(192, 0, 2, 0), 24, kReserved},     // documentation
    {V4(192, 88, 99, 0), 24, kReserved},   // 6to4 relays, withdrawn
    {V4(192, 168, 0, 0), 16, kPrivate},    // RFC 1918
    {V4(198, 18, 0, 0), 15, kReserved},    // benchmarks
    {V4(198, 51, 100, 0), 24, kReserved},  // documentation
    {V4(203, 0, 113, 0), 24, kReserved},   // documentation
    {V4(224, 0, 0, 0), 4, kReserved},      // multicast
    {V4(240, 0, 0, 0), 4, kReserved},      // future use, broadcast
};

AddressClass Classify4(uint32_t address) {
  for (const Range4& range : kRanges4) {
    if (((address ^ range.base) >> (32 - range.bits)) == 0) return range.kind;
  }
  return AddressClass::kPublic;
}

struct Range6 {
  Bytes16 base;
  int bits;
  AddressClass kind;
};

constexpr Range6 kRanges6[] = {
    {{0xFC}, 7, kPrivate},                                 // unique local
    {{0xFE, 0x80}, 10, kPrivate},                          // link-local
    {{0xFE, 0xC0}, 10, kPrivate},                          // site-local, withdrawn
    {{0xFF}, 8, kReserved},                                // multicast
    {{0x01, 0x00}, 64, kReserved},                         // discard only
    {{0x20, 0x01, 0x00, 0x00}, 23, kReserved},             // IETF protocol assignments, Teredo among them
    {{0x20, 0x01, 0x0D, 0xB8}, 32, kReserved},             // documentation
    {{0x3F, 0xFF, 0x00}, 20, kReserved},                   // documentation
    {{0x00, 0x64, 0xFF, 0x9B, 0x00, 0x01}, 48, kPrivate},  // local-use NAT64
    {{0x5F, 0x00}, 16, kReserved},                         // segment routing
};

// Prefixes of 96 bits (or 16, 6to4) after which an IPv4 address stands.
struct Carrier {
  Bytes16 base;
  int bits;
  size_t offset;  // byte at which the IPv4 address begins
};

constexpr Carrier kCarriers[] = {
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96, 12},  // v4-mapped
    {{0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0}, 96, 12},  // v4-translated, RFC 2765
    {{0x00, 0x64, 0xFF, 0x9B}, 96, 12},                    // NAT64, RFC 6052
    {{0x20, 0x02}, 16, 2},                                 // 6to4
    {{}, 96, 12},                                          // v4-compatible
};

bool HasPrefix(const Bytes16& address, const Bytes16& base, int bits) {
  for (int i = 0; i < bits; ++i) {
    if (((address[i / 8] ^ base[i / 8]) >> (7 - i % 8) & 1) != 0) return false;
  }
  return true;
}

AddressClass Classify6(const Bytes16& address) {
  Bytes16 loopback{};
  loopback[15] = 1;
  if (address == Bytes16{} || address == loopback) return kPrivate;
  for (const Carrier& carrier : kCarriers) {
    if (!HasPrefix(address, carrier.base, carrier.bits)) continue;
    const uint8_t* at = address.data() + carrier.offset;
    return Classify4(V4(at[0], at[1], at[2], at[3]));
  }
  for (const Range6& range : kRanges6) {
    if (HasPrefix(address, range.base, range.bits)) return range.kind;
  }
  return AddressClass::kPublic;
}

}  // namespace

AddressClass ClassifyAddress(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in v4;
    std::memcpy(&v4, &address, sizeof v4);
    return Classify4(ntohl(v4.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 v6;
    std::memcpy(&v6, &address, sizeof v6);
    Bytes16 bytes;
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return Classify6(bytes);
  }
  return AddressClass::kReserved;
}

std::optional<AddressClass> ClassifyAddress(std::string_view text) {
  if (text.size() >= 2 && text.front() == '[' && text.back() == ']') text = text.substr(1, text.size() - 2);
  std::string zero_terminated(text.substr(0, text.find('%')));  // a zone id says nothing about the class
  in_addr v4;
  if (inet_pton(AF_INET, zero_terminated.c_str(), &v4) == 1) return Classify4(ntohl(v4.s_addr));
  Bytes16 bytes;
  if (inet_pton(AF_INET6, zero_terminated.c_str(), bytes.data()) == 1) return Classify6(bytes);
  return std::nullopt;
}

}  // namespace acta
