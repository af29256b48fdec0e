#include "pipeline/resolve/forget.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>

#include "pipeline/resolve/entity_rows.h"
#include "pipeline/resolve/entity_store.h"
#include "pipeline/store/fold.h"
#include "pipeline/store/forgotten.h"
#include "pipeline/store/schema.h"
#include "pipeline/store/writer_lock.h"

namespace acta {
namespace {

constexpr int kPatienceMs = 5000;

// The database, opened for one writer, with what is deleted overwritten.
struct Writing {
  std::unique_ptr<WriterLock> lock;  // outlives the database
  Database db;
};

Result<Writing> OpenForWriting(const std::string& path) {
  Result<std::unique_ptr<WriterLock>> lock = WriterLock::Take(path, kPatienceMs);
  if (!lock) return tl::unexpected(lock.error());
  Result<Database> db = Database::Open(path, Database::Mode::kWrite, kPatienceMs);
  if (!db) return tl::unexpected(db.error());
  if (Result<void> added = AddSqlFunctions(*db); !added) return tl::unexpected(added.error());
  if (Result<void> prepared = PrepareStore(*db); !prepared) return tl::unexpected(prepared.error());
  if (Result<void> set = db->Execute("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON"); !set)
    return tl::unexpected(set.error());
  return Writing{std::move(*lock), std::move(*db)};
}

// Runs `sql` for each of the values.
template <class Values>
Result<void> ForEach(const Database& db, const char* sql, const Values& values) {
  Result<Statement> statement = db.Prepare(sql);
  if (!statement) return tl::unexpected(statement.error());
  for (const auto& value : values) {
    if (Result<void> run = statement->Bind(1, value).Run(); !run) return run;
  }
  return {};
}

// Articles whose text other articles have, too: what finds copies by the text is handed on to one of them.
constexpr const char* kHandOnSketch =
    "UPDATE find_sketch SET article = (SELECT min(o.key) FROM article a JOIN article o ON o.text_hash = "
    "a.text_hash "
    "WHERE a.key = ?1 AND o.key NOT IN (SELECT key FROM temp.going)) WHERE article = ?1 AND EXISTS (SELECT 1 "
    "FROM "
    "article a JOIN article o ON o.text_hash = a.text_hash WHERE a.key = ?1 AND o.key NOT IN (SELECT key "
    "FROM "
    "temp.going))";

// Names that no record has any more, out of the list and out of its index.
constexpr const char* kDropNames =
    "INSERT INTO find_words (find_words, rowid, name) SELECT 'delete', key, acta_fold(name) FROM find_name n "
    "WHERE "
    "NOT EXISTS (SELECT 1 FROM find_named WHERE name = n.key); "
    "DELETE FROM find_name WHERE NOT EXISTS (SELECT 1 FROM find_named WHERE name = find_name.key)";

Result<void> DropArticles(const Database& db, const std::set<int64_t>& articles) {
  Result<void> done = db.Execute("CREATE TEMP TABLE going (key INTEGER PRIMARY KEY)");
  if (done) done = ForEach(db, "INSERT INTO temp.going (key) VALUES (?1)", articles);
  if (done) done = ForEach(db, kHandOnSketch, articles);
  if (done) done = ForEach(db, "DELETE FROM input WHERE article = ?1", articles);
  if (done) done = ForEach(db, "DELETE FROM article WHERE key = ?1", articles);
  if (done) done = db.Execute(std::string(kDropNames) + "; DROP TABLE temp.going");
  return done;
}

// What a crawl plans is in the same file when there is one.
Result<void> DropPlanned(const Database& db, const ForgetPlan& plan) {
  Result<int64_t> crawls = db.Integer("SELECT count(*) FROM sqlite_schema WHERE name = 'frontier_url'");
  if (!crawls) return tl::unexpected(crawls.error());
  if (*crawls == 0) return {};
  std::set<std::string> pages;
  for (const std::string& input : plan.inputs) pages.insert(AddressKey(input));
  NameFinder finder;
  if (plan.barred) {
    for (const std::string& name : plan.names) finder.Add(name);
  }
  Result<Statement> urls = db.Prepare("SELECT key, url, title FROM frontier_url");
  if (!urls) return tl::unexpected(urls.error());
  std::set<std::string> going;
  Result<bool> row = urls->Step();
  for (; row && *row; row = urls->Step()) {
    const bool of_page =
        pages.contains(AddressKey(urls->Text(0))) || pages.contains(AddressKey(urls->Text(1)));
    if (of_page || finder.Stands(urls->Text(1)) || finder.Stands(urls->Text(2))) going.emplace(urls->Text(0));
  }
  if (!row) return tl::unexpected(row.error());
  urls->Reset();
  return ForEach(db, "DELETE FROM frontier_url WHERE key = ?1", going);
}

Result<void> Bar(const Database& db, const ForgetPlan& plan, int64_t now) {
  std::vector<std::string> pages = plan.inputs;
  std::erase(pages, "-");  // standard input is no address
  return Forgotten::Add(db, pages, plan.barred ? plan.names : std::vector<std::string>(), now);
}

// The file of corrections with the lines that name the person put out of force, so that all keep their numbers. A line
// that takes itself back has no effect.
Result<void> RedactCorrections(const std::string& path, const ForgetPlan& plan) {
  if (plan.corrections.empty()) return {};
  Result<Corrections> corrections = Corrections::Load(path);
  if (!corrections) return tl::unexpected(corrections.error());
  std::string lines;
  for (const Correction& one : corrections->all()) {
    const bool goes =
        std::find(plan.corrections.begin(), plan.corrections.end(), one.n) != plan.corrections.end();
    lines += CorrectionLine(goes ? Correction{one.n,
                                              "undo",
                                              one.at,
                                              "acta forget",
                                              "removed on request",
                                              {std::to_string(one.n)},
                                              "{}"}
                                 : one) +
             "\n";
  }
  const std::string fresh = path + ".new";
  const int file = open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  const bool written = file >= 0 &&
                       write(file, lines.data(), lines.size()) == static_cast<ssize_t>(lines.size()) &&
                       fsync(file) == 0;
  if (file >= 0) close(file);
  if (!written || std::rename(fresh.c_str(), path.c_str()) != 0)
    return Fail("corrections", path + ": cannot be written; its lines still name what was removed");
  return {};
}

}  // namespace

Result<void> Forget(const std::string& path, const World& world, const ForgetPlan& plan,
                    const ForgetOptions& options, int64_t now) {
  const std::string corrections_path = CorrectionsPath(path, options.corrections);
  Result<Corrections> corrections = Corrections::Load(corrections_path);
  if (!corrections) return tl::unexpected(corrections.error());
  Result<Writing> writing = OpenForWriting(path);
  if (!writing) return tl::unexpected(writing.error());
  const Database& db = writing->db;
  std::set<int64_t> articles;
  for (const ForgetPlan::Article& one : plan.articles) articles.insert(one.key);

  Result<Transaction> transaction = Transaction::Begin(db);
  if (!transaction) return tl::unexpected(transaction.error());
  // Stories first: an article that stays is told anew without the one that goes.
  EntityRows rows(db, world, *corrections);
  Result<void> done = rows.TakeCorrections(false);
  Result<std::set<int64_t>> told;
  if (done) {
    told = rows.WithStories(articles);
    done = told ? rows.DropStories(*told) : tl::unexpected(told.error());
  }
  if (done) done = DropArticles(db, articles);
  if (done) done = rows.ClusterTouched();
  if (done) done = ForEach(db, "DELETE FROM input WHERE source = ?1", plan.inputs);
  if (done) done = DropPlanned(db, plan);
  if (done) done = Bar(db, plan, now);
  if (done) done = transaction->Commit();
  if (done) done = RedactCorrections(corrections_path, plan);
  return done;
}

Result<int64_t> Unforget(const std::string& path, const std::string& named) {
  Result<Writing> writing = OpenForWriting(path);
  if (!writing) return tl::unexpected(writing.error());
  return Forgotten::Remove(writing->db, named);
}

Result<void> Scrub(const std::string& path) {
  Result<Writing> writing = OpenForWriting(path);
  if (!writing) return tl::unexpected(writing.error());
  const Database& db = writing->db;
  // Segments of the indexes keep what was deleted until they are merged; free pages until the file is written anew.
  Result<void> done = db.Execute(
      "INSERT INTO find_text (find_text) VALUES ('optimize'); "
      "INSERT INTO find_words (find_words) VALUES ('optimize'); VACUUM");
  if (!done) return done;
  Result<Statement> checkpoint = db.Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  if (!checkpoint) return tl::unexpected(checkpoint.error());
  Result<bool> row = checkpoint->Step();
  if (!row) return tl::unexpected(row.error());
  if (checkpoint->Int(0) != 0) {
    return Fail("db_locked",
                path + " is being read, so its log could not be emptied; run the same once more");
  }
  return {};
}

}  // namespace acta
