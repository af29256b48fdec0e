// The store: the only writer of the database.
//
//   Result<Store> store = Store::Open("acta.db");
//   Result<Stored> stored = store->Put(article, facts, visit);   // Stored::kNew, the first time
//   store->Refuse(visit, error);                                 // counted, not lost
//
// Each call is one transaction (StoreOptions::batch of them, or those until Commit(), when asked so): after a kill at any moment every article is either whole in the file or
// not there at all, and a second run completes it. Storing what is there already changes nothing but the
// time of the visit. Keys derive from content, so neither the order of arrival nor the number of workers
// shows in the file. One Store at a time per file (a lock file beside it says who), one thread at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/sqlite.h"
#include "pipeline/text/article.h"
#include "pipeline/text/page.h"
#include "pipeline/text/result.h"
#include "schemas/records.h"

namespace acta {

struct ArticleRows;
class Batch;
class Forgotten;
class Statements;
class WriterLock;

// How an input was had. `source` names it: a path or URL as given, or as a feed or folder gave it.
struct Visit {
  std::string source;
  int64_t fetched_at = 0;  // seconds since 1970, UTC; 0 when unknown
  int http_status = 0;     // 0 for a file
  bool tls_unverified = false;
  std::string page = {};  // of which the article is a version; empty: its URL, else `source`
};

Visit VisitOf(const Page& page);

enum class Stored {
  kNew,        // the article was not there
  kUnchanged,  // it was, read by the same pack
  kReread,     // it was, read by another pack: its records are replaced
};

// How many articles to write at once where many come: StoreOptions::batch.
inline constexpr int kManyArticles = 10'000;
inline constexpr int64_t kNoLoad = INT64_MAX;  // StoreOptions::load

struct StoreOptions {
  int patience_ms = 5000;  // how long to wait for another writer
  int64_t now = 0;         // when this run began, seconds since 1970, UTC; 0 = now
  // Articles in one transaction, or what comes in ten seconds. More than one is faster by far where many come at once, and
  // a kill loses those of the last transaction, each of them whole: for inputs that can be read again for nothing.
  int batch = 1;
  // A run that brings so many articles, and a quarter of what the store then has, is a bulk load: bulk_load.h.
  int64_t load = 5000;  // kNoLoad: never
  // Called with the name of each step that a crash could separate from the next. For tests.
  std::function<void(std::string_view)> at_step{};
};

class Store {
 public:
  // Opens or creates the file and takes the writer's lock. Errors as in sqlite.h and schema.h.
  static Result<Store> Open(const std::string& path, StoreOptions options = {});

  // Stores an article with its records and the visit that brought it. Every record must have its id. What the page
  // said before stays, as an earlier version; a visit that is older than one stored already (a replay of an old
  // archive) adds a version and does not set the input back. What was removed on request (forgotten.h) is not stored
  // again: "forgotten".
  Result<Stored> Put(const Article& article, const Facts& facts, const Visit& visit);

  // The same of rows that were made of the article before, on another thread (article_rows.h).
  Result<Stored> PutRows(const Article& article, ArticleRows rows, const Visit& visit);

  // Another reading of an article that is there, by today's pack; its visits stay as they are.
  Result<Stored> Reread(const Article& article, const Facts& facts);

  // Notes that an input could not be read. What an earlier visit read stays. Of a forgotten address nothing is noted.
  Result<void> Refuse(const Visit& visit, const Error& error);

  // Ends the transaction that is open, if one is: what was put is safe then. When it fails all of it is undone.
  Result<void> Commit();

  // Whether all that was put is safe.
  bool IsCommitted() const { return !open_; }

  // Moves the log into the database file and closes it. The destructor does the same and says nothing.
  Result<void> Close();

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

 private:
  Store();
  // Runs `change` within the transaction that is open, or one of its own. What it refuses it must refuse before it
  // changes anything: when it fails all of the transaction is undone.
  template <class Value, class Change>
  Result<Value> Within(Change&& change);
  Result<void> BeginLoad();  // if this run has become one
  Result<void> WriteBatch(Result<void> (Batch::*write)());
  void Abandon();      // the transaction that is open
  bool IsDue() const;  // to be committed
  Result<void> PrepareDrops();
  Result<Stored> PutArticle(ArticleRows rows);
  // The pack that the stored article was read by; nothing when it is not there.
  Result<std::optional<std::string>> PackOf(int64_t key, const std::string& text_hash);
  Result<void> DropRecords(int64_t key, const std::string& pack);  // before another pack's take their place
  Result<void> NoteInput(const Visit& visit, int64_t article);
  Result<void> NoteVisit(const Visit& visit, std::string_view message);
  void Step(std::string_view name) const;

  StoreOptions options_;
  std::unique_ptr<WriterLock> lock_;        // outlives the database
  std::unique_ptr<Database> db_;            // stays where it is: the writer points at it
  std::unique_ptr<Statements> statements_;  // where they are, too
  std::vector<Statement> drops_;  // of what hangs on the records of an article; made when first needed
  std::unique_ptr<Batch> batch_;  // what waits to be written before the commit
  std::unique_ptr<Forgotten> forgotten_;
  std::unique_ptr<Transaction> open_;  // of a batch
  int in_batch_ = 0;
  int64_t added_ = 0;                              // articles, by this run
  bool loading_ = false;                           // between BeginBulkLoad and EndBulkLoad
  std::chrono::steady_clock::time_point begun_{};  // the transaction
};

}  // namespace acta
