#include "pipeline/store/store.h"

#include <ctime>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "pipeline/store/find_write.h"
#include "pipeline/store/fold.h"
#include "pipeline/store/forgotten.h"
#include "pipeline/store/record_write.h"
#include "pipeline/store/schema.h"
#include "pipeline/store/versions.h"
#include "pipeline/store/writer_lock.h"
#include "schemas/identity.h"

namespace acta {
namespace {

constexpr std::string_view kParagraphKinds[] = {"title", "body", "heading", "list_item", "caption"};

std::string CaptionsJson(const Article& article) { return nlohmann::json(article.captions).dump(); }

SqlValue OrNull(const std::string& value) {
  return value.empty() ? SqlValue() : SqlValue(std::string_view(value));
}

}  // namespace

Visit VisitOf(const Page& page) { return {page.source, page.fetched_at, page.status, page.tls_unverified}; }

int64_t ArticleKey(const Article& article) {
  std::string all;
  for (const std::string* part :
       {&article.url, &article.canonical_url, &article.source_url, &article.site, &article.title,
        &article.byline, &article.published, &article.language, &article.status, &article.text}) {
    all += std::to_string(part->size()) + ":" + *part;  // lengths keep the parts apart
  }
  return ContentKey(all + CaptionsJson(article));
}

int64_t RecordKey(int64_t article, std::string_view id) {
  return ContentKey(std::to_string(article) + " " + std::string(id));
}

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
  // The keys of records are hashes, so a batch touches pages all over the file: they had better stay in memory.
  if (Result<void> set = db->Execute("PRAGMA foreign_keys = ON; PRAGMA cache_size = -131072"); !set)
    return tl::unexpected(set.error());
  Result<Forgotten> forgotten = Forgotten::Load(*db);
  if (!forgotten) return tl::unexpected(forgotten.error());
  store.forgotten_ = std::make_unique<Forgotten>(std::move(*forgotten));
  store.db_ = std::make_unique<Database>(std::move(*db));
  store.writer_ = std::make_unique<RecordWriter>(*store.db_);
  store.find_writer_ = std::make_unique<FindWriter>(
      *store.db_, store.options_.now ? store.options_.now : static_cast<int64_t>(std::time(nullptr)));
  return store;
}

