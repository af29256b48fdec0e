// What a failed exchange is called: libcurl's codes to the kinds of fetcher.h. Only transfer.cc needs this.
#pragma once

#include <string>
#include <string_view>

#include <curl/curl.h>

#include "pipeline/text/result.h"

namespace acta {

struct TransferFailure {
  Error error;
  bool transient = false;  // worth another attempt
};

// `detail` is libcurl's own message, "" when it has none; `connected`: the connection stood; `total_over`:
// the whole time of the exchange was used up.
TransferFailure ExplainCurl(CURLcode code, std::string_view detail, bool connected, bool total_over);

}  // namespace acta
