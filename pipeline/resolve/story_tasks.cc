// What a story says of tasks, each with the bodies that have to do them.
#include <map>
#include <set>

#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/story_resolution.h"

namespace acta {
namespace {

using ByLanguage = std::map<std::string, std::vector<size_t>>;

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

}  // namespace

void ResolveTasks(const StoryContext& context, StoryResolution& story) {
  std::map<std::pair<std::string, std::string>, std::string> forms;  // article, name → form
  for (const UseLink& link : story.links) forms[{link.article, Ascii(link.name)}] = link.form;
  std::vector<std::string> parts;  // beside story.tasks: TaskUse::part
  for (const Account* article : context.articles) {
    for (const TaskUse& use : article->tasks) {
      TaskStatement statement{article->article,
                              use.record,
                              use.kind,
                              use.action,
                              article->language,
                              use.state,
                              article->day ? ToIso(*article->day) : "",
                              use.due ? ToIso(*use.due) : "",
                              {},
                              "",
                              WordsOfTask(use.action, use.due ? ToIso(*use.due) : "")};
      for (const std::string& name : use.assignees) {
        const auto form = forms.find({article->article, Ascii(name)});
        if (form != forms.end()) statement.assignees.push_back(form->second);
      }
      story.tasks.push_back(std::move(statement));
      parts.push_back(use.part);
    }
  }
  std::map<std::string, ByLanguage> by_due, by_assignee;
  for (size_t n = 0; n < story.tasks.size(); ++n) {
    const TaskStatement& statement = story.tasks[n];
    if (statement.kind != "directive" || statement.assignees.empty()) continue;
    const std::string who = story.id + "|" + statement.assignees.front();
    if (!statement.due.empty()) by_due[who + "|" + statement.due][statement.language].push_back(n);
    by_assignee[who][statement.language].push_back(n);
  }
  Bundle(story.tasks, by_due);
  Bundle(story.tasks, by_assignee);
  std::map<std::pair<std::string, std::string>, std::string> bundles;  // article, record → bundle
  for (TaskStatement& statement : story.tasks) {
    if (statement.bundle.empty()) statement.bundle = story.id + "|" + statement.record;
    bundles[{statement.article, statement.record}] = statement.bundle;
  }
  for (size_t n = 0; n < story.tasks.size(); ++n) {
    const auto order = bundles.find({story.tasks[n].article, parts[n]});
    if (!parts[n].empty() && order != bundles.end()) story.tasks[n].bundle = order->second;
  }
}

}  // namespace acta