Result<Stored> Store::Put(const Article& article, const Facts& facts, const Visit& visit) {
  if (forgotten_->Bars(article, visit.source, visit.page)) {
    return Fail("forgotten", "it was removed on request; acta forget --undo lets it in again");
  }
  return Within<Stored>([&]() -> Result<Stored> {
    const int64_t key = ArticleKey(article);
    Result<Stored> stored = PutArticle(article, facts, key);
    if (!stored) return stored;
    Step("records");
    if (Result<void> noted = NoteVersion(*db_, visit, article.url, key); !noted)
      return tl::unexpected(noted.error());
    Result<bool> outdated = IsOutdated(*db_, visit);
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
    Result<Transaction> transaction = Transaction::Begin(*db_);
    if (!transaction) return tl::unexpected(transaction.error());
    open_ = std::make_unique<Transaction>(std::move(*transaction));
    in_batch_ = 0;
  }
  const bool batch = options_.batch > 1;
  if (batch) {
    if (Result<void> marked = db_->Execute("SAVEPOINT one"); !marked) return tl::unexpected(marked.error());
  }
  Result<Value> changed = change();
  if (!changed) {
    if (!batch) {
      open_.reset();  // undoes it
    } else if (Result<void> undone = db_->Execute("ROLLBACK TO one; RELEASE one"); !undone) {
      open_.reset();  // and the others with it: the file is not what it was
    }
    return changed;
  }
  if (batch) {
    if (Result<void> kept = db_->Execute("RELEASE one"); !kept) return tl::unexpected(kept.error());
  }
  if (++in_batch_ < options_.batch) return changed;
  if (Result<void> committed = Commit(); !committed) return tl::unexpected(committed.error());
  return changed;
}

Result<void> Store::Commit() {
  if (!open_) return {};
  Step("commit");
  Result<void> committed = open_->Commit();
  open_.reset();
  if (committed) Step("committed");
  return committed;
}

Result<void> Store::NoteInput(const Visit& visit, int64_t article) {
  Result<Statement> input = db_->Prepare(
      "INSERT INTO input (source, outcome, reason, article) VALUES (?1, 'ok', NULL, ?2) "
      "ON CONFLICT DO UPDATE SET outcome = 'ok', reason = NULL, article = ?2 "
      "WHERE article IS NOT ?2");
  if (!input) return tl::unexpected(input.error());
  if (Result<void> run = input->Bind(1, visit.source).Bind(2, article).Run(); !run) return run;
  return NoteVisit(visit, "");
}

Result<Stored> Store::Reread(const Article& article, const Facts& facts) {
  return Within<Stored>([&]() -> Result<Stored> {
    Result<Stored> stored = PutArticle(article, facts, ArticleKey(article));
    if (stored && *stored == Stored::kNew)
      return Fail("db", "an article to be read again is not in the store");
    return stored;
  });
}

Result<Stored> Store::PutArticle(const Article& article, const Facts& facts, int64_t key) {
  const std::string text_hash = Sha256Hex(article.text);
  Result<Statement> known = db_->Prepare("SELECT pack, text_hash FROM article WHERE key = ?1");
  if (!known) return tl::unexpected(known.error());
  Result<bool> row = known->Bind(1, key).Step();
  if (!row) return tl::unexpected(row.error());
  const bool is_new = !*row;
  if (!is_new && known->Text(1) != text_hash) {
    return Fail("db", "two articles have the key " + std::to_string(key) + "; the second was not stored");
  }
  if (!is_new && known->Text(0) == facts.pack) return Stored::kUnchanged;
  known->Reset();

  Result<void> done =
      is_new ? InsertArticle(article, facts.pack, text_hash, key) : DropRecords(key, facts.pack);
  if (!done) return tl::unexpected(done.error());
  Step("article");
  done = writer_->Write(article, facts, key);
  if (done) done = find_writer_->AddRecords(article, facts, key);
  if (done && is_new) done = NoteCopies(*db_, article.text, text_hash, key);
  if (!done) return tl::unexpected(done.error());
  return is_new ? Stored::kNew : Stored::kReread;
}

Result<void> Store::InsertArticle(const Article& article, const std::string& pack,
                                  const std::string& text_hash, int64_t key) {
  const std::string captions = CaptionsJson(article);
  Result<void> inserted = writer_->Insert({"article",
                                           {{"key", key},
                                            {"url", OrNull(article.url)},
                                            {"canonical_url", OrNull(article.canonical_url)},
                                            {"source_url", OrNull(article.source_url)},
                                            {"site", OrNull(article.site)},
                                            {"title", article.title},
                                            {"byline", OrNull(article.byline)},
                                            {"published", OrNull(article.published)},
                                            {"language", OrNull(article.language)},
                                            {"status", article.status},
                                            {"captions", captions},
                                            {"text", article.text},
                                            {"text_hash", text_hash},
                                            {"pack", pack}}});
  if (inserted) inserted = find_writer_->AddArticle(article, key);
  Utf8Index index(article.text);
  for (size_t n = 0; inserted && n < article.paragraphs.size(); ++n) {
    const Paragraph& paragraph = article.paragraphs[n];
    inserted = writer_->Insert({"paragraph",
                                {{"article", key},
                                 {"n", static_cast<int64_t>(n)},
                                 {"start", static_cast<int64_t>(index.CodePoint(paragraph.span.begin))},
                                 {"end", static_cast<int64_t>(index.CodePoint(paragraph.span.end))},
                                 {"kind", kParagraphKinds[static_cast<size_t>(paragraph.kind)]}}});
  }
  return inserted;
}

Result<void> Store::DropRecords(int64_t key, const std::string& pack) {
  Result<Statement> drop = db_->Prepare("DELETE FROM record WHERE article = ?1");
  if (!drop) return tl::unexpected(drop.error());
  if (Result<void> dropped = drop->Bind(1, key).Run(); !dropped) return dropped;
  Result<Statement> resolved = db_->Prepare("UPDATE story_article SET tables = '' WHERE article = ?1");
  if (!resolved) return tl::unexpected(resolved.error());
  if (Result<void> marked = resolved->Bind(1, key).Run(); !marked) return marked;
  Result<Statement> update = db_->Prepare("UPDATE article SET pack = ?2 WHERE key = ?1");
  if (!update) return tl::unexpected(update.error());
  return update->Bind(1, key).Bind(2, pack).Run();
}

Result<void> Store::Refuse(const Visit& visit, const Error& error) {
  if (forgotten_->BarsPage(visit.source) || forgotten_->BarsText(visit.source)) return {};
  return Within<void>([&]() -> Result<void> {
    Result<Statement> input = db_->Prepare(
        "INSERT INTO input (source, outcome, reason, article) VALUES (?1, 'refused', ?2, NULL) "
        "ON CONFLICT DO UPDATE SET reason = ?2 WHERE outcome = 'refused' AND reason IS NOT ?2");
    if (!input) return tl::unexpected(input.error());
    if (Result<void> run = input->Bind(1, visit.source).Bind(2, error.kind).Run(); !run) return run;
    return NoteVisit(visit, error.message);
  });
}

Result<void> Store::NoteVisit(const Visit& visit, std::string_view message) {
  Result<Statement> note = db_->Prepare(
      "INSERT INTO visit (source, fetched_at, http_status, tls_unverified, message) "
      "VALUES (?1, nullif(?2, 0), nullif(?3, 0), ?4, nullif(?5, '')) "
      "ON CONFLICT DO UPDATE SET fetched_at = nullif(?2, 0), http_status = nullif(?3, 0), "
      "tls_unverified = ?4, message = nullif(?5, '')");
  if (!note) return tl::unexpected(note.error());
  return note->Bind(1, visit.source)
      .Bind(2, visit.fetched_at)
      .Bind(3, int64_t{visit.http_status})
      .Bind(4, int64_t{visit.tls_unverified})
      .Bind(5, message)
      .Run();
}

Result<void> Store::Close() {
  Result<void> done = Commit();
  writer_.reset();
  find_writer_.reset();
  if (db_ && done) done = db_->Execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize");
  db_.reset();
  lock_.reset();
  return done;
}

void Store::Step(std::string_view name) const {
  if (options_.at_step) options_.at_step(name);
}

}  // namespace acta
