#include "pipeline/store/record_read.h"

#include <map>
#include <nlohmann/json.hpp>

#include "pipeline/store/article_rows.h"
#include "pipeline/store/places.h"
#include "schemas/walk.h"

namespace acta {
namespace {

template <size_t N>
std::optional<size_t> IndexOf(const std::string_view (&words)[N], std::string_view word) {
  for (size_t i = 0; i < N; ++i) {
    if (words[i] == word) return i;
  }
  return std::nullopt;
}

bool Assign(const Statement& row, int column, std::string& value) {
  value = std::string(row.Text(column));
  return true;
}
bool Assign(const Statement& row, int column, double& value) {
  value = row.Real(column);
  return true;
}
bool Assign(const Statement& row, int column, bool& value) {
  value = row.Int(column) != 0;
  return true;
}
bool Assign(const Statement& row, int column, Date& value) {
  std::optional<Date> date = ParseIsoDate(row.Text(column));
  if (date) value = *date;
  return date.has_value();
}

// The columns of a part in the order of its field table: ", t.title, t.role, …".
template <class Part>
std::string Columns() {
  std::string columns;
  Part part;
  Part::Fields(part, [&](const Field& field, const auto& value) {
    if constexpr (MaybeField<std::remove_cvref_t<decltype(value)>>) {
      columns += ", t.\"" + std::string(field.name) + "\"";
    }
  });
  return columns;
}

// Loads the records of one article. The first failure is kept; what follows is skipped.
class Loader {
 public:
  Loader(const Database& db, const Article& article, int64_t article_key)
      : db_(db), article_key_(article_key), index_(article.text) {}

  Result<Facts> Load() {
    Facts facts;
    Facts::Lists(facts, [&](auto& list) { LoadKind(list); });
    if (!error_) LoadEvidence(facts);
    if (error_) return tl::unexpected(*error_);
    return facts;
  }

 private:
  // Runs `sql`, in which ?1 is the article, and calls each(row).
  template <class Each>
  void Select(const std::string& sql, Each&& each) {
    if (error_) return;
    Result<Statement> rows = db_.Prepare(sql);
    if (!rows) return Fail(rows.error());
    rows->Bind(1, article_key_);
    while (!error_) {
      Result<bool> row = rows->Step();
      if (!row) return Fail(row.error());
      if (!*row) return;
      each(*rows);
    }
  }

  void Fail(Error error) {
    if (!error_) error_ = std::move(error);
  }
  void Damaged(const std::string& what) {
    Fail({"db_corrupt", "article " + std::to_string(article_key_) + ": " + what});
  }

  template <class Part>
  void ReadColumns(const Statement& row, int column, Part& part) {
    Part::Fields(part, [&](const Field& field, auto& value) {
      if constexpr (MaybeField<std::remove_cvref_t<decltype(value)>>) {
        if (!row.IsNull(column) && !Assign(row, column, value.emplace().value)) {
          Damaged("column " + std::string(field.name) + " has a value that is no date");
        }
        ++column;
      }
    });
  }

  template <class Record>
  void LoadKind(std::vector<Record>& list) {
    const std::string kind(Record::kKind);
    std::map<int64_t, Record*> by_key;
    Select("SELECT r.key, r.id, r.rule, r.basis, r.start, r.\"end\", r.mentions, r.evidence" +
               Columns<Record>() + " FROM record r JOIN \"" + kind +
               "\" t ON t.record = r.key WHERE r.article = ?1 ORDER BY r.n",
           [&](const Statement& row) {
             Record& record = list.emplace_back();
             keys_.push_back(row.Int(0));
             record.head.id = std::string(row.Text(1));
             record.head.rule = std::string(row.Text(2));
             record.head.basis = BasisOf(row.Text(3));
             ReadPlaces(row, 4, record);
             ReadColumns(row, 8, record);
           });
    for (size_t n = 0; n < list.size(); ++n) by_key[keys_[keys_.size() - list.size() + n]] = &list[n];
    if (list.empty()) return;
    Record shape;
    Record::Fields(shape, [&](const Field& field, auto& value) {
      LoadPart<Record>(kind + "_" + std::string(field.name), field.name, value, by_key);
    });
  }

