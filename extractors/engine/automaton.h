// The rules of a phase as one automaton: finds what they match in a sentence, whatever their number, in time
// that is linear in the sentence.
//
//   Automaton automaton(rules, sets, alphabet.size());      // immutable; a part of the pack
//   Matcher matcher(automaton);                             // its memory; one for each thread
//   matcher.Find(symbols, matches);                         // leftmost, then longest, then first rule
//   matcher.Captures(matches[0], slots);
//
// Symbols that no rule of the phase tells apart form one class, so the tables are narrow. From each unit that may
// begin a match a sentence is read to the end of the longest, by a deterministic automaton; nearly all readings end
// after a step or two. One that comes into a state in which an earlier one was at this place, and found nothing
// more, ends there, so that no stretch of a sentence is read again and again. The automaton is made as texts need
// it; when its table has grown to the limit it is emptied. Captures are found afterwards, inside a match only, by
// trying the ways of its rule in order, no place of the program twice at one unit.
//
// What rules want to follow or not to follow is learnt first, by a reading from the end: for every place
// between two units the set of the looks that hold there. A step then depends on the symbol and that set.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "extractors/engine/program.h"

namespace acta {

// Units [begin, end) are read by a rule: its index among those of the phase.
struct RuleMatch {
  uint32_t rule = 0;
  uint32_t begin = 0, end = 0;
  friend bool operator==(const RuleMatch&, const RuleMatch&) = default;
};

class Automaton {
 public:
  Automaton() = default;
  // Of two rules that match alike the one listed first wins.
  Automaton(std::span<const CompiledPattern* const> rules, const SetTable& sets, size_t symbols);

  size_t classes() const { return class_count_; }
  // The different looks ahead of all rules; kMostLooks at most can be told apart.
  static constexpr size_t kMostLooks = 31;
  size_t looks() const { return look_.starts.size(); }
  // Symbols one of which every match holds, and those with which a match may begin: a sentence that lacks either
  // need not be searched.
  const BitSet& triggers() const { return triggers_; }
  const BitSet& starts() const { return starts_; }

 private:
  friend class LazyTable;
  friend class Matcher;

  struct Part {                    // of one rule
    uint32_t first = 0, last = 0;  // its instructions of code_
  };
  struct Code {
    std::vector<Instruction> code;  // kMatch names an index of rules_, of look_ a look
    std::vector<uint32_t> starts;
  };

  void FormClasses(const std::vector<uint32_t>& used, const SetTable& sets, size_t symbols);
  static BitSet StartsOf(const Program& program, const SetTable& sets, size_t symbols);
  // `looks`: what the program calls look i.
  static void Append(const Program& program, uint32_t match, const std::vector<uint32_t>& looks, Code& to);
  // The numbers that the looks of a rule have here; equal ones have the same.
  std::vector<uint32_t> AddLooks(const CompiledPattern& rule, std::vector<Program>& known);

  std::vector<Part> rules_;
  Code code_, look_;
  std::vector<uint16_t> class_of_;  // by symbol
  size_t class_count_ = 0;
  std::vector<BitSet> sets_;  // of classes, by the id of the set; empty for sets of other phases
  BitSet triggers_, starts_;
};

// A deterministic automaton that is made as it is used. A state is the place of its row in the table, with
// kAccepting added when a match ends in it.
class LazyTable {
 public:
  static constexpr uint32_t kDead = 0;  // no match can follow
  static constexpr uint32_t kAccepting = 1u << 31;
  static constexpr uint32_t kNone = ~0u;

  enum class Kind {
    kFromFirst,  // a match begins at the first symbol; of several that end in a state the first rule's counts
    kSets,       // a match begins anywhere, and all that end in a state count
  };
  LazyTable(const Automaton& automaton, const Automaton::Code& code, Kind kind);

  // `looks`: bits of the looks that hold where the state will be. Both may empty the table: of all states only
  // the one that they return is valid then.
  uint32_t Start(uint32_t looks = 0);
  uint32_t Step(uint32_t state, uint32_t symbol_class, uint32_t looks = 0) {
    if (looks != 0) return StepLooking(state, symbol_class, looks);
    uint32_t next = table_[(state & ~kAccepting) + column_[symbol_class]];
    return next != kNone ? next : Make(state, symbol_class, 0);
  }
  // The rule, as an index, whose match ends in an accepting state; of kSets the bits of all.
  uint32_t Accepts(uint32_t state) const { return table_[(state & ~kAccepting) + kAccepts]; }
  // How often the table was emptied: states of before are none any more.
  uint32_t emptied() const { return emptied_; }

 private:
  struct State {
    uint32_t first = 0, count = 0;  // of members_: the instructions that may consume the next symbol
    uint32_t accepts = kNone;
    uint32_t row = 0;  // the state as others know it
  };
  // Columns of the table. Classes get theirs as texts bring them, so that the frequent ones lie side by side.
  static constexpr uint16_t kAccepts = 0;  // what the state accepts
  static constexpr uint16_t kUnseen = 1;   // of all classes that were not met so far: kNone
  uint32_t StepLooking(uint32_t state, uint32_t symbol_class, uint32_t looks);
  uint32_t Make(uint32_t state, uint32_t symbol_class, uint32_t looks);
  void Follow(uint32_t instruction, uint32_t looks);
  uint32_t Intern();
  void Empty();

  const Automaton* automaton_;
  const Automaton::Code* code_;
  Kind kind_;
  uint32_t row_;                  // entries of a row
  std::vector<uint16_t> column_;  // by class
  uint16_t columns_ = kUnseen + 1;
  std::vector<State> states_;
  std::vector<uint32_t> members_;
  std::vector<uint32_t> table_;  // a row for each state: what it accepts, and the next one by column
  std::unordered_map<uint64_t, uint32_t> looking_;  // (place of the table, looks) to state; looks are rare
  std::unordered_multimap<uint64_t, uint32_t> index_;
  uint32_t start_ = kNone;
  uint32_t emptied_ = 0;
  // Of the state in the making.
  std::vector<uint32_t> making_, stack_, seen_;  // seen_: round of the last visit, by instruction
  uint32_t making_accepts_ = kNone, round_ = 0;
};

class Matcher {
 public:
  explicit Matcher(const Automaton& automaton);

  // The matches in order, none overlapping. The symbols are read again by Captures().
  void Find(std::span<const Symbol> symbols, std::vector<RuleMatch>& out);

  // slots[2 g] and slots[2 g + 1]: the units that group g of the rule covers; kUnset when it took no part.
  static constexpr uint32_t kUnset = ~0u;
  void Captures(const RuleMatch& match, size_t groups, std::vector<uint32_t>& slots);

 private:
  struct Job {
    uint32_t instruction;  // or ~slot, to set a slot back
    uint32_t at;
  };
  uint16_t ClassAt(size_t at) const { return automaton_->class_of_[symbols_[at]]; }
  void FindLooks();
  uint32_t LooksAt(size_t place) const { return looks_.empty() ? 0 : looks_[place]; }
  // Empty when no match begins there.
  RuleMatch LongestFrom(uint32_t begin);

  const Automaton* automaton_;
  LazyTable forward_, look_;
  std::span<const Symbol> symbols_;  // of the sentence
  std::vector<uint32_t>
      looks_;  // bits of those that hold before each unit, and at the end; empty without looks
  // By place the state that was last there; behind the last match none of them leads to one.
  std::vector<uint32_t> trail_;
  uint32_t trail_emptied_ = 0;  // the table's, when the trail was begun
  std::vector<Job> jobs_;
  std::vector<uint64_t> tried_;
};

}  // namespace acta
