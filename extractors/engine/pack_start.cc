// The symbols of sentences' starts. A start is read as what its paragraph is and as `in_<kind>` for each register in
// force; sets of registers that no rule tells apart share a symbol, so that there may be a dozen registers.

#include <algorithm>
#include <map>
#include <optional>

#include "extractors/engine/pack_loader.h"

namespace acta {
namespace {

// What a set of a pattern asks of a sentence's start whose kinds are known but for the registers in force: some term
// of which all bits are set, or clear.
struct StartTest {
  struct Term {
    size_t set = 0, clear = 0;  // bits of registers
  };
  std::vector<Term> terms;
  bool negated = false;

  bool Holds(size_t live) const {
    bool any = std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
      return (live & term.set) == term.set && (live & term.clear) == 0;
    });
    return any != negated;
  }
  size_t Registers() const {
    size_t bits = 0;
    for (const Term& term : terms) bits |= term.set | term.clear;
    return bits;
  }
};

// Adds the sets of a pattern that ask for one of these kinds.
void CollectSets(const PatternNode& node, const std::set<std::string, std::less<>>& kinds,
                 std::vector<const PatternNode*>& out) {
  bool asks = false;
  for (const auto& term : node.terms) {
    for (const KindTest& test : term) asks = asks || kinds.contains(test.kind);
  }
  if (asks) out.push_back(&node);
  for (const PatternNode& child : node.children) CollectSets(child, kinds, out);
}

class StartTester {
 public:
  // `kinds`: the start's without registers.
  StartTester(const Pack& pack, const std::set<uint32_t>& kinds) : pack_(pack), kinds_(kinds) {}

  void Add(const PatternNode& set) {
    StartTest test;
    test.negated = set.negated;
    for (const auto& term : set.terms) {
      if (auto rest = Rest(term)) test.terms.push_back(*rest);
    }
    if (test.Registers() != 0) tests_.push_back(std::move(test));
  }
  const std::vector<StartTest>& tests() const { return tests_; }

 private:
  // What a term asks of the registers; nullopt when it asks for another kind of start.
  std::optional<StartTest::Term> Rest(const std::vector<KindTest>& term) const {
    StartTest::Term rest;
    for (const KindTest& one : term) {
      const uint32_t kind = pack_.kinds.Find(one.kind);
      auto reg = std::find_if(pack_.registers.begin(), pack_.registers.end(),
                              [&](const Register& r) { return r.live_kind == kind; });
      if (reg != pack_.registers.end()) {
        const size_t bit = size_t{1} << (reg - pack_.registers.begin());
        (one.negated ? rest.clear : rest.set) |= bit;
        continue;
      }
      const bool has =
          one.kind == kTokenClassNames[static_cast<size_t>(TokenClass::kPunct)] || kinds_.contains(kind);
      if (has == one.negated) return std::nullopt;
    }
    return rest;
  }

  const Pack& pack_;
  const std::set<uint32_t>& kinds_;
  std::vector<StartTest> tests_;
};

}  // namespace

void PackLoader::StartSymbols() {
  std::set<std::string, std::less<>> live;
  for (const Register& one : pack_.registers) live.emplace(pack_.kinds[one.live_kind]);
  std::vector<const PatternNode*> sets;
  for (const Draft& draft : drafts_) CollectSets(draft.pattern, live, sets);
  for (std::string_view paragraph : kParagraphKindNames) {
    for (std::string_view start : {"", "para", "cont"}) {
      std::set<uint32_t> kinds = {pack_.Kind("bos"), pack_.Kind(paragraph)};
      if (!start.empty()) kinds.insert(pack_.Kind(start));
      pack_.start.push_back(StartRow(kinds, start == "cont", sets));
    }
  }
}

// The symbols of a start of these kinds, by the set of live registers. `sets`: those of the rules that ask for them.
std::vector<Symbol> PackLoader::StartRow(const std::set<uint32_t>& kinds, bool continued,
                                         const std::vector<const PatternNode*>& sets) {
  StartTester tester(pack_, kinds);
  for (const PatternNode* set : sets) tester.Add(*set);
  size_t telling = 0;  // registers that make a difference
  for (const StartTest& test : tester.tests()) telling |= test.Registers();
  for (size_t r = 0; r < pack_.registers.size(); ++r) {
    if (pack_.registers[r].until == Register::Until::kClause && !continued) telling &= ~(size_t{1} << r);
  }
  std::vector<Symbol> row(size_t{1} << pack_.registers.size());
  std::map<std::vector<bool>, Symbol> known;  // by what the tests say
  for (size_t live = 0; live < row.size(); ++live) {
    if ((live & telling) != live) {
      row[live] = row[live & telling];
      continue;
    }
    std::vector<bool> told;
    for (const StartTest& test : tester.tests()) told.push_back(test.Holds(live));
    auto [found, fresh] = known.try_emplace(std::move(told), 0);
    if (fresh) {
      std::set<uint32_t> all = kinds;
      for (size_t r = 0; r < pack_.registers.size(); ++r) {
        if (live >> r & 1) all.insert(pack_.registers[r].live_kind);
      }
      found->second = pack_.alphabet.Add({all.begin(), all.end()}, TokenClass::kPunct);
    }
    row[live] = found->second;
  }
  return row;
}

}  // namespace acta
