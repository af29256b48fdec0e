#include "pipeline/text/span.h"

#include <algorithm>
#include <cstring>

namespace acta {
namespace {

bool StartsCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

constexpr size_t kWord = sizeof(uint64_t);  // bytes that are counted at once

// How many characters start among the first kWord bytes.
size_t StartsInWord(const char* bytes) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  uint64_t word = 0;
  std::memcpy(&word, bytes, kWord);
  const uint64_t inner = (word >> 7) & ~(word >> 6) & kOnes;  // 1 for each byte 10xxxxxx
  return kWord - static_cast<size_t>((inner * kOnes) >> 56);
}

size_t Starts(std::string_view bytes) {
  size_t count = 0, at = 0;
  for (; at + kWord <= bytes.size(); at += kWord) count += StartsInWord(bytes.data() + at);
  for (; at < bytes.size(); ++at) count += StartsCharacter(bytes[at]);
  return count;
}

}  // namespace

Utf8Index::Utf8Index(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kStride + 1);
  for (size_t at = 0; at < text.size(); at += kStride) {
    before_.push_back(static_cast<uint32_t>(size_));
    size_ += Starts(text.substr(at, kStride));
  }
}

size_t Utf8Index::CodePoint(size_t byte) const {
  if (byte >= text_.size()) return size_;
  while (byte > 0 && !StartsCharacter(text_[byte])) --byte;
  const size_t block = byte / kStride;
  return before_[block] + Starts(text_.substr(block * kStride, byte - block * kStride));
}

size_t Utf8Index::Byte(size_t code_point) const {
  if (code_point >= size_) return text_.size();
  auto after = std::upper_bound(before_.begin(), before_.end(), code_point);
  size_t block = static_cast<size_t>(after - before_.begin()) - 1;
  size_t count = before_[block];
  size_t byte = block * kStride;
  for (; byte + kWord <= text_.size(); byte += kWord) {
    const size_t starts = StartsInWord(text_.data() + byte);
    if (count + starts > code_point) break;
    count += starts;
  }
  for (; byte < text_.size(); ++byte) {
    if (!StartsCharacter(text_[byte])) continue;
    if (count == code_point) return byte;
    ++count;
  }
  return byte;
}

}  // namespace acta
