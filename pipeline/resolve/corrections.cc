#include "pipeline/resolve/corrections.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "pipeline/resolve/story_resolution.h"
#include "schemas/identity.h"

namespace acta {
namespace {

constexpr std::string_view kLone = "|#";

bool IsKnown(const std::string& what) {
  return what == "merge" || what == "split" || what == "wrong" || what == "undo";
}

// nullopt when the line is no correction.
std::optional<Correction> ParseLine(const std::string& line) {
  const auto json = nlohmann::json::parse(line, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  Correction correction;
  for (auto [key, value] : {std::pair<const char*, std::string*>{"what", &correction.what},
                            {"at", &correction.at},
                            {"who", &correction.who},
                            {"why", &correction.why}}) {
    if (!json.contains(key) || !json[key].is_string()) return std::nullopt;
    *value = json[key].get<std::string>();
  }
  if (!IsKnown(correction.what) || !json.contains("subjects") || !json["subjects"].is_array())
    return std::nullopt;
  for (const auto& subject : json["subjects"]) {
    if (!subject.is_string()) return std::nullopt;
    correction.subjects.push_back(subject.get<std::string>());
  }
  correction.old = json.contains("old") ? json["old"].dump() : "{}";
  if (correction.subjects.empty()) return std::nullopt;
  return correction;
}

// Takes the forms out of wherever they are; each with its reason.
Entity TakeOut(std::vector<Entity>& entities, const std::vector<std::string>& forms, const Reason& reason) {
  Entity taken;
  for (Entity& entity : entities) {
    for (size_t n = 0; n < entity.forms.size();) {
      if (std::find(forms.begin(), forms.end(), entity.forms[n].key) == forms.end()) {
        ++n;
        continue;
      }
      taken.type = entity.type;
      taken.forms.push_back(entity.forms[n]);
      taken.reasons.push_back(reason);
      entity.forms.erase(entity.forms.begin() + static_cast<std::ptrdiff_t>(n));
      entity.reasons.erase(entity.reasons.begin() + static_cast<std::ptrdiff_t>(n));
    }
  }
  std::erase_if(entities, [](const Entity& entity) { return entity.forms.empty(); });
  return taken;
}

void Merge(std::vector<Entity>& entities, const std::vector<std::string>& forms, const Reason& reason) {
  Entity* into = nullptr;
  for (Entity& entity : entities) {
    const bool named = std::any_of(entity.forms.begin(), entity.forms.end(), [&](const Form& form) {
      return std::find(forms.begin(), forms.end(), form.key) != forms.end();
    });
    if (!named) continue;
    if (!into) {
      into = &entity;
      continue;
    }
    for (Form& form : entity.forms) {
      into->forms.push_back(std::move(form));
      into->reasons.push_back(reason);
    }
    entity.forms.clear();
  }
  std::erase_if(entities, [](const Entity& entity) { return entity.forms.empty(); });
}

}  // namespace

Result<Corrections> Corrections::Load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream lines;
  if (in) lines << in.rdbuf();
  return Parse(lines.str(), path);
}

Result<Corrections> Corrections::Parse(std::string_view lines, const std::string& name) {
  Corrections corrections;
  std::istringstream in{std::string(lines)};
  std::string line;
  for (int64_t n = 1; std::getline(in, line); ++n) {
    std::optional<Correction> correction = ParseLine(line);
    if (!correction) {
      return Fail("corrections",
                  name + ":" + std::to_string(n) + ": not a correction; see docs/resolution.md\n" + line);
    }
    correction->n = n;
    corrections.all_.push_back(std::move(*correction));
  }
  return corrections;
}

Corrections Corrections::Of(std::vector<Correction> lines) {
  Corrections corrections;
  corrections.all_ = std::move(lines);
  return corrections;
}

std::vector<const Correction*> Corrections::InForce() const {
  const std::set<std::string> undone = Undone();
  std::vector<const Correction*> in_force;
  for (const Correction& correction : all_) {
    if (correction.what != "undo" && !undone.contains(std::to_string(correction.n)))
      in_force.push_back(&correction);
  }
  return in_force;
}

bool Corrections::Holds(int64_t line) const {
  return line >= 1 && line <= static_cast<int64_t>(all_.size()) && !Undone().contains(std::to_string(line));
}

// Numbers of the lines that are taken back.
std::set<std::string> Corrections::Undone() const {
  std::set<std::string> undone;
  for (auto correction = all_.rbegin(); correction != all_.rend(); ++correction) {
    // An undo that is itself undone has no effect; it stands below what it undoes.
    if (correction->what != "undo" || undone.contains(std::to_string(correction->n))) continue;
    undone.insert(correction->subjects.begin(), correction->subjects.end());
  }
  return undone;
}

std::set<std::string> Corrections::WrongRecords() const {
  std::set<std::string> records;
  for (const Correction* correction : InForce()) {
    if (correction->what == "wrong") records.insert(correction->subjects.begin(), correction->subjects.end());
  }
  return records;
}

std::set<std::string> Corrections::LoneRecords() const {
  std::set<std::string> records;
  for (const Correction* correction : InForce()) {
    if (correction->what != "split") continue;
    for (const std::string& subject : correction->subjects) {
      if (IsRecordId(subject)) records.insert(subject);
    }
  }
  return records;
}

std::set<std::string> Corrections::Forms() const {
  std::set<std::string> forms;
  for (const Correction* correction : InForce()) {
    if (correction->what == "wrong") continue;
    for (const std::string& subject : correction->subjects) {
      if (!IsRecordId(subject)) forms.insert(subject);
    }
  }
  return forms;
}

void Corrections::Apply(std::vector<Entity>& entities) const {
  for (const Correction* correction : InForce()) {
    const Reason reason{"correction", 1, correction->who + ": " + correction->why};
    if (correction->what == "merge") Merge(entities, correction->subjects, reason);
    if (correction->what != "split") continue;
    Entity taken = TakeOut(entities, correction->subjects, reason);
    if (!taken.forms.empty()) entities.push_back(std::move(taken));
  }
  for (Entity& entity : entities) {
    const auto first = std::min_element(entity.forms.begin(), entity.forms.end(),
                                        [](const Form& a, const Form& b) { return a.key < b.key; });
    entity.id = DerivedId(ToString(entity.type), first->key);
  }
}

std::string CorrectionLine(const Correction& correction) {
  const auto old = nlohmann::json::parse(correction.old, nullptr, false);
  const nlohmann::ordered_json line = {
      {"what", correction.what},         {"at", correction.at},
      {"who", correction.who},           {"why", correction.why},
      {"subjects", correction.subjects}, {"old", old.is_discarded() ? nlohmann::json::object() : old}};
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<void> Append(const std::string& path, const Correction& correction) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (file < 0) return Fail("corrections", path + ": cannot be written");
  const std::string line = CorrectionLine(correction) + "\n";
  const bool written =
      write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && fsync(file) == 0;
  close(file);
  if (!written)
    return Fail("corrections", path + ": the correction was not written whole; look at its last line");
  return {};
}

std::string LoneForm(const std::string& form, const std::string& record) {
  return form + std::string(kLone) + record;
}
bool IsLoneForm(const std::string& form) { return form.find(kLone) != std::string::npos; }

}  // namespace acta
