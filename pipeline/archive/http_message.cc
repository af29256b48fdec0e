#include "pipeline/archive/http_message.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "pipeline/archive/inflate.h"
#include "pipeline/fetch/ascii.h"

namespace acta {
namespace {

// The next line without its end; `bytes` is moved behind it.
std::string_view TakeLine(std::string_view& bytes) {
  const size_t end = std::min(bytes.find('\n'), bytes.size());
  std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(std::min(end + 1, bytes.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The size that opens a chunk: hexadecimal digits, then an extension perhaps. False when there is none.
bool ChunkSize(std::string_view line, size_t& size) {
  const size_t end = std::min(line.find(';'), line.size());
  const std::string_view digits = ascii::Trim(line.substr(0, end));
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size, 16);
  return error == std::errc() && stop == digits.data() + digits.size() && !digits.empty();
}

// RFC 9112, 7.1. Fails with "bad_encoding" when the body does not begin with a chunk.
Result<std::string> Dechunk(std::string_view body) {
  std::string out;
  bool first = true;
  while (true) {
    if (body.empty()) return Fail("truncated", "the last chunk is missing");
    size_t size = 0;
    if (!ChunkSize(TakeLine(body), size)) {
      return first ? Fail("bad_encoding", "not in chunks") : Fail("truncated", "a chunk has no size");
    }
    if (size == 0) return out;
    if (size > body.size()) {
      return first ? Fail("bad_encoding", "not in chunks") : Fail("truncated", "a chunk is cut");
    }
    out.append(body.substr(0, size));
    body.remove_prefix(size);
    if (!TakeLine(body).empty()) return Fail("bad_encoding", "a chunk does not end where it says");
    first = false;
  }
}

// "gzip, br" → {"gzip", "br"}, in lower case.
std::vector<std::string> Words(std::string_view list) {
  std::vector<std::string> words;
  while (!list.empty()) {
    const size_t end = std::min(list.find(','), list.size());
    if (auto word = ascii::Trim(list.substr(0, end)); !word.empty()) words.push_back(ascii::Lower(word));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

// Readable text that no compression gives: most of its first bytes are letters, signs and blanks.
bool LooksLikeText(std::string_view bytes) {
  bytes = bytes.substr(0, 512);
  return std::all_of(bytes.begin(), bytes.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\r' || c == '\t';
  });
}

Result<std::string> Decode(const std::string& coding, std::string body, size_t max_bytes) {
  if (coding == "identity" || coding.empty() || body.empty()) return body;
  const InflateLimits limits = {max_bytes, 200, 1 << 20};
  Result<std::string> decoded = Fail("bad_encoding", "content-encoding \"" + coding + "\" is not known");
  if (coding == "gzip" || coding == "x-gzip") {
    decoded = InflateGzip(body, limits);
  } else if (coding == "deflate") {
    decoded = InflateDeflate(body, limits);
  } else if (coding == "br") {
    decoded = InflateBrotli(body, limits);
  }
  // Decoded by whoever wrote the archive, and the header left as it was.
  if (!decoded && decoded.error().kind == "bad_encoding" && LooksLikeText(body)) return body;
  return decoded;
}

}  // namespace

Headers TakeHeaderLines(std::string_view& bytes) {
  Headers headers;
  while (!bytes.empty()) {
    const std::string_view line = TakeLine(bytes);
    if (line.empty()) break;
    if (line[0] == ' ' || line[0] == '\t') {  // continues the line before
      if (!headers.empty()) headers.back().second += " " + std::string(ascii::Trim(line));
      continue;
    }
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    headers.emplace_back(ascii::Lower(ascii::Trim(line.substr(0, colon))),
                         ascii::Trim(line.substr(colon + 1)));
  }
  return headers;
}

Result<HttpMessage> ParseHttpMessage(std::string_view bytes) {
  HttpMessage message;
  const std::string_view start = TakeLine(bytes);
  const size_t blank = start.find(' ');
  if (!start.starts_with("HTTP/") || blank == std::string_view::npos) {
    return Fail("bad_response", "no status line of HTTP");
  }
  const std::string_view status = ascii::Trim(start.substr(blank)).substr(0, 3);
  const auto [end, error] = std::from_chars(status.data(), status.data() + status.size(), message.status);
  if (error != std::errc() || end != status.data() + 3)
    return Fail("bad_response", "no status of three digits");
  message.headers = TakeHeaderLines(bytes);
  message.body = bytes;
  return message;
}

Result<std::string> DecodedBody(const HttpMessage& message, size_t max_bytes) {
  std::string body(message.body);
  const std::vector<std::string> transfer = Words(HeaderValue(message.headers, "transfer-encoding"));
  if (std::find(transfer.begin(), transfer.end(), "chunked") != transfer.end()) {
    Result<std::string> whole = Dechunk(body);
    if (whole) {
      body = std::move(*whole);
    } else if (whole.error().kind != "bad_encoding") {
      return whole;
    }
  }
  if (body.size() > max_bytes) {
    return Fail("too_large", "more than " + std::to_string(max_bytes) + " bytes");
  }
  std::vector<std::string> codings = Words(HeaderValue(message.headers, "content-encoding"));
  if (codings.size() > 4) return Fail("bad_encoding", "encoded more than four times over");
  for (; !codings.empty(); codings.pop_back()) {
    Result<std::string> decoded = Decode(codings.back(), std::move(body), max_bytes);
    if (!decoded) return decoded;
    body = std::move(*decoded);
  }
  return body;
}

}  // namespace acta
