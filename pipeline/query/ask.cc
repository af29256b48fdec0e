#include <algorithm>
#include <ctime>
#include <list>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "pipeline/query/parameters.h"
#include "pipeline/query/passage.h"
#include "pipeline/query/question.h"
#include "pipeline/query/questions.h"
#include "pipeline/query/sets.h"

namespace acta {
namespace {

constexpr const char* kKeyNames[] = {":k1", ":k2", ":k3", ":k4", ":k5"};

const Answer& AnswerOf(const Question& question, const Filter& filter) {
  return filter.each && question.each ? *question.each : question.answer;
}

bool HasCondition(const Answer& answer, FilterBy by) {
  return std::ranges::any_of(answer.conditions, [&](const Condition& one) { return one.by == by; });
}

// The conditions of the filters that are given, joined by AND. `span` is that of from and to together: kBetween, then
// kYearless; kFrom where each stands for itself.
std::string ConditionsOf(const Answer& answer, const Filter& filter, FilterBy span, bool walk) {
  std::string sql;
  for (const Condition& condition : answer.conditions) {
    const FilterBy by = condition.by;
    if (!Has(filter, by)) continue;
    const bool single = by == FilterBy::kFrom || by == FilterBy::kTo;
    const bool both = by == FilterBy::kBetween || by == FilterBy::kYearless;
    if ((single && span != FilterBy::kFrom) || (both && by != span)) continue;
    // Between two days the rows are few enough to look at the place of each.
    const bool of_row = by == FilterBy::kPlace ? Has(filter, FilterBy::kBetween) : walk;
    sql += " AND (" + std::string(of_row && !condition.walk.empty() ? condition.walk : condition.sql) + ")";
  }
  return sql;
}

// The spans whose rows follow each other in the answer.
std::vector<FilterBy> SpansOf(const Answer& answer, const Filter& filter) {
  if (!Has(filter, FilterBy::kBetween) || !HasCondition(answer, FilterBy::kBetween)) return {FilterBy::kFrom};
  if (!HasCondition(answer, FilterBy::kYearless)) return {FilterBy::kBetween};
  return {FilterBy::kBetween, FilterBy::kYearless};
}

constexpr FilterBy kByName[] = {FilterBy::kName, FilterBy::kAgency, FilterBy::kOfficial,
                                FilterBy::kResolution};

// Where the records are few, they are looked up and sorted; else rows are read in the order in which they lie. The
// plus keeps SQLite from reading all rows in order to save sorting a few.
std::string OrderOf(const Answer& answer, const Filter& filter, bool walk) {
  std::string order(answer.order);
  const bool by_name =
      std::ranges::any_of(kByName, [&](FilterBy by) { return Has(filter, by) && HasCondition(answer, by); });
  return by_name && !walk && order.starts_with("v.day") ? "+" + order : order;
}

std::string ColumnsSql(const Answer& answer) {
  std::string sql;
  bool sentence = false;
  for (const QuestionColumn& column : answer.columns) {
    const bool passage = column.kind == CellKind::kSentence || column.kind == CellKind::kSnippet;
    sentence = sentence || passage;
    sql += (sql.empty() ? "" : ", ") + std::string(passage ? "NULL" : column.sql);
  }
  return sentence ? sql + ", v.start, v.\"end\", v.article" : sql;
}

// Puts `by` in place of `what`, wherever it stands; whether it stands anywhere.
bool Replace(std::string& sql, std::string_view what, std::string_view by) {
  size_t at = sql.find(what);
  const bool found = at != sql.npos;
  for (; at != sql.npos; at = sql.find(what, at + by.size())) sql.replace(at, what.size(), by);
  return found;
}

// "SELECT … FROM … WHERE … ORDER BY …" of `rows`, Answer::from or Answer::then, with the sets that it names before it.
std::string PageSql(const Answer& answer, std::string_view rows, const Filter& filter, FilterBy span,
                    bool walk) {
  std::string from(rows);
  std::string conditions = ConditionsOf(answer, filter, span, walk);
  const bool by_article = conditions.find("d.article") != conditions.npos;
  if (Replace(from, "/*days*/", by_article ? "find_day d CROSS JOIN" : "") && by_article) {
    conditions += " AND d.question = v.question AND d.day = v.day AND d.article = v.article";
  }
  if (!Replace(from, "/*conditions*/", conditions)) {
    from += (from.find("WHERE ") == from.npos ? " WHERE 1" : "") + conditions;
  }
  std::string columns = answer.row.empty() ? ColumnsSql(answer) : std::string(answer.keys);
  if (!answer.group.empty() && answer.group_of.empty()) columns += ", " + std::string(answer.group);
  const std::string sql =
      "SELECT " + columns + " FROM " + from + " ORDER BY " + OrderOf(answer, filter, walk) + " LIMIT :limit";
  return SetsOf(sql) + sql;
}

std::vector<std::string> ListOf(std::string_view json) {
  std::vector<std::string> list;
  const auto parsed = nlohmann::json::parse(json, nullptr, false);
  if (!parsed.is_array()) return list;
  for (const auto& item : parsed) {
    if (item.is_string()) list.push_back(item.get<std::string>());
  }
  return list;
}

RowCell CellOf(const Statement& row, int column, CellKind kind) {
  if (kind == CellKind::kList) return ListOf(row.Text(column));
  switch (row.TypeOf(column)) {
    case Statement::Type::kNull:
      return {};
    case Statement::Type::kInteger:
      return row.Int(column);
    case Statement::Type::kReal:
      return row.Real(column);
    default:
      return std::string(row.Text(column));
  }
}

// Puts the rows of an answer together, the texts of their articles at hand.
class Reader {
 public:
  Reader(const Database& db, const Answer& answer, const Filter& filter)
      : answer_(answer), passages_(db, filter.name) {}

