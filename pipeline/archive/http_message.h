// An HTTP/1 message as an archive keeps it: start line, header lines, and a body that may still be in chunks
// and compressed (RFC 9112, RFC 9110 section 8.4).
//
//   Result<HttpMessage> message = ParseHttpMessage(record.block);
//   Result<std::string> html = DecodedBody(*message);
//
// Writers of archives disagree on whether they keep a body as it was sent or decode it and leave the headers as
// they were. So an encoding that the headers name and the body does not have counts as removed already.
//
// Pure, linear in input and output, safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/text/page.h"
#include "pipeline/text/result.h"

namespace acta {

struct HttpMessage {
  int status = 0;         // 0 of a request
  Headers headers;        // names in lower case, folded lines joined
  std::string_view body;  // of the parsed bytes, as it stands there
};

// Takes line ends with and without CR. Fails with kind "bad_response" when there is no status line.
Result<HttpMessage> ParseHttpMessage(std::string_view bytes);

// The lines of a header block, up to its empty line or the end; `bytes` is moved behind it.
Headers TakeHeaderLines(std::string_view& bytes);

// The body without chunks and without content-encoding (gzip, deflate, br; several in a row).
// Fails with "bad_encoding" (broken or unknown), "truncated" (cut within), "too_large" (more than
// `max_bytes`, or above 1 MiB more than 200 times the bytes that were there).
Result<std::string> DecodedBody(const HttpMessage& message, size_t max_bytes = 64 << 20);

}  // namespace acta