  // Fills one list, part or set of links of all records of a kind. `shape` is only looked at for its type.
  template <class Record, class Value>
  void LoadPart(const std::string& table, std::string_view name, const Value&,
                const std::map<int64_t, Record*>& by_key) {
    auto each_of = [&](const std::string& columns, const std::string& order, auto&& each) {
      Select("SELECT t.record" + columns + " FROM \"" + table + "\" t JOIN record r ON r.key = t.record " +
                 "WHERE r.article = ?1 ORDER BY t.record, " + order,
             [&](const Statement& row) {
               auto owner = by_key.find(row.Int(0));
               if (owner == by_key.end()) return Damaged("a row of " + table + " has no record");
               Record::Fields(*owner->second, [&](const Field& field, auto& value) {
                 if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, Value>) {
                   if (field.name == name) each(row, value);
                 }
               });
             });
    };
    if constexpr (ManyField<Value>) {
      each_of(", t.value", "t.n",
              [&](const Statement& row, Value& list) { Assign(row, 1, list.emplace_back().value); });
    } else if constexpr (LinksField<Value>) {
      each_of(", t.list, (SELECT id FROM record WHERE key = t.target), t.relation", "t.list, t.n",
              [&](const Statement& row, Links& links) { AddLink(row, links); });
    } else if constexpr (OptionalPart<Value>) {
      using Part = typename Value::value_type;
      each_of(Columns<Part>(), "t.n",
              [&](const Statement& row, Value& part) { ReadColumns(row, 1, part.emplace()); });
    } else if constexpr (PartsField<Value>) {
      using Part = typename Value::value_type;
      each_of(Columns<Part>(), "t.n",
              [&](const Statement& row, Value& parts) { ReadColumns(row, 1, parts.emplace_back()); });
    }
  }

  static void AddLink(const Statement& row, Links& links) {
    std::string id(row.Text(2));
    if (row.Text(1) == "deadlines") {
      links.deadlines.push_back(std::move(id));
    } else if (row.Text(1) == "targets") {
      links.targets.push_back(std::move(id));
    } else {
      links.resolutions.push_back({std::move(id), std::string(row.Text(3))});
    }
  }

  // Where the record stands, from the columns start, end, mentions and evidence.
  template <class Record>
  void ReadPlaces(const Statement& row, int column, Record& record) {
    if (!row.IsNull(column)) record.head.mentions.push_back(SpanOf({row.Int(column), row.Int(column + 1)}));
    if (!row.IsNull(column + 2)) {
      const auto more = ReadMentions(row.Text(column + 2));
      if (!more) return Damaged(record.head.id + ": its mentions are no list of places");
      for (const PlaceInText& place : *more) record.head.mentions.push_back(SpanOf(place));
    }
    evidence_.emplace_back(row.Text(column + 3));
  }

  // Once all values are there: the place of each.
  void LoadEvidence(Facts& facts) {
    size_t next = 0;
    WalkRecords(facts, [&](auto& record) {
      const auto evidence = ReadEvidence(evidence_[next++]);
      if (!evidence) return Damaged(record.head.id + ": its evidence is no table of places");
      size_t used = 0, known = 0;
      WalkValues(record, [&](const std::string& path, size_t n, auto& at) {
        const auto places = evidence->find(path);
        if (places == evidence->end() || n >= places->second.size()) {
          return Damaged(record.head.id + ": " + path + " has no evidence");
        }
        at.span = SpanOf(places->second[n]);
        at.basis = places->second[n].basis;
        ++used;
      });
      for (const auto& [field, places] : *evidence) known += places.size();
      if (used != known) Damaged("there is evidence for values that are not there");
    });
  }

