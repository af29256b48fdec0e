// The closed alphabet: every (readings, class) that a pack can produce is one symbol, a small number. So an
// ambiguous word needs no lattice, and a set of kinds is a set of symbols.
//
//   Alphabet alphabet;
//   Symbol s = alphabet.Add({title, unlisted}, TokenClass::kCap);   // while a pack is loaded
//   alphabet.Close(kinds.size());
//   alphabet.Has(s, title)                                          // afterwards: immutable, safe to share
#pragma once

#include <bit>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "extractors/engine/annotate.h"

namespace acta {

using Symbol = uint32_t;  // 0 … size() - 1
inline constexpr size_t kMostSymbols = 0xFFF0;

// Sets of small numbers, 64 to a word: of symbols, of classes of symbols.
class BitSet {
 public:
  explicit BitSet(size_t size = 0) : words_((size + 63) / 64) {}

  void Add(size_t i) { words_[i / 64] |= uint64_t{1} << (i % 64); }
  bool Has(size_t i) const { return words_[i / 64] >> (i % 64) & 1; }
  void Unite(const BitSet& other) {  // of the same size
    for (size_t w = 0; w < words_.size(); ++w) words_[w] |= other.words_[w];
  }
  size_t Count() const {
    size_t count = 0;
    for (uint64_t word : words_) count += static_cast<size_t>(std::popcount(word));
    return count;
  }
  std::vector<uint64_t>& words() { return words_; }
  const std::vector<uint64_t>& words() const { return words_; }
  friend auto operator<=>(const BitSet&, const BitSet&) = default;

 private:
  std::vector<uint64_t> words_;
};

class Alphabet {
 public:
  // The symbol of a set of readings (kind ids, sorted, no duplicates) and a class. Only while loading.
  Symbol Add(const std::vector<uint32_t>& kinds, TokenClass token_class);
  // Makes the sets of `kinds` kinds. Once, after all Add() and before Has(), OfKind() and OfClass().
  void Close(size_t kinds);

  size_t size() const { return symbols_.size(); }
  const std::vector<uint32_t>& kinds(Symbol symbol) const { return symbols_[symbol].first; }
  TokenClass token_class(Symbol symbol) const { return symbols_[symbol].second; }
  bool Has(Symbol symbol, uint32_t kind) const {
    return kind < of_kind_.size() && of_kind_[kind].Has(symbol);
  }
  // All symbols, those that may be read as a kind, those of a class.
  const BitSet& All() const { return all_; }
  const BitSet& OfKind(uint32_t kind) const { return of_kind_[kind]; }
  const BitSet& OfClass(TokenClass token_class) const { return of_class_[static_cast<size_t>(token_class)]; }

 private:
  std::vector<std::pair<std::vector<uint32_t>, TokenClass>> symbols_;
  std::map<std::pair<std::vector<uint32_t>, TokenClass>, Symbol> index_;
  BitSet all_;
  std::vector<BitSet> of_kind_, of_class_;
};

}  // namespace acta