  Result<std::vector<RowCell>> Row(const Statement& statement) {
    std::vector<RowCell> row;
    const int extra = static_cast<int>(answer_.columns.size());
    for (int i = 0; i < extra; ++i) {
      const CellKind kind = answer_.columns[static_cast<size_t>(i)].kind;
      if (kind != CellKind::kSentence && kind != CellKind::kSnippet) {
        row.push_back(CellOf(statement, i, kind));
        continue;
      }
      if (statement.IsNull(extra + 2)) {
        row.emplace_back();
        continue;
      }
      Result<std::string> passage =
          kind == CellKind::kSentence
              ? passages_.Sentence(statement.Int(extra + 2), statement.Int(extra), statement.Int(extra + 1))
              : passages_.Snippet(statement.Int(extra + 2));
      if (!passage) return tl::unexpected(passage.error());
      row.emplace_back(std::move(*passage));
    }
    return row;
  }

 private:
  const Answer& answer_;
  Passages passages_;
};

// Reads the keys of a page, then each row by its keys.
class Page {
 public:
  Page(const Database& db, const Answer& answer, const Filter& filter, int64_t since, int64_t few)
      : db_(db),
        answer_(answer),
        filter_(filter),
        parameters_(filter, since),
        reader_(db, answer, filter),
        few_(few) {}

  Result<Rows> Read() {
    Rows rows;
    for (const QuestionColumn& column : answer_.columns) rows.columns.push_back(column.shown);
    if (!answer_.row.empty()) {
      const std::string sql = "SELECT " + ColumnsSql(answer_) + " FROM " + std::string(answer_.row);
      Result<Statement> row = Prepared(SetsOf(sql) + sql);
      if (!row) return tl::unexpected(row.error());
      row_.emplace(std::move(*row));
    }
    if (!answer_.group_of.empty()) {
      Result<Statement> group =
          Prepared("SELECT " + std::string(answer_.group) + " FROM " + std::string(answer_.group_of));
      if (!group) return tl::unexpected(group.error());
      group_.emplace(std::move(*group));
    }
    if (!answer_.choose.empty()) {
      Result<Statement> choose = Prepared(std::string(answer_.choose));
      if (!choose) return tl::unexpected(choose.error());
      choose_.emplace(std::move(*choose));
    }
    Result<bool> walk = ShouldWalk();
    if (!walk) return tl::unexpected(walk.error());
    for (FilterBy span : SpansOf(answer_, filter_)) {
      if (rows.more) break;
      if (Result<void> read = ReadSpan(answer_.from, span, *walk, rows); !read)
        return tl::unexpected(read.error());
    }
    if (!answer_.then.empty() && !rows.more) {
      Result<void> read = ReadSpan(answer_.then, FilterBy::kFrom, *walk, rows);
      if (!read) return tl::unexpected(read.error());
    }
    return rows;
  }

 private:
  // Whether every filter by name stands for so many records that the rows are walked. One that stands for few is the
  // way to the rows.
  Result<bool> ShouldWalk() const {
    bool walk = false;
    for (const Condition& condition : answer_.conditions) {
      if (!Has(filter_, condition.by) || std::ranges::find(kByName, condition.by) == std::end(kByName))
        continue;
      if (condition.walk.empty()) return false;
      const std::string sql = ProbeOf(condition.by);
      Result<Statement> probe = Prepared(SetsOf(sql) + sql);
      if (!probe) return tl::unexpected(probe.error());
      probe->Bind(probe->Parameter(":few"), few_);
      Result<bool> row = probe->Step();
      if (!row) return row;
      if (probe->Int(0) < few_) return false;
      walk = true;
    }
    return walk;
  }

