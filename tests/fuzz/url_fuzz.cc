// What we parse is canonical, its key is stable, and libcurl reads it as we do.
#include <curl/curl.h>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/fetch/url.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace acta;
  std::string_view text(reinterpret_cast<const char*>(data), size);
  static const Url kBase = *ParseUrl("https://base.example:8443/a/b?c#d");
  for (const Result<Url>& url : {ParseUrl(text), Join(kBase, text)}) {
    if (!url) continue;
    if (ParseUrl(url->ToString()) != url) std::abort();
    std::string key = IdentityKey(*url);
    if (IdentityKey(*ParseUrl(key)) != key) std::abort();
    std::unique_ptr<CURLU, void (*)(CURLU*)> handle(curl_url(), curl_url_cleanup);
    if (curl_url_set(handle.get(), CURLUPART_URL, url->WithoutFragment().c_str(), CURLU_PATH_AS_IS) !=
        CURLUE_OK)
      continue;
    char* host = nullptr;
    if (curl_url_get(handle.get(), CURLUPART_HOST, &host, 0) != CURLUE_OK || url->host != host) std::abort();
    curl_free(host);
  }
  Printable(text, 40);
  return 0;
}
