#include "extractors/engine/program.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

namespace acta {
namespace {

constexpr size_t kMostInstructions = 10'000;  // of one rule

enum class Way { kForward, kBackward };

class Compiler {
 public:
  Compiler(const Alphabet& alphabet, const Names& kinds, SetTable& sets)
      : alphabet_(alphabet), kinds_(kinds), sets_(sets), all_(alphabet.All()) {}

  std::optional<CompiledPattern> Compile(const PatternNode& node) {
    NumberGroups(node);
    if (!Write(node, Way::kForward, out_.program)) return std::nullopt;
    for (const PatternNode* look : looks_) {
      if (!Write(look->children.front(), Way::kBackward, out_.looks.emplace_back())) return std::nullopt;
    }
    Require(node);
    if (rarest_) out_.trigger = sets_.Add(*rarest_);
    return std::move(out_);
  }

 private:
  // Groups and looks count in the order of their opening brackets.
  void NumberGroups(const PatternNode& node) {
    if (node.type == PatternNode::Type::kLook) looks_.push_back(&node);
    if (node.type == PatternNode::Type::kCapture) {
      groups_.emplace(&node, static_cast<uint32_t>(out_.fields.size()));
      out_.fields.push_back(node.field);
    }
    for (const PatternNode& child : node.children) NumberGroups(child);
  }

  // ---- sets

  BitSet Complement(BitSet set) const {
    for (size_t w = 0; w < set.words().size(); ++w) set.words()[w] = all_.words()[w] & ~set.words()[w];
    return set;
  }

  const BitSet& Named(const std::string& kind) const {
    for (int c = 0; c < kTokenClasses; ++c) {
      if (kind == kTokenClassNames[c]) return alphabet_.OfClass(static_cast<TokenClass>(c));
    }
    return alphabet_.OfKind(kinds_.Find(kind));
  }

  uint32_t SetOf(const PatternNode& node) {
    auto [known, fresh] = set_of_.try_emplace(&node);
    if (fresh) known->second = sets_.Add(Symbols(node));
    return known->second;
  }

  BitSet Symbols(const PatternNode& node) const {
    if (node.type == PatternNode::Type::kAny) return all_;
    BitSet set(alphabet_.size());
    for (const auto& term : node.terms) {
      BitSet every = all_;
      for (const KindTest& test : term) {
        const BitSet& kind = Named(test.kind);
        for (size_t w = 0; w < every.words().size(); ++w)
          every.words()[w] &= test.negated ? ~kind.words()[w] : kind.words()[w];
      }
      set.Unite(every);
    }
    return node.negated ? Complement(std::move(set)) : set;
  }

  // ---- instructions

  bool Write(const PatternNode& node, Way way, Program& program) {
    way_ = way;
    code_.clear();
    uint32_t match = Add({Instruction::Op::kMatch});
    program.start = Emit(node, match);
    program.code = code_;
    return code_.size() < kMostInstructions;
  }

  uint32_t Add(Instruction instruction) {
    code_.push_back(instruction);
    return static_cast<uint32_t>(code_.size() - 1);
  }

  uint32_t Split(uint32_t first, uint32_t second) { return Add({Instruction::Op::kSplit, 0, first, second}); }

  // Adds the instructions of `node`, after which those at `next` follow; returns where they begin.
  uint32_t Emit(const PatternNode& node, uint32_t next) {
    if (code_.size() >= kMostInstructions) return next;
    switch (node.type) {
      case PatternNode::Type::kSet:
      case PatternNode::Type::kAny:
        return Add({Instruction::Op::kSet, SetOf(node), next});
      case PatternNode::Type::kSequence:
        return EmitSequence(node, next);
      case PatternNode::Type::kAlternation: {
        uint32_t at = Emit(node.children.back(), next);
        for (size_t i = node.children.size() - 1; i-- > 0;) {
          uint32_t way = Emit(node.children[i], next);
          at = Split(way, at);
        }
        return at;
      }
      case PatternNode::Type::kRepeat:
        return EmitRepeat(node, next);
      case PatternNode::Type::kCapture: {
        if (way_ == Way::kBackward) return Emit(node.children.front(), next);
        uint32_t group = groups_.at(&node);
        uint32_t close = Add({Instruction::Op::kSave, 2 * group + 1, next});
        return Add({Instruction::Op::kSave, 2 * group, Emit(node.children.front(), close)});
      }
      case PatternNode::Type::kLook: {
        auto look = static_cast<uint32_t>(std::find(looks_.begin(), looks_.end(), &node) - looks_.begin());
        return Add({Instruction::Op::kLook, look, next, node.negated});
      }
    }
    return next;
  }

