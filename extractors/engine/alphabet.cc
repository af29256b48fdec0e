#include "extractors/engine/alphabet.h"

#include <algorithm>

namespace acta {

Symbol Alphabet::Add(const std::vector<uint32_t>& kinds, TokenClass token_class) {
  auto [it, fresh] = index_.try_emplace({kinds, token_class}, static_cast<Symbol>(symbols_.size()));
  if (fresh) symbols_.emplace_back(kinds, token_class);
  return it->second;
}

bool Alphabet::Has(Symbol symbol, uint32_t kind) const {
  const auto& kinds = symbols_[symbol].first;
  return std::binary_search(kinds.begin(), kinds.end(), kind);
}

}  // namespace acta
