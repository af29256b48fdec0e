#include "extractors/engine/lexicon.h"

#include <algorithm>

namespace acta {
namespace {

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

size_t Lexicon::Slot(uint64_t key) const {
  size_t i = Mix(key) & (edges_.size() - 1);
  while (edges_[i].to != 0 && edges_[i].key != key) i = (i + 1) & (edges_.size() - 1);
  return i;
}

void Lexicon::GrowEdges() {
  std::vector<Edge> old(edges_.size() * 2);
  std::swap(old, edges_);
  for (const Edge& edge : old) {
    if (edge.to != 0) edges_[Slot(edge.key)] = edge;
  }
}

void Lexicon::Add(std::span<const uint32_t> words, Capital condition, uint32_t kind,
                  std::span<const Attribute> attributes, std::string_view lemma) {
  uint32_t node = 0;
  for (uint32_t word : words) {
    Edge& edge = edges_[Slot(uint64_t{node} << 32 | word)];
    if (edge.to != 0) {
      node = edge.to;
      continue;
    }
    edge = {uint64_t{node} << 32 | word, static_cast<uint32_t>(nodes_.size())};
    node = edge.to;
    nodes_.emplace_back();
    if (++edge_count_ * 2 > edges_.size()) GrowEdges();
  }
  entries_.push_back({node, condition});
  first_.push_back(static_cast<uint32_t>(attributes_.size()));
  attributes_.insert(attributes_.end(), attributes.begin(), attributes.end());
  readings_.push_back({kind, {}, lemma});
}

void Lexicon::Close() {
  roots_.assign(words_.size() + 1, 0);
  for (const Edge& edge : edges_) {
    if (edge.to != 0 && edge.key >> 32 == 0) roots_[static_cast<uint32_t>(edge.key)] = edge.to;
  }
  first_.push_back(static_cast<uint32_t>(attributes_.size()));
  for (size_t r = 0; r < readings_.size(); ++r)
    readings_[r].attributes = {attributes_.data() + first_[r], attributes_.data() + first_[r + 1]};
  first_ = {};
  // Readings by node, each node's in order of the files.
  std::vector<uint32_t> begin(nodes_.size() + 1), of_node(entries_.size());
  for (const Entry& entry : entries_) ++begin[entry.node + 1];
  for (size_t n = 1; n < begin.size(); ++n) begin[n] += begin[n - 1];
  std::vector<uint32_t> at = begin;
  for (uint32_t r = 0; r < entries_.size(); ++r) of_node[at[entries_[r].node]++] = r;
  reading_ids_.reserve(entries_.size() * kTokenClasses);  // so that it never moves
  for (uint32_t n = 0; n < nodes_.size(); ++n) {
    if (begin[n] != begin[n + 1]) AddPhrases(n, {of_node.data() + begin[n], of_node.data() + begin[n + 1]});
  }
  entries_ = {};
}

// One phrase for each class that a reading allows; classes that allow the same as the one before share its list.
void Lexicon::AddPhrases(uint32_t node, std::span<const uint32_t> readings) {
  std::span<const uint32_t> last;
  for (int c = 0; c < kTokenClasses; ++c) {
    auto token_class = static_cast<TokenClass>(c);
    size_t first = reading_ids_.size();
    for (uint32_t reading : readings) {
      if (Allows(entries_[reading].condition, token_class)) reading_ids_.push_back(reading);
    }
    std::span<const uint32_t> allowed(reading_ids_.data() + first, reading_ids_.size() - first);
    if (allowed.empty()) continue;
    if (std::equal(allowed.begin(), allowed.end(), last.begin(), last.end())) {
      reading_ids_.resize(first);
    } else {
      last = allowed;
    }
    nodes_[node].phrase[c] = static_cast<int32_t>(phrases_.size());
    uint32_t says = 0;
    for (uint32_t reading : last) says |= AttributeBits(readings_[reading].attributes);
    phrases_.push_back({last, says, 0});
    phrase_classes_.push_back(token_class);
  }
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
