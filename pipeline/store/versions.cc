#include "pipeline/store/versions.h"

#include <sqlite3.h>

#include <nlohmann/json.hpp>

#include "pipeline/text/likeness.h"

namespace acta {
namespace {

constexpr std::string_view kKinds[] = {"", "part", "near", "same"};  // by Likeness::Kind

std::string_view TextOf(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return text ? std::string_view(text, static_cast<size_t>(sqlite3_value_bytes(value))) : std::string_view();
}

void Return(sqlite3_context* context, const nlohmann::json& json) {
  const std::string text = json.dump();
  sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void SqlBands(sqlite3_context* context, int, sqlite3_value** arguments) {
  Return(context, Bands(Shingles(TextOf(arguments[0]))));
}

void SqlLikeness(sqlite3_context* context, int, sqlite3_value** arguments) {
  const Likeness like = Compare(Shingles(TextOf(arguments[0])), Shingles(TextOf(arguments[1])));
  if (like.kind == Likeness::kNone) return sqlite3_result_null(context);
  Return(context, {kKinds[like.kind], like.kind == Likeness::kPart ? like.containment : like.jaccard});
}

Version VersionFrom(const Statement& row) {
  return {std::string(row.Text(0)), row.Int(1), row.Int(2), row.Int(3), row.Int(4), row.Int(5),
          row.Int(6) != 0};
}

constexpr std::string_view kSelect =
    "SELECT page, article, n, versions, first_seen, last_seen, current FROM v_version WHERE page ";

}  // namespace

Result<std::vector<Version>> VersionsOf(const Database& db, const std::string& named) {
  Result<Statement> select =
      db.Prepare(std::string(kSelect) +
                 "= coalesce((SELECT page FROM version WHERE page = ?1 LIMIT 1), "
                 "(SELECT v.page FROM input i JOIN version v ON v.article = i.article WHERE i.source = ?1 "
                 "ORDER BY v.page LIMIT 1)) ORDER BY n");
  if (!select) return tl::unexpected(select.error());
  select->Bind(1, named);
  std::vector<Version> versions;
  Result<bool> row = select->Step();
  for (; row && *row; row = select->Step()) versions.push_back(VersionFrom(*select));
  if (!row) return tl::unexpected(row.error());
  return versions;
}

Result<Version> VersionOf(const Database& db, int64_t article) {
  Result<Statement> select =
      db.Prepare(std::string(kSelect) +
                 "= (SELECT page FROM version WHERE article = ?1 ORDER BY page LIMIT 1) AND article = ?1");
  if (!select) return tl::unexpected(select.error());
  Result<bool> row = select->Bind(1, article).Step();
  if (!row) return tl::unexpected(row.error());
  if (!*row) return Fail("not_found", "no version of a page is the article " + std::to_string(article));
  return VersionFrom(*select);
}

Result<void> NoteVersion(const Database& db, const Visit& visit, const std::string& url, int64_t article) {
  const std::string& page = !visit.page.empty() ? visit.page : !url.empty() ? url : visit.source;
  Result<Statement> version = db.Prepare("INSERT OR IGNORE INTO version (page, article) VALUES (?1, ?2)");
  if (!version) return tl::unexpected(version.error());
  if (Result<void> run = version->Bind(1, page).Bind(2, article).Run(); !run) return run;
  // min() and max() of SQL are null when one of theirs is.
  Result<Statement> seen = db.Prepare(
      "INSERT INTO sighting (page, article, first_seen, last_seen) VALUES (?1, ?2, nullif(?3, 0), nullif(?3, "
      "0)) "
      "ON CONFLICT DO UPDATE SET first_seen = coalesce(min(first_seen, ?3), first_seen, nullif(?3, 0)), "
      "last_seen = coalesce(max(last_seen, ?3), nullif(?3, 0)) WHERE ?3 > 0");
  if (!seen) return tl::unexpected(seen.error());
  return seen->Bind(1, page).Bind(2, article).Bind(3, visit.fetched_at).Run();
}

namespace {

// The article that has the bands of this text: the first that had the text. 0 when it is a new text.
Result<int64_t> BandsOfText(const Database& db, const std::string& text_hash) {
  Result<Statement> select = db.Prepare(
      "SELECT key FROM article a WHERE text_hash = ?1 AND EXISTS (SELECT 1 FROM find_band WHERE article = "
      "a.key) LIMIT 1");
  if (!select) return tl::unexpected(select.error());
  Result<bool> row = select->Bind(1, text_hash).Step();
  if (!row) return tl::unexpected(row.error());
  return *row ? select->Int(0) : 0;
}

}  // namespace

Result<void> NoteCopies(const Database& db, const std::string& text, const std::string& text_hash,
                        int64_t article) {
  Result<int64_t> known = BandsOfText(db, text_hash);
  if (!known) return tl::unexpected(known.error());
  if (*known == 0) {
    Result<Statement> bands = db.Prepare(
        "INSERT OR IGNORE INTO find_band (band, article) SELECT value, ?1 FROM json_each(acta_bands(?2))");
    if (!bands) return tl::unexpected(bands.error());
    if (Result<void> run = bands->Bind(1, article).Bind(2, text).Run(); !run) return run;
    known = article;
  }
  // Compared with the fifty texts that share most bands; what is said of a text holds for all articles that have it.
  Result<Statement> copies = db.Prepare(
      "INSERT OR IGNORE INTO find_copy (article, other, kind, overlap) "
      "SELECT min(o.key, ?1), max(o.key, ?1), json_extract(likeness, '$[0]'), json_extract(likeness, '$[1]') "
      "FROM "
      "(SELECT text_hash, acta_likeness(text, ?2) AS likeness FROM article WHERE key IN "
      "(SELECT b.article FROM find_band a JOIN find_band b ON b.band = a.band WHERE a.article = ?3 "
      "GROUP BY b.article ORDER BY count(*) DESC, b.article LIMIT 50)) m "
      "JOIN article o ON o.text_hash = m.text_hash AND o.key <> ?1 WHERE likeness IS NOT NULL LIMIT 200");
  if (!copies) return tl::unexpected(copies.error());
  return copies->Bind(1, article).Bind(2, text).Bind(3, *known).Run();
}

Result<bool> IsOutdated(const Database& db, const Visit& visit) {
  if (visit.fetched_at == 0) return false;
  Result<Statement> later = db.Prepare(
      "SELECT 1 FROM visit v JOIN input i ON i.source = v.source "
      "WHERE v.source = ?1 AND v.fetched_at > ?2 AND i.outcome = 'ok'");
  if (!later) return tl::unexpected(later.error());
  return later->Bind(1, visit.source).Bind(2, visit.fetched_at).Step();
}

Result<void> AddLikenessFunctions(const Database& db) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  const int failed = sqlite3_create_function_v2(db.handle(), "acta_bands", 1, kFlags, nullptr, SqlBands,
                                                nullptr, nullptr, nullptr) |
                     sqlite3_create_function_v2(db.handle(), "acta_likeness", 2, kFlags, nullptr, SqlLikeness,
                                                nullptr, nullptr, nullptr);
  if (failed) return Fail("db", db.path() + ": the functions that compare texts could not be added");
  return {};
}

}  // namespace acta
