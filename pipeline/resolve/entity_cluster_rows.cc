// Forms to entities, in rows.
#include <algorithm>

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

Result<void> EntityRows::ClusterTouched() {
  const std::set<std::string> anew = std::move(touched_blocks_);
  touched_blocks_.clear();
  std::set<std::string> blocks = anew;
  for (int64_t form : touched_) {
    if (Result<void> fresh = RefreshForm(form, blocks); !fresh) return fresh;
  }
  touched_.clear();
  std::set<std::string> done;
  for (const std::string& block : blocks) {
    if (done.contains(block)) continue;
    const std::set<std::string> tied = TiedBlocks(block);
    const bool whole =
        std::any_of(tied.begin(), tied.end(), [&](const std::string& one) { return anew.contains(one); });
    if (Result<void> clustered = Cluster(tied, whole); !clustered) return clustered;
    done.insert(tied.begin(), tied.end());
  }
  for (int64_t entity : left_) {
    Result<void> gone =
        Do("DELETE FROM entity WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM entity_form WHERE entity = ?1)",
           entity);
    if (!gone) return gone;
  }
  left_.clear();
  refreshed_.clear();
  shrunk_.clear();
  return GroupTouchedTasks();
}

// Of the uses of the form as they are now; nothing when it has none.
Result<std::optional<EntityRows::Shown>> EntityRows::ShownNow(int64_t form) {
  std::optional<Shown> now;
  Result<void> done = Select(
      "SELECT u.name, coalesce(b.kind, d.kind, ''), coalesce(a.language, '') FROM entity_use u "
      "JOIN article a ON a.key = u.article LEFT JOIN agency b ON b.record = u.record "
      "LEFT JOIN resolution d ON d.record = u.record WHERE u.form = ?1 "
      "ORDER BY u.authority, u.name, u.record LIMIT 1",
      [&](const Statement& row) {
        now = Shown{std::string(row.Text(0)), "", "", std::string(row.Text(1)), std::string(row.Text(2))};
      },
      form);
  if (!done) return tl::unexpected(done.error());
  if (!now) return now;
  for (auto [authority, name] : {std::pair{int64_t{1}, &now->name_en}, {int64_t{2}, &now->name_ru}}) {
    done = Select(
        "SELECT name FROM entity_use WHERE form = ?1 AND authority = ?2 ORDER BY name LIMIT 1",
        [&, name = name](const Statement& row) { *name = row.Text(0); }, form, authority);
    if (!done) return tl::unexpected(done.error());
  }
  return now;
}

// What a form shows follows from its uses as they are now. A form without a use goes. Its block is made anew when
// anything of this changed.
Result<void> EntityRows::RefreshForm(int64_t form, std::set<std::string>& blocks) {
  std::optional<Shown> before;
  std::string block, type;
  int64_t entity = 0;
  bool ruled = false;
  Result<void> done = Select(
      "SELECT block, entity, name, coalesce(name_en, ''), coalesce(name_ru, ''), kind, language, rule <> '', "
      "type FROM entity_form WHERE key = ?1",
      [&](const Statement& row) {
        block = row.Text(0);
        entity = row.Int(1);
        before = Shown{std::string(row.Text(2)), std::string(row.Text(3)), std::string(row.Text(4)),
                       std::string(row.Text(5)), std::string(row.Text(6))};
        ruled = row.Int(7) != 0;
        type = row.Text(8);
      },
      form);
  if (!done || !before) return done;
  Result<std::optional<Shown>> uses = ShownNow(form);
  if (!uses) return tl::unexpected(uses.error());
  if (!*uses) {
    blocks.insert(block);
    left_.insert(entity);
    shrunk_.insert(entity);
    return Do("DELETE FROM entity_form WHERE key = ?1", form);
  }
  Shown now = std::move(**uses);
  // The language of a person's form is part of what it is; of others, of what it shows.
  if (type == "official" && !before->language.empty()) now.language = before->language;
  if (ruled && now == *before) return {};
  blocks.insert(block);
  refreshed_.insert(form);
  return Do(
      "UPDATE entity_form SET name = ?2, name_en = nullif(?3, ''), name_ru = nullif(?4, ''), kind = ?5, "
      "language = ?6 WHERE key = ?1",
      form, now.name, now.name_en, now.name_ru, now.kind, now.language);
}

