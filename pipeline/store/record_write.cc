#include "pipeline/store/record_write.h"

#include <unordered_set>

#include "pipeline/store/places.h"
#include "pipeline/store/store.h"
#include "schemas/walk.h"

namespace acta {
namespace {

SqlValue Cell(const std::string& value) { return std::string_view(value); }
SqlValue Cell(double value) { return value; }
SqlValue Cell(bool value) { return int64_t{value}; }
SqlValue Cell(const Date& value) { return ToIso(value); }

SqlValue Number(size_t value) { return static_cast<int64_t>(value); }

// The rows of one article. The first failure ends the writing and is kept.
class Rows {
 public:
  Rows(RecordWriter& writer, const Article& article, const Facts& facts, int64_t article_key)
      : writer_(writer), text_(article.text), index_(article.text), article_key_(article_key) {
    WalkRecords(facts, [&](const auto& record) { ids_.insert(record.head.id); });
  }

  template <class Record>
  void Write(const Record& record, size_t n) {
    const int64_t key = RecordKey(article_key_, record.head.id);
    WriteRecord(record, key, n);
    SqlRow own{Record::kKind, {{"record", key}}};
    AddColumns(record, own);
    Insert(own);
    WriteParts(record, key);
  }

  Result<void> status() const { return status_; }

 private:
  // What every record has, with all the places where it and its values stand.
  template <class Record>
  void WriteRecord(const Record& record, int64_t key, size_t n) {
    PlacesWriter places;
    const std::vector<Span>& mentions = record.head.mentions;
    for (size_t i = 1; i < mentions.size(); ++i) places.Mention(PlaceOf(mentions[i]));
    WalkValues(record, [&](const std::string& path, size_t, const auto& at) {
      places.Value(path, PlaceOf(at.span, at.basis));
    });
    const std::string more = places.Mentions(), evidence = places.Evidence();
    const bool stands = !mentions.empty();
    const PlaceInText first = stands ? PlaceOf(mentions[0]) : PlaceInText();
    SqlRow row{"record",
               {{"key", key},
                {"article", article_key_},
                {"kind", Record::kKind},
                {"n", Number(n)},
                {"id", std::string_view(record.head.id)},
                {"rule", std::string_view(record.head.rule)},
                {"basis", ToString(record.head.basis)},
                {"start", stands ? SqlValue(first.start) : SqlValue()},
                {"end", stands ? SqlValue(first.end) : SqlValue()},
                {"quote", stands ? SqlValue(mentions[0].In(text_)) : SqlValue()},
                {"mentions", more.empty() ? SqlValue() : SqlValue(std::string_view(more))},
                {"evidence", std::string_view(evidence)}}};
    Insert(row);
  }

  void Insert(const SqlRow& row) {
    if (status_) status_ = writer_.Insert(row);
  }

  template <class Part>
  void AddColumns(const Part& part, SqlRow& row) {
    Part::Fields(part, [&](const Field& field, const auto& value) {
      if constexpr (MaybeField<std::remove_cvref_t<decltype(value)>>) {
        row.values.emplace_back(field.name, value ? Cell(value->value) : SqlValue());
        if (value) RequireWord(row.table, field, value->value);
      }
    });
  }

  // What the CHECKs of the schema say of words, which are not looked at while many rows come (store.cc).
  template <class Value>
  void RequireWord(std::string_view table, const Field& field, const Value& value) {
    if constexpr (std::is_same_v<Value, std::string>) {
      if (!status_ || field.one_of.empty() || vocabulary::Has(field.one_of, value)) return;
      status_ = Fail("bad_record", "a value does not fit the schema: " + std::string(table) + "." +
                                       std::string(field.name) + " is \"" + value + "\"");
    }
  }

