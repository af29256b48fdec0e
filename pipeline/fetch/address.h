// Which network addresses may be asked: the guard against a page that sends acta into somebody's own network.
//
//   if (ClassifyAddress(address) != AddressClass::kPublic) refuse();
//
// It is asked with the address that is about to be connected to, after the name was resolved, so neither a
// redirect nor a name that resolves differently the second time gets past it.
// Ranges: the IANA special-purpose registries (RFC 6890 and later). Addresses that carry an IPv4 address
// inside (v4-mapped, v4-compatible, 6to4, NAT64) are judged by that address as well.
#pragma once

#include <optional>
#include <string_view>

#include <sys/socket.h>

namespace acta {

enum class AddressClass {
  kPublic,    // anyone's: needs a contact, a delay and robots.txt
  kPrivate,   // loopback, private, link-local, carrier-grade NAT: only when allowed
  kReserved,  // multicast, documentation, broadcast, unknown families: never
};

AddressClass ClassifyAddress(const sockaddr& address);

// `text` is a dotted quad or an IPv6 address, with or without brackets; nullopt when it is neither.
std::optional<AddressClass> ClassifyAddress(std::string_view text);

}  // namespace acta
