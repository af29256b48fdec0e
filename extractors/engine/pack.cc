#include "extractors/engine/pack.h"

#include "extractors/engine/pack_files.h"
#include "extractors/engine/pack_loader.h"

namespace acta {

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
  pack.workspaces->Clear();
}

Result<Pack> LoadPack(const std::string& folder, const std::string& language) {
  auto files = ReadPackFiles(folder, language);
  if (!files) return tl::unexpected(files.error());
  return PackLoader(std::move(*files)).Load(language);
}

}  // namespace acta
