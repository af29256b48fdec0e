// Forms to entities, in rows; and corrections.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/resolve/cluster.h"
#include "pipeline/resolve/entity_rows.h"
#include "pipeline/resolve/succession.h"
#include "schemas/identity.h"

namespace acta {
namespace {

EntityType TypeOf(std::string_view word) {
  const auto* found = std::find(std::begin(kEntityTypes), std::end(kEntityTypes), word);
  return static_cast<EntityType>(found - std::begin(kEntityTypes));
}

}  // namespace

Result<void> EntityRows::TakeCorrections(bool again) {
  std::vector<std::string> known, now;
  Result<void> done = Select("SELECT what, at, who, why, subjects, old FROM correction ORDER BY n",
                             [&](const Statement& row) {
                               std::string line;
                               for (int column = 0; column < 6; ++column)
                                 line += std::string(row.Text(column)) + "\x1f";
                               known.push_back(line);
                             });
  for (const Correction& correction : corrections_.all()) {
    now.push_back(correction.what + "\x1f" + correction.at + "\x1f" + correction.who + "\x1f" +
                  correction.why + "\x1f" + nlohmann::json(correction.subjects).dump() + "\x1f" +
                  correction.old + "\x1f");
  }
  if (done && (again || known != now)) {
    // What a correction changes can lie anywhere, so everything is told anew; corrections are few and rare.
    done = db_.Execute(
        "DELETE FROM task_statement; DELETE FROM task; DELETE FROM entity_use; DELETE FROM entity_form; "
        "DELETE FROM entity; DELETE FROM story_article; DELETE FROM story; DELETE FROM story_key; "
        "DELETE FROM wrong_record; DELETE FROM correction");
  }
  if (!done || (!again && known == now)) return done ? ReadTies() : done;
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
      if (done)
        done =
            Do("INSERT OR IGNORE INTO wrong_record (id, correction) VALUES (?1, ?2)", record, correction->n);
    }
  }
  return done ? ReadTies() : done;
}

