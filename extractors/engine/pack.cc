#include "extractors/engine/pack.h"

#include <algorithm>

#include "extractors/engine/pack_files.h"
#include "extractors/engine/pack_loader.h"

namespace acta {

size_t Pack::RegisterOf(uint32_t kind) const {
  const auto found =
      std::find_if(registers.begin(), registers.end(), [&](const Register& one) { return one.kind == kind; });
  return static_cast<size_t>(found - registers.begin());
}

uint32_t Pack::AffixOf(std::string_view key) const {
  for (size_t length : suffix_lengths) {
    if (key.size() <= length) continue;
    if (uint32_t found = suffixes.Find(key.substr(key.size() - length))) return 1 + suffix_affix[found - 1];
  }
  return 0;
}

void SetPhase(Pack& pack, size_t phase, std::vector<uint32_t> rules) {
  std::vector<const CompiledPattern*> patterns;
  for (uint32_t rule : rules) patterns.push_back(&pack.rules[rule].pattern);
  pack.phases[phase] = {std::move(rules), Automaton(patterns, pack.sets, pack.alphabet.size())};
  const Automaton& automaton = pack.phases[phase].automaton;
  pack.phase_use.resize(pack.alphabet.size());
  const uint64_t bit = uint64_t{1} << phase;
  for (Symbol s = 0; s < pack.alphabet.size(); ++s) {
    PhaseUse& use = pack.phase_use[s];
    use.starts = automaton.starts().Has(s) ? use.starts | bit : use.starts & ~bit;
    use.triggers = automaton.triggers().Has(s) ? use.triggers | bit : use.triggers & ~bit;
  }
  pack.workspaces->Clear();
}

Result<Pack> LoadPack(const std::string& folder, const std::string& language, PackUse use) {
  auto files = ReadPackFiles(folder, language);
  if (!files) return tl::unexpected(files.error());
  return PackLoader(std::move(*files), use).Load(language);
}

}  // namespace acta
