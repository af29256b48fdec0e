#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "schemas/json.h"
#include "schemas/walk.h"

namespace acta {
namespace {

using Json = nlohmann::json;

const Json kNull;

const Json& Member(const Json& object, std::string_view key) {
  if (!object.is_object()) return kNull;
  auto found = object.find(std::string(key));
  return found == object.end() ? kNull : *found;
}

std::string StringOf(const Json& object, std::string_view key) {
  const Json& value = Member(object, key);
  return value.is_string() ? value.get<std::string>() : "";
}

bool Assign(const Json& json, std::string& value) {
  if (!json.is_string()) return false;
  value = json.get<std::string>();
  return true;
}
bool Assign(const Json& json, double& value) {
  if (!json.is_number()) return false;
  value = json.get<double>();
  return std::isfinite(value);
}
bool Assign(const Json& json, bool& value) {
  if (!json.is_boolean()) return false;
  value = json.get<bool>();
  return true;
}
bool Assign(const Json& json, Date& value) {
  if (!json.is_string()) return false;
  std::optional<Date> date = ParseIsoDate(json.get_ref<const std::string&>());
  if (date) value = *date;
  return date.has_value();
}

bool Allowed(const Field& field, const std::string& word) {
  return field.one_of.empty() || vocabulary::Has(field.one_of, word);
}
template <class T>
bool Allowed(const Field&, const T&) {
  return true;
}

std::optional<Basis> ParseBasis(const std::string& word) {
  for (size_t i = 0; i < std::size(vocabulary::kBasis); ++i) {
    if (vocabulary::kBasis[i] == word) return static_cast<Basis>(i);
  }
  return std::nullopt;
}

// Reads the records of one article. The first mistake is kept in error() with its place; what follows is
// read as absent.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), index_(text) {}

  const std::string& error() const { return error_; }

  template <class Record>
  Record Read(const Json& json, const std::string& place) {
    Record record;
    record.head.id = StringOf(json, "id");
    record.head.rule = StringOf(json, "rule");
    record.head.basis = BasisOf(json, place);
    ReadFields(record, json, place);
    const Json& mentions = Member(json, "mentions");
    if (!mentions.is_array()) Mistake(place + ".mentions", "is not a list");
    for (const Json& mention : mentions) record.head.mentions.push_back(SpanOf(mention, place + ".mentions"));
    const Json& evidence = Member(json, "evidence");
    WalkValues(record, [&](const std::string& path, size_t n, auto& at) {
      const Json& list = Member(evidence, path);
      std::string where = place + ".evidence." + path;
      if (!list.is_array() || n >= list.size()) return Mistake(where, "is missing");
      at.span = SpanOf(list[n], where);
      at.basis = BasisOf(list[n], where);
    });
    return record;
  }

  void Mistake(const std::string& place, std::string_view what) {
    if (error_.empty()) error_ = place + " " + std::string(what);
  }

 private:
  template <class Part>
  void ReadFields(Part& part, const Json& json, const std::string& place) {
    if (!json.is_object()) return Mistake(place, "is not an object");
    Part::Fields(part, [&](const Field& field, auto& value) {
      const Json& member = Member(json, field.name);
      std::string where = place + "." + std::string(field.name);
      if (field.required && member.is_null()) return Mistake(where, "is required");
      ReadValue(field, member, where, value);
    });
  }

  template <class Value>
  void ReadValue(const Field& field, const Json& json, const std::string& place, Value& value) {
    if constexpr (MaybeField<Value>) {
      if (json.is_null()) return;
      ReadScalar(field, json, place, value.emplace().value);
    } else if constexpr (OptionalPart<Value>) {
      if (!json.is_null()) ReadFields(value.emplace(), json, place);
    } else if constexpr (LinksField<Value>) {
      ReadIds(Member(json, "deadlines"), place, value.deadlines);
      ReadIds(Member(json, "targets"), place, value.targets);
      for (const Json& link : Member(json, "resolutions")) {
        value.resolutions.push_back({StringOf(link, "id"), StringOf(link, "relation")});
        if (!vocabulary::Has(vocabulary::kRelation, value.resolutions.back().relation)) {
          Mistake(place + ".resolutions", "has an unknown relation");
        }
      }
    } else {
      if (!json.is_array()) return Mistake(place, "is not a list");
      for (size_t n = 0; n < json.size(); ++n) {
        std::string where = place + "." + std::to_string(n);
        if constexpr (ManyField<Value>) {
          ReadScalar(field, json[n], where, value.emplace_back().value);
        } else {
          ReadFields(value.emplace_back(), json[n], where);
        }
      }
    }
  }

