// Hashes that are the same on every machine and in every version, because what they give is stored and compared later.
//
//   const uint64_t key = Hash64("rà soát");                       // of bytes
//   uint64_t version = Fnv1a(second, Fnv1a(first));               // of several pieces, one after another
//   const uint64_t other = Mix64(key ^ seed);                     // another hash of what is hashed already
//
// For tables, bands and versions; not against an adversary, and not for the keys of content (schemas/identity.h).
#pragma once

#include <cstdint>
#include <string_view>

namespace acta {

// The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit of the result depends on every bit of `x`.
constexpr uint64_t Mix64(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

// FNV-1a of 64 bits (Fowler, Noll, Vo), one step a byte. `hash`: where an earlier piece ended.
constexpr uint64_t Fnv1a(std::string_view bytes, uint64_t hash = 0xCBF29CE484222325U) {
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  return hash;
}

// Of short texts: FNV-1a alone leaves their upper bits alike.
constexpr uint64_t Hash64(std::string_view bytes) { return Mix64(Fnv1a(bytes)); }

}  // namespace acta
