// Any bytes are a rule pattern or an error with a place in them; what is a pattern compiles.
#include <re2/re2.h>

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extractors/engine/pattern.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace acta;
  std::string_view text(reinterpret_cast<const char*>(data), size);
  auto pattern = ParsePattern(text);
  if (!pattern) {
    if (pattern.error().message.empty() || pattern.error().at > size) std::abort();
    return 0;
  }
  Names kinds;
  Alphabet alphabet;
  size_t tests = 0;
  VisitKinds(*pattern, [&](const KindTest& test) {
    alphabet.Add({kinds.Add(test.kind)}, TokenClass::kLower);
    ++tests;
  });
  if (tests > 50) return 0;  // many kinds, many times: large, and rejected by the loader's limit
  RE2::Options options(RE2::Quiet);
  options.set_longest_match(true);
  RE2 regex(CompilePattern(*pattern, alphabet, kinds).regex, options);
  if (!regex.ok() && regex.error_code() != RE2::ErrorPatternTooLarge &&
      regex.error_code() != RE2::ErrorRepeatSize)
    std::abort();
  if (regex.ok() && RE2::FullMatch("", regex)) std::abort();
  return 0;
}
