// What people decided against the rules: an append-only file of JSON lines, reviewed like code.
//
//   Result<Corrections> corrections = Corrections::Load("acta.db.corrections.jsonl");   // no file: none
//   Correction merge{0, "merge", "2026-03-01T09:00:00Z", "lan", "same person, see the decision of 2025", {form, form}, old};
//   Append(path, merge);
//
// A line is never changed and never taken out; "undo" takes back the effect of an earlier one. Lines name forms and
// records, which derive from the articles, so they hold after everything is read again, and in another database.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "pipeline/resolve/links.h"
#include "pipeline/text/result.h"

namespace acta {

struct Correction {
  int64_t n = 0;     // line of the file, from 1
  std::string what;  // merge: forms are one entity, or records say one task
                     // split: forms or records are an entity, or say a task, of their own
                     // wrong: records are wrong · undo: the line of that number holds no longer
  std::string at, who, why;
  std::vector<std::string> subjects;  // keys of forms, ids of records, or the number of a line
  std::string old;                    // what held before, a JSON object

  friend bool operator==(const Correction&, const Correction&) = default;
};

class Corrections {
 public:
  // Fails with "corrections" and the line when one cannot be read.
  static Result<Corrections> Load(const std::string& path);
  static Result<Corrections> Parse(std::string_view lines, const std::string& name);

  static Corrections Of(std::vector<Correction> lines);

  const std::vector<Correction>& all() const { return all_; }
  std::vector<const Correction*> InForce() const;  // without those that are undone, and without undos

  bool Holds(int64_t line) const;  // it is there, and no line below takes it back

  std::set<std::string> WrongRecords() const;
  // Records that are taken out of the form that the rules gave them.
  std::set<std::string> LoneRecords() const;
  // Every form that a merge or a split names.
  std::set<std::string> Forms() const;

  // Entities as the rules made them to entities as people want them. `entities` must hold all forms of every merge
  // that names one of theirs.
  void Apply(std::vector<Entity>& entities) const;

 private:
  std::set<std::string> Undone() const;

  std::vector<Correction> all_;
};

std::string CorrectionLine(const Correction& correction);

// Adds the line and makes sure that it is on the disk.
Result<void> Append(const std::string& path, const Correction& correction);

// The key of the form that a record has by itself, once it is split off `form`.
std::string LoneForm(const std::string& form, const std::string& record);
bool IsLoneForm(const std::string& form);

}  // namespace acta
