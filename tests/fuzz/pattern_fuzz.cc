// Any bytes are a rule pattern or an error with a place in them; what is a pattern compiles.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extractors/engine/automaton.h"
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
  alphabet.Close(kinds.size());
  SetTable sets;
  auto compiled = CompilePattern(*pattern, alphabet, kinds, sets);
  if (!compiled) return 0;
  const CompiledPattern* rules[] = {&*compiled};
  Automaton automaton(rules, sets, alphabet.size());
  Matcher matcher(automaton);
  std::vector<Symbol> symbols;
  for (size_t i = 0; i < 50 && alphabet.size() > 0; ++i)
    symbols.push_back(static_cast<Symbol>(i * i % alphabet.size()));
  std::vector<RuleMatch> matches;
  std::vector<uint32_t> slots;
  matcher.Find(symbols, matches);
  for (const RuleMatch& match : matches) {
    if (match.begin >= match.end || match.end > symbols.size()) std::abort();
    matcher.Captures(match, compiled->fields.size(), slots);
  }
  return 0;
}