  Span SpanOf(const PlaceInText& place) {
    const auto [start, end, basis] = place;
    if (start < 0 || start > end || end > static_cast<int64_t>(index_.size())) {
      Damaged("an offset is outside the text");
      return {};
    }
    return {static_cast<uint32_t>(index_.Byte(static_cast<size_t>(start))),
            static_cast<uint32_t>(index_.Byte(static_cast<size_t>(end)))};
  }

  Basis BasisOf(std::string_view word) {
    std::optional<size_t> basis = IndexOf(vocabulary::kBasis, word);
    if (!basis) Damaged("\"" + std::string(word) + "\" is no basis");
    return static_cast<Basis>(basis.value_or(0));
  }

  const Database& db_;
  int64_t article_key_;
  Utf8Index index_;
  std::vector<int64_t> keys_;          // of all records, in the order of Facts::Lists
  std::vector<std::string> evidence_;  // of all records, in the same order
  std::optional<Error> error_;
};

Result<Extraction> LoadArticle(const Database& db, int64_t key) {
  Result<Statement> row = db.Prepare(
      "SELECT url, canonical_url, source_url, site, title, byline, published, language, status, captions, "
      "text, pack, coalesce((SELECT min(source) FROM input WHERE article = key), url, '') "
      "FROM article WHERE key = ?1");
  if (!row) return tl::unexpected(row.error());
  Result<bool> found = row->Bind(1, key).Step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return Fail("not_found", "there is no article " + std::to_string(key));

  Extraction reading;
  Article& article = reading.article;
  std::string* columns[] = {&article.url,       &article.canonical_url, &article.source_url,
                            &article.site,      &article.title,         &article.byline,
                            &article.published, &article.language,      &article.status};
  int column = 0;
  for (std::string* value : columns) *value = std::string(row->Text(column++));
  auto captions = nlohmann::json::parse(row->Text(9), nullptr, false);
  if (captions.is_array()) {
    for (const auto& caption : captions) {
      if (caption.is_string()) article.captions.push_back(caption.get<std::string>());
    }
  }
  article.text = std::string(row->Text(10));
  reading.facts.pack = std::string(row->Text(11));
  article.source = std::string(row->Text(12));

  Utf8Index index(article.text);
  Result<Statement> paragraphs =
      db.Prepare("SELECT start, \"end\", kind FROM paragraph WHERE article = ?1 ORDER BY n");
  if (!paragraphs) return tl::unexpected(paragraphs.error());
  paragraphs->Bind(1, key);
  for (found = paragraphs->Step(); found && *found; found = paragraphs->Step()) {
    Span span{static_cast<uint32_t>(index.Byte(static_cast<size_t>(paragraphs->Int(0)))),
              static_cast<uint32_t>(index.Byte(static_cast<size_t>(paragraphs->Int(1))))};
    auto kind = static_cast<ParagraphKind>(IndexOf(kParagraphKinds, paragraphs->Text(2)).value_or(1));
    article.paragraphs.push_back({span, kind});
  }
  if (!found) return tl::unexpected(found.error());
  return reading;
}

}  // namespace

Result<Extraction> LoadExtraction(const Database& db, int64_t article_key) {
  Result<Extraction> reading = LoadArticle(db, article_key);
  if (!reading) return reading;
  Result<Facts> facts = Loader(db, reading->article, article_key).Load();
  if (!facts) return tl::unexpected(facts.error());
  facts->pack = std::move(reading->facts.pack);
  reading->facts = std::move(*facts);
  return reading;
}

Result<void> ForEachExtraction(const Database& db,
                               const std::function<Result<void>(const Extraction&)>& visit) {
  Result<Statement> keys = db.Prepare("SELECT key FROM article ORDER BY key");
  if (!keys) return tl::unexpected(keys.error());
  while (true) {
    Result<bool> row = keys->Step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return {};
    Result<Extraction> reading = LoadExtraction(db, keys->Int(0));
    if (!reading) return tl::unexpected(reading.error());
    if (Result<void> visited = visit(*reading); !visited) return visited;
  }
}

}  // namespace acta
