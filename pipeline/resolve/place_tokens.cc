#include "pipeline/resolve/place_tokens.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "pipeline/resolve/gazetteer.h"
#include "pipeline/text/of_word.h"

namespace acta {
namespace {

void AppendLower(UChar32 c, std::string& to) {
  char bytes[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, u_tolower(c));
  to.append(bytes, static_cast<size_t>(size));
}

}  // namespace

const std::string& PlaceToken::Key() const {
  if (key_.empty()) key_ = PlaceKey(word);
  return key_;
}

std::vector<PlaceToken> PlaceTokens(std::string_view text) {
  std::vector<PlaceToken> tokens;
  bool in_word = false, joined = false;
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    const int32_t begin = at;
    UChar32 c;
    U8_NEXT(text.data(), at, size, c);
    if (!IsOfWord(c)) {
      joined = (in_word || joined) && (c == ' ' || c == '-');
      in_word = false;
      continue;
    }
    if (!in_word) {
      PlaceToken& token = tokens.emplace_back();
      token.begin = static_cast<uint32_t>(begin);
      token.capital = u_isupper(c);
      token.joined = joined;
    }
    in_word = true;
    PlaceToken& token = tokens.back();
    AppendLower(c, token.lower);
    token.word = text.substr(token.begin, static_cast<size_t>(at) - token.begin);
  }
  return tokens;
}

std::string NameOf(const std::vector<PlaceToken>& tokens, size_t n, size_t count) {
  std::string name;
  for (size_t i = n; i < n + count; ++i) {
    if (i > n) name += ' ';
    name += tokens[i].word;
  }
  return name;
}

}  // namespace acta
