#include "extractors/engine/word_table.h"

#include <bit>
#include <cstring>

namespace acta {

namespace {

template <class T>
uint64_t Load(const char* from) {
  T piece;
  std::memcpy(&piece, from, sizeof piece);
  return piece;
}

// The last bytes of a word, up to eight; they may be some that were taken before.
uint64_t Tail(std::string_view word) {
  const char* end = word.data() + word.size();
  if (word.size() >= 8) return Load<uint64_t>(end - 8);
  if (word.size() >= 4) return Load<uint32_t>(word.data()) << 32 | Load<uint32_t>(end - 4);
  if (word.size() >= 2) return Load<uint16_t>(word.data()) << 16 | Load<uint16_t>(end - 2);
  return word.empty() ? 0 : static_cast<uint8_t>(word.front());
}

}  // namespace

uint32_t WordTable::Hash(std::string_view word) {
  uint64_t hash = word.size();
  auto add = [&](uint64_t piece) { hash = (std::rotl(hash, 23) ^ piece) * 0x9E3779B97F4A7C15ULL; };
  for (size_t i = 0; i + 8 < word.size(); i += 8) add(Load<uint64_t>(word.data() + i));
  add(Tail(word));
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccdULL;
  return static_cast<uint32_t>(hash ^ hash >> 33);
}

void WordTable::Grow() {
  std::vector<Slot> old = std::move(slots_);
  slots_.assign(old.size() * 2, Slot{});
  for (const Slot& slot : old) {
    if (slot.id == 0) continue;
    size_t i = slot.hash & (slots_.size() - 1);
    while (slots_[i].id != 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = slot;
  }
}

uint32_t WordTable::Add(std::string_view word) {
  const uint32_t hash = Hash(word);
  size_t i = Place(word, hash);
  if (slots_[i].id != 0) return slots_[i].id;
  slots_[i] = {hash, static_cast<uint32_t>(characters_.size()), static_cast<uint32_t>(word.size()), ++count_};
  characters_ += word;
  if (count_ * 2 >= slots_.size()) Grow();
  return count_;
}

// The slot of a word, or the free one that it would get.
size_t WordTable::Place(std::string_view word, uint32_t hash) const {
  size_t i = hash & (slots_.size() - 1);
  for (; slots_[i].id != 0; i = (i + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[i];
    if (slot.hash == hash && std::string_view(characters_).substr(slot.begin, slot.size) == word) break;
  }
  return i;
}

uint32_t WordTable::Find(std::string_view word) const { return slots_[Place(word, Hash(word))].id; }

}  // namespace acta
