#include "pipeline/resolve/entity_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "pipeline/resolve/story.h"
#include "pipeline/store/keys.h"
#include "pipeline/store/record_read.h"
#include "schemas/identity.h"

namespace acta {
namespace {

constexpr int64_t kNoDay = -1000000;  // as in story_key.day

int64_t DayOf(std::optional<Date> day) { return day ? ToDays(*day) : kNoDay; }

// The week first, so that the keys of a time lie together, however many there are of other times.
std::string WordOf(int64_t week, const std::string& key) { return fmt::format("{} {}", week, key); }

int64_t WeekOf(int64_t day) { return day / 7 - (day % 7 < 0); }

// Account::article of a row of the table: keys of one length sort as texts like numbers.
std::string NameOf(int64_t article) { return fmt::format("{:019}", article); }

}  // namespace

EntityRows::EntityRows(const Database& db, const World& world, const Corrections& corrections)
    : db_(db), world_(world), corrections_(corrections), lone_(corrections.LoneRecords()) {
  for (const Correction* correction : corrections.InForce()) {
    if (correction->what != "merge" && correction->what != "split") continue;
    StatementDecision decision{
        correction->what == "merge", {}, {"correction", 1, correction->who + ": " + correction->why}};
    for (const std::string& subject : correction->subjects) {
      if (IsRecordId(subject)) decision.records.push_back(subject);
    }
    if (!decision.records.empty()) decisions_.push_back(std::move(decision));
  }
}

Result<Statement*> EntityRows::Ready(const char* sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    Result<Statement> prepared = db_.Prepare(sql);
    if (!prepared) return tl::unexpected(prepared.error());
    found = statements_.emplace(sql, std::move(*prepared)).first;
  }
  ++effort_.rows;
  found->second.Reset();
  return &found->second;
}

Result<std::vector<int64_t>> EntityRows::Pending(const std::string& version) const {
  // Each read as it lies on the disk: a join would look up every article.
  Result<std::vector<int64_t>> all = Keys("SELECT key FROM article INDEXED BY article_by_text", "");
  if (!all) return all;
  Result<std::vector<int64_t>> resolved =
      Keys("SELECT article FROM story_article WHERE tables = ?1", version);
  if (!resolved) return resolved;
  std::vector<int64_t> pending;
  std::set_difference(all->begin(), all->end(), resolved->begin(), resolved->end(),
                      std::back_inserter(pending));
  return pending;
}

Result<bool> EntityRows::ToldByOthers(const std::string& version) {
  bool told = false;
  Result<void> read = Select(
      "SELECT 1 FROM story_article WHERE tables NOT IN ('', ?1) LIMIT 1",
      [&](const Statement&) { told = true; }, version);
  return read ? Result<bool>(told) : tl::unexpected(read.error());
}

// The first column, ascending.
Result<std::vector<int64_t>> EntityRows::Keys(const char* sql, const std::string& value) const {
  Result<Statement> rows = db_.Prepare(sql);
  if (!rows) return tl::unexpected(rows.error());
  if (!value.empty()) rows->Bind(1, value);
  std::vector<int64_t> keys;
  Result<bool> row = rows->Step();
  for (; row && *row; row = rows->Step()) keys.push_back(rows->Int(0));
  if (!row) return tl::unexpected(row.error());
  std::sort(keys.begin(), keys.end());
  return keys;
}

Result<Account> EntityRows::LoadAccount(int64_t article) const {
  Result<Extraction> read = LoadExtraction(db_, article);
  if (!read) return tl::unexpected(read.error());
  Account account = AccountOf(read->article, read->facts, world_);
  account.article = NameOf(article);
  return account;
}

Result<std::vector<int64_t>> EntityRows::Neighbours(int64_t article, const std::vector<std::string>& keys,
                                                    std::optional<Date> day) {
  const int64_t from = day ? DayOf(day) - kStoryDays : kNoDay, to = day ? DayOf(day) + kStoryDays : kNoDay;
  std::map<int64_t, SharedKeys> shared;
  for (int64_t week = WeekOf(from); week <= WeekOf(to); ++week) {
    for (const std::string& key : keys) {
      Result<void> found = Select(
          "SELECT article FROM story_key WHERE word = ?1 AND day BETWEEN ?2 AND ?3 AND article <> ?4",
          [&](const Statement& row) { shared[row.Int(0)].Add(key); }, WordOf(week, key), from, to, article);
      if (!found) return tl::unexpected(found.error());
    }
  }
  std::vector<int64_t> near;
  for (const auto& [other, counts] : shared) {
    if (counts.CanBeOneStory()) near.push_back(other);
  }
  effort_.articles += static_cast<int64_t>(near.size());
  return near;
}

