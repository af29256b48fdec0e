#include "pipeline/export/reading.h"

#include <set>

#include "pipeline/store/record_read.h"
#include "schemas/identity.h"
#include "schemas/json.h"

namespace acta::exporting {
namespace {

Result<std::set<std::string>> WrongRecords(const Database& db) {
  std::set<std::string> wrong;
  Result<Statement> select = db.Prepare("SELECT id FROM wrong_record");
  if (!select) return tl::unexpected(select.error());
  while (true) {
    Result<bool> row = select->Step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return wrong;
    wrong.emplace(select->Text(0));
  }
}

// The entities of one article's records, whichever article is bound.
class EntityReader {
 public:
  static Result<EntityReader> Make(const Database& db) {
    Result<Statement> select = db.Prepare(
        "SELECT r.id, e.id, e.name, e.name_en, e.name_ru, e.kind, e.place FROM record r "
        "JOIN entity_use u ON u.record = r.key JOIN entity_form f ON f.key = u.form JOIN entity e ON e.key = "
        "f.entity "
        "WHERE r.article = ?1");
    if (!select) return tl::unexpected(select.error());
    return EntityReader(std::move(*select));
  }

  Result<void> Read(int64_t article, std::map<std::string, Entity>& entities) {
    select_.Reset();
    select_.Bind(1, article);
    while (true) {
      Result<bool> row = select_.Step();
      if (!row) return tl::unexpected(row.error());
      if (!*row) return {};
      auto text = [&](int column) { return std::string(select_.Text(column)); };
      entities[text(0)] = {text(1), text(2), text(3), text(4), text(5), text(6)};
    }
  }

 private:
  explicit EntityReader(Statement select) : select_(std::move(select)) {}
  Statement select_;
};

// Records that are not resolved stand for themselves, under the names that they have.
void AddUnresolved(Reading& reading) {
  const std::string language = TextOf(reading.article()["language"]);
  for (const Kind& kind : {kKinds[0], kKinds[1], kKinds[2]}) {
    for (const Json& record : reading.line[kind.plural]) {
      const std::string id = TextOf(record["id"]);
      if (reading.entities.count(id)) continue;
      std::string name = TextOf(kind.name == "resolution" ? record["number"] : record["name"]);
      if (name.empty()) name = TextOf(record["mentions"][0]["quote"]);
      reading.entities[id] = {id, name, "", "", kind.name == "official" ? "" : TextOf(record["kind"]), ""};
    }
  }
}

void DropWrong(Json& line, const std::set<std::string>& wrong) {
  if (wrong.empty()) return;
  for (const Kind& kind : kKinds) {
    Json kept = Json::array();
    for (Json& record : line[kind.plural])
      if (!wrong.count(TextOf(record["id"]))) kept.push_back(std::move(record));
    line[kind.plural] = std::move(kept);
  }
}

}  // namespace

std::string Reading::day() const { return TextOf(article()["published"]).substr(0, 10); }

std::string TextOf(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

std::string OneLine(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string ExportId(std::string_view schema, std::string_view key) {
  return "acta-" + Sha256Hex(std::string(schema) + "|" + std::string(key)).substr(0, 40);
}

bool IsWebUrl(std::string_view source) {
  return source.starts_with("http://") || source.starts_with("https://");
}

Result<void> ForEachReading(const Database& db, const ExportFilter& filter,
                            const std::function<Result<void>(const Reading&)>& visit) {
  Result<std::set<std::string>> wrong = WrongRecords(db);
  if (!wrong) return tl::unexpected(wrong.error());
  Result<EntityReader> entities = EntityReader::Make(db);
  if (!entities) return tl::unexpected(entities.error());
  Result<Statement> select = db.Prepare(
      "SELECT v.article, v.source, a.text_hash FROM v_article v JOIN article a ON a.key = v.article "
      "WHERE (?1 = '' OR substr(v.published, 1, 10) >= ?1) AND (?2 = '' OR substr(v.published, 1, 10) <= ?2) "
      "AND (?3 = '' OR v.language = ?3) ORDER BY v.article");
  if (!select) return tl::unexpected(select.error());
  select->Bind(1, filter.from).Bind(2, filter.to).Bind(3, filter.language);
  while (true) {
    Result<bool> row = select->Step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return {};
    Reading reading;
    reading.source = select->Text(1);
    reading.text_hash = select->Text(2);
    Result<Extraction> extraction = LoadExtraction(db, select->Int(0));
    if (!extraction) return tl::unexpected(extraction.error());
    reading.line = Json::parse(ExtractLine(extraction->article, extraction->facts));
    DropWrong(reading.line, *wrong);
    if (Result<void> read = entities->Read(select->Int(0), reading.entities); !read) return read;
    AddUnresolved(reading);
    if (Result<void> visited = visit(reading); !visited) return visited;
  }
}

}  // namespace acta::exporting
