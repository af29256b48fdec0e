// Questions to the store, each answered as rows. What a command line, a page and a test share.
//
//   Result<Database> db = OpenForReading("acta.db");
//   Result<Rows> rows = Ask(*db, *FindQuestion("due"), {.from = Date{2025, 9, 1}, .to = Date{2025, 9, 30}});
//
// A question is data: which rows (a SELECT of keys, narrowed by the conditions of the filters that are given), and
// what they show (a SELECT over a view for each key, a column for each line of a table). One file for each family:
// due.cc, people.cc, documents.cc, work.cc, figures.cc, articles.cc. Their SQL is put together once in a process, of
// pieces that have names: rows_sql.h, stories_sql.h, names_sql.h, documents_sql.h, sets.h.
//
// Read-only. The order of rows is stable: the same store and filter give the same rows. Only what is on the page is
// ever put together, so an answer costs what its page costs. A Database belongs to one thread at a time; any number
// of readers may read one file while a writer writes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/query/filter.h"
#include "pipeline/query/rows.h"
#include "pipeline/store/sqlite.h"

namespace acta {

// A condition that holds when its filter is given. It may name the parameters of parameters.h and the sets of records of
// sets.h. When from and to are given, the condition of kBetween takes the place of those of kFrom and kTo, and the
// rows for that of kYearless follow.
struct Condition {
  FilterBy by;
  std::string sql;
  // The same said of one row alone, for a set of so many records that walking the rows in their order finds a page
  // sooner than looking up the set. Empty: the set is always looked up.
  std::string walk{};
};

// How a column's SQL becomes a cell.
enum class CellKind {
  kValue,     // null, text or number as it is
  kList,      // a JSON array of texts
  kSentence,  // the sentence around v.start … v."end" of the article v.article; its SQL is not looked at
  kSnippet,   // the passage of the article that has the words searched for, the words in ⟦ ⟧
};

struct QuestionColumn {
  RowColumn shown;
  std::string sql;
  CellKind kind = CellKind::kValue;
};

// One way to answer: which rows, and what they show.
struct Answer {
  std::string keys{};  // "v.record, v.other": what a row is told by
  // "v_due v WHERE v.kind = 'obligation'"; conditions are added by AND, at /*conditions*/ if it has that. /*days*/ stands
  // for "find_day d CROSS JOIN " where a condition names d, else for nothing.
  std::string from{};
  std::string then{};   // as `from`: rows that come after all of those, read when the page has room
  std::string order{};  // "v.due, v.record": decides for every pair of rows
  std::string group{};  // rows that agree in this are one row, the first; empty: none are
  // "(SELECT :k1 AS record, :k2 AS day) v": where `group` is read for one row after the other, once they stand in their
  // order: a dear one is not read for the rows after the page. Empty: from `from`, for all rows.
  std::string group_of{};
  // "SELECT y.record FROM … :k2 …": the keys that stand for the first ones in the row, where it finds some; asked for
  // the rows of the page alone, with :group where that is read by itself. Empty: the keys themselves.
  std::string choose{};
  // "v_due v WHERE v.record = :k1": where the columns are read, :k1 to :k5 the keys. Empty: from `from`.
  std::string row{};
  std::vector<QuestionColumn> columns{};
  std::vector<Condition> conditions{};
};

struct Question {
  std::string_view name{};     // "due"
  std::string_view doc{};      // one line: "What is due, who has to do it …"
  std::string_view subject{};  // what Filter::name is called, "NAME"; empty when the question has none
  bool subject_required = false;
  std::string_view examples{};  // command lines, one a line, without "acta query"
  std::string_view empty{};     // what an empty answer means when no filter is given
  Answer answer{};
  std::optional<Answer> each{};  // the answer when Filter::each is set
};

// All of them, in the order in which people are told of them.
std::span<const Question* const> Questions();

// Null when there is none of that name.
const Question* FindQuestion(std::string_view name);

// Whether the question knows the filter.
bool Knows(const Question& question, FilterBy by);

// Fails with "usage" when a filter is given that the question does not know, or the subject is missing. A filter that
// stands for `few` records or more is held against one row after the other; the answer does not depend on it.
inline constexpr int64_t kFewRecords = 2000;
Result<Rows> Ask(const Database& db, const Question& question, const Filter& filter,
                 int64_t few = kFewRecords);

// Why an answer is empty, in one line for people: "nothing is due … ; without --agency there are rows".
Result<std::string> WhyEmpty(const Database& db, const Question& question, const Filter& filter);

}  // namespace acta
