// The phrase trie: every listed phrase in a sentence, leftmost, then longest, in one pass.
//
//   Lexicon lexicon;
//   lexicon.Add(phrase_tokens, condition, reading);      // while a pack is loaded
//   lexicon.Find(words, classes, at) -> Hit              // afterwards: immutable, safe to share
//
// Words are compared by their folded keys. The capital is a condition: a phrase that is listed with a
// capital wants one in the text (“Sở” is not “cơ sở”), one listed in capitals wants capitals (“MIC”),
// one in small letters takes any.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/engine/annotate.h"

namespace acta {

struct Attribute {
  uint32_t name;  // of Pack::names
  std::string value;
};

// What one line of a lexicon says about a phrase.
struct LexiconReading {
  uint32_t kind;  // of Pack::kinds
  std::vector<Attribute> attributes;
  std::string lemma;  // the phrase in its dictionary form; empty when the printed form is it
};

enum class Capital : uint8_t { kAny, kFirst, kAll };

// All readings of one phrase under one class of its first token.
struct Phrase {
  std::vector<uint32_t> readings;  // of Lexicon::reading(), in order of the files
  uint32_t symbol = 0;             // set when the alphabet is closed
};

// Folded words to numbers; 0 is "not in the lexicon". Open addressing over one block of characters.
class WordTable {
 public:
  WordTable() : slots_(1024) {}
  uint32_t Add(std::string_view word);
  uint32_t Find(std::string_view word) const;
  size_t size() const { return count_; }
  // Calls visit(word, id), in no order.
  template <class Visit>
  void ForEach(Visit&& visit) const {
    for (const Slot& slot : slots_) {
      if (slot.id != 0) visit(std::string_view(characters_).substr(slot.begin, slot.size), slot.id);
    }
  }

 private:
  struct Slot {
    uint32_t hash = 0, begin = 0, size = 0, id = 0;  // id 0: free
  };
  static uint32_t Hash(std::string_view word);
  void Grow();

  std::vector<Slot> slots_;
  std::string characters_;
  uint32_t count_ = 0;
};

class Lexicon {
 public:
  struct Hit {
    uint32_t tokens = 0;  // length in tokens; 0 = no phrase begins here
    uint32_t phrase = 0;
  };

  // `words` are ids of this lexicon's WordTable, at least one.
  void Add(const std::vector<uint32_t>& words, Capital condition, LexiconReading reading);
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
  struct Entry {
    Capital condition;
    uint32_t reading;
  };
  struct Node {
    std::vector<Entry> entries;
    int32_t phrase[kTokenClasses] = {-1, -1, -1, -1, -1};
  };

  uint32_t Child(uint32_t node, uint32_t word) const;

  WordTable words_;
  std::vector<Node> nodes_{1};
  std::unordered_map<uint64_t, uint32_t> edges_;      // (node, word) -> node; while building
  std::vector<std::pair<uint64_t, uint32_t>> table_;  // the same, open addressing; after Close()
  std::vector<uint32_t> roots_;                       // by word: the child of the root, or 0; after Close()
  std::vector<LexiconReading> readings_;
  std::vector<Phrase> phrases_;
  std::vector<TokenClass> phrase_classes_;
};

}  // namespace acta
