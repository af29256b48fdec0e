#include "extractors/engine/facts.h"

#include <algorithm>
#include <unordered_map>

#include "extractors/engine/bodies.h"
#include "extractors/engine/directives.h"
#include "extractors/engine/documents.h"
#include "extractors/engine/events.h"
#include "extractors/engine/fact_units.h"
#include "extractors/engine/measures.h"
#include "extractors/engine/people.h"
#include "extractors/engine/told_once.h"

namespace acta {
namespace {

void SortMentions(Facts& facts) {
  Facts::Lists(facts, [](auto& records) {
    for (auto& record : records) {
      auto& mentions = record.head.mentions;
      std::sort(mentions.begin(), mentions.end());
      mentions.erase(std::unique(mentions.begin(), mentions.end()), mentions.end());
    }
  });
}

// A record's basis is the weakest of its fields'.
struct WeakestBasis {
  Basis weakest = Basis::kPrinted;
  template <class T>
  void operator()(const Field&, const Maybe<T>& value) {
    if (value) weakest = std::max(weakest, value->basis);
  }
  template <class T>
  void operator()(const Field&, const Many<T>& values) {
    for (const auto& value : values) weakest = std::max(weakest, value.basis);
  }
  void operator()(const Field&, const std::vector<Post>&) {}
  void operator()(const Field&, const std::vector<Party>&) {}
  void operator()(const Field&, const std::optional<Anchor>&) {}
  void operator()(const Field&, const Links&) {}
};

void SetBasis(Facts& facts) {
  Facts::Lists(facts, [](auto& records) {
    for (auto& record : records) {
      WeakestBasis basis;
      record.Fields(record, basis);
      record.head.basis = basis.weakest;
    }
  });
}

// Whom and what the article names: everybody is known before who ordered what is asked.
void ReadNames(const std::vector<FactUnit>& units, Bodies& bodies, People& people, Documents& documents) {
  for (const FactUnit& one : units) {
    if (one.kind == "agency") bodies.Add(one.unit);
  }
  for (const FactUnit& one : units) {
    if (one.kind == "official") people.AddOfficial(one.unit, one.sentence);
    if (one.kind == "resolution") documents.Add(one.unit);
  }
  for (const FactUnit& one : units) {
    bool inside_official = one.container >= 0 && units[static_cast<size_t>(one.container)].kind == "official";
    if (one.kind == "person" && !inside_official) people.AddMention(one.unit);
  }
  people.Join();
  documents.Join();
  bodies.Join();
  documents.NameIssuers(bodies);
}

// The records that say what is done and to be done, in the order of the text: each may go on with the one before.
class Statements {
 public:
  Statements(Measures& measures, Orders& orders, Facts& facts)
      : measures_(measures), orders_(orders), facts_(facts) {}

  void Read(const FactUnit& one) {
    if (one.kind == "target") AddTarget(one, measures_.ReadTarget(one));
    if (one.kind == "deadline") ReadDeadline(one);
    if (one.kind == "directive") ReadDirective(one);
    if (one.kind == "progress") ReadProgress(one);
    if (one.kind == "event") ReadEvent(one);
  }

  const ToldIn& told_in() const { return told_in_; }

 private:
  void AddTarget(const FactUnit& one, std::optional<Target> target) {
    if (!target) return;
    facts_.targets.push_back(std::move(*target));
    told_in_.targets.push_back(one.sentence);
  }

  void ReadDeadline(const FactUnit& one) {
    auto deadline = measures_.ReadDeadline(one, orders_);
    if (!deadline) return;
    const bool goal = deadline->date && deadline->precision->value == "year" && orders_.IsOfFigure(one);
    if (!goal) CompleteOrder(orders_.OrderOf(one), *deadline, deadline->head.mentions.front());
    facts_.deadlines.push_back(std::move(*deadline));
    told_in_.deadlines.push_back(one.sentence);
  }

