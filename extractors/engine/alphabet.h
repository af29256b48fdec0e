// The closed alphabet: every (readings, class) that a pack can produce is one symbol, one code point of
// a private-use plane, four bytes of UTF-8. So an ambiguous word needs no lattice, a set of kinds is a
// character class, and byte offset / 4 is the index of the unit.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "extractors/engine/annotate.h"

namespace acta {

using Symbol = uint32_t;  // 0 … size() - 1
inline constexpr char32_t kFirstSymbol = 0xF0000;
inline constexpr size_t kMostSymbols = 0xFFFD;  // what is left of the plane

class Alphabet {
 public:
  // The symbol of a set of readings (kind ids, sorted, no duplicates) and a class. Only while loading.
  Symbol Add(const std::vector<uint32_t>& kinds, TokenClass token_class);

  size_t size() const { return symbols_.size(); }
  const std::vector<uint32_t>& kinds(Symbol symbol) const { return symbols_[symbol].first; }
  TokenClass token_class(Symbol symbol) const { return symbols_[symbol].second; }
  bool Has(Symbol symbol, uint32_t kind) const;

  // Appends the four bytes of `symbol`.
  static void Append(Symbol symbol, std::string& out) {
    char32_t c = kFirstSymbol + symbol;
    out.push_back(static_cast<char>(0xF0 | c >> 18));
    out.push_back(static_cast<char>(0x80 | (c >> 12 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
  }

 private:
  std::vector<std::pair<std::vector<uint32_t>, TokenClass>> symbols_;
  std::map<std::pair<std::vector<uint32_t>, TokenClass>, Symbol> index_;
};

}  // namespace acta
