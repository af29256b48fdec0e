// The phrase trie: every listed phrase in a sentence, leftmost, then longest, in one pass.
//
//   Lexicon lexicon;
//   lexicon.Add(words, condition, kind, attributes, lemma);   // while a pack is loaded
//   lexicon.Close();
//   lexicon.Find(words, classes, at) -> Hit                   // afterwards: immutable, safe to share
//
// Words are compared by their folded keys. The capital is a condition: a phrase that is listed with a
// capital wants one in the text (“Sở” is not “cơ sở”), one listed in capitals wants capitals (“MIC”),
// one in small letters takes any.
//
// A pack lists a hundred thousand forms, so nothing is allocated for one: nodes, edges, readings and attributes
// lie in one vector each, and the texts that they name are kept by the caller (Pack::texts).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/engine/annotate.h"
#include "extractors/engine/word_table.h"

namespace acta {

struct Attribute {
  uint32_t name;  // of Pack::names
  std::string_view value;
};

// Attributes by name in a word: who lacks the bit lacks the attribute, so that most need not be looked for.
inline uint32_t AttributeBit(uint32_t name) { return uint32_t{1} << name % 32; }
inline uint32_t AttributeBits(std::span<const Attribute> attributes) {
  uint32_t bits = 0;
  for (const Attribute& one : attributes) bits |= AttributeBit(one.name);
  return bits;
}

// The value of an attribute, the first of the name; nothing when there is none.
inline std::optional<std::string_view> AttributeOf(std::span<const Attribute> attributes, uint32_t name) {
  for (const Attribute& one : attributes) {
    if (one.name == name) return one.value;
  }
  return std::nullopt;
}

// What one line of a lexicon says about a phrase.
struct LexiconReading {
  uint32_t kind = 0;  // of Pack::kinds
  std::span<const Attribute> attributes;
  std::string_view lemma;  // the phrase in its dictionary form; empty when the printed form is it
};

enum class Capital : uint8_t { kAny, kFirst, kAll };

// All readings of one phrase under one class of its first token.
struct Phrase {
  std::span<const uint32_t> readings;  // of Lexicon::reading(), in order of the files
  uint32_t says = 0;                   // AttributeBits() of all of them
  uint32_t symbol = 0;                 // set when the alphabet is closed
};

class Lexicon {
 public:
  struct Hit {
    uint32_t tokens = 0;  // length in tokens; 0 = no phrase begins here
    uint32_t phrase = 0;
  };

  Lexicon() : edges_(1 << 12) {}
  Lexicon(Lexicon&&) = default;  // readings and phrases point into the vectors
  Lexicon& operator=(Lexicon&&) = default;

  // `words` are ids of this lexicon's WordTable, at least one. Values and lemma outlive the lexicon.
  void Add(std::span<const uint32_t> words, Capital condition, uint32_t kind,
           std::span<const Attribute> attributes, std::string_view lemma);
  // Turns the conditions into one Phrase per class of the first token. Once, before Find().
  void Close();

  // The longest phrase that begins at `at`. words and classes have the same length.
  Hit Find(const uint32_t* words, const TokenClass* classes, size_t at, size_t count) const;

  WordTable& words() { return words_; }
  const WordTable& words() const { return words_; }
  const LexiconReading& reading(uint32_t id) const { return readings_[id]; }
  std::vector<Phrase>& phrases() { return phrases_; }
  const std::vector<Phrase>& phrases() const { return phrases_; }
  // The first token's class of each phrase, beside phrases().
  const std::vector<TokenClass>& phrase_classes() const { return phrase_classes_; }

 private:
  struct Entry {  // one reading of a node's phrase, while the lexicon is open
    uint32_t node = 0;
    Capital condition = Capital::kAny;
  };
  struct Node {
    int32_t phrase[kTokenClasses] = {-1, -1, -1, -1, -1};
  };
  struct Edge {  // (node << 32 | word) -> node; to 0: free
    uint64_t key = 0;
    uint32_t to = 0;
  };

  uint32_t Child(uint32_t node, uint32_t word) const { return edges_[Slot(uint64_t{node} << 32 | word)].to; }
  size_t Slot(uint64_t key) const;
  void GrowEdges();
  void AddPhrases(uint32_t node, std::span<const uint32_t> readings);

  WordTable words_;
  std::vector<Node> nodes_{1};
  std::vector<Edge> edges_;  // open addressing
  size_t edge_count_ = 0;
  std::vector<uint32_t> roots_;  // by word: the child of the root, or 0; after Close()
  std::vector<LexiconReading> readings_;
  std::vector<Entry> entries_;         // beside readings_
  std::vector<uint32_t> first_;        // of attributes_, beside readings_; while the lexicon is open
  std::vector<Attribute> attributes_;  // of all readings
  std::vector<uint32_t> reading_ids_;  // of all phrases
  std::vector<Phrase> phrases_;
  std::vector<TokenClass> phrase_classes_;
};

}  // namespace acta
