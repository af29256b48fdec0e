// Any bytes are a page or an error; an article's paragraphs lie in its text. $ACTA_CLEAN names the cleaner's tables.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "pipeline/clean/clean.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace acta;
  static const CleanRules rules = [] {
    const char* folder = std::getenv("ACTA_CLEAN");
    auto loaded = CleanRules::Load(folder ? folder : "pipeline/clean/data");
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  Page page;
  page.source = "fuzz";
  page.bytes.assign(reinterpret_cast<const char*>(data), size);
  auto article = CleanPage(page, rules);
  if (!article) return 0;
  for (const Paragraph& one : article->paragraphs) {
    if (one.span.begin >= one.span.end || one.span.end > article->text.size()) std::abort();
  }
  return 0;
}
