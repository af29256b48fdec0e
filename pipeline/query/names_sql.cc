#include "pipeline/query/names_sql.h"

#include <fmt/format.h>

namespace acta::sql {

using namespace fmt::literals;

std::string NamesWith(std::string_view words) {
  return fmt::format("SELECT rowid FROM find_words WHERE find_words MATCH {words}", "words"_a = words);
}

std::string BeginsWith(std::string_view column, std::string_view beginning) {
  return fmt::format("{column} >= {beginning} AND {column} < {beginning} || x'7f'", "column"_a = column,
                     "beginning"_a = beginning);
}

// The plus keeps SQLite with the article that it has: the names are many.
std::string ArticleNames(std::string_view names) {
  return fmt::format(
      "EXISTS (SELECT 1 FROM find_named x WHERE x.article = v.article AND +x.name IN ({names}))",
      "names"_a = names);
}

std::string WhoIs(std::string_view name) {
  return fmt::format(R"sql(
      coalesce(
        (SELECT m.entity FROM entity_use u CROSS JOIN entity_form m ON m.key = u.form
         WHERE u.article = v.article AND u.name = {name} LIMIT 1),
        acta_fold({name})))sql",
                     "name"_a = name);
}

std::string EntityOf(std::string_view record) {
  return fmt::format(R"sql(
      (SELECT m.entity FROM entity_use u CROSS JOIN entity_form m ON m.key = u.form
       WHERE u.record = {record}))sql",
                     "record"_a = record);
}

std::string JoinProvince(std::string_view e) {
  return fmt::format(
      "LEFT JOIN province_name h ON h.place = substr({e}.place, 1, instr({e}.place || '/', '/') - 1)",
      "e"_a = e);
}

std::string PlaceOfEntity(std::string_view e) {
  return fmt::format(R"sql(
      (SELECT nullif(coalesce(low || coalesce(', ' || h.name, ''), h.name), '')
       FROM (SELECT (
         SELECT x.place
         FROM entity_form g
         CROSS JOIN entity_use u ON u.form = g.key
         CROSS JOIN agency x ON x.record = u.record
         WHERE g.entity = {e}.key AND ({e}.place IS NULL OR {e}.place GLOB '*/*') AND x.place IS NOT NULL
         ORDER BY u.authority, x.place LIMIT 1) AS low)))sql",
                     "e"_a = e);
}

std::string NameOfEntity(std::string_view e) {
  return fmt::format(R"sql(
      coalesce(
        CASE
          WHEN h.name GLOB '[Ѐ-ӿ]*' THEN {e}.name_ru
          WHEN acta_fold(h.name) = lower(h.name) AND NOT EXISTS (
            SELECT 1
            FROM story st
            CROSS JOIN story_article sa ON sa.story = st.key
            CROSS JOIN find_article f ON f.article = sa.article
            WHERE st.place = h.place AND f.language = 'vi')
          THEN {e}.name_en
        END,
        {e}.name))sql",
                     "e"_a = e);
}

}  // namespace acta::sql
