// Words of a text as names of places are looked for in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace acta {

struct PlaceToken {
  std::string_view word;  // letters, digits and marks, as printed
  std::string lower;
  uint32_t begin = 0;  // byte in the text
  bool capital = false;
  bool joined = false;  // nothing but blanks or hyphens between it and the token before

  const std::string& Key() const;  // PlaceKey of the word, made when first asked for

 private:
  mutable std::string key_;
};

// In the order of the text, which the tokens point into. Bytes that are not UTF-8 part words.
std::vector<PlaceToken> PlaceTokens(std::string_view text);

// The words of `count` tokens from the n-th, a blank between two.
std::string NameOf(const std::vector<PlaceToken>& tokens, size_t n, size_t count);

}  // namespace acta
