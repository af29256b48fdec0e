#include "pipeline/resolve/tasks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include "pipeline/resolve/disjoint_sets.h"
#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/story_resolution.h"
#include "pipeline/text/hash.h"
#include "schemas/identity.h"

namespace acta {
namespace {

constexpr double kSameWords = 0.6;  // shared words of all words
constexpr size_t kFewestWords = 4;  // fewer say too little
constexpr int64_t kTaskDays = 183;  // the same words after this long are another year's task

// Whole days of 1970 of the day that it was said on.
std::optional<int64_t> DayOf(const TaskStatement& statement) {
  const std::optional<Date> said = ParseIsoDate(statement.said);
  return said && said->has_year() ? std::optional<int64_t>(ToDays(*said)) : std::nullopt;
}

// Keys of the halves of a year from `first` to `last` away from that of the statement.
std::vector<uint64_t> KeysOfHalves(const TaskStatement& statement, int64_t first, int64_t last) {
  if (statement.words.words.size() < kFewestWords) return {};
  const std::optional<int64_t> day = DayOf(statement);
  if (!day) first = last = 0;
  std::vector<uint64_t> keys;
  for (const std::string& form : statement.assignees) {
    if (form.find('?') != std::string::npos) continue;  // of no known place: of no other story
    const uint64_t who = Mix64(Hash64(form) ^ Hash64(statement.language)) >> 40;
    for (int64_t away = first; away <= last; ++away) {
      const uint64_t half = day ? static_cast<uint64_t>(*day / kTaskDays + away) & 0xFFF : 0xFFF;
      for (uint64_t band : statement.words.bands) {
        keys.push_back(half << 52 | who << 28 | Mix64(band ^ statement.words.names) >> 36);
      }
    }
  }
  return keys;
}

// Orders and reports speak for themselves, targets for an order.
int RankOf(std::string_view kind) { return kind == "target" ? 1 : 0; }

// In order of time; of one day, the more authority the earlier.
bool Earlier(const TaskStatement& a, const TaskStatement& b) {
  auto rank = [](const TaskStatement& s) {
    return std::make_tuple(s.said.empty(), s.said, AuthorityOf(s.language), s.article, RankOf(s.kind),
                           s.record);
  };
  return rank(a) < rank(b);
}

Reason WhyOf(const Task& task, const TaskStatement& statement) {
  const TaskStatement& first = task.statements.front().statement;
  if (statement.article == first.article) return {"of_order", 1, "a figure of the order"};
  if (statement.bundle == first.bundle)
    return {"one_story", 0.8, "the versions of one story lay one task on this body"};
  return {"same_words", 0.7, "nearly the same words for the same body"};
}

// What a version of a page says of the day no longer counts once a newer version says it.
std::vector<bool> Outdated(const std::vector<TaskStatement>& statements) {
  std::set<std::string> pages;  // that say it now
  for (const TaskStatement& statement : statements) {
    if (!statement.replaced && !statement.page.empty()) pages.insert(statement.page);
  }
  std::vector<bool> outdated;
  for (const TaskStatement& statement : statements)
    outdated.push_back(statement.replaced && pages.contains(statement.page));
  return outdated;
}

// The story of the statement, which its bundle begins with.
std::string StoryOf(const TaskStatement& statement) {
  return statement.bundle.empty() ? statement.article : Split(statement.bundle, '|').front();
}

Task TaskOf(std::vector<TaskStatement> statements) {
  std::sort(statements.begin(), statements.end(), Earlier);
  const std::vector<bool> outdated = Outdated(statements);
  Task task;
  std::string least;
  const TaskStatement* shown = nullptr;
  std::map<std::string, std::set<std::string>> days;  // day of statement → days named
  std::map<std::string, std::string> of_stories;      // what the story says of the task
  for (const TaskStatement& statement : statements) {
    const std::string key = statement.article + statement.record;
    if (least.empty() || key < least) least = key;
    if (!shown || AuthorityOf(statement.language) < AuthorityOf(shown->language)) shown = &statement;
    for (const std::string& form : statement.assignees) {
      if (std::find(task.assignees.begin(), task.assignees.end(), form) == task.assignees.end())
        task.assignees.push_back(form);
    }
    // What a story says first, all of its articles say: a translation orders nothing again.
    std::string& told =
        of_stories.try_emplace(StoryOf(statement), of_stories.empty() ? "assigned" : "repeated")
            .first->second;
    std::string what = statement.kind == "progress" ? "reported" : told;
    if (!statement.due.empty() && !outdated[task.statements.size()]) {
      days[statement.said].insert(statement.due);
      // Of one day the first, which has most authority, is taken; the others show in `disputed`.
      if (days[statement.said].size() == 1 || *days[statement.said].begin() == statement.due) {
        if (task.first_due.empty()) task.first_due = statement.due;
        if (!task.due.empty() && statement.due > task.due &&
            statement.said > task.statements.front().statement.said)
          what = told = "extended";
        if (days[statement.said].size() == 1) task.due = statement.due;
      }
      task.disputed = task.disputed || days[statement.said].size() > 1;
    }
    Reason reason = task.statements.empty() ? Reason{"stated", 1, ""} : WhyOf(task, statement);
    task.statements.push_back({statement, std::move(what), std::move(reason)});
  }
  task.action = shown->action;
  task.language = shown->language;
  task.id = DerivedId("task", least);
  return task;
}

}  // namespace

bool SameTask(const TaskStatement& a, const TaskStatement& b) {
  const std::optional<int64_t> day = DayOf(a), other = DayOf(b);
  if (day && other && std::llabs(*day - *other) > kTaskDays) return false;
  if (a.language != b.language || a.article == b.article) return false;
  if (a.words.names != b.words.names) return false;
  if (std::min(a.words.words.size(), b.words.words.size()) < kFewestWords) return false;
  return SharedWords(a.words, b.words) >= kSameWords;
}

std::vector<uint64_t> TaskKeys(const TaskStatement& statement) { return KeysOfHalves(statement, 0, 0); }

std::vector<uint64_t> NearTaskKeys(const TaskStatement& statement) { return KeysOfHalves(statement, -1, 1); }

namespace {

// Decisions, each without the records that a later one is about.
class Decisions {
 public:
  explicit Decisions(const std::vector<StatementDecision>& all) {
    for (const StatementDecision& decision : all) {
      if (!decision.one) {
        for (Decided& before : all_) {
          for (const std::string& record : decision.records) before.records.erase(record);
        }
      }
      all_.push_back({{decision.records.begin(), decision.records.end()}, &decision.reason});
      if (!decision.one) parted_.insert(decision.records.begin(), decision.records.end());
    }
  }