  void ReadDirective(const FactUnit& one) {
    if (orders_.IsToldBefore(one)) return ReadToldBefore(one);
    auto directive = orders_.Read(one);
    if (!directive) return;
    directive_of_.emplace(one.unit, facts_.directives.size());
    std::vector<Directive> further = orders_.ReadFurther(one, *directive);
    facts_.directives.push_back(std::move(*directive));
    for (Directive& other : further) facts_.directives.push_back(std::move(other));
    told_in_.directives.resize(facts_.directives.size(), one.sentence);
  }

  void ReadToldBefore(const FactUnit& one) {
    auto told = orders_.ReadToldBefore(one);
    if (told.directive) {
      for (size_t i = 0; i < facts_.deadlines.size() && !told.directive->deadline; ++i) {
        if (told_in_.deadlines[i] == told.sentence) told.directive->deadline = facts_.deadlines[i].date;
      }
      facts_.directives.push_back(std::move(*told.directive));
      told_in_.directives.push_back(told.sentence);
    }
    const auto found = told.order ? directive_of_.find(told.order->unit) : directive_of_.end();
    if (found == directive_of_.end()) return;
    for (size_t i = found->second; i < facts_.directives.size() && told_in_.directives[i] == told.sentence;
         ++i)
      facts_.directives[i].issuer = told.issuer;
  }

  void ReadProgress(const FactUnit& one) {
    auto progress = measures_.ReadProgress(one, orders_);
    if (!progress) return;
    AddTarget(one, measures_.FigureOf(one, *progress));
    facts_.progress.push_back(std::move(*progress));
  }

  void ReadEvent(const FactUnit& one) {
    auto event = orders_.ReadEvent(one);
    if (!event) return;
    facts_.events.push_back(std::move(*event));
    told_in_.events.push_back(one.sentence);
  }

  // The first date of an order's task, also where it follows after a semicolon.
  void CompleteOrder(const FactUnit* order, const Deadline& deadline, Span due) {
    if (!order || !deadline.date) return;
    auto found = directive_of_.find(order->unit);
    if (found == directive_of_.end()) return;
    Directive& told = facts_.directives[found->second + orders_.PartOfOrder(order->unit, due)];
    if (!told.deadline) told.deadline = deadline.date;
  }

  Measures& measures_;
  Orders& orders_;
  Facts& facts_;
  ToldIn told_in_;
  std::unordered_map<uint32_t, size_t> directive_of_;  // by unit
};

// The orders before which nobody is named: who comes after the first that has an issuer would have been named before.
// One behind which nobody is named goes on with the one before it.
void NameGiversAfter(Orders& orders, std::vector<Directive>& directives) {
  Maybe<std::string> before;
  for (Directive& directive : directives) {
    if (directive.issuer) break;
    directive.issuer = orders.GiverAfter(directive.head.mentions.front().end);
    if (!directive.issuer) directive.issuer = before;
    before = directive.issuer;
  }
}

}  // namespace

Facts FactsOf(const TreeView& view, std::vector<Abstention>* abstentions) {
  const std::vector<FactUnit> units = FactUnitsOf(view, abstentions);
  Bodies bodies(view);
  People people(view, &bodies);
  Documents documents(view);
  ReadNames(units, bodies, people, documents);

  Facts facts;
  facts.pack = view.pack().language + " " + view.pack().version;
  Measures measures(view, units, abstentions);
  Orders orders(view, units, people, bodies, documents);
  Statements statements(measures, orders, facts);
  for (const FactUnit& one : units) statements.Read(one);
  NameGiversAfter(orders, facts.directives);
  std::optional<Official> holder = orders.HolderOfPost();
  JoinEvents(statements.told_in().events, facts.events);
  KeepToldOnce(view, statements.told_in(), facts);
  facts.officials = people.Take();
  if (holder && holder->name) facts.officials.push_back(std::move(*holder));
  facts.agencies = bodies.Take();
  facts.resolutions = documents.Take();
  SortMentions(facts);
  SetBasis(facts);
  return facts;
}

}  // namespace acta