  // Lists, parts and links: the tables "<kind>_<field>".
  template <class Record>
  void WriteParts(const Record& record, int64_t key) {
    Record::Fields(record, [&](const Field& field, const auto& value) {
      using Value = std::remove_cvref_t<decltype(value)>;
      const auto table = [&] { return std::string(Record::kKind) + "_" + std::string(field.name); };
      if constexpr (ManyField<Value>) {
        for (size_t n = 0; n < value.size(); ++n) {
          Insert({table(), {{"record", key}, {"n", Number(n)}, {"value", Cell(value[n].value)}}});
        }
      } else if constexpr (OptionalPart<Value>) {
        if (value) WritePart(table(), key, 0, *value);
      } else if constexpr (PartsField<Value>) {
        for (size_t n = 0; n < value.size(); ++n) WritePart(table(), key, n, value[n]);
      } else if constexpr (LinksField<Value>) {
        for (size_t n = 0; n < value.deadlines.size(); ++n)
          WriteLink(table(), key, "deadlines", n, value.deadlines[n]);
        for (size_t n = 0; n < value.targets.size(); ++n)
          WriteLink(table(), key, "targets", n, value.targets[n]);
        for (size_t n = 0; n < value.resolutions.size(); ++n) {
          const ResolutionLink& link = value.resolutions[n];
          RequireWord(table(), {"relation", "", vocabulary::kRelation}, link.relation);
          WriteLink(table(), key, "resolutions", n, link.id, std::string_view(link.relation));
        }
      }
    });
  }

  template <class Part>
  void WritePart(std::string_view table, int64_t key, size_t n, const Part& part) {
    SqlRow row{table, {{"record", key}, {"n", Number(n)}}};
    AddColumns(part, row);
    Insert(row);
  }

  void WriteLink(std::string_view table, int64_t key, std::string_view list, size_t n, const std::string& id,
                 SqlValue relation = {}) {
    if (status_ && !ids_.contains(id)) {
      status_ = Fail("bad_record", "a directive links to " + id + ", which is no record of its article");
    }
    Insert({table,
            {{"record", key},
             {"list", list},
             {"n", Number(n)},
             {"target", RecordKey(article_key_, id)},
             {"relation", std::move(relation)}}});
  }

  PlaceInText PlaceOf(Span span, Basis basis = Basis::kPrinted) const {
    return {static_cast<int64_t>(index_.CodePoint(span.begin)),
            static_cast<int64_t>(index_.CodePoint(span.end)), basis};
  }

  RecordWriter& writer_;
  std::string_view text_;
  Utf8Index index_;
  int64_t article_key_;
  std::unordered_set<std::string_view> ids_;  // of all records
  Result<void> status_;
};

std::string InsertSql(const SqlRow& row) {
  std::string columns, values;
  for (size_t i = 0; i < row.values.size(); ++i) {
    columns += (i ? ", \"" : "\"") + std::string(row.values[i].first) + "\"";
    values += (i ? ", ?" : "?") + std::to_string(i + 1);
  }
  return "INSERT INTO \"" + std::string(row.table) + "\" (" + columns + ") VALUES (" + values + ")";
}

void BindValue(Statement& statement, int parameter, const SqlValue& value) {
  std::visit(
      [&](const auto& held) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(held)>, std::monostate>) {
          statement.BindNull(parameter);
        } else {
          statement.Bind(parameter, held);
        }
      },
      value);
}

}  // namespace

Result<void> RecordWriter::Write(const Article& article, const Facts& facts, int64_t article_key) {
  Rows rows(*this, article, facts, article_key);
  Facts::Lists(facts, [&](const auto& list) {
    for (size_t n = 0; n < list.size(); ++n) rows.Write(list[n], n);
  });
  return rows.status();
}

Result<void> RecordWriter::Insert(const SqlRow& row) {
  auto found = inserts_.find(row.table);
  if (found == inserts_.end()) {
    Result<Statement> prepared = statements_.db().Prepare(InsertSql(row));
    if (!prepared) return tl::unexpected(prepared.error());
    found = inserts_.emplace(std::string(row.table), std::move(*prepared)).first;
  }
  Statement& statement = found->second;
  for (size_t i = 0; i < row.values.size(); ++i)
    BindValue(statement, static_cast<int>(i) + 1, row.values[i].second);
  return statement.Run();
}

}  // namespace acta
