#include "pipeline/text/span.h"

#include <algorithm>

namespace acta {
namespace {

bool StartsCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

}  // namespace

Utf8Index::Utf8Index(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kStride + 1);
  for (size_t i = 0; i < text.size(); ++i) {
    if (i % kStride == 0) before_.push_back(static_cast<uint32_t>(size_));
    size_ += StartsCharacter(text[i]);
  }
}

size_t Utf8Index::CodePoint(size_t byte) const {
  if (byte >= text_.size()) return size_;
  while (byte > 0 && !StartsCharacter(text_[byte])) --byte;
  size_t count = before_[byte / kStride];
  for (size_t i = byte / kStride * kStride; i < byte; ++i) count += StartsCharacter(text_[i]);
  return count;
}

size_t Utf8Index::Byte(size_t code_point) const {
  if (code_point >= size_) return text_.size();
  auto after = std::upper_bound(before_.begin(), before_.end(), code_point);
  size_t block = static_cast<size_t>(after - before_.begin()) - 1;
  size_t count = before_[block];
  size_t byte = block * kStride;
  for (; byte < text_.size(); ++byte) {
    if (!StartsCharacter(text_[byte])) continue;
    if (count == code_point) return byte;
    ++count;
  }
  return byte;
}

}  // namespace acta
