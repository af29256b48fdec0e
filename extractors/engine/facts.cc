#include "extractors/engine/facts.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "extractors/engine/bodies.h"
#include "extractors/engine/directives.h"
#include "extractors/engine/documents.h"
#include "extractors/engine/measures.h"
#include "extractors/engine/people.h"

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

// What a headline or caption says again is not said twice.
bool IsRepeatable(ParagraphKind kind) {
  return kind == ParagraphKind::kTitle || kind == ParagraphKind::kCaption;
}

// Nor what a heading says of figures.
bool IsRepeatableFigure(ParagraphKind kind) { return kind == ParagraphKind::kHeading || IsRepeatable(kind); }

constexpr size_t kMostCompared = 500;  // records of a body that a headline may repeat

// Drops records of headlines and captions that `same` finds again among those of the body, then records
// of the body that are one statement. `sentences` stands beside `records`.
template <class Record, class Same>
void SayOnce(const TreeView& view, std::vector<Record>& records, const std::vector<uint32_t>& sentences,
             Same&& same, bool (*is_repeatable)(ParagraphKind) = IsRepeatable) {
  auto repeats = [&](size_t i) {
    return is_repeatable(view.article().paragraphs[view.tree().sentences[sentences[i]].paragraph].kind);
  };
  std::vector<Record> kept;
  std::vector<bool> drop(records.size());
  std::vector<size_t> of_body;
  for (size_t j = 0; j < records.size() && of_body.size() < kMostCompared; ++j) {
    if (!repeats(j)) of_body.push_back(j);
  }
  for (size_t i = 0; i < records.size(); ++i) {
    if (!repeats(i)) continue;
    auto again =
        std::find_if(of_body.begin(), of_body.end(), [&](size_t j) { return same(records[i], records[j]); });
    if (again == of_body.end()) continue;
    drop[i] = true;
    records[*again].head.mentions.push_back(records[i].head.mentions.front());
  }
  if (std::find(drop.begin(), drop.end(), true) == drop.end()) return;
  for (size_t i = 0; i < records.size(); ++i) {
    if (!drop[i]) kept.push_back(std::move(records[i]));
  }
  records = std::move(kept);
}

bool SameDeadline(const Deadline& a, const Deadline& b) {
  return a.date && b.date && a.date->value == b.date->value && a.precision->value == b.precision->value;
}

bool SameTarget(const Target& a, const Target& b) {
  return a.value->value == b.value->value && a.unit && b.unit && a.unit->value == b.unit->value;
}

constexpr size_t kStem = 10;  // bytes of a word that tell it from others in spite of its ending

// How many words the shorter of two texts has, and how many of them stand in the other.
struct Shared {
  size_t words = 0, common = 0;
};

Shared SharedWords(std::string_view a, std::string_view b) {
  auto stems = [](std::string_view text) {
    std::vector<std::string_view> out;
    for (size_t begin = 0; begin < text.size();) {
      size_t end = std::min(text.find(' ', begin), text.size());
      if (end - begin > 4) out.push_back(text.substr(begin, std::min(end - begin, kStem)));
      begin = end + 1;
    }
    return out;
  };
  auto x = stems(a), y = stems(b);
  if (x.size() > y.size()) std::swap(x, y);
  auto found = [&](std::string_view word) { return std::find(y.begin(), y.end(), word) != y.end(); };
  return {x.size(), static_cast<size_t>(std::count_if(x.begin(), x.end(), found))};
}

// Whether at least half of the words of the shorter text stand in the other.
bool MuchAlike(std::string_view a, std::string_view b) {
  const Shared shared = SharedWords(a, b);
  return shared.words > 0 && shared.common * 2 >= shared.words;
}

// Whether nearly all of them do.
bool NearlyTheSame(std::string_view a, std::string_view b) {
  const Shared shared = SharedWords(a, b);
  return shared.words >= 3 && shared.common * 5 >= shared.words * 4;
}

// Whether a name is another one, cut short: “the Prime Minister”, “the Prime Minister of the Government”.
bool ShortOf(std::string_view name, std::string_view full) {
  return full.starts_with(name) && (full.size() == name.size() || full[name.size()] == ' ');
}

bool SameOrder(const Directive& a, const Directive& b) {
  if (a.issuer && b.issuer && !ShortOf(a.issuer->value, b.issuer->value) &&
      !ShortOf(b.issuer->value, a.issuer->value))
    return false;
  // A headline often leaves out who is to do it, and sums up his orders in words of its own; or calls him otherwise.
  if (a.assignees.empty() && a.issuer && b.issuer) return true;
  if (a.action && b.action && MuchAlike(a.action->value, b.action->value)) return true;
  return std::any_of(a.assignees.begin(), a.assignees.end(), [&](const At<std::string>& one) {
    return std::any_of(b.assignees.begin(), b.assignees.end(),
                       [&](const At<std::string>& other) { return one.value == other.value; });
  });
}

constexpr int kSameBeginning = 8;  // words of two tasks that make them one statement
constexpr int kWholeTask = 4;  // words of a task that is one statement when it is told again word for word

// The first words of a text; empty when it has fewer.
std::string_view Beginning(std::string_view text) {
  int words = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' && ++words == kSameBeginning) return text.substr(0, i);
  }
  return {};
}

bool SameNames(const Pack& pack, const Many<std::string>& a, const Many<std::string>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const auto& x, const auto& y) {
    return x.value == y.value || ComparisonKey(pack, x.value) == ComparisonKey(pack, y.value);
  });
}

