#include "pipeline/run/reread.h"

#include "pipeline/run/read_page.h"
#include "pipeline/store/record_read.h"

namespace acta {
namespace {

// Keys first: the articles are changed while they are walked.
Result<std::vector<int64_t>> ArticleKeys(const Database& db, const std::string& language) {
  std::vector<int64_t> keys;
  Result<Statement> select =
      db.Prepare("SELECT article FROM v_article WHERE ?1 = '' OR language = ?1 ORDER BY article");
  if (!select) return tl::unexpected(select.error());
  select->Bind(1, language);
  while (true) {
    Result<bool> row = select->Step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return keys;
    keys.push_back(select->Int(0));
  }
}

Result<void> RereadArticle(Store* store, const Database& db, const PackSet& packs, int64_t key,
                           RereadReport& report, const std::function<void(const Difference&)>& visit) {
  Result<Extraction> stored = LoadExtraction(db, key);
  if (!stored) return tl::unexpected(stored.error());
  ++report.articles;
  const Article& article = stored->article;
  const Pack* pack = packs.Find(article.language);
  if (!pack) {
    ++report.unread;
    return {};
  }
  if (pack->language + " " + pack->version == stored->facts.pack) {
    ++report.same_pack;
    return {};
  }
  Result<Facts> facts = ReadFacts(article, packs);
  if (!facts) return tl::unexpected(facts.error());
  ++report.read;
  std::vector<KeptRecord> before, now;
  const std::string name = article.url.empty() ? article.source : article.url;
  KeepRecords(name, article, stored->facts, packs, before);
  KeepRecords(name, article, *facts, packs, now);
  const std::vector<Difference> differences = CompareRecords(before, now);
  report.differing += !differences.empty();
  for (const Difference& difference : differences) {
    ++(difference.what == Difference::What::kLost      ? report.lost
       : difference.what == Difference::What::kChanged ? report.changed
                                                       : report.found);
    visit(difference);
  }
  if (!store) return {};
  Result<Stored> written = store->Reread(article, *facts);
  return written ? Result<void>() : tl::unexpected(written.error());
}

}  // namespace

Result<RereadReport> Reread(Store* store, const Database& db, const PackSet& packs,
                            const RereadOptions& options,
                            const std::function<void(const Difference&)>& visit) {
  RereadReport report;
  Result<std::vector<int64_t>> keys = ArticleKeys(db, options.language);
  if (!keys) return tl::unexpected(keys.error());
  for (int64_t key : *keys) {
    if (options.stop.stop_requested()) break;
    Result<void> done = RereadArticle(options.dry_run ? nullptr : store, db, packs, key, report, visit);
    if (!done) return tl::unexpected(done.error());
    if (options.progress) options.progress(report.articles, static_cast<int64_t>(keys->size()));
  }
  return report;
}

}  // namespace acta