  uint32_t EmitSequence(const PatternNode& node, uint32_t next) {
    if (way_ == Way::kForward) {
      for (size_t i = node.children.size(); i-- > 0;) next = Emit(node.children[i], next);
    } else {
      for (const PatternNode& child : node.children) next = Emit(child, next);
    }
    return next;
  }

  // x{2,4} is x x (x (x)?)?, x{2,} is x x+, and x* is (x+)?.
  uint32_t EmitRepeat(const PatternNode& node, uint32_t next) {
    const PatternNode& child = node.children.front();
    int copies = node.min;
    if (node.max < 0) {
      uint32_t loop = Split(0, next);
      uint32_t body = Emit(child, loop);
      code_[loop].next = body;
      if (node.min == 0) return CanBeEmpty(child) ? Split(body, next) : loop;
      next = body;
      --copies;
    } else {
      uint32_t after = next;
      for (int i = node.min; i < node.max && code_.size() < kMostInstructions; ++i)
        next = Split(Emit(child, next), after);
    }
    for (int i = 0; i < copies && code_.size() < kMostInstructions; ++i) next = Emit(child, next);
    return next;
  }

  // ---- what every match holds

  // Looks for the rarest set among the atoms that are neither optional nor one of several.
  void Require(const PatternNode& node) {
    switch (node.type) {
      case PatternNode::Type::kSet:
        if (!node.negated) KeepRarest(sets_[SetOf(node)]);
        return;
      case PatternNode::Type::kAny:
      case PatternNode::Type::kLook:
        return;
      case PatternNode::Type::kAlternation: {
        BitSet any(alphabet_.size());
        if (OneOf(node, any)) KeepRarest(any);
        return;
      }
      case PatternNode::Type::kRepeat:
        if (node.min == 0) return;
        [[fallthrough]];
      case PatternNode::Type::kSequence:
      case PatternNode::Type::kCapture:
        for (const PatternNode& child : node.children) Require(child);
    }
  }

  void KeepRarest(const BitSet& set) {
    if (!rarest_ || set.Count() < rarest_->Count()) rarest_ = set;
  }

  // Adds to `set` one necessary set of each branch; false when a branch has none.
  bool OneOf(const PatternNode& node, BitSet& set) {
    switch (node.type) {
      case PatternNode::Type::kSet:
        if (node.negated) return false;
        set.Unite(sets_[SetOf(node)]);
        return true;
      case PatternNode::Type::kAny:
      case PatternNode::Type::kLook:
        return false;
      case PatternNode::Type::kAlternation:
        return std::all_of(node.children.begin(), node.children.end(),
                           [&](const auto& n) { return OneOf(n, set); });
      case PatternNode::Type::kRepeat:
        return node.min > 0 && OneOf(node.children.front(), set);
      case PatternNode::Type::kSequence:
      case PatternNode::Type::kCapture:
        for (const PatternNode& child : node.children) {
          BitSet trial = set;
          if (!OneOf(child, trial)) continue;
          set = std::move(trial);
          return true;
        }
        return false;
    }
    return false;
  }

  const Alphabet& alphabet_;
  const Names& kinds_;
  SetTable& sets_;
  const BitSet& all_;
  std::map<const PatternNode*, uint32_t> groups_;
  std::unordered_map<const PatternNode*, uint32_t> set_of_;
  std::vector<const PatternNode*> looks_;
  std::optional<BitSet> rarest_;
  std::vector<Instruction> code_;
  Way way_ = Way::kForward;
  CompiledPattern out_;
};

}  // namespace

uint32_t SetTable::Add(const BitSet& set) {
  auto [it, fresh] = ids_.try_emplace(set, static_cast<uint32_t>(sets_.size()));
  if (fresh) sets_.push_back(&it->first);
  return it->second;
}

std::optional<CompiledPattern> CompilePattern(const PatternNode& node, const Alphabet& alphabet,
                                              const Names& kinds, SetTable& sets) {
  return Compiler(alphabet, kinds, sets).Compile(node);
}

}  // namespace acta
