// The digests of WARC records: "sha1:" or "sha256:" and the hash in base32 (RFC 4648) or hexadecimal.
//
//   LabelledDigest("hello", DigestKind::kSha1)                             // "sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N"
//   CheckDigest("sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N", "hello")          // kMatches
//
// Pure, linear in the bytes, safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace acta {

enum class DigestKind { kSha1, kSha256 };

std::string LabelledDigest(std::string_view bytes, DigestKind kind);

enum class DigestCheck { kMatches, kDiffers, kUnknown };

// `labelled` as other writers print it: any case of the label and of hexadecimal digits, base32 with or
// without padding. kUnknown: no digest, or of a kind that is not known here (md5, …).
DigestCheck CheckDigest(std::string_view labelled, std::string_view bytes);

}  // namespace acta
