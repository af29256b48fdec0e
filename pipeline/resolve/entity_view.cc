#include "pipeline/resolve/entity_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/store/text_width.h"

namespace acta {
namespace {

using Json = nlohmann::ordered_json;

// Every row as an object of its columns; null stays null.
Result<Json> Rows(const Database& db, const char* sql, const std::string& argument) {
  Result<Statement> rows = db.Prepare(sql);
  if (!rows) return tl::unexpected(rows.error());
  rows->Bind(1, argument);
  Json all = Json::array();
  Result<bool> row = rows->Step();
  for (; row && *row; row = rows->Step()) {
    Json one = Json::object();
    for (int column = 0; column < rows->columns(); ++column) {
      const std::string name(rows->ColumnName(column));
      switch (rows->TypeOf(column)) {
        case Statement::Type::kNull:
          one[name] = nullptr;
          break;
        case Statement::Type::kReal:
          one[name] = rows->Real(column);
          break;
        case Statement::Type::kInteger:
          one[name] = rows->Int(column);
          break;
        default:
          one[name] = std::string(rows->Text(column));
      }
    }
    all.push_back(std::move(one));
  }
  if (!row) return tl::unexpected(row.error());
  return all;
}

constexpr const char* kEntity =
    "SELECT id, type, name, name_en, name_ru, kind, place, (SELECT s.place_name FROM story s WHERE s.place = "
    "substr(e.place, 1, instr(e.place || '/', '/') - 1) LIMIT 1) AS place_name, valid_from, valid_to FROM "
    "entity e WHERE id = ?1";
constexpr const char* kForms =
    "SELECT f.form, f.name, f.language, f.rule, f.strength, f.evidence FROM entity_form f JOIN entity e ON "
    "e.key = f.entity "
    "WHERE e.id = ?1 ORDER BY f.form";
constexpr const char* kUses =
    "SELECT id, name, source, published, use_rule AS rule, use_strength AS strength, use_evidence AS "
    "evidence, form "
    "FROM v_entity_record WHERE entity_id = ?1 ORDER BY published, source, id";
constexpr const char* kTenure =
    "SELECT role, body_name, first_seen, last_seen, appointed, relieved, over_by, articles FROM v_tenure "
    "WHERE official = ?1 "
    "ORDER BY first_seen, role, body_name";

constexpr const char* kTask =
    "SELECT 'task' AS type, id, action AS name, due, first_due, disputed, (SELECT json_group_array(e.name) "
    "FROM "
    "json_each(t.assignees) a JOIN entity e ON e.id = a.value) AS assignees FROM task t WHERE id = ?1";
constexpr const char* kStatements =
    "SELECT id, source, said, what, stated_due AS due, stated AS action, rule, strength, evidence FROM "
    "v_task "
    "WHERE task_id = ?1 ORDER BY said, source, id";

Result<Json> WholeTask(const Database& db, const std::string& id) {
  Result<Json> task = Rows(db, kTask, id);
  if (!task) return task;
  if (task->empty())
    return Fail("not_found",
                "\"" + id + "\" is no task of this database; acta resolve --db may have to be run");
  Json whole = task->front();
  whole["assignees"] = Json::parse(whole["assignees"].get<std::string>(), nullptr, false);
  Result<Json> statements = Rows(db, kStatements, id);
  if (!statements) return statements;
  whole["records"] = std::move(*statements);
  return whole;
}

Result<Json> Whole(const Database& db, const std::string& id) {
  if (IsTaskId(id)) return WholeTask(db, id);
  Result<Json> entity = Rows(db, kEntity, id);
  if (!entity) return entity;
  if (entity->empty())
    return Fail("not_found",
                "\"" + id + "\" is no entity of this database; acta resolve --db may have to be run");
  Json whole = entity->front();
  for (auto [name, sql] :
       {std::pair<const char*, const char*>{"forms", kForms}, {"records", kUses}, {"tenure", kTenure}}) {
    Result<Json> rows = Rows(db, sql, id);
    if (!rows) return rows;
    whole[name] = std::move(*rows);
  }
  return whole;
}

std::string Cell(const Json& row, const char* name) {
  return row[name].is_string() ? Harmless(row[name].get<std::string>())
         : row[name].is_null() ? ""
                               : row[name].dump();
}

std::vector<std::string> Texts(const Json& rows, const char* column) {
  std::vector<std::string> texts;
  for (const Json& row : rows) texts.push_back(row[column].get<std::string>());
  return texts;
}

std::string TaskText(const Json& task) {
  std::string text = fmt::format("task {}\n{}", Cell(task, "id"), Cell(task, "name"));
  for (const Json& name : task["assignees"]) text += "\nto: " + Harmless(name.get<std::string>());
  for (const char* name : {"due", "first_due"}) {
    if (!task[name].is_null()) text += fmt::format("\n{}: {}", name, Cell(task, name));
  }
  text += "\n\nstatements, and why they are one";
  for (const Json& said : task["records"]) {
    text += fmt::format("\n  {} {} {} {} {}\n    {}\n    {} {} {}", Cell(said, "id"), Cell(said, "said"),
                        Cell(said, "what"), Cell(said, "due"), Cell(said, "source"), Cell(said, "action"),
                        Cell(said, "rule"), Cell(said, "strength"), Cell(said, "evidence"));
  }
  return text;
}

}  // namespace

bool IsTaskId(const std::string& id) { return id.starts_with("task-"); }

Result<std::string> EntityJson(const Database& db, const std::string& id) {
  Result<Json> whole = Whole(db, id);
  if (!whole) return tl::unexpected(whole.error());
  return whole->dump();
}

Result<std::string> EntityText(const Database& db, const std::string& id) {
  Result<Json> whole = Whole(db, id);
  if (!whole) return tl::unexpected(whole.error());
  if (IsTaskId(id)) return TaskText(*whole);
  const Json& entity = *whole;
  std::string text = fmt::format("{} {}\n{}", Cell(entity, "type"), id, Cell(entity, "name"));
  for (const char* name : {"name_en", "name_ru"}) {
    if (!entity[name].is_null()) text += " · " + Cell(entity, name);
  }
  for (const char* name : {"kind", "place", "place_name", "valid_from", "valid_to"}) {
    if (!entity[name].is_null()) text += fmt::format("\n{}: {}", name, Cell(entity, name));
  }
  text += "\n\nforms, and why they are one";
  for (const Json& form : entity["forms"]) {
    text += fmt::format("\n  {}\n    {} {} {}", Cell(form, "form"), Cell(form, "rule"),
                        Cell(form, "strength"), Cell(form, "evidence"));
  }
  if (!entity["tenure"].empty()) text += "\n\nposts, as dated articles show them";
  for (const Json& post : entity["tenure"]) {
    text += fmt::format("\n  {} {}: {} … {}", Cell(post, "role"), Cell(post, "body_name"),
                        Cell(post, "first_seen"), Cell(post, "last_seen"));
    for (const char* name : {"appointed", "relieved", "over_by"}) {
      if (!post[name].is_null()) text += fmt::format(", {} {}", name, Cell(post, name));
    }
  }
  text += "\n\nrecords";
  for (const Json& use : entity["records"]) {
    text += fmt::format("\n  {} {} {} {}\n    {} {} {}", Cell(use, "id"), Cell(use, "published"),
                        Cell(use, "name"), Cell(use, "source"), Cell(use, "rule"), Cell(use, "strength"),
                        Cell(use, "evidence"));
  }
  return text;
}

Result<CorrectionDraft> DraftMerge(const Database& db, const std::vector<std::string>& entities) {
  CorrectionDraft draft;
  Json old = Json::object();
  std::string type;
  for (const std::string& id : entities) {
    Result<Json> whole = Whole(db, id);
    if (!whole) return tl::unexpected(whole.error());
    const std::string of = (*whole)["type"].get<std::string>();
    if (!type.empty() && of != type)
      return Fail("usage", type + " and " + of + " are two kinds of things, and cannot be one");
    type = of;
    const std::vector<std::string> forms =
        IsTaskId(id) ? Texts((*whole)["records"], "id") : Texts((*whole)["forms"], "form");
    old[id] = forms;
    draft.subjects.insert(draft.subjects.end(), forms.begin(), forms.end());
  }
  draft.old = old.dump();
  return draft;
}

Result<CorrectionDraft> DraftSplit(const Database& db, const std::string& entity,
                                   const std::vector<std::string>& records,
                                   const std::vector<std::string>& forms) {
  Result<Json> whole = Whole(db, entity);
  if (!whole) return tl::unexpected(whole.error());
  if (records.empty() && forms.empty())
    return Fail("usage", "name what is to be split off with --record or --form");
  const std::vector<std::string> known_records = Texts((*whole)["records"], "id"),
                                 known_forms =
                                     IsTaskId(entity) ? known_records : Texts((*whole)["forms"], "form");
  if (IsTaskId(entity) && !forms.empty()) return Fail("usage", "a task has records and no forms");
  CorrectionDraft draft;
  for (const std::string& form : forms) {
    if (std::find(known_forms.begin(), known_forms.end(), form) == known_forms.end())
      return Fail("usage", entity + " has no form " + form);
    draft.subjects.push_back(form);
  }
  for (const std::string& record : records) {
    if (std::find(known_records.begin(), known_records.end(), record) == known_records.end())
      return Fail("usage", entity + " has no record " + record);
    draft.subjects.push_back(record);
  }
  if (forms.size() == known_forms.size() ||
      (IsTaskId(entity) &&
       std::all_of(known_records.begin(), known_records.end(), [&](const std::string& one) {
         return std::find(records.begin(), records.end(), one) != records.end();
       })))
    return Fail("usage", std::string("these are all the ") + (IsTaskId(entity) ? "records" : "forms") +
                             " of " + entity + "; nothing would be left");
  draft.old = Json({{entity, known_forms}}).dump();
  return draft;
}

Result<CorrectionDraft> DraftWrong(const Database& db, const std::vector<std::string>& records) {
  CorrectionDraft draft;
  Json old = Json::object();
  for (const std::string& id : records) {
    Result<Json> found = Rows(db, "SELECT r.kind, r.quote FROM record r WHERE r.id = ?1", id);
    if (!found) return tl::unexpected(found.error());
    if (found->empty()) return Fail("not_found", "\"" + id + "\" is no record of this database");
    old[id] = found->front();
    draft.subjects.push_back(id);
  }
  draft.old = old.dump();
  return draft;
}

}  // namespace acta
