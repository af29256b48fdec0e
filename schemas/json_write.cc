#include <cmath>
#include <nlohmann/json.hpp>

#include "schemas/json.h"
#include "schemas/walk.h"

namespace acta {
namespace {

using Json = nlohmann::ordered_json;  // keys in the order of the field tables

Json Scalar(const std::string& value) { return value; }
Json Scalar(const Date& value) { return ToIso(value); }
Json Scalar(bool value) { return value; }
Json Scalar(double value) {
  constexpr double kExact = 9007199254740992.0;  // 2^53: beyond it not every whole number is a double
  if (std::trunc(value) == value && std::abs(value) < kExact) return static_cast<int64_t>(value);
  return value;
}

Json OrNull(const std::string& value) { return value.empty() ? Json() : Json(value); }

// Writes the records of one article.
class Writer {
 public:
  explicit Writer(std::string_view text) : text_(text), index_(text) {}

  template <class Record>
  Json Write(const Record& record) const {
    Json json = {{"id", record.head.id}, {"rule", record.head.rule}, {"basis", ToString(record.head.basis)}};
    WriteFields(record, json);
    json["mentions"] = Json::array();
    for (Span span : record.head.mentions) json["mentions"].push_back(Quote(span));
    json["evidence"] = Json::object();
    WalkValues(record, [&](const std::string& path, size_t, const auto& at) {
      Json quote = Quote(at.span);
      quote["basis"] = ToString(at.basis);
      json["evidence"][path].push_back(std::move(quote));
    });
    return json;
  }

 private:
  template <class Part>
  void WriteFields(const Part& part, Json& json) const {
    Part::Fields(part, [&](const Field& field, const auto& value) {
      json[std::string(field.name)] = FieldJson(value);
    });
  }

  template <class Value>
  Json FieldJson(const Value& value) const {
    if constexpr (MaybeField<Value>) {
      return value ? Scalar(value->value) : Json();
    } else if constexpr (ManyField<Value>) {
      Json list = Json::array();
      for (const auto& item : value) list.push_back(Scalar(item.value));
      return list;
    } else if constexpr (OptionalPart<Value>) {
      return value ? PartJson(*value) : Json();
    } else if constexpr (PartsField<Value>) {
      Json list = Json::array();
      for (const auto& item : value) list.push_back(PartJson(item));
      return list;
    } else {
      static_assert(LinksField<Value>);
      Json resolutions = Json::array();
      for (const ResolutionLink& link : value.resolutions) {
        resolutions.push_back({{"id", link.id}, {"relation", link.relation}});
      }
      return {{"deadlines", value.deadlines}, {"targets", value.targets}, {"resolutions", resolutions}};
    }
  }

  template <class Part>
  Json PartJson(const Part& part) const {
    Json json = Json::object();
    WriteFields(part, json);
    return json;
  }

  Json Quote(Span span) const {
    return {{"start", index_.CodePoint(span.begin)},
            {"end", index_.CodePoint(span.end)},
            {"quote", std::string(span.In(text_))}};
  }

  std::string_view text_;
  Utf8Index index_;
};

Json ExtractJson(const Article& article, const Facts& facts) {
  Json json = {{"source", article.source},
               {"article",
                {{"title", article.title},
                 {"language", OrNull(article.language)},
                 {"published", OrNull(article.published)},
                 {"byline", OrNull(article.byline)},
                 {"site", OrNull(article.site)},
                 {"url", OrNull(article.url)},
                 {"canonical_url", OrNull(article.canonical_url)},
                 {"source_url", OrNull(article.source_url)},
                 {"status", article.status},
                 {"text", article.text}}}};
  Writer writer(article.text);
  Facts::Lists(facts, [&](const auto& list) {
    using Record = typename std::remove_cvref_t<decltype(list)>::value_type;
    Json& out = json[std::string(Record::kPlural)] = Json::array();
    for (const Record& record : list) out.push_back(writer.Write(record));
  });
  json["pack"] = OrNull(facts.pack);
  return json;
}

Json CleanJson(const Article& article) {
  return {{"source", article.source},
          {"title", OrNull(article.title)},
          {"byline", OrNull(article.byline)},
          {"published", OrNull(article.published)},
          {"site", OrNull(article.site)},
          {"language", OrNull(article.language)},
          {"url", OrNull(article.url)},
          {"canonical_url", OrNull(article.canonical_url)},
          {"source_url", OrNull(article.source_url)},
          {"captions", article.captions},
          {"status", article.status},
          {"text", std::string(article.body())}};
}

// Bytes that are not UTF-8 (of a file name, say) become U+FFFD: a line is always valid JSON.
std::string Line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string ErrorLine(Json json, const Error& error) {
  json["error"] = error.message;
  json["error_kind"] = error.kind;
  return Line(json);
}

Article Refused(const std::string& source) {
  Article article;
  article.source = source;
  article.status = "refused";
  return article;
}

}  // namespace

std::string ExtractLine(const Article& article, const Facts& facts) {
  return Line(ExtractJson(article, facts));
}

std::string ExtractErrorLine(const std::string& source, const Error& error) {
  return ErrorLine(ExtractJson(Refused(source), Facts()), error);
}

std::string CleanLine(const Article& article) { return Line(CleanJson(article)); }

std::string CleanErrorLine(const std::string& source, const Error& error) {
  return ErrorLine(CleanJson(Refused(source)), error);
}

}  // namespace acta
