// Any bytes as a WARC file: the reader comes to an end, and what it gives is within its limits.
#include <unistd.h>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "pipeline/archive/http_message.h"
#include "pipeline/archive/warc_reader.h"
#include "pipeline/archive/warc_source.h"

using acta::WarcReader;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string path = "/tmp/acta-warc-fuzz-" + std::to_string(getpid());
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return 0;
  std::fwrite(data, 1, size, file);
  std::fclose(file);
  constexpr size_t kMaxBlock = 1 << 16;
  if (auto reader = WarcReader::Open(path, {}, kMaxBlock)) {
    size_t seen = 0;
    while (auto record = reader->Next()) {
      // A record or an error takes at least a byte of what a byte can inflate to.
      if (++seen > 2000 * (size + 1)) std::abort();
      if (*record && (*record)->block.size() > kMaxBlock) std::abort();
      if (*record) (void)acta::ParseHttpMessage((*record)->block);
    }
  }
  auto source = acta::WarcSource({path});
  while (source->Next()) {
  }
  std::remove(path.c_str());
  return 0;
}
