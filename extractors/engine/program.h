// A pattern as a program: what an automaton is built from.
//
//   SetTable sets;
//   auto compiled = CompilePattern(*ParsePattern("name:<person> <sep>*"), alphabet, kinds, sets);
//
// An instruction consumes one symbol of a set, goes two ways, notes a place, asks what follows, or says that the
// rule matches.
// Of two ways the first is preferred, as in any backtracking matcher; that decides captures only, for a
// match is always the longest.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extractors/engine/alphabet.h"
#include "extractors/engine/names.h"
#include "extractors/engine/pattern.h"

namespace acta {

struct Instruction {
  enum class Op : uint8_t { kSet, kSplit, kSave, kLook, kMatch } op = Op::kMatch;
  // kSet: of the SetTable; kSave: slot, 2 × group and 2 × group + 1; kLook: of the looks; kMatch: the rule
  uint32_t value = 0;
  uint32_t next = 0;   // index of an instruction
  uint32_t other = 0;  // kSplit: the way that is tried second; kLook: 1 when it must not follow
  friend bool operator==(const Instruction&, const Instruction&) = default;
};

struct Program {
  std::vector<Instruction> code;
  uint32_t start = 0;
  friend bool operator==(const Program&, const Program&) = default;
};

// Sets of symbols; equal ones are kept once.
class SetTable {
 public:
  uint32_t Add(const BitSet& set);
  const BitSet& operator[](uint32_t id) const { return *sets_[id]; }
  size_t size() const { return sets_.size(); }

 private:
  std::map<BitSet, uint32_t> ids_;
  std::vector<const BitSet*> sets_;  // keys of ids_
};

struct CompiledPattern {
  Program program;
  std::vector<Program> looks;       // what must follow, or must not, somewhere: each read backwards
  std::vector<std::string> fields;  // of the groups, in order
  std::optional<uint32_t> trigger;  // a set of which every match holds a symbol, the rarest there is
};

// The kinds of `node` must be known to `kinds` (checked before) and `alphabet` closed. nullopt when the
// repetitions make it too large.
std::optional<CompiledPattern> CompilePattern(const PatternNode& node, const Alphabet& alphabet,
                                              const Names& kinds, SetTable& sets);

}  // namespace acta