  // Adds the rows of a span until the page is full. More than the page is not even looked for, but for one row that
  // tells whether there are more.
  Result<void> ReadSpan(std::string_view from, FilterBy span, bool walk, Rows& rows) {
    Result<Statement> page = Prepared(PageSql(answer_, from, filter_, span, walk));
    if (!page) return tl::unexpected(page.error());
    const bool bounded = filter_.limit >= 0 && answer_.group.empty();
    const int64_t passed = static_cast<int64_t>(rows.rows.size()) + passed_;
    page->Bind(page->Parameter(":limit"),
               bounded ? filter_.offset + filter_.limit + 1 - passed : int64_t{-1});
    while (true) {
      Result<bool> found = page->Step();
      if (!found) return tl::unexpected(found.error());
      if (!*found) return {};
      Result<bool> is_new = IsNew(*page);
      if (!is_new) return tl::unexpected(is_new.error());
      if (!*is_new) continue;
      if (passed_ < filter_.offset) {
        ++passed_;
        continue;
      }
      if (filter_.limit >= 0 && static_cast<int64_t>(rows.rows.size()) == filter_.limit) {
        rows.more = true;
        return {};
      }
      Result<void> added = row_ ? AddByKeys(*page, rows) : AddRow(*page, rows);
      if (!added) return added;
    }
  }

  Result<Statement> Prepared(const std::string& sql) const {
    Result<Statement> statement = db_.Prepare(sql);
    if (statement) parameters_.BindTo(*statement);
    return statement;
  }

  // Whether no row of its group came before.
  Result<bool> IsNew(const Statement& page) {
    if (answer_.group.empty()) return true;
    if (!group_) return groups_.emplace(page.Text(page.columns() - 1)).second;
    std::list<std::string> texts;
    group_->Reset();
    BindKeys(page, *group_, texts);
    if (Result<bool> read = group_->Step(); !read) return read;
    said_ = group_->Text(0);
    return groups_.insert(said_).second;
  }

  Result<void> AddRow(const Statement& statement, Rows& rows) {
    Result<std::vector<RowCell>> row = reader_.Row(statement);
    if (!row) return tl::unexpected(row.error());
    rows.rows.push_back(std::move(*row));
    return {};
  }

  // Binds the columns of `keys` to those of :k1 … that the statement has. `texts` keeps what is bound.
  static void BindKeys(const Statement& keys, Statement& to, std::list<std::string>& texts) {
    for (int i = 0; i < keys.columns(); ++i) {
      const int parameter = to.Parameter(kKeyNames[i]);
      if (parameter == 0) continue;
      if (keys.IsNull(i)) {
        to.BindNull(parameter);
      } else if (keys.TypeOf(i) == Statement::Type::kInteger) {
        to.Bind(parameter, keys.Int(i));
      } else {
        to.Bind(parameter, texts.emplace_back(keys.Text(i)));
      }
    }
  }

  Result<void> AddByKeys(const Statement& page, Rows& rows) {
    std::list<std::string> texts;
    row_->Reset();
    BindKeys(page, *row_, texts);
    if (choose_) {
      choose_->Reset();
      BindKeys(page, *choose_, texts);
      if (const int parameter = choose_->Parameter(":group")) choose_->Bind(parameter, said_);
      Result<bool> chosen = choose_->Step();
      if (!chosen) return tl::unexpected(chosen.error());
      if (*chosen) BindKeys(*choose_, *row_, texts);
    }
    Result<bool> found = row_->Step();
    if (!found) return tl::unexpected(found.error());
    // Between the page and this look a writer may have replaced the article; then the row is no more.
    return *found ? AddRow(*row_, rows) : Result<void>();
  }

