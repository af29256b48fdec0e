#include "pipeline/fetch/transfer_error.h"

#include "pipeline/fetch/url.h"

namespace acta {
namespace {

struct Explanation {
  CURLcode code;
  const char* kind;
  bool transient;
};

constexpr Explanation kExplanations[] = {
    {CURLE_URL_MALFORMAT, "bad_url", false},
    {CURLE_UNSUPPORTED_PROTOCOL, "bad_response", false},  // HTTP/0.9
    {CURLE_COULDNT_RESOLVE_HOST, "dns", true},
    {CURLE_COULDNT_CONNECT, "refused", true},
    {CURLE_SSL_CONNECT_ERROR, "tls", false},
    {CURLE_PEER_FAILED_VERIFICATION, "tls", false},
    {CURLE_SSL_CACERT_BADFILE, "tls", false},
    {CURLE_SSL_ISSUER_ERROR, "tls", false},
    {CURLE_SSL_CIPHER, "tls", false},
    {CURLE_SSL_INVALIDCERTSTATUS, "tls", false},
    {CURLE_PARTIAL_FILE, "truncated", true},
    {CURLE_RECV_ERROR, "reset", true},
    {CURLE_SEND_ERROR, "reset", true},
    {CURLE_GOT_NOTHING, "reset", true},
    {CURLE_HTTP2, "reset", true},
    {CURLE_HTTP2_STREAM, "reset", true},
    {CURLE_WEIRD_SERVER_REPLY, "bad_response", false},
    {CURLE_BAD_CONTENT_ENCODING, "bad_encoding", false},
    {CURLE_FILESIZE_EXCEEDED, "too_large", false},
    {CURLE_OUT_OF_MEMORY, "internal", false},
};

}  // namespace

TransferFailure ExplainCurl(CURLcode code, std::string_view detail, bool connected, bool total_over) {
  std::string message = detail.empty() ? curl_easy_strerror(code) : Printable(detail, 300);
  if (code == CURLE_OPERATION_TIMEDOUT) {
    return {{connected && !total_over ? "too_slow" : "timeout", std::move(message)}, true};
  }
  // A header line that outgrows libcurl's buffer; and chunks that are none, which it reports as a cut connection.
  if (code == CURLE_OUT_OF_MEMORY && connected) return {{"too_large", "a header line over 100 KiB"}, false};
  if (code == CURLE_RECV_ERROR && message.find("in chunked-encoding") != std::string::npos) {
    return {{"bad_response", std::move(message)}, false};
  }
  for (const Explanation& entry : kExplanations) {
    if (entry.code == code) return {{entry.kind, std::move(message)}, entry.transient};
  }
  return {{"bad_response", std::move(message)}, false};
}

}  // namespace acta
