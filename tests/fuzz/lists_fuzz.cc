// sources.toml and OPML: any bytes are a list or an error, and what is read can be written and read again.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "pipeline/crawl/sources.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace acta;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  ParseOpml(bytes);
  Result<std::vector<Source>> sources = ParseSources(bytes, "sources.toml");
  if (!sources) {
    if (sources.error().kind != "config") std::abort();
    return 0;
  }
  std::string again;
  for (const Source& source : *sources) again += SourceAsToml(source);
  Result<std::vector<Source>> reread = ParseSources(again, "again");
  if (!reread || *reread != *sources) std::abort();
  return 0;
}
