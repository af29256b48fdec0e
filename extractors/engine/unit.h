// What a sentence is made of, at every stage of its reading.
//
// All units of an article lie in one flat vector, children and captures beside it by index range; a unit
// holds no string. A Reading-tree of an article is thus five vectors, whatever its size.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractors/engine/alphabet.h"
#include "extractors/engine/annotate.h"

namespace acta {

struct Unit {
  enum class Source : uint8_t { kToken, kPhrase, kText, kRule, kStart, kEnd };

  Span span;  // bytes of the text; empty for the ends of a sentence
  Symbol symbol = 0;
  uint32_t says = 0;  // bits of the attributes that it or a part of it may have (AttributeBit)
  Source source = Source::kToken;
  uint32_t index = 0;                             // of the phrase, text pattern or rule
  uint32_t first_child = 0, child_count = 0;      // of Tree::children
  uint32_t first_capture = 0, capture_count = 0;  // of Tree::captures (rules) or Tree::groups (text)
};

// A capture of a rule: children [first, last) of the unit, counted from its first child.
struct Capture {
  uint32_t name = 0;  // of Pack::names
  uint32_t first = 0, last = 0;
};

// A group of a text pattern. `reading` is that of the lexicon phrase it was checked against, if any.
struct TextGroup {
  uint32_t name = 0;
  Span span;
  int32_t reading = -1;
};

struct SentenceUnits {
  uint32_t first = 0, count = 0;  // of Tree::roots: start, units …, end
  uint32_t paragraph = 0;
};

// A unit that set a register: who spoke, what was ordered.
struct Setting {
  uint32_t sentence = 0, reg = 0;  // of Tree::sentences, of Pack::registers
  uint32_t unit = 0;
};

struct Tree {
  std::vector<Unit> units;
  std::vector<uint32_t> children;  // indices of units
  std::vector<Capture> captures;
  std::vector<TextGroup> groups;
  std::vector<uint32_t> roots;  // indices of units, sentence after sentence
  std::vector<SentenceUnits> sentences;
  std::vector<Setting> settings;  // sentence after sentence
  // Registers at the start of each sentence: unit index + 1, 0 = not set; sentences × registers.
  std::vector<uint32_t> registers;
};

}  // namespace acta
