#include "pipeline/store/store.h"

#include <ctime>
#include <filesystem>

#include "pipeline/store/article_rows.h"
#include "pipeline/store/batch.h"
#include "pipeline/store/bulk_load.h"
#include "pipeline/store/fold.h"
#include "pipeline/store/forgotten.h"
#include "pipeline/store/schema.h"
#include "pipeline/store/statements.h"
#include "pipeline/store/versions.h"
#include "pipeline/store/writer_lock.h"

namespace acta {
namespace {

constexpr std::chrono::seconds kLongest{10};  // transaction
constexpr int64_t kLoadShare = 4;             // of a store is a bulk load: one article in four

}  // namespace

Visit VisitOf(const Page& page) { return {page.source, page.fetched_at, page.status, page.tls_unverified}; }

Store::Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() {
  if (open_) static_cast<void>(Commit());
}

Result<Store> Store::Open(const std::string& path, StoreOptions options) {
  Store store;
  store.options_ = std::move(options);
  if (std::filesystem::is_directory(path)) {
    return Fail("db_unwritable", path + " is a folder; name a file with --db");
  }
  Result<std::unique_ptr<WriterLock>> lock = WriterLock::Take(path, store.options_.patience_ms);
  if (!lock) return tl::unexpected(lock.error());
  store.lock_ = std::move(*lock);

  Result<Database> db = Database::Open(path, Database::Mode::kCreate, store.options_.patience_ms);
  if (!db) return tl::unexpected(db.error());
  if (Result<void> added = AddSqlFunctions(*db); !added) return tl::unexpected(added.error());
  if (Result<void> prepared = PrepareStore(*db); !prepared) return tl::unexpected(prepared.error());
  if (Result<void> made = EndBulkLoad(*db); !made) return tl::unexpected(made.error());
  // The keys of articles are hashes, so a batch touches pages all over the file: they had better stay in memory, and
  // be written back after many batches and not after each.
  std::string settings = "PRAGMA cache_size = -8192;";
  if (store.options_.batch > 1) settings += "PRAGMA wal_autocheckpoint = 16384;";
  // A CHECK with a list of words has SQLite make a table of the words for each row, which is half of all that storing
  // an article costs. RowsOf looks at the words itself, and so does `acta check`; the CHECKs bind everyone else.
  // A foreign key has SQLite look for the row that is named, which is always the one written just before: links between
  // records are looked at by RowsOf, and what hangs on records goes by DropRecords.
  settings += "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF";
  if (Result<void> set = db->Execute(settings); !set) return tl::unexpected(set.error());
  Result<Forgotten> forgotten = Forgotten::Load(*db);
  if (!forgotten) return tl::unexpected(forgotten.error());
  store.forgotten_ = std::make_unique<Forgotten>(std::move(*forgotten));
  store.db_ = std::make_unique<Database>(std::move(*db));
  store.statements_ = std::make_unique<Statements>(*store.db_);
  store.batch_ = std::make_unique<Batch>(
      *store.statements_, store.options_.now ? store.options_.now : static_cast<int64_t>(std::time(nullptr)));
  return store;
}

Result<void> Store::PrepareDrops() {
  Result<Statement> tables = db_->Prepare(
      "SELECT m.name, f.\"from\" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f "
      "WHERE m.type = 'table' AND f.\"table\" = 'record' AND f.on_delete = 'CASCADE' ORDER BY 1");
  if (!tables) return tl::unexpected(tables.error());
  std::vector<Statement> drops;
  Result<bool> row = tables->Step();
  for (; row && *row; row = tables->Step()) {
    Result<Statement> drop =
        db_->Prepare("DELETE FROM \"" + std::string(tables->Text(0)) + "\" WHERE \"" +
                     std::string(tables->Text(1)) + "\" IN (SELECT key FROM record WHERE article = ?1)");
    if (!drop) return tl::unexpected(drop.error());
    drops.push_back(std::move(*drop));
  }
  if (!row) return tl::unexpected(row.error());
  drops_ = std::move(drops);
  return {};
}

Result<Stored> Store::Put(const Article& article, const Facts& facts, const Visit& visit) {
  Result<ArticleRows> rows = RowsOf(article, facts);
  if (!rows) return tl::unexpected(rows.error());
  return PutRows(article, std::move(*rows), visit);
}

Result<Stored> Store::PutRows(const Article& article, ArticleRows rows, const Visit& visit) {
  if (forgotten_->Bars(article, visit.source, visit.page)) {
    return Fail("forgotten", "it was removed on request; acta forget --undo lets it in again");
  }
  return Within<Stored>([&]() -> Result<Stored> {
    const int64_t key = rows.key;
    Result<Stored> stored = PutArticle(std::move(rows));
    if (!stored) return stored;
    Step("records");
    if (Result<void> noted = NoteVersion(*statements_, visit, article.url, key); !noted)
      return tl::unexpected(noted.error());
    Result<bool> outdated = IsOutdated(*statements_, visit);
    if (!outdated) return tl::unexpected(outdated.error());
    if (!*outdated) {
      if (Result<void> noted = NoteInput(visit, key); !noted) return tl::unexpected(noted.error());
    }
    return stored;
  });
}

template <class Value, class Change>
Result<Value> Store::Within(Change&& change) {
  Step("begin");
  if (!open_) {
    if (Result<void> begun = BeginLoad(); !begun) return tl::unexpected(begun.error());
    Result<Transaction> transaction = Transaction::Begin(*db_);
    if (!transaction) return tl::unexpected(transaction.error());
    open_ = std::make_unique<Transaction>(std::move(*transaction));
    in_batch_ = 0;
    begun_ = std::chrono::steady_clock::now();
  }
  Result<Value> changed = change();
  if (!changed) {
    Abandon();
    return changed;
  }
  ++in_batch_;
  Result<void> written;
  if (IsDue()) {
    written = Commit();
  } else if (batch_->IsFull()) {
    written = WriteBatch(&Batch::Write);
    if (!written) Abandon();
  }
  if (!written) return tl::unexpected(written.error());
  return changed;
}

bool Store::IsDue() const {
  return in_batch_ >= options_.batch || std::chrono::steady_clock::now() - begun_ > kLongest;
}

Result<void> Store::Commit() {
  if (!open_) return {};
  Result<void> committed = WriteBatch(&Batch::WriteAll);
  if (committed) {
    Step("commit");
    committed = open_->Commit();
  }
  if (!committed) {
    Abandon();
    return committed;
  }
  open_.reset();
  Step("committed");
  return {};
}

Result<void> Store::BeginLoad() {
  if (loading_ || options_.batch == 1 || added_ < options_.load) return {};
  Result<int64_t> all = db_->Integer("SELECT count(*) FROM find_article");
  if (!all) return tl::unexpected(all.error());
  loading_ = added_ * kLoadShare >= *all;
  return loading_ ? BeginBulkLoad(*db_) : Result<void>();
}

Result<void> Store::WriteBatch(Result<void> (Batch::*write)()) {
  Result<void> written = ((*batch_).*write)();
  if (!written) {
    // Of several articles none is to blame.
    return in_batch_ > 1 ? Fail("db", written.error().message) : written;
  }
  Step("rows");
  return {};
}

void Store::Abandon() {
  open_.reset();  // undoes it
  batch_->Clear();
}

Result<void> Store::NoteInput(const Visit& visit, int64_t article) {
  Result<void> input = statements_->Run(
      "INSERT INTO input (source, outcome, reason, article) VALUES (?1, 'ok', NULL, ?2) "
      "ON CONFLICT DO UPDATE SET outcome = 'ok', reason = NULL, article = ?2 WHERE article IS NOT ?2",
      visit.source, article);
  batch_->NoteSource(article, visit.source);
  return input ? NoteVisit(visit, "") : input;
}

Result<Stored> Store::Reread(const Article& article, const Facts& facts) {
  Result<ArticleRows> rows = RowsOf(article, facts);
  if (!rows) return tl::unexpected(rows.error());
  return Within<Stored>([&]() -> Result<Stored> {
    Result<Stored> stored = PutArticle(std::move(*rows));
    if (stored && *stored == Stored::kNew)
      return Fail("db", "an article to be read again is not in the store");
    return stored;
  });
}

Result<std::optional<std::string>> Store::PackOf(int64_t key, const std::string& text_hash) {
  const Error two{"db", "two articles have the key " + std::to_string(key) + "; the second was not stored"};
  if (const ArticleRows* waiting = batch_->Find(key)) {
    if (waiting->text_hash != text_hash) return tl::unexpected(two);
    return waiting->pack;
  }
  Result<Lease> known = statements_->Find("SELECT pack, text_hash FROM article WHERE key = ?1");
  if (!known) return tl::unexpected(known.error());
  Result<bool> row = (*known)->Bind(1, key).Step();
  if (!row) return tl::unexpected(row.error());
  if (!*row) return std::nullopt;
  if ((*known)->Text(1) != text_hash) return tl::unexpected(two);
  return std::string((*known)->Text(0));
}

Result<Stored> Store::PutArticle(ArticleRows rows) {
  Result<std::optional<std::string>> pack = PackOf(rows.key, rows.text_hash);
  if (!pack) return tl::unexpected(pack.error());
  if (*pack == rows.pack) return Stored::kUnchanged;
  const bool is_new = !pack->has_value();
  if (!is_new) {
    // Another reading of it may wait: it must be in the file to be dropped.
    Result<void> done = batch_->Find(rows.key) ? WriteBatch(&Batch::Write) : Result<void>();
    if (done) done = DropRecords(rows.key, rows.pack);
    if (!done) return tl::unexpected(done.error());
  }
  batch_->Add(std::move(rows), is_new);
  added_ += is_new;
  return is_new ? Stored::kNew : Stored::kReread;
}

Result<void> Store::DropRecords(int64_t key, const std::string& pack) {
  Result<void> done = drops_.empty() ? PrepareDrops() : Result<void>();
  for (Statement& drop : drops_) {
    if (done) done = drop.Bind(1, key).Run();
  }
  if (done) done = statements_->Run("DELETE FROM find_named WHERE article = ?1", key);
  if (done) done = statements_->Run("DELETE FROM find_day WHERE article = ?1", key);
  if (done) done = statements_->Run("DELETE FROM record WHERE article = ?1", key);
  if (done) done = statements_->Run("UPDATE story_article SET tables = '' WHERE article = ?1", key);
  if (done) done = statements_->Run("UPDATE article SET pack = ?2 WHERE key = ?1", key, pack);
  return done;
}

Result<void> Store::Refuse(const Visit& visit, const Error& error) {
  if (forgotten_->BarsPage(visit.source) || forgotten_->BarsText(visit.source)) return {};
  return Within<void>([&]() -> Result<void> {
    Result<void> input = statements_->Run(
        "INSERT INTO input (source, outcome, reason, article) VALUES (?1, 'refused', ?2, NULL) "
        "ON CONFLICT DO UPDATE SET reason = ?2 WHERE outcome = 'refused' AND reason IS NOT ?2",
        visit.source, error.kind);
    return input ? NoteVisit(visit, error.message) : input;
  });
}

Result<void> Store::NoteVisit(const Visit& visit, std::string_view message) {
  return statements_->Run(
      "INSERT INTO visit (source, fetched_at, http_status, tls_unverified, message) "
      "VALUES (?1, nullif(?2, 0), nullif(?3, 0), ?4, nullif(?5, '')) "
      "ON CONFLICT DO UPDATE SET fetched_at = nullif(?2, 0), http_status = nullif(?3, 0), "
      "tls_unverified = ?4, message = nullif(?5, '')",
      visit.source, visit.fetched_at, int64_t{visit.http_status}, int64_t{visit.tls_unverified}, message);
}

Result<void> Store::Close() {
  Result<void> done = Commit();
  batch_.reset();
  drops_.clear();
  statements_.reset();
  if (db_ && done && loading_) done = EndBulkLoad(*db_);
  if (db_ && done) done = db_->Execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize");
  db_.reset();
  lock_.reset();
  return done;
}

void Store::Step(std::string_view name) const {
  if (options_.at_step) options_.at_step(name);
}

}  // namespace acta
