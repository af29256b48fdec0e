// W3C Web Annotations (https://www.w3.org/TR/annotation-model/): every value of every record, and the characters that
// state it. Positions count Unicode code points of the article's text, whose hash the target names.
#include "pipeline/export/reading.h"
#include "pipeline/text/span.h"

namespace acta::exporting {
namespace {

constexpr size_t kContext = 32;  // characters before and after the quote

// The text of one article, cut by code points.
class Text {
 public:
  explicit Text(std::string text) : text_(std::move(text)), index_(text_) {}
  Text(const Text&) = delete;

  std::string Slice(size_t begin, size_t end) const {
    const size_t from = index_.Byte(std::min(begin, index_.size()));
    return text_.substr(from, index_.Byte(std::min(end, index_.size())) - from);
  }

 private:
  std::string text_;
  Utf8Index index_;
};

// The value that evidence `path` ("task", "posts.0.title") is for; item `n` of a list.
const Json* ValueAt(const Json& record, const std::string& path, size_t n) {
  const Json* value = &record;
  for (size_t begin = 0; begin <= path.size();) {
    size_t end = std::min(path.find('.', begin), path.size());
    const std::string step = path.substr(begin, end - begin);
    if (value->is_array()) {
      const size_t i = std::stoul(step);
      if (i >= value->size()) return nullptr;
      value = &(*value)[i];
    } else {
      auto found = value->find(step);
      if (found == value->end()) return nullptr;
      value = &*found;
    }
    begin = end + 1;
  }
  if (value->is_array()) return n < value->size() ? &(*value)[n] : nullptr;
  return value;
}

Json Target(const Reading& reading, const Text& text, const Json& place) {
  const size_t start = place["start"], end = place["end"];
  return {{"source", reading.source},
          {"acta:textSha256", reading.text_hash},
          {"selector",
           {{{"type", "TextQuoteSelector"},
             {"exact", place["quote"]},
             {"prefix", text.Slice(start > kContext ? start - kContext : 0, start)},
             {"suffix", text.Slice(end, end + kContext)}},
            {{"type", "TextPositionSelector"}, {"start", start}, {"end", end}}}}};
}

Json Annotation(const Reading& reading, const Text& text, const Kind& kind, const Json& record,
                const std::string& path, size_t n, const Json& place) {
  const std::string id = TextOf(record["id"]);
  const Json* value = ValueAt(record, path, n);
  const std::string shown = !value ? "" : value->is_string() ? value->get<std::string>() : OneLine(*value);
  return {{"@context", {"http://www.w3.org/ns/anno.jsonld", {{"acta", "urn:acta:"}}}},
          {"id", "urn:acta:" + ExportId("Annotation",
                                        id + "|" + path + "|" + std::to_string(n) + "|" + reading.source)},
          {"type", "Annotation"},
          {"motivation", "describing"},
          {"generator",
           {{"id", "urn:acta:rule:" + TextOf(record["rule"])}, {"type", "Software"}, {"name", "acta"}}},
          {"body",
           {{"type", "TextualBody"},
            {"value", shown},
            {"purpose", "describing"},
            {"acta:record", id},
            {"acta:kind", kind.name},
            {"acta:field", path},
            {"acta:basis", place["basis"]}}},
          {"target", Target(reading, text, place)}};
}

}  // namespace

Result<ExportCount> WriteAnnotations(const Database& db, const ExportFilter& filter, std::ostream& out) {
  ExportCount count;
  Result<void> done = ForEachReading(db, filter, [&](const Reading& reading) -> Result<void> {
    ++count.articles;
    const Text text(TextOf(reading.article()["text"]));
    for (const Kind& kind : kKinds) {
      if (!filter.kind.empty() && filter.kind != kind.name) continue;
      for (const Json& record : reading.line[kind.plural]) {
        for (const auto& [path, places] : record["evidence"].items()) {
          for (size_t n = 0; n < places.size(); ++n, ++count.items) {
            out << OneLine(Annotation(reading, text, kind, record, path, n, places[n])) << '\n';
          }
        }
      }
    }
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return count;
}

}  // namespace acta::exporting