  bool IsParted(const TaskStatement& statement) const { return parted_.contains(statement.record); }

  void Join(const std::vector<TaskStatement>& statements, DisjointSets& sets) const {
    for (const Decided& decided : all_) {
      std::optional<size_t> first;
      for (size_t n = 0; n < statements.size(); ++n) {
        if (!decided.records.contains(statements[n].record)) continue;
        if (first) sets.Join(*first, n);
        if (!first) first = n;
      }
    }
  }

  // The reason of the last one about the record; null if there is none.
  const Reason* WhyOf(const TaskStatement& statement) const {
    const Reason* why = nullptr;
    for (const Decided& decided : all_) {
      if (decided.records.contains(statement.record)) why = decided.reason;
    }
    return why;
  }

 private:
  struct Decided {
    std::set<std::string> records;
    const Reason* reason;
  };
  std::vector<Decided> all_;
  std::set<std::string> parted_;
};

}  // namespace

std::vector<Task> GroupStatements(const std::vector<TaskStatement>& statements,
                                  const std::vector<StatementDecision>& all) {
  const Decisions decisions(all);
  DisjointSets sets(statements.size());
  std::map<std::string, size_t> bundles;
  std::unordered_map<uint64_t, std::vector<size_t>> by_key;
  for (size_t n = 0; n < statements.size(); ++n) {
    if (decisions.IsParted(statements[n])) continue;
    const auto [first, is_new] = bundles.emplace(statements[n].bundle, n);
    if (!is_new) sets.Join(first->second, n);
    for (uint64_t key : TaskKeys(statements[n])) by_key[key].push_back(n);
  }
  for (size_t n = 0; n < statements.size(); ++n) {
    if (decisions.IsParted(statements[n])) continue;
    for (uint64_t key : NearTaskKeys(statements[n])) {
      const auto members = by_key.find(key);
      if (members == by_key.end()) continue;
      for (size_t other : members->second) {
        if (other > n && sets.Find(n) != sets.Find(other) && SameTask(statements[n], statements[other]))
          sets.Join(n, other);
      }
    }
  }
  decisions.Join(statements, sets);
  std::vector<Task> tasks;
  for (const std::vector<size_t>& group : sets.Groups()) {
    std::vector<TaskStatement> members;
    for (size_t n : group) members.push_back(statements[n]);
    tasks.push_back(TaskOf(std::move(members)));
    for (Task::Said& said : tasks.back().statements) {
      if (const Reason* why = decisions.WhyOf(said.statement)) said.reason = *why;
    }
  }
  return tasks;
}

}  // namespace acta
