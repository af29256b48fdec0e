#include "extractors/engine/told_once.h"

#include <algorithm>
#include <string>

#include "extractors/engine/each_word.h"
#include "extractors/engine/people.h"

namespace acta {
namespace {

// What a headline or caption says again is not said twice.
bool IsRepeatable(ParagraphKind kind) {
  return kind == ParagraphKind::kTitle || kind == ParagraphKind::kCaption;
}

// Nor what a heading says of figures.
bool IsRepeatableFigure(ParagraphKind kind) { return kind == ParagraphKind::kHeading || IsRepeatable(kind); }

constexpr size_t kMostRecords = 500;  // records of a body that a headline may repeat

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
  for (size_t j = 0; j < records.size() && of_body.size() < kMostRecords; ++j) {
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

constexpr size_t kStemBytes = 10;  // bytes of a word that tell it from others in spite of its ending

// How many words the shorter of two texts has, and how many of them stand in the other.
struct Shared {
  size_t words = 0, common = 0;
};

Shared SharedWords(std::string_view a, std::string_view b) {
  auto stems = [](std::string_view text) {
    std::vector<std::string_view> out;
    ForEachWord(text, [&](std::string_view word) {
      if (word.size() > 4) out.push_back(word.substr(0, kStemBytes));
    });
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
  for (size_t i = 0; i < records.size() && i < kMostRecords; ++i) {
    for (size_t j = i + 1; j < records.size() && j < kMostRecords; ++j) {
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

// A goal told by the lead and again below.
void AimAtOnce(const TreeView& view, std::vector<Target>& targets) {
  auto same = [&](const Target& a, const Target& b) {
    if (a.status->value != "goal" || b.status->value != "goal" || !SameTarget(a, b)) return false;
    if (a.value_max.has_value() != b.value_max.has_value() ||
        (a.value_max && a.value_max->value != b.value_max->value))
      return false;
    if (!a.indicator || !b.indicator || (a.by && b.by && a.by->value != b.by->value)) return false;
    const uint32_t x = a.head.mentions.front().end, y = b.head.mentions.front().begin;
    if (x > y || view.Printed({x, y}).find('\n') == std::string_view::npos) return false;  // one list
    const Shared shared = SharedWords(a.indicator->value, b.indicator->value);
    return shared.words > 0 && shared.common == shared.words;
  };
  TellOnce(targets, same, [](const Target& one) {
    return (one.by ? 1000u : 0u) + (one.subject ? 100u : 0u) +
           std::min(static_cast<unsigned>(one.indicator->value.size()), 99u);
  });
}

void OrderOnce(const Pack& pack, std::vector<Directive>& directives) {
  auto same = [&](const Directive& a, const Directive& b) { return ToldTwice(pack, a, b); };
  TellOnce(directives, same, [](const Directive& one) {
    return (one.issuer ? 1 : 0) + (one.assignees.empty() ? 0 : 1) + (one.deadline ? 1 : 0);
  });
}

}  // namespace

void KeepToldOnce(const TreeView& view, const ToldIn& in, Facts& facts) {
  SayOnce(view, facts.targets, in.targets, SameTarget, IsRepeatableFigure);
  SayOnce(view, facts.deadlines, in.deadlines, SameDeadline);
  SayOnce(view, facts.directives, in.directives, SameOrder);
  AimAtOnce(view, facts.targets);
  OrderOnce(view.pack(), facts.directives);
  DueOnce(view.pack(), facts.deadlines);
}

}  // namespace acta
