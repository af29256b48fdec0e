#include "pipeline/archive/inflate.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <memory>
#include <optional>

namespace acta {
namespace {

constexpr size_t kInflatedPiece = 64 * 1024;

std::optional<Error> Over(size_t out, size_t in, const InflateLimits& limits) {
  if (out > limits.max_bytes) {
    return Error{"too_large", "inflates to more than " + std::to_string(limits.max_bytes) + " bytes"};
  }
  if (out > limits.ratio_from && out / limits.max_ratio > in) {
    return Error{"too_large", "compressed more than " + std::to_string(limits.max_ratio) + " times"};
  }
  return std::nullopt;
}

// `window` as for inflateInit2.
Result<std::string> Inflate(std::string_view bytes, int window, const InflateLimits& limits) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) return Fail("internal", "zlib cannot start");
  std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out, piece(kInflatedPiece, '\0');
  while (true) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    const int status = inflate(&stream, Z_NO_FLUSH);
    out.append(piece, 0, piece.size() - stream.avail_out);
    if (auto over = Over(out.size(), bytes.size(), limits)) return tl::unexpected(std::move(*over));
    if (status == Z_STREAM_END) {
      // A further member; anything else behind the end is passed over, as gzip does.
      const bool more =
          window > 15 && stream.avail_in > 2 && stream.next_in[0] == 0x1F && stream.next_in[1] == 0x8B;
      if (!more) return out;
      inflateReset(&stream);
    } else if (status == Z_BUF_ERROR || (status == Z_OK && stream.avail_in == 0 && stream.avail_out > 0)) {
      return Fail("truncated", "the compressed data end too early");
    } else if (status != Z_OK) {
      return Fail("bad_encoding", "the compressed data are broken");
    }
  }
}

}  // namespace

Result<std::string> InflateGzip(std::string_view bytes, const InflateLimits& limits) {
  return Inflate(bytes, 15 + 16, limits);
}

// The name means zlib's format; some servers send the bare stream.
Result<std::string> InflateDeflate(std::string_view bytes, const InflateLimits& limits) {
  Result<std::string> out = Inflate(bytes, 15, limits);
  return out || out.error().kind != "bad_encoding" ? out : Inflate(bytes, -15, limits);
}

Result<std::string> InflateBrotli(std::string_view bytes, const InflateLimits& limits) {
  std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) return Fail("internal", "brotli cannot start");
  const auto* in = reinterpret_cast<const uint8_t*>(bytes.data());
  size_t left = bytes.size();
  std::string out, piece(kInflatedPiece, '\0');
  while (true) {
    auto* next = reinterpret_cast<uint8_t*>(piece.data());
    size_t room = piece.size();
    const BrotliDecoderResult status =
        BrotliDecoderDecompressStream(state.get(), &left, &in, &room, &next, nullptr);
    out.append(piece, 0, piece.size() - room);
    if (auto over = Over(out.size(), bytes.size(), limits)) return tl::unexpected(std::move(*over));
    if (status == BROTLI_DECODER_RESULT_SUCCESS) return out;
    if (status == BROTLI_DECODER_RESULT_ERROR) return Fail("bad_encoding", "the compressed data are broken");
    if (status == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT)
      return Fail("truncated", "the compressed data end too early");
  }
}

std::string GzipMember(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = deflate(&stream, Z_FINISH);
  out.resize(status == Z_STREAM_END ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

}  // namespace acta
