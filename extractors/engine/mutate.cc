#include "extractors/engine/mutate.h"

#include <functional>
#include <utility>

#include "extractors/engine/examples.h"

namespace acta {
namespace {

std::string Describe(const std::vector<KindTest>& term) {
  std::string out;
  for (const KindTest& test : term)
    out += (out.empty() ? "" : "&") + std::string(test.negated ? "^" : "") + test.kind;
  return out;
}

// A pattern in short, for a message.
std::string Describe(const PatternNode& node) {
  std::string out;
  switch (node.type) {
    case PatternNode::Type::kAny:
      return ".";
    case PatternNode::Type::kSet:
      for (const auto& term : node.terms) out += (out.empty() ? "" : "|") + Describe(term);
      return node.terms.size() == 1 && out.starts_with('"')
                 ? out
                 : "<" + std::string(node.negated ? "^" : "") + out + ">";
    case PatternNode::Type::kSequence:
      for (const PatternNode& child : node.children) out += (out.empty() ? "" : " ") + Describe(child);
      return out;
    case PatternNode::Type::kAlternation:
      for (const PatternNode& child : node.children) out += (out.empty() ? "" : " | ") + Describe(child);
      return "(" + out + ")";
    case PatternNode::Type::kRepeat:
      return "(" + Describe(node.children.front()) + ")" + (node.max < 0 ? node.min == 0 ? "*" : "+" : "?");
    case PatternNode::Type::kLook:
      return std::string(node.negated ? "(?! " : "(?= ") + Describe(node.children.front()) + ")";
    case PatternNode::Type::kCapture:
      return node.field + ":" + Describe(node.children.front());
  }
  return out;
}

// Calls visit(what) with the pattern changed, once for each part that can be taken out of it.
void WithoutEachPart(PatternNode& node, const std::function<void(const std::string&)>& visit) {
  if (node.type == PatternNode::Type::kAlternation) {
    for (size_t i = 0; i < node.children.size(); ++i) {
      PatternNode taken = std::move(node.children[i]);
      node.children.erase(node.children.begin() + static_cast<long>(i));
      visit(Describe(taken));
      node.children.insert(node.children.begin() + static_cast<long>(i), std::move(taken));
    }
  }
  if (node.type == PatternNode::Type::kSet && node.terms.size() > 1) {
    for (size_t i = 0; i < node.terms.size(); ++i) {
      auto taken = std::move(node.terms[i]);
      node.terms.erase(node.terms.begin() + static_cast<long>(i));
      visit("<" + std::string(node.negated ? "^" : "") + Describe(taken) + ">");
      node.terms.insert(node.terms.begin() + static_cast<long>(i), std::move(taken));
    }
  }
  if (node.type == PatternNode::Type::kRepeat && node.min == 0 && node.max != 0) {
    int max = std::exchange(node.max, 0);
    visit(Describe(node.children.front()) + (max < 0 ? "*" : "?"));
    node.max = max;
  }
  for (size_t i = 0; i < node.children.size() && node.type == PatternNode::Type::kSequence; ++i) {
    if (node.children[i].type != PatternNode::Type::kLook) continue;
    PatternNode taken = std::move(node.children[i]);
    node.children.erase(node.children.begin() + static_cast<long>(i));
    visit(Describe(taken));
    node.children.insert(node.children.begin() + static_cast<long>(i), std::move(taken));
  }
  for (PatternNode& child : node.children) WithoutEachPart(child, visit);
}

class Mutator {
 public:
  explicit Mutator(Pack& pack) : pack_(pack) {}

  void Run(size_t phase, uint32_t rule) {
    const std::vector<uint32_t> rules = pack_.phases[phase].rules;
    std::vector<uint32_t> others = rules;
    std::erase(others, rule);
    SetPhase(pack_, phase, others);
    ++report_.rules;
    if (Noticed(rule)) {
      ++report_.rules_noticed;
    } else {
      report_.survivors.push_back({pack_.rules[rule].place, "the whole rule"});
    }
    SetPhase(pack_, phase, rules);
    TakeParts(phase, rule, rules);
  }

  MutationReport Take() { return std::move(report_); }

 private:
  bool Noticed(uint32_t rule) const { return !CheckRule(pack_, rule).failures.empty(); }

  void TakeParts(size_t phase, uint32_t index, const std::vector<uint32_t>& rules) {
    Rule& rule = pack_.rules[index];
    CompiledPattern whole = rule.pattern;
    std::vector<uint32_t> fields = rule.fields;
    PatternNode parsed = rule.parsed;
    WithoutEachPart(parsed, [&](const std::string& what) {
      auto compiled = CompilePattern(parsed, pack_.alphabet, pack_.kinds, pack_.sets);
      if (!compiled) return;
      rule.fields.clear();
      for (const std::string& field : compiled->fields) rule.fields.push_back(pack_.names.Find(field));
      rule.pattern = std::move(*compiled);
      SetPhase(pack_, phase, rules);
      ++report_.parts;
      if (Noticed(index)) {
        ++report_.parts_noticed;
      } else {
        report_.survivors.push_back({rule.place, "without " + what});
      }
    });
    rule.pattern = std::move(whole);
    rule.fields = std::move(fields);
    SetPhase(pack_, phase, rules);
  }

  Pack& pack_;
  MutationReport report_;
};

}  // namespace

MutationReport MutatePack(Pack& pack, size_t stride) {
  Mutator mutator(pack);
  size_t at = 0;
  for (size_t p = 0; p < pack.phases.size(); ++p) {
    const std::vector<uint32_t> rules = pack.phases[p].rules;
    for (uint32_t rule : rules) {
      if (at++ % stride == 0) mutator.Run(p, rule);
    }
  }
  return mutator.Take();
}

}  // namespace acta
