#include "pipeline/crawl/frontier.h"

#include <functional>
#include <utility>

#include "pipeline/fetch/url.h"
#include "pipeline/store/forgotten.h"
#include "pipeline/store/sqlite.h"

namespace acta {
namespace {

constexpr const char* kSchema = R"(
CREATE TABLE IF NOT EXISTS frontier_url (
  key           TEXT PRIMARY KEY,           -- IdentityKey of the URL
  url           TEXT NOT NULL,              -- as it was named
  host          TEXT NOT NULL,
  source        TEXT NOT NULL,              -- name of the source that named it first
  kind          INTEGER NOT NULL,           -- 0 feed, 1 page
  title         TEXT NOT NULL DEFAULT '',   -- title, published, language: what the feed said of a page
  published     TEXT NOT NULL DEFAULT '',
  language      TEXT NOT NULL DEFAULT '',
  found_at      INTEGER NOT NULL,           -- seconds since 1970, as all times here
  next_at       INTEGER,                    -- when it is due; NULL: never again
  interval_s    INTEGER NOT NULL DEFAULT 0, -- of a feed, between visits
  failures      INTEGER NOT NULL DEFAULT 0, -- in a row
  visited_at    INTEGER,                    -- last visit
  succeeded_at  INTEGER,                    -- last visit without an error
  status        INTEGER NOT NULL DEFAULT 0, -- HTTP status of the last visit
  error         TEXT NOT NULL DEFAULT '',   -- kind of error of the last visit
  etag          TEXT NOT NULL DEFAULT '',
  last_modified TEXT NOT NULL DEFAULT '',
  signature     TEXT NOT NULL DEFAULT ''    -- of a feed: hash of the links it named
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS frontier_url_due ON frontier_url (kind, next_at, key) WHERE next_at IS NOT NULL;
CREATE TABLE IF NOT EXISTS frontier_host (
  host          TEXT PRIMARY KEY,
  blocked_until INTEGER NOT NULL DEFAULT 0, -- nothing of the host is due before
  asked_at      INTEGER NOT NULL DEFAULT 0, -- about when it was last asked
  delay_ms      INTEGER NOT NULL DEFAULT 0  -- its pace then
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS frontier_robots (
  origin        TEXT PRIMARY KEY,           -- "https://example.org"
  status        INTEGER NOT NULL,           -- of the answer for /robots.txt
  expires_ms    INTEGER NOT NULL,           -- milliseconds since 1970; then it is asked for again
  bytes         BLOB NOT NULL               -- of the file
) STRICT;
)";

tl::unexpected<Error> Wrapped(const Error& error) {
  return Fail("frontier", error.message + " (" + error.kind + ")");
}

// "AND source IN (?3, ?4) ", or "" for all sources.
std::string OneOf(const std::vector<std::string>& sources, int first_parameter) {
  if (sources.empty()) return "";
  std::string sql = "AND source IN (";
  for (size_t i = 0; i < sources.size(); ++i) {
    sql += (i == 0 ? "?" : ", ?") + std::to_string(first_parameter + static_cast<int>(i));
  }
  return sql + ") ";
}

class SqliteFrontier : public Frontier {
 public:
  explicit SqliteFrontier(Database db) : db_(std::move(db)) {}

  Result<int> Discover(const std::vector<Discovery>& found, int64_t now) override;
  Result<std::vector<KnownUrl>> Due(int64_t now, size_t limit,
                                    const std::vector<std::string>& sources) override;
  Result<bool> Knows(const std::string& key) override;
  Result<int64_t> NextDue(const std::vector<std::string>& sources) override;
  Result<bool> Record(const std::string& key, const VisitRecord& visit) override;
  Result<bool> BlockHost(const std::string& host, int64_t until) override;
  Result<bool> NotePace(const HostPace& pace) override;
  Result<std::vector<HostPace>> Paces(int64_t asked_since) override;
  Result<FrontierStatus> Status(int64_t now) override;
  std::optional<KnownRobots> RecallRobots(const std::string& origin) override;
  void KeepRobots(const std::string& origin, const KnownRobots& known) override;

 private:
  using EachRow = std::function<void(const Statement&)>;
  Result<void> Select(const char* sql, int64_t now, const EachRow& each);

  Database db_;
};

Result<int> SqliteFrontier::Discover(const std::vector<Discovery>& found, int64_t now) {
  Result<Transaction> transaction = Transaction::Begin(db_);
  if (!transaction) return Wrapped(transaction.error());
  Result<Statement> insert = db_.Prepare(
      "INSERT INTO frontier_url (key, url, host, source, kind, title, published, language, found_at, "
      "next_at) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9) ON CONFLICT DO NOTHING");
  if (!insert) return Wrapped(insert.error());
  Result<Forgotten> forgotten = Forgotten::Load(db_);
  if (!forgotten) return Wrapped(forgotten.error());
  int64_t before = db_.changes();
  for (const Discovery& discovery : found) {
    Result<Url> url = ParseUrl(discovery.url);
    if (!url) continue;
    // What was removed on request is not even planned.
    if (forgotten->BarsPage(discovery.url) || forgotten->BarsText(discovery.url) ||
        forgotten->BarsText(discovery.link.title)) {
      continue;
    }
    std::string key = IdentityKey(*url);
    insert->Bind(1, key).Bind(2, discovery.url).Bind(3, url->host).Bind(4, discovery.source);
    insert->Bind(5, static_cast<int64_t>(discovery.kind)).Bind(6, discovery.link.title);
    insert->Bind(7, discovery.link.published).Bind(8, discovery.link.language).Bind(9, now);
    if (Result<void> done = insert->Run(); !done) return Wrapped(done.error());
  }
  if (Result<void> done = transaction->Commit(); !done) return Wrapped(done.error());
  return static_cast<int>(db_.changes() - before);
}

// What the next request is to be conditional on: the validators of the last copy that was of use, all of one answer. A new
// copy brings its own or none; "not modified" may renew them; a failure leaves them. A copy that was of no use has none:
// else "not modified" would make a success of it.
std::string Validator(const std::string& column, int parameter) {
  const std::string said = "?" + std::to_string(parameter);
  return "CASE WHEN ?3 BETWEEN 200 AND 299 THEN CASE WHEN ?4 = '' THEN " + said +
         " ELSE '' END WHEN ?3 = 304 AND " + said + " <> '' THEN " + said + " ELSE " + column + " END";
}

Result<std::vector<KnownUrl>> SqliteFrontier::Due(int64_t now, size_t limit,
                                                  const std::vector<std::string>& sources) {
  Result<Statement> select = db_.Prepare(
      "SELECT key, url, source, kind, title, published, language, interval_s, failures, etag, last_modified, "
      "signature "
      "FROM frontier_url WHERE next_at <= ?1 "
      "AND host NOT IN (SELECT host FROM frontier_host WHERE blocked_until > ?1) " +
      OneOf(sources, 3) + "ORDER BY kind, next_at, key LIMIT ?2");
  if (!select) return Wrapped(select.error());
  select->Bind(1, now).Bind(2, static_cast<int64_t>(limit));
  for (size_t i = 0; i < sources.size(); ++i) select->Bind(static_cast<int>(i) + 3, sources[i]);
  std::vector<KnownUrl> due;
  while (true) {
    Result<bool> row = select->Step();
    if (!row) return Wrapped(row.error());
    if (!*row) return due;
    auto text = [&](int column) { return std::string(select->Text(column)); };
    KnownUrl& known = due.emplace_back();
    known.key = text(0), known.url = text(1), known.source = text(2);
    known.kind = select->Int(3) == 0 ? UrlKind::kFeed : UrlKind::kPage;
    known.link = {known.url, text(4), text(5), text(6)};
    known.state = {known.kind, select->Int(7), static_cast<int>(select->Int(8))};
    known.etag = text(9), known.last_modified = text(10), known.signature = text(11);
  }
}

Result<bool> SqliteFrontier::Knows(const std::string& key) {
  Result<Statement> select = db_.Prepare("SELECT 1 FROM frontier_url WHERE key = ?1");
  if (!select) return Wrapped(select.error());
  select->Bind(1, key);
  Result<bool> row = select->Step();
  if (!row) return Wrapped(row.error());
  return *row;
}

Result<int64_t> SqliteFrontier::NextDue(const std::vector<std::string>& sources) {
  Result<Statement> select = db_.Prepare(
      "SELECT coalesce(min(max(next_at, coalesce(blocked_until, 0))), 9223372036854775807) "
      "FROM frontier_url LEFT JOIN frontier_host USING (host) WHERE next_at IS NOT NULL " +
      OneOf(sources, 1));
  if (!select) return Wrapped(select.error());
  for (size_t i = 0; i < sources.size(); ++i) select->Bind(static_cast<int>(i) + 1, sources[i]);
  Result<bool> row = select->Step();
  if (!row) return Wrapped(row.error());
  return select->Int(0);
}

Result<bool> SqliteFrontier::Record(const std::string& key, const VisitRecord& visit) {
  Result<Statement> update = db_.Prepare(
      "UPDATE frontier_url SET visited_at = ?2, status = ?3, error = ?4, interval_s = ?5, failures = ?6, "
      "next_at = ?7, "
      "succeeded_at = CASE WHEN ?4 = '' THEN ?2 ELSE succeeded_at END, "
      "etag = " +
      Validator("etag", 8) + ", last_modified = " + Validator("last_modified", 9) +
      ", "
      "signature = CASE WHEN ?10 = '' THEN signature ELSE ?10 END WHERE key = ?1");
  if (!update) return Wrapped(update.error());
  update->Bind(1, key).Bind(2, visit.at).Bind(3, int64_t{visit.status}).Bind(4, visit.error);
  update->Bind(5, visit.plan.interval_s).Bind(6, int64_t{visit.plan.failures});
  if (visit.plan.next_at == Plan::kNever) {
    update->BindNull(7);
  } else {
    update->Bind(7, visit.plan.next_at);
  }
  update->Bind(8, visit.etag).Bind(9, visit.last_modified).Bind(10, visit.signature);
  int64_t before = db_.changes();
  if (Result<void> done = update->Run(); !done) return Wrapped(done.error());
  if (db_.changes() == before) return Fail("frontier", "not in the frontier: " + Printable(key));
  return true;
}

Result<bool> SqliteFrontier::BlockHost(const std::string& host, int64_t until) {
  Result<Statement> upsert = db_.Prepare(
      "INSERT INTO frontier_host (host, blocked_until) VALUES (?1, ?2) "
      "ON CONFLICT (host) DO UPDATE SET blocked_until = max(blocked_until, excluded.blocked_until)");
  if (!upsert) return Wrapped(upsert.error());
  upsert->Bind(1, host).Bind(2, until);
  if (Result<void> done = upsert->Run(); !done) return Wrapped(done.error());
  return true;
}

Result<bool> SqliteFrontier::NotePace(const HostPace& pace) {
  Result<Statement> upsert = db_.Prepare(
      "INSERT INTO frontier_host (host, asked_at, delay_ms) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (host) DO UPDATE SET asked_at = excluded.asked_at, delay_ms = excluded.delay_ms");
  if (!upsert) return Wrapped(upsert.error());
  upsert->Bind(1, pace.host).Bind(2, pace.asked_at).Bind(3, pace.delay_ms);
  if (Result<void> done = upsert->Run(); !done) return Wrapped(done.error());
  return true;
}

Result<std::vector<HostPace>> SqliteFrontier::Paces(int64_t asked_since) {
  Result<Statement> select =
      db_.Prepare("SELECT host, asked_at, delay_ms FROM frontier_host WHERE asked_at >= ?1 ORDER BY host");
  if (!select) return Wrapped(select.error());
  select->Bind(1, asked_since);
  std::vector<HostPace> paces;
  while (true) {
    Result<bool> row = select->Step();
    if (!row) return Wrapped(row.error());
    if (!*row) return paces;
    paces.push_back({std::string(select->Text(0)), select->Int(1), select->Int(2)});
  }
}

// A frontier that was made before this table, and is only read, remembers nothing.
std::optional<KnownRobots> SqliteFrontier::RecallRobots(const std::string& origin) {
  Result<Statement> select =
      db_.Prepare("SELECT status, expires_ms, bytes FROM frontier_robots WHERE origin = ?1");
  if (!select) return std::nullopt;
  select->Bind(1, origin);
  Result<bool> row = select->Step();
  if (!row || !*row) return std::nullopt;
  return KnownRobots{static_cast<int>(select->Int(0)), std::string(select->Text(2)), select->Int(1)};
}

void SqliteFrontier::KeepRobots(const std::string& origin, const KnownRobots& known) {
  Result<Statement> upsert = db_.Prepare(
      "INSERT INTO frontier_robots (origin, status, expires_ms, bytes) VALUES (?1, ?2, ?3, CAST(?4 AS BLOB)) "
      "ON CONFLICT (origin) DO UPDATE SET status = excluded.status, expires_ms = excluded.expires_ms, "
      "bytes = excluded.bytes");
  if (!upsert) return;
  upsert->Bind(1, origin).Bind(2, int64_t{known.status}).Bind(3, known.expires_ms).Bind(4, known.bytes);
  (void)upsert->Run();
}

Result<void> SqliteFrontier::Select(const char* sql, int64_t now, const EachRow& each) {
  Result<Statement> select = db_.Prepare(sql);
  if (!select) return Wrapped(select.error());
  select->Bind(1, now);
  while (true) {
    Result<bool> row = select->Step();
    if (!row) return Wrapped(row.error());
    if (!*row) return {};
    each(*select);
  }
}

Result<FrontierStatus> SqliteFrontier::Status(int64_t now) {
  FrontierStatus status;
  Result<void> done = Select(
      "SELECT source, count(*), total(next_at <= ?1), total(next_at > ?1), "
      "total(next_at IS NULL AND error = ''), total(next_at IS NULL AND error <> ''), "
      "max(CASE WHEN kind = 0 THEN succeeded_at END), min(CASE WHEN kind = 0 THEN next_at END), "
      "max(CASE WHEN kind = 0 THEN error ELSE '' END) "
      "FROM frontier_url GROUP BY source",
      now, [&](const Statement& row) {
        status.sources[std::string(row.Text(0))] = {
            row.Int(1), row.Int(2), row.Int(3), row.Int(4),
            row.Int(5), row.Int(6), row.Int(7), std::string(row.Text(8))};
      });
  if (done) {
    done = Select("SELECT error, count(*) FROM frontier_url WHERE error <> '' AND ?1 GROUP BY error", now,
                  [&](const Statement& row) { status.errors[std::string(row.Text(0))] = row.Int(1); });
  }
  if (done) {
    done = Select("SELECT host, count(*) FROM frontier_url WHERE next_at <= ?1 GROUP BY host", now,
                  [&](const Statement& row) { status.hosts[std::string(row.Text(0))].due = row.Int(1); });
  }
  if (done) {
    done = Select(
        "SELECT host, asked_at, delay_ms, CASE WHEN blocked_until > ?1 THEN blocked_until ELSE 0 END "
        "FROM frontier_host",
        now, [&](const Statement& row) {
          HostStatus& host = status.hosts[std::string(row.Text(0))];
          host.asked_at = row.Int(1), host.delay_ms = row.Int(2), host.blocked_until = row.Int(3);
        });
  }
  if (!done) return tl::unexpected(done.error());
  return status;
}

}  // namespace

Result<std::unique_ptr<Frontier>> OpenFrontier(const std::string& path) {
  Result<Database> db = Database::Open(path, Database::Mode::kCreate);
  if (!db) return Wrapped(db.error());
  // A commit lost with the power means a visit repeated, no more. Checkpoints are the store's: one connection
  // does them all (https://sqlite.org/wal.html#walresetbug); without a store, closing does.
  for (const char* sql :
       {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA wal_autocheckpoint = 0"}) {
    if (Result<void> set = db->Execute(sql); !set) return Wrapped(set.error());
  }
  if (Result<void> made = db->Execute(kSchema); !made) return Wrapped(made.error());
  return std::unique_ptr<Frontier>(std::make_unique<SqliteFrontier>(std::move(*db)));
}

Result<std::unique_ptr<Frontier>> OpenFrontierForReading(const std::string& path) {
  Result<Database> db = Database::Open(path, Database::Mode::kRead);
  if (!db) return tl::unexpected(db.error());
  Result<int64_t> tables =
      db->Integer("SELECT count(*) FROM sqlite_master WHERE name IN ('frontier_url', 'frontier_host')");
  if (!tables) return tl::unexpected(tables.error());
  if (*tables != 2) {
    return Fail("no_frontier", path + ": nothing was crawled into it yet (acta ingest --sources, acta run)");
  }
  return std::unique_ptr<Frontier>(std::make_unique<SqliteFrontier>(std::move(*db)));
}

}  // namespace acta
