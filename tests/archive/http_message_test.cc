// HTTP messages as archives hold them: RFC 9112, section 7 (chunks), RFC 9110, section 8.4 (codings), and what
// writers make of them.
#include "pipeline/archive/http_message.h"

#include <gtest/gtest.h>

#include "pipeline/archive/digest.h"
#include "pipeline/archive/inflate.h"
#include "pipeline/archive/warc_record.h"
#include "tests/fetch/deflated.h"

namespace acta {
namespace {

// The body, or "!kind".
std::string BodyOf(const std::string& headers, const std::string& body, size_t max_bytes = 1 << 20) {
  const std::string bytes = "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
  Result<HttpMessage> message = ParseHttpMessage(bytes);
  if (!message) return "!" + message.error().kind;
  Result<std::string> decoded = DecodedBody(*message, max_bytes);
  return decoded ? *decoded : "!" + decoded.error().kind;
}

TEST(HttpMessage, BodiesAreDecodedAsTheHeadersSayAndTheBytesAllow) {
  const std::string text = "Sở Y tế báo cáo kết quả";
  const std::string gzip = GzipMember(text);
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  struct Case {
    std::string headers, body, expected;
  };
  const Case cases[] = {
      {"", text, text},
      {chunked, "5\r\nHello\r\n6;name=value\r\n world\r\n0\r\n\r\n", "Hello world"},
      {chunked, "5\nHello\n0\n\n", "Hello"},
      {chunked, "A\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n", "0123456789"},
      {chunked, "5\r\nHello\r\n6\r\n wor", "!truncated"},
      {chunked, "5\r\nHello\r\n", "!truncated"},
      {chunked, "5\r\nHello\r\nzz\r\n", "!truncated"},
      {chunked, "<html>taken out of its chunks</html>", "<html>taken out of its chunks</html>"},
      {"Content-Encoding: gzip\r\n", gzip, text},
      {"content-encoding: X-GZIP\r\n", gzip + gzip, text + text},
      {"Content-Encoding: gzip\r\n", gzip.substr(0, gzip.size() / 2), "!truncated"},
      {"Content-Encoding: gzip\r\n", "<html>decoded already</html>", "<html>decoded already</html>"},
      {"Content-Encoding: gzip\r\n", std::string("\0\1\2\3\4\5\6\7", 8), "!bad_encoding"},
      {"Content-Encoding: deflate\r\n", Deflated(text, 15), text},
      {"Content-Encoding: deflate\r\n", Deflated(text, -15), text},
      {"Content-Encoding: br\r\n", std::string("\x0b\x02\x80hello\x03", 9), "hello"},
      {"Content-Encoding: br\r\n", std::string("\x0b\x02\x80hel", 6), "!truncated"},
      {"Content-Encoding: identity\r\n", text, text},
      {"Content-Encoding: zstd\r\n", std::string("\x28\xb5\x2f\xfd\x04\x00", 6), "!bad_encoding"},
      {"Content-Encoding: gzip, gzip\r\n", GzipMember(gzip), text},
      {chunked + "Content-Encoding: gzip\r\n",
       "a\r\n" + gzip.substr(0, 10) + "\r\n" + "1\r\n" + gzip.substr(10, 1) + "\r\n0\r\n\r\n", "!truncated"},
      {"Content-Encoding: gzip,gzip,gzip,gzip,gzip\r\n", gzip, "!bad_encoding"},
      {"Content-Encoding: gzip\r\n", "", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(BodyOf(c.headers, c.body), c.expected) << c.headers << c.body;
}

TEST(HttpMessage, WhatInflatesWithoutEndIsRefused) {
  const std::string bomb = GzipMember(std::string(8 << 20, 'a'));
  EXPECT_EQ(BodyOf("Content-Encoding: gzip\r\n", bomb, 1 << 20), "!too_large");
  EXPECT_EQ(BodyOf("Content-Encoding: gzip\r\n", bomb, 64 << 20), "!too_large")
      << "a thousand times its size";
  EXPECT_EQ(BodyOf("", std::string(2 << 20, 'a'), 1 << 20), "!too_large");
}

TEST(HttpMessage, HeadersAndStatus) {
  Result<HttpMessage> message =
      ParseHttpMessage("HTTP/1.0 404\nServer: x\n  folded\nno colon\nSET-COOKIE: a\nset-cookie: b\n\nbody");
  ASSERT_TRUE(message);
  EXPECT_EQ(message->status, 404);
  EXPECT_EQ(message->headers, (Headers{{"server", "x folded"}, {"set-cookie", "a"}, {"set-cookie", "b"}}));
  EXPECT_EQ(message->body, "body");
  for (const char* bad : {"", "<html>", "HTTP/1.1\r\n\r\n", "HTTP/1.1 OK\r\n\r\n", "HTTP/1.1 2\r\n\r\n"})
    EXPECT_EQ(ParseHttpMessage(bad).error().kind, "bad_response") << bad;
}

TEST(Digest, InEverySpelling) {
  // The SHA-1 of "hello" as RFC 3174 computes it, in base32 of RFC 4648 and in hexadecimal.
  EXPECT_EQ(LabelledDigest("hello", DigestKind::kSha1), "sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N");
  EXPECT_EQ(LabelledDigest("", DigestKind::kSha1), "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ");
  EXPECT_EQ(LabelledDigest("hello", DigestKind::kSha256),
            "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
  struct Case {
    const char* digest;
    DigestCheck expected;
  };
  const Case cases[] = {
      {"sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N", DigestCheck::kMatches},
      {"SHA1:vl2mmho4yxukfwv63yhtwsbm3gxksq2n", DigestCheck::kMatches},
      {"sha-1:aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d", DigestCheck::kMatches},
      {"sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", DigestCheck::kMatches},
      {"sha256:FTZE3OS7WCRQ4JXIHMVMLOPCTYNRMHS4D6TUEXTTAQZWFE4LTASA====", DigestCheck::kMatches},
      {"sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", DigestCheck::kDiffers},
      {"sha256:2cf2", DigestCheck::kDiffers},
      {"md5:5d41402abc4b2a76b9719d911017c592", DigestCheck::kUnknown},
      {"", DigestCheck::kUnknown},
  };
  for (const Case& c : cases) EXPECT_EQ(CheckDigest(c.digest, "hello"), c.expected) << c.digest;
}

TEST(WarcDate, BothWays) {
  EXPECT_EQ(FormatWarcDate(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(FormatWarcDate(1711008900123), "2024-03-21T08:15:00.123Z");
  for (int64_t ms : {int64_t{0}, int64_t{1711008900123}, int64_t{951782400000}})
    EXPECT_EQ(ParseWarcDate(FormatWarcDate(ms)), ms);
  EXPECT_EQ(ParseWarcDate("2024-03-21T08:15:00.1234567Z"), 1711008900123) << "WARC 1.1 allows nine digits";
  for (const char* bad :
       {"", "2024", "2024-03-21", "2024-13-21T08:15:00Z", "2024-03-21 08:15:00", "yesterday"})
    EXPECT_EQ(ParseWarcDate(bad), 0) << bad;
}

}  // namespace
}  // namespace acta