Result<void> EntityRows::NoteKeys(int64_t article, const std::vector<std::string>& keys,
                                  std::optional<Date> day) {
  Result<void> done = Do("DELETE FROM story_key WHERE article = ?1", article);
  for (const std::string& key : keys) {
    if (done)
      done = Do("INSERT OR IGNORE INTO story_key (word, day, article) VALUES (?1, ?2, ?3)",
                WordOf(WeekOf(DayOf(day)), key), DayOf(day), article);
  }
  return done;
}

Result<std::set<int64_t>> EntityRows::WithStories(const std::set<int64_t>& articles) {
  std::set<int64_t> whole = articles;
  for (int64_t article : articles) {
    Result<void> found = Select(
        "SELECT b.article FROM story_article a JOIN story_article b ON b.story = a.story WHERE a.article = "
        "?1",
        [&](const Statement& row) { whole.insert(row.Int(0)); }, article);
    if (!found) return tl::unexpected(found.error());
  }
  return whole;
}

Result<void> EntityRows::DropStories(const std::set<int64_t>& articles) {
  for (int64_t article : articles) {
    Result<void> done = Select(
        "SELECT form FROM entity_use WHERE article = ?1",
        [&](const Statement& row) { touched_.insert(row.Int(0)); }, article);
    if (done) done = Do("DELETE FROM entity_use WHERE article = ?1", article);
    if (done)
      done =
          Do("DELETE FROM story WHERE key = (SELECT story FROM story_article WHERE article = ?1)", article);
    if (done) done = Do("DELETE FROM story_article WHERE article = ?1", article);
    if (done) done = DropStatements(article);
    if (!done) return done;
  }
  return {};
}

Result<void> EntityRows::WriteStory(const std::vector<const Account*>& articles, const StoryResolution& story,
                                    const std::string& version) {
  const int64_t key = ContentKey(story.id);
  Result<void> done =
      Do("INSERT INTO story (key, id, place, place_name, place_basis) "
         "VALUES (?1, ?2, nullif(?3, ''), nullif(?4, ''), nullif(?5, ''))",
         key, story.id, story.place.key, story.place.name,
         story.place.known() && story.place.basis.empty() ? "text" : story.place.basis);
  std::map<std::string, int64_t> authority;
  for (const Account* account : articles) {
    authority[account->article] = AuthorityOf(account->language);
    std::string evidence;
    for (const Account* other : articles) {
      if (other == account || !evidence.empty()) continue;
      if (auto same = SameStory(*account, *other, world_)) evidence = same->evidence;
    }
    if (!done) return done;
    done = Do("INSERT INTO story_article (article, story, tables, evidence) VALUES (?1, ?2, ?3, ?4)",
              static_cast<int64_t>(std::stoll(account->article)), key, version, evidence);
  }
  std::map<std::string, const Form*> forms;
  for (const Form& form : story.forms) forms[form.key] = &form;
  for (const UseLink& link : story.links) {
    if (!done) return done;
    done = WriteUse(link, *forms.at(link.form), authority.at(link.article));
  }
  for (const TaskStatement& statement : story.tasks) {
    if (!done) return done;
    done = WriteStatement(statement);
  }
  return done;
}

Result<void> EntityRows::WriteUse(const UseLink& link, const Form& form, int64_t authority) {
  Form used = form;
  Reason reason = link.reason;
  if (lone_.contains(link.record)) {
    used.key = LoneForm(form.key, link.record);
    reason = {"correction", 1, "split off by a correction"};
  }
  const int64_t key = ContentKey(used.key), article = std::stoll(link.article);
  touched_.insert(key);
  // The entity is found when the block is clustered; until then the form stands for itself. References are
  // checked when the transaction ends.
  Result<void> done =
      Do("INSERT OR IGNORE INTO entity_form (key, form, type, block, language, name, kind, scope, part, "
         "entity, rule, "
         "strength, evidence) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, '', 0, '')",
         key, used.key, std::string(ToString(used.type)), used.block, used.language, used.name, used.kind,
         used.scope, used.part);
  if (!done) return done;
  return Do(
      "INSERT OR REPLACE INTO entity_use (record, article, form, authority, name, rule, strength, evidence) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      RecordKey(article, link.record), article, key, authority, link.name, reason.rule, reason.strength,
      reason.evidence);
}

}  // namespace acta