  template <class T>
  void ReadScalar(const Field& field, const Json& json, const std::string& place, T& value) {
    if (!Assign(json, value)) return Mistake(place, "has a value of the wrong type");
    if (!Allowed(field, value)) Mistake(place, "has a word outside its vocabulary");
  }

  void ReadIds(const Json& json, const std::string& place, std::vector<std::string>& ids) {
    for (const Json& id : json) {
      if (!id.is_string()) return Mistake(place, "has an id that is not a string");
      ids.push_back(id.get<std::string>());
    }
  }

  Basis BasisOf(const Json& json, const std::string& place) {
    std::optional<Basis> basis = ParseBasis(StringOf(json, "basis"));
    if (!basis) Mistake(place, "has no basis");
    return basis.value_or(Basis::kPrinted);
  }

  Span SpanOf(const Json& json, const std::string& place) {
    const Json& start = Member(json, "start");
    const Json& end = Member(json, "end");
    if (!start.is_number_unsigned() || !end.is_number_unsigned() || start.get<size_t>() > end.get<size_t>() ||
        end.get<size_t>() > index_.size()) {
      Mistake(place, "has offsets outside the text");
      return {};
    }
    Span span{static_cast<uint32_t>(index_.Byte(start.get<size_t>())),
              static_cast<uint32_t>(index_.Byte(end.get<size_t>()))};
    if (span.In(text_) != StringOf(json, "quote")) Mistake(place, "does not quote the text at its offsets");
    return span;
  }

  std::string_view text_;
  Utf8Index index_;
  std::string error_;
};

Article ReadArticle(const Json& json) {
  const Json& from = Member(json, "article");
  Article article;
  article.source = StringOf(json, "source");
  article.title = StringOf(from, "title");
  article.language = StringOf(from, "language");
  article.published = StringOf(from, "published");
  article.byline = StringOf(from, "byline");
  article.site = StringOf(from, "site");
  article.url = StringOf(from, "url");
  article.canonical_url = StringOf(from, "canonical_url");
  article.source_url = StringOf(from, "source_url");
  if (std::string status = StringOf(from, "status"); !status.empty()) article.status = status;
  article.text = StringOf(from, "text");
  SplitParagraphs(article);
  return article;
}

}  // namespace

std::string SourceOfLine(std::string_view line) {
  return StringOf(Json::parse(line, nullptr, /*allow_exceptions=*/false), "source");
}

Result<Extraction> ParseExtractLine(std::string_view line) {
  Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return Fail("bad_json", "the line is not JSON");
  if (!json.is_object()) return Fail("bad_record", "the line is not a JSON object");
  if (Member(json, "error").is_string()) return Fail(StringOf(json, "error_kind"), StringOf(json, "error"));
  if (!Member(Member(json, "article"), "text").is_string()) {
    return Fail("bad_record", "article.text is missing");
  }

  Extraction reading;
  reading.article = ReadArticle(json);
  if (reading.article.text.size() > std::numeric_limits<uint32_t>::max()) {
    return Fail("bad_record", "article.text is longer than 4 GiB");
  }
  Reader reader(reading.article.text);
  Facts::Lists(reading.facts, [&](auto& list) {
    using Record = typename std::remove_cvref_t<decltype(list)>::value_type;
    std::string place(Record::kPlural);
    const Json& records = Member(json, place);
    if (!records.is_array()) return reader.Mistake(place, "is not a list");
    for (size_t n = 0; n < records.size(); ++n) {
      list.push_back(reader.template Read<Record>(records[n], place + "." + std::to_string(n)));
    }
  });
  reading.facts.pack = StringOf(json, "pack");
  if (!reader.error().empty()) return Fail("bad_record", reader.error());
  return reading;
}

}  // namespace acta
