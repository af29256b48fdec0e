// Corrections, in rows: a copy of their file, and what a change of the file touches.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/resolve/cluster.h"
#include "pipeline/resolve/entity_rows.h"
#include "schemas/identity.h"

namespace acta {
namespace {

bool IsPrefix(const std::vector<Correction>& lines, const std::vector<Correction>& of) {
  return lines.size() <= of.size() && std::equal(lines.begin(), lines.end(), of.begin());
}

// Those that hold by one file and not by the other; both begin with the same lines.
std::vector<const Correction*> Changed(const Corrections& before, const Corrections& now) {
  std::map<int64_t, const Correction*> changed;
  for (const Correction* correction : now.InForce()) changed[correction->n] = correction;
  for (const Correction* correction : before.InForce()) {
    if (!changed.erase(correction->n)) changed[correction->n] = correction;
  }
  std::vector<const Correction*> all;
  for (const auto& [n, correction] : changed) all.push_back(correction);
  return all;
}

}  // namespace

Result<Corrections> EntityRows::KnownCorrections() {
  std::vector<Correction> known;
  Result<void> read = Select("SELECT n, what, at, who, why, subjects, old FROM correction ORDER BY n",
                             [&](const Statement& row) {
                               const auto subjects = nlohmann::json::parse(row.Text(5), nullptr, false);
                               Correction correction{row.Int(0),
                                                     std::string(row.Text(1)),
                                                     std::string(row.Text(2)),
                                                     std::string(row.Text(3)),
                                                     std::string(row.Text(4)),
                                                     {},
                                                     std::string(row.Text(6))};
                               if (subjects.is_array())
                                 correction.subjects = subjects.get<std::vector<std::string>>();
                               known.push_back(std::move(correction));
                             });
  if (!read) return tl::unexpected(read.error());
  return Corrections::Of(std::move(known));
}

Result<void> EntityRows::TakeCorrections(bool again) {
  Result<Corrections> known = KnownCorrections();
  if (!known) return tl::unexpected(known.error());
  ReadTies();
  if (!again && known->all() == corrections_.all()) return {};
  if (again || !IsPrefix(known->all(), corrections_.all())) {
    // Another file, or one that was edited: everything is told anew.
    Result<void> empty = db_.Execute(
        "DELETE FROM task_statement; DELETE FROM task; DELETE FROM entity_use; DELETE FROM entity_form; "
        "DELETE FROM entity; DELETE FROM story_article; DELETE FROM story; DELETE FROM story_key");
    if (!empty) return empty;
  } else {
    for (const Correction* correction : Changed(*known, corrections_)) {
      if (Result<void> touched = Touch(*correction); !touched) return touched;
    }
  }
  return WriteCorrections();
}

// What was told by the correction, or would be told without it, is to be told anew.
Result<void> EntityRows::Touch(const Correction& correction) {
  for (const std::string& subject : correction.subjects) {
    Result<void> done;
    if (IsRecordId(subject)) {
      Result<std::set<int64_t>> statements = StatementsCalled(subject);
      if (!statements) return tl::unexpected(statements.error());
      for (int64_t key : *statements) {
        Result<const Heard*> heard = StatementOf(key);
        if (!heard) return tl::unexpected(heard.error());
        if (*heard) touched_tasks_.insert((*heard)->task);
      }
    }
    if (!IsRecordId(subject)) {
      for (const std::string& block : TiedBlocks(BlockOfForm(subject))) {
        touched_blocks_.insert(block);
        if (done) done = TouchTasksFor(block);
      }
    } else if (correction.what == "split") {
      done = Do(
          "UPDATE story_article SET tables = '' WHERE article IN (SELECT article FROM record WHERE id = ?1)",
          subject);
    }
    if (!done) return done;
  }
  return {};
}

// A task names the entities that have to do it.
Result<void> EntityRows::TouchTasksFor(const std::string& block) {
  return Select(
      "SELECT DISTINCT s.task FROM entity_form f JOIN task_statement s ON EXISTS (SELECT 1 FROM "
      "json_each(s.assignees) a WHERE a.value = f.form) WHERE f.block = ?1",
      [&](const Statement& row) { touched_tasks_.insert(row.Int(0)); }, block);
}

Result<void> EntityRows::WriteCorrections() {
  Result<void> done = db_.Execute("DELETE FROM wrong_record; DELETE FROM correction");
  for (const Correction& correction : corrections_.all()) {
    if (!done) return done;
    done = Do(
        "INSERT INTO correction (n, what, at, who, why, subjects, old) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        correction.n, correction.what, correction.at, correction.who, correction.why,
        nlohmann::json(correction.subjects).dump(), correction.old);
  }
  for (const Correction* correction : corrections_.InForce()) {
    if (correction->what != "wrong") continue;
    for (const std::string& record : correction->subjects) {
      if (!done) return done;
      done = Do("INSERT OR IGNORE INTO wrong_record (id, correction) VALUES (?1, ?2)", record, correction->n);
    }
  }
  return done;
}

// A merge ties the blocks of its forms. The block of a form is what its key says, so it is known before the form is.
void EntityRows::ReadTies() {
  for (const Correction* correction : corrections_.InForce()) {
    if (correction->what == "wrong") continue;
    std::set<std::string> blocks;
    for (const std::string& subject : correction->subjects) {
      if (!IsRecordId(subject)) blocks.insert(BlockOfForm(subject));
    }
    corrected_.insert(blocks.begin(), blocks.end());
    if (correction->what != "merge") continue;
    for (const std::string& block : blocks) tied_[block].insert(blocks.begin(), blocks.end());
  }
}

std::set<std::string> EntityRows::TiedBlocks(const std::string& block) {
  std::set<std::string> all = {block};
  std::vector<std::string> next = {block};
  while (!next.empty()) {
    const auto tied = tied_.find(next.back());
    next.pop_back();
    if (tied == tied_.end()) continue;
    for (const std::string& other : tied->second) {
      if (all.insert(other).second) next.push_back(other);
    }
  }
  return all;
}

}  // namespace acta
