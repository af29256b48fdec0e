#include "pipeline/store/versions.h"

namespace acta {
namespace {

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

Result<bool> IsOutdated(Statements& statements, const Visit& visit) {
  if (visit.fetched_at == 0) return false;
  Result<Lease> later = statements.Find(
      "SELECT 1 FROM visit v JOIN input i ON i.source = v.source "
      "WHERE v.source = ?1 AND v.fetched_at > ?2 AND i.outcome = 'ok'");
  if (!later) return tl::unexpected(later.error());
  return (*later)->Bind(1, visit.source).Bind(2, visit.fetched_at).Step();
}

}  // namespace acta
