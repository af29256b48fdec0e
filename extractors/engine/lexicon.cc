#include "extractors/engine/lexicon.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace acta {
namespace {

constexpr uint64_t kFree = ~0ull;

uint64_t Mix(uint64_t key) {
  key ^= key >> 33;
  key *= 0xff51afd7ed558ccdULL;
  key ^= key >> 33;
  return key;
}

bool Allows(Capital condition, TokenClass first) {
  switch (condition) {
    case Capital::kAny:
      return true;
    case Capital::kFirst:
      return first == TokenClass::kCap || first == TokenClass::kUpper;
    case Capital::kAll:
      return first == TokenClass::kUpper;
  }
  return false;
}

}  // namespace

uint32_t WordTable::Hash(std::string_view word) {
  uint64_t hash = word.size();
  while (!word.empty()) {  // eight bytes at a time
    uint64_t piece = 0;
    size_t size = std::min<size_t>(word.size(), sizeof piece);
    std::memcpy(&piece, word.data(), size);
    hash = (std::rotl(hash, 23) ^ piece) * 0x9E3779B97F4A7C15ULL;
    word.remove_prefix(size);
  }
  return static_cast<uint32_t>(Mix(hash));
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
  if (uint32_t id = Find(word)) return id;
  if (count_ * 2 >= slots_.size()) Grow();
  Slot slot{Hash(word), static_cast<uint32_t>(characters_.size()), static_cast<uint32_t>(word.size()),
            ++count_};
  characters_ += word;
  size_t i = slot.hash & (slots_.size() - 1);
  while (slots_[i].id != 0) i = (i + 1) & (slots_.size() - 1);
  slots_[i] = slot;
  return slot.id;
}

uint32_t WordTable::Find(std::string_view word) const {
  uint32_t hash = Hash(word);
  for (size_t i = hash & (slots_.size() - 1); slots_[i].id != 0; i = (i + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[i];
    if (slot.hash == hash && std::string_view(characters_).substr(slot.begin, slot.size) == word)
      return slot.id;
  }
  return 0;
}

void Lexicon::Add(const std::vector<uint32_t>& words, Capital condition, LexiconReading reading) {
  uint32_t node = 0;
  for (uint32_t word : words) {
    uint64_t key = static_cast<uint64_t>(node) << 32 | word;
    auto [it, fresh] = edges_.try_emplace(key, static_cast<uint32_t>(nodes_.size()));
    if (fresh) nodes_.emplace_back();
    node = it->second;
  }
  nodes_[node].entries.push_back({condition, static_cast<uint32_t>(readings_.size())});
  readings_.push_back(std::move(reading));
}

void Lexicon::Close() {
  roots_.assign(words_.size() + 1, 0);
  table_.assign(std::bit_ceil(edges_.size() * 2 + 16), {kFree, 0});
  for (const auto& [key, node] : edges_) {
    if (key >> 32 == 0) roots_[static_cast<uint32_t>(key)] = node;
    size_t i = Mix(key) & (table_.size() - 1);
    while (table_[i].first != kFree) i = (i + 1) & (table_.size() - 1);
    table_[i] = {key, node};
  }
  edges_.clear();
  for (Node& node : nodes_) {
    if (node.entries.empty()) continue;
    for (int c = 0; c < kTokenClasses; ++c) {
      auto token_class = static_cast<TokenClass>(c);
      std::vector<uint32_t> readings;
      for (const Entry& entry : node.entries) {
        if (Allows(entry.condition, token_class)) readings.push_back(entry.reading);
      }
      if (readings.empty()) continue;
      node.phrase[c] = static_cast<int32_t>(phrases_.size());
      phrases_.push_back({std::move(readings), 0});
      phrase_classes_.push_back(token_class);
    }
  }
}

uint32_t Lexicon::Child(uint32_t node, uint32_t word) const {
  uint64_t key = static_cast<uint64_t>(node) << 32 | word;
  for (size_t i = Mix(key) & (table_.size() - 1); table_[i].first != kFree;
       i = (i + 1) & (table_.size() - 1)) {
    if (table_[i].first == key) return table_[i].second;
  }
  return 0;
}

Lexicon::Hit Lexicon::Find(const uint32_t* words, const TokenClass* classes, size_t at, size_t count) const {
  Hit hit;
  uint32_t node = 0;
  int first_class = static_cast<int>(classes[at]);
  for (size_t i = at; i < count && words[i] != 0; ++i) {
    node = i == at ? roots_[words[i]] : Child(node, words[i]);
    if (node == 0) break;
    if (int32_t phrase = nodes_[node].phrase[first_class]; phrase >= 0) {
      hit = {static_cast<uint32_t>(i - at + 1), static_cast<uint32_t>(phrase)};
    }
  }
  return hit;
}

}  // namespace acta
