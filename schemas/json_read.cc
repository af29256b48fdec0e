#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "schemas/json.h"
#include "schemas/walk.h"

namespace acta {
namespace {

namespace dom = simdjson::dom;

// A value of the line, or none: what an absent key gives, and what cannot be looked into.
class Node {
 public:
  Node() = default;
  explicit Node(dom::element json) : json_(json) {}

  Node operator[](std::string_view key) const {
    dom::object object;
    dom::element member;
    if (!json_ || json_->get(object) || object.at_key(key).get(member)) return {};
    return Node(member);
  }

  bool IsNull() const { return !json_ || json_->is_null(); }
  bool IsObject() const { return json_ && json_->is_object(); }
  std::optional<std::string_view> Text() const { return As<std::string_view>(); }
  std::optional<dom::array> List() const { return As<dom::array>(); }
  // Of a list; of anything else none.
  std::vector<Node> Items() const {
    std::vector<Node> items;
    if (const std::optional<dom::array> list = List()) {
      for (dom::element item : *list) items.emplace_back(item);
    }
    return items;
  }

  template <class T>
  std::optional<T> As() const {
    T value;
    if (!json_ || json_->get(value)) return std::nullopt;
    return value;
  }

 private:
  std::optional<dom::element> json_;
};

std::string StringOf(Node json) { return std::string(json.Text().value_or(std::string_view())); }
std::string StringOf(Node object, std::string_view key) { return StringOf(object[key]); }

bool Assign(Node json, std::string& value) {
  const std::optional<std::string_view> text = json.Text();
  if (text) value = *text;
  return text.has_value();
}
bool Assign(Node json, double& value) {
  const std::optional<double> number = json.As<double>();
  if (number) value = *number;
  return number && std::isfinite(value);
}
bool Assign(Node json, bool& value) {
  const std::optional<bool> truth = json.As<bool>();
  if (truth) value = *truth;
  return truth.has_value();
}
bool Assign(Node json, Date& value) {
  const std::optional<std::string_view> text = json.Text();
  const std::optional<Date> date = text ? ParseIsoDate(*text) : std::nullopt;
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

std::optional<Basis> ParseBasis(std::string_view word) {
  for (size_t i = 0; i < std::size(vocabulary::kBasis); ++i) {
    if (vocabulary::kBasis[i] == word) return static_cast<Basis>(i);
  }
  return std::nullopt;
}

// Where in the line a value stands, put into words only when there is a mistake: "directives.0.evidence.action".
struct Where {
  const Where* in = nullptr;
  std::string_view name{};
  size_t n = 0;  // of an item, which has no name

  std::string ToString() const {
    return (in ? in->ToString() + "." : "") + (name.empty() ? std::to_string(n) : std::string(name));
  }
};

// Looks for the members of an object. Lines have them in the order in which they are asked for, so each is looked for
// from behind the last one that was found, and only then from the beginning.
class Members {
 public:
  explicit Members(Node object) {
    if (const std::optional<dom::object> members = object.As<dom::object>()) {
      begin_ = next_ = members->begin();
      end_ = members->end();
    }
  }

  // None when there is no such member.
  Node operator[](std::string_view key) {
    for (auto at = next_; at != end_; ++at) {
      if (at.key_equals(key)) return Found(at);
    }
    for (auto at = begin_; at != next_; ++at) {
      if (at.key_equals(key)) return Found(at);
    }
    return {};
  }

 private:
  Node Found(dom::object::iterator at) {
    const Node value(at.value());
    next_ = ++at;
    return value;
  }

  dom::object::iterator begin_{}, next_{}, end_{};  // equal when there is no object
};

// The values of a record's `evidence`: a list for each field, which simdjson lets one go through but not look into.
class EvidenceLists {
 public:
  explicit EvidenceLists(Node evidence) : fields_(evidence) {}

  // The n-th place of a field; none when there are fewer. The places of a field are asked for one after another.
  Node Find(std::string_view field, size_t n) {
    if (n == 0) {
      const std::optional<dom::array> list = fields_[field].List();
      at_ = list ? list->begin() : dom::array::iterator();
      end_ = list ? list->end() : dom::array::iterator();
    }
    if (!(at_ != end_)) return {};
    const Node place(*at_);
    ++at_;
    return place;
  }

 private:
  Members fields_;
  dom::array::iterator at_{}, end_{};
};

// Reads the records of one article. The first mistake is kept in error() with its place; what follows is
// read as absent.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), index_(text) {}

  const std::string& error() const { return error_; }

  template <class Record>
  Record Read(Node json, const Where& place) {
    Record record;
    Members members(json);
    record.head.id = StringOf(members["id"]);
    record.head.rule = StringOf(members["rule"]);
    record.head.basis = BasisOf(members, place);
    if (!json.IsObject()) Mistake(place, "is not an object");
    ReadFields(record, members, place);
    const Where of_mentions{&place, "mentions"}, of_evidence{&place, "evidence"};
    const Node mentions = members["mentions"];
    if (!mentions.List()) Mistake(of_mentions, "is not a list");
    for (const Node mention : mentions.Items()) {
      Members parts(mention);
      record.head.mentions.push_back(SpanOf(parts, of_mentions));
    }
    EvidenceLists evidence(members["evidence"]);
    WalkValues(record, [&](const std::string& path, size_t n, auto& at) {
      const Where where{&of_evidence, path};
      const Node stated = evidence.Find(path, n);
      if (stated.IsNull()) return Mistake(where, "is missing");
      Members parts(stated);
      at.span = SpanOf(parts, where);
      at.basis = BasisOf(parts, where);
    });
    return record;
  }

  void Mistake(const Where& place, std::string_view what) {
    if (error_.empty()) error_ = place.ToString() + " " + std::string(what);
  }

 private:
  template <class Part>
  void ReadPart(Part& part, Node json, const Where& place) {
    if (!json.IsObject()) return Mistake(place, "is not an object");
    Members members(json);
    ReadFields(part, members, place);
  }

  template <class Part>
  void ReadFields(Part& part, Members& members, const Where& place) {
    Part::Fields(part, [&](const Field& field, auto& value) {
      const Node member = members[field.name];
      const Where where{&place, field.name};
      if (field.required && member.IsNull()) return Mistake(where, "is required");
      ReadValue(field, member, where, value);
    });
  }

  template <class Value>
  void ReadValue(const Field& field, Node json, const Where& place, Value& value) {
    if constexpr (MaybeField<Value>) {
      if (json.IsNull()) return;
      ReadScalar(field, json, place, value.emplace().value);
    } else if constexpr (OptionalPart<Value>) {
      if (!json.IsNull()) ReadPart(value.emplace(), json, place);
    } else if constexpr (LinksField<Value>) {
      ReadIds(json["deadlines"], place, value.deadlines);
      ReadIds(json["targets"], place, value.targets);
      for (const Node link : json["resolutions"].Items()) {
        value.resolutions.push_back({StringOf(link, "id"), StringOf(link, "relation")});
        if (!vocabulary::Has(vocabulary::kRelation, value.resolutions.back().relation)) {
          Mistake({&place, "resolutions"}, "has an unknown relation");
        }
      }
    } else {
      if (!json.List()) return Mistake(place, "is not a list");
      size_t n = 0;
      for (const Node item : json.Items()) {
        const Where where{&place, {}, n++};
        if constexpr (ManyField<Value>) {
          ReadScalar(field, item, where, value.emplace_back().value);
        } else {
          ReadPart(value.emplace_back(), item, where);
        }
      }
    }
  }

  template <class T>
  void ReadScalar(const Field& field, Node json, const Where& place, T& value) {
    if (!Assign(json, value)) return Mistake(place, "has a value of the wrong type");
    if (!Allowed(field, value)) Mistake(place, "has a word outside its vocabulary");
  }

  void ReadIds(Node json, const Where& place, std::vector<std::string>& ids) {
    for (const Node item : json.Items()) {
      const std::optional<std::string_view> id = item.Text();
      if (!id) return Mistake(place, "has an id that is not a string");
      ids.emplace_back(*id);
    }
  }

  Basis BasisOf(Members& json, const Where& place) {
    const std::optional<Basis> basis = ParseBasis(json["basis"].Text().value_or(std::string_view()));
    if (!basis) Mistake(place, "has no basis");
    return basis.value_or(Basis::kPrinted);
  }

  Span SpanOf(Members& json, const Where& place) {
    const std::optional<uint64_t> start = json["start"].As<uint64_t>(), end = json["end"].As<uint64_t>();
    if (!start || !end || *start > *end || *end > index_.size()) {
      Mistake(place, "has offsets outside the text");
      return {};
    }
    const Span span{static_cast<uint32_t>(index_.Byte(*start)), static_cast<uint32_t>(index_.Byte(*end))};
    if (span.In(text_) != json["quote"].Text().value_or(std::string_view())) {
      Mistake(place, "does not quote the text at its offsets");
    }
    return span;
  }

  std::string_view text_;
  Utf8Index index_;
  std::string error_;
};

Article ReadArticle(Node json) {
  const Node from = json["article"];
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

// The whole line; none when it is no JSON. What the node looks at is there until the thread parses another.
Node Parse(std::string_view line) {
  constexpr size_t kMostKept = 1 << 20;  // bytes of a line whose memory the next line may use
  static thread_local dom::parser parser;
  if (parser.capacity() > kMostKept) parser = dom::parser();
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  dom::element json;
  if (parser.parse(line.data(), line.size()).get(json)) return {};
  return Node(json);
}

}  // namespace

std::optional<Article> ArticleOfLine(std::string_view line) {
  const Node json = Parse(line);
  if (!json["article"]["text"].Text()) return std::nullopt;
  return ReadArticle(json);
}

std::string SourceOfLine(std::string_view line) { return StringOf(Parse(line), "source"); }

Result<Extraction> ParseExtractLine(std::string_view line) {
  const Node json = Parse(line);
  if (!json.As<dom::element>()) return Fail("bad_json", "the line is not JSON");
  if (!json.IsObject()) return Fail("bad_record", "the line is not a JSON object");
  if (json["error"].Text()) return Fail(StringOf(json, "error_kind"), StringOf(json, "error"));
  if (!json["article"]["text"].Text()) return Fail("bad_record", "article.text is missing");

  Extraction reading;
  reading.article = ReadArticle(json);
  if (reading.article.text.size() > std::numeric_limits<uint32_t>::max()) {
    return Fail("bad_record", "article.text is longer than 4 GiB");
  }
  Reader reader(reading.article.text);
  Facts::Lists(reading.facts, [&](auto& list) {
    using Record = typename std::remove_cvref_t<decltype(list)>::value_type;
    const Where place{nullptr, Record::kPlural};
    if (!json[Record::kPlural].List()) return reader.Mistake(place, "is not a list");
    size_t n = 0;
    for (const Node record : json[Record::kPlural].Items()) {
      list.push_back(reader.template Read<Record>(record, {&place, {}, n++}));
    }
  });
  reading.facts.pack = StringOf(json, "pack");
  if (!reader.error().empty()) return Fail("bad_record", reader.error());
  return reading;
}

}  // namespace acta
