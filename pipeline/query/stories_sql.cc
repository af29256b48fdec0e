#include "pipeline/query/stories_sql.h"

#include <fmt/format.h>

#include "pipeline/query/rows_sql.h"

namespace acta::sql {

using namespace fmt::literals;

std::string SaidInStory(std::string_view said) {
  return fmt::format(R"sql(
      coalesce(
        (SELECT a.story || '|' || v.part || '|' || {said}
         FROM story_article a
         WHERE a.article = v.article
           AND EXISTS (SELECT 1 FROM story_article b WHERE b.story = a.story AND b.article <> a.article)),
        v.record || '|' || v.part || '|' || v.other))sql",
                     "said"_a = said);
}

std::string ToldBy(const Told& told) {
  return fmt::format(R"sql(
      SELECT v.record, v.part, v.other
      FROM record r
      CROSS JOIN find_article o ON o.article = r.article
      CROSS JOIN story_article a ON a.article = r.article
      CROSS JOIN story_article b ON b.story = a.story
      CROSS JOIN find_article f ON f.article = b.article AND f.current
      CROSS JOIN find_row v ON v.question = '{question}' AND v.day = :k4 AND v.article = b.article
        AND v.part = :k2
      WHERE r.key = :k1
        AND (:language = '' OR f.language = :language) AND instr(f.source, :source) > 0
        AND {which}
        AND v.record NOT IN ({wrong})
        AND {group} = :group
      ORDER BY {order}, v.article, v.record, v.other LIMIT 1)sql",
                     "question"_a = told.question, "which"_a = told.which, "wrong"_a = kWrongRecords,
                     "group"_a = told.group, "order"_a = told.order);
}

std::string FirstTold(std::string_view question, std::string_view near, std::string_view group) {
  const std::string which =
      fmt::format("o.language IS NOT 'vi' AND f.language = 'vi' AND {near}", "near"_a = near);
  return ToldBy({question, which, group, "v.day"});
}

Answer OncePerStory(Answer statements, std::string group, std::string choose) {
  statements.group = std::move(group);
  statements.group_of = kRowOfKeys;
  statements.choose = std::move(choose);
  return statements;
}

std::string TaskOf(std::string_view record) {
  return fmt::format("(SELECT s.task FROM task_statement s WHERE s.record = {record})", "record"_a = record);
}

}  // namespace acta::sql
