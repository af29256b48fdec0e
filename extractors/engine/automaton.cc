#include "extractors/engine/automaton.h"

#include <algorithm>
#include <bit>

namespace acta {
namespace {

constexpr size_t kMostEntries = 1u << 19;  // of a table: 2 MiB
constexpr size_t kMostLooking = 1u << 16;  // steps that depend on what follows

template <class Visit>
void ForEach(const BitSet& set, bool in, size_t size, Visit&& visit) {
  for (size_t w = 0; w < set.words().size(); ++w) {
    uint64_t word = in ? set.words()[w] : ~set.words()[w];
    for (; word != 0; word &= word - 1) {
      size_t i = w * 64 + static_cast<size_t>(std::countr_zero(word));
      if (i >= size) return;
      visit(i);
    }
  }
}

uint64_t Hash(std::span<const uint32_t> members, uint32_t accepts) {
  uint64_t hash = accepts;
  for (uint32_t one : members) {
    hash = (hash ^ one) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29;
  }
  return hash;
}

}  // namespace

// ---- Automaton

void Automaton::Append(const Program& program, uint32_t match, const std::vector<uint32_t>& looks, Code& to) {
  auto base = static_cast<uint32_t>(to.code.size());
  to.starts.push_back(base + program.start);
  for (Instruction one : program.code) {
    one.next += base;
    if (one.op == Instruction::Op::kSplit) one.other += base;
    if (one.op == Instruction::Op::kMatch) one.value = match;
    if (one.op == Instruction::Op::kLook) one.value = looks[one.value];
    to.code.push_back(one);
  }
}

std::vector<uint32_t> Automaton::AddLooks(const CompiledPattern& rule, std::vector<Program>& known) {
  std::vector<uint32_t> numbers;
  for (const Program& look : rule.looks) {
    auto at = std::find(known.begin(), known.end(), look);
    numbers.push_back(static_cast<uint32_t>(at - known.begin()));
    if (at != known.end()) continue;
    known.push_back(look);
    Append(look, numbers.back(), {}, look_);
  }
  return numbers;
}

Automaton::Automaton(std::span<const CompiledPattern* const> rules, const SetTable& sets, size_t symbols)
    : triggers_(symbols), starts_(symbols) {
  std::vector<uint32_t> used;
  std::vector<Program> looks;
  for (const CompiledPattern* rule : rules) {
    auto index = static_cast<uint32_t>(rules_.size());
    Part part;
    part.first = static_cast<uint32_t>(code_.code.size());
    Append(rule->program, index, AddLooks(*rule, looks), code_);
    part.last = static_cast<uint32_t>(code_.code.size());
    rules_.push_back(part);
    BitSet starts = StartsOf(rule->program, sets, symbols);
    starts_.Unite(starts);
    triggers_.Unite(rule->trigger ? sets[*rule->trigger] : starts);
  }
  for (const Code* part : {&code_, &look_}) {
    for (const Instruction& one : part->code) {
      if (one.op == Instruction::Op::kSet) used.push_back(one.value);
    }
  }
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  FormClasses(used, sets, symbols);
}

// The symbols with which a match may begin, whatever looks ahead ask for.
BitSet Automaton::StartsOf(const Program& program, const SetTable& sets, size_t symbols) {
  BitSet starts(symbols);
  std::vector<bool> seen(program.code.size());
  std::vector<uint32_t> stack = {program.start};
  while (!stack.empty()) {
    uint32_t at = stack.back();
    stack.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    const Instruction& one = program.code[at];
    if (one.op == Instruction::Op::kSet) {
      starts.Unite(sets[one.value]);
      continue;
    }
    if (one.op == Instruction::Op::kSplit) stack.push_back(one.other);
    if (one.op != Instruction::Op::kMatch) stack.push_back(one.next);
  }
  return starts;
}

// Begins with one class and splits it by every set that is in use.
void Automaton::FormClasses(const std::vector<uint32_t>& used, const SetTable& sets, size_t symbols) {
  class_of_.assign(symbols, 0);
  std::vector<size_t> sizes = {symbols};
  std::vector<size_t> members;
  std::vector<uint16_t> split;
  for (uint32_t id : used) {
    const BitSet& set = sets[id];
    bool in = set.Count() * 2 <= symbols;  // the smaller side is looked at
    members.assign(sizes.size(), 0);
    split.assign(sizes.size(), 0);
    ForEach(set, in, symbols, [&](size_t s) { ++members[class_of_[s]]; });
    for (size_t c = 0; c < members.size(); ++c) {
      if (members[c] == 0 || members[c] == sizes[c]) continue;
      split[c] = static_cast<uint16_t>(sizes.size());
      sizes[c] -= members[c];
      sizes.push_back(members[c]);
    }
    ForEach(set, in, symbols, [&](size_t s) {
      if (uint16_t to = split[class_of_[s]]) class_of_[s] = to;
    });
  }
  class_count_ = sizes.size();
  std::vector<size_t> example(class_count_);
  for (size_t s = symbols; s-- > 0;) example[class_of_[s]] = s;
  sets_.assign(sets.size(), BitSet());
  for (uint32_t id : used) {
    sets_[id] = BitSet(class_count_);
    for (size_t c = 0; c < class_count_; ++c) {
      if (symbols > 0 && sets[id].Has(example[c])) sets_[id].Add(c);
    }
  }
}

// ---- LazyTable

LazyTable::LazyTable(const Automaton& automaton, const Automaton::Code& code, Kind kind)
    : automaton_(&automaton),
      code_(&code),
      kind_(kind),
      row_(static_cast<uint32_t>(automaton.classes()) + kUnseen + 1),
      column_(automaton.classes(), kUnseen) {
  seen_.resize(code.code.size());
  Empty();
}

void LazyTable::Empty() {
  states_.assign(1, State{});  // kDead
  members_.clear();
  index_.clear();
  looking_.clear();
  table_.assign(row_, kDead);
  start_ = kNone;
  ++emptied_;
}

uint32_t LazyTable::Start(uint32_t looks) {
  if (looks == 0 && start_ != kNone) return start_;
  const uint64_t key = uint64_t{kNone} << 32 | looks;
  if (auto known = looking_.find(key); looks != 0 && known != looking_.end()) return known->second;
  if (looking_.size() > kMostLooking) Empty();
  ++round_;
  making_.clear();
  making_accepts_ = kNone;
  for (uint32_t start : code_->starts) Follow(start, looks);
  uint32_t state = Intern();
  if (looks == 0) return start_ = state;
  looking_.emplace(key, state);
  return state;
}

uint32_t LazyTable::StepLooking(uint32_t state, uint32_t symbol_class, uint32_t looks) {
  const uint64_t key = uint64_t{(state & ~kAccepting) + symbol_class} << 32 | looks;
  auto known = looking_.find(key);
  return known != looking_.end() ? known->second : Make(state, symbol_class, looks);
}

// Adds what `instruction` leads to without consuming anything.
void LazyTable::Follow(uint32_t instruction, uint32_t looks) {
  stack_.assign(1, instruction);
  while (!stack_.empty()) {
    uint32_t at = stack_.back();
    stack_.pop_back();
    if (seen_[at] == round_) continue;
    seen_[at] = round_;
    const Instruction& one = code_->code[at];
    switch (one.op) {
      case Instruction::Op::kSet:
        making_.push_back(at);
        break;
      case Instruction::Op::kSplit:
        stack_.push_back(one.other);
        [[fallthrough]];
      case Instruction::Op::kSave:
        stack_.push_back(one.next);
        break;
      case Instruction::Op::kLook:
        if ((looks >> one.value & 1) != one.other) stack_.push_back(one.next);
        break;
      case Instruction::Op::kMatch:
        if (kind_ == Kind::kSets) {
          making_accepts_ = (making_accepts_ == kNone ? 0 : making_accepts_) | 1u << one.value;
        } else {
          making_accepts_ = std::min(making_accepts_, one.value);
        }
        break;
    }
  }
}

uint32_t LazyTable::Make(uint32_t state, uint32_t symbol_class, uint32_t looks) {
  ++round_;
  making_.clear();
  making_accepts_ = kNone;
  state &= ~kAccepting;
  const State from = states_[state / row_];
  for (uint32_t i = 0; i < from.count; ++i) {
    const Instruction& one = code_->code[members_[from.first + i]];
    if (automaton_->sets_[one.value].Has(symbol_class)) Follow(one.next, looks);
  }
  if (kind_ != Kind::kFromFirst) {
    for (uint32_t start : code_->starts) Follow(start, looks);
  }
  if ((states_.size() + 1) * row_ > kMostEntries || looking_.size() > kMostLooking) {
    Empty();
    return Intern();
  }
  uint32_t next = Intern();
  if (looks == 0) {
    if (column_[symbol_class] == kUnseen) column_[symbol_class] = columns_++;
    table_[state + column_[symbol_class]] = next;
  } else {
    looking_.emplace(uint64_t{state + symbol_class} << 32 | looks, next);
  }
  return next;
}

// The state of `making_` and `making_accepts_`, made unless it is there.
uint32_t LazyTable::Intern() {
  // Where a match may begin at any symbol, what is lost now is not lost for ever.
  if (kind_ == Kind::kFromFirst && making_.empty() && making_accepts_ == kNone) return kDead;
  std::sort(making_.begin(), making_.end());
  uint64_t hash = Hash(making_, making_accepts_);
  auto [first, last] = index_.equal_range(hash);
  for (auto it = first; it != last; ++it) {
    const State& known = states_[it->second];
    if (known.accepts == making_accepts_ && known.count == making_.size() &&
        std::equal(making_.begin(), making_.end(), members_.begin() + known.first))
      return known.row;
  }
  auto id = static_cast<uint32_t>(states_.size());
  uint32_t row = id * row_ | (making_accepts_ != kNone ? kAccepting : 0);
  states_.push_back(
      {static_cast<uint32_t>(members_.size()), static_cast<uint32_t>(making_.size()), making_accepts_, row});
  members_.insert(members_.end(), making_.begin(), making_.end());
  table_.resize(table_.size() + row_, kNone);
  table_[row_ * id + kAccepts] = making_accepts_;
  index_.emplace(hash, id);
  return row;
}

// ---- Matcher

Matcher::Matcher(const Automaton& automaton)
    : automaton_(&automaton),
      forward_(automaton, automaton.code_, LazyTable::Kind::kFromFirst),
      look_(automaton, automaton.look_, LazyTable::Kind::kSets) {}

void Matcher::FindLooks() {
  looks_.assign(symbols_.size() + 1, 0);
  size_t first = 0;  // nothing is read before it
  while (!automaton_->starts_.Has(symbols_[first])) ++first;
  uint32_t state = look_.Start();
  for (size_t i = symbols_.size(); i-- > first;) {
    state = look_.Step(state, ClassAt(i));
    if (state & LazyTable::kAccepting) looks_[i] = look_.Accepts(state);
  }
}

void Matcher::Find(std::span<const Symbol> symbols, std::vector<RuleMatch>& out) {
  out.clear();
  symbols_ = symbols;
  const auto end = static_cast<uint32_t>(symbols.size());
  uint32_t begin = 0;
  while (begin < end && !automaton_->starts_.Has(symbols[begin])) ++begin;
  if (begin == end) return;
  if (automaton_->looks() > 0) FindLooks();
  trail_.assign(end + 1, LazyTable::kNone);
  while (begin < end) {
    RuleMatch match{0, begin, begin};
    if (automaton_->starts_.Has(symbols[begin])) match = LongestFrom(begin);
    if (match.end > begin) out.push_back(match);
    begin = std::max(match.end, begin + 1);
  }
}

RuleMatch Matcher::LongestFrom(uint32_t begin) {
  const auto end = static_cast<uint32_t>(symbols_.size());
  uint32_t state = forward_.Start(LooksAt(begin)), accepts = LazyTable::kNone, last = begin;
  for (uint32_t i = begin; i < end;) {
    state = forward_.Step(state, ClassAt(i), LooksAt(i + 1));
    if (trail_emptied_ != forward_.emptied()) {
      trail_.assign(trail_.size(), LazyTable::kNone);
      trail_emptied_ = forward_.emptied();
    }
    if (state == LazyTable::kDead || trail_[++i] == state) break;
    trail_[i] = state;
    if (state & LazyTable::kAccepting) accepts = forward_.Accepts(state), last = i;
  }
  return {accepts, begin, last};
}

void Matcher::Captures(const RuleMatch& match, size_t groups, std::vector<uint32_t>& slots) {
  slots.assign(2 * groups, kUnset);
  if (groups == 0) return;
  const Automaton::Part& part = automaton_->rules_[match.rule];
  size_t places = match.end - match.begin + 1;
  tried_.assign(((part.last - part.first) * places + 63) / 64, 0);
  jobs_.assign(1, {automaton_->code_.starts[match.rule], match.begin});
  while (!jobs_.empty()) {
    Job job = jobs_.back();
    jobs_.pop_back();
    if (job.instruction > ~static_cast<uint32_t>(slots.size())) {
      slots[~job.instruction] = job.at;
      continue;
    }
    for (;;) {
      size_t place = (job.instruction - part.first) * places + (job.at - match.begin);
      if (tried_[place / 64] >> (place % 64) & 1) break;
      tried_[place / 64] |= uint64_t{1} << (place % 64);
      const Instruction& one = automaton_->code_.code[job.instruction];
      if (one.op == Instruction::Op::kMatch) {
        if (job.at == match.end) return;
        break;
      }
      if (one.op == Instruction::Op::kSet) {
        if (job.at == match.end || !automaton_->sets_[one.value].Has(ClassAt(job.at))) break;
        ++job.at;
      } else if (one.op == Instruction::Op::kLook) {
        if ((LooksAt(job.at) >> one.value & 1) == one.other) break;
      } else if (one.op == Instruction::Op::kSplit) {
        jobs_.push_back({one.other, job.at});
      } else {
        jobs_.push_back({~one.value, slots[one.value]});
        slots[one.value] = job.at;
      }
      job.instruction = one.next;
    }
  }
}

}  // namespace acta