// A merge ties the blocks of its forms. The block of a form is what its key says, so it is known before the form is.
Result<void> EntityRows::ReadTies() {
  for (const Correction* correction : corrections_.InForce()) {
    if (correction->what != "merge") continue;
    std::set<std::string> blocks;
    for (const std::string& form : correction->subjects) blocks.insert(BlockOfForm(form));
    for (const std::string& block : blocks) tied_[block].insert(blocks.begin(), blocks.end());
  }
  return {};
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

Result<void> EntityRows::ClusterTouched() {
  std::set<std::string> blocks;
  for (int64_t form : touched_) {
    if (Result<void> fresh = RefreshForm(form, blocks); !fresh) return fresh;
  }
  touched_.clear();
  std::set<std::string> done;
  for (const std::string& block : blocks) {
    if (done.contains(block)) continue;
    const std::set<std::string> tied = TiedBlocks(block);
    if (Result<void> clustered = Cluster(tied); !clustered) return clustered;
    done.insert(tied.begin(), tied.end());
  }
  for (int64_t entity : left_) {
    Result<void> gone =
        Do("DELETE FROM entity WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM entity_form WHERE entity = ?1)",
           entity);
    if (!gone) return gone;
  }
  left_.clear();
  return GroupTouchedTasks();
}

// What a form shows follows from its uses as they are now. A form without a use goes. Its block is made anew when
// anything of this changed.
Result<void> EntityRows::RefreshForm(int64_t form, std::set<std::string>& blocks) {
  bool there = false;
  std::string block, before, own_language, now[4];
  int64_t entity = 0;
  Result<void> done = Select(
      "SELECT block, entity, name || char(31) || coalesce(name_en, '') || char(31) || coalesce(name_ru, '') "
      "|| char(31) || kind || char(31) || language || char(31) || (rule <> ''), type, language FROM "
      "entity_form WHERE key = ?1",
      [&](const Statement& row) {
        there = true;
        block = row.Text(0);
        entity = row.Int(1);
        before = row.Text(2);
        // The language of a person's form is part of what it is; of others, of what it shows.
        if (row.Text(3) == "official") own_language = row.Text(4);
      },
      form);
  if (!done || !there) return done;
  bool used = false;
  std::string language;
  done = Select(
      "SELECT u.name, coalesce(a.kind, d.kind, ''), u.authority FROM entity_use u LEFT JOIN agency a ON "
      "a.record = "
      "u.record "
      "LEFT JOIN resolution d ON d.record = u.record WHERE u.form = ?1 ORDER BY u.authority, u.name, "
      "u.record LIMIT 1",
      [&](const Statement& row) {
        used = true;
        now[0] = row.Text(0);
        now[3] = row.Text(1);
        language = row.Int(2) == 0 ? "vi" : row.Int(2) == 1 ? "en" : "ru";
      },
      form);
  if (!done) return done;
  if (!used) {
    blocks.insert(block);
    left_.insert(entity);
    return Do("DELETE FROM entity_form WHERE key = ?1", form);
  }
  if (!own_language.empty()) language = own_language;
  for (int64_t authority : {1, 2}) {
    done = Select(
        "SELECT name FROM entity_use WHERE form = ?1 AND authority = ?2 ORDER BY name LIMIT 1",
        [&](const Statement& row) { now[authority] = row.Text(0); }, form, authority);
    if (!done) return done;
  }
  if (before ==
      now[0] + "\x1f" + now[1] + "\x1f" + now[2] + "\x1f" + now[3] + "\x1f" + language + "\x1f" + "1")
    return {};
  blocks.insert(block);
  return Do(
      "UPDATE entity_form SET name = ?2, name_en = nullif(?3, ''), name_ru = nullif(?4, ''), kind = ?5, "
      "language = ?6 WHERE key = ?1",
      form, now[0], now[1], now[2], now[3], language);
}

Result<void> EntityRows::Cluster(const std::set<std::string>& blocks) {
  std::vector<Entity> entities;
  for (const std::string& block : blocks) {
    std::vector<Form> forms;
    Result<void> read = Select(
        "SELECT form, type, language, name, kind, scope, part, coalesce(name_en, ''), coalesce(name_ru, ''), "
        "entity "
        "FROM entity_form WHERE block = ?1 ORDER BY form",
        [&](const Statement& row) {
          Form form;
          form.key = row.Text(0);
          form.type = TypeOf(row.Text(1));
          form.block = block;
          form.language = row.Text(2);
          form.name = row.Text(3);
          form.kind = row.Text(4);
          form.scope = row.Text(5);
          form.part = row.Text(6);
          form.name_en = row.Text(7);
          form.name_ru = row.Text(8);
          left_.insert(row.Int(9));
          forms.push_back(std::move(form));
        },
        block);
    if (!read) return read;
    for (Entity& entity : ClusterForms(std::move(forms), world_)) entities.push_back(std::move(entity));
  }
  corrections_.Apply(entities);
  for (const Entity& entity : entities) {
    if (Result<void> written = WriteEntity(entity); !written) return written;
  }
  return {};
}

Result<void> EntityRows::WriteEntity(const Entity& entity) {
  const int64_t key = ContentKey(entity.id);
  const Form& head = entity.forms.front();
  std::string name = head.name, english, russian, from, to;
  for (const Form& form : entity.forms) {
    if (english.empty()) english = form.name_en;
    if (russian.empty()) russian = form.name_ru;
  }
  if (const Body* body = head.type == EntityType::kAgency ? world_.bodies.Get(head.part) : nullptr) {
    if (!body->vi.empty()) name = body->vi;
    if (!body->en.empty()) english = body->en;
    if (!body->ru.empty()) russian = body->ru;
    const Validity validity = ValidityOf(head, world_);
    from = validity.from ? ToIso(*validity.from) : "";
    to = validity.to ? ToIso(*validity.to) : "";
  }
  const std::string place = head.scope.find('?') == std::string::npos ? head.scope : "";
  Result<void> done = Do(
      "INSERT INTO entity (key, id, type, name, name_en, name_ru, kind, place, valid_from, valid_to) VALUES "
      "(?1, ?2, ?3, ?4, "
      "nullif(?5, ''), nullif(?6, ''), nullif(?7, ''), nullif(?8, ''), nullif(?9, ''), nullif(?10, '')) ON "
      "CONFLICT (key) DO "
      "UPDATE SET name = excluded.name, name_en = excluded.name_en, name_ru = excluded.name_ru, kind = "
      "excluded.kind, "
      "place = excluded.place, valid_from = excluded.valid_from, valid_to = excluded.valid_to",
      key, entity.id, std::string(ToString(entity.type)), name, english, russian, head.kind, place, from, to);
  for (size_t n = 0; n < entity.forms.size(); ++n) {
    if (!done) return done;
    const Reason& reason = entity.reasons[n];
    done = Do("UPDATE entity_form SET entity = ?2, rule = ?3, strength = ?4, evidence = ?5 WHERE key = ?1",
              ContentKey(entity.forms[n].key), key, reason.rule, reason.strength, reason.evidence);
  }
  return done;
}

}  // namespace acta