// An order told twice in the same words: by the lead, then where it is quoted.
bool ToldTwice(const Pack& pack, const Directive& a, const Directive& b) {
  const std::string_view words = Beginning(a.action->value);
  const bool begins = !words.empty() && (b.action->value + " ").starts_with(std::string(words) + " ");
  const bool same = !a.assignees.empty() && NearlyTheSame(a.action->value, b.action->value);
  // “… spoke of the need to repair the roads. ‘We need to repair the roads. …’”
  const bool whole = std::count(a.action->value.begin(), a.action->value.end(), ' ') + 1 >= kWholeTask &&
                     ComparisonKey(pack, a.action->value) == ComparisonKey(pack, b.action->value);
  return (begins || same || whole) && (!a.issuer || !b.issuer || a.issuer->value == b.issuer->value) &&
         (a.assignees.empty() || b.assignees.empty() || SameNames(pack, a.assignees, b.assignees));
}

// Of two statements of one thing the one that says more stays, in the place of the first.
template <class Record, class Same, class Says>
void TellOnce(std::vector<Record>& records, Same&& same, Says&& says) {
  for (size_t i = 0; i < records.size() && i < kMostCompared; ++i) {
    for (size_t j = i + 1; j < records.size() && j < kMostCompared; ++j) {
      if (!same(records[i], records[j])) continue;
      if (says(records[j]) > says(records[i])) std::swap(records[i], records[j]);
      records[i].head.mentions.push_back(records[j].head.mentions.front());
      records.erase(records.begin() + static_cast<long>(j--));
    }
  }
}

// One day for one task, told by the lead and again where it is quoted; the one that says whose it is stays.
void DueOnce(const Pack& pack, std::vector<Deadline>& deadlines) {
  auto same = [&](const Deadline& a, const Deadline& b) {
    return SameDeadline(a, b) && a.task && b.task && NearlyTheSame(a.task->value, b.task->value) &&
           (a.assignees.empty() || b.assignees.empty() || SameNames(pack, a.assignees, b.assignees));
  };
  TellOnce(deadlines, same, [](const Deadline& one) { return one.assignees.empty() ? 0 : 1; });
}

void OrderOnce(const Pack& pack, std::vector<Directive>& directives) {
  auto same = [&](const Directive& a, const Directive& b) { return ToldTwice(pack, a, b); };
  TellOnce(directives, same, [](const Directive& one) {
    return (one.issuer ? 1 : 0) + (one.assignees.empty() ? 0 : 1) + (one.deadline ? 1 : 0);
  });
}

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

// The first date of an order's task, also where it follows after a semicolon.
void CompleteOrder(const FactUnit* order, const std::unordered_map<uint32_t, size_t>& index_of,
                   const Deadline& deadline, std::vector<Directive>& directives) {
  if (!order || !deadline.date) return;
  auto found = index_of.find(order->unit);
  if (found != index_of.end() && !directives[found->second].deadline)
    directives[found->second].deadline = deadline.date;
}

}  // namespace

Facts FactsOf(const TreeView& view, std::vector<Abstention>* abstentions) {
  std::vector<FactUnit> units = Collector(view, abstentions).Collect();
  Bodies bodies(view);
  People people(view, &bodies);
  Documents documents(view);
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

  Facts facts;
  facts.pack = view.pack().language + " " + view.pack().version;
  Measures measures(view, units, abstentions);
  Orders orders(view, units, people, bodies, documents);
  std::vector<uint32_t> target_sentences, deadline_sentences, directive_sentences;
  std::unordered_map<uint32_t, size_t> directive_of;  // by unit
  for (const FactUnit& one : units) {
    if (one.kind == "target") {
      if (auto target = measures.ReadTarget(one))
        facts.targets.push_back(std::move(*target)), target_sentences.push_back(one.sentence);
    } else if (one.kind == "deadline") {
      if (auto deadline = measures.ReadDeadline(one, orders)) {
        const bool goal = deadline->date && deadline->precision->value == "year" && orders.IsOfFigure(one);
        if (!goal) CompleteOrder(orders.OrderOf(one), directive_of, *deadline, facts.directives);
        facts.deadlines.push_back(std::move(*deadline));
        deadline_sentences.push_back(one.sentence);
      }
    } else if (one.kind == "directive") {
      if (auto directive = orders.Read(one)) {
        directive_of.emplace(one.unit, facts.directives.size());
        facts.directives.push_back(std::move(*directive));
        directive_sentences.push_back(one.sentence);
      }
    } else if (one.kind == "progress") {
      if (auto progress = measures.ReadProgress(one, orders)) {
        if (auto target = measures.FigureOf(one, *progress))
          facts.targets.push_back(std::move(*target)), target_sentences.push_back(one.sentence);
        facts.progress.push_back(std::move(*progress));
      }
    } else if (one.kind == "event") {
      if (auto event = orders.ReadEvent(one)) facts.events.push_back(std::move(*event));
    }
  }
  for (Directive& directive : facts.directives) {
    if (directive.issuer) break;  // who comes after him would have been named before
    directive.issuer = orders.GiverAfter(directive.head.mentions.front().end);
  }
  SayOnce(view, facts.targets, target_sentences, SameTarget, IsRepeatableFigure);
  SayOnce(view, facts.deadlines, deadline_sentences, SameDeadline);
  SayOnce(view, facts.directives, directive_sentences, SameOrder);
  OrderOnce(view.pack(), facts.directives);
  DueOnce(view.pack(), facts.deadlines);
  facts.officials = people.Take();
  facts.agencies = bodies.Take();
  facts.resolutions = documents.Take();
  SortMentions(facts);
  SetBasis(facts);
  return facts;
}

}  // namespace acta
