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
};

// Statements in several languages are one task when each version says one such thing, and no more than one.
void Bundle(std::vector<TaskStatement>& statements, const std::map<std::string, ByLanguage>& groups) {
  for (const auto& [key, languages] : groups) {
    bool single = languages.size() > 1;
    for (const auto& [language, members] : languages) single = single && members.size() == 1;
    if (!single) continue;
    for (const auto& [language, members] : languages) {
      TaskStatement& statement = statements[members.front()];
      if (statement.bundle.empty()) statement.bundle = key;
    }
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
      beside.push_back({use.part, ""});
      if (statement.assignees.empty() && !use.assignees.empty() && !use.documents.empty()) {
        const auto form = of_records.find({article->article, use.documents.front()});
        if (form != of_records.end()) beside.back().document = form->second;
      }
      story.tasks.push_back(std::move(statement));
    }
  }
  return beside;
}

// The orders of several versions that are one: laid on one body, of one day first; or on a group, which each language
// calls otherwise, under one instrument and of one day.
void BundleOrders(StoryResolution& story, const std::vector<Beside>& beside) {
  std::map<std::string, ByLanguage> by_due, by_assignee, by_document;
  for (size_t n = 0; n < story.tasks.size(); ++n) {
    const TaskStatement& order = story.tasks[n];
    if (order.kind != "directive") continue;
    if (!order.assignees.empty()) {
      const std::string who = story.id + "|" + order.assignees.front();
      if (!order.due.empty()) by_due[who + "|" + order.due][order.language].push_back(n);
      by_assignee[who][order.language].push_back(n);
    } else if (!beside[n].document.empty() && !order.due.empty()) {
      by_document[story.id + "|" + beside[n].document + "|" + order.due][order.language].push_back(n);
    }
  }
  Bundle(story.tasks, by_due);
  Bundle(story.tasks, by_assignee);
  Bundle(story.tasks, by_document);
}

}  // namespace

void ResolveTasks(const StoryContext& context, StoryResolution& story) {
  const std::vector<Beside> beside = AddStatements(context, story);
  BundleOrders(story, beside);
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
