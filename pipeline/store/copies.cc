#include "pipeline/store/copies.h"

#include <sqlite3.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "pipeline/store/sql_values.h"
#include "pipeline/text/likeness.h"

namespace acta {
namespace {

constexpr std::string_view kKinds[] = {"", "part", "near", "same"};  // by Likeness::Kind
constexpr size_t kMostCompared = 50, kMostCopies = 200, kMostOfBand = 100;

// Who shares bands with whom. The lists are kept by band, because many articles may share one.
struct Sharing {
  struct Part {
    size_t band, size;  // the first ones of that list of `bands`
  };
  std::vector<std::vector<int64_t>> bands;  // of each band that anyone shares: those that have it
  std::vector<std::vector<Part>> parts;     // of each article

  // Those that share a band with the n-th article, once for each band.
  std::vector<int64_t> With(size_t n) const {
    std::vector<int64_t> all;
    for (const Part& part : parts[n]) {
      const std::vector<int64_t>& band = bands[part.band];
      all.insert(all.end(), band.begin(), band.begin() + static_cast<std::ptrdiff_t>(part.size));
    }
    return all;
  }
};

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

// A band of one of the articles.
struct Band {
  int64_t hash;
  size_t n;  // which of the articles has it

  friend auto operator<=>(const Band&, const Band&) = default;
};

// Those in the file that have the band. A band that many have tells little: it is a frame that all pages of a site have.
Result<std::vector<int64_t>> WithBand(Statements& statements, int64_t band) {
  Result<Lease> select = statements.Find("SELECT article FROM find_band WHERE band = ?1 LIMIT ?2");
  if (!select) return tl::unexpected(select.error());
  (*select)->Bind(1, band).Bind(2, static_cast<int64_t>(kMostOfBand));
  std::vector<int64_t> articles;
  Result<bool> row = (*select)->Step();
  for (; row && *row; row = (*select)->Step()) articles.push_back((*select)->Int(0));
  if (!row) return tl::unexpected(row.error());
  return articles;
}

// The bands of the articles, in their order, each with who has it. Bands are hashes: in their order the file is gone
// through once.
std::vector<Band> BandsOf(std::span<const Banded> articles) {
  std::vector<Band> bands;
  for (size_t n = 0; n < articles.size(); ++n) {
    for (int64_t band : articles[n].bands) bands.push_back({band, n});
  }
  std::sort(bands.begin(), bands.end());
  bands.erase(std::unique(bands.begin(), bands.end()), bands.end());
  return bands;
}

// Those of the bands that an article in the file has, in their order.
Result<std::vector<int64_t>> BandsInFile(RowWriter& writer, std::span<const Band> bands) {
  RowSet asked;
  for (size_t at = 0; at < bands.size(); ++at) {
    if (at == 0 || bands[at - 1].hash != bands[at].hash)
      asked.Add("find", "band").Set("band", bands[at].hash);
  }
  return writer.KeysAmong(asked,
                          "SELECT c0 FROM acta_rows WHERE EXISTS (SELECT 1 FROM find_band WHERE band = c0)");
}

// Finds who shares bands with whom.
Result<Sharing> ShareBands(Statements& statements, RowWriter& writer, std::span<const Banded> articles,
                           std::span<const Band> bands) {
  Result<std::vector<int64_t>> in_file = BandsInFile(writer, bands);
  if (!in_file) return tl::unexpected(in_file.error());
  Sharing sharing{{}, std::vector<std::vector<Sharing::Part>>(articles.size())};
  std::vector<int64_t> alike;
  bool shared = false;  // by an article that came after one of them
  auto known = in_file->begin();
  for (size_t at = 0; at < bands.size(); ++at) {
    const auto& [hash, n] = bands[at];
    if (at == 0 || bands[at - 1].hash != hash) {
      if (std::exchange(shared, false)) sharing.bands.push_back(std::move(alike));
      alike.clear();
      if (known != in_file->end() && *known == hash) {
        ++known;
        Result<std::vector<int64_t>> found = WithBand(statements, hash);
        if (!found) return tl::unexpected(found.error());
        alike = std::move(*found);
      }
    }
    if (!alike.empty()) {
      sharing.parts[n].push_back({sharing.bands.size(), alike.size()});
      shared = true;
    }
    if (articles[n].own_sketch && alike.size() < kMostOfBand)
      alike.push_back(articles[n].article);  // for the later ones
  }
  if (shared) sharing.bands.push_back(std::move(alike));
  return sharing;
}

// Writes the bands of those that have a sketch.
Result<void> KeepBands(RowWriter& writer, std::span<const Banded> articles, std::span<const Band> bands) {
  RowSet rows;
  for (const Band& band : bands) {
    const Banded& article = articles[band.n];
    if (article.own_sketch) rows.Add("find", "band").Set("band", band.hash).Set("article", article.article);
  }
  const RowSet* const sets[] = {&rows};
  return writer.Write(sets);
}

// Each once, those that share most first, the fifty best.
std::vector<int64_t> MostSharing(std::vector<int64_t> sharing) {
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

// The shingles of an article that is there, by its sketch or that of another article with its text.
Result<ShingleSet> LoadShingles(Statements& statements, int64_t article) {
  Result<Lease> select = statements.Find(
      "SELECT s.shingles FROM article a CROSS JOIN article o ON o.text_hash = a.text_hash CROSS JOIN "
      "find_sketch s ON s.article = o.key WHERE a.key = ?1 LIMIT 1");
  if (!select) return tl::unexpected(select.error());
  Result<bool> row = (*select)->Bind(1, article).Step();
  if (!row) return tl::unexpected(row.error());
  return *row ? ShinglesOf((*select)->Text(0)) : ShingleSet();
}

// Notes what of `alike` the article is a copy of. What is said of a text holds for all articles that have it.
Result<void> CompareWith(Statements& statements, int64_t article, const std::vector<int64_t>& alike) {
  if (alike.empty()) return {};
  Result<ShingleSet> shingles = LoadShingles(statements, article);
  if (!shingles) return tl::unexpected(shingles.error());
  const int64_t before = statements.db().changes();
  for (int64_t other : alike) {
    Result<Lease> select = statements.Find("SELECT text_hash, shingles FROM find_sketch WHERE article = ?1");
    if (!select) return tl::unexpected(select.error());
    Result<bool> row = (*select)->Bind(1, other).Step();
    if (!row) return tl::unexpected(row.error());
    const Likeness like = Compare(*shingles, ShinglesOf((*select)->Text(1)));
    if (like.kind == Likeness::kNone) continue;
    const double overlap = like.kind == Likeness::kPart ? like.containment : like.jaccard;
    const int64_t room = static_cast<int64_t>(kMostCopies) - (statements.db().changes() - before);
    Result<void> run = statements.Run(
        "INSERT OR IGNORE INTO find_copy (article, other, kind, overlap) SELECT min(key, ?1), max(key, ?1), "
        "?2, ?3 "
        "FROM article WHERE text_hash = ?4 AND key <> ?1 LIMIT ?5",
        article, kKinds[like.kind], overlap, (*select)->Text(0), std::max<int64_t>(room, 0));
    if (!run) return run;
  }
  return {};
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

Result<bool> NoteSketch(Statements& statements, int64_t article, const std::string& text_hash,
                        std::string_view sketch) {
  Result<int64_t> known = SketchedBy(statements, text_hash);
  if (!known) return tl::unexpected(known.error());
  if (*known != 0) return false;
  Result<void> run = statements.Run(
      "INSERT INTO find_sketch (article, text_hash, shingles) VALUES (?1, ?2, CAST(?3 AS BLOB))", article,
      text_hash, sketch);
  if (!run) return tl::unexpected(run.error());
  return true;
}

Result<void> NoteCopies(Statements& statements, RowWriter& writer, std::span<const Banded> articles) {
  const std::vector<Band> bands = BandsOf(articles);
  Result<Sharing> sharing = ShareBands(statements, writer, articles, bands);
  if (!sharing) return tl::unexpected(sharing.error());
  if (Result<void> kept = KeepBands(writer, articles, bands); !kept) return kept;
  for (size_t n = 0; n < articles.size(); ++n) {
    Result<void> noted = CompareWith(statements, articles[n].article, MostSharing(sharing->With(n)));
    if (!noted) return noted;
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
