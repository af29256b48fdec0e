#include "pipeline/query/documents_sql.h"

#include <fmt/format.h>

#include "pipeline/query/names_sql.h"

namespace acta::sql {

using namespace fmt::literals;

std::string IsDocument(std::string_view record, const AskedDocument& asked, std::string_view article) {
  return fmt::format(R"sql(
      (EXISTS (
         SELECT 1 FROM entity_use eu
         WHERE eu.record = {record} AND +eu.form IN (
           SELECT eg.key FROM entity_form eg WHERE eg.entity IN (SELECT entity FROM {entities})))
       OR EXISTS (
         SELECT 1 FROM resolution d
         WHERE d.record = {record} AND {numbered} AND acta_cites(d.number, {words}))
       OR ({title} <> '""' AND EXISTS (
         SELECT 1 FROM find_record x
         WHERE x.article = {article} AND +x.name IN ({titles}) AND x.record = {record}
           AND x.field = 'title'))))sql",
                     "record"_a = record, "article"_a = article, "words"_a = asked.words,
                     "title"_a = asked.title, "entities"_a = asked.entities,
                     "numbered"_a = BeginsWith("+d.number_key", asked.number),
                     "titles"_a = NamesWith(asked.title));
}

// The number stands in `block` behind the type: 'resolution|57-nq/tw|…'.
std::string IsFormOf(const AskedDocument& asked) {
  return fmt::format(
      "{numbered} AND acta_cites(substr(block, 12, instr(substr(block, 12), '|') - 1), {words})",
      "numbered"_a = BeginsWith("block", fmt::format("'resolution|' || {}", asked.number)),
      "words"_a = asked.words);
}

std::string IsUnder() {
  return fmt::format(R"sql(
      EXISTS (
        SELECT 1 FROM directive_links m
        WHERE m.record = c.record AND m.list = 'resolutions' AND {is_document}))sql",
                     "is_document"_a = IsDocument("m.target", kFilterDocument));
}

}  // namespace acta::sql
