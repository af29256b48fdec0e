// JSON lines of acta's own: the one format that keeps everything. Its shape: schemas/export.schema.json.
#include "pipeline/export/reading.h"

namespace acta::exporting {
namespace {

Json ArticlePart(const Reading& reading) {
  const Json& article = reading.article();
  return {{"source", reading.source},          {"url", article["url"]},
          {"title", article["title"]},         {"site", article["site"]},
          {"published", article["published"]}, {"language", article["language"]},
          {"text_sha256", reading.text_hash}};
}

}  // namespace

Result<ExportCount> WriteJsonl(const Database& db, const ExportFilter& filter, std::ostream& out) {
  ExportCount count;
  Result<void> done = ForEachReading(db, filter, [&](const Reading& reading) -> Result<void> {
    ++count.articles;
    for (const Kind& kind : kKinds) {
      if (!filter.kind.empty() && filter.kind != kind.name) continue;
      for (const Json& record : reading.line[kind.plural]) {
        Json item = {{"schema", "acta.record/1"}, {"record", kind.name}};
        auto entity = reading.entities.find(TextOf(record["id"]));
        item["entity"] = entity == reading.entities.end() || entity->second.id == entity->first
                             ? Json()
                             : Json(entity->second.id);
        item.update(record);
        item["pack"] = reading.line["pack"];
        item["article"] = ArticlePart(reading);
        out << OneLine(item) << '\n';
        ++count.items;
      }
    }
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return count;
}

}  // namespace acta::exporting