  const Database& db_;
  const Answer& answer_;
  const Filter& filter_;
  Parameters parameters_;
  Reader reader_;
  const int64_t few_;
  std::optional<Statement> row_, choose_, group_;
  std::string said_;                        // the group of the row at hand, read by group_
  int64_t passed_ = 0;                      // rows before the page
  std::unordered_set<std::string> groups_;  // that came already
};

Result<void> Check(const Question& question, const Filter& filter) {
  if (question.subject_required && filter.name.empty()) {
    return Fail("usage", std::string(question.name) + " needs " + std::string(question.subject));
  }
  if (question.subject == "WORDS" && TextQueryOf(filter.name).first == "\"\"")
    return Fail("usage", "\"" + filter.name + "\" has no word to look for");
  for (FilterBy by : Given(filter)) {
    if (Knows(question, by)) continue;
    return Fail("usage",
                "--" + std::string(NameOf(by)) + " is no filter of \"" + std::string(question.name) + "\"");
  }
  return {};
}

// The day here: by that in Greenwich a deadline would pass hours late in the morning of Hanoi.
Date Today() {
  const std::time_t now = std::time(nullptr);
  std::tm here{};
  localtime_r(&now, &here);
  return {static_cast<int16_t>(here.tm_year + 1900), static_cast<int8_t>(here.tm_mon + 1),
          static_cast<int8_t>(here.tm_mday)};
}

// The second in which the day begins here.
int64_t BeginOf(const Date& day) {
  std::tm here{};
  here.tm_year = day.year - 1900;
  here.tm_mon = day.month - 1;
  here.tm_mday = day.day;
  here.tm_isdst = -1;
  return static_cast<int64_t>(std::mktime(&here));
}

// Seconds since 1970 of Filter::since: a day, or the run that last stored an article.
Result<int64_t> SinceOf(const Database& db, const Filter& filter) {
  if (filter.since.empty()) return 0;
  if (filter.since == "last") return db.Integer("SELECT max(stored) FROM find_article");
  const std::optional<Date> day = ParseIsoDate(filter.since);
  if (!day || !day->has_year()) {
    return Fail("usage", "\"" + filter.since + "\" is neither a day, YYYY-MM-DD, nor \"last\"");
  }
  return BeginOf(*day);
}

}  // namespace

bool Knows(const Question& question, FilterBy by) {
  if (by == FilterBy::kName) return !question.subject.empty();
  if (by == FilterBy::kEach) return question.each.has_value();
  if (by == FilterBy::kBetween || by == FilterBy::kYearless)
    return true;  // from and to are looked at themselves
  return HasCondition(question.answer, by) || (question.each && HasCondition(*question.each, by));
}

Result<Rows> Ask(const Database& db, const Question& question, const Filter& filter, int64_t few) {
  if (Result<void> checked = Check(question, filter); !checked) return tl::unexpected(checked.error());
  Result<int64_t> since = SinceOf(db, filter);
  if (!since) return tl::unexpected(since.error());
  Filter dated = filter;
  if (!IsValid(dated.today)) dated.today = Today();
  return Page(db, AnswerOf(question, dated), dated, *since, few).Read();
}

Result<std::string> WhyEmpty(const Database& db, const Question& question, const Filter& filter) {
  Filter one = filter;
  one.limit = 1;
  one.offset = 0;
  if (filter.offset > 0) {
    Result<Rows> rows = Ask(db, question, one);
    if (!rows) return tl::unexpected(rows.error());
    if (!rows->rows.empty()) return "the answer ends before row " + std::to_string(filter.offset + 1);
  }
  std::string without;
  std::vector<FilterBy> given = Given(filter);
  std::erase(given, FilterBy::kEach);
  if (question.subject_required) std::erase(given, FilterBy::kName);
  if (Has(filter, FilterBy::kBetween)) {
    std::erase_if(given, [](FilterBy by) { return by == FilterBy::kFrom || by == FilterBy::kTo; });
  }
  for (FilterBy by : given) {
    Result<Rows> rows = Ask(db, question, Without(one, by));
    if (!rows) return tl::unexpected(rows.error());
    if (rows->rows.empty()) continue;
    const std::string name = by == FilterBy::kBetween ? "--from and --to"
                             : by == FilterBy::kName  ? std::string(question.subject)
                                                      : "--" + std::string(NameOf(by));
    without += (without.empty() ? "" : ", or without ") + name;
  }
  if (!without.empty()) return "no row passes all the filters; there are rows without " + without;
  if (!given.empty()) return std::string("no row passes the filters");
  if (question.subject == "WORDS" && filter.name.find_first_of("\"*") == filter.name.npos) {
    // Of a word that is inflected the beginning finds what the form that was asked for does not.
    one.name = filter.name + "*";
    Result<Rows> rows = Ask(db, question, one);
    if (!rows) return tl::unexpected(rows.error());
    if (!rows->rows.empty()) return std::string(question.empty) + "; there are some with " + one.name;
  }
  return std::string(question.empty);
}

std::span<const Question* const> Questions() {
  static const Question* const all[] = {
      &DueQuestion(),      &OverdueQuestion(), &ProgressQuestion(), &ChangesQuestion(), &ResolutionQuestion(),
      &OfficialQuestion(), &PostsQuestion(),   &AgencyQuestion(),   &TargetsQuestion(), &RequestsQuestion(),
      &NewQuestion(),      &SearchQuestion(),  &CoverageQuestion()};
  return all;
}

const Question* FindQuestion(std::string_view name) {
  for (const Question* question : Questions()) {
    if (question->name == name) return question;
  }
  return nullptr;
}

}  // namespace acta
