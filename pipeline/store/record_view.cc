#include "pipeline/store/record_view.h"

#include <nlohmann/json.hpp>

#include "pipeline/store/record_read.h"
#include "pipeline/store/sentence.h"
#include "schemas/json.h"
#include "schemas/walk.h"

namespace acta {
namespace {

std::string Text(const std::string& value) { return value; }
std::string Text(const Date& value) { return ToIso(value); }
std::string Text(bool value) { return value ? "true" : "false"; }
std::string Text(double value) { return nlohmann::json(value).dump(); }

template <class Record>
void Fill(const Record& record, const Article& article, RecordView& view) {
  view.kind = Record::kKind;
  view.basis = ToString(record.head.basis);
  view.rule = record.head.rule;
  if (!record.head.mentions.empty()) {
    view.sentence = std::string(SentenceAround(article.text, record.head.mentions.front()));
  }
  Utf8Index index(article.text);
  view.fields.columns = {{"field", ""}, {"value", ""}, {"basis", ""},
                         {"quote", ""}, {"start", ""}, {"end", ""}};
  WalkValues(record, [&](const std::string& path, size_t, const auto& at) {
    view.fields.rows.push_back({path, Text(at.value), std::string(ToString(at.basis)),
                                std::string(at.span.In(article.text)),
                                static_cast<int64_t>(index.CodePoint(at.span.begin)),
                                static_cast<int64_t>(index.CodePoint(at.span.end))});
  });
}

std::string RecordJson(const Extraction& extraction, std::string_view id) {
  auto line = nlohmann::ordered_json::parse(ExtractLine(extraction.article, extraction.facts));
  std::string json;
  Facts facts;
  Facts::Lists(facts, [&](const auto& list) {
    using Record = typename std::remove_cvref_t<decltype(list)>::value_type;
    for (const auto& record : line[std::string(Record::kPlural)]) {
      if (record["id"] == id) json = record.dump();
    }
  });
  return json;
}

}  // namespace

Result<std::vector<RecordView>> ViewRecord(const Database& db, std::string_view id) {
  Result<Statement> rows = db.Prepare(
      "SELECT r.article, v.source, strftime('%Y-%m-%dT%H:%M:%SZ', v.fetched_at, 'unixepoch') "
      "FROM record r LEFT JOIN visit v ON v.source = (SELECT min(source) FROM input WHERE article = "
      "r.article) "
      "WHERE r.id = ?1 ORDER BY v.source, r.article");
  if (!rows) return tl::unexpected(rows.error());
  rows->Bind(1, id);
  std::vector<RecordView> views;
  while (true) {
    Result<bool> row = rows->Step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) break;
    Result<Extraction> extraction = LoadExtraction(db, rows->Int(0));
    if (!extraction) return tl::unexpected(extraction.error());
    const Article& article = extraction->article;
    RecordView& view = views.emplace_back();
    view.source = article.url.empty() ? article.source : article.url;
    view.title = article.title;
    view.published = article.published;
    view.fetched = std::string(rows->Text(2));
    view.json = RecordJson(*extraction, id);
    WalkRecords(extraction->facts, [&](const auto& record) {
      if (record.head.id == id) Fill(record, article, view);
    });
  }
  if (views.empty()) return Fail("not_found", "there is no record " + std::string(id));
  return views;
}

}  // namespace acta
