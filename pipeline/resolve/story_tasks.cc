// What a story says of tasks, each with the bodies that have to do them.
#include <map>
#include <set>

#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/story_resolution.h"

namespace acta {
namespace {

using ByLanguage = std::map<std::string, std::vector<size_t>>;

// What a statement has besides itself; beside StoryResolution::tasks.
struct Beside {
  std::string part;      // TaskUse::part
  std::string document;  // form of the instrument under which a task is laid on a group that has no name
  bool group = false;    // laid on somebody who is no body of a name
  bool asked = false;    // TaskUse::asked
};

// Statements in several languages are one task when each version says one such thing, and no more than one.
void Bundle(std::vector<TaskStatement>& statements, const std::map<std::string, ByLanguage>& groups) {
  for (const auto& [key, languages] : groups) {
    bool single = languages.size() > 1;
    std::set<std::string> bundles;  // that versions of it are in already
    for (const auto& [language, members] : languages) {
      single = single && members.size() == 1;
      if (single && !statements[members.front()].bundle.empty())
        bundles.insert(statements[members.front()].bundle);
    }
    if (!single || bundles.size() > 1) continue;
    for (const auto& [language, members] : languages)
      statements[members.front()].bundle = bundles.empty() ? key : *bundles.begin();
  }
}

TaskStatement StatementOf(const Account& article, const TaskUse& use) {
  const std::string due = use.due ? ToIso(*use.due) : "";
  return {article.article,
          use.record,
          use.kind,
          use.action,
          article.language,
          use.state,
          article.day ? ToIso(*article.day) : "",
          due,
          {},
          "",
          WordsOfTask(use.action, due)};
}

// Writes what the articles say of tasks to the story.
std::vector<Beside> AddStatements(const StoryContext& context, StoryResolution& story) {
  std::map<std::pair<std::string, std::string>, std::string> of_names, of_records;  // in an article → form
  for (const UseLink& link : story.links) {
    of_names[{link.article, Ascii(link.name)}] = link.form;
    of_records[{link.article, link.record}] = link.form;
  }
  std::vector<Beside> beside;
  for (const Account* article : context.articles) {
    for (const TaskUse& use : article->tasks) {
      TaskStatement statement = StatementOf(*article, use);
      for (const std::string& name : use.assignees) {
        const auto form = of_names.find({article->article, Ascii(name)});
        if (form != of_names.end()) statement.assignees.push_back(form->second);
      }
      const bool group = statement.assignees.empty() && !use.assignees.empty();
      beside.push_back({use.part, "", group, use.asked});
      if (group && !use.documents.empty()) {
        const auto form = of_records.find({article->article, use.documents.front()});
        if (form != of_records.end()) beside.back().document = form->second;
      }
      story.tasks.push_back(std::move(statement));
    }
  }
  return beside;
}

// Groups the statements of the kind that have a key, by it and by their language.
template <class KeyOf>
std::map<std::string, ByLanguage> StatementsBy(std::string_view kind, const StoryResolution& story,
                                               KeyOf&& key_of) {
  std::map<std::string, ByLanguage> groups;
  for (size_t n = 0; n < story.tasks.size(); ++n) {
    if (story.tasks[n].kind != kind) continue;
    if (const std::string key = key_of(n); !key.empty())
      groups[story.id + "|" + key][story.tasks[n].language].push_back(n);
  }
  return groups;
}

// Whether the orders are under instruments that differ.
bool UnderSeveral(const ByLanguage& orders, const std::vector<Beside>& beside) {
  std::set<std::string> documents;
  for (const auto& [language, members] : orders) {
    for (size_t n : members) documents.insert(beside[n].document);
  }
  documents.erase("");
  return documents.size() > 1;
}

// The orders of several versions that are one: laid on one body, of one day first, or both of none, what is asked of it
// apart from what it is told; or on a group, which each language calls otherwise, under one instrument and of one day,
// then of one day under no other instrument, then what is left of that day.
void BundleOrders(StoryResolution& story, const std::vector<Beside>& beside) {
  auto who = [&](size_t n) {
    const std::vector<std::string>& assignees = story.tasks[n].assignees;
    return assignees.empty() ? "" : assignees.front();
  };
  auto manner = [&](size_t n) { return std::string(beside[n].asked ? "|asked" : "|told"); };
  auto group_day = [&](size_t n) { return beside[n].group ? story.tasks[n].due : std::string(); };
  Bundle(story.tasks, StatementsBy("directive", story, [&](size_t n) {
           return who(n).empty() ? "" : who(n) + manner(n) + "|" + story.tasks[n].due;
         }));
  Bundle(story.tasks, StatementsBy("directive", story,
                                   [&](size_t n) { return who(n).empty() ? "" : who(n) + manner(n); }));
  Bundle(story.tasks, StatementsBy("directive", story, who));
  Bundle(story.tasks, StatementsBy("directive", story, [&](size_t n) {
           const std::string& document = beside[n].document;
           return document.empty() || story.tasks[n].due.empty() ? "" : document + "|" + story.tasks[n].due;
         }));
  for (const bool left : {false, true}) {
    auto groups = StatementsBy("directive", story, [&](size_t n) {
      return left && !story.tasks[n].bundle.empty() ? "" : group_day(n);
    });
    std::erase_if(groups, [&](const auto& group) { return UnderSeveral(group.second, beside); });
    Bundle(story.tasks, groups);
  }
}

// Terms that no order sets ("3,400 km by the end of 2026") are one by their day and their figures.
void BundleTerms(StoryResolution& story) {
  Bundle(story.tasks, StatementsBy("deadline", story, [&](size_t n) {
           const TaskStatement& term = story.tasks[n];
           const std::string figures = FiguresOf(term.action, term.due);
           return figures.empty() || term.due.empty() ? "" : "term|" + figures + "|" + term.due;
         }));
}

// Whether the day is printed, not the end of a month, a quarter or a year, by which much is due.
bool IsPrintedDay(const std::string& due) {
  const std::optional<Date> day = ParseIsoDate(due);
  return day && day->has_year() && day->day < DaysInMonth(day->year, day->month);
}

// A term that one version states without saying who has to do it ("work with the four agencies before July 20") is the
// order of the others that is due that day, where each version names the day once.
void BundleDays(StoryResolution& story) {
  std::map<std::string, ByLanguage> days;
  for (size_t n = 0; n < story.tasks.size(); ++n) {
    const TaskStatement& one = story.tasks[n];
    if ((one.kind == "directive" || one.kind == "deadline") && IsPrintedDay(one.due))
      days[story.id + "|day|" + one.due][one.language].push_back(n);
  }
  std::erase_if(days, [&](const auto& day) {
    std::set<std::string> orders;
    bool term = false;
    for (const auto& [language, members] : day.second) {
      for (size_t n : members) {
        const TaskStatement& one = story.tasks[n];
        if (one.kind == "directive") orders.insert(one.bundle.empty() ? one.record : one.bundle);
        term = term || (one.kind == "deadline" && one.assignees.empty());
      }
    }
    return !term || orders.size() != 1;
  });
  Bundle(story.tasks, days);
}

}  // namespace

void ResolveTasks(const StoryContext& context, StoryResolution& story) {
  const std::vector<Beside> beside = AddStatements(context, story);
  BundleOrders(story, beside);
  BundleTerms(story);
  BundleDays(story);
  std::map<std::pair<std::string, std::string>, std::string> bundles;  // article, record → bundle
  for (TaskStatement& statement : story.tasks) {
    if (statement.bundle.empty()) statement.bundle = story.id + "|" + statement.record;
    bundles[{statement.article, statement.record}] = statement.bundle;
  }
  for (size_t n = 0; n < story.tasks.size(); ++n) {
    const auto order = bundles.find({story.tasks[n].article, beside[n].part});
    if (!beside[n].part.empty() && order != bundles.end()) story.tasks[n].bundle = order->second;
  }
}

}  // namespace acta
