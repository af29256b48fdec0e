#include "extractors/engine/alphabet.h"

namespace acta {

Symbol Alphabet::Add(const std::vector<uint32_t>& kinds, TokenClass token_class) {
  auto [it, fresh] = index_.try_emplace({kinds, token_class}, static_cast<Symbol>(symbols_.size()));
  if (fresh) symbols_.emplace_back(kinds, token_class);
  return it->second;
}

void Alphabet::Close(size_t kinds) {
  index_.clear();
  of_kind_.assign(kinds, BitSet(size()));
  of_class_.assign(kTokenClasses, BitSet(size()));
  all_ = BitSet(size());
  for (Symbol s = 0; s < size(); ++s) {
    all_.Add(s);
    for (uint32_t kind : symbols_[s].first) of_kind_[kind].Add(s);
    of_class_[static_cast<size_t>(symbols_[s].second)].Add(s);
  }
}

}  // namespace acta
