#include "pipeline/archive/digest.h"

#include <openssl/sha.h>

#include "pipeline/fetch/ascii.h"

namespace acta {
namespace {

// The raw hash, 20 or 32 bytes.
std::string Hash(std::string_view bytes, DigestKind kind) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  unsigned char hash[SHA256_DIGEST_LENGTH];
  if (kind == DigestKind::kSha1) {
    SHA1(data, bytes.size(), hash);
    return {reinterpret_cast<char*>(hash), SHA_DIGEST_LENGTH};
  }
  SHA256(data, bytes.size(), hash);
  return {reinterpret_cast<char*>(hash), SHA256_DIGEST_LENGTH};
}

std::string Base32(std::string_view bytes) {
  std::string out;
  unsigned bits = 0;
  int held = 0;
  for (char c : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(c);
    for (held += 8; held >= 5; held -= 5) out += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[bits >> (held - 5) & 31];
  }
  if (held > 0) out += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[bits << (5 - held) & 31];
  return out;
}

std::string Hexadecimal(std::string_view bytes) {
  std::string out;
  for (char c : bytes) {
    out += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    out += "0123456789abcdef"[c & 15];
  }
  return out;
}

}  // namespace

// Base32 of 32 bytes would want padding; so a SHA-256 is written in hexadecimal, a SHA-1 as is the custom.
std::string LabelledDigest(std::string_view bytes, DigestKind kind) {
  const std::string hash = Hash(bytes, kind);
  return kind == DigestKind::kSha1 ? "sha1:" + Base32(hash) : "sha256:" + Hexadecimal(hash);
}

DigestCheck CheckDigest(std::string_view labelled, std::string_view bytes) {
  const size_t colon = labelled.find(':');
  if (colon == std::string_view::npos) return DigestCheck::kUnknown;
  const std::string label = ascii::Lower(ascii::Trim(labelled.substr(0, colon)));
  std::string_view value = ascii::Trim(labelled.substr(colon + 1));
  while (value.ends_with('=')) value.remove_suffix(1);
  const bool sha1 = label == "sha1" || label == "sha-1";
  if (!sha1 && label != "sha256" && label != "sha-256") return DigestCheck::kUnknown;
  const std::string hash = Hash(bytes, sha1 ? DigestKind::kSha1 : DigestKind::kSha256);
  const bool matches =
      ascii::EqualsIgnoreCase(value, Base32(hash)) || ascii::EqualsIgnoreCase(value, Hexadecimal(hash));
  return matches ? DigestCheck::kMatches : DigestCheck::kDiffers;
}

}  // namespace acta
