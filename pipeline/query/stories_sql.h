// SQL of stories: what several articles and languages say of one thing is one row of an answer.
//
//   sql::OncePerStory(std::move(statements), group, sql::FirstTold("request", "1", group))
//
// Rows are those of rows_sql.h: v of find_row.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/query/question.h"

namespace acta::sql {

// The group of a row: the story and `said`, what it says in any language. A row of which that is not known (null), or
// whose article tells its story alone, is its own.
std::string SaidInStory(std::string_view said);

// Which rows of a group may stand for it: `which` is asked of the row v, its article f and the article o of :k1, sooner
// than the group, which is dear; `order` sorts them.
struct Told {
  std::string_view question, which, group, order;
};

// SELECT of the first of these rows on the day :k4, by its keys (rows_sql.h).
std::string ToldBy(const Told& told);

// The one in Vietnamese. `near`: what is so of every row of the group.
std::string FirstTold(std::string_view question, std::string_view near, std::string_view group);

// The answer of which the rows of a group are one, the first of them, or the one that `choose` finds: Answer::choose.
Answer OncePerStory(Answer statements, std::string group, std::string choose);

// The task that the record states.
std::string TaskOf(std::string_view record);

// Of progress g: how many of how many are in what state. Null where that is not counted, or the article says it twice.
inline constexpr const char* kProgressSaid = R"sql(
    (SELECT g.state || '|' || g.value || '|' || g."of" || '|' || coalesce(g.as_of, '')
     WHERE (SELECT count(*)
            FROM record y CROSS JOIN progress h ON h.record = y.key
            WHERE y.article = v.article
              AND (h.state, h.value, h."of") = (g.state, g.value, g."of")) = 1))sql";

}  // namespace acta::sql