Result<std::vector<Form>> EntityRows::FormsOf(const std::string& block,
                                              std::map<std::string, Meaning>& known) {
  std::vector<Form> forms;
  Result<void> read = Select(
      "SELECT form, type, language, name, kind, scope, part, coalesce(name_en, ''), coalesce(name_ru, ''), "
      "entity, rule, strength, evidence FROM entity_form WHERE block = ?1 ORDER BY form",
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
        known[form.key] = {
            row.Int(9), 0, {std::string(row.Text(10)), row.Real(11), std::string(row.Text(12))}};
        forms.push_back(std::move(form));
      },
      block);
  if (!read) return tl::unexpected(read.error());
  return forms;
}

// Most forms of a block mean what they meant before: only what changed is written.
Result<void> EntityRows::Cluster(const std::set<std::string>& blocks, bool whole) {
  std::vector<Entity> entities;
  std::map<std::string, Meaning> known;
  for (const std::string& block : blocks) {
    Result<std::vector<Form>> forms = FormsOf(block, known);
    if (!forms) return tl::unexpected(forms.error());
    effort_.forms += static_cast<int64_t>(forms->size());
    for (Entity& entity : ClusterForms(std::move(*forms), world_)) entities.push_back(std::move(entity));
  }
  // Corrections are few: most blocks have none.
  const bool corrected = std::any_of(blocks.begin(), blocks.end(),
                                     [&](const std::string& block) { return corrected_.contains(block); });
  if (corrected) corrections_.Apply(entities);
  std::map<int64_t, size_t> sizes;
  for (const auto& [form, meaning] : known) ++sizes[meaning.entity];
  for (auto& [form, meaning] : known) meaning.forms = sizes[meaning.entity];
  for (const auto& [entity, forms] : sizes) left_.insert(entity);
  for (const Entity& entity : entities) {
    if (whole || !IsAsBefore(entity, known)) {
      if (Result<void> written = WriteEntity(entity, known); !written) return written;
    }
    left_.erase(ContentKey(entity.id));
  }
  return {};
}

bool EntityRows::IsAsBefore(const Entity& entity, const std::map<std::string, Meaning>& known) const {
  const int64_t key = ContentKey(entity.id);
  if (shrunk_.contains(key)) return false;
  for (size_t n = 0; n < entity.forms.size(); ++n) {
    const auto before = known.find(entity.forms[n].key);
    if (before == known.end() || before->second.entity != key ||
        before->second.forms != entity.forms.size() || before->second.reason != entity.reasons[n] ||
        refreshed_.contains(ContentKey(entity.forms[n].key)))
      return false;
  }
  return true;
}

Result<void> EntityRows::WriteEntity(const Entity& entity, const std::map<std::string, Meaning>& known) {
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
      "(?1, ?2, ?3, ?4, nullif(?5, ''), nullif(?6, ''), nullif(?7, ''), nullif(?8, ''), nullif(?9, ''), "
      "nullif(?10, '')) ON CONFLICT (key) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, "
      "name_ru = excluded.name_ru, kind = excluded.kind, place = excluded.place, "
      "valid_from = excluded.valid_from, valid_to = excluded.valid_to "
      "WHERE (name, name_en, name_ru, kind, place, valid_from, valid_to) IS NOT (excluded.name, "
      "excluded.name_en, excluded.name_ru, excluded.kind, excluded.place, excluded.valid_from, "
      "excluded.valid_to)",
      key, entity.id, std::string(ToString(entity.type)), name, english, russian, head.kind, place, from, to);
  for (size_t n = 0; n < entity.forms.size(); ++n) {
    if (!done) return done;
    const Reason& reason = entity.reasons[n];
    const auto before = known.find(entity.forms[n].key);
    if (before != known.end() && before->second.entity == key && before->second.reason == reason) continue;
    done = Do("UPDATE entity_form SET entity = ?2, rule = ?3, strength = ?4, evidence = ?5 WHERE key = ?1",
              ContentKey(entity.forms[n].key), key, reason.rule, reason.strength, reason.evidence);
  }
  return done;
}

}  // namespace acta
