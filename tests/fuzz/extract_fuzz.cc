// Any bytes are a text that every pack reads; what is found lies in the text. $ACTA_PACKS names the packs' folder;
// built with ACTA_FUZZ_LANGUAGE, it is the pack of that language alone.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "extractors/engine/extract.h"
#include "schemas/walk.h"

#ifndef ACTA_FUZZ_LANGUAGE
#define ACTA_FUZZ_LANGUAGE ""
#endif

namespace {

const acta::PackSet& Packs() {
  static const acta::Result<acta::PackSet> packs = [] {
    const char* folder = std::getenv("ACTA_PACKS");
    return acta::LoadPacks(folder ? folder : "extractors");
  }();
  if (!packs) std::abort();
  return *packs;
}

}  // namespace

// Packs are loaded before libFuzzer times the first input.
extern "C" int LLVMFuzzerInitialize(int*, char***) { return Packs().packs().empty(); }

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace acta;
  Article article = PlainTextArticle("fuzz", std::string(reinterpret_cast<const char*>(data), size));
  if (size % 2) article.published = "2025-12-20";
  auto inside = [&](Span span) {
    if (span.begin > span.end || span.end > article.text.size()) std::abort();
  };
  constexpr std::string_view kOnly = ACTA_FUZZ_LANGUAGE;
  for (const auto& [language, pack] : Packs().packs()) {
    if (!kOnly.empty() && language != kOnly) continue;
    Facts facts = Extract(article, pack);
    WalkRecords(facts, [&](const auto& record) {
      for (Span span : record.head.mentions) inside(span);
      WalkValues(record, [&](const std::string&, size_t, const auto& at) { inside(at.span); });
    });
  }
  return 0;
}
