#include "extractors/engine/fact_units.h"

#include <algorithm>
#include <string>

namespace acta {
namespace {

// Units of record kinds, in order of the text, with what they stand in.
class Collector {
 public:
  Collector(const TreeView& view, std::vector<Abstention>* abstentions)
      : view_(view), abstentions_(abstentions) {}

  std::vector<FactUnit> Collect() {
    const Tree& tree = view_.tree();
    for (uint32_t s = 0; s < tree.sentences.size(); ++s) {
      sentence_ = s;
      const SentenceUnits& sentence = tree.sentences[s];
      for (uint32_t i = 0; i < sentence.count; ++i) Visit(tree.roots[sentence.first + i], -1);
    }
    return std::move(out_);
  }

 private:
  void Visit(uint32_t at, int container) {
    const Unit& unit = view_.unit(at);
    if (unit.source != Unit::Source::kRule) return;
    const Rule& rule = view_.pack().rules[unit.index];
    bool accepted = Accept(rule, unit);
    bool fact = IsFactKind(rule.kind) && accepted;
    int inner = container;
    if (fact || rule.kind == person_) {
      inner = static_cast<int>(out_.size());
      out_.push_back({at, sentence_, container, view_.pack().kinds[rule.kind], InTask()});
    }
    // What is refused shelters nothing: a deadline inside a task that was done is no deadline.
    // Of “the heads of the Ministry of Finance” the ministry is a named body, whose capture is `body`.
    const bool around = accepted && (rule.kind != group_ || view_.Captured(at, "body").empty());
    if (around) kinds_.push_back(rule.kind);
    for (uint32_t c = 0; c < unit.child_count; ++c)
      Visit(view_.tree().children[unit.first_child + c], fact ? inner : container);
    if (around) kinds_.pop_back();
  }

  bool IsFactKind(uint32_t kind) const {
    return std::any_of(fact_kinds_.begin(), fact_kinds_.end(), [&](uint32_t k) { return k == kind; });
  }

  bool InTask() const {
    return std::any_of(kinds_.begin(), kinds_.end(),
                       [&](uint32_t kind) { return kind == directive_ || kind == task_; });
  }

  bool Accept(const Rule& rule, const Unit& unit) {
    if (!rule.reject.empty()) {
      Abstain(rule, unit, rule.reject);
      return false;
    }
    // A body inside a nameless group ("UBND các xã") is not one body.
    if (rule.kind == agency_ && std::find(kinds_.begin(), kinds_.end(), group_) != kinds_.end()) return false;
    if (rule.within.empty()) return true;
    for (uint32_t kind : kinds_) {
      if (std::find(rule.within.begin(), rule.within.end(), kind) != rule.within.end()) return true;
    }
    std::string wanted;
    for (uint32_t kind : rule.within)
      wanted += (wanted.empty() ? "" : " or ") + std::string(view_.pack().kinds[kind]);
    Abstain(rule, unit, "not inside a " + wanted);
    return false;
  }

  void Abstain(const Rule& rule, const Unit& unit, std::string reason) {
    if (abstentions_) abstentions_->push_back({unit.span, rule.place.ToString(), std::move(reason)});
  }

  const TreeView& view_;
  std::vector<Abstention>* abstentions_;
  std::vector<FactUnit> out_;
  std::vector<uint32_t> kinds_;  // of the units around the one visited
  uint32_t sentence_ = 0;
  uint32_t person_ = view_.pack().Kind("person");
  uint32_t agency_ = view_.pack().Kind("agency"), group_ = view_.pack().Kind("group");
  uint32_t directive_ = view_.pack().Kind("directive"), task_ = view_.pack().Kind("task");
  std::vector<uint32_t> fact_kinds_ = [this] {
    std::vector<uint32_t> kinds;
    for (std::string_view kind :
         {"official", "agency", "resolution", "target", "deadline", "directive", "progress", "event"}) {
      kinds.push_back(view_.pack().Kind(kind));
    }
    return kinds;
  }();
};

}  // namespace

std::vector<FactUnit> FactUnitsOf(const TreeView& view, std::vector<Abstention>* abstentions) {
  return Collector(view, abstentions).Collect();
}

}  // namespace acta
