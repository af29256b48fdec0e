#include "pipeline/store/copies.h"

#include <sqlite3.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "pipeline/store/sql_values.h"
#include "pipeline/text/likeness.h"

namespace acta {
namespace {

constexpr std::string_view kKinds[] = {"", "part", "near", "same"};  // by Likeness::Kind
constexpr size_t kMostCompared = 50, kMostCopies = 200;

// The article that has the sketch of this text: the first that had the text. 0 when it is a new text.
Result<int64_t> SketchedBy(Statements& statements, const std::string& text_hash) {
  Result<Lease> select = statements.Find(
      "SELECT s.article FROM article a JOIN find_sketch s ON s.article = a.key WHERE a.text_hash = ?1 LIMIT "
      "1");
  if (!select) return tl::unexpected(select.error());
  Result<bool> row = (*select)->Bind(1, text_hash).Step();
  if (!row) return tl::unexpected(row.error());
  return *row ? (*select)->Int(0) : 0;
}

// The sketched articles that share a band, those that share most first. A band that more have tells little: it is a
// frame that all pages of a site have.
Result<std::vector<int64_t>> Alike(Statements& statements, const std::vector<int64_t>& bands) {
  std::vector<int64_t> sharing;
  for (int64_t band : bands) {
    Result<Lease> select = statements.Find("SELECT article FROM find_band WHERE band = ?1 LIMIT 100");
    if (!select) return tl::unexpected(select.error());
    (*select)->Bind(1, band);
    Result<bool> row = (*select)->Step();
    for (; row && *row; row = (*select)->Step()) sharing.push_back((*select)->Int(0));
    if (!row) return tl::unexpected(row.error());
  }
  std::sort(sharing.begin(), sharing.end());
  std::vector<std::pair<int64_t, int64_t>> most;  // how many bands, negative; the article
  for (auto at = sharing.begin(); at != sharing.end();) {
    const auto end = std::upper_bound(at, sharing.end(), *at);
    most.emplace_back(at - end, *at);
    at = end;
  }
  std::sort(most.begin(), most.end());
  std::vector<int64_t> articles;
  for (size_t n = 0; n < std::min(most.size(), kMostCompared); ++n) articles.push_back(most[n].second);
  return articles;
}

Result<void> AddSketch(Statements& statements, const ShingleSet& shingles, const std::vector<int64_t>& bands,
                       const std::string& text_hash, int64_t article) {
  const std::string sketch = SketchOf(shingles);
  Result<void> done = statements.Run(
      "INSERT INTO find_sketch (article, text_hash, shingles) VALUES (?1, ?2, CAST(?3 AS BLOB))", article,
      text_hash, sketch);
  for (size_t n = 0; done && n < bands.size(); ++n) {
    done =
        statements.Run("INSERT OR IGNORE INTO find_band (band, article) VALUES (?1, ?2)", bands[n], article);
  }
  return done;
}

struct Sketched {
  std::string text_hash;
  ShingleSet shingles;
};

Result<Sketched> SketchOfArticle(Statements& statements, int64_t article) {
  Result<Lease> select = statements.Find("SELECT text_hash, shingles FROM find_sketch WHERE article = ?1");
  if (!select) return tl::unexpected(select.error());
  Result<bool> row = (*select)->Bind(1, article).Step();
  if (!row) return tl::unexpected(row.error());
  return Sketched{std::string((*select)->Text(0)), ShinglesOf((*select)->Text(1))};
}

void Return(sqlite3_context* context, const nlohmann::json& json) {
  const std::string text = json.dump();
  sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void SqlSketch(sqlite3_context* context, int, sqlite3_value** arguments) {
  const std::string sketch = SketchOf(Shingles(TextOf(arguments[0])));
  sqlite3_result_blob(context, sketch.data(), static_cast<int>(sketch.size()), SQLITE_TRANSIENT);
}

void SqlBands(sqlite3_context* context, int, sqlite3_value** arguments) {
  const bool sketch = sqlite3_value_type(arguments[0]) == SQLITE_BLOB;
  Return(context, Bands(sketch ? ShinglesOf(BytesOf(arguments[0])) : Shingles(TextOf(arguments[0]))));
}

void SqlLikeness(sqlite3_context* context, int, sqlite3_value** arguments) {
  const Likeness like = Compare(Shingles(TextOf(arguments[0])), Shingles(TextOf(arguments[1])));
  if (like.kind == Likeness::kNone) return sqlite3_result_null(context);
  Return(context, {kKinds[like.kind], like.kind == Likeness::kPart ? like.containment : like.jaccard});
}

}  // namespace

Result<void> NoteCopies(Statements& statements, const std::string& text, const std::string& text_hash,
                        int64_t article) {
  const ShingleSet shingles = Shingles(text);
  const std::vector<int64_t> bands = Bands(shingles);
  Result<int64_t> known = SketchedBy(statements, text_hash);
  if (!known) return tl::unexpected(known.error());
  Result<std::vector<int64_t>> alike = Alike(statements, bands);
  if (!alike) return tl::unexpected(alike.error());
  if (*known == 0) {
    if (Result<void> added = AddSketch(statements, shingles, bands, text_hash, article); !added) return added;
  }
  // What is said of a text holds for all articles that have it.
  const int64_t before = statements.db().changes();
  for (int64_t other : *alike) {
    Result<Sketched> sketched = SketchOfArticle(statements, other);
    if (!sketched) return tl::unexpected(sketched.error());
    const Likeness like = Compare(shingles, sketched->shingles);
    if (like.kind == Likeness::kNone) continue;
    const double overlap = like.kind == Likeness::kPart ? like.containment : like.jaccard;
    const int64_t room = static_cast<int64_t>(kMostCopies) - (statements.db().changes() - before);
    Result<void> run = statements.Run(
        "INSERT OR IGNORE INTO find_copy (article, other, kind, overlap) SELECT min(key, ?1), max(key, ?1), "
        "?2, ?3 "
        "FROM article WHERE text_hash = ?4 AND key <> ?1 LIMIT ?5",
        article, kKinds[like.kind], overlap, sketched->text_hash, std::max<int64_t>(room, 0));
    if (!run) return run;
  }
  return {};
}

Result<void> AddLikenessFunctions(const Database& db) {
  struct Function {
    const char* name;
    int arguments;
    void (*run)(sqlite3_context*, int, sqlite3_value**);
  };
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  for (const Function& function : {Function{"acta_sketch", 1, SqlSketch},
                                   {"acta_bands", 1, SqlBands},
                                   {"acta_likeness", 2, SqlLikeness}}) {
    if (sqlite3_create_function_v2(db.handle(), function.name, function.arguments, kFlags, nullptr,
                                   function.run, nullptr, nullptr, nullptr)) {
      return Fail("db", db.path() + ": the functions that compare texts could not be added");
    }
  }
  return {};
}

}  // namespace acta
