// Statements and tasks, in rows.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "pipeline/resolve/entity_rows.h"
#include "pipeline/store/keys.h"
#include "schemas/identity.h"

namespace acta {
namespace {

// Whether the task ?1 was put off or ordered again; what translations repeat was not ordered again.
constexpr const char* kNoteChanged =
    "UPDATE task SET changed = EXISTS (SELECT 1 FROM task_statement WHERE task = ?1 AND what = 'extended') "
    "OR "
    "(SELECT count(DISTINCT coalesce(a.story, s.article)) FROM task_statement s LEFT JOIN story_article a "
    "ON a.article = s.article WHERE s.task = ?1 AND s.what <> 'reported') > 1 WHERE key = ?1";

constexpr size_t kMostStatements = 50'000;  // kept in memory between batches: of two months or more

std::string Hex(uint64_t word) { return fmt::format("{:016x}", word); }

int64_t KeyOf(const TaskStatement& statement) {
  return RecordKey(std::stoll(statement.article), statement.record);
}

}  // namespace

Result<void> EntityRows::DropStatements(int64_t article) {
  Result<void> done = Select(
      "SELECT task, record FROM task_statement WHERE article = ?1",
      [&](const Statement& row) {
        touched_tasks_.insert(row.Int(0));
        heard_.erase(row.Int(1));
      },
      article);
  return done ? Do("DELETE FROM task_statement WHERE article = ?1", article) : done;
}

Result<void> EntityRows::WriteStatement(const TaskStatement& statement) {
  const int64_t key = KeyOf(statement);
  Result<void> done =
      Do("INSERT OR REPLACE INTO task_statement (record, article, task, id, what, action, authority, "
         "assignees, bundle, due, said, "
         "state, rule, strength, evidence) VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, ?8, nullif(?9, ''), "
         "nullif(?10, ''), "
         "nullif(?11, ''), '', 0, '')",
         key, static_cast<int64_t>(std::stoll(statement.article)), statement.record,
         std::string(statement.kind == "progress" ? "reported" : "assigned"), statement.action,
         static_cast<int64_t>(AuthorityOf(statement.language)), nlohmann::json(statement.assignees).dump(),
         statement.bundle, statement.due, statement.said, statement.state);
  for (uint64_t word : TaskKeys(statement)) {
    if (done) done = Do("INSERT OR IGNORE INTO task_key (word, record) VALUES (?1, ?2)", Hex(word), key);
  }
  new_statements_.insert(key);
  heard_.erase(key);
  return done;
}

// Statements near new ones are near others of the batch too: their words are folded once.
Result<const EntityRows::Heard*> EntityRows::StatementOf(int64_t record) {
  if (const auto known = heard_.find(record); known != heard_.end()) return &known->second;
  const Heard* read = nullptr;
  Result<void> found = Select(
      "SELECT printf('%019d', s.article), s.id, coalesce(r.kind, 'directive'), action, "
      "coalesce(a.language, ''), assignees, bundle, coalesce(due, ''), coalesce(said, ''), "
      "coalesce(state, ''), task, coalesce((SELECT min(v.page) FROM version v WHERE v.article = s.article), "
      "''), EXISTS (SELECT 1 FROM find_article f WHERE f.article = s.article AND NOT f.current) "
      "FROM task_statement s JOIN article a ON a.key = s.article "
      "LEFT JOIN record r ON r.key = s.record WHERE s.record = ?1",
      [&](const Statement& row) {
        const auto forms = nlohmann::json::parse(row.Text(5), nullptr, false);
        TaskStatement statement{std::string(row.Text(0)),
                                std::string(row.Text(1)),
                                std::string(row.Text(2)),
                                std::string(row.Text(3)),
                                std::string(row.Text(4)),
                                std::string(row.Text(9)),
                                std::string(row.Text(8)),
                                std::string(row.Text(7)),
                                {},
                                std::string(row.Text(6)),
                                WordsOfTask(row.Text(3), row.Text(7)),
                                std::string(row.Text(11)),
                                row.Int(12) != 0};
        if (forms.is_array()) statement.assignees = forms.get<std::vector<std::string>>();
        read = &heard_.insert_or_assign(record, Heard{std::move(statement), row.Int(10)}).first->second;
      },
      record);
  if (!found) return tl::unexpected(found.error());
  return read;
}

// The tasks that the statement joins: of those that share a key with it only a few say the same.
Result<void> EntityRows::TouchTasksOf(const TaskStatement& statement) {
  std::set<int64_t> near;  // records
  for (uint64_t word : NearTaskKeys(statement)) {
    Result<void> found = Select(
        "SELECT record FROM task_key WHERE word = ?1", [&](const Statement& row) { near.insert(row.Int(0)); },
        Hex(word));
    if (!found) return found;
  }
  for (int64_t record : near) {
    Result<const Heard*> other = StatementOf(record);
    if (!other) return tl::unexpected(other.error());
    if (!*other || (*other)->task == 0 || touched_tasks_.contains((*other)->task)) continue;
    ++effort_.statements;
    if (SameTask(statement, (*other)->statement)) touched_tasks_.insert((*other)->task);
  }
  return {};
}

// New statements, and all of the tasks that they join or that lost one.
Result<std::vector<TaskStatement>> EntityRows::TouchedStatements() {
  std::set<int64_t> records = new_statements_;
  for (int64_t record : new_statements_) {
    Result<const Heard*> heard = StatementOf(record);
    if (!heard) return tl::unexpected(heard.error());
    if (!*heard) continue;
    if (Result<void> near = TouchTasksOf((*heard)->statement); !near) return tl::unexpected(near.error());
  }
  if (Result<void> tied = TouchTiedTasks(); !tied) return tl::unexpected(tied.error());
  for (int64_t task : touched_tasks_) {
    Result<void> found = Select(
        "SELECT record FROM task_statement WHERE task = ?1",
        [&](const Statement& row) { records.insert(row.Int(0)); }, task);
    if (!found) return tl::unexpected(found.error());
  }
  std::vector<TaskStatement> statements;
  for (int64_t record : records) {
    Result<const Heard*> heard = StatementOf(record);
    if (!heard) return tl::unexpected(heard.error());
    if (*heard) statements.push_back((*heard)->statement);
  }
  return statements;
}

Result<std::set<int64_t>> EntityRows::StatementsCalled(const std::string& record) {
  std::set<int64_t> keys;
  Result<void> found = Select(
      "SELECT s.record FROM record r CROSS JOIN task_statement s ON s.record = r.key WHERE r.id = ?1",
      [&](const Statement& row) { keys.insert(row.Int(0)); }, record);
  return found ? Result<std::set<int64_t>>(std::move(keys)) : tl::unexpected(found.error());
}

Result<void> EntityRows::TouchTiedTasks() {
  for (size_t before = touched_tasks_.size() + 1; before != touched_tasks_.size();) {
    before = touched_tasks_.size();
    for (const StatementDecision& decision : decisions_) {
      std::set<int64_t> tasks;
      bool touched = false;
      for (const std::string& record : decision.records) {
        Result<std::set<int64_t>> keys = StatementsCalled(record);
        if (!keys) return tl::unexpected(keys.error());
        for (int64_t key : *keys) {
          Result<const Heard*> heard = StatementOf(key);
          if (!heard) return tl::unexpected(heard.error());
          if (!*heard) continue;
          if ((*heard)->task) tasks.insert((*heard)->task);
          touched = touched || new_statements_.contains(key) || touched_tasks_.contains((*heard)->task);
        }
      }
      if (touched) touched_tasks_.insert(tasks.begin(), tasks.end());
    }
  }
  return {};
}

Result<void> EntityRows::GroupTouchedTasks() {
  Result<std::vector<TaskStatement>> statements = TouchedStatements();
  if (!statements) return tl::unexpected(statements.error());
  for (const Task& task : GroupStatements(*statements, decisions_)) {
    touched_tasks_.erase(ContentKey(task.id));
    if (Result<void> written = WriteTask(task); !written) return written;
  }
  for (int64_t task : touched_tasks_) {
    if (Result<void> gone = Do("DELETE FROM task WHERE key = ?1", task); !gone) return gone;
  }
  touched_tasks_.clear();
  new_statements_.clear();
  if (heard_.size() > kMostStatements) heard_.clear();
  return {};
}

Result<void> EntityRows::WriteTask(const Task& task) {
  const int64_t key = ContentKey(task.id);
  std::set<std::string> entities;
  Result<void> done;
  for (const std::string& form : task.assignees) {
    if (done) {
      done = Select(
          "SELECT e.id FROM entity_form f JOIN entity e ON e.key = f.entity WHERE f.form = ?1",
          [&](const Statement& row) { entities.insert(std::string(row.Text(0))); }, form);
    }
  }
  if (done) {
    done =
        Do("INSERT INTO task (key, id, action, language, assignees, due, first_due, disputed) "
           "VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, ''), nullif(?7, ''), ?8) ON CONFLICT (key) DO UPDATE SET "
           "action = excluded.action, language = excluded.language, assignees = excluded.assignees, "
           "due = excluded.due, first_due = excluded.first_due, disputed = excluded.disputed",
           key, task.id, task.action, task.language, nlohmann::json(entities).dump(), task.due,
           task.first_due, static_cast<int64_t>(task.disputed));
  }
  for (const Task::Said& said : task.statements) {
    if (!done) return done;
    done = Do(
        "UPDATE task_statement SET task = ?2, what = ?3, rule = ?4, strength = ?5, evidence = ?6 WHERE "
        "record = ?1 AND (task, what, rule, strength, evidence) IS NOT (?2, ?3, ?4, ?5, ?6)",
        KeyOf(said.statement), key, said.what, said.reason.rule, said.reason.strength, said.reason.evidence);
    if (const auto known = heard_.find(KeyOf(said.statement)); known != heard_.end())
      known->second.task = key;
  }
  return done ? Do(kNoteChanged, key) : done;
}

}  // namespace acta
