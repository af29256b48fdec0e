// Where a value stands in a text.
//
// A Span counts bytes of Article::text (UTF-8); code point offsets exist only at the edge (JSON, HTML)
// and are made by Utf8Index.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace acta {

struct Span {
  uint32_t begin = 0;  // bytes, first
  uint32_t end = 0;    // bytes, one past the last

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool Contains(Span other) const { return begin <= other.begin && other.end <= end; }
  std::string_view In(std::string_view text) const { return text.substr(begin, end - begin); }

  friend auto operator<=>(const Span&, const Span&) = default;
};

// Byte offsets of a UTF-8 text to code point offsets and back.
//
//   Utf8Index index(article.text);
//   size_t start = index.CodePoint(span.begin);
//
// Construction is one pass; a look-up reads at most 64 bytes. The text must be valid UTF-8 and outlive
// the index. Offsets inside a character count as its beginning. Immutable; safe to share.
class Utf8Index {
 public:
  explicit Utf8Index(std::string_view text);

  size_t CodePoint(size_t byte) const;
  size_t Byte(size_t code_point) const;
  size_t size() const { return size_; }  // code points in the text

 private:
  static constexpr size_t kStride = 64;  // bytes between checkpoints
  std::string_view text_;
  std::vector<uint32_t> before_;  // code points before byte i * kStride
  size_t size_ = 0;
};

}  // namespace acta
