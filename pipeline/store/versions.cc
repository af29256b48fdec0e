#include "pipeline/store/versions.h"

#include <sqlite3.h>

#include <algorithm>
#include <map>
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

Result<void> NoteVersion(Statements& statements, const Visit& visit, const std::string& url,
                         int64_t article) {
  const std::string& page = !visit.page.empty() ? visit.page : !url.empty() ? url : visit.source;
  Result<void> version =
      statements.Run("INSERT OR IGNORE INTO version (page, article) VALUES (?1, ?2)", page, article);
  if (!version) return version;
  // min() and max() of SQL are null when one of theirs is.
  return statements.Run(
      "INSERT INTO sighting (page, article, first_seen, last_seen) VALUES (?1, ?2, nullif(?3, 0), nullif(?3, "
      "0)) "
      "ON CONFLICT DO UPDATE SET first_seen = coalesce(min(first_seen, ?3), first_seen, nullif(?3, 0)), "
      "last_seen = coalesce(max(last_seen, ?3), nullif(?3, 0)) WHERE ?3 > 0",
      page, article, visit.fetched_at);
}

namespace {

constexpr size_t kMostCompared = 50, kMostCopies = 200;

// The article that has the bands of this text: the first that had the text. 0 when it is a new text.
Result<int64_t> BandsOfText(Statements& statements, const std::string& text_hash) {
  Result<Lease> select = statements.Find(
      "SELECT key FROM article a WHERE text_hash = ?1 AND EXISTS (SELECT 1 FROM find_band WHERE article = "
      "a.key) "
      "LIMIT 1");
  if (!select) return tl::unexpected(select.error());
  Result<bool> row = (*select)->Bind(1, text_hash).Step();
  if (!row) return tl::unexpected(row.error());
  return *row ? (*select)->Int(0) : 0;
}

// The articles that share a band, those that share most first.
Result<std::vector<int64_t>> Alike(Statements& statements, const std::vector<int64_t>& bands) {
  std::map<int64_t, int> shared;
  for (int64_t band : bands) {
    Result<Lease> select = statements.Find("SELECT article FROM find_band WHERE band = ?1");
    if (!select) return tl::unexpected(select.error());
    (*select)->Bind(1, band);
    Result<bool> row = (*select)->Step();
    for (; row && *row; row = (*select)->Step()) ++shared[(*select)->Int(0)];
    if (!row) return tl::unexpected(row.error());
  }
  std::vector<std::pair<int64_t, int>> most(shared.begin(), shared.end());
  std::stable_sort(most.begin(), most.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<int64_t> articles;
  for (size_t n = 0; n < std::min(most.size(), kMostCompared); ++n) articles.push_back(most[n].first);
  return articles;
}

struct Told {
  std::string text, text_hash;
};

Result<Told> TextOfArticle(Statements& statements, int64_t article) {
  Result<Lease> select = statements.Find("SELECT text, text_hash FROM article WHERE key = ?1");
  if (!select) return tl::unexpected(select.error());
  Result<bool> row = (*select)->Bind(1, article).Step();
  if (!row) return tl::unexpected(row.error());
  return Told{std::string((*select)->Text(0)), std::string((*select)->Text(1))};
}

}  // namespace

Result<void> NoteCopies(Statements& statements, const std::string& text, const std::string& text_hash,
                        int64_t article) {
  const std::vector<uint64_t> shingles = Shingles(text);
  const std::vector<int64_t> bands = Bands(shingles);
  Result<int64_t> known = BandsOfText(statements, text_hash);
  if (!known) return tl::unexpected(known.error());
  Result<std::vector<int64_t>> alike = Alike(statements, bands);
  if (!alike) return tl::unexpected(alike.error());
  for (size_t n = 0; *known == 0 && n < bands.size(); ++n) {
    Result<void> run =
        statements.Run("INSERT OR IGNORE INTO find_band (band, article) VALUES (?1, ?2)", bands[n], article);
    if (!run) return run;
  }
  // What is said of a text holds for all articles that have it.
  const int64_t before = statements.db().changes();
  for (int64_t other : *alike) {
    Result<Told> told = TextOfArticle(statements, other);
    if (!told) return tl::unexpected(told.error());
    const Likeness like = Compare(shingles, Shingles(told->text));
    if (like.kind == Likeness::kNone) continue;
    const double overlap = like.kind == Likeness::kPart ? like.containment : like.jaccard;
    const int64_t room = static_cast<int64_t>(kMostCopies) - (statements.db().changes() - before);
    Result<void> run = statements.Run(
        "INSERT OR IGNORE INTO find_copy (article, other, kind, overlap) SELECT min(key, ?1), max(key, ?1), "
        "?2, ?3 "
        "FROM article WHERE text_hash = ?4 AND key <> ?1 LIMIT ?5",
        article, kKinds[like.kind], overlap, told->text_hash, std::max<int64_t>(room, 0));
    if (!run) return run;
  }
  return {};
}

Result<bool> IsOutdated(Statements& statements, const Visit& visit) {
  if (visit.fetched_at == 0) return false;
  Result<Lease> later = statements.Find(
      "SELECT 1 FROM visit v JOIN input i ON i.source = v.source "
      "WHERE v.source = ?1 AND v.fetched_at > ?2 AND i.outcome = 'ok'");
  if (!later) return tl::unexpected(later.error());
  return (*later)->Bind(1, visit.source).Bind(2, visit.fetched_at).Step();
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
