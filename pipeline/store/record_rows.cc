#include "pipeline/store/record_rows.h"

#include <cmath>
#include <string>
#include <string_view>
#include <unordered_set>

#include "pipeline/store/keys.h"
#include "pipeline/store/places.h"
#include "schemas/walk.h"

namespace acta {
namespace {

void SetValue(RowSet::Row& row, std::string_view column, const std::string& value) {
  row.Set(column, std::string_view(value));
}
void SetValue(RowSet::Row& row, std::string_view column, double value) { row.Set(column, value); }
void SetValue(RowSet::Row& row, std::string_view column, bool value) { row.Set(column, int64_t{value}); }
void SetValue(RowSet::Row& row, std::string_view column, const Date& value) { row.Set(column, ToIso(value)); }

// The rows of one article. The first failure is kept.
class RecordRows {
 public:
  RecordRows(const Article& article, const Facts& facts, int64_t article_key, RowSet& rows)
      : rows_(rows), text_(article.text), index_(article.text), article_key_(article_key) {
    WalkRecords(facts, [&](const auto& record) {
      if (!ids_.insert(record.head.id).second) Refuse("two records have the id " + record.head.id);
    });
  }

  template <class Record>
  void Add(const Record& record, size_t n) {
    const int64_t key = RecordKey(article_key_, record.head.id);
    AddRecord(record, key, n);
    RowSet::Row own = rows_.Add(Record::kKind);
    own.Set("record", key);
    SetColumns(record, own, Record::kKind);
    AddParts(record, key);
  }

  Result<void> status() const { return status_; }

 private:
  void Refuse(std::string message) {
    if (status_) status_ = Fail("bad_record", std::move(message));
  }

  // What every record has, with all the places where it and its values stand.
  template <class Record>
  void AddRecord(const Record& record, int64_t key, size_t n) {
    PlacesWriter places;
    const std::vector<Span>& mentions = record.head.mentions;
    for (size_t i = 1; i < mentions.size(); ++i) places.Mention(PlaceOf(mentions[i]));
    WalkValues(record, [&](const std::string& path, size_t, const auto& at) {
      places.Value(path, PlaceOf(at.span, at.basis));
    });
    RowSet::Row row = rows_.Add("record");
    row.Set("key", key)
        .Set("article", article_key_)
        .Set("kind", Record::kKind)
        .Set("n", static_cast<int64_t>(n))
        .Set("id", record.head.id)
        .Set("rule", record.head.rule)
        .Set("basis", ToString(record.head.basis));
    if (mentions.empty()) {
      row.SetNull("start").SetNull("end").SetNull("quote");
    } else {
      const PlaceInText first = PlaceOf(mentions[0]);
      row.Set("start", first.start).Set("end", first.end).Set("quote", mentions[0].In(text_));
    }
    row.SetOrNull("mentions", places.Mentions()).Set("evidence", places.Evidence());
  }

  template <class Part>
  void SetColumns(const Part& part, RowSet::Row& row, std::string_view kind, std::string_view list = {}) {
    Part::Fields(part, [&](const Field& field, const auto& value) {
      if constexpr (MaybeField<std::remove_cvref_t<decltype(value)>>) {
        if (value) {
          SetValue(row, field.name, value->value);
          RequireFit(field, value->value, kind, list);
        } else {
          row.SetNull(field.name);
          if (field.required) Refuse(Named(kind, list, field) + " is missing");
        }
      }
    });
  }

  static std::string Named(std::string_view kind, std::string_view list, const Field& field) {
    return std::string(kind) + (list.empty() ? "" : "_" + std::string(list)) + "." + std::string(field.name);
  }

  // What the CHECKs of the schema say, which are not looked at while many rows come (store.cc).
  template <class Value>
  void RequireFit(const Field& field, const Value& value, std::string_view kind, std::string_view list) {
    if constexpr (std::is_same_v<Value, std::string>) {
      if (field.one_of.empty() || vocabulary::Has(field.one_of, value)) return;
      Refuse("a value does not fit the schema: " + Named(kind, list, field) + " is \"" + value + "\"");
    } else if constexpr (std::is_same_v<Value, double>) {
      if (!std::isfinite(value)) Refuse(Named(kind, list, field) + " is no number");
    }
  }

  // Lists, parts and links: the tables "<kind>_<field>".
  template <class Record>
  void AddParts(const Record& record, int64_t key) {
    Record::Fields(record, [&](const Field& field, const auto& value) {
      using Value = std::remove_cvref_t<decltype(value)>;
      if constexpr (ManyField<Value>) {
        for (size_t n = 0; n < value.size(); ++n) {
          RowSet::Row row = Item<Record>(field, key, n);
          SetValue(row, "value", value[n].value);
        }
      } else if constexpr (OptionalPart<Value>) {
        if (value) AddPart<Record>(field, key, 0, *value);
      } else if constexpr (PartsField<Value>) {
        for (size_t n = 0; n < value.size(); ++n) AddPart<Record>(field, key, n, value[n]);
      } else if constexpr (LinksField<Value>) {
        AddLinks<Record>(field, key, value);
      }
    });
  }

  template <class Record>
  RowSet::Row Item(const Field& field, int64_t key, size_t n) {
    RowSet::Row row = rows_.Add(Record::kKind, field.name);
    row.Set("record", key).Set("n", static_cast<int64_t>(n));
    return row;
  }

  template <class Record, class Part>
  void AddPart(const Field& field, int64_t key, size_t n, const Part& part) {
    RowSet::Row row = Item<Record>(field, key, n);
    SetColumns(part, row, Record::kKind, field.name);
  }

  template <class Record>
  void AddLinks(const Field& field, int64_t key, const Links& links) {
    auto add = [&](std::string_view list, size_t n, const std::string& id, std::string_view relation) {
      if (!ids_.contains(id)) Refuse("a directive links to " + id + ", which is no record of its article");
      rows_.Add(Record::kKind, field.name)
          .Set("record", key)
          .Set("list", list)
          .Set("n", static_cast<int64_t>(n))
          .Set("target", RecordKey(article_key_, id))
          .SetOrNull("relation", relation);
    };
    for (size_t n = 0; n < links.deadlines.size(); ++n) add("deadlines", n, links.deadlines[n], {});
    for (size_t n = 0; n < links.targets.size(); ++n) add("targets", n, links.targets[n], {});
    for (size_t n = 0; n < links.resolutions.size(); ++n) {
      const ResolutionLink& link = links.resolutions[n];
      RequireFit({"relation", "", vocabulary::kRelation}, link.relation, Record::kKind, field.name);
      add("resolutions", n, link.id, link.relation);
    }
  }

  PlaceInText PlaceOf(Span span, Basis basis = Basis::kPrinted) const {
    return {static_cast<int64_t>(index_.CodePoint(span.begin)),
            static_cast<int64_t>(index_.CodePoint(span.end)), basis};
  }

  RowSet& rows_;
  std::string_view text_;
  Utf8Index index_;
  int64_t article_key_;
  std::unordered_set<std::string_view> ids_;  // of all records
  Result<void> status_;
};

}  // namespace

Result<void> AddRecordRows(const Article& article, const Facts& facts, int64_t article_key, RowSet& rows) {
  RecordRows records(article, facts, article_key, rows);
  Facts::Lists(facts, [&](const auto& list) {
    for (size_t n = 0; n < list.size(); ++n) records.Add(list[n], n);
  });
  return records.status();
}

}  // namespace acta
