// One kind of record as a table. RFC 4180; parts that are themselves tables (the posts of an official) are JSON.
#include <algorithm>

#include "pipeline/export/reading.h"
#include "schemas/walk.h"

namespace acta::exporting {
namespace {

// Spreadsheets take a text that begins so for a formula; numbers are none.
bool LooksLikeFormula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

std::string Joined(const Json& list) {
  std::string joined;
  for (const Json& item : list) joined += (joined.empty() ? "" : "; ") + item.get<std::string>();
  return joined;
}

std::string Cell(const Json& value, bool raw) {
  if (value.is_null()) return "";
  const bool texts = value.is_array() && std::all_of(value.begin(), value.end(),
                                                     [](const Json& item) { return item.is_string(); });
  std::string text = value.is_string() ? value.get<std::string>() : texts ? Joined(value) : OneLine(value);
  if (!raw && !value.is_number() && LooksLikeFormula(text)) text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

void WriteRow(const std::vector<Json>& cells, bool raw, std::ostream& out) {
  for (size_t i = 0; i < cells.size(); ++i) out << (i ? "," : "") << Cell(cells[i], raw);
  out << "\r\n";
}

// The fields of the kind, in the order of their table.
std::vector<std::string> FieldNames(std::string_view kind) {
  std::vector<std::string> names;
  const Facts none;
  Facts::Lists(none, [&](const auto& list) {
    using Record = typename std::remove_cvref_t<decltype(list)>::value_type;
    if (Record::kKind != kind) return;
    const Record record;
    Record::Fields(record, [&](const Field& field, const auto&) { names.emplace_back(field.name); });
  });
  return names;
}

}  // namespace

Result<ExportCount> WriteCsv(const Database& db, const ExportFilter& filter, bool raw, std::ostream& out) {
  const std::vector<std::string> fields = FieldNames(filter.kind);
  if (fields.empty()) return Fail("usage", "a CSV holds one kind of record; name it with --kind");
  const auto* kind = std::find_if(std::begin(kKinds), std::end(kKinds),
                                  [&](const Kind& known) { return known.name == filter.kind; });
  std::vector<Json> header = {"id", "entity"};
  header.insert(header.end(), fields.begin(), fields.end());
  for (const char* name :
       {"basis", "rule", "words", "start", "end", "source", "title", "published", "language"}) {
    header.emplace_back(name);
  }
  if (!raw) out << "\xEF\xBB\xBF";  // else spreadsheets take UTF-8 for a local code page
  WriteRow(header, true, out);

  ExportCount count;
  Result<void> done = ForEachReading(db, filter, [&](const Reading& reading) -> Result<void> {
    ++count.articles;
    for (const Json& record : reading.line[kind->plural]) {
      auto entity = reading.entities.find(TextOf(record["id"]));
      std::vector<Json> cells = {record["id"],
                                 entity == reading.entities.end() ? Json() : Json(entity->second.id)};
      for (const std::string& field : fields) cells.push_back(record[field]);
      const Json& first = record["mentions"][0];
      const Json& article = reading.article();
      for (const Json& cell :
           {record["basis"], record["rule"], first["quote"], first["start"], first["end"],
            Json(reading.source), article["title"], article["published"], article["language"]}) {
        cells.push_back(cell);
      }
      WriteRow(cells, raw, out);
      ++count.items;
    }
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return count;
}

}  // namespace acta::exporting
