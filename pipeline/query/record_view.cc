#include "pipeline/query/record_view.h"

#include <nlohmann/json.hpp>

#include "pipeline/query/sentence.h"
#include "pipeline/store/record_read.h"
#include "schemas/json.h"
#include "schemas/walk.h"

namespace acta {
namespace {

std::string Text(const std::string& value) { return value; }
std::string Text(const Date& value) { return ToIso(value); }
std::string Text(bool value) { return value ? "true" : "false"; }
std::string Text(double value) { return nlohmann::json(value).dump(); }

// The passage that holds `span`, made when it is not there yet.
EvidencePassage& PassageOf(RecordView& view, std::string_view text, Span span) {
  const std::string_view sentence = SentenceAround(text, span);
  const auto begin = static_cast<size_t>(sentence.data() - text.data());
  for (EvidencePassage& passage : view.passages) {
    if (passage.begin == begin) return passage;
  }
  return view.passages.emplace_back(EvidencePassage{begin, std::string(sentence), {}});
}

template <class Record>
void Fill(const Record& record, const Article& article, RecordView& view) {
  view.id = record.head.id;
  view.kind = Record::kKind;
  view.basis = ToString(record.head.basis);
  view.rule = record.head.rule;
  if (!record.head.mentions.empty()) PassageOf(view, article.text, record.head.mentions.front());
  Utf8Index index(article.text);
  view.fields.columns = {{"field", "what it is"},
                         {"value", "as it is stored"},
                         {"basis", "printed, resolved or inferred"},
                         {"quote", "the characters that say so"},
                         {"start", "first code point of the text", Shown::kPrograms},
                         {"end", "one past the last", Shown::kPrograms}};
  WalkValues(record, [&](const std::string& path, size_t, const auto& at) {
    view.fields.rows.push_back({path, Text(at.value), std::string(ToString(at.basis)),
                                std::string(at.span.In(article.text)),
                                static_cast<int64_t>(index.CodePoint(at.span.begin)),
                                static_cast<int64_t>(index.CodePoint(at.span.end))});
    EvidencePassage& passage = PassageOf(view, article.text, at.span);
    const size_t begin = at.span.begin - passage.begin, end = at.span.end - passage.begin;
    if (end <= passage.text.size()) passage.marks.push_back({path, begin, end, at.basis});
  });
}

std::string RecordJson(const Extraction& extraction, std::string_view id) {
  const auto line = nlohmann::ordered_json::parse(ExtractLine(extraction.article, extraction.facts));
  std::string json;
  Facts facts;
  Facts::Lists(facts, [&](const auto& list) {
    using Record = typename std::remove_cvref_t<decltype(list)>::value_type;
    for (const auto& record : line.at(std::string(Record::kPlural))) {
      if (record.at("id") == id) json = record.dump();
    }
  });
  return json;
}

Result<std::optional<RecordView::Wrong>> WrongOf(const Database& db, std::string_view id) {
  Result<Statement> row = db.Prepare(R"sql(
      SELECT c.at, c.who, c.why
      FROM wrong_record w JOIN correction c ON c.n = w.correction
      WHERE w.id = ?1)sql");
  if (!row) return tl::unexpected(row.error());
  row->Bind(1, id);
  Result<bool> found = row->Step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::optional<RecordView::Wrong>();
  return RecordView::Wrong{std::string(row->Text(0)), std::string(row->Text(1)), std::string(row->Text(2))};
}

}  // namespace

Result<std::vector<RecordView>> ViewRecord(const Database& db, std::string_view id) {
  Result<Statement> rows = db.Prepare(R"sql(
      SELECT r.article, v.source, strftime('%Y-%m-%dT%H:%M:%SZ', v.fetched_at, 'unixepoch')
      FROM record r
      LEFT JOIN visit v ON v.source = (SELECT min(source) FROM input WHERE article = r.article)
      WHERE r.id = ?1
      ORDER BY v.source, r.article)sql");
  if (!rows) return tl::unexpected(rows.error());
  rows->Bind(1, id);
  Result<std::optional<RecordView::Wrong>> wrong = WrongOf(db, id);
  if (!wrong) return tl::unexpected(wrong.error());
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
    view.pack = extraction->facts.pack;
    view.wrong = *wrong;
    view.json = RecordJson(*extraction, id);
    WalkRecords(extraction->facts, [&](const auto& record) {
      if (record.head.id == id) Fill(record, article, view);
    });
  }
  if (views.empty()) return Fail("not_found", "there is no record " + std::string(id));
  return views;
}

void WriteRecordJson(const RecordView& view, std::ostream& out) {
  nlohmann::ordered_json json;
  json["id"] = view.id;
  json["kind"] = view.kind;
  json["basis"] = view.basis;
  json["rule"] = view.rule;
  json["pack"] = view.pack;
  if (view.wrong)
    json["wrong"] = {{"at", view.wrong->at}, {"who", view.wrong->who}, {"why", view.wrong->why}};
  json["article"] = {{"source", view.source}, {"title", view.title}, {"published", view.published}};
  json["article"]["fetched"] = nullptr;
  if (!view.fetched.empty()) json["article"]["fetched"] = view.fetched;
  json["sentence"] = view.passages.empty() ? "" : view.passages.front().text;
  json["record"] = nlohmann::ordered_json::parse(view.json, nullptr, false);
  out << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

}  // namespace acta
