#include "pipeline/resolve/entity_store.h"

#include <sqlite3.h>

#include <algorithm>

#include "pipeline/resolve/entity_rows.h"
#include "pipeline/resolve/story.h"
#include "pipeline/store/fold.h"
#include "pipeline/store/schema.h"
#include "pipeline/store/sqlite.h"
#include "pipeline/store/writer_lock.h"

namespace acta {
namespace {

constexpr int64_t kBatch = 500;         // articles in a transaction
constexpr const char* kCode = ".4";     // to be raised when the same articles would be resolved differently
constexpr size_t kMostAccounts = 4000;  // kept in memory for stories to come

class Resolver {
 public:
  Resolver(const Database& db, const World& world, const Corrections& corrections,
           const ResolveOptions& options)
      : rows_(db, world, corrections), db_(db), world_(world), options_(options) {}

  Result<ResolveReport> Run() {
    if (Result<void> prepared = Prepare(); !prepared) return tl::unexpected(prepared.error());
    Result<std::vector<int64_t>> pending = rows_.Pending(Version());
    if (!pending) return tl::unexpected(pending.error());
    for (size_t done = 0; done < pending->size() && !report_.stopped; done += kBatch) {
      const size_t end = std::min(pending->size(), done + kBatch);
      if (Result<void> batch = Batch({pending->begin() + static_cast<std::ptrdiff_t>(done),
                                      pending->begin() + static_cast<std::ptrdiff_t>(end)},
                                     static_cast<int64_t>(pending->size()));
          !batch) {
        return tl::unexpected(batch.error());
      }
    }
    return Count();
  }

 private:
  // What an article was resolved by: it is resolved anew when the tables change, or what this code makes of them.
  std::string Version() const { return world_.version + kCode; }

  Result<void> Prepare() {
    Result<Transaction> transaction = Transaction::Begin(db_);
    if (!transaction) return tl::unexpected(transaction.error());
    Result<bool> other = rows_.ToldByOthers(Version());
    if (!other) return tl::unexpected(other.error());
    if (Result<void> noted = rows_.TakeCorrections(options_.again || *other); !noted) return noted;
    if (Result<void> clustered = rows_.ClusterTouched(); !clustered) return clustered;
    return transaction->Commit();
  }

  Result<void> Batch(const std::vector<int64_t>& articles, int64_t all) {
    Result<Transaction> transaction = Transaction::Begin(db_);
    if (!transaction) return tl::unexpected(transaction.error());
    if (accounts_.size() > kMostAccounts) accounts_.clear();
    std::set<int64_t> touched;
    for (int64_t article : articles) {
      if (options_.stop && options_.stop()) {
        report_.stopped = true;
        break;
      }
      if (Result<void> gathered = Gather(article, touched); !gathered) return gathered;
      ++report_.articles;
      if (options_.progress) options_.progress(report_.articles, all);
    }
    // A story is told once a batch, however many of its articles came.
    Result<std::set<int64_t>> whole = rows_.WithStories(touched);
    if (!whole) return tl::unexpected(whole.error());
    if (Result<void> told = Retell(*whole); !told) return told;
    if (Result<void> clustered = rows_.ClusterTouched(); !clustered) return clustered;
    return transaction->Commit();
  }

  Result<const Account*> AccountOfKey(int64_t article) {
    const auto known = accounts_.find(article);
    if (known != accounts_.end()) return &known->second;
    Result<Account> account = rows_.LoadAccount(article);
    if (!account) return tl::unexpected(account.error());
    return &accounts_.emplace(article, std::move(*account)).first->second;
  }

  // Adds the article and those that tell its story.
  Result<void> Gather(int64_t article, std::set<int64_t>& touched) {
    accounts_.erase(article);
    Result<const Account*> account = AccountOfKey(article);
    if (!account) return tl::unexpected(account.error());
    const std::vector<std::string> keys = StoryKeys(**account);
    Result<std::vector<int64_t>> near = rows_.Neighbours(article, keys, (*account)->day);
    if (!near) return tl::unexpected(near.error());
    touched.insert(article);
    for (int64_t other : *near) {
      Result<const Account*> neighbour = AccountOfKey(other);
      if (!neighbour) return tl::unexpected(neighbour.error());
      if (SameStory(**account, **neighbour, world_)) touched.insert(other);
    }
    return rows_.NoteKeys(article, keys, (*account)->day);
  }

  Result<void> Retell(const std::set<int64_t>& members) {
    std::vector<Account> accounts;
    for (int64_t member : members) {
      Result<const Account*> account = AccountOfKey(member);
      if (!account) return tl::unexpected(account.error());
      accounts.push_back(**account);
    }
    if (Result<void> dropped = rows_.DropStories(members); !dropped) return dropped;
    for (const std::vector<size_t>& story : FindStories(accounts, world_)) {
      std::vector<const Account*> told;
      for (size_t n : story) told.push_back(&accounts[n]);
      if (Result<void> written = rows_.WriteStory(told, ResolveStory(told, world_), Version()); !written)
        return written;
    }
    return {};
  }

  Result<ResolveReport> Count() {
    for (auto [count, sql] :
         {std::pair<int64_t*, const char*>{&report_.stories, "SELECT count(*) FROM story"},
          {&report_.entities, "SELECT count(*) FROM entity"},
          {&report_.tasks, "SELECT count(*) FROM task"}}) {
      Result<int64_t> found = db_.Integer(sql);
      if (!found) return tl::unexpected(found.error());
      *count = *found;
    }
    report_.effort = rows_.effort();
    report_.effort.pages_read = Pages(SQLITE_DBSTATUS_CACHE_MISS);
    report_.effort.pages_written = Pages(SQLITE_DBSTATUS_CACHE_WRITE);
    return report_;
  }

  int64_t Pages(int which) const {
    int count = 0, most = 0;
    sqlite3_db_status(db_.handle(), which, &count, &most, 0);
    return count;
  }

  EntityRows rows_;
  const Database& db_;
  const World& world_;
  const ResolveOptions& options_;
  std::map<int64_t, Account> accounts_;
  ResolveReport report_;
};

}  // namespace

std::string CorrectionsPath(const std::string& database, const std::string& named) {
  return named.empty() ? database + ".corrections.jsonl" : named;
}

Result<ResolveReport> ResolveStore(const std::string& path, const World& world,
                                   const ResolveOptions& options) {
  Result<Corrections> corrections = Corrections::Load(CorrectionsPath(path, options.corrections));
  if (!corrections) return tl::unexpected(corrections.error());
  Result<std::unique_ptr<WriterLock>> lock = WriterLock::Take(path, 5000);
  if (!lock) return tl::unexpected(lock.error());
  Result<Database> db = Database::Open(path, Database::Mode::kWrite);
  if (!db) return tl::unexpected(db.error());
  if (Result<void> added = AddSqlFunctions(*db); !added) return tl::unexpected(added.error());
  if (Result<void> prepared = PrepareStore(*db); !prepared) return tl::unexpected(prepared.error());
  if (Result<void> set = db->Execute(
          "PRAGMA foreign_keys = ON; PRAGMA cache_size = -131072; PRAGMA wal_autocheckpoint = 16384");
      !set)
    return tl::unexpected(set.error());
  return Resolver(*db, world, *corrections, options).Run();
}

}  // namespace acta
